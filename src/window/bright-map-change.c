/* Changes of a map as it stands in the settings file: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-change.h"

/* What is no number is written as a text, which the setting then refuses by its name. */
static void
set_side (JsonObject *row, const BrightSideSpec *spec, const char *text)
{
  gint64 number;

  if (spec->is_number && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    json_object_set_int_member (row, spec->name, number);
  else
    json_object_set_string_member (row, spec->name, text);
}

JsonNode *
bright_map_add (JsonNode *map, const BrightMapSpec *spec, const char *left, const char *right)
{
  JsonObject *row = json_object_new ();

  set_side (row, &spec->left, left);
  set_side (row, &spec->right, right);
  json_array_add_object_element (json_node_get_array (map), row);
  return map;
}

JsonNode *
bright_map_replace (JsonNode *map,
                    const BrightMapSpec *spec,
                    guint index,
                    const char *left,
                    const char *right)
{
  JsonObject *row = json_array_get_object_element (json_node_get_array (map), index);

  set_side (row, &spec->left, left);
  set_side (row, &spec->right, right);
  return map;
}

JsonNode *
bright_map_remove (JsonNode *map, guint index)
{
  json_array_remove_element (json_node_get_array (map), index);
  return map;
}
