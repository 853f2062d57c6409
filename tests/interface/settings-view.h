/* The page Settings on a virtual display, over a real practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-window.h"
#include "interface.h"

G_BEGIN_DECLS

/**
 * SettingsView:
 * @practice: a practice store
 * @profile: its profile, synced once
 * @window: the window, which shows the page Settings
 *
 * What the tests of the page have.
 */
typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
} SettingsView;

void settings_view_set_up (SettingsView *view, gconstpointer settings);
/* Fails the test if the window is kept by anything. */
void settings_view_tear_down (SettingsView *view, gconstpointer unused);

/* The control inside the row of a setting: of @type. */
GtkWidget *settings_view_get_control (SettingsView *view, const char *key, GType type);

/* The value of a setting, as it stands in the settings file. */
char *settings_view_dup_value (SettingsView *view, const char *key);
/* Fails the test if a setting is not @expected: JSON with apostrophes, without blanks. */
void settings_view_assert_value (SettingsView *view, const char *key, const char *expected);
/* The value, read from the file itself. */
char *settings_view_dup_written (SettingsView *view, const char *key);
/* Changes a setting as another program would; @value is JSON with apostrophes. */
void settings_view_set_value (SettingsView *view, const char *key, const char *value);

/* Opens the tab of a setting. */
void settings_view_open (SettingsView *view, const char *key);

/* Presses a button of the toast that is shown last. */
void settings_view_undo (SettingsView *view);
/* The title of the toast that is shown. */
const char *settings_view_get_toast (SettingsView *view);

G_END_DECLS
