/* Going on without a window: what the merchant chose and what the desktop allows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: `enabled` (boolean, writable): keep syncing while the window is
 * closed, and start with the desktop; `autostart` (boolean): whether the desktop
 * starts us at login; `problem` (string): what does not work of it, one
 * translated sentence, "" if all does.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_BACKGROUND (bright_background_get_type ())
G_DECLARE_FINAL_TYPE (BrightBackground, bright_background, BRIGHT, BACKGROUND, GObject)

/**
 * bright_background_new:
 * @settings: (nullable): the application's GSettings; without them a choice lasts as long as the
 *   program
 * @connection: (nullable): the session bus
 *
 * Returns: (transfer full): what was chosen
 */
BrightBackground *bright_background_new (GSettings *settings, GDBusConnection *connection);

/* Whether the merchant ever chose; nothing goes on without a window before that. */
gboolean bright_background_is_chosen (BrightBackground *self);

/**
 * bright_background_set_enabled:
 * @self: what was chosen
 * @enabled: what is chosen now
 *
 * Remembers it and asks the desktop. What it answers shows in `autostart` and `problem`.
 */
void bright_background_set_enabled (BrightBackground *self, gboolean enabled);

/* Whether to go on without a window: it was chosen, and the desktop did not refuse. */
gboolean bright_background_keeps_running (BrightBackground *self);

/* Tells the desktop in one line how it stands, if that was chosen. */
void bright_background_set_status (BrightBackground *self, const char *line);

/* Stops waiting for the desktop. */
void bright_background_stop (BrightBackground *self);

G_END_DECLS
