/* What a changed setting does, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-effect.h"

#include "bright-sync-insight.h"

#include <glib/gi18n.h>
#include <string.h>

guint
bright_seen_count (GPtrArray *seen, const char *kind, const char *value)
{
  for (guint i = 0; seen != NULL && i < seen->len; i++)
    {
      const BrightSeen *entry = seen->pdata[i];

      if (strcmp (entry->kind, kind) == 0 && strcmp (entry->value, value) == 0)
        return entry->orders;
    }
  return 0;
}

char *
bright_settings_count_words (guint orders)
{
  return g_strdup_printf (ngettext ("%u order", "%u orders", orders), orders);
}

/* How many orders a value lets through. */
static gint64
count_included (const BrightSettingSpec *spec, JsonNode *value, GPtrArray *seen)
{
  gint64 included = 0;
  JsonArray *array;

  if (spec->control == BRIGHT_CONTROL_SWITCH)
    return json_node_get_boolean (value) ? bright_seen_count (seen, spec->seen, "") : 0;
  array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *status
          = g_strdup_printf ("%" G_GINT64_FORMAT, json_array_get_int_element (array, i));

      included += bright_seen_count (seen, spec->seen, status);
    }
  return included;
}

/* Settings that decide which orders are synced at all. */
static gboolean
is_filter (const BrightSettingSpec *spec)
{
  return strcmp (spec->key, "orders.bigcommerce-statuses") == 0
         || strcmp (spec->key, "orders.guest-orders") == 0;
}

char *
bright_settings_describe_filter (const BrightSettingSpec *spec,
                                 JsonNode *before,
                                 JsonNode *after,
                                 GPtrArray *seen)
{
  gint64 difference;
  guint orders;

  g_return_val_if_fail (spec != NULL && before != NULL && after != NULL, NULL);

  if (!is_filter (spec))
    return NULL;
  difference = count_included (spec, after, seen) - count_included (spec, before, seen);
  orders = (guint)ABS (difference);
  if (difference == 0)
    return NULL;
  if (difference > 0)
    return g_strdup_printf (
        ngettext ("%u more order will sync.", "%u more orders will sync.", orders), orders);
  return g_strdup_printf (
      ngettext ("%u order fewer will sync.", "%u orders fewer will sync.", orders), orders);
}

char *
bright_settings_describe_change (const BrightSettingSpec *spec,
                                 JsonNode *before,
                                 JsonNode *after,
                                 GPtrArray *seen)
{
  char *filter;

  g_return_val_if_fail (spec != NULL && before != NULL && after != NULL, NULL);

  filter = bright_settings_describe_filter (spec, before, after, seen);
  if (filter != NULL)
    return filter;
  if (spec->control == BRIGHT_CONTROL_SWITCH)
    /* Translators: the title of a setting */
    return g_strdup_printf (json_node_get_boolean (after) ? _ ("On: %s.") : _ ("Off: %s."),
                            _ (spec->title));
  for (const BrightOptionSpec *option = spec->options;
       option != NULL && option->value != NULL && spec->control != BRIGHT_CONTROL_TEXT; option++)
    if (strcmp (option->value, json_node_get_string (after)) == 0)
      /* Translators: the title of a setting, and what was chosen */
      return g_strdup_printf (_ ("%s: %s."), _ (spec->title), _ (option->title));
  /* Translators: the title of a setting */
  return g_strdup_printf (_ ("%s changed."), _ (spec->title));
}
