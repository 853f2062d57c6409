/* What differs between two sets of settings: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-compare.h"

#include "bright-json.h"
#include "bright-settings-effect.h"

#include <glib/gi18n.h>
#include <string.h>

static void
change_free (gpointer data)
{
  BrightSettingChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change->effect);
  g_free (change);
}

static JsonNode *
dup_json (BrightSettings *settings, const char *name)
{
  const char *dot = strchr (name, '.');
  g_autofree char *group = g_strndup (name, (gsize)(dot - name));

  return bright_settings_group_dup_json (bright_settings_get_group (settings, group), dot + 1);
}

/* What a number or code is called; itself if nobody knows. */
static char *
word_reference (const BrightReferenceSpec *spec, const char *value, BrightChoices *choices)
{
  BrightChoice *choice = NULL;

  if (spec->none != NULL && strcmp (value, spec->none_value) == 0)
    return g_strdup (_ (spec->none));
  if (choices != NULL && spec->kind != NULL)
    choice = bright_choices_find (choices, spec->platform, spec->kind,
                                  spec->by_code ? 0 : g_ascii_strtoll (value, NULL, 10),
                                  spec->by_code ? value : NULL);
  return g_strdup (choice != NULL ? bright_choice_get_name (choice) : value);
}

static char *
word_list (const BrightReferenceSpec *spec, JsonArray *array, BrightChoices *choices)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *value = bright_json_read_text (json_array_get_element (array, i));
      g_autofree char *name = word_reference (spec, value, choices);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", name);
    }
  if (words->len == 0)
    g_string_append (words, _ ("none"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
word_map (const BrightMapSpec *spec, JsonArray *array, BrightChoices *choices)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = json_array_get_object_element (array, i);
      g_autofree char *left = bright_json_read_text (json_object_get_member (row, spec->left.name));
      g_autofree char *right
          = bright_json_read_text (json_object_get_member (row, spec->right.name));
      g_autofree char *left_name = word_reference (&spec->left.reference, left, choices);
      g_autofree char *right_name = word_reference (&spec->right.reference, right, choices);

      g_string_append_printf (words, "%s%s %s %s", i > 0 ? "; " : "", left_name, spec->arrow,
                              right_name);
    }
  if (words->len == 0)
    g_string_append (words, _ ("none"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
word_value (const BrightSettingSpec *spec, JsonNode *node, BrightChoices *choices)
{
  g_autofree char *text = NULL;

  if (spec->map != NULL)
    return word_map (spec->map, json_node_get_array (node), choices);
  if (spec->control == BRIGHT_CONTROL_LIST)
    return word_list (spec->reference, json_node_get_array (node), choices);
  if (spec->control == BRIGHT_CONTROL_SWITCH)
    return g_strdup (json_node_get_boolean (node) ? _ ("on") : _ ("off"));
  text = bright_json_read_text (node);
  if (spec->reference != NULL)
    return word_reference (spec->reference, text, choices);
  for (const BrightOptionSpec *option = spec->options; option != NULL && option->value != NULL;
       option++)
    if (strcmp (option->value, text) == 0)
      return g_strdup (_ (option->title));
  if (spec->factor > 1)
    return g_strdup_printf ("%g", (double)json_node_get_int (node) / (double)spec->factor);
  return text[0] != '\0' ? g_steal_pointer (&text) : g_strdup (_ ("none"));
}

static void
compare (const BrightSettingSpec *spec,
         BrightSettings *settings,
         BrightSettings *other,
         BrightChoices *choices,
         GPtrArray *seen,
         GPtrArray *changes)
{
  g_autoptr (JsonNode) before = dup_json (settings, spec->key);
  g_autoptr (JsonNode) after = dup_json (other, spec->key);
  BrightSettingChange *change;

  if (json_node_equal (before, after))
    return;
  change = g_new0 (BrightSettingChange, 1);
  change->spec = spec;
  change->before = word_value (spec, before, choices);
  change->after = word_value (spec, after, choices);
  change->effect = bright_settings_describe_filter (spec, before, after, seen);
  g_ptr_array_add (changes, change);
}

GPtrArray *
bright_settings_compare (BrightSettings *settings,
                         BrightSettings *other,
                         BrightChoices *choices,
                         GPtrArray *seen)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  g_return_val_if_fail (BRIGHT_IS_SETTINGS (settings) && BRIGHT_IS_SETTINGS (other), changes);

  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    for (const BrightGroupSpec *group = bright_tab_specs[i]->groups; group->title != NULL; group++)
      for (const BrightSettingSpec *spec = group->settings; spec->key != NULL; spec++)
        compare (spec, settings, other, choices, seen, changes);
  return changes;
}
