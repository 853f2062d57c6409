/* Tests of the decision about an order's statuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row is decided until a step or an end is reached. `agree` means that
 * both statuses were taken as agreed on, with `said` if the timeline tells why.
 */
#include "bright-statuses.h"
#include "decide-fixture.h"

/* What the merchant mapped; everything is pushed while Brightpearl is at 3, 6 or 8. */
#define MAP                                                                                        \
  "'status-map': [{'bigcommerce': 11, 'brightpearl': 3}, {'bigcommerce': 9, 'brightpearl': 6},"    \
  " {'bigcommerce': 7, 'brightpearl': 3}, {'bigcommerce': 12, 'brightpearl': 8},"                  \
  " {'bigcommerce': 11, 'brightpearl': 4}, {'bigcommerce': 8, 'brightpearl': 0},"                  \
  " {'bigcommerce': -1, 'brightpearl': 9}, {'bigcommerce': 2, 'brightpearl': 7},"                  \
  " {'bigcommerce': 4, 'brightpearl': 10}]"
#define OPEN_GATE "'brightpearl-statuses': [3, 4, 6, 7, 8, 9, 10, 20]"
#define MAPPED "{'orders': {" MAP ", " OPEN_GATE "}}"
#define SHUT "{'orders': {" MAP "}}"
#define BOTH_DEFAULTS                                                                              \
  "{'orders': {" MAP ", " OPEN_GATE                                                                \
  ", 'default-brightpearl-status': 6, 'default-bigcommerce-status': 9}}"
#define SPLIT "{'orders': {" MAP ", " OPEN_GATE ", 'several-addresses': 'split'}}"
#define TWO_ADDRESSES                                                                              \
  "'total_inc_tax': '36.00', 'total_tax': '6.00', 'consignments': {'shipping': ["                  \
  " {'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'}]},"                   \
  " {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}]}"

/* Agreed on: the store at 11, Brightpearl at 3. */
#define AGREED "{'statuses': {'bigcommerce': 11, 'brightpearl': [3]}}"
#define AT(status) "[{'statusId': " #status "}]"
#define STORE(status) "{'status_id': " #status "}"
#define TO_BRIGHTPEARL(status)                                                                     \
  "PUT /order-service/order/5501/status {\"orderStatusId\":" #status "}"
#define TO_STORE(status) "PUT /v2/orders/1042 {\"status_id\":" #status "}"

static const DecideCase first_contact[] = {
  { .name = "records-what-is-there",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (8),
    .expected = "agree; in step" },
  { .name = "again-after-a-part-was-added",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (8),
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': []}}",
    .expected = "agree; in step" },
  { .name = "nothing-moved",
    .settings = MAPPED, .sales_orders = AT (3), .link = AGREED,
    .expected = "in step" },
};

static const DecideCase store_moved[] = {
  { .name = "brightpearl-follows-the-map",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (3), .link = AGREED,
    .expected = TO_BRIGHTPEARL (6) },
  { .name = "even-while-the-gate-is-shut",
    .settings = SHUT, .order = STORE (9), .sales_orders = AT (3), .link = AGREED,
    .expected = TO_BRIGHTPEARL (6) },
  { .name = "both-statuses-stand-for-the-same",
    .settings = MAPPED, .order = STORE (7), .sales_orders = AT (3), .link = AGREED,
    .expected = "agree; in step" },
  { .name = "the-other-side-holds-one-that-maps-to-it",
    .settings = MAPPED, .order = STORE (11), .sales_orders = AT (4),
    .link = "{'statuses': {'bigcommerce': 9, 'brightpearl': [4]}}",
    .expected = "agree; in step" },
  { .name = "our-own-write-came-back",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 9, 'brightpearl': [6]}}",
    .expected = "in step" },
  { .name = "left-as-it-is-by-the-map",
    .settings = BOTH_DEFAULTS, .order = STORE (8), .sales_orders = AT (3), .link = AGREED,
    .expected = "agree; in step" },
  { .name = "unmapped-without-a-default",
    .settings = MAPPED, .order = STORE (10), .sales_orders = AT (3), .link = AGREED,
    .expected = "agree said; in step" },
  { .name = "unmapped-takes-the-default",
    .settings = BOTH_DEFAULTS, .order = STORE (10), .sales_orders = AT (3), .link = AGREED,
    .expected = TO_BRIGHTPEARL (6) },
  { .name = "the-default-is-not-for-what-a-shipment-did",
    .settings = "{'orders': {'default-brightpearl-status': 6}}", .order = STORE (2),
    .sales_orders = "[{'statusId': 7, 'shippingStatusCode': 'ASS'}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [7]}}",
    .expected = "agree said; in step" },
  { .name = "the-default-is-not-for-what-a-refund-did",
    .settings = BOTH_DEFAULTS, .order = STORE (14), .sales_orders = AT (3), .link = AGREED,
    .expected = "agree said; in step" },
  { .name = "shipped-follows-the-map",
    .settings = MAPPED, .order = STORE (2),
    .sales_orders = "[{'statusId': 3, 'shippingStatusCode': 'ASS'}]", .link = AGREED,
    .expected = TO_BRIGHTPEARL (7) },
  { .name = "taken-back-from-cancelled",
    .settings = MAPPED, .order = STORE (11), .sales_orders = AT (5),
    .link = "{'cancelled': true, 'statuses': {'bigcommerce': 11, 'brightpearl': [3]}}",
    .expected = "agree; " TO_BRIGHTPEARL (3) },
};

static const DecideCase several_sales_orders[] = {
  { .name = "the-first-that-differs",
    .settings = SPLIT,
    .order = "{'status_id': 9, " TWO_ADDRESSES "}",
    .sales_orders = "[{'statusId': 3}, {'statusId': 3}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [3, 3]}}",
    .expected = TO_BRIGHTPEARL (6) },
  { .name = "then-the-second",
    .settings = SPLIT,
    .order = "{'status_id': 9, " TWO_ADDRESSES "}",
    .sales_orders = "[{'statusId': 6}, {'statusId': 3}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [6, 3]}}",
    .expected = "PUT /order-service/order/5502/status {\"orderStatusId\":6} (part 2)" },
  { .name = "a-lost-answer-shows-in-the-sales-order",
    .settings = SPLIT,
    .order = "{'status_id': 9, " TWO_ADDRESSES "}",
    .sales_orders = "[{'statusId': 6}, {'statusId': 3}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [3, 3]}}",
    .expected = "PUT /order-service/order/5502/status {\"orderStatusId\":6} (part 2)" },
  { .name = "the-store-waits-for-all-of-them",
    .settings = SPLIT,
    .order = "{'status_id': 11, " TWO_ADDRESSES "}",
    .sales_orders = "[{'statusId': 6}, {'statusId': 3}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [3, 3]}}",
    .expected = "in step" },
  { .name = "and-follows-once-all-are-there",
    .settings = SPLIT,
    .order = "{'status_id': 11, " TWO_ADDRESSES "}",
    .sales_orders = "[{'statusId': 6}, {'statusId': 6}]",
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [3, 3]}}",
    .expected = TO_STORE (9) },
};

static const DecideCase brightpearl_moved[] = {
  { .name = "the-store-follows-the-map",
    .settings = MAPPED, .sales_orders = AT (6), .link = AGREED,
    .expected = TO_STORE (9) },
  { .name = "the-gate-is-shut",
    .settings = SHUT, .sales_orders = AT (6), .link = AGREED,
    .expected = "in step" },
  { .name = "the-status-is-not-ticked",
    .settings = "{'orders': {" MAP ", 'brightpearl-statuses': [3]}}",
    .sales_orders = AT (6), .link = AGREED,
    .expected = "in step" },
  { .name = "the-trigger-of-shipments-opens-the-gate",
    .settings = "{'orders': {" MAP "}, 'fulfillment': {'trigger-status-id': 6}}",
    .sales_orders = AT (6), .link = AGREED,
    .expected = TO_STORE (9) },
  { .name = "the-first-row-decides",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (3),
    .link = "{'statuses': {'bigcommerce': 9, 'brightpearl': [6]}}",
    .expected = TO_STORE (11) },
  { .name = "the-store-holds-one-that-maps-to-it",
    .settings = MAPPED, .order = STORE (7), .sales_orders = AT (3),
    .link = "{'statuses': {'bigcommerce': 7, 'brightpearl': [8]}}",
    .expected = "agree; in step" },
  { .name = "left-as-it-is-by-the-map",
    .settings = BOTH_DEFAULTS, .sales_orders = AT (9), .link = AGREED,
    .expected = "agree; in step" },
  { .name = "unmapped-without-a-default",
    .settings = MAPPED, .sales_orders = AT (20), .link = AGREED,
    .expected = "agree said; in step" },
  { .name = "unmapped-takes-the-default",
    .settings = BOTH_DEFAULTS, .sales_orders = AT (20), .link = AGREED,
    .expected = TO_STORE (9) },
  { .name = "after-a-lost-answer-the-store-is-asked-first",
    .settings = MAPPED, .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 11, 'brightpearl': [3]}, 'stale-facts': 64}",
    .expected = "read the order" },
  { .name = "the-write-had-arrived",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (6), .link = AGREED,
    .expected = "agree; in step" },
};

#define GUARDED "agree said; in step"

static const DecideCase guards[] = {
  { .name = "shipped-comes-from-a-shipment",
    .settings = MAPPED, .sales_orders = AT (7), .link = AGREED,
    .expected = GUARDED },
  { .name = "refunded-comes-from-a-refund",
    .settings = MAPPED, .sales_orders = AT (10), .link = AGREED,
    .expected = GUARDED },
  { .name = "refunded-stays",
    .settings = MAPPED, .order = STORE (4), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 4, 'brightpearl': [3]}}",
    .expected = GUARDED },
  { .name = "disputed-stays",
    .settings = MAPPED, .order = STORE (13), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 13, 'brightpearl': [3]}}",
    .expected = GUARDED },
  { .name = "partially-refunded-stays",
    .settings = MAPPED, .order = STORE (14), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 14, 'brightpearl': [3]}}",
    .expected = GUARDED },
  { .name = "shipped-does-not-go-back",
    .settings = MAPPED, .order = STORE (2), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 2, 'brightpearl': [3]}}",
    .expected = GUARDED },
  { .name = "shipped-may-be-completed",
    .settings = "{'orders': {" OPEN_GATE
                ", 'status-map': [{'bigcommerce': 10, 'brightpearl': 8}]}}",
    .order = STORE (2), .sales_orders = AT (8),
    .link = "{'statuses': {'bigcommerce': 2, 'brightpearl': [3]}}",
    .expected = TO_STORE (10) },
  { .name = "completed-does-not-go-back",
    .settings = MAPPED, .order = STORE (10), .sales_orders = AT (6),
    .link = "{'statuses': {'bigcommerce': 10, 'brightpearl': [3]}}",
    .expected = GUARDED },
};

static const DecideCase conflicts[] = {
  { .name = "both-moved-to-the-same",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (6), .link = AGREED,
    .expected = "agree; in step" },
  { .name = "brightpearl-wins",
    .settings = MAPPED, .order = STORE (9), .sales_orders = AT (8), .link = AGREED,
    .expected = TO_STORE (12) },
  { .name = "brightpearl-wins-and-waits-at-the-gate",
    .settings = SHUT, .order = STORE (9), .sales_orders = AT (8), .link = AGREED,
    .expected = "agree said; in step" },
  { .name = "refunded-needs-a-person",
    .settings = MAPPED, .order = STORE (4), .sales_orders = AT (8), .link = AGREED,
    .expected = "held status-conflict!" },
  { .name = "disputed-needs-a-person",
    .settings = MAPPED, .order = STORE (13), .sales_orders = AT (8), .link = AGREED,
    .expected = "held status-conflict!" },
  { .name = "approved-both-stay",
    .settings = MAPPED, .order = STORE (4), .sales_orders = AT (8), .link = AGREED,
    .situation = "{'approved': true}",
    .expected = "agree said; in step" },
  { .name = "partially-refunded-does-not-but-stays",
    .settings = MAPPED, .order = STORE (14), .sales_orders = AT (8), .link = AGREED,
    .expected = GUARDED },
};

static void
describe (GString *text, const BrightDecision *decision)
{
  const BrightStep *step = decision->step;

  switch (decision->kind)
    {
    case BRIGHT_DECISION_STEP:
      g_assert_cmpstr (step->flow, ==, "statuses");
      g_assert_cmpstr (step->verb, ==, "set-status");
      g_assert_cmpstr (step->platform, ==,
                       g_str_has_prefix (step->path, "/v2/") ? "bigcommerce" : "brightpearl");
      g_string_append_printf (text, "%s %s %s", step->method, step->path, step->body);
      break;
    case BRIGHT_DECISION_SETTLED:
      g_string_append_printf (text, "%s %s%s", decision->verdict.state, decision->verdict.code,
                              decision->verdict.attention ? "!" : "");
      break;
    case BRIGHT_DECISION_NEED:
      g_assert_cmpint (decision->need, ==, BRIGHT_NEED_FACT);
      g_assert_cmpuint (decision->fact, ==, BRIGHT_ORDER_FACT_ORDER);
      g_string_append (text, "read the order");
      break;
    default:
      g_assert_not_reached ();
    }
  if (decision->part > 0)
    g_string_append_printf (text, " (part %u)", decision->part + 1);
}

static void
check (gconstpointer data)
{
  const DecideCase *row = data;
  g_autoptr (DecideFixture) fixture = decide_fixture_new (row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint round = 0;; round++)
    {
      g_autoptr (BrightDecision) decision = bright_statuses_decide (&fixture->order_case);

      g_assert_cmpuint (round, <, 5);
      if (decision == NULL)
        {
          g_string_append (text, "in step");
          break;
        }
      if (decision->kind != BRIGHT_DECISION_LEARN)
        {
          describe (text, decision);
          break;
        }
      decision->learn (fixture->link, &fixture->order_case, decision);
      g_string_append_printf (text, "agree%s; ", decision->learned != NULL ? " said" : "");
    }
  g_assert_cmpstr (text->str, ==, row->expected);
}

/* What is kept survives being written and read. */
static void
test_agreed (void)
{
  const DecideCase row = { .settings = MAPPED, .sales_orders = AT (3), .link = AGREED };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row);
  g_autofree char *text = bright_record_to_string (&bright_order_link_type, fixture->link);
  g_autoptr (BrightOrderLink) link = bright_record_read_text (&bright_order_link_type, text, NULL);

  g_assert_cmpint (link->statuses->bigcommerce, ==, 11);
  g_assert_cmpuint (link->statuses->brightpearl->len, ==, 1);
  g_assert_cmpint (g_array_index (link->statuses->brightpearl, gint64, 0), ==, 3);
}

/* Statuses come after what the order itself needs, and do not fight with a cancellation. */
static void
test_cancelled (void)
{
  const DecideCase row = {
    .settings = MAPPED, .order = STORE (5), .sales_orders = AT (8), .link = AGREED,
    .expected = "cancel-sales-order PUT /order-service/order/5501/status",
  };

  decide_check_decision (&row);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/status/first-contact", first_contact, G_N_ELEMENTS (first_contact),
                    check);
  decide_add_tests ("/decide/status/store-moved", store_moved, G_N_ELEMENTS (store_moved), check);
  decide_add_tests ("/decide/status/several-sales-orders", several_sales_orders,
                    G_N_ELEMENTS (several_sales_orders), check);
  decide_add_tests ("/decide/status/brightpearl-moved", brightpearl_moved,
                    G_N_ELEMENTS (brightpearl_moved), check);
  decide_add_tests ("/decide/status/guards", guards, G_N_ELEMENTS (guards), check);
  decide_add_tests ("/decide/status/conflicts", conflicts, G_N_ELEMENTS (conflicts), check);
  g_test_add_func ("/decide/status/agreed", test_agreed);
  g_test_add_func ("/decide/status/cancelled", test_cancelled);
  return g_test_run ();
}
