/* All settings at one moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-table.h"

static gpointer
values_of (const BrightSettingsTable *table, gconstpointer snapshot)
{
  return (char *)snapshot + table->offset;
}

BrightSettingsSnapshot *
bright_settings_snapshot_new (BrightSettingsGroup *const *groups)
{
  BrightSettingsSnapshot *self = g_atomic_rc_box_new0 (BrightSettingsSnapshot);

  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    {
      const BrightSettingsTable *table = &bright_settings_tables[i];
      gconstpointer values = bright_settings_group_get_values (groups[i]);

      for (guint j = 0; j < table->n_rows; j++)
        bright_setting_copy (&table->rows[j], bright_setting_slot (&table->rows[j], values),
                             bright_setting_slot (&table->rows[j], values_of (table, self)));
    }
  return self;
}

BrightSettingsSnapshot *
bright_settings_snapshot_copy (const BrightSettingsSnapshot *self)
{
  BrightSettingsSnapshot *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new0 (BrightSettingsSnapshot);
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    {
      const BrightSettingsTable *table = &bright_settings_tables[i];

      for (guint j = 0; j < table->n_rows; j++)
        bright_setting_copy (&table->rows[j],
                             bright_setting_slot (&table->rows[j], values_of (table, self)),
                             bright_setting_slot (&table->rows[j], values_of (table, copy)));
    }
  return copy;
}

static void
snapshot_clear (gpointer self)
{
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    {
      const BrightSettingsTable *table = &bright_settings_tables[i];

      for (guint j = 0; j < table->n_rows; j++)
        bright_setting_clear (&table->rows[j],
                              bright_setting_slot (&table->rows[j], values_of (table, self)));
    }
}

BrightSettingsSnapshot *
bright_settings_snapshot_ref (BrightSettingsSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
bright_settings_snapshot_unref (BrightSettingsSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, snapshot_clear);
}

gboolean
bright_settings_snapshot_equal (const BrightSettingsSnapshot *self,
                                const BrightSettingsSnapshot *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    {
      const BrightSettingsTable *table = &bright_settings_tables[i];

      for (guint j = 0; j < table->n_rows; j++)
        {
          const BrightSettingRow *row = &table->rows[j];

          if (!bright_setting_equal (row, bright_setting_slot (row, values_of (table, self)),
                                     bright_setting_slot (row, values_of (table, other))))
            return FALSE;
        }
    }
  return TRUE;
}
