/* Tests of the decision about an order: making its sales order, and reserving its stock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#include "bright-steps.h"
#include "decide-words.h"

#define ORDERED "create-sales-order POST /order-service/sales-order"
#define ADDRESS "create-address POST /contact-service/postal-address"
#define READ_ALL "read all all all"
#define NOBODY "'contacts': []"
#define RESERVE "reserve POST /warehouse-service/order/5501/reservation/warehouse/2"
#define RESERVE_AGAIN "reserve-again PUT /warehouse-service/order/5501/reservation"
#define FRESH_OLD "'fresh': 'known known known'"

/* One sales order, with the rest of its link. */
#define PART(members) "{'parts': [{'suffix': 1, 'sales-order': 5501, " members "}]}"
#define THERE "{'sales-orders': [{'salesOrderId': 5501, 'externalRef': '1042', 'channelId': 3}]}"

/* Each row goes one step further than the one before. */
static const DecideCase creation[] = {
  { .name = "1-nothing-was-read",
    .situation = "{'fresh': 'none none none'}",
    .expected = READ_ALL },
  { .name = "2-address", .world = "{" NOBODY "}", .expected = ADDRESS },
  { .name = "3-contact",
    .world = "{" NOBODY "}",
    .link = "{'address': 31}",
    .expected = "create-contact POST /contact-service/contact" },
  { .name = "4-sales-order",
    .link = "{'address': 31, 'contact-settled': true}",
    .expected = ORDERED },
  { .name = "5-read-it-back", .link = PART ("'stale': true"), .expected = "read sales orders" },
  { .name = "5-read-it-back-even-if-an-older-one-is-known",
    .sales_orders = "[{}]",
    .link = PART ("'stale': true"),
    .expected = "read sales orders" },
  { .name = "6-reserve",
    .sales_orders = "[{'allocationStatusCode': 'ANA'}]",
    .link = PART ("'reservation': ''"),
    .expected = RESERVE,
    .body = "{'products': [{'productId': '1001', 'salesOrderRowId': '9001', 'quantity': '2'}]}" },
  { .name = "7-read-it-again",
    .sales_orders = "[{'allocationStatusCode': 'ANA'}]",
    .link = PART ("'reservation': 'asked', 'stale': true"),
    .expected = "read sales orders" },
  { .name = "8-it-is-reserved",
    .sales_orders = "[{}]",
    .link = PART ("'reservation': 'asked'"),
    .expected = "reserved full" },
  { .name = "9-linked", .sales_orders = "[{}]", .expected = "linked" },
};

static const DecideCase present[] = {
  { .name = "found", .world = THERE, .expected = "adopt 5501" },
  { .name = "of-another-channel",
    .world = "{'sales-orders': [{'salesOrderId': 5501, 'externalRef': '1042', 'channelId': 4}]}",
    .expected = ORDERED },
  { .name = "only-the-reference-that-people-edit-is-equal",
    .world = "{'sales-orders': [{'salesOrderId': 5501, 'customerRef': '1042', 'channelId': 3}]}",
    .expected = ORDERED },
  { .name = "a-longer-reference-is-none",
    .world = "{'sales-orders': [{'salesOrderId': 5501, 'externalRef': '10421', 'channelId': 3}]}",
    .expected = ORDERED },
  { .name = "the-lowest-of-two",
    .world = "{'sales-orders': [{'salesOrderId': 5502, 'externalRef': '1042', 'channelId': 3},"
             " {'salesOrderId': 5501, 'externalRef': '1042', 'channelId': 3}]}",
    .expected = "adopt 5501" },
  { .name = "nobody-is-created-for-it",
    .world = "{" NOBODY ", 'sales-orders':"
             " [{'salesOrderId': 5501, 'externalRef': '1042', 'channelId': 3}]}",
    .expected = "adopt 5501" },
  { .name = "a-refund-is-none",
    .world = "{'sales-orders': [{'salesOrderId': 5501, 'externalRef': 'R1042', 'channelId': 3}]}",
    .expected = ORDERED },
  { .name = "nobody-knows-and-mirrors-are-old",
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .situation = "{" FRESH_OLD "}",
    .expected = READ_ALL },
  { .name = "nobody-knows-and-one-mirror-is-old",
    .world = THERE,
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .situation = "{'fresh': 'all all added+known'}",
    .expected = READ_ALL },
  { .name = "nobody-knew-and-it-is-there",
    .world = THERE,
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .expected = "adopt 5501" },
  { .name = "nobody-knew-and-it-is-not-there",
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .expected = ORDERED },
  { .name = "refused",
    .link = "{'refusals': [{'kind': 'create-sales-order', 'message': 'No such channel'}]}",
    .expected = "held refused-by-brightpearl!" },
  { .name = "refused-is-not-read-for",
    .link = "{'refusals': [{'kind': 'create-sales-order', 'message': 'No such channel'}]}",
    .situation = "{" FRESH_OLD ", 'previous': 'refused-by-brightpearl'}",
    .expected = "held refused-by-brightpearl!" },
  { .name = "a-contact-was-refused",
    .world = "{" NOBODY "}",
    .link = "{'address': 31, 'refusals': [{'kind': 'create-contact', 'message': 'Bad name'}]}",
    .expected = "held refused-by-brightpearl!" },
  { .name = "refused-but-it-is-there",
    .world = THERE,
    .link = "{'refusals': [{'kind': 'create-sales-order', 'message': 'Duplicate'}]}",
    .expected = "adopt 5501" },
  { .name = "something-else-was-refused",
    .link = "{'address': 31, 'refusals': [{'kind': 'create-contact', 'message': 'Bad name'}]}",
    .expected = ORDERED },
};

#define SHORT "'allocationStatusCode': 'APA'"
#define NOTHING "'allocationStatusCode': 'ANA'"

static const DecideCase reservations[] = {
  { .name = "part-is-read-row-by-row",
    .sales_orders = "[{" SHORT "}]",
    .link = PART ("'reservation': 'asked'"),
    .expected = "read reservation" },
  { .name = "part-never-blocks",
    .sales_orders = "[{" SHORT "}]",
    .link = PART ("'reservation': 'part', 'reserved': 1, 'wanted': 2"),
    .expected = "linked" },
  { .name = "part-is-asked-again",
    .sales_orders = "[{" SHORT "}]",
    .link = PART ("'reservation': 'part', 'retry-reservation': true"),
    .expected = RESERVE_AGAIN },
  { .name = "none-is-learnt",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': 'asked'"),
    .expected = "reserved none" },
  { .name = "none-never-blocks",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': 'none'"),
    .expected = "linked" },
  { .name = "none-is-asked-again",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': 'none', 'retry-reservation': true"),
    .expected = RESERVE },
  { .name = "none-became-full-by-hand",
    .sales_orders = "[{}]",
    .link = PART ("'reservation': 'none'"),
    .expected = "reserved full" },
  { .name = "full-became-part-by-hand",
    .sales_orders = "[{" SHORT "}]",
    .expected = "read reservation" },
  { .name = "not-needed",
    .sales_orders = "[{'allocationStatusCode': 'ANR'}]",
    .link = PART ("'reservation': ''"),
    .expected = "reserved not-needed" },
  { .name = "off",
    .settings = "{'orders': {'reserve-stock': false}}",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': ''"),
    .expected = "linked" },
  { .name = "cancelled-in-brightpearl",
    .sales_orders = "[{" NOTHING ", 'isCanceled': true}]",
    .link = PART ("'reservation': ''"),
    .expected = "linked" },
  { .name = "only-free-text-and-services",
    .order = "{'lines': [{'sku': 'WRAP', 'ex': '10.00', 'inc': '12.00'},"
             " {'product_id': 0, 'name': 'Engraving', 'ex': '10.00', 'inc': '12.00'}]}",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': ''"),
    .expected = "reserved not-needed" },
  { .name = "each-row-once",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '5.00', 'inc': '6.00'},"
             " {'sku': 'MUG-1', 'quantity': 3, 'ex': '5.00', 'inc': '6.00'},"
             " {'sku': 'WRAP', 'ex': '10.00', 'inc': '12.00'}]}",
    .sales_orders = "[{" NOTHING "}]",
    .link = PART ("'reservation': ''"),
    .expected = RESERVE,
    .body = "{'products': [{'salesOrderRowId': '9001', 'quantity': '1'},"
            " {'salesOrderRowId': '9002', 'quantity': '3'}]}" },
  { .name = "a-bundle-by-its-components",
    .sales_orders
    = "[{" NOTHING ", 'rows': ["
      "{'id': 9001, 'productId': 1001, 'quantity': '2', 'bundleParent': true},"
      "{'id': 9002, 'productId': 1002, 'quantity': '4', 'bundleChild': true, 'parentRowId': 9001}"
      "]}]",
    .link = PART ("'reservation': ''"),
    .expected = RESERVE,
    .body = "{'products': [{'productId': '1002', 'salesOrderRowId': '9002', 'quantity': '4'}]}" },
  { .name = "from-the-warehouse-of-the-sales-order",
    .sales_orders = "[{" NOTHING ", 'warehouseId': 6}]",
    .link = PART ("'reservation': ''"),
    .expected = "reserve POST /warehouse-service/order/5501/reservation/warehouse/6" },
};

static const DecideCase holds[] = {
  { .name = "before-the-contact-is-made",
    .world = "{" NOBODY "}",
    .order = "{'total_inc_tax': '25.20'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "a-product-is-missing-and-nobody-is-created",
    .world = "{" NOBODY ", 'products': []}",
    .expected = "held product-missing orders.missing-product!" },
  { .name = "missing-is-reconsidered-with-new-products-only",
    .situation = "{" FRESH_OLD ", 'previous': 'product-missing'}",
    .expected = "read known known+added known" },
  { .name = "still-missing",
    .world = "{'products': []}",
    .situation = "{'fresh': 'known added+known known', 'previous': 'product-missing'}",
    .expected = "held product-missing orders.missing-product!" },
  { .name = "no-longer-missing",
    .situation = "{'fresh': 'known added+known known', 'previous': 'product-missing'}",
    .expected = READ_ALL },
  { .name = "what-was-learned-before-is-loaded-first",
    .order = "{'total_inc_tax': '25.20'}",
    .situation = "{'fresh': 'none none none', 'previous': 'totals-differ'}",
    .expected = "read known known known" },
  { .name = "ambiguous-products-are-reviewed",
    .situation = "{" FRESH_OLD ", 'previous': 'product-ambiguous'}",
    .expected = "read known known+reviewed known" },
  { .name = "an-unknown-customer-may-have-been-added",
    .situation = "{" FRESH_OLD ", 'previous': 'customer-waiting'}",
    .expected = "read known+added known known" },
  { .name = "ambiguous-customers-are-reviewed",
    .situation = "{" FRESH_OLD ", 'previous': 'customer-ambiguous'}",
    .expected = "read known+reviewed known known" },
  { .name = "totals-need-nothing-read",
    .order = "{'total_inc_tax': '25.20'}",
    .situation = "{" FRESH_OLD ", 'previous': 'totals-differ'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "a-currency-needs-nothing-read",
    .order = "{'default_currency_code': 'USD'}",
    .situation = "{" FRESH_OLD ", 'previous': 'currency-missing'}",
    .expected = "held currency-missing!" },
  { .name = "no-e-mail-needs-nothing-read",
    .order = "{'billing_address': {'email': ''}}",
    .situation = "{" FRESH_OLD ", 'previous': 'customer-without-email'}",
    .expected = "held customer-without-email items.placeholder-contact-id!" },
  { .name = "what-is-no-longer-held-is-proved-before-it-is-written",
    .situation = "{" FRESH_OLD ", 'previous': 'totals-differ'}",
    .expected = READ_ALL },
  { .name = "the-second-of-two-is-not-created-while-something-holds",
    .settings = "{'orders': {'several-addresses': 'split'}}",
    .order = "{'total_inc_tax': '40.00', 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .link = "{'parts': [{'suffix': 1, 'sales-order': 5501}, {'suffix': 2}]}",
    .expected = "held totals-differ orders.rounding-threshold!" },
};

/* The step that makes a sales order says what it is about. */
static void
test_step (void)
{
  const DecideCase row = { .name = "usual" };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row);
  g_autoptr (BrightDecision) decision = bright_order_decide (&fixture->order_case);
  const BrightStep *step = decision->step;

  g_assert_nonnull (step);
  g_assert_cmpstr (step->subject, ==, "order 1042");
  g_assert_cmpstr (step->flow, ==, "orders");
  g_assert_cmpstr (step->platform, ==, "brightpearl");
  g_assert_cmpstr (step->verb, ==, "create");
  g_assert_cmpstr (step->key, ==, "1042");
  g_assert_cmpstr (step->before, ==, "");
  g_assert_cmpstr (step->after, ==, "24.00 GBP");
  g_assert_cmpuint (decision->n_parts, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/order/create", creation, G_N_ELEMENTS (creation),
                    decide_check_decision);
  decide_add_tests ("/decide/order/present", present, G_N_ELEMENTS (present),
                    decide_check_decision);
  decide_add_tests ("/decide/order/reserve", reservations, G_N_ELEMENTS (reservations),
                    decide_check_decision);
  decide_add_tests ("/decide/order/hold", holds, G_N_ELEMENTS (holds), decide_check_decision);
  g_test_add_func ("/decide/order/step", test_step);
  return g_test_run ();
}
