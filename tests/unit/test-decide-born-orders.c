/* Tests of the decision about sales orders that were born in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-born-orders.h"
#include "decide-json.h"

#include <string.h>

static const char usual_settings[]
    = "{'version': 1, 'schedule': {'go-live': '2026-11-01T00:00:00Z'},"
      " 'orders': {'channel-id': 4, 'warehouse-id': 2, 'create-in-bigcommerce': true,"
      "  'brightpearl-statuses': [3, 6], 'shipping-nominal-code': '4040',"
      "  'status-map': [{'bigcommerce': 11, 'brightpearl': 3}, {'bigcommerce': 2,"
      "  'brightpearl': 6}]}}";

static const char usual_sales_order[]
    = "{'id': 5501, 'channelId': 4, 'statusId': 3, 'placedOn': '2026-11-11T09:28:40Z',"
      " 'currency': {'code': 'GBP'}, 'total': {'gross': '24.00'},"
      " 'billing': {'address': {'addressFullName': 'Mira van Oke', 'addressLine1': '4 Quay Rd',"
      "  'addressLine3': 'Bristol', 'postalCode': 'BS1 4XX', 'countryIsoCode': 'GB',"
      "  'email': 'mira@example.org'}},"
      " 'rows': [{'productId': 1001, 'sku': 'MUG-1', 'name': 'Mug', 'quantity': '2',"
      "  'net': '20.00', 'tax': '4.00'}]}";

/* What is expected: `not wanted`, a step's request, or a hold; and a part of the step's body. */
typedef struct
{
  const char *name;
  const char *settings;
  const char *sales_order;
  gboolean by_name;
  const char *expected;
  const char *body;
} Row;

#define CREATE "POST /v2/orders"

static const Row rows[] = {
  { .name = "as-a-store-order",
    .expected = CREATE,
    .body = "{'customer_id': 0, 'external_order_id': '5501', 'status_id': 11,"
            " 'default_currency_code': 'GBP', 'billing_address': {'first_name': 'Mira van',"
            " 'last_name': 'Oke', 'street_1': '4 Quay Rd', 'city': 'Bristol', 'zip': 'BS1 4XX',"
            " 'country_iso2': 'GB', 'email': 'mira@example.org'}, 'products': [{'product_id': 77,"
            " 'variant_id': 141, 'quantity': 2, 'price_ex_tax': '10.00',"
            " 'price_inc_tax': '12.00'}]}" },
  { .name = "by-name-where-the-store-has-no-stock",
    .by_name = TRUE,
    .expected = CREATE,
    .body = "{'products': [{'name': 'Mug', 'sku': 'MUG-1', 'quantity': 2}]}" },
  { .name = "an-unknown-sku-by-name",
    .sales_order = "{'rows': [{'productId': 1002, 'sku': 'TEA-1', 'name': 'Tea', 'quantity': '1',"
                   " 'net': '5.00'}]}",
    .expected = CREATE,
    .body = "{'products': [{'name': 'Tea', 'sku': 'TEA-1', 'price_inc_tax': '5.00'}]}" },
  { .name = "prices-to-four-decimals",
    .sales_order = "{'rows': [{'productId': 1000, 'name': 'Tag', 'quantity': '3', 'net': '10.00',"
                   " 'tax': '2.00'}]}",
    .expected = CREATE,
    .body = "{'products': [{'quantity': 3, 'price_ex_tax': '3.3333', 'price_inc_tax': '4.00'}]}" },
  { .name = "parts-of-a-unit",
    .sales_order = "{'rows': [{'productId': 1001, 'sku': 'MUG-1', 'name': 'Mug',"
                   " 'quantity': '2.5', 'net': '25.00', 'tax': '5.00'}]}",
    .expected = CREATE,
    .body = "{'products': [{'name': '2.50 × Mug', 'quantity': 1, 'price_ex_tax': '25.00'}]}" },
  { .name = "shipping-is-a-cost",
    .sales_order = "{'rows': [{'productId': 1000, 'name': 'Mug', 'quantity': '1', 'net': '10.00'},"
                   " {'productId': 1000, 'name': 'Courier', 'quantity': '1', 'net': '5.00',"
                   " 'tax': '1.00', 'nominalCode': '4040'}]}",
    .expected = CREATE,
    .body = "{'products': [{'name': 'Mug'}], 'shipping_cost_ex_tax': '5.00',"
            " 'shipping_cost_inc_tax': '6.00'}" },
  { .name = "components-come-with-their-bundle",
    .sales_order = "{'rows': [{'productId': 1000, 'name': 'Set', 'quantity': '1', 'net': '10.00',"
                   " 'bundleParent': true}, {'productId': 1001, 'sku': 'MUG-1', 'name': 'Mug',"
                   " 'quantity': '1', 'bundleChild': true}]}",
    .expected = CREATE,
    .body = "{'products': [{'name': 'Set'}]}" },
  { .name = "no-order-begins-as-shipped",
    .sales_order = "{'statusId': 6}",
    .expected = CREATE,
    .body = "{'status_id': null}" },
  { .name = "a-discount-cannot-be-told",
    .sales_order = "{'rows': [{'productId': 1000, 'name': 'Off', 'quantity': '1',"
                   " 'net': '-1.00'}]}",
    .expected = "held totals-differ!" },
  { .name = "no-address",
    .sales_order = "{'billing': {'address': null}}",
    .expected = "held refused-by-bigcommerce!" },
  { .name = "no-rows", .sales_order = "{'rows': []}", .expected = "waiting empty" },
  { .name = "another-channel", .sales_order = "{'channelId': 5}", .expected = "not wanted" },
  { .name = "another-status", .sales_order = "{'statusId': 2}", .expected = "not wanted" },
  { .name = "the-gate-is-shut",
    .settings = "{'orders': {'brightpearl-statuses': []}}",
    .expected = "not wanted" },
  { .name = "cancelled", .sales_order = "{'isCanceled': true}", .expected = "not wanted" },
  { .name = "before-go-live",
    .sales_order = "{'placedOn': '2026-10-31T23:59:59Z'}",
    .expected = "not wanted" },
  { .name = "an-order-of-the-store",
    .sales_order = "{'externalRef': '1042'}",
    .expected = "not wanted" },
  { .name = "a-part-of-one", .sales_order = "{'externalRef': '1042-2'}", .expected = "not wanted" },
  { .name = "another-shop-s-number",
    .sales_order = "{'externalRef': '3RD-77'}",
    .expected = CREATE },
};

static BrightSettingsSnapshot *
read_settings (const char *changes)
{
  g_autoptr (JsonNode) node = decide_json_read_merged (usual_settings, changes);
  g_autofree char *text = bright_json_to_string (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSettings) settings = bright_settings_load_text (text, NULL, &error);

  g_assert_no_error (error);
  return bright_settings_snapshot (settings);
}

/* The store sells mugs and no tea. */
static GHashTable *
list_products (void)
{
  GHashTable *products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  BrightBornProduct *mug = g_new0 (BrightBornProduct, 1);

  mug->product_id = 77;
  mug->variant_id = 141;
  g_hash_table_insert (products, g_strdup ("MUG-1"), mug);
  g_hash_table_insert (products, g_strdup ("TEA-1"), g_new0 (BrightBornProduct, 1));
  return products;
}

static char *
describe (const BrightDecision *decision)
{
  const BrightVerdict *verdict = &decision->verdict;

  if (decision->kind == BRIGHT_DECISION_STEP)
    return g_strdup_printf ("%s %s", decision->step->method, decision->step->path);
  return g_strdup_printf ("%s %s%s", verdict->state, verdict->code, verdict->attention ? "!" : "");
}

static void
check (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (BrightSettingsSnapshot) settings = read_settings (row->settings);
  g_autoptr (JsonNode) node = decide_json_read_merged (usual_sales_order, row->sales_order);
  g_autoptr (BrightpearlSalesOrder) sales_order
      = decide_json_to_record (&brightpearl_sales_order_type, node);
  g_autoptr (GHashTable) products = list_products ();
  const BrightBornCase born_case = { sales_order, settings, row->by_name ? NULL : products };
  g_autoptr (BrightDecision) decision = NULL;
  g_autofree char *words = NULL;

  if (!bright_born_order_is_wanted (&born_case))
    {
      g_assert_cmpstr ("not wanted", ==, row->expected);
      return;
    }
  g_assert_null (bright_born_order_find_sku (&born_case));
  decision = bright_born_order_decide (&born_case);
  words = describe (decision);
  g_assert_cmpstr (words, ==, row->expected);
  if (row->body != NULL)
    {
      g_autoptr (JsonNode) body = bright_json_parse (decision->step->body, -1, NULL);
      g_autoptr (JsonNode) part = decide_json_read (row->body);

      g_test_message ("%s", decision->step->body);
      g_assert_true (decide_json_contains (body, part));
      g_assert_cmpstr (decision->step->subject, ==, "sales order 5501");
      g_assert_cmpstr (decision->step->platform, ==, "bigcommerce");
    }
}

/* A SKU that was not looked for yet is asked for before anything is decided. */
static void
test_sku (void)
{
  g_autoptr (BrightSettingsSnapshot) settings = read_settings (NULL);
  g_autoptr (JsonNode) node = decide_json_read (usual_sales_order);
  g_autoptr (BrightpearlSalesOrder) sales_order
      = decide_json_to_record (&brightpearl_sales_order_type, node);
  g_autoptr (GHashTable) products = g_hash_table_new (g_str_hash, g_str_equal);
  BrightBornCase born_case = { sales_order, settings, products };

  g_assert_cmpstr (bright_born_order_find_sku (&born_case), ==, "MUG-1");
  born_case.products = NULL;
  g_assert_null (bright_born_order_find_sku (&born_case));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/decide/born-orders/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], check);
    }
  g_test_add_func ("/decide/born-orders/sku", test_sku);
  return g_test_run ();
}
