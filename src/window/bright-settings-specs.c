/* What the page Settings has: finding something in the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-specs.h"

#include <string.h>

const BrightTabSpec *const bright_tab_specs[BRIGHT_N_TABS] = {
  &bright_tab_spec_orders, &bright_tab_spec_items,    &bright_tab_spec_fulfillment,
  &bright_tab_spec_notes,  &bright_tab_spec_payments, &bright_tab_spec_inventory,
};

static const BrightSettingSpec *
find_in_tab (const BrightTabSpec *tab, const char *key)
{
  for (const BrightGroupSpec *group = tab->groups; group->title != NULL; group++)
    for (const BrightSettingSpec *spec = group->settings; spec->key != NULL; spec++)
      if (strcmp (spec->key, key) == 0)
        return spec;
  return NULL;
}

const BrightSettingSpec *
bright_settings_specs_find (const char *key, guint *tab)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    {
      const BrightSettingSpec *spec = find_in_tab (bright_tab_specs[i], key);

      if (spec == NULL)
        continue;
      if (tab != NULL)
        *tab = i;
      return spec;
    }
  return NULL;
}

guint
bright_settings_specs_find_tab (const char *key)
{
  static const char *const groups[BRIGHT_N_TABS]
      = { "orders", "items", "fulfillment", "notes", "payments", "inventory" };
  guint tab;

  g_return_val_if_fail (key != NULL, BRIGHT_N_TABS);

  if (bright_settings_specs_find (key, &tab) != NULL)
    return tab;
  for (tab = 0; tab < BRIGHT_N_TABS; tab++)
    if (strcmp (groups[tab], key) == 0)
      return tab;
  return strcmp (key, "schedule") == 0 ? 0 : BRIGHT_N_TABS;
}
