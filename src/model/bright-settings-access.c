/* Looking at the settings of a group without going through its properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-group.h"

#include "bright-settings-table.h"

static const BrightSettingRow *
find_row (BrightSettingsGroup *self, const char *key)
{
  return bright_settings_table_find (bright_settings_group_get_table (self), key);
}

static gpointer
find_slot (BrightSettingsGroup *self, const BrightSettingRow *row)
{
  return bright_setting_slot (row, bright_settings_group_get_values (self));
}

const char *
bright_settings_group_get_name (BrightSettingsGroup *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self), NULL);

  return bright_settings_group_get_table (self)->name;
}

/* Returns the slot of a setting of one kind; asking for another kind is a mistake. */
static gpointer
get_slot (BrightSettingsGroup *self, const char *key, BrightSettingKind kind)
{
  const BrightSettingRow *row;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL, NULL);

  row = find_row (self, key);
  g_return_val_if_fail (row != NULL && row->kind == kind, NULL);
  return find_slot (self, row);
}

gboolean
bright_settings_group_get_boolean (BrightSettingsGroup *self, const char *key)
{
  const gboolean *slot = get_slot (self, key, BRIGHT_SETTING_BOOLEAN);

  return slot != NULL && *slot;
}

gint64
bright_settings_group_get_integer (BrightSettingsGroup *self, const char *key)
{
  const gint64 *slot = get_slot (self, key, BRIGHT_SETTING_INTEGER);

  return slot == NULL ? 0 : *slot;
}

GArray *
bright_settings_group_get_integers (BrightSettingsGroup *self, const char *key)
{
  GArray *const *slot = get_slot (self, key, BRIGHT_SETTING_INTEGERS);

  return slot == NULL ? NULL : *slot;
}

GPtrArray *
bright_settings_group_get_mappings (BrightSettingsGroup *self, const char *key)
{
  GPtrArray *const *slot = get_slot (self, key, BRIGHT_SETTING_MAPPINGS);

  return slot == NULL ? NULL : *slot;
}

char *
bright_settings_group_dup_text (BrightSettingsGroup *self, const char *key)
{
  const BrightSettingRow *row;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL, NULL);

  row = find_row (self, key);
  g_return_val_if_fail (row != NULL, NULL);
  return bright_setting_to_text (row, find_slot (self, row));
}

const char *const *
bright_settings_group_get_choices (BrightSettingsGroup *self, const char *key)
{
  const BrightSettingRow *row;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL, NULL);

  row = find_row (self, key);
  g_return_val_if_fail (row != NULL && row->kind == BRIGHT_SETTING_CHOICE, NULL);
  return row->choices;
}

void
bright_settings_group_get_range (BrightSettingsGroup *self,
                                 const char *key,
                                 gint64 *minimum,
                                 gint64 *maximum)
{
  const BrightSettingRow *row;

  g_return_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL);
  g_return_if_fail (minimum != NULL && maximum != NULL);

  row = find_row (self, key);
  g_return_if_fail (row != NULL);
  *minimum = row->minimum;
  *maximum = row->maximum;
}

JsonNode *
bright_settings_group_dup_json (BrightSettingsGroup *self, const char *key)
{
  const BrightSettingRow *row;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL, NULL);

  row = find_row (self, key);
  g_return_val_if_fail (row != NULL, NULL);
  return bright_setting_write (row, find_slot (self, row));
}
