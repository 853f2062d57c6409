/* Reading one value, and saying what is wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-json.h"
#include "bright-settings-check.h"
#include "bright-settings-table.h"
#include "bright-time.h"

#define MAXIMUM_LIST 10000

void
bright_settings_report_init (BrightSettingsReport *report)
{
  report->faults = g_ptr_array_new_with_free_func (g_free);
  report->warnings = g_ptr_array_new_with_free_func (g_free);
}

void
bright_settings_report_clear (BrightSettingsReport *report)
{
  g_clear_pointer (&report->faults, g_ptr_array_unref);
  g_clear_pointer (&report->warnings, g_ptr_array_unref);
}

gboolean
bright_settings_report_check (BrightSettingsReport *report, GError **error)
{
  g_autofree char *text = NULL;

  if (report->faults->len == 0)
    return TRUE;
  g_ptr_array_add (report->faults, NULL);
  text = g_strjoinv ("\n", (char **)report->faults->pdata);
  g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, text);
  return FALSE;
}

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (BrightSettingsReport *report, const char *name, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (report->faults, g_strdup_printf ("%s: %s", name, reason));
  return FALSE;
}

/* Some numbers are written by the library in a way that it cannot read itself. */
static gboolean
can_be_written (JsonNode *node)
{
  g_autofree char *text = bright_json_to_string (node);
  g_autoptr (JsonNode) again = bright_json_parse (text, -1, NULL);

  return again != NULL && json_node_equal (node, again);
}

void
bright_settings_keep_unknown (JsonObject **unknown,
                              const char *name,
                              const char *member,
                              JsonNode *node,
                              BrightSettingsReport *report)
{
  if (!can_be_written (node))
    {
      refuse (report, name, "holds a number that cannot be kept");
      return;
    }
  if (*unknown == NULL)
    *unknown = json_object_new ();
  json_object_set_member (*unknown, member, json_node_copy (node));
  g_ptr_array_add (report->warnings,
                   g_strdup_printf ("%s: not a setting of this version, kept as it is", name));
}

static GType
type_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
}

static gboolean
read_boolean (const char *name, JsonNode *node, gboolean *value, BrightSettingsReport *report)
{
  if (type_of (node) != G_TYPE_BOOLEAN)
    return refuse (report, name, "expected true or false");
  *value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_number (const char *name,
             JsonNode *node,
             gint64 minimum,
             gint64 maximum,
             gint64 *value,
             BrightSettingsReport *report)
{
  if (type_of (node) == G_TYPE_DOUBLE)
    return refuse (report, name, "expected a whole number");
  if (type_of (node) != G_TYPE_INT64)
    return refuse (report, name, "expected a number");
  *value = json_node_get_int (node);
  if (*value < minimum || *value > maximum)
    return refuse (report, name, "expected a number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                   minimum, maximum);
  return TRUE;
}

/* Returns the text inside node, or NULL if it was refused. */
static const char *
read_string (const char *name, JsonNode *node, BrightSettingsReport *report)
{
  const char *text;

  if (type_of (node) != G_TYPE_STRING)
    return refuse (report, name, "expected a text"), NULL;
  text = json_node_get_string (node);
  if (!bright_settings_check_plain (text))
    return refuse (report, name, "expected a short text of one line"), NULL;
  return text;
}

static gboolean
read_text (const BrightSettingRow *row,
           const char *name,
           JsonNode *node,
           char **value,
           BrightSettingsReport *report)
{
  const char *text = read_string (name, node, report);

  if (text == NULL)
    return FALSE;
  if (row->accepts != NULL && !row->accepts (text))
    return refuse (report, name, "%s", row->expected);
  *value = g_strdup (text);
  return TRUE;
}

static gboolean
read_choice (const BrightSettingRow *row,
             const char *name,
             JsonNode *node,
             int *value,
             BrightSettingsReport *report)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = type_of (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  for (guint i = 0; row->choices[i] != NULL; i++)
    {
      if (g_strcmp0 (text, row->choices[i]) == 0)
        {
          *value = (int)i;
          return TRUE;
        }
      if (i > 0)
        g_string_append (words, row->choices[i + 1] == NULL ? " or " : ", ");
      g_string_append (words, row->choices[i]);
    }
  return refuse (report, name, "expected %s", words->str);
}

static gboolean
read_amount (const BrightSettingRow *row,
             const char *name,
             JsonNode *node,
             BrightMoney *value,
             BrightSettingsReport *report)
{
  char minimum[BRIGHT_MONEY_FORMAT_SIZE];
  char maximum[BRIGHT_MONEY_FORMAT_SIZE];

  if (type_of (node) != G_TYPE_STRING
      || !bright_money_parse (json_node_get_string (node), value, NULL))
    return refuse (report, name, "expected an amount in quotes, such as \"0.05\"");
  if (*value < row->minimum || *value > row->maximum)
    return refuse (report, name, "expected an amount from %s to %s",
                   bright_money_format (row->minimum, minimum),
                   bright_money_format (row->maximum, maximum));
  return TRUE;
}

static gboolean
read_time (const char *name, JsonNode *node, gint64 *value, BrightSettingsReport *report)
{
  const char *text = type_of (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (text == NULL || !bright_time_parse (text, value, NULL) || *value < 0)
    return refuse (report, name, "expected a time such as \"2026-11-01T00:00:00Z\"");
  /* The first second of all means "everything"; 0 would mean "not chosen". */
  if (*value == 0 && *text != '\0')
    *value = 1;
  return TRUE;
}

static gboolean
read_integers (const BrightSettingRow *row,
               const char *name,
               JsonArray *array,
               GArray **value,
               BrightSettingsReport *report)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_good = TRUE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      gint64 number;

      if (read_number (place, json_array_get_element (array, i), row->minimum, row->maximum,
                       &number, report))
        g_array_append_val (list, number);
      else
        is_good = FALSE;
    }
  if (is_good)
    *value = g_steal_pointer (&list);
  return is_good;
}

/* Returns one side of a mapping as text, or NULL if it was refused. */
static char *
read_side (const BrightMapSide *side,
           const char *row_name,
           JsonObject *object,
           BrightSettingsReport *report)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", row_name, side->name);
  JsonNode *node = json_object_get_member (object, side->name);
  const char *text;
  gint64 number;

  if (node == NULL)
    return refuse (report, name, "is missing"), NULL;
  if (side->kind == BRIGHT_SIDE_NUMBER)
    {
      if (!read_number (name, node, side->minimum, side->maximum, &number, report))
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
  text = read_string (name, node, report);
  if (text == NULL)
    return NULL;
  if (side->kind == BRIGHT_SIDE_NAME && *text == '\0')
    return refuse (report, name, "must not be empty"), NULL;
  if (side->kind == BRIGHT_SIDE_RATE && !bright_settings_check_rate (text))
    return refuse (report, name, "expected a rate in percent, such as \"17.5\""), NULL;
  return g_strdup (text);
}

/* Returns what is in a mapping besides its two sides, or NULL. */
static JsonObject *
read_unknown_members (const BrightMapSide *sides,
                      const char *row_name,
                      JsonObject *object,
                      BrightSettingsReport *report)
{
  g_autoptr (JsonObject) unknown = NULL;
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", row_name, (char *)link->data);

      if (g_str_equal (link->data, sides[0].name) || g_str_equal (link->data, sides[1].name))
        continue;
      bright_settings_keep_unknown (&unknown, name, link->data,
                                    json_object_get_member (object, link->data), report);
    }
  return g_steal_pointer (&unknown);
}

static gboolean
read_mappings (const BrightSettingRow *row,
               const char *name,
               JsonArray *array,
               GPtrArray **value,
               BrightSettingsReport *report)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_faults = report->faults->len;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (JsonObject) unknown = NULL;
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          refuse (report, place, "expected an object");
          continue;
        }
      left = read_side (&row->sides[0], place, json_node_get_object (node), report);
      right = read_side (&row->sides[1], place, json_node_get_object (node), report);
      unknown = read_unknown_members (row->sides, place, json_node_get_object (node), report);
      if (left != NULL && right != NULL)
        g_ptr_array_add (list, bright_mapping_new_with_unknown (left, right, unknown));
    }
  if (report->faults->len > n_faults)
    return FALSE;
  *value = g_steal_pointer (&list);
  return TRUE;
}

static gboolean
read_list (const BrightSettingRow *row,
           const char *name,
           JsonNode *node,
           gpointer slot,
           BrightSettingsReport *report)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return refuse (report, name, "expected a list");
  if (json_array_get_length (array) > MAXIMUM_LIST)
    return refuse (report, name, "has more than %d entries", MAXIMUM_LIST);
  if (row->kind == BRIGHT_SETTING_INTEGERS)
    return read_integers (row, name, array, slot, report);
  return read_mappings (row, name, array, slot, report);
}

gboolean
bright_setting_read (const BrightSettingRow *row,
                     const char *name,
                     JsonNode *node,
                     gpointer slot,
                     BrightSettingsReport *report)
{
  switch (row->kind)
    {
    case BRIGHT_SETTING_BOOLEAN:
      return read_boolean (name, node, slot, report);
    case BRIGHT_SETTING_INTEGER:
      return read_number (name, node, row->minimum, row->maximum, slot, report);
    case BRIGHT_SETTING_TEXT:
      return read_text (row, name, node, slot, report);
    case BRIGHT_SETTING_CHOICE:
      return read_choice (row, name, node, slot, report);
    case BRIGHT_SETTING_AMOUNT:
      return read_amount (row, name, node, slot, report);
    case BRIGHT_SETTING_TIME:
      return read_time (name, node, slot, report);
    case BRIGHT_SETTING_INTEGERS:
    case BRIGHT_SETTING_MAPPINGS:
      return read_list (row, name, node, slot, report);
    }
  g_return_val_if_reached (FALSE);
}
