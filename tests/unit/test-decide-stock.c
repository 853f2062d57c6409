/* What the store should have of each SKU.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-decide.h"
#include "decide-fixture.h"
#include "decide-json.h"

#include <string.h>

/**
 * StockCase:
 * @name: what happens, in words
 * @inventory: the settings of the tab
 * @items: a list: what the store has; by default MUG-1 (variant 1, kept by product, product 1001
 *   of Brightpearl)
 * @on_hand: what Brightpearl can sell: product ids with a list of numbers by warehouse
 * @claims: a list of orders with units that are not allocated
 * @expected: what is set, and what is said
 */
typedef struct
{
  const char *name;
  const char *inventory;
  const char *items;
  const char *on_hand;
  const char *claims;
  const char *expected;
} StockCase;

#define MUG "'variant': 1, 'product': 10, 'sku': 'MUG-1', 'tracking': 'product', "                 \
            "'brightpearl': 1001, 'stock-tracked': true"
#define TEA "'variant': 2, 'product': 20, 'sku': 'TEA-1', 'tracking': 'variant', "                 \
            "'brightpearl': 1002, 'stock-tracked': true"
#define BOX "'variant': 3, 'product': 30, 'sku': 'BOX-1', 'tracking': 'product', "                 \
            "'brightpearl': 1003, 'bundle': true, 'composed': true, 'components': "                \
            "[{'productId': 1001, 'productQuantity': 2}, {'productId': 1002, 'productQuantity': 1}]"
#define CALM "{'inventory': {'largest-drop-percent': 100}}"

static const StockCase cases[] = {
  { "what Brightpearl can sell is what the store has", CALM, "[{" MUG ", 'level': 5}]",
    "{'1001': [12, 0]}", "[]", "MUG-1 5>12" },
  { "an equal number is left alone", CALM, "[{" MUG ", 'level': 12}]", "{'1001': [12, 0]}", "[]",
    "" },
  { "warehouses are added up", CALM, "[{" MUG ", 'level': 5}]", "{'1001': [12, 3]}", "[]",
    "MUG-1 5>15" },
  { "the buffer counts once, not for each warehouse",
    "{'inventory': {'buffer': 2, 'largest-drop-percent': 100}}", "[{" MUG ", 'level': 5}]",
    "{'1001': [12, 3]}", "[]", "MUG-1 5>13" },
  { "nothing goes below zero", "{'inventory': {'buffer': 9, 'largest-drop-percent': 100}}",
    "[{" MUG ", 'level': 5}]", "{'1001': [4, 0]}", "[]", "MUG-1 5>0" },
  { "a product that no warehouse holds is sold out", CALM, "[{" MUG ", 'level': 5}]", "{}", "[]",
    "MUG-1 5>0" },
  { "more was promised than there is", CALM, "[{" MUG ", 'level': 5}]", "{'1001': [-3, 2]}", "[]",
    "MUG-1 5>0" },
  { "units of an order that is not in Brightpearl are sold", CALM, "[{" MUG ", 'level': 5}]",
    "{'1001': [12, 0]}", "[{'order': 1042, 'lines': [{'variant': 1, 'units': 3}]}]",
    "MUG-1 5>9" },
  { "units of a sales order that are not allocated are sold", CALM, "[{" MUG ", 'level': 5}]",
    "{'1001': [12, 0]}",
    "[{'order': 1042, 'lines': [{'product': 1001, 'units': 3}]},"
    " {'order': 1043, 'lines': [{'product': 1001, 'units': 1}]}]",
    "MUG-1 5>8" },
  { "an order for something else changes nothing", CALM, "[{" MUG ", 'level': 12}]",
    "{'1001': [12, 0]}", "[{'order': 1042, 'lines': [{'variant': 77, 'units': 3}]}]", "" },
  { "bundles are whole within one warehouse", CALM, "[{" BOX ", 'level': 1}]",
    "{'1001': [5, 3], '1002': [9, 0]}", "[]", "BOX-1 1>2" },
  { "bundles of two warehouses are added up", CALM, "[{" BOX ", 'level': 1}]",
    "{'1001': [5, 3], '1002': [9, 4]}", "[]", "BOX-1 1>3" },
  { "a sold bundle takes its components", CALM, "[{" BOX ", 'level': 1}, {" MUG ", 'level': 9}]",
    "{'1001': [9, 0], '1002': [9, 0]}",
    "[{'order': 1042, 'lines': [{'variant': 3, 'units': 2}]}]", "MUG-1 9>5, BOX-1 1>2" },
  { "a sold component takes a bundle", CALM, "[{" BOX ", 'level': 1}]",
    "{'1001': [9, 0], '1002': [9, 0]}",
    "[{'order': 1042, 'lines': [{'product': 1001, 'units': 3}]}]", "BOX-1 1>2" },
  { "the store keeps no stock of it", CALM, "[{" MUG ", 'level': 0, 'tracking': 'none'}]",
    "{'1001': [12, 0]}", "[]", "MUG-1 not-tracked-in-store" },
  { "variants share one number", CALM,
    "[{" MUG ", 'level': 1}, {" MUG ", 'variant': 4, 'sku': 'MUG-2', 'level': 1}]",
    "{'1001': [12, 0]}", "[]", "MUG-1 shared-by-variants, MUG-2 shared-by-variants" },
  { "how the store keeps stock is to be read first", CALM,
    "[{" MUG ", 'level': 5, 'tracking': ''}]", "{'1001': [12, 0]}", "[]",
    "MUG-1 5>12, unknown 10" },
  { "a product that cannot be told is left alone", CALM,
    "[{" MUG ", 'level': 5, 'brightpearl': 0, 'reason': 'product-ambiguous'}]",
    "{'1001': [12, 0]}", "[]", "MUG-1 product-ambiguous" },
  { "too many would be sold out", "{'inventory': {'largest-drop-percent': 40}}",
    "[{" MUG ", 'level': 5}, {" TEA ", 'level': 5}]", "{'1002': [7, 0]}", "[]",
    "MUG-1 5>0, TEA-1 5>7, braked 1 of 2" },
  { "so many may be sold out", "{'inventory': {'largest-drop-percent': 50}}",
    "[{" MUG ", 'level': 5}, {" TEA ", 'level': 5}]", "{'1002': [7, 0]}", "[]",
    "MUG-1 5>0, TEA-1 5>7" },
  { "what is sold out already does not count", "{'inventory': {'largest-drop-percent': 10}}",
    "[{" MUG ", 'level': 0}, {" TEA ", 'level': 5}]", "{'1002': [7, 0]}", "[]", "TEA-1 5>7" },
};

static GHashTable *
read_items (const char *text)
{
  g_autoptr (JsonNode) node = decide_json_read (text);
  JsonArray *list = json_node_get_array (node);
  GHashTable *items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) bright_stock_item_free);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      BrightStockItem *item = decide_json_to_record (&bright_stock_item_type,
                                                     json_array_get_element (list, i));

      g_hash_table_insert (items, &item->variant_id, item);
    }
  return items;
}

static GHashTable *
read_units (const char *text)
{
  g_autoptr (JsonNode) node = decide_json_read (text);
  GHashTable *units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *numbers;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &numbers))
    {
      gint64 *key = g_new (gint64, 1);
      gint64 *values = g_new (gint64, 2);

      *key = g_ascii_strtoll (name, NULL, 10);
      for (guint i = 0; i < 2; i++)
        values[i] = json_array_get_int_element (json_node_get_array (numbers), i);
      g_hash_table_insert (units, key, values);
    }
  return units;
}

static GPtrArray *
read_claims (const char *text)
{
  g_autoptr (JsonNode) node = decide_json_read (text);
  JsonArray *list = json_node_get_array (node);
  GPtrArray *claims = bright_record_list_new (&bright_stock_claim_type);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (claims, decide_json_to_record (&bright_stock_claim_type,
                                                    json_array_get_element (list, i)));
  return claims;
}

static void
say (GString *words, const char *format, ...)
{
  va_list arguments;

  if (words->len > 0)
    g_string_append (words, ", ");
  va_start (arguments, format);
  g_string_append_vprintf (words, format, arguments);
  va_end (arguments);
}

static char *
describe (const BrightStockDecision *decision, GHashTable *items)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < decision->changes->len; i++)
    {
      const BrightStockItem *item = decision->changes->pdata[i];

      say (words, "%s %d>%d", item->sku, (int) item->level, (int) item->target);
    }
  for (gint64 id = 1; id < 10; id++)
    {
      const BrightStockItem *item = g_hash_table_lookup (items, &id);

      if (item != NULL && item->reason[0] != '\0')
        say (words, "%s %s", item->sku, item->reason);
    }
  for (guint i = 0; i < decision->unknown->len; i++)
    say (words, "unknown %d", (int) g_array_index (decision->unknown, gint64, i));
  if (decision->is_braked)
    say (words, "braked %u of %u", decision->n_dropping, decision->n_matched);
  return g_string_free (words, FALSE);
}

static void
check (gconstpointer data)
{
  const StockCase *row = data;
  const DecideCase usual = { .settings = row->inventory };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&usual);
  g_autoptr (GHashTable) items = read_items (row->items);
  g_autoptr (GHashTable) units = read_units (row->on_hand);
  g_autoptr (GPtrArray) claims = read_claims (row->claims);
  g_autoptr (GHashTable) claimed = bright_stock_sum_claims (claims, items);
  g_autoptr (BrightStockDecision) decision = NULL;
  g_autofree char *words = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;

      item->has_target = item->brightpearl_id != 0;
      item->target = bright_stock_count_units (item, units, 2, claimed,
                                               fixture->settings->inventory.buffer);
    }
  decision = bright_stock_decide (items, fixture->settings, FALSE);
  words = describe (decision, items);
  g_assert_cmpstr (words, ==, row->expected);
}

/* Which product an item is, by what the settings say identifies one. */
static void
check_match (const char *identifier, const char *reason, gint64 product_id)
{
  const DecideCase twins = { .world = "{'products': [{'productId': 1001, 'SKU': 'MUG-1', "
                                      "'stockTracked': true, 'productStatus': 'LIVE'}, "
                                      "{'productId': 1002, 'SKU': 'TEA-1', 'productStatus': "
                                      "'LIVE'}, {'productId': 1003, 'SKU': 'TEA-1', "
                                      "'productStatus': 'LIVE'}]}" };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&twins);
  g_autoptr (BrightStockItem) item = bright_record_new (&bright_stock_item_type);

  g_free (item->identifier);
  item->identifier = g_strdup (identifier);
  bright_stock_match (item, fixture->world, fixture->settings);
  g_assert_cmpstr (item->reason, ==, reason);
  g_assert_cmpint (item->brightpearl_id, ==, product_id);
}

static void
test_matching (void)
{
  check_match ("MUG-1", "", 1001);
  check_match (" mug-1", "", 1001);
  check_match ("TEA-1", "product-ambiguous", 0);
  check_match ("CUP-1", "unmatched", 0);
  check_match ("", "unmatched", 0);
}

/* What orders hold back, by where they are. */
static void
test_claims (void)
{
  static const struct
  {
    const char *order;
    const char *state;
    const char *code;
    const char *link;
    int units;
  } rows[] = {
    { "{'status_id': 11}", "held", "product-missing", "{}", 3 },
    { "{'status_id': 11}", "waiting", "settling", "{}", 3 },
    { "{'status_id': 7}", "filtered", "status", "{}", 3 },
    { "{'status_id': 11}", "filtered", "before-go-live", "{}", 0 },
    { "{'status_id': 11}", "ignored", NULL, "{}", 0 },
    { "{'status_id': 0}", "filtered", "status", "{}", 0 },
    { "{'status_id': 5}", "filtered", "status", "{}", 0 },
    { "{'status_id': 10}", "filtered", "status", "{}", 0 },
    { "{'status_id': 11, 'is_deleted': true}", "filtered", "archived", "{}", 0 },
    { "{'status_id': 11}", "linked", NULL,
      "{'parts': [{'suffix': 1, 'sales-order': 5501, 'reservation': 'full'}]}", 0 },
    { "{'status_id': 11}", "held", NULL, "{'parts': [{'suffix': 1, 'sales-order': 0}]}", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *usual = "{'id': 1042, 'date_created': 'Wed, 11 Nov 2026 09:30:12 +0000', "
                          "'consignments': {'shipping': [{'line_items': "
                          "[{'id': 1, 'variant_id': 7, 'quantity': 3}]}]}}";
      g_autoptr (JsonNode) order_node = decide_json_read_merged (usual, rows[i].order);
      g_autoptr (JsonNode) link_node = decide_json_read (rows[i].link);
      g_autoptr (BigcommerceOrder) order
          = decide_json_to_record (&bigcommerce_order_type, order_node);
      g_autoptr (BrightOrderLink) link
          = decide_json_to_record (&bright_order_link_type, link_node);
      g_autoptr (GPtrArray) sales_orders = g_ptr_array_new ();
      g_autoptr (BrightStockClaim) claim = bright_stock_claim_new (
          order, rows[i].state, rows[i].code, link, sales_orders, TRUE);
      int units = 0;

      for (guint j = 0; j < claim->lines->len; j++)
        units += (int) ((BrightStockUnits *) claim->lines->pdata[j])->units;
      g_test_message ("row %u: %s", (guint) i, rows[i].order);
      g_assert_cmpint (units, ==, rows[i].units);
    }
}

static void
test_words_that_name_an_item (void)
{
  static const char words[]
      = "[Item with variant_id 106 is tracked by product, please update stock by product id]";
  g_autoptr (BrightStockItem) item = bright_record_new (&bright_stock_item_type);

  item->variant_id = 106;
  item->product_id = 77;
  g_assert_true (bright_stock_is_named (item, words));
  item->variant_id = 10;
  g_assert_false (bright_stock_is_named (item, words));
  item->variant_id = 1060;
  g_assert_false (bright_stock_is_named (item, words));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stock/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/stock-matching", test_matching);
  g_test_add_func ("/stock-claims", test_claims);
  g_test_add_func ("/stock-words", test_words_that_name_an_item);
  return g_test_run ();
}
