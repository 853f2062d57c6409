/* One group of settings: an object with one property per key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The eight classes below are made from tables. Their property names are the
 * keys of the settings file. A property's type follows from the kind of
 * setting: boolean, 64-bit integer, string (texts, choices, amounts, times),
 * variant of type `ax` (lists of numbers), or a pointer array of
 * #BrightMapping (maps). A value that the setting cannot take is refused: the
 * property keeps what it had, and nothing is notified. Nor is anything when
 * the value is the one it had already.
 */
#pragma once

#include "bright-settings-values.h"

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS_GROUP (bright_settings_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (BrightSettingsGroup,
                          bright_settings_group,
                          BRIGHT,
                          SETTINGS_GROUP,
                          GObject)

struct _BrightSettingsGroupClass
{
  GObjectClass parent_class;

  gconstpointer table; /* what the class is made from */
};

#define BRIGHT_TYPE_CONNECTION_SETTINGS (bright_connection_settings_get_type ())
#define BRIGHT_TYPE_SCHEDULE_SETTINGS (bright_schedule_settings_get_type ())
#define BRIGHT_TYPE_ORDERS_SETTINGS (bright_orders_settings_get_type ())
#define BRIGHT_TYPE_ITEMS_SETTINGS (bright_items_settings_get_type ())
#define BRIGHT_TYPE_FULFILLMENT_SETTINGS (bright_fulfillment_settings_get_type ())
#define BRIGHT_TYPE_NOTES_SETTINGS (bright_notes_settings_get_type ())
#define BRIGHT_TYPE_PAYMENTS_SETTINGS (bright_payments_settings_get_type ())
#define BRIGHT_TYPE_INVENTORY_SETTINGS (bright_inventory_settings_get_type ())

GType bright_connection_settings_get_type (void);
GType bright_schedule_settings_get_type (void);
GType bright_orders_settings_get_type (void);
GType bright_items_settings_get_type (void);
GType bright_fulfillment_settings_get_type (void);
GType bright_notes_settings_get_type (void);
GType bright_payments_settings_get_type (void);
GType bright_inventory_settings_get_type (void);

/**
 * bright_settings_group_get_name:
 * @self: a group
 *
 * Returns: (transfer none): its key in the settings file, e.g. `orders`
 */
const char *bright_settings_group_get_name (BrightSettingsGroup *self);

/**
 * bright_settings_group_get_boolean:
 * @self: a group
 * @key: the key of a setting that is true or false
 *
 * Returns: its value
 */
gboolean bright_settings_group_get_boolean (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_get_integer:
 * @self: a group
 * @key: the key of a setting that is a whole number
 *
 * Returns: its value
 */
gint64 bright_settings_group_get_integer (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_dup_text:
 * @self: a group
 * @key: the key of a text, choice, amount or time
 *
 * Returns: (transfer full): its value as it stands in the settings file
 */
char *bright_settings_group_dup_text (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_get_integers:
 * @self: a group
 * @key: the key of a list of numbers
 *
 * Returns: (transfer none): its value, an array of `gint64` that must not be changed
 */
GArray *bright_settings_group_get_integers (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_get_mappings:
 * @self: a group
 * @key: the key of a map
 *
 * Returns: (transfer none): its value, an array of #BrightMapping that must not be changed
 */
GPtrArray *bright_settings_group_get_mappings (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_get_choices:
 * @self: a group
 * @key: the key of a choice
 *
 * Returns: (transfer none): the values it can take, %NULL-terminated, in the order of its C enum
 */
const char *const *bright_settings_group_get_choices (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_get_range:
 * @self: a group
 * @key: the key of a whole number or of a list of whole numbers
 * @minimum: (out): the smallest value it can take
 * @maximum: (out): the largest value it can take
 */
void bright_settings_group_get_range (BrightSettingsGroup *self,
                                      const char *key,
                                      gint64 *minimum,
                                      gint64 *maximum);

/**
 * bright_settings_group_dup_json:
 * @self: a group
 * @key: a key
 *
 * Returns: (transfer full): the value as it stands in the settings file
 */
JsonNode *bright_settings_group_dup_json (BrightSettingsGroup *self, const char *key);

/**
 * bright_settings_group_set_json:
 * @self: a group
 * @key: a key
 * @node: a value as it stands in the settings file
 * @error: return location
 *
 * Sets any setting; with bright_settings_group_dup_json() it can be undone.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_SETTINGS, naming the setting, if it cannot take the value
 */
gboolean bright_settings_group_set_json (BrightSettingsGroup *self,
                                         const char *key,
                                         JsonNode *node,
                                         GError **error);

G_END_DECLS
