/* The editor of a map: rows of pairs, what is in no row first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_MAP_EDITOR (bright_map_editor_get_type ())
G_DECLARE_FINAL_TYPE (BrightMapEditor, bright_map_editor, BRIGHT, MAP_EDITOR, AdwPreferencesGroup)

/**
 * bright_map_editor_new:
 * @desk: the desk
 * @spec: a setting that is a map
 *
 * Returns: (transfer floating): a group that shows and changes it
 */
GtkWidget *bright_map_editor_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);

G_END_DECLS
