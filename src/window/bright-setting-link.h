/* The link between a row of the page Settings and its setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row owns one. The link shows what the settings have whenever that changes,
 * from wherever; and what a person changes in the row goes into the settings.
 * While it shows, changes of the control are not a person's. A value that the
 * setting cannot take is not kept: the row shows the setting's again, in red,
 * with the reason.
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTING_LINK (bright_setting_link_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettingLink, bright_setting_link, BRIGHT, SETTING_LINK, GObject)

/**
 * BrightSettingShow:
 * @row: the row
 *
 * Makes the control show what the setting is.
 */
typedef void (*BrightSettingShow) (GtkWidget *row);

/**
 * bright_setting_link_new:
 * @row: an #AdwPreferencesRow or #AdwPreferencesGroup, which owns the link
 * @desk: the desk
 * @spec: the setting
 * @show: shows it
 *
 * Gives the row its title and the setting's key as its name.
 *
 * Returns: (transfer full): a link, to be refreshed once its row is complete
 */
BrightSettingLink *bright_setting_link_new (GtkWidget *row,
                                            BrightSettingsDesk *desk,
                                            const BrightSettingSpec *spec,
                                            BrightSettingShow show);

/* The link of a row; %NULL if @widget is none. */
BrightSettingLink *bright_setting_link_of (GtkWidget *widget);

BrightSettingsDesk *bright_setting_link_get_desk (BrightSettingLink *self);
const BrightSettingSpec *bright_setting_link_get_spec (BrightSettingLink *self);
BrightSettingsGroup *bright_setting_link_get_group (BrightSettingLink *self);
/* The key inside the group. */
const char *bright_setting_link_get_key (BrightSettingLink *self);

/* Whether the row is being made to show the setting, so that its control's changes are nobody's. */
gboolean bright_setting_link_is_showing (BrightSettingLink *self);

/* Shows what the setting is now. */
void bright_setting_link_refresh (BrightSettingLink *self);

/**
 * bright_setting_link_name:
 * @self: the link
 * @control: what a person uses
 *
 * Gives a control the name of its setting for those who do not see it, and makes it the one that
 * is focused.
 */
void bright_setting_link_name (BrightSettingLink *self, GtkWidget *control);

/* Focuses the control. */
void bright_setting_link_focus (BrightSettingLink *self);

/**
 * bright_setting_link_show_words:
 * @self: the link
 * @effect: (nullable): what the setting does at present
 *
 * Shows below the title what the setting does, or why a value was refused.
 */
void bright_setting_link_show_words (BrightSettingLink *self, const char *effect);

/**
 * bright_setting_link_take:
 * @self: the link
 * @value: (transfer full): what a person wants
 *
 * Changes the setting, unless the row is being shown.
 */
void bright_setting_link_take (BrightSettingLink *self, JsonNode *value);
/* Refuses what a person wants, which is no value at all; @fault says why. */
void bright_setting_link_refuse (BrightSettingLink *self, const char *fault);
void bright_setting_link_take_text (BrightSettingLink *self, const char *text);
void bright_setting_link_take_number (BrightSettingLink *self, gint64 number);

G_END_DECLS
