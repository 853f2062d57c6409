/* One value in its slot: default, copy, comparison, JSON and property.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-json.h"
#include "bright-settings-table.h"
#include "bright-time.h"

/* Slots are reached through pointers to their C types. */
#define AS(type, slot) (*(type *)(slot))
#define AS_CONST(type, slot) (*(type const *)(slot))

void
bright_setting_clear (const BrightSettingRow *row, gpointer slot)
{
  switch (row->kind)
    {
    case BRIGHT_SETTING_TEXT:
      g_clear_pointer ((char **)slot, g_free);
      break;
    case BRIGHT_SETTING_INTEGERS:
      g_clear_pointer ((GArray **)slot, g_array_unref);
      break;
    case BRIGHT_SETTING_MAPPINGS:
      g_clear_pointer ((GPtrArray **)slot, g_ptr_array_unref);
      break;
    case BRIGHT_SETTING_BOOLEAN:
      AS (gboolean, slot) = FALSE;
      break;
    case BRIGHT_SETTING_CHOICE:
      AS (int, slot) = 0;
      break;
    case BRIGHT_SETTING_INTEGER:
    case BRIGHT_SETTING_AMOUNT:
    case BRIGHT_SETTING_TIME:
      AS (gint64, slot) = 0;
      break;
    }
}

void
bright_setting_copy (const BrightSettingRow *row, gconstpointer from, gpointer to)
{
  switch (row->kind)
    {
    case BRIGHT_SETTING_TEXT:
      AS (char *, to) = g_strdup (AS_CONST (char *, from));
      break;
    case BRIGHT_SETTING_INTEGERS:
      AS (GArray *, to) = g_array_ref (AS_CONST (GArray *, from));
      break;
    case BRIGHT_SETTING_MAPPINGS:
      AS (GPtrArray *, to) = g_ptr_array_ref (AS_CONST (GPtrArray *, from));
      break;
    case BRIGHT_SETTING_BOOLEAN:
      AS (gboolean, to) = AS_CONST (gboolean, from);
      break;
    case BRIGHT_SETTING_CHOICE:
      AS (int, to) = AS_CONST (int, from);
      break;
    case BRIGHT_SETTING_INTEGER:
    case BRIGHT_SETTING_AMOUNT:
    case BRIGHT_SETTING_TIME:
      AS (gint64, to) = AS_CONST (gint64, from);
      break;
    }
}

gboolean
bright_setting_equal (const BrightSettingRow *row, gconstpointer one, gconstpointer other)
{
  g_autoptr (JsonNode) one_node = bright_setting_write (row, one);
  g_autoptr (JsonNode) other_node = bright_setting_write (row, other);

  return json_node_equal (one_node, other_node);
}

void
bright_setting_reset (const BrightSettingRow *row, gpointer slot)
{
  if (row->fallback != NULL)
    {
      g_autoptr (JsonNode) node = bright_json_parse (row->fallback, -1, NULL);
      g_auto (BrightSettingsReport) report = { 0 };

      bright_settings_report_init (&report);
      if (!bright_setting_read (row, row->key, node, slot, &report))
        g_assert_not_reached ();
      return;
    }
  bright_setting_clear (row, slot);
  if (row->kind == BRIGHT_SETTING_TEXT)
    AS (char *, slot) = g_strdup ("");
  else if (row->kind == BRIGHT_SETTING_INTEGERS)
    AS (GArray *, slot) = g_array_new (FALSE, FALSE, sizeof (gint64));
  else if (row->kind == BRIGHT_SETTING_MAPPINGS)
    AS (GPtrArray *, slot) = g_ptr_array_new_with_free_func (g_object_unref);
}

static JsonNode *
new_integer (gint64 number)
{
  return json_node_init_int (json_node_alloc (), number);
}

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
write_integers (GArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    json_array_add_int_element (array, g_array_index (list, gint64, i));
  return new_array (array);
}

static void
write_side (const BrightMapSide *side, JsonObject *object, const char *text)
{
  gint64 number;

  if (side->kind == BRIGHT_SIDE_NUMBER
      && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    json_object_set_int_member (object, side->name, number);
  else
    json_object_set_string_member (object, side->name, text);
}

static void
copy_member (JsonObject *from, const char *name, JsonNode *node, gpointer to)
{
  json_object_set_member (to, name, json_node_copy (node));
}

void
bright_settings_copy_members (JsonObject *from, JsonObject *to)
{
  if (from != NULL)
    json_object_foreach_member (from, copy_member, to);
}

static JsonNode *
write_mappings (const BrightMapSide *sides, GPtrArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    {
      BrightMapping *mapping = g_ptr_array_index (list, i);
      JsonObject *object = json_object_new ();

      write_side (&sides[0], object, bright_mapping_get_left (mapping));
      write_side (&sides[1], object, bright_mapping_get_right (mapping));
      bright_settings_copy_members (bright_mapping_get_unknown (mapping), object);
      json_array_add_object_element (array, object);
    }
  return new_array (array);
}

char *
bright_setting_to_text (const BrightSettingRow *row, gconstpointer slot)
{
  gint64 seconds;

  switch (row->kind)
    {
    case BRIGHT_SETTING_TEXT:
      return g_strdup (AS_CONST (char *, slot));
    case BRIGHT_SETTING_CHOICE:
      return g_strdup (row->choices[AS_CONST (int, slot)]);
    case BRIGHT_SETTING_AMOUNT:
      return bright_money_to_string (AS_CONST (BrightMoney, slot));
    case BRIGHT_SETTING_TIME:
      seconds = AS_CONST (gint64, slot);
      return seconds == 0 ? g_strdup ("") : bright_time_format (seconds);
    default:
      g_return_val_if_reached (NULL);
    }
}

JsonNode *
bright_setting_write (const BrightSettingRow *row, gconstpointer slot)
{
  g_autofree char *text = NULL;

  switch (row->kind)
    {
    case BRIGHT_SETTING_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), AS_CONST (gboolean, slot));
    case BRIGHT_SETTING_INTEGER:
      return new_integer (AS_CONST (gint64, slot));
    case BRIGHT_SETTING_INTEGERS:
      return write_integers (AS_CONST (GArray *, slot));
    case BRIGHT_SETTING_MAPPINGS:
      return write_mappings (row->sides, AS_CONST (GPtrArray *, slot));
    default:
      text = bright_setting_to_text (row, slot);
      return new_string (text);
    }
}

GParamSpec *
bright_setting_make_spec (const BrightSettingRow *row)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (row->kind)
    {
    case BRIGHT_SETTING_BOOLEAN:
      return g_param_spec_boolean (row->key, NULL, NULL, FALSE, flags);
    case BRIGHT_SETTING_INTEGER:
      /* The whole range: a property binding would clamp to a smaller one, not be refused. */
      return g_param_spec_int64 (row->key, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case BRIGHT_SETTING_INTEGERS:
      return g_param_spec_variant (row->key, NULL, NULL, G_VARIANT_TYPE ("ax"), NULL, flags);
    case BRIGHT_SETTING_MAPPINGS:
      return g_param_spec_boxed (row->key, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    default:
      return g_param_spec_string (row->key, NULL, NULL, NULL, flags);
    }
}

void
bright_setting_to_value (const BrightSettingRow *row, gconstpointer slot, GValue *value)
{
  GArray *list;

  switch (row->kind)
    {
    case BRIGHT_SETTING_BOOLEAN:
      g_value_set_boolean (value, AS_CONST (gboolean, slot));
      break;
    case BRIGHT_SETTING_INTEGER:
      g_value_set_int64 (value, AS_CONST (gint64, slot));
      break;
    case BRIGHT_SETTING_INTEGERS:
      list = AS_CONST (GArray *, slot);
      g_value_set_variant (value, g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, list->data,
                                                             list->len, sizeof (gint64)));
      break;
    case BRIGHT_SETTING_MAPPINGS:
      g_value_set_boxed (value, AS_CONST (GPtrArray *, slot));
      break;
    default:
      g_value_take_string (value, bright_setting_to_text (row, slot));
      break;
    }
}

static JsonNode *
integers_from_variant (GVariant *variant)
{
  JsonArray *array = json_array_new ();
  gsize n_numbers = 0;
  const gint64 *numbers = NULL;

  if (variant != NULL)
    numbers = g_variant_get_fixed_array (variant, &n_numbers, sizeof (gint64));
  for (gsize i = 0; i < n_numbers; i++)
    json_array_add_int_element (array, numbers[i]);
  return new_array (array);
}

JsonNode *
bright_setting_from_value (const BrightSettingRow *row, const GValue *value)
{
  const char *text;
  GPtrArray *list;

  switch (row->kind)
    {
    case BRIGHT_SETTING_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), g_value_get_boolean (value));
    case BRIGHT_SETTING_INTEGER:
      return new_integer (g_value_get_int64 (value));
    case BRIGHT_SETTING_INTEGERS:
      return integers_from_variant (g_value_get_variant (value));
    case BRIGHT_SETTING_MAPPINGS:
      list = g_value_get_boxed (value);
      return list == NULL ? new_array (json_array_new ()) : write_mappings (row->sides, list);
    default:
      text = g_value_get_string (value);
      return new_string (text == NULL ? "" : text);
    }
}
