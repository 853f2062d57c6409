/* The BigCommerce half of the practice store is as awkward as the real thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-client.h"

#include <string.h>

static void
test_lists (void)
{
  client_get ("v2/orders");
  g_assert_cmpuint (client_status, ==, 200);
  g_assert_cmpuint (client_n_rows (NULL), ==, 50);
  g_assert_nonnull (bright_json_get (client_row (NULL, 0), "consignments/resource"));
  client_get ("v2/orders?page=1000");
  g_assert_cmpuint (client_status, ==, 204);
  g_assert_cmpuint (client_length, ==, 0);
  client_get ("v2/orders?limit=251");
  g_assert_cmpuint (client_status, ==, 413);
  client_get ("v2/orders?limit=1&include=consignments");
  g_assert_nonnull (bright_json_get_array (client_row (NULL, 0), "consignments"));
  client_get ("v2/orders?limit=1&include=consignments&consignment_structure=object");
  g_assert_nonnull (bright_json_get_object (client_row (NULL, 0), "consignments"));
  client_get ("v2/orders?sort=id:desc&limit=2");
  g_assert_cmpint (bright_json_get_integer (client_row (NULL, 0), "id", 0), >,
                   bright_json_get_integer (client_row (NULL, 1), "id", 0));
  client_get ("v2/nonsense");
  g_assert_cmpuint (client_status, ==, 404);
  g_assert_nonnull (bright_json_get_string (client_row (NULL, 0), "message"));
  client_get ("v3/nonsense");
  g_assert_cmpuint (client_status, ==, 404);
  g_assert_nonnull (bright_json_get_string (client_answer, "title"));
}

static void
test_many_lines (void)
{
  gint64 id = client_find_kind ("hundred-twenty-lines");
  g_autofree char *path = g_strdup_printf ("v2/orders/%" G_GINT64_FORMAT, id);
  g_autofree char *with_lines
      = g_strconcat (path, "?include=consignments.line_items&consignment_structure=object", NULL);
  g_autofree char *products = g_strconcat (path, "/products?limit=250", NULL);
  JsonNode *consignment;

  client_get (with_lines);
  consignment = client_row ("consignments/shipping", 0);
  g_assert_nonnull (bright_json_get_string (consignment, "__warning__/message"));
  g_assert_cmpuint (json_array_get_length (bright_json_get_array (consignment, "line_items")), ==,
                    50);
  client_get (products);
  g_assert_cmpuint (client_n_rows (NULL), ==, 120);
}

/* What orders of a kind are off by, on purpose. */
static BrightMoney
total_error (const char *kind)
{
  if (strcmp (kind, "total-off-cent") == 0)
    return 100;
  return strcmp (kind, "total-off-more") == 0 ? 12000 : 0;
}

static BrightMoney
tax_error (const char *kind)
{
  return strcmp (kind, "tax-off-cent") == 0 ? 100 : 0;
}

static BrightMoney
sum_discounts (JsonNode *line)
{
  JsonArray *discounts = bright_json_get_array (line, "applied_discounts");
  BrightMoney sum = 0;

  for (guint i = 0; i < json_array_get_length (discounts); i++)
    sum += client_money (json_array_get_element (discounts, i), "amount");
  return sum;
}

/* The tax in an amount at a rate, rounded to the penny, half up. */
static BrightMoney
tax_within (BrightMoney with_tax, gint64 rate)
{
  gint64 divisor = (10000 + rate) * 100;

  return (2 * with_tax * rate + divisor) / (2 * divisor) * 100;
}

/* The tax in what was paid for a line, worked out from what the API says. */
static BrightMoney
line_tax (JsonNode *order, JsonNode *line)
{
  static const gint64 rates[] = { 0, 500, 2000 };
  BrightMoney discount = sum_discounts (line);
  BrightMoney full = client_money (line, "total_inc_tax");
  BrightMoney net = client_money (line, "total_ex_tax");
  BrightMoney paid = client_money (line, "discounted_total_inc_tax");
  guint rate = 0;

  if (!json_node_get_boolean (bright_json_get (order, "is_tax_inclusive_pricing")))
    return paid - (net - discount);
  g_assert_cmpint (full - discount, ==, paid);
  while (rate < G_N_ELEMENTS (rates) && tax_within (full, rates[rate]) != full - net)
    rate++;
  g_assert_cmpuint (rate, <, G_N_ELEMENTS (rates));
  return tax_within (paid, rates[rate]);
}

static BrightMoney
sum_costs (JsonNode *order, const char *side)
{
  static const char *const names[] = { "shipping", "handling", "wrapping" };
  JsonArray *fees = bright_json_get_array (order, "fees");
  BrightMoney sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_cost_%s", names[i], side);

      sum += client_money (order, name);
    }
  for (guint i = 0; i < json_array_get_length (fees); i++)
    {
      g_autofree char *name = g_strdup_printf ("cost_%s", side);

      sum += client_money (json_array_get_element (fees, i), name);
    }
  return sum;
}

static void
check_order (JsonNode *order)
{
  JsonArray *lines = bright_json_get_array (order, "lines");
  const char *kind = bright_json_get_string (order, "kind");
  BrightMoney total = sum_costs (order, "inc_tax");
  BrightMoney tax = sum_costs (order, "tax");
  BrightMoney discounts = 0;

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonNode *line = json_array_get_element (lines, i);

      total += client_money (line, "discounted_total_inc_tax");
      tax += line_tax (order, line);
      discounts += sum_discounts (line);
    }
  g_assert_cmpint (discounts, ==,
                   client_money (order, "discount_amount")
                       + client_money (order, "coupon_discount"));
  g_assert_cmpint (client_money (order, "total_inc_tax"), ==,
                   client_money (order, "total_ex_tax") + client_money (order, "total_tax"));
  g_assert_cmpint (client_money (order, "total_inc_tax") - total, ==, total_error (kind));
  g_assert_cmpint (client_money (order, "total_tax") - tax, ==, tax_error (kind));
}

static void
test_arithmetic (void)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) orders = NULL;
  JsonArray *array;

  client_call ("GET", client_control, "orders", NULL);
  orders = json_node_ref (client_answer);
  array = json_node_get_array (orders);
  g_assert_cmpuint (json_array_get_length (array), >=, 300);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      client_call_format ("GET", client_control, "orders/%" G_GINT64_FORMAT, NULL,
                          bright_json_get_integer (json_array_get_element (array, i), "id", 0));
      check_order (client_answer);
      g_hash_table_add (kinds, g_strdup (bright_json_get_string (client_answer, "kind")));
    }
  g_assert_cmpuint (g_hash_table_size (kinds), >=, 84);
}

static void
test_writing (void)
{
  gint64 id = client_find_kind ("plain");
  g_autofree char *path = g_strdup_printf ("v2/orders/%" G_GINT64_FORMAT, id);
  g_autofree char *before = NULL;

  client_get (path);
  before = g_strdup (bright_json_get_string (client_answer, "date_modified"));
  client_call ("PUT", client_api, path, "{\"total_tax\": \"1.0000\"}");
  g_assert_cmpuint (client_status, ==, 400);
  g_assert_nonnull (bright_json_get_string (client_row (NULL, 0), "message"));
  client_call ("PUT", client_api, path, "{\"status_id\": 15}");
  g_assert_cmpuint (client_status, ==, 400);
  client_call ("PUT", client_api, path,
               "{\"external_order_id\": \"5501\", \"staff_notes\": \"Fragile\"}");
  g_assert_cmpuint (client_status, ==, 200);
  g_assert_cmpint (bright_json_get_integer (client_answer, "status_id", 0), ==, 11);
  g_assert_cmpstr (bright_json_get_string (client_answer, "date_modified"), !=, before);
  client_get ("v2/orders?external_order_id=5501");
  g_assert_cmpuint (client_n_rows (NULL), ==, 1);
  g_assert_cmpstr (bright_json_get_string (client_row (NULL, 0), "staff_notes"), ==, "Fragile");
}

static void
ship (gint64 order_id, const char *item, gint64 address_id, gint64 line_id, gint64 quantity)
{
  g_autofree char *body = g_strdup_printf (
      "{\"order_address_id\": %" G_GINT64_FORMAT ", \"shipping_provider\": \"\", \"items\": [{"
      "\"order_product_id\": %" G_GINT64_FORMAT ", \"quantity\": %" G_GINT64_FORMAT "%s}]}",
      address_id, line_id, quantity, item);

  client_call_format ("POST", client_api, "v2/orders/%" G_GINT64_FORMAT "/shipments", body,
                      order_id);
}

static void
test_shipments (void)
{
  gint64 id = client_find_kind ("short-stock"); /* one line of ten */
  gint64 address;
  gint64 line;

  client_call_format ("GET", client_api, "v2/orders/%" G_GINT64_FORMAT "/shipments", NULL, id);
  g_assert_cmpuint (client_status, ==, 204);
  client_call_format ("GET", client_api, "v2/orders/%" G_GINT64_FORMAT "/products", NULL, id);
  line = bright_json_get_integer (client_row (NULL, 0), "id", 0);
  address = bright_json_get_integer (client_row (NULL, 0), "order_address_id", 0);
  ship (id, ", \"product_id\": 77", address, line, 1);
  g_assert_cmpuint (client_status, ==, 400);
  ship (id, "", address + 1, line, 1);
  g_assert_cmpuint (client_status, ==, 400);
  ship (id, "", address, line, 11);
  g_assert_cmpuint (client_status, ==, 400);
  for (guint i = 0; i < 2; i++)
    {
      ship (id, "", address, line, 4);
      g_assert_cmpuint (client_status, ==, 201);
    }
  client_call_format ("PUT", client_api,
                      "v2/orders/%" G_GINT64_FORMAT "/shipments/%" G_GINT64_FORMAT,
                      "{\"items\": []}", id, bright_json_get_integer (client_answer, "id", 0));
  g_assert_cmpuint (client_status, ==, 400);
  client_call_format ("GET", client_api, "v2/orders/%" G_GINT64_FORMAT, NULL, id);
  g_assert_cmpint (bright_json_get_integer (client_answer, "status_id", 0), ==, 3);
  ship (id, "", address, line, 2);
  client_call_format ("GET", client_api, "v2/orders/%" G_GINT64_FORMAT, NULL, id);
  g_assert_cmpint (bright_json_get_integer (client_answer, "status_id", 0), ==, 2);
  g_assert_cmpint (bright_json_get_integer (client_answer, "items_shipped", 0), ==, 10);
}

static void
test_money_moves (void)
{
  gint64 id = client_find_kind ("manual");

  client_call_format ("GET", client_api, "v3/orders/%" G_GINT64_FORMAT "/transactions", NULL, id);
  g_assert_cmpuint (client_status, ==, 204);
  id = client_find_kind ("card-in-two-steps");
  client_call_format ("GET", client_api, "v3/orders/%" G_GINT64_FORMAT "/transactions", NULL, id);
  g_assert_cmpuint (client_n_rows ("data"), ==, 2);
  g_assert_nonnull (bright_json_get_string (client_row ("data", 1), "order_id"));
  g_assert_cmpint (bright_json_get_integer (client_row ("data", 1), "reference_transaction_id", 0),
                   ==, bright_json_get_integer (client_row ("data", 0), "id", 0));
  client_call_format ("POST", client_control, "orders/%" G_GINT64_FORMAT "/refund",
                      "{\"amount\": \"1.50\"}", id);
  g_assert_cmpuint (client_status, ==, 200);
  client_call_format ("GET", client_api,
                      "v3/orders/payment_actions/refunds?order_id:in=%" G_GINT64_FORMAT, NULL, id);
  g_assert_cmpuint (client_n_rows ("data"), ==, 1);
  g_assert_cmpint (client_money (client_row ("data", 0), "total_amount"), ==, 15000);
  client_call_format ("GET", client_api, "v2/orders/%" G_GINT64_FORMAT, NULL, id);
  g_assert_cmpint (bright_json_get_integer (client_answer, "status_id", 0), ==, 14);
}

static void
test_inventory (void)
{
  static const char variants[] = "v3/catalog/variants?limit=250";
  gint64 product = 0;
  gint64 variant = 0;
  g_autofree char *body = NULL;

  client_get ("v3/catalog/products?sku=TEA-MINT-80");
  product = bright_json_get_integer (client_row ("data", 0), "id", 0);
  variant = bright_json_get_integer (client_row ("data", 0), "base_variant_id", 0);
  g_assert_cmpstr (bright_json_get_string (client_row ("data", 0), "inventory_tracking"), ==,
                   "product");
  client_get (variants);
  g_assert_cmpuint (client_n_rows ("data"), ==, 60);
  body = g_strdup_printf ("{\"items\": [{\"location_id\": 1, \"variant_id\": %" G_GINT64_FORMAT
                          ", \"quantity\": 5}]}",
                          variant);
  client_call ("PUT", client_api, "v3/inventory/adjustments/absolute", body);
  g_assert_cmpuint (client_status, ==, 422);
  g_assert_cmpstr (client_content_type, ==, "application/problem+json");
  g_free (body);
  body = g_strdup_printf ("{\"items\": [{\"location_id\": 1, \"product_id\": %" G_GINT64_FORMAT
                          ", \"quantity\": 5}]}",
                          product);
  client_call ("PUT", client_api, "v3/inventory/adjustments/absolute", body);
  g_assert_cmpuint (client_status, ==, 200);
  g_assert_nonnull (bright_json_get_string (client_answer, "transaction_id"));
  client_get ("v3/inventory/items?sku:in=TEA-MINT-80");
  g_assert_cmpint (
      bright_json_get_integer (
          json_array_get_element (bright_json_get_array (client_row ("data", 0), "locations"), 0),
          "total_inventory_onhand", 0),
      ==, 5);
}

static void
test_metafields (void)
{
  static const char body[] = "{\"permission_set\": \"read\", \"namespace\": \"practice\", "
                             "\"key\": \"sales-order\", \"value\": \"5501\"}";
  gint64 id = client_find_kind ("plain");

  client_call_format ("POST", client_api, "v3/orders/%" G_GINT64_FORMAT "/metafields", body, id);
  g_assert_cmpuint (client_status, ==, 200);
  client_call_format ("POST", client_api, "v3/orders/%" G_GINT64_FORMAT "/metafields", body, id);
  g_assert_cmpuint (client_status, ==, 409);
  client_get ("v3/orders/metafields?namespace=practice");
  g_assert_cmpint (bright_json_get_integer (client_row ("data", 0), "resource_id", 0), ==, id);
}

/* An order that is placed and edited in the control panel still adds up. */
static void
test_editing (void)
{
  gint64 id;
  BrightMoney before;
  g_autofree char *body = NULL;

  client_call ("POST", client_control, "orders", "{\"kind\": \"coupon-percent\"}");
  id = bright_json_get_integer (client_answer, "id", 0);
  client_call_format ("GET", client_control, "orders/%" G_GINT64_FORMAT, NULL, id);
  check_order (client_answer);
  before = client_money (client_answer, "total_inc_tax");
  body = g_strdup_printf ("{\"lines\": [{\"id\": %" G_GINT64_FORMAT ", \"quantity\": 9}], "
                          "\"add-line\": {\"sku\": \"SPOON-STEEL\", \"quantity\": 2}, "
                          "\"shipping\": {\"street_1\": \"2 New Street\"}}",
                          bright_json_get_integer (client_row ("lines", 0), "id", 0));
  client_call_format ("POST", client_control, "orders/%" G_GINT64_FORMAT, body, id);
  g_assert_cmpuint (client_status, ==, 200);
  client_call_format ("GET", client_control, "orders/%" G_GINT64_FORMAT, NULL, id);
  check_order (client_answer);
  g_assert_cmpint (client_money (client_answer, "total_inc_tax"), >, before);
  client_call_format ("POST", client_control, "orders/%" G_GINT64_FORMAT, "{\"is_deleted\": true}",
                      id);
  client_call_format ("GET", client_api, "v2/orders?min_id=%" G_GINT64_FORMAT, NULL, id);
  g_assert_cmpuint (client_status, ==, 204);
}

static void
test_customers (void)
{
  gint64 last;
  g_autofree char *path = NULL;

  client_get ("v3/customers?limit=1");
  last = bright_json_get_integer (client_row ("data", 0), "id", 0);
  path = g_strdup_printf (
      "v3/customers?limit=1&page=1&after=%s",
      bright_json_get_string (client_answer, "meta/cursor_pagination/end_cursor"));
  client_get (path);
  g_assert_cmpint (bright_json_get_integer (client_row ("data", 0), "id", 0), >, last);
  client_get ("v3/customers?email:in=nobody@example.org");
  g_assert_cmpuint (client_status, ==, 200);
  g_assert_cmpuint (client_n_rows ("data"), ==, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  client_start ();
  g_test_add_func ("/practice/bigcommerce/lists", test_lists);
  g_test_add_func ("/practice/bigcommerce/many-lines", test_many_lines);
  g_test_add_func ("/practice/bigcommerce/arithmetic", test_arithmetic);
  g_test_add_func ("/practice/bigcommerce/writing", test_writing);
  g_test_add_func ("/practice/bigcommerce/shipments", test_shipments);
  g_test_add_func ("/practice/bigcommerce/money-moves", test_money_moves);
  g_test_add_func ("/practice/bigcommerce/inventory", test_inventory);
  g_test_add_func ("/practice/bigcommerce/metafields", test_metafields);
  g_test_add_func ("/practice/bigcommerce/editing", test_editing);
  g_test_add_func ("/practice/bigcommerce/customers", test_customers);
  result = g_test_run ();
  client_stop ();
  return result;
}
