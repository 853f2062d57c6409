/* Tests of the decision about an order: is it one that is to be synced?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever filters names the setting that did it.
 */
#include "decide-fixture.h"

#define PASSED "create-sales-order POST /order-service/sales-order"

static const DecideCase statuses[] = {
  { .name = "the-usual-order-passes", .expected = PASSED },
  { .name = "chosen",
    .settings = "{'orders': {'bigcommerce-statuses': [9, 11]}}",
    .order = "{'status_id': 9}",
    .expected = PASSED },
  { .name = "not-chosen",
    .order = "{'status_id': 7}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "none-chosen",
    .settings = "{'orders': {'bigcommerce-statuses': []}}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "incomplete-is-status-0",
    .order = "{'status_id': 0}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "incomplete-chosen",
    .settings = "{'orders': {'bigcommerce-statuses': [0]}}",
    .order = "{'status_id': 0}",
    .expected = PASSED },
  { .name = "the-label-does-not-matter",
    .order = "{'custom_status': 'To pick'}",
    .expected = PASSED },
  { .name = "cancelled-before-it-was-linked",
    .order = "{'status_id': 5}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "declined-before-it-was-linked",
    .order = "{'status_id': 6}",
    .expected = "filtered status orders.bigcommerce-statuses" },
};

static const DecideCase guests[] = {
  { .name = "on", .order = "{'customer_id': 0}", .expected = PASSED },
  { .name = "off",
    .settings = "{'orders': {'guest-orders': false}}",
    .order = "{'customer_id': 0}",
    .expected = "filtered guest orders.guest-orders" },
  { .name = "off-and-a-known-customer",
    .settings = "{'orders': {'guest-orders': false}}",
    .expected = PASSED },
};

static const DecideCase others[] = {
  { .name = "orders-off",
    .settings = "{'orders': {'enabled': false}}",
    .expected = "filtered orders-off orders.enabled" },
  { .name = "archived", .order = "{'is_deleted': true}", .expected = "filtered archived" },
  { .name = "one-second-before-go-live",
    .order = "{'date_created': 'Sat, 31 Oct 2026 23:59:59 +0000'}",
    .expected = "filtered before-go-live schedule.go-live" },
  { .name = "at-go-live",
    .order = "{'date_created': 'Sun, 01 Nov 2026 00:00:00 +0000'}",
    .expected = PASSED },
  { .name = "go-live-in-another-zone",
    .order = "{'date_created': 'Sun, 01 Nov 2026 00:30:00 +0100'}",
    .expected = "filtered before-go-live schedule.go-live" },
  { .name = "orders-off-goes-before-all",
    .settings = "{'orders': {'enabled': false}}",
    .order = "{'is_deleted': true, 'status_id': 7}",
    .expected = "filtered orders-off orders.enabled" },
  { .name = "go-live-goes-before-status",
    .order = "{'date_created': 'Sat, 31 Oct 2026 12:00:00 +0000', 'status_id': 7}",
    .expected = "filtered before-go-live schedule.go-live" },
  { .name = "nothing-is-read-for-it",
    .order = "{'status_id': 7}",
    .situation = "{'fresh': 'none none none'}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "a-content-that-would-be-held-is-filtered-first",
    .order = "{'status_id': 7, 'total_inc_tax': '99.00'}",
    .expected = "filtered status orders.bigcommerce-statuses" },
};

static const DecideCase delays[] = {
  { .name = "still-settling",
    .settings = "{'schedule': {'settle-minutes': 5}}",
    .situation = "{'now': '2026-11-11T09:33:39Z'}",
    .expected = "waiting settling schedule.settle-minutes" },
  { .name = "settled",
    .settings = "{'schedule': {'settle-minutes': 5}}",
    .situation = "{'now': '2026-11-11T09:33:40Z'}",
    .expected = PASSED },
  { .name = "none", .situation = "{'now': '2026-11-11T09:28:40Z'}", .expected = PASSED },
  { .name = "the-status-goes-first",
    .settings = "{'schedule': {'settle-minutes': 5}}",
    .order = "{'status_id': 7}",
    .situation = "{'now': '2026-11-11T09:28:41Z'}",
    .expected = "filtered status orders.bigcommerce-statuses" },
};

/* An order that was begun goes on, whatever the filter says by then. */
static const DecideCase begun[] = {
  { .name = "its-sales-order-is-there",
    .settings = "{'orders': {'bigcommerce-statuses': []}}",
    .sales_orders = "[{}]",
    .expected = "linked" },
  { .name = "one-of-two-is-there",
    .settings = "{'orders': {'enabled': false, 'several-addresses': 'split'}}",
    .order = "{'total_inc_tax': '36.00', 'total_tax': '6.00', 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .link = "{'parts': [{'suffix': 1, 'sales-order': 5501}, {'suffix': 2}],"
            " 'contact-settled': true}",
    .expected = PASSED " (part 2)" },
  { .name = "nobody-knows-and-it-is-there",
    .settings = "{'orders': {'bigcommerce-statuses': []}}",
    .world = "{'sales-orders': [{'salesOrderId': 5501, 'externalRef': '1042', 'channelId': 3}]}",
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .expected = "adopt 5501" },
  { .name = "nobody-knows-and-it-is-not-there",
    .settings = "{'orders': {'bigcommerce-statuses': []}}",
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .expected = "filtered status orders.bigcommerce-statuses" },
  { .name = "nobody-knows-yet",
    .settings = "{'orders': {'bigcommerce-statuses': []}}",
    .link = "{'parts': [{'suffix': 1, 'unknown': true}]}",
    .situation = "{'fresh': 'all all known'}",
    .expected = "read all all all" },
};

/* When an order that settles is looked at again. */
static void
test_retry (void)
{
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&delays[0]);
  g_autoptr (BrightDecision) decision = bright_order_decide (&fixture->order_case);

  g_assert_cmpint (decision->verdict.retry_at, ==, fixture->order->date_created + 300);
  g_assert_false (decision->verdict.attention);
  g_assert_nonnull (decision->verdict.message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/filter/status", statuses, G_N_ELEMENTS (statuses),
                    decide_check_decision);
  decide_add_tests ("/decide/filter/guests", guests, G_N_ELEMENTS (guests), decide_check_decision);
  decide_add_tests ("/decide/filter", others, G_N_ELEMENTS (others), decide_check_decision);
  decide_add_tests ("/decide/filter/settle", delays, G_N_ELEMENTS (delays), decide_check_decision);
  decide_add_tests ("/decide/filter/begun", begun, G_N_ELEMENTS (begun), decide_check_decision);
  g_test_add_func ("/decide/filter/settle/retry", test_retry);
  return g_test_run ();
}
