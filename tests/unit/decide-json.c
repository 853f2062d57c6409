/* Short JSON for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-json.h"

#include <string.h>

JsonNode *
decide_json_read (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text != NULL ? text : "{}"), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (quoted, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

void
decide_json_merge (JsonObject *base, JsonObject *changes)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &name, &member))
    {
      JsonNode *present = json_object_get_member (base, name);

      if (present != NULL && JSON_NODE_HOLDS_OBJECT (present) && JSON_NODE_HOLDS_OBJECT (member))
        decide_json_merge (json_node_get_object (present), json_node_get_object (member));
      else
        json_object_set_member (base, name, json_node_copy (member));
    }
}

JsonNode *
decide_json_read_merged (const char *base, const char *changes)
{
  JsonNode *node = decide_json_read (base);
  g_autoptr (JsonNode) changed = decide_json_read (changes);

  decide_json_merge (json_node_get_object (node), json_node_get_object (changed));
  return node;
}

static gboolean
object_contains (JsonObject *object, JsonObject *part)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, part);
  while (json_object_iter_next (&iter, &name, &member))
    if (!decide_json_contains (json_object_get_member (object, name), member))
      return FALSE;
  return TRUE;
}

static gboolean
array_contains (JsonArray *array, JsonArray *part)
{
  if (json_array_get_length (array) != json_array_get_length (part))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!decide_json_contains (json_array_get_element (array, i), json_array_get_element (part, i)))
      return FALSE;
  return TRUE;
}

gboolean
decide_json_contains (JsonNode *node, JsonNode *part)
{
  if (JSON_NODE_HOLDS_NULL (part))
    return node == NULL;
  if (node == NULL || json_node_get_node_type (node) != json_node_get_node_type (part))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (part))
    return object_contains (json_node_get_object (node), json_node_get_object (part));
  if (JSON_NODE_HOLDS_ARRAY (part))
    return array_contains (json_node_get_array (node), json_node_get_array (part));
  return json_node_equal (node, part);
}

gpointer
decide_json_to_record (const BrightRecordType *type, JsonNode *node)
{
  g_autofree char *text = bright_json_to_string (node);
  g_autoptr (GError) error = NULL;
  gpointer record = bright_record_read_text (type, text, &error);

  g_assert_no_error (error);
  return record;
}
