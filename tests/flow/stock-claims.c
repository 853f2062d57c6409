/* The stock of the practice store, compared with all orders taken into account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works it out from both platforms anew, in another way than the program does.
 */
#include "stock-view.h"

#include <string.h>

/* Incomplete, Shipped, Refunded, Cancelled, Declined, Completed. */
static const gint64 closed_statuses[] = { 0, 2, 4, 5, 6, 10 };

/* SKUs, without regard to case and blanks, with units. */
static void
add (GHashTable *units, const char *sku, gint64 count)
{
  g_autofree char *copy = g_strdup (sku != NULL ? sku : "");
  g_autofree char *key = g_utf8_strdown (g_strstrip (copy), -1);
  gint64 before = GPOINTER_TO_INT (g_hash_table_lookup (units, key));

  g_hash_table_insert (units, g_steal_pointer (&key), GINT_TO_POINTER ((int) (before + count)));
}

static gint64
get (GHashTable *units, const char *sku)
{
  g_autofree char *copy = g_strdup (sku != NULL ? sku : "");
  g_autofree char *key = g_utf8_strdown (g_strstrip (copy), -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (units, key));
}

static gboolean
get_flag (JsonNode *node, const char *path)
{
  JsonNode *value = bright_json_get (node, path);

  return value != NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_boolean (value);
}

static gboolean
is_open (JsonNode *order, const char *go_live)
{
  gint64 status = bright_json_get_integer (order, "status_id", 0);

  for (gsize i = 0; i < G_N_ELEMENTS (closed_statuses); i++)
    if (status == closed_statuses[i])
      return FALSE;
  return !get_flag (order, "is_deleted")
         && strcmp (bright_json_get_string (order, "date_created"), go_live) >= 0;
}

static const char *
find_sku (JsonArray *products, gint64 id)
{
  for (guint i = 0; i < json_array_get_length (products); i++)
    {
      JsonNode *product = json_array_get_element (products, i);

      if (bright_json_get_integer (product, "id", 0) == id)
        return bright_json_get_string (product, "sku");
    }
  return "";
}

/* Adds what is not reserved of a sales order. */
static void
add_sales_order (GHashTable *units, JsonNode *sales_order, JsonArray *products)
{
  JsonArray *rows = bright_json_get_array (sales_order, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);
      g_autofree char *path
          = g_strdup_printf ("reservation/orderRows/%" G_GINT64_FORMAT "/quantity",
                             bright_json_get_integer (row, "id", 0));
      BrightMoney quantity = 0;

      bright_json_read_money (bright_json_get (row, "quantity"), &quantity, NULL);
      add (units, find_sku (products, bright_json_get_integer (row, "productId", 0)),
           quantity / BRIGHT_MONEY_UNIT - bright_json_get_integer (sales_order, path, 0));
    }
}

static gboolean
add_sales_orders (GHashTable *units, JsonArray *sales_orders, JsonArray *products, gint64 order_id)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < json_array_get_length (sales_orders); i++)
    {
      JsonNode *sales_order = json_array_get_element (sales_orders, i);
      const char *reference = bright_json_get_string (sales_order, "externalRef");

      if (reference == NULL || g_ascii_strtoll (reference, NULL, 10) != order_id)
        continue;
      add_sales_order (units, sales_order, products);
      is_found = TRUE;
    }
  return is_found;
}

static void
add_order (GHashTable *units, Practice *practice, gint64 order_id)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order_id);
  g_autoptr (JsonNode) order = practice_call (practice, "GET", path, NULL);
  JsonArray *lines = bright_json_get_array (order, "lines");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonNode *line = json_array_get_element (lines, i);

      add (units, bright_json_get_string (line, "sku"),
           bright_json_get_integer (line, "quantity", 0)
               - bright_json_get_integer (line, "quantity_shipped", 0));
    }
}

guint
stock_count_inexact (Practice *practice, const char *go_live)
{
  g_autoptr (JsonArray) orders = practice_list (practice, "bigcommerce/orders");
  g_autoptr (JsonArray) stock = practice_list (practice, "bigcommerce/stock");
  g_autoptr (JsonArray) sales_orders = practice_list (practice, "brightpearl/sales-orders");
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");
  g_autoptr (GHashTable) claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) on_hand = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint wrong = 0;

  for (guint i = 0; i < json_array_get_length (orders); i++)
    {
      JsonNode *order = json_array_get_element (orders, i);
      gint64 id = bright_json_get_integer (order, "id", 0);

      if (is_open (order, go_live) && !add_sales_orders (claimed, sales_orders, products, id))
        add_order (claimed, practice, id);
    }
  for (guint i = 0; i < json_array_get_length (products); i++)
    {
      JsonNode *product = json_array_get_element (products, i);
      const char *sku = bright_json_get_string (product, "sku");

      add (kept, sku, get_flag (product, "stock/stockTracked") ? 1 : 100);
      add (on_hand, sku,
           bright_json_get_integer (product, "onHand/2", 0)
               + bright_json_get_integer (product, "onHand/3", 0));
    }
  for (guint i = 0; i < json_array_get_length (stock); i++)
    {
      JsonNode *variant = json_array_get_element (stock, i);
      const char *sku = bright_json_get_string (variant, "sku");
      gint64 level = bright_json_get_integer (variant, "level", -1);
      gint64 expected = MAX (get (on_hand, sku) - get (claimed, sku), 0);

      if (strcmp (bright_json_get_string (variant, "tracking"), "none") == 0
          || get (kept, sku) != 1 || level == expected)
        continue;
      g_test_message ("%s: has %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, sku, level,
                      expected);
      wrong++;
    }
  return wrong;
}
