/* What all rows of the page Settings share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what can be chosen and what the orders have, and makes the changes
 * that a person wants: at once, with a toast that says the effect and undoes.
 * Signals: `seen`, when what the orders have was counted anew.
 */
#pragma once

#include "bright-settings-specs.h"
#include "bright-sync-insight.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS_DESK (bright_settings_desk_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettingsDesk, bright_settings_desk, BRIGHT, SETTINGS_DESK, GObject)

/**
 * bright_settings_desk_new:
 * @service: an opened service
 *
 * Returns: (transfer full): a desk that has counted nothing yet
 */
BrightSettingsDesk *bright_settings_desk_new (BrightSyncService *service);

/**
 * bright_settings_desk_open:
 * @self: the desk
 *
 * Counts what the orders have, now and after each sync.
 */
void bright_settings_desk_open (BrightSettingsDesk *self);

/**
 * bright_settings_desk_close:
 * @self: the desk
 *
 * Stops whatever it has under way.
 */
void bright_settings_desk_close (BrightSettingsDesk *self);

BrightSyncService *bright_settings_desk_get_service (BrightSettingsDesk *self);
BrightSettings *bright_settings_desk_get_settings (BrightSettingsDesk *self);
BrightChoices *bright_settings_desk_get_choices (BrightSettingsDesk *self);

/* What the orders have (element-type BrightSeen); %NULL until it was counted. */
GPtrArray *bright_settings_desk_get_seen (BrightSettingsDesk *self);

/**
 * bright_settings_desk_find:
 * @self: the desk
 * @name: the dotted key of a setting
 * @key: (out): its key inside its group
 *
 * Returns: (transfer none): the group
 */
BrightSettingsGroup *
bright_settings_desk_find (BrightSettingsDesk *self, const char *name, const char **key);

/**
 * bright_settings_desk_change:
 * @self: the desk
 * @from: the widget that a person used
 * @spec: the setting
 * @value: what it is to be, as it stands in the settings file
 * @error: why it cannot be so
 *
 * Changes a setting for a person, who is told the effect and can undo it.
 *
 * Returns: %FALSE if the setting cannot take the value
 */
gboolean bright_settings_desk_change (BrightSettingsDesk *self,
                                      GtkWidget *from,
                                      const BrightSettingSpec *spec,
                                      JsonNode *value,
                                      GError **error);

G_END_DECLS
