/* Tests of the rows of an export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-export-rows.h"
#include "bright-json.h"

typedef struct
{
  char *text;
  gint64 number;
  gboolean flag;
  BrightMoney money;
  gint64 time;
} Row;

static const BrightExportColumn columns[] = {
  { "text", BRIGHT_COLUMN_TEXT, G_STRUCT_OFFSET (Row, text) },
  { "number", BRIGHT_COLUMN_INTEGER, G_STRUCT_OFFSET (Row, number) },
  { "flag", BRIGHT_COLUMN_BOOLEAN, G_STRUCT_OFFSET (Row, flag) },
  { "money", BRIGHT_COLUMN_MONEY, G_STRUCT_OFFSET (Row, money) },
  { "time", BRIGHT_COLUMN_TIME, G_STRUCT_OFFSET (Row, time) },
  { NULL },
};

static const struct
{
  Row row;
  const char *csv;
} rows[] = {
  { { (char *)"plain", 7, TRUE, 125000, 1793491200 },
    "plain,7,true,12.50,2026-11-01T00:00:00Z\r\n" },
  { { (char *)"", 0, FALSE, 0, 0 }, ",0,false,0.00,\r\n" },
  { { (char *)"a, b", -1, FALSE, -100, 0 }, "\"a, b\",-1,false,-0.01,\r\n" },
  { { (char *)"say \"yes\"", 0, FALSE, 0, 0 }, "\"say \"\"yes\"\"\",0,false,0.00,\r\n" },
  { { (char *)"two\nlines", 0, FALSE, 0, 0 }, "\"two\nlines\",0,false,0.00,\r\n" },
  { { (char *)"=1+1", 0, FALSE, 0, 0 }, "\"'=1+1\",0,false,0.00,\r\n" },
  { { (char *)"@cmd \"x\"", 0, FALSE, 0, 0 }, "\"'@cmd \"\"x\"\"\",0,false,0.00,\r\n" },
  { { (char *)"Søren", 0, FALSE, 0, 0 }, "Søren,0,false,0.00,\r\n" },
};

static void
test_csv (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      bright_export_append_row (text, BRIGHT_EXPORT_CSV, columns, &rows[i].row, 0);
      g_assert_cmpstr (text->str, ==, rows[i].csv);
    }
}

static void
test_head (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  bright_export_append_head (text, BRIGHT_EXPORT_CSV, "things", columns);
  g_assert_cmpstr (text->str, ==, "text,number,flag,money,time\r\n");
  bright_export_append_tail (text, BRIGHT_EXPORT_CSV);
  g_assert_cmpstr (text->str, ==, "text,number,flag,money,time\r\n");
}

/* With any number of rows it is one object, and a text comes back as it was. */
static void
test_json (void)
{
  for (guint n = 0; n <= G_N_ELEMENTS (rows); n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;
      JsonArray *list;

      bright_export_append_head (text, BRIGHT_EXPORT_JSON, "things", columns);
      for (guint i = 0; i < n; i++)
        bright_export_append_row (text, BRIGHT_EXPORT_JSON, columns, &rows[i].row, i);
      bright_export_append_tail (text, BRIGHT_EXPORT_JSON);
      node = bright_json_parse (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (bright_json_get_string (node, "export"), ==, "things");
      list = bright_json_get_array (node, "rows");
      g_assert_cmpuint (json_array_get_length (list), ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (bright_json_get_string (json_array_get_element (list, i), "text"), ==,
                         rows[i].row.text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-rows/csv", test_csv);
  g_test_add_func ("/export-rows/head", test_head);
  g_test_add_func ("/export-rows/json", test_json);
  return g_test_run ();
}
