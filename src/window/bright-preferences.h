/* What belongs to this machine: syncing on without a window, and what is notified of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PREFERENCES (bright_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BrightPreferences, bright_preferences, BRIGHT, PREFERENCES, AdwWindow)

/**
 * bright_preferences_new:
 * @parent: the window over which it opens
 * @actions: (nullable): the application's actions: `keep-running` with a boolean state, and
 *   `background-problem` with a text; what it does not have is not offered
 * @settings: (nullable): with the key `notification-level`; %NULL where it is not installed
 *
 * Returns: (transfer none): a window that shows and changes them
 */
GtkWindow *bright_preferences_new (GtkWindow *parent, GActionGroup *actions, GSettings *settings);

G_END_DECLS
