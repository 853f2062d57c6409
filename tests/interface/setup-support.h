/* What the tests of accounts and of the first run share: a profile with nothing
 * in it, a keyring in a file, and a practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "account-support.h"
#include "interface.h"

G_BEGIN_DECLS

/**
 * Setup:
 * @practice: the practice store
 * @place: where the profile is
 * @profile: what the harness waits with: the clock and the service of @place
 * @window: (nullable): the dialog under test
 * @keyring: the keyring's file
 *
 * What a test begins with: the addresses of the practice store are in the
 * settings, but no account.
 */
typedef struct
{
  Practice *practice;
  Place *place;
  Profile profile;
  GtkWindow *window;
  char *keyring;
} Setup;

void setup_begin (Setup *setup, gconstpointer unused);
void setup_end (Setup *setup, gconstpointer unused);

/* Puts both accounts into the settings, and their tokens into the keyring. */
void setup_connect (Setup *setup);

/* Shows a dialog (transfer none). */
void setup_present (Setup *setup, GtkWindow *window);

/* The widget of a name that can be seen (transfer none) (nullable). */
GtkWidget *setup_find (Setup *setup, const char *name);
/* Types into it; fails the test if there is none. */
void setup_type (Setup *setup, const char *name, const char *text);

/* Waits until there is a label with a text that begins so; fails the test if it never comes. */
void setup_wait_for_text (Setup *setup, const char *beginning);
/* Waits until there is a button with a label that can be pressed. */
GtkWidget *setup_wait_for_button (Setup *setup, const char *label);
/* Waits for such a button and presses it. */
void setup_press (Setup *setup, const char *label);

G_END_DECLS
