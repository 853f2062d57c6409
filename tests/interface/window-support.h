/* A window over a practice store, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-window.h"
#include "interface.h"

G_BEGIN_DECLS

typedef struct
{
  Practice *practice;
  Profile *profile;
  GtkApplication *application;
  BrightWindow *window;
} WindowFixture;

void window_fixture_set_up (WindowFixture *fixture, gconstpointer settings);
void window_fixture_tear_down (WindowFixture *fixture, gconstpointer unused);
/* Opens the window anew after window_fixture_close(), which fails unless it is finalized. */
void window_fixture_open (WindowFixture *fixture);
void window_fixture_close (WindowFixture *fixture);
/* As interface_get() and interface_find(), anywhere in the window. */
GtkWidget *window_fixture_get (WindowFixture *fixture, GType type, const char *text);
GtkWidget *window_fixture_find (WindowFixture *fixture, GType type, const char *text);
/* The name of the page that is shown. */
const char *window_fixture_get_page (WindowFixture *fixture);
/* What the toast says; NULL without one. */
const char *window_fixture_get_toast (WindowFixture *fixture);
/* Conditions of interface_wait() on the fixture. */
gboolean window_fixture_is_working (gpointer data);
gboolean window_fixture_is_idle (gpointer data);

G_END_DECLS
