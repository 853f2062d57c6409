/* Driving real widgets on a virtual display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Used with profile.h, whose service belongs to a real practice store. Nothing
 * here sleeps: it runs the main loop until a condition holds, and fails the
 * test after a deadline.
 */
#pragma once

#include "profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * interface_init:
 * @argc: (inout): as main() was given it
 * @argv: (inout): as main() was given it
 *
 * Begins a test program; to be called instead of g_test_init().
 */
void interface_init (int *argc, char ***argv);

/**
 * InterfaceCondition:
 * @data: what was given with it
 *
 * Returns: whether what is waited for is so
 */
typedef gboolean (*InterfaceCondition) (gpointer data);

/**
 * interface_wait:
 * @profile: (nullable): whose clock goes on meanwhile
 * @condition: what is waited for
 * @data: given to @condition
 * @what: says it in words if it never comes
 */
void
interface_wait (Profile *profile, InterfaceCondition condition, gpointer data, const char *what);

/**
 * interface_settle:
 * @profile: (nullable): whose clock goes on meanwhile
 *
 * Lets everything that is ready happen, and a frame be drawn.
 */
void interface_settle (Profile *profile);

/**
 * interface_await_finalized:
 * @profile: (nullable): whose clock goes on meanwhile
 * @object: (transfer full): an object that nothing should hold on to
 *
 * Lets go of it and waits until what is under way has let go of it too.
 */
void interface_await_finalized (Profile *profile, gpointer object);

/**
 * interface_find:
 * @root: where to begin
 * @type: of which class
 * @text: (nullable): its label, title, text or tooltip, without the mnemonic's underscore
 *
 * Returns: (transfer none) (nullable): the first such widget inside @root that is mapped, depth
 *   first
 */
GtkWidget *interface_find (GtkWidget *root, GType type, const char *text);

/**
 * interface_get:
 *
 * As interface_find(), but waits for it, and fails the test if it never comes.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *interface_get (GtkWidget *root, GType type, const char *text);

/* As interface_find_named(), and %NULL if there is none. */
GtkWidget *interface_find_named_or_null (GtkWidget *root, const char *key);

/**
 * interface_find_named:
 * @root: where to begin
 * @key: the widget's name, e.g. `orders.warehouse-id`
 *
 * Returns: (transfer none): the widget whose `name` is @key; the test fails if there is none
 */
GtkWidget *interface_find_named (GtkWidget *root, const char *key);

/**
 * interface_click:
 * @button: a button or anything that can be activated
 */
void interface_click (GtkWidget *button);

/**
 * interface_assert_accessible:
 * @root: a widget
 *
 * Walks everything inside @root that is visible and fails the test if something that can be
 * focused or clicked has no accessible name.
 */
void interface_assert_accessible (GtkWidget *root);

/**
 * interface_shoot:
 * @window: a window on the screen
 * @name: of the picture, without its suffix
 *
 * If the environment variable `SCREENSHOTS` names a folder, saves four pictures of the window
 * there: NAME-light, NAME-dark, and NAME-narrow and NAME-narrow-dark, which are 360 pixels wide.
 */
void interface_shoot (GtkWindow *window, const char *name);

G_END_DECLS
