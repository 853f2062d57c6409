/* Records that are declared once: reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-record.h"

#include "bright-error.h"
#include "bright-time.h"

#define AT(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

static gboolean
refuse (GError **error, const char *expected)
{
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, ": expected %s", expected);
  return FALSE;
}

static gboolean
read_text (JsonNode *node, char **text, GError **error)
{
  char *value = bright_json_read_text (node);

  if (value == NULL)
    return refuse (error, "text");
  g_free (*text);
  *text = value;
  return TRUE;
}

static gboolean
read_boolean (JsonNode *node, gboolean *value, GError **error)
{
  gint64 number;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *value = json_node_get_boolean (node);
      return TRUE;
    }
  if (g_strcmp0 (bright_json_get_string (node, NULL), "true") == 0
      || g_strcmp0 (bright_json_get_string (node, NULL), "false") == 0)
    {
      *value = bright_json_get_string (node, NULL)[0] == 't';
      return TRUE;
    }
  if (!bright_json_read_integer (node, &number))
    return refuse (error, "true or false");
  *value = number != 0;
  return TRUE;
}

static gboolean
read_time (JsonNode *node, gint64 *seconds, GError **error)
{
  const char *text = bright_json_get_string (node, NULL);

  if (text == NULL)
    return bright_json_read_integer (node, seconds) || refuse (error, "a point in time");
  if (bright_time_parse (text, seconds, error))
    return TRUE;
  g_prefix_error (error, ": ");
  return FALSE;
}

static gboolean
read_money (JsonNode *node, BrightMoney *amount, GError **error)
{
  if (bright_json_read_money (node, amount, error))
    return TRUE;
  g_prefix_error (error, ": ");
  return FALSE;
}

static gboolean
read_record (const BrightRecordType *type, JsonNode *node, gpointer *record, GError **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      if (json_array_get_length (array) == 0)
        return TRUE;
      node = json_array_get_element (array, 0);
    }
  *record = bright_record_read (type, node, error);
  return *record != NULL;
}

static gboolean
read_records (const BrightRecordType *type, JsonNode *node, GPtrArray *records, GError **error)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, "a list");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gpointer record = bright_record_read (type, json_array_get_element (array, i), error);

      if (record == NULL)
        {
          g_prefix_error (error, "[%u]", i);
          return FALSE;
        }
      g_ptr_array_add (records, record);
    }
  return TRUE;
}

static gboolean
read_map (const BrightRecordType *type, JsonNode *node, GPtrArray *records, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  /* An empty map may come as an empty list. */
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "an object");
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gpointer record;

      record = bright_record_read (type, member, error);
      if (record == NULL)
        {
          g_prefix_error (error, ".%s", name);
          return FALSE;
        }
      g_ptr_array_add (records, record);
      if (!g_ascii_string_to_signed (name, 10, G_MININT64, G_MAXINT64,
                                     &AT (record, type->fields, gint64), NULL))
        return refuse (error, "numbers as names");
    }
  return TRUE;
}

static gboolean
read_integers (JsonNode *node, GArray *integers, GError **error)
{
  JsonArray *array = bright_json_get_array (node, NULL);

  if (array == NULL)
    return refuse (error, "a list of numbers");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gint64 value;

      if (!bright_json_read_integer (json_array_get_element (array, i), &value))
        return refuse (error, "a list of numbers");
      g_array_append_val (integers, value);
    }
  return TRUE;
}

static gboolean
read_strings (JsonNode *node, char ***strings, GError **error)
{
  JsonArray *array = bright_json_get_array (node, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (array == NULL)
    return refuse (error, "a list of texts");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *text = bright_json_read_text (json_array_get_element (array, i));

      if (text == NULL)
        return refuse (error, "a list of texts");
      g_strv_builder_add (builder, text);
    }
  g_strfreev (*strings);
  *strings = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_field (const BrightField *field, JsonNode *node, gpointer record, GError **error)
{
  switch (field->type)
    {
    case BRIGHT_FIELD_STRING:
      return read_text (node, &AT (record, field, char *), error);
    case BRIGHT_FIELD_INTEGER:
      return bright_json_read_integer (node, &AT (record, field, gint64))
             || refuse (error, "a whole number");
    case BRIGHT_FIELD_BOOLEAN:
      return read_boolean (node, &AT (record, field, gboolean), error);
    case BRIGHT_FIELD_MONEY:
      return read_money (node, &AT (record, field, BrightMoney), error);
    case BRIGHT_FIELD_TIME:
      return read_time (node, &AT (record, field, gint64), error);
    case BRIGHT_FIELD_RECORD:
      return read_record (field->record, node, &AT (record, field, gpointer), error);
    case BRIGHT_FIELD_RECORDS:
      return read_records (field->record, node, AT (record, field, GPtrArray *), error);
    case BRIGHT_FIELD_RECORD_MAP:
      return read_map (field->record, node, AT (record, field, GPtrArray *), error);
    case BRIGHT_FIELD_INTEGERS:
      return read_integers (node, AT (record, field, GArray *), error);
    case BRIGHT_FIELD_STRINGS:
      return read_strings (node, &AT (record, field, char **), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gpointer
bright_record_read (const BrightRecordType *type, JsonNode *node, GError **error)
{
  gpointer record;

  g_return_val_if_fail (type != NULL && node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, ": expected an object (%s)",
                   type->name);
      return NULL;
    }
  record = bright_record_new (type);
  for (const BrightField *field = type->fields; field->name != NULL; field++)
    {
      JsonNode *member = bright_json_get (node, field->name);
      gboolean good = member != NULL ? read_field (field, member, record, error)
                                     : !field->required || refuse (error, "a value, found none");

      if (!good)
        {
          g_prefix_error (error, ".%s", field->name);
          bright_record_free (type, record);
          return NULL;
        }
    }
  return record;
}

GPtrArray *
bright_record_read_list (const BrightRecordType *type, JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) records = bright_record_list_new (type);

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      refuse (error, "a list");
      return NULL;
    }
  if (!read_records (type, node, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

gpointer
bright_record_read_text (const BrightRecordType *type, const char *text, GError **error)
{
  g_autoptr (JsonNode) node = bright_json_parse (text, -1, error);

  return node != NULL ? bright_record_read (type, node, error) : NULL;
}
