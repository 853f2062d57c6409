/* The stock of the practice store, on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stock-view.h"

#include <string.h>

static char *
fold (const char *sku)
{
  g_autofree char *copy = g_strdup (sku != NULL ? sku : "");

  return g_utf8_strdown (g_strstrip (copy), -1);
}

static gint64
get_on_hand (JsonNode *product)
{
  return bright_json_get_integer (product, "onHand/2", 0)
         + bright_json_get_integer (product, "onHand/3", 0);
}

static gboolean
has_sku (JsonNode *node, const char *sku)
{
  g_autofree char *one = fold (bright_json_get_string (node, "sku"));
  g_autofree char *other = fold (sku);

  return strcmp (one, other) == 0;
}

/* How many have the SKU; @found is one of them, and belongs to @list. */
static guint
find (JsonArray *list, const char *sku, JsonNode **found)
{
  guint count = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (has_sku (json_array_get_element (list, i), sku))
      {
        *found = json_array_get_element (list, i);
        count++;
      }
  return count;
}

gint64
stock_get_level (Practice *practice, const char *sku)
{
  g_autoptr (JsonArray) stock = practice_list (practice, "bigcommerce/stock");
  JsonNode *variant = NULL;

  g_assert_cmpuint (find (stock, sku, &variant), ==, 1);
  return bright_json_get_integer (variant, "level", -1);
}

static void
set_on_hand (Practice *practice, gint64 id, gint64 main_units, gint64 shop_units)
{
  g_autofree char *path = g_strdup_printf ("brightpearl/products/%" G_GINT64_FORMAT, id);

  practice_do (practice, path,
               "{'onHand': {'2': %" G_GINT64_FORMAT ", '3': %" G_GINT64_FORMAT "}}", main_units,
               shop_units);
}

void
stock_set_on_hand (Practice *practice, const char *sku, gint64 main_units, gint64 shop_units)
{
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");
  JsonNode *product = NULL;

  g_assert_cmpuint (find (products, sku, &product), ==, 1);
  set_on_hand (practice, bright_json_get_integer (product, "id", 0), main_units, shop_units);
}

gint64
stock_add_product (Practice *practice, const char *sku)
{
  g_autofree char *body = g_strdup_printf ("{\"sku\": \"%s\", \"name\": \"%s\"}", sku, sku);
  g_autoptr (JsonNode) answer = practice_call (practice, "POST", "brightpearl/products", body);

  return bright_json_get_integer (answer, "id", 0);
}

void
stock_empty_all (Practice *practice)
{
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");

  for (guint i = 0; i < json_array_get_length (products); i++)
    {
      JsonNode *product = json_array_get_element (products, i);

      if (get_on_hand (product) > 0)
        set_on_hand (practice, bright_json_get_integer (product, "id", 0), 0, 0);
    }
}

/* The products that a bundle is made of, of @products. */
static GPtrArray *
find_components (JsonArray *products, const char *bundle)
{
  GPtrArray *components = g_ptr_array_new ();
  JsonNode *product = NULL;
  JsonArray *list;

  g_assert_cmpuint (find (products, bundle, &product), ==, 1);
  list = bright_json_get_array (product, "composition/bundleComponents");
  g_assert_nonnull (list);
  for (guint i = 0; i < json_array_get_length (list); i++)
    for (guint j = 0; j < json_array_get_length (products); j++)
      if (bright_json_get_integer (json_array_get_element (list, i), "productId", -1)
          == bright_json_get_integer (json_array_get_element (products, j), "id", -2))
        g_ptr_array_add (components, json_array_get_element (products, j));
  return components;
}

void
stock_empty_component (Practice *practice, const char *bundle)
{
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");
  g_autoptr (GPtrArray) components = find_components (products, bundle);

  set_on_hand (practice, bright_json_get_integer (components->pdata[1], "id", 0), 0, 0);
}

gint64
stock_count_bundles (Practice *practice, const char *bundle)
{
  static const char *const warehouses[] = { "onHand/2", "onHand/3" };
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");
  g_autoptr (GPtrArray) components = find_components (products, bundle);
  gint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (warehouses); i++)
    {
      gint64 least = G_MAXINT64;

      for (guint j = 0; j < components->len; j++)
        least = MIN (least, bright_json_get_integer (components->pdata[j], warehouses[i], 0));
      sum += least;
    }
  return sum;
}

static gint64
count_ordered (JsonNode *order, const char *sku)
{
  JsonArray *lines = order != NULL ? bright_json_get_array (order, "lines") : NULL;
  gint64 sum = 0;

  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    if (has_sku (json_array_get_element (lines, i), sku))
      sum += bright_json_get_integer (json_array_get_element (lines, i), "quantity", 0);
  return sum;
}

/* By how many units each SKU that is kept in step has more than it should. */
static GArray *
compare (Practice *practice, JsonNode *order)
{
  g_autoptr (JsonArray) stock = practice_list (practice, "bigcommerce/stock");
  g_autoptr (JsonArray) products = practice_list (practice, "brightpearl/products");
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < json_array_get_length (stock); i++)
    {
      JsonNode *variant = json_array_get_element (stock, i);
      const char *sku = bright_json_get_string (variant, "sku");
      JsonNode *product = NULL;
      JsonObject *kept;
      gint64 difference;

      if (g_strcmp0 (bright_json_get_string (variant, "tracking"), "none") == 0
          || find (products, sku, &product) != 1)
        continue;
      kept = bright_json_get_object (product, "stock");
      if (kept == NULL || !json_object_get_boolean_member (kept, "stockTracked"))
        continue;
      difference = bright_json_get_integer (variant, "level", -1)
                   - MAX (get_on_hand (product) - count_ordered (order, sku), 0);
      if (difference != 0)
        g_test_message ("%s: %" G_GINT64_FORMAT, sku, difference);
      g_array_append_val (differences, difference);
    }
  g_assert_cmpuint (differences->len, >, 0);
  return differences;
}

guint
stock_count_wrong (Practice *practice, gint64 order_id)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order_id);
  g_autoptr (JsonNode) order
      = order_id != 0 ? practice_call (practice, "GET", path, NULL) : NULL;
  g_autoptr (GArray) differences = compare (practice, order);
  guint count = 0;

  for (guint i = 0; i < differences->len; i++)
    count += g_array_index (differences, gint64, i) != 0;
  return count;
}

guint
stock_count_oversold (Practice *practice)
{
  g_autoptr (GArray) differences = compare (practice, NULL);
  guint count = 0;

  for (guint i = 0; i < differences->len; i++)
    count += g_array_index (differences, gint64, i) > 0;
  return count;
}

gboolean
stock_was_written_last (Practice *practice)
{
  g_autoptr (JsonArray) writes = practice_list (practice, "writes");
  gboolean was_set = FALSE;

  for (guint i = 0; i < json_array_get_length (writes); i++)
    {
      const char *path
          = bright_json_get_string (json_array_get_element (writes, i), "path");

      if (strstr (path, "adjustments/absolute") != NULL)
        was_set = TRUE;
      else if (was_set)
        return FALSE;
    }
  return was_set;
}
