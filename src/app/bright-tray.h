/* An icon in the tray, on desktops that have one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A StatusNotifierItem on the session bus. It comes and goes with the desktop's
 * watcher; where there is none, nothing is there, and nothing is missing: each
 * entry of the menu is an action of the application.
 */
#pragma once

#include "bright-status-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_TRAY (bright_tray_get_type ())
G_DECLARE_FINAL_TYPE (BrightTray, bright_tray, BRIGHT, TRAY, GObject)

/**
 * BrightTrayAct:
 * @action: the action's name, e.g. `open`
 * @token: (nullable): what the desktop gave for raising a window
 * @user_data: what bright_tray_new() was given
 *
 * Called when a person chose something.
 */
typedef void (*BrightTrayAct) (const char *action, const char *token, gpointer user_data);

/**
 * bright_tray_new:
 * @connection: the session bus
 * @act: what is done when a person chose something
 * @user_data: (unowned): given to @act; must outlive the tray
 *
 * Returns: (transfer full): an icon that waits for a watcher
 */
BrightTray *bright_tray_new (GDBusConnection *connection, BrightTrayAct act, gpointer user_data);

/**
 * bright_tray_show:
 * @self: an icon
 * @line: one line about how it stands
 * @level: how much that matters
 * @is_working: whether a sync is under way
 * @is_paused: whether syncing is paused
 */
void bright_tray_show (BrightTray *self,
                       const char *line,
                       BrightStatusLevel level,
                       gboolean is_working,
                       gboolean is_paused);

G_END_DECLS
