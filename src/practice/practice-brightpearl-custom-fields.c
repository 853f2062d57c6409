/* Brightpearl's custom fields of orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of custom fields does not count as a change of the order: its
 * version and date of change stay.
 */
#include "practice-brightpearl.h"

#define FIELDS_LIST "order-service/sale/custom-field-meta-data"

void
practice_get_custom_fields (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);

  if (order != NULL)
    practice_respond (answer, practice_object_node (json_object_ref (order->custom_fields)));
}

static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));
  return copy;
}

static gboolean
is_select (JsonObject *field)
{
  return strcmp (json_object_get_string_member (field, "customFieldType"), "SELECT") == 0;
}

/* Line breaks come back as Brightpearl's own. */
static char *
normalize_lines (const char *text)
{
  GString *lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\n", "\r\n", 0);
  return g_string_free (lines, FALSE);
}

static void
set_text_value (JsonObject *fields, const char *code, JsonNode *value, PracticeAnswer *answer)
{
  const char *text = bright_json_get_string (value, NULL);
  g_autofree char *lines = NULL;

  if (text == NULL)
    {
      practice_refuse (answer, 500, "CMNU-003", "Internal Server Error");
      return;
    }
  lines = normalize_lines (text);
  json_object_set_string_member (fields, code, lines);
}

static void
set_option (JsonObject *fields,
            JsonObject *field,
            const char *code,
            gint64 id,
            PracticeAnswer *answer)
{
  JsonObject *options = json_object_get_object_member (field, "options");
  char key[24];

  g_snprintf (key, sizeof key, "%" G_GINT64_FORMAT, id);
  if (json_object_has_member (options, key))
    json_object_set_member (fields, code, json_object_dup_member (options, key));
  else
    practice_refuse (answer, 400, "ORDC-170", "%s has no option %s", code, key);
}

static void
set_value (JsonObject *fields,
           JsonObject *field,
           const char *code,
           gboolean to_option,
           JsonNode *value,
           PracticeAnswer *answer)
{
  if (!is_select (field) && !to_option)
    set_text_value (fields, code, value, answer);
  else if (is_select (field) && to_option && JSON_NODE_HOLDS_VALUE (value))
    set_option (fields, field, code, bright_json_get_integer (value, NULL, 0), answer);
  else if (is_select (field) && !to_option && JSON_NODE_HOLDS_OBJECT (value))
    set_option (fields, field, code, bright_json_get_integer (value, "id", 0), answer);
  else
    practice_refuse (answer, 500, "CMNU-003", "Internal Server Error");
}

static void
apply_operation (PracticeAccount *account,
                 JsonObject *fields,
                 JsonNode *node,
                 PracticeAnswer *answer)
{
  const char *operation = bright_json_get_string (node, "op");
  const char *path = bright_json_get_string (node, "path");
  JsonNode *value = bright_json_get (node, "value");
  g_auto (GStrv) parts = g_strsplit (path != NULL ? path : "", "/", 3);
  gboolean well_formed = g_strv_length (parts) >= 2;
  const char *code = well_formed ? parts[1] : "";
  gboolean to_option = well_formed && g_strcmp0 (parts[2], "id") == 0;
  JsonObject *field = practice_reference_find (account, FIELDS_LIST, code);
  gboolean has_value = json_object_has_member (fields, code);

  if (field == NULL || (well_formed && parts[2] != NULL && !to_option))
    practice_refuse (answer, 400, "ORDC-171", "There is no custom field %s", code);
  else if (g_strcmp0 (operation, "remove") == 0 && has_value)
    json_object_remove_member (fields, code);
  else if (g_strcmp0 (operation, "add") == 0 && value != NULL && !to_option)
    set_value (fields, field, code, FALSE, value, answer);
  else if (g_strcmp0 (operation, "replace") == 0 && value != NULL && has_value)
    set_value (fields, field, code, to_option, value, answer);
  else
    practice_refuse (answer, 400, "ORDC-172", "Operation %s cannot be applied to %s",
                     operation != NULL ? operation : "none", code);
}

void
practice_patch_custom_fields (PracticeWorld *world,
                              const PracticeRequest *request,
                              PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  JsonArray *operations = bright_json_get_array (request->body, NULL);
  JsonObject *fields;

  if (order == NULL)
    return;
  if (operations == NULL)
    {
      practice_refuse (answer, 400, "CMNC-011", "A list of patch operations is required");
      return;
    }
  fields = copy_object (order->custom_fields);
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (operations); i++)
    apply_operation (world->account, fields, json_array_get_element (operations, i), answer);
  if (practice_is_refused (answer))
    {
      json_object_unref (fields);
      return;
    }
  json_object_unref (order->custom_fields);
  order->custom_fields = fields;
  practice_respond (answer, practice_object_node (json_object_ref (fields)));
}
