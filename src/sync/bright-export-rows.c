/* Rows of an export as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-export-rows.h"

#include "bright-time.h"

#include <json-glib/json-glib.h>
#include <string.h>

static gconstpointer
get_slot (const BrightExportColumn *column, gconstpointer record)
{
  return (const char *)record + column->offset;
}

/* A value as CSV shows it, without quotation marks. */
static char *
format_value (const BrightExportColumn *column, gconstpointer record)
{
  gconstpointer slot = get_slot (column, record);
  char amount[BRIGHT_MONEY_FORMAT_SIZE];
  gint64 number;

  switch (column->kind)
    {
    case BRIGHT_COLUMN_TEXT:
      return g_strdup (*(char *const *)slot);
    case BRIGHT_COLUMN_BOOLEAN:
      return g_strdup (*(const gboolean *)slot ? "true" : "false");
    case BRIGHT_COLUMN_MONEY:
      return g_strdup (bright_money_format (*(const BrightMoney *)slot, amount));
    case BRIGHT_COLUMN_TIME:
      number = *(const gint64 *)slot;
      return number != 0 ? bright_time_format (number) : g_strdup ("");
    case BRIGHT_COLUMN_INTEGER:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *)slot);
    }
}

/* Shoppers choose their names, and spreadsheets run what begins like a formula. */
static gboolean
looks_like_formula (const BrightExportColumn *column, const char *value)
{
  return column->kind == BRIGHT_COLUMN_TEXT && value[0] != '\0' && strchr ("=+-@\t\r", value[0]);
}

static void
append_csv (GString *text, const BrightExportColumn *column, const char *value)
{
  gboolean is_formula = looks_like_formula (column, value);

  if (!is_formula && strpbrk (value, "\",\r\n") == NULL)
    {
      g_string_append (text, value);
      return;
    }
  g_string_append (text, is_formula ? "\"'" : "\"");
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *value);
    }
  g_string_append_c (text, '"');
}

static JsonNode *
make_node (const BrightExportColumn *column, gconstpointer record)
{
  gconstpointer slot = get_slot (column, record);
  JsonNode *node = json_node_alloc ();
  g_autofree char *value = NULL;

  if (column->kind == BRIGHT_COLUMN_INTEGER)
    return json_node_init_int (node, *(const gint64 *)slot);
  if (column->kind == BRIGHT_COLUMN_BOOLEAN)
    return json_node_init_boolean (node, *(const gboolean *)slot);
  value = format_value (column, record);
  if (column->kind == BRIGHT_COLUMN_TIME && value[0] == '\0')
    return json_node_init_null (node);
  return json_node_init_string (node, value);
}

void
bright_export_append_head (GString *text,
                           BrightExportFormat format,
                           const char *name,
                           const BrightExportColumn *columns)
{
  if (format == BRIGHT_EXPORT_JSON)
    {
      g_string_append_printf (text, "{\"export\": \"%s\", \"rows\": [", name);
      return;
    }
  for (const BrightExportColumn *column = columns; column->name != NULL; column++)
    g_string_append_printf (text, "%s%s", column == columns ? "" : ",", column->name);
  g_string_append (text, "\r\n");
}

static void
append_object (GString *text, const BrightExportColumn *columns, gconstpointer record, guint index)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *written = NULL;

  for (const BrightExportColumn *column = columns; column->name != NULL; column++)
    json_object_set_member (object, column->name, make_node (column, record));
  json_node_take_object (node, object);
  written = json_to_string (node, FALSE);
  g_string_append_printf (text, "%s%s", index == 0 ? "" : ", ", written);
}

void
bright_export_append_row (GString *text,
                          BrightExportFormat format,
                          const BrightExportColumn *columns,
                          gconstpointer record,
                          guint index)
{
  if (format == BRIGHT_EXPORT_JSON)
    {
      append_object (text, columns, record, index);
      return;
    }
  for (const BrightExportColumn *column = columns; column->name != NULL; column++)
    {
      g_autofree char *value = format_value (column, record);

      if (column != columns)
        g_string_append_c (text, ',');
      append_csv (text, column, value);
    }
  g_string_append (text, "\r\n");
}

void
bright_export_append_tail (GString *text, BrightExportFormat format)
{
  if (format == BRIGHT_EXPORT_JSON)
    g_string_append (text, "]}\n");
}
