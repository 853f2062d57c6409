/* Records that are declared once: life, writing, copying.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-record.h"

#include "bright-error.h"
#include "bright-time.h"

#include <string.h>

#define AT(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

/* GPtrArray has no room for user data in its free function, so each list
 * carries its type in a hidden first block. */
typedef struct
{
  const BrightRecordType *type;
} RecordHeader;

#define HEADER_SIZE 16

static RecordHeader *
get_header (gpointer record)
{
  return (RecordHeader *) ((char *) record - HEADER_SIZE);
}

static void
free_by_header (gpointer record)
{
  bright_record_free (get_header (record)->type, record);
}

GPtrArray *
bright_record_list_new (const BrightRecordType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return g_ptr_array_new_with_free_func (free_by_header);
}

gpointer
bright_record_new (const BrightRecordType *type)
{
  char *block;
  gpointer record;

  g_return_val_if_fail (type != NULL, NULL);

  block = g_malloc0 (HEADER_SIZE + type->size);
  record = block + HEADER_SIZE;
  get_header (record)->type = type;
  for (const BrightField *field = type->fields; field->name != NULL; field++)
    switch (field->type)
      {
      case BRIGHT_FIELD_STRING:
        AT (record, field, char *) = g_strdup ("");
        break;
      case BRIGHT_FIELD_RECORDS:
      case BRIGHT_FIELD_RECORD_MAP:
        AT (record, field, GPtrArray *) = bright_record_list_new (field->record);
        break;
      case BRIGHT_FIELD_INTEGERS:
        AT (record, field, GArray *) = g_array_new (FALSE, FALSE, sizeof (gint64));
        break;
      case BRIGHT_FIELD_STRINGS:
        AT (record, field, char **) = g_new0 (char *, 1);
        break;
      default:
        break;
      }
  return record;
}

void
bright_record_free (const BrightRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  g_assert (get_header (record)->type == type);
  for (const BrightField *field = type->fields; field->name != NULL; field++)
    switch (field->type)
      {
      case BRIGHT_FIELD_STRING:
        g_free (AT (record, field, char *));
        break;
      case BRIGHT_FIELD_RECORD:
        bright_record_free (field->record, AT (record, field, gpointer));
        break;
      case BRIGHT_FIELD_RECORDS:
      case BRIGHT_FIELD_RECORD_MAP:
        g_ptr_array_unref (AT (record, field, GPtrArray *));
        break;
      case BRIGHT_FIELD_INTEGERS:
        g_array_unref (AT (record, field, GArray *));
        break;
      case BRIGHT_FIELD_STRINGS:
        g_strfreev (AT (record, field, char **));
        break;
      default:
        break;
      }
  g_free (get_header (record));
}

static JsonNode *
write_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonNode *
write_records (const BrightField *field, GPtrArray *records)
{
  JsonArray *array = json_array_sized_new (records->len);

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (array, bright_record_write (field->record, records->pdata[i]));
  return take_array (array);
}

static JsonNode *
write_map (const BrightField *field, GPtrArray *records)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < records->len; i++)
    {
      gint64 key = AT (records->pdata[i], field->record->fields, gint64);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, key);

      json_object_set_member (object, name,
                              bright_record_write (field->record, records->pdata[i]));
    }
  return take_object (object);
}

static JsonNode *
write_integers (GArray *integers)
{
  JsonArray *array = json_array_sized_new (integers->len);

  for (guint i = 0; i < integers->len; i++)
    json_array_add_int_element (array, g_array_index (integers, gint64, i));
  return take_array (array);
}

static JsonNode *
write_strings (char **strings)
{
  JsonArray *array = json_array_new ();

  for (char **string = strings; *string != NULL; string++)
    json_array_add_string_element (array, *string);
  return take_array (array);
}

static gboolean
is_empty (const BrightField *field, gconstpointer record)
{
  switch (field->type)
    {
    case BRIGHT_FIELD_STRING:
      return AT (record, field, char *)[0] == '\0';
    case BRIGHT_FIELD_INTEGER:
    case BRIGHT_FIELD_MONEY:
    case BRIGHT_FIELD_TIME:
      return AT (record, field, gint64) == 0;
    case BRIGHT_FIELD_BOOLEAN:
      return !AT (record, field, gboolean);
    case BRIGHT_FIELD_RECORD:
      return AT (record, field, gpointer) == NULL;
    case BRIGHT_FIELD_RECORDS:
    case BRIGHT_FIELD_RECORD_MAP:
      return AT (record, field, GPtrArray *)->len == 0;
    case BRIGHT_FIELD_INTEGERS:
      return AT (record, field, GArray *)->len == 0;
    case BRIGHT_FIELD_STRINGS:
      return AT (record, field, char **)[0] == NULL;
    default:
      g_return_val_if_reached (TRUE);
    }
}

static JsonNode *
write_field (const BrightField *field, gconstpointer record)
{
  char money[BRIGHT_MONEY_FORMAT_SIZE];
  g_autofree char *time = NULL;

  switch (field->type)
    {
    case BRIGHT_FIELD_STRING:
      return write_text (AT (record, field, char *));
    case BRIGHT_FIELD_INTEGER:
      return json_node_init_int (json_node_alloc (), AT (record, field, gint64));
    case BRIGHT_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), AT (record, field, gboolean));
    case BRIGHT_FIELD_MONEY:
      return write_text (bright_money_format (AT (record, field, BrightMoney), money));
    case BRIGHT_FIELD_TIME:
      if (AT (record, field, gint64) == 0)
        return write_text ("");
      time = bright_time_format (AT (record, field, gint64));
      return write_text (time);
    case BRIGHT_FIELD_RECORD:
      return bright_record_write (field->record, AT (record, field, gpointer));
    case BRIGHT_FIELD_RECORDS:
      return write_records (field, AT (record, field, GPtrArray *));
    case BRIGHT_FIELD_RECORD_MAP:
      return write_map (field, AT (record, field, GPtrArray *));
    case BRIGHT_FIELD_INTEGERS:
      return write_integers (AT (record, field, GArray *));
    case BRIGHT_FIELD_STRINGS:
      return write_strings (AT (record, field, char **));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A needed field is written even if it is 0: the reader would miss it. */
static gboolean
is_written (const BrightField *field, gconstpointer record)
{
  if (field->required && field->type != BRIGHT_FIELD_RECORD)
    return TRUE;
  return !is_empty (field, record);
}

static void
merge_member (JsonObject *unused, const char *name, JsonNode *member, gpointer target)
{
  json_object_set_member (target, name, json_node_copy (member));
}

/* Puts a node where a name with slashes leads, making objects on the way. */
static void
set_by_path (JsonObject *object, const char *name, JsonNode *node)
{
  const char *slash;

  if (name[0] == '\0')
    {
      json_object_foreach_member (json_node_get_object (node), merge_member, object);
      json_node_unref (node);
      return;
    }
  while ((slash = strchr (name, '/')) != NULL)
    {
      g_autofree char *head = g_strndup (name, (gsize) (slash - name));

      if (!json_object_has_member (object, head))
        json_object_set_object_member (object, head, json_object_new ());
      object = json_object_get_object_member (object, head);
      name = slash + 1;
    }
  json_object_set_member (object, name, node);
}

JsonNode *
bright_record_write (const BrightRecordType *type, gconstpointer record)
{
  JsonObject *object;

  g_return_val_if_fail (type != NULL && record != NULL, NULL);

  object = json_object_new ();
  for (const BrightField *field = type->fields; field->name != NULL; field++)
    if (is_written (field, record))
      set_by_path (object, field->name, write_field (field, record));
  return take_object (object);
}

char *
bright_record_to_string (const BrightRecordType *type, gconstpointer record)
{
  g_autoptr (JsonNode) node = bright_record_write (type, record);

  return bright_json_to_string (node);
}

char *
bright_record_digest (const BrightRecordType *type, gconstpointer record)
{
  g_autofree char *text = bright_record_to_string (type, record);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

gpointer
bright_record_copy (const BrightRecordType *type, gconstpointer record)
{
  g_autoptr (JsonNode) node = bright_record_write (type, record);
  g_autoptr (GError) error = NULL;
  gpointer copy = bright_record_read (type, node, &error);

  /* What the writer wrote the reader reads, unless a required field is empty. */
  if (copy == NULL)
    g_error ("%s: %s", type->name, error->message);
  return copy;
}
