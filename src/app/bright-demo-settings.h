/* The settings of the demo's profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * bright_demo_settings_save:
 * @greeting: what the practice store told about itself
 * @path: where the settings file goes
 * @error: return location
 *
 * Writes settings that sync the practice store's orders of the last 25 days by themselves.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_STORAGE if they cannot be written
 */
gboolean bright_demo_settings_save (JsonNode *greeting, const char *path, GError **error);

G_END_DECLS
