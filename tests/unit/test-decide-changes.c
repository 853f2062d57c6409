/* Tests of the decision about an order: what became of it after it was synced?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#define CANCEL "cancel-sales-order PUT /order-service/order/5501/status"
#define RELEASE "release DELETE /warehouse-service/order/5501/reservation"
#define LATE "changed order-cancelled-late!"
#define UPDATE "update-sales-order PUT /order-service/sales-order/5501 If-Match 3"
#define PICKED "'stockStatusCode': 'SOP'"
#define ATTENTION "{'orders': {'edited-orders': 'attention'}}"
#define APPROVED "{'approved': true}"

static const DecideCase arrival[] = {
  { .name = "as-it-was-sent", .sales_orders = "[{}]", .expected = "linked" },
  { .name = "the-total-differs",
    .sales_orders = "[{'total': {'gross': '24.01'}}]",
    .expected = "held totals-differ!" },
  { .name = "the-group-s-total-counts",
    .settings = "{'orders': {'several-addresses': 'split'}}",
    .order = "{'total_inc_tax': '36.00', 'total_tax': '6.00', 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .sales_orders = "[{}, {}]",
    .expected = "linked" },
  { .name = "totals-out-of-range",
    .settings = "{'orders': {'several-addresses': 'split'}}",
    .order = "{'total_inc_tax': '36.00', 'total_tax': '6.00', 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .sales_orders = "[{'total': {'gross': '922337203685477.58'}},"
                    " {'total': {'gross': '922337203685477.58'}}]",
    .expected = "held totals-differ!" },
  { .name = "deleted-in-brightpearl",
    .sales_orders = "[{}]",
    .link = "{'deleted': true}",
    .expected = "held deleted-in-brightpearl!" },
  { .name = "deleted-in-brightpearl-is-not-created-again",
    .link = "{'deleted': true, 'parts': []}",
    .expected = "held deleted-in-brightpearl!" },
  { .name = "archived-in-the-store",
    .order = "{'is_deleted': true}",
    .sales_orders = "[{}]",
    .expected = "changed deleted-in-bigcommerce!" },
  { .name = "the-filter-is-not-asked-again",
    .order = "{'status_id': 2}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "linked" },
};

static const DecideCase cancellations[] = {
  { .name = "to-the-account-s-own-status",
    .order = "{'status_id': 5}",
    .sales_orders = "[{}]",
    .expected = CANCEL,
    .body = "{'orderStatusId': 5, 'orderNote': {'isPublic': false}}" },
  { .name = "declined", .order = "{'status_id': 6}", .sales_orders = "[{}]", .expected = CANCEL },
  { .name = "to-the-status-of-the-map-with-the-stock-released-first",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{}]",
    .expected = RELEASE },
  { .name = "to-the-status-of-the-map",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'allocationStatusCode': 'ANA'}]",
    .expected = CANCEL,
    .body = "{'orderStatusId': 7}" },
  { .name = "the-map-is-per-status",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 6}",
    .sales_orders = "[{}]",
    .expected = CANCEL,
    .body = "{'orderStatusId': 5}" },
  { .name = "done-by-the-map",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'statusId': 7, 'allocationStatusCode': 'ANA'}]",
    .expected = "cancelled" },
  { .name = "done",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'isCanceled': true, 'allocationStatusCode': 'ANA'}]",
    .expected = "cancelled" },
  { .name = "no-status-stands-for-it",
    .world = "{'configuration': {'cancelledOrderStatusId': 0}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{}]",
    .expected = "changed order-cancelled-late orders.status-map!" },
  { .name = "picked",
    .order = "{'status_id': 5}",
    .sales_orders = "[{" PICKED "}]",
    .expected = LATE },
  { .name = "all-shipped",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'stockStatusCode': 'SOA'}]",
    .expected = LATE },
  { .name = "nothing-to-pick",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'stockStatusCode': 'NON'}]",
    .expected = CANCEL },
  { .name = "invoiced",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'invoice': {'invoiceReference': 'SI-1'}}]",
    .expected = LATE },
  { .name = "refused",
    .order = "{'status_id': 5}",
    .sales_orders = "[{}]",
    .link = "{'refusals': [{'kind': 'cancel-sales-order', 'message': 'It has payments'}]}",
    .expected = LATE },
  { .name = "release-refused",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{}]",
    .link = "{'refusals': [{'kind': 'release', 'message': 'Not now'}]}",
    .expected = LATE },
  { .name = "release-refused-for-nothing-is-reserved-any-more",
    .settings = "{'orders': {'status-map': [{'bigcommerce': 5, 'brightpearl': 7}]}}",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'allocationStatusCode': 'ANA'}]",
    .link = "{'refusals': [{'kind': 'release', 'message': 'None'}]}",
    .expected = CANCEL },
  { .name = "although-totals-differ",
    .order = "{'status_id': 5}",
    .sales_orders = "[{'total': {'gross': '99.00'}}]",
    .expected = CANCEL },
  { .name = "although-it-was-edited",
    .order = "{'status_id': 5, 'total_inc_tax': '24.01'}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = CANCEL },
  { .name = "the-second-of-two",
    .settings = "{'orders': {'several-addresses': 'split'}}",
    .order = "{'status_id': 5, 'total_inc_tax': '36.00', 'total_tax': '6.00',"
             " 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .sales_orders = "[{'isCanceled': true}, {}]",
    .expected = "cancel-sales-order PUT /order-service/order/5502/status (part 2)" },
};

/* One mug was taken off, so 10.00 and 2.00 are left. */
#define EDITED                                                                                     \
  "{'lines': [{'sku': 'MUG-1', 'ex': '10.00', 'inc': '12.00'}], 'total_inc_tax': '12.00',"         \
  " 'total_tax': '2.00'}"

static const DecideCase edits[] = {
  { .name = "applied",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = UPDATE,
    .body = "{'externalRef': '1042', 'customer': {'id': 201}, 'channelId': 3, 'warehouseId': 2,"
            " 'statusId': 1, 'rows': [{'id': 9001, 'productId': 1001, 'quantity': '1',"
            " 'net': '10.00', 'tax': '2.00', 'taxCode': 'T20', 'externalRef': '31877'}]}" },
  { .name = "a-line-was-added",
    .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 2, 'ex': '20.00', 'inc': '24.00'},"
             " {'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}],"
             " 'total_inc_tax': '36.00', 'total_tax': '6.00'}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = UPDATE,
    .body = "{'rows': [{'id': 9001, 'productId': 1001}, {'id': null, 'productId': 1002}]}" },
  { .name = "products-are-proved-first",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .situation = "{'fresh': 'known known+added known'}",
    .expected = "read none all none" },
  { .name = "attention",
    .settings = ATTENTION,
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "changed order-edited orders.edited-orders!" },
  { .name = "attention-and-approved",
    .settings = ATTENTION,
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .situation = APPROVED,
    .expected = UPDATE },
  { .name = "picked",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{" PICKED "}]",
    .expected = "changed order-edited!" },
  { .name = "picked-and-approved",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{" PICKED "}]",
    .situation = APPROVED,
    .expected = UPDATE },
  { .name = "invoiced",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{'invoice': {'invoiceReference': 'SI-1'}}]",
    .expected = "changed order-edited!" },
  { .name = "ignored",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .link = "{'ignored': 'Agreed by telephone', 'ignored-content': 'an older one'}",
    .expected = UPDATE },
  { .name = "refused",
    .order = EDITED,
    .written = "{}",
    .sales_orders = "[{}]",
    .link = "{'refusals': [{'kind': 'update-sales-order', 'message': 'Locked'}]}",
    .expected = "changed refused-by-brightpearl!" },
  { .name = "no-longer-to-the-penny",
    .order = "{'total_inc_tax': '30.00'}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "changed totals-differ orders.rounding-threshold!" },
  { .name = "a-product-that-is-not-there",
    .order = "{'lines': [{'sku': 'CUP-1', 'ex': '20.00', 'inc': '24.00'}]}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "changed product-missing orders.missing-product!" },
  { .name = "more-addresses-than-before",
    .settings = "{'orders': {'several-addresses': 'split'}}",
    .order = "{'total_inc_tax': '36.00', 'total_tax': '6.00', 'consignments': {'shipping': ["
             " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"
             " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "changed order-edited!" },
  { .name = "the-sales-order-has-the-edit-already",
    .order = EDITED,
    .sales_orders = "[{}]",
    .link = "{'content': 'an older one'}",
    .expected = "accept" },
  { .name = "nothing-that-matters-was-edited",
    .settings = ATTENTION,
    .order = "{'billing_address': {'phone': '1'}}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = "accept" },
  { .name = "another-delivery-address",
    .order = "{'consignments': {'shipping': [{'id': 9051, 'street_1': '7 New Rd',"
             " 'line_items': [{'sku': 'MUG-1', 'quantity': 2, 'ex': '20.00', 'inc': '24.00'}]}]}}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = UPDATE,
    .body = "{'delivery': {'address': {'addressLine1': '7 New Rd'}}}" },
  { .name = "another-billing-address",
    .order = "{'billing_address': {'street_1': '7 New Rd'}}",
    .written = "{}",
    .sales_orders = "[{}]",
    .expected = UPDATE,
    .body = "{'billing': {'address': {'addressLine1': '7 New Rd'}}}" },
};

#define TWO_FEES(first, second)                                                                    \
  "'fees': [{'id': 1, 'cost_ex_tax': '" first "', 'cost_inc_tax': '" first "'},"                   \
  " {'id': 2, 'cost_ex_tax': '" second "', 'cost_inc_tax': '" second "'}]"

/* Rows that have the same words are told apart by their sequence. */
static const DecideCase twins[] = {
  { .name = "are-equal",
    .order = "{" TWO_FEES ("1.00", "2.00") ", 'total_inc_tax': '27.00'}",
    .sales_orders = "[{}]",
    .link = "{'content': 'an older one'}",
    .expected = "accept" },
  { .name = "keep-their-numbers",
    .order = "{" TWO_FEES ("1.00", "3.00") ", 'total_inc_tax': '28.00'}",
    .written = "{" TWO_FEES ("1.00", "2.00") ", 'total_inc_tax': '27.00'}",
    .sales_orders = "[{}]",
    .expected = UPDATE,
    .body = "{'rows': [{'id': 9001}, {'id': 9002, 'net': '1.00'}, {'id': 9003, 'net': '3.00'}]}" },
};

/* What was pushed is compared once more, and not pushed again. */
static void
test_pushed (void)
{
  const DecideCase row = { .order = EDITED, .written = "{}", .sales_orders = "[{}]" };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row);
  BrightOrderPart *part = fixture->link->parts->pdata[0];
  g_autoptr (BrightDecision) decision = NULL;

  g_free (part->pushed);
  part->pushed = g_strdup (fixture->content);
  decision = bright_order_decide (&fixture->order_case);
  g_assert_cmpint (decision->kind, ==, BRIGHT_DECISION_SETTLED);
  g_assert_cmpstr (decision->verdict.state, ==, "changed");
  g_assert_cmpstr (decision->verdict.code, ==, "order-edited");
}

/* Somebody said to leave this content alone, until it changes. */
static void
test_ignored (void)
{
  const DecideCase row = { .order = EDITED, .written = "{}", .sales_orders = "[{}]" };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row);
  g_autoptr (BrightDecision) decision = NULL;

  g_free (fixture->link->ignored);
  g_free (fixture->link->ignored_content);
  fixture->link->ignored = g_strdup ("Agreed by telephone");
  fixture->link->ignored_content = g_strdup (fixture->content);
  decision = bright_order_decide (&fixture->order_case);
  g_assert_cmpint (decision->kind, ==, BRIGHT_DECISION_SETTLED);
  g_assert_cmpstr (decision->verdict.state, ==, "ignored");
  g_assert_cmpstr (decision->verdict.message, ==, "Agreed by telephone");
  g_assert_false (decision->verdict.attention);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/changes/arrival", arrival, G_N_ELEMENTS (arrival),
                    decide_check_decision);
  decide_add_tests ("/decide/changes/cancelled", cancellations, G_N_ELEMENTS (cancellations),
                    decide_check_decision);
  decide_add_tests ("/decide/changes/edited", edits, G_N_ELEMENTS (edits), decide_check_decision);
  decide_add_tests ("/decide/changes/twins", twins, G_N_ELEMENTS (twins), decide_check_decision);
  g_test_add_func ("/decide/changes/edited/pushed", test_pushed);
  g_test_add_func ("/decide/changes/ignored", test_ignored);
  return g_test_run ();
}
