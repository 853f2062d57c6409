/* Using the control of any setting as a person does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-specs.h"
#include "settings-view.h"

G_BEGIN_DECLS

/**
 * settings_control_change:
 * @view: the view
 * @spec: a setting that is no map
 *
 * Changes a setting with its control to something that it was not.
 *
 * Returns: (transfer full): what the setting must be now, as it stands in the settings file
 */
char *settings_control_change (SettingsView *view, const BrightSettingSpec *spec);

/**
 * settings_control_read:
 * @view: the view
 * @spec: a setting
 *
 * Returns: (transfer full): what its control shows, in some words
 */
char *settings_control_read (SettingsView *view, const BrightSettingSpec *spec);

G_END_DECLS
