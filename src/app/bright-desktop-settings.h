/* What the desktop keeps for the application: window, background, notifications.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bright_desktop_settings_new:
 *
 * Returns: (transfer full) (nullable): the application's GSettings; %NULL where the schema is not
 *   installed, so that a program that was only built runs all the same
 */
GSettings *bright_desktop_settings_new (void);

G_END_DECLS
