/* Tests of the rows that a store order becomes: which product is a line, which order an address?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#include "decide-order.h"
#include "decide-words.h"

#define PLENTY 120
#define MISSING "held product-missing orders.missing-product!"
#define AMBIGUOUS "held product-ambiguous items.brightpearl-field!"

/* An order of one line for 20.00 and 4.00 tax; its other members follow. */
#define LINE(members) "{'lines': [{" members ", 'quantity': 2, 'ex': '20.00', 'inc': '24.00'}]}"
#define PRODUCT(id, members) "{'productId': " #id ", " members "}"
#define FREE_TEXT "{'orders': {'missing-product': 'free-text'}}"

static const DecideCase products[] = {
  { .name = "found", .order = LINE ("'sku': 'TEA-1'"), .expected = "#1002 x2 20.00+4.00 T20" },
  { .name = "missing", .order = LINE ("'sku': 'CUP-1'"), .expected = MISSING },
  { .name = "missing-as-free-text",
    .settings = FREE_TEXT,
    .order = LINE ("'sku': 'CUP-1'"),
    .expected = "CUP-1 x2 20.00+4.00 T20" },
  { .name = "part-of-a-longer-one-is-none", .order = LINE ("'sku': 'MUG'"), .expected = MISSING },
  { .name = "longer-is-none", .order = LINE ("'sku': 'MUG-10'"), .expected = MISSING },
  { .name = "another-case",
    .order = LINE ("'sku': 'mug-1'"),
    .expected = "#1001 x2 20.00+4.00 T20" },
  { .name = "blanks-around-it",
    .order = LINE ("'sku': ' MUG-1 '"),
    .expected = "#1001 x2 20.00+4.00 T20" },
  { .name = "blanks-around-it-in-brightpearl",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1 '") "]}",
    .expected = "#7 x2 20.00+4.00 T20" },
  { .name = "the-exact-one-goes-before-another-case",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'mug-1'") ", " PRODUCT (8, "'SKU': 'MUG-1'") "]}",
    .expected = "#8 x2 20.00+4.00 T20" },
  { .name = "two-in-other-cases",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'mug-1'") ", " PRODUCT (8, "'SKU': 'Mug-1'") "]}",
    .expected = AMBIGUOUS },
  { .name = "two-that-are-equal",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1'") ", " PRODUCT (8, "'SKU': 'MUG-1'") "]}",
    .expected = AMBIGUOUS },
  { .name = "two-that-are-equal-are-no-free-text",
    .settings = FREE_TEXT,
    .world = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1'") ", " PRODUCT (8, "'SKU': 'MUG-1'") "]}",
    .expected = AMBIGUOUS },
  { .name = "archived-yields-to-live",
    .world
    = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1', 'productStatus': 'ARCHIVED'") ", " PRODUCT (
        8,
        "'SKU': 'MUG-1', 'productStatus': 'LIVE'") "]}",
    .expected = "#8 x2 20.00+4.00 T20" },
  { .name = "archived-and-alone",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1', 'productStatus': 'ARCHIVED'") "]}",
    .expected = "#7 x2 20.00+4.00 T20" },
  { .name = "two-archived",
    .world
    = "{'products': [" PRODUCT (7, "'SKU': 'MUG-1', 'productStatus': 'ARCHIVED'") ", " PRODUCT (
        8,
        "'SKU': 'MUG-1', 'productStatus': 'ARCHIVED'") "]}",
    .expected = AMBIGUOUS },
  { .name = "no-sku-but-a-product", .order = LINE ("'name': 'Mug'"), .expected = MISSING },
  { .name = "no-sku-but-a-product-as-free-text",
    .settings = FREE_TEXT,
    .order = LINE ("'name': 'Mug'"),
    .expected = "Mug x2 20.00+4.00 T20" },
  { .name = "a-blank-sku-is-none",
    .order = LINE ("'sku': '  ', 'product_id': 0, 'name': 'Engraving'"),
    .expected = "Engraving x2 20.00+4.00 T20" },
  { .name = "a-custom-line-with-a-sku-is-no-free-text",
    .order = LINE ("'sku': 'CUP-1', 'product_id': 0"),
    .expected = MISSING },
  { .name = "by-upc-and-barcode",
    .settings = "{'items': {'bigcommerce-field': 'upc', 'brightpearl-field': 'barcode'}}",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'X', 'barcode': '5012345678900'") "]}",
    .order = LINE ("'sku': 'MUG-1', 'upc': '5012345678900'"),
    .expected = "#7 x2 20.00+4.00 T20" },
  { .name = "by-upc-without-one",
    .settings = "{'items': {'bigcommerce-field': 'upc', 'brightpearl-field': 'barcode'}}",
    .order = LINE ("'sku': 'MUG-1'"),
    .expected = MISSING },
  { .name = "by-a-custom-field",
    .settings = "{'items': {'brightpearl-field': 'PCF_WEBSKU'}}",
    .world = "{'products': [" PRODUCT (7, "'SKU': 'X', 'customCode': 'MUG-1'") ", " PRODUCT (
        8,
        "'SKU': 'MUG-1'") "]}",
    .expected = "#7 x2 20.00+4.00 T20" },
};

/* Two lines for two addresses: 20.00 + 4.00 and 10.00 + 2.00. */
#define TWO_ADDRESSES                                                                              \
  "'consignments': {'shipping': ["                                                                 \
  "{'id': 1, 'street_1': '1 Mill Lane', 'city': 'Bath', 'country_iso2': 'GB',"                     \
  " 'line_items': [{'sku': 'MUG-1', 'order_address_id': 1, 'ex': '20.00', 'inc': '24.00'}]},"      \
  "{'id': 2, 'street_1': '2 High St', 'city': 'York', 'country_iso2': 'GB',"                       \
  " 'line_items': [{'sku': 'TEA-1', 'order_address_id': 2, 'ex': '10.00', 'inc': '12.00'}]}]}"
#define SPLIT "{'orders': {'several-addresses': 'split'}}"

/* The store repeats a line in a delivery that it does not belong to. */
#define REPEATED                                                                                   \
  "'consignments': {'shipping': ["                                                                 \
  "{'id': 1, 'line_items': ["                                                                      \
  " {'id': 7, 'sku': 'MUG-1', 'order_address_id': 1, 'ex': '20.00', 'inc': '24.00'},"              \
  " {'id': 8, 'sku': 'TEA-1', 'order_address_id': 2, 'ex': '10.00', 'inc': '12.00'}]},"            \
  "{'id': 2, 'line_items': ["                                                                      \
  " {'id': 8, 'sku': 'TEA-1', 'order_address_id': 2, 'ex': '10.00', 'inc': '12.00'}]}]}"

static const DecideCase addresses[] = {
  { .name = "two-are-held",
    .order = "{" TWO_ADDRESSES ", 'total_inc_tax': '36.00', 'total_tax': '6.00'}",
    .expected = "held several-addresses orders.several-addresses!" },
  { .name = "two-are-split-with-the-order-s-own-money-on-the-first",
    .settings = SPLIT,
    .order = "{" TWO_ADDRESSES ", 'shipping_cost_ex_tax': '3.50',"
             " 'shipping_cost_inc_tax': '4.20', 'total_inc_tax': '40.21', 'total_tax': '6.70'}",
    .expected = "#1001 x1 20.00+4.00 T20; Shipping x1 3.50+0.70 T20; Rounding x1 0.01+0.00 T0"
                " | #1002 x1 10.00+2.00 T20" },
  { .name = "the-group-s-total-is-checked",
    .settings = SPLIT,
    .order = "{" TWO_ADDRESSES ", 'total_inc_tax': '37.00', 'total_tax': '6.00'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "an-address-without-lines-counts-for-nothing",
    .order = "{'consignments': {'shipping': [{'id': 1, 'line_items': []}, {'id': 2,"
             " 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .expected = "#1001 x1 20.00+4.00 T20" },
  { .name = "a-line-that-is-repeated-counts-once",
    .order = "{'consignments': {'shipping': [{'id': 1, 'line_items': ["
             " {'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'},"
             " {'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .expected = "#1001 x1 20.00+4.00 T20" },
  { .name = "a-line-that-is-repeated-as-a-download-counts-once",
    .order = "{'consignments': {'shipping': [{'id': 1, 'line_items': ["
             " {'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}],"
             " 'downloads': [{'line_items': ["
             " {'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .expected = "#1001 x1 20.00+4.00 T20" },
  { .name = "a-line-goes-where-it-says",
    .settings = SPLIT,
    .order = "{" REPEATED ", 'total_inc_tax': '36.00', 'total_tax': '6.00'}",
    .expected = "#1001 x1 20.00+4.00 T20 | #1002 x1 10.00+2.00 T20" },
  { .name = "an-address-with-nothing-but-repeated-lines-is-none",
    .order = "{'consignments': {'shipping': ["
             "{'id': 1, 'line_items': [{'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             "{'id': 2, 'line_items': [{'id': 7, 'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}"
             "]}}",
    .expected = "#1001 x1 20.00+4.00 T20" },
  { .name = "a-line-whose-address-is-gone-is-not-lost",
    .order = "{'consignments': {'shipping': [{'id': 1, 'line_items': [{'sku': 'MUG-1',"
             " 'order_address_id': 4, 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .expected = "#1001 x1 20.00+4.00 T20" },
  { .name = "downloads-and-pickups-are-on-the-first",
    .order = "{'consignments': {"
             "'downloads': [{'line_items': [{'sku': 'TEA-1', 'type': 'digital', 'ex': '5.00',"
             " 'inc': '6.00'}]}], 'pickups': [{'id': 3, 'line_items': [{'sku': 'WRAP',"
             " 'ex': '1.00', 'inc': '1.20'}]}]}, 'total_inc_tax': '31.20', 'total_tax': '5.20'}",
    .expected = "#1001 x2 20.00+4.00 T20; #1003 x1 1.00+0.20 T20; #1002 x1 5.00+1.00 T20" },
};

/* Where the sales order goes and how it is named. */
static const DecideCase headers[] = {
  { .name = "the-usual",
    .settings = "{'connection': {'brightpearl-instance-id': 9}, 'orders': {'lead-source-id': 4,"
                " 'project-id': 6, 'price-list-id': 8, 'default-brightpearl-status': 17}}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'externalRef': '1042', 'ref': '1042', 'installedIntegrationInstanceId': 9,"
            " 'customer': {'id': 201}, 'billing': {'contactId': 201,"
            "  'address': {'addressFullName': 'Mira Oke', 'addressLine1': '4 Quay Rd',"
            "  'addressLine3': 'Bristol', 'postalCode': 'BS1 4XX', 'countryIsoCode': 'GB',"
            "  'email': 'mira@example.org'}},"
            " 'delivery': {'address': {'addressLine1': '9 Dock St', 'addressLine3': 'Bath'},"
            "  'shippingMethodId': null},"
            " 'channelId': 3, 'warehouseId': 2, 'leadSourceId': 4, 'projectId': 6,"
            " 'priceListId': 8, 'statusId': 17, 'priceModeCode': 'EXC', 'parentId': null,"
            " 'currency': {'code': 'GBP', 'exchangeRate': null},"
            " 'rows': [{'productId': 1001, 'quantity': '2', 'net': '20.00', 'tax': '4.00',"
            "  'taxCode': 'T20', 'externalRef': '31877', 'nominalCode': null}]}" },
  { .name = "status-by-the-map-and-prices-with-tax",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 11, 'brightpearl': 2},"
                " {'bigcommerce': 11, 'brightpearl': 3}], 'default-brightpearl-status': 17}}",
    .order = "{'is_tax_inclusive_pricing': true}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'statusId': 2, 'priceModeCode': 'INC'}" },
  { .name = "no-status-is-left-to-the-account",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'statusId': null}" },
  { .name = "digital-goes-to-the-billing-address",
    .order = "{'order_is_digital': true, 'consignments': {'shipping': [], 'downloads': ["
             " {'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'delivery': {'address': {'addressLine1': '4 Quay Rd'}}}" },
  { .name = "the-second-address",
    .settings = SPLIT,
    .order = "{" TWO_ADDRESSES ", 'total_inc_tax': '36.00', 'total_tax': '6.00'}",
    .link = "{'contact-settled': true,"
            " 'parts': [{'suffix': 1, 'sales-order': 5501}, {'suffix': 2}]}",
    .expected = "create-sales-order POST /order-service/sales-order (part 2)",
    .body = "{'externalRef': '1042-2', 'ref': '1042-2', 'rows': [{'productId': 1002}],"
            " 'delivery': {'address': {'addressLine1': '2 High St'}},"
            " 'billing': {'address': {'addressLine1': '4 Quay Rd'}}}" },
  { .name = "a-rate-from-the-base-currency",
    .order = "{'default_currency_code': 'EUR', 'store_default_currency_code': 'GBP',"
             " 'store_default_to_transactional_exchange_rate': '1.1500000000'}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body
    = "{'currency': {'code': 'EUR', 'exchangeRate': '1.150000', 'fixedExchangeRate': true}}" },
  { .name = "a-rate-from-another-currency-is-no-use",
    .order = "{'default_currency_code': 'EUR', 'store_default_currency_code': 'USD',"
             " 'store_default_to_transactional_exchange_rate': '0.9200000000'}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'currency': {'code': 'EUR', 'exchangeRate': null, 'fixedExchangeRate': null}}" },
  { .name = "a-foreign-currency-without-a-rate",
    .order = "{'default_currency_code': 'EUR',"
             " 'store_default_to_transactional_exchange_rate': ''}",
    .expected = "create-sales-order POST /order-service/sales-order",
    .body = "{'currency': {'code': 'EUR', 'exchangeRate': null, 'fixedExchangeRate': null}}" },
  { .name = "a-currency-that-is-not-set-up",
    .order = "{'default_currency_code': 'USD'}",
    .expected = "held currency-missing!" },
};

static void
test_plenty (void)
{
  g_autoptr (GString) text = g_string_new ("{'total_inc_tax': '144.00', 'total_tax': '24.00',"
                                           " 'lines': [");
  DecideCase row = { 0 };
  g_autoptr (DecideFixture) fixture = NULL;
  g_autoptr (BrightOrderPlan) plan = NULL;
  const BrightPartPlan *part;

  for (guint i = 0; i < PLENTY; i++)
    g_string_append_printf (text, "%s{'sku': 'MUG-1', 'ex': '1.00', 'inc': '1.20'}",
                            i > 0 ? "," : "");
  g_string_append (text, "]}");
  row.order = text->str;
  fixture = decide_fixture_new (&row);
  plan = bright_order_plan_new (fixture->order, fixture->settings, fixture->world);
  decide_assert_balanced (plan, fixture->order);
  part = plan->parts->pdata[0];
  g_assert_cmpuint (part->rows->len, ==, PLENTY);
  for (guint i = 1; i < PLENTY; i++)
    g_assert_cmpint (((BrightpearlRow *)part->rows->pdata[i])->sequence, >,
                     ((BrightpearlRow *)part->rows->pdata[i - 1])->sequence);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/products", products, G_N_ELEMENTS (products), decide_check_plan);
  decide_add_tests ("/decide/addresses", addresses, G_N_ELEMENTS (addresses), decide_check_plan);
  decide_add_tests ("/decide/headers", headers, G_N_ELEMENTS (headers), decide_check_decision);
  g_test_add_func ("/decide/rows/plenty", test_plenty);
  return g_test_run ();
}
