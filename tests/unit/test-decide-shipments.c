/* Tests of the decision about shipments: what has left, and does the store know?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-shipment.h"
#include "bright-order-flows.h"
#include "brightpearl-goods-note.h"
#include "decide-fixture.h"
#include "decide-json.h"

/* A case with the notes (as the fact) and the shipments of the store (a list); what is decided, in
 * words, and what must be in the body of the step. */
typedef struct
{
  DecideCase base;
  const char *notes;
  const char *shipments;
  const char *expected;
  const char *body;
} ShipmentCase;

#define BY_NOTE "{'fulfillment': {'enabled': true}, 'orders': {'brightpearl-statuses': [1]}}"
#define BY_STATUS                                                                                  \
  "{'fulfillment': {'enabled': true, 'trigger': 'order-status', 'trigger-status-id': 7}}"
#define SHIPPED "[{'shippingStatusCode': 'ASS'}]"
#define IN_STATUS_7 "[{'shippingStatusCode': 'SNS', 'statusId': 7}]"
#define NOTE(id, reference, rows)                                                                  \
  "{'id': " id ", 'orderId': 5501, 'status': {'shipped': true, 'shippedOn': "                      \
  "'2026-11-20T10:00:00Z'}, 'shipping': {'reference': '" reference "', 'shippingMethodId': 6},"    \
  " 'rows': [" rows "]}"
#define MUGS(units) "{'row': 9001, 'quantity': " units "}"
#define SEEN "'seen': 'ASS '"
#define ONE_NOTE "{" SEEN ", 'notes': [" NOTE ("7001", "AB1", MUGS ("2")) "]}"
#define CREATE "create-shipment POST /v2/orders/1042/shipments"
#define UPDATE "update-shipment PUT /v2/orders/1042/shipments/601"
#define SHIPMENT(id, tracking, comments, units)                                                    \
  "{'id': " id ", 'order_address_id': 9051, 'tracking_number': '" tracking "', 'comments': '"      \
  comments "', 'items': [{'order_product_id': 31877, 'quantity': " units "}]}"
#define SENT(more)                                                                                 \
  "{'shipments': {'entries': [{'note': 7001, 'sales-order': 5501, 'address': 9051,"                \
  " 'shipment': 601, 'tracking': 'AB1'" more "}]}}"

static char *
describe (const BrightDecision *decision)
{
  static const char *const facts[BRIGHT_N_ORDER_FACTS] = {
    [BRIGHT_ORDER_FACT_SHIPMENTS] = "shipments",
    [BRIGHT_ORDER_FACT_GOODS_OUT] = "notes",
    [BRIGHT_ORDER_FACT_ORDER] = "order",
  };

  if (decision == NULL)
    return g_strdup ("nothing");
  if (decision->kind == BRIGHT_DECISION_STEP)
    return g_strdup_printf ("%s %s %s", decision->step->kind, decision->step->method,
                            decision->step->path);
  if (decision->kind == BRIGHT_DECISION_NEED)
    return g_strdup_printf ("read %s", facts[decision->fact]);
  if (decision->kind == BRIGHT_DECISION_LEARN)
    return g_strdup_printf ("learn %s", decision->learned != NULL ? decision->learned : "silently");
  return g_strdup_printf ("%s %s%s", decision->verdict.state, decision->verdict.code,
                          decision->verdict.attention ? "!" : "");
}

static void
place_facts (DecideFixture *fixture, const ShipmentCase *row)
{
  BrightOrderCase *order_case = &fixture->order_case;

  if (row->notes != NULL)
    {
      g_autoptr (JsonNode) notes = decide_json_read (row->notes);

      order_case->facts[BRIGHT_ORDER_FACT_GOODS_OUT]
          = decide_json_to_record (&brightpearl_goods_notes_type, notes);
    }
  if (row->shipments != NULL)
    {
      g_autofree char *text = g_strdup_printf ("{'order': 1042, 'shipments': %s}", row->shipments);
      g_autoptr (JsonNode) shipments = decide_json_read (text);
      BigcommerceShipments *record
          = decide_json_to_record (&bigcommerce_shipments_type, shipments);

      record->read_at = order_case->now;
      order_case->facts[BRIGHT_ORDER_FACT_SHIPMENTS] = record;
    }
}

static void
drop_facts (DecideFixture *fixture)
{
  BrightOrderCase *order_case = &fixture->order_case;

  brightpearl_goods_notes_free (
      (BrightpearlGoodsNotes *) order_case->facts[BRIGHT_ORDER_FACT_GOODS_OUT]);
  bigcommerce_shipments_free (
      (BigcommerceShipments *) order_case->facts[BRIGHT_ORDER_FACT_SHIPMENTS]);
}

static void
check (gconstpointer data)
{
  const ShipmentCase *row = data;
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row->base);
  g_autoptr (BrightDecision) decision = NULL;
  g_autofree char *words = NULL;

  place_facts (fixture, row);
  decision = bright_shipments_flow.decide (&fixture->order_case);
  words = describe (decision);
  g_assert_cmpstr (words, ==, row->expected);
  if (row->body != NULL && decision != NULL && decision->step != NULL)
    {
      g_autoptr (JsonNode) part = decide_json_read (row->body);
      g_autoptr (JsonNode) body = bright_json_parse (decision->step->body, -1, NULL);

      g_test_message ("expected %s in %s", row->body, decision->step->body);
      g_assert_true (decide_json_contains (body, part));
    }
  drop_facts (fixture);
}

static const ShipmentCase by_note[] = {
  { .base = { .name = "nothing-has-left", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SNS'}]" },
    .expected = "nothing" },
  { .base = { .name = "notes-are-read-when-something-has-left", .settings = BY_NOTE,
              .sales_orders = SHIPPED },
    .expected = "read notes" },
  { .base = { .name = "notes-are-read-when-a-search-announced-them", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SNS'}]" },
    .notes = "{'announced': true}",
    .expected = "read notes" },
  { .base = { .name = "notes-are-read-again-when-more-has-left", .settings = BY_NOTE,
              .sales_orders = SHIPPED },
    .notes = "{'seen': 'SPS 1700000000 '}",
    .expected = "read notes" },
  { .base = { .name = "the-store-is-asked-before-anything-is-made", .settings = BY_NOTE,
              .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .expected = "read shipments" },
  { .base = { .name = "sent", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'order_address_id': 9051, 'items': [{'order_product_id': 31877, 'quantity': 2,"
            " 'product_id': null}], 'tracking_number': 'AB1', 'shipping_provider': '',"
            " 'comments': 'Goods-out note 7001'}" },
  { .base = { .name = "in-parts", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SPS',"
                              " 'updatedOn': '1970-01-01T00:00:09Z'}]" },
    .notes = "{'seen': 'SPS 9 ', 'notes': [" NOTE ("7001", "", MUGS ("1")) "]}",
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'items': [{'quantity': 1}], 'tracking_number': ''}" },
  { .base = { .name = "the-gate-is-shut", .settings = "{'fulfillment': {'enabled': true}}",
              .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "another-status-than-the-ticked-one", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'ASS', 'statusId': 2}]" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "never-more-than-is-open", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[" SHIPMENT ("600", "HAND", "", "1") "]",
    .expected = CREATE,
    .body = "{'items': [{'quantity': 1}]}" },
  { .base = { .name = "nothing-is-open", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[" SHIPMENT ("600", "HAND", "", "2") "]",
    .expected = "learn Goods-out note 7001 needs no shipment: all of it is shipped in the store." },
  { .base = { .name = "ours-whose-answer-was-lost", .settings = BY_NOTE,
              .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[" SHIPMENT ("601", "", "packed\\nGoods-out note 7001", "2") "]",
    .expected = "learn Goods-out note 7001 is shipment 601, which is in the store already." },
  { .base = { .name = "another-number-is-another-note", .settings = BY_NOTE,
              .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[" SHIPMENT ("601", "", "Goods-out note 17001", "0") ","
                 SHIPMENT ("602", "", "Goods-out note 70011", "0") "]",
    .expected = CREATE },
  { .base = { .name = "the-same-tracking-number", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = ONE_NOTE,
    .shipments = "[" SHIPMENT ("601", "AB1", "", "1") "]",
    .expected = "learn Goods-out note 7001 is shipment 601, which is in the store already." },
  { .base = { .name = "done", .settings = BY_NOTE, .sales_orders = SHIPPED, .link = SENT ("") },
    .notes = ONE_NOTE,
    .expected = "nothing" },
  { .base = { .name = "left-before-it-was-linked", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .link = "{'adopted-at': 1795170000}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "learn Goods-out note 7001 makes no shipment: it left before the order was linked "
                "to its sales order." },
  { .base = { .name = "a-transfer", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = "{" SEEN ", 'notes': [{'id': 7001, 'orderId': 5501, 'transfer': true,"
             " 'status': {'shipped': true}, 'rows': [" MUGS ("2") "]}]}",
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "not-shipped-yet", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = "{" SEEN ", 'notes': [{'id': 7001, 'orderId': 5501, 'rows': [" MUGS ("2") "]}]}",
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "by-a-supplier", .settings = BY_NOTE, .sales_orders = SHIPPED },
    .notes = "{" SEEN ", 'drop-ship': true, 'notes': [{'id': 7001, 'isDropShip': true,"
             " 'orderId': 5501, 'status': {'shipped': true}, 'rows': [" MUGS ("2") "]}]}",
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'comments': 'Drop-ship note 7001'}" },
  { .base = { .name = "digital-lines-stay", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .order = "{'lines': [{'sku': 'MUG-1', 'type': 'digital', 'quantity': 2,"
                       " 'ex': '20.00', 'inc': '24.00'}]}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "learn Goods-out note 7001 makes no shipment: nothing on it is a line of the "
                "store's order that can be shipped." },
  { .base = { .name = "cancelled-in-the-store", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .order = "{'status_id': 5}", .written = "{}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "nothing" },
};

#define TWO_ADDRESSES                                                                              \
  "{'consignments': {'shipping': [{'id': 1, 'line_items': [{'sku': 'MUG-1', 'ex': '10.00',"        \
  " 'inc': '12.00'}]}, {'id': 2, 'line_items': [{'sku': 'TEA-1', 'ex': '10.00',"                   \
  " 'inc': '12.00'}]}]}}"

static const ShipmentCase later[] = {
  { .base = { .name = "the-tracking-number-came", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .link = SENT (", 'tracking': ''") },
    .notes = ONE_NOTE,
    .expected = UPDATE,
    .body = "{'tracking_number': 'AB1', 'items': null, 'shipping_provider': ''}" },
  { .base = { .name = "it-is-never-taken-away", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .link = SENT ("") },
    .notes = "{" SEEN ", 'notes': [" NOTE ("7001", "", MUGS ("2")) "]}",
    .expected = "nothing" },
  { .base = { .name = "the-note-is-gone", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SNS'}]", .link = SENT ("") },
    .notes = "{'seen': 'SNS '}",
    .expected = "held shipment-reversed!" },
  { .base = { .name = "a-person-has-seen-it", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SNS'}]", .link = SENT (""),
              .situation = "{'approved': true}" },
    .notes = "{'seen': 'SNS '}",
    .expected = "learn Goods-out note 7001 was taken back; a person has seen to its shipment." },
  { .base = { .name = "and-it-is-not-asked-again", .settings = BY_NOTE,
              .sales_orders = "[{'shippingStatusCode': 'SNS'}]",
              .link = SENT (", 'reversal-settled': true") },
    .notes = "{'seen': 'SNS '}",
    .expected = "nothing" },
  { .base = { .name = "the-store-s-status-is-looked-at", .settings = BY_NOTE,
              .sales_orders = SHIPPED,
              .link = "{'stale-facts': 64, 'shipments': {'must-look': true}}" },
    .notes = "{" SEEN "}",
    .expected = "read order" },
  { .base = { .name = "it-moved-by-itself", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .order = "{'status_id': 2, 'lines': [{'sku': 'MUG-1', 'quantity': 2,"
                       " 'quantity_shipped': 2, 'ex': '20.00', 'inc': '24.00'}]}",
              .written = "{}", .link = "{'shipments': {'must-look': true}}" },
    .notes = "{" SEEN "}",
    .expected = "learn silently" },
  { .base = { .name = "it-did-not-move", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 2, 'quantity_shipped': 2,"
                       " 'ex': '20.00', 'inc': '24.00'}]}",
              .link = "{'shipments': {'must-look': true}}" },
    .notes = "{" SEEN "}",
    .expected = "set-shipped-status PUT /v2/orders/1042",
    .body = "{'status_id': 2}" },
  { .base = { .name = "it-did-not-move-to-partially-shipped", .settings = BY_NOTE,
              .sales_orders = SHIPPED,
              .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 2, 'quantity_shipped': 1,"
                       " 'ex': '20.00', 'inc': '24.00'}]}",
              .link = "{'shipments': {'must-look': true}}" },
    .notes = "{" SEEN "}",
    .expected = "set-shipped-status PUT /v2/orders/1042",
    .body = "{'status_id': 3}" },
  { .base = { .name = "a-note-over-two-addresses", .settings = BY_NOTE, .sales_orders = SHIPPED,
              .order = TWO_ADDRESSES, .written = "{'lines': [{'sku': 'MUG-1', 'ex': '10.00',"
              " 'inc': '12.00'}, {'sku': 'TEA-1', 'ex': '10.00', 'inc': '12.00'}]}",
              .link = "{'shipments': {'entries': [{'note': 7001, 'sales-order': 5501,"
                      " 'address': 1, 'shipment': 601, 'tracking': 'AB1'}]}}" },
    .notes = "{" SEEN ", 'notes': ["
             NOTE ("7001", "AB1", MUGS ("1") ", {'row': 9002, 'quantity': 1}") "]}",
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'order_address_id': 2, 'items': [{'order_product_id': 31878, 'quantity': 1}]}" },
};

static const ShipmentCase by_status[] = {
  { .base = { .name = "the-first-look-is-no-news", .settings = BY_STATUS,
              .sales_orders = IN_STATUS_7 },
    .expected = "learn silently" },
  { .base = { .name = "not-entered", .settings = BY_STATUS, .sales_orders = SHIPPED,
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 1}]}}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "it-enters", .settings = BY_STATUS, .sales_orders = IN_STATUS_7,
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 1}]}}" },
    .expected = "learn silently" },
  { .base = { .name = "then-notes-are-read", .settings = BY_STATUS, .sales_orders = IN_STATUS_7,
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 7,"
                      " 'due': true}]}}" },
    .expected = "read notes" },
  { .base = { .name = "as-a-whole-without-notes", .settings = BY_STATUS,
              .sales_orders = IN_STATUS_7,
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 7,"
                      " 'due': true}]}}" },
    .notes = "{'seen': 'SNS '}",
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'items': [{'order_product_id': 31877, 'quantity': 2}], 'tracking_number': ''}" },
  { .base = { .name = "by-its-notes", .settings = BY_STATUS,
              .sales_orders = "[{'shippingStatusCode': 'ASS', 'statusId': 7}]",
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 7,"
                      " 'due': true}]}}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'comments': 'Goods-out note 7001', 'tracking_number': 'AB1'}" },
  { .base = { .name = "it-is-done-once", .settings = BY_STATUS, .sales_orders = IN_STATUS_7,
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 7}]}}" },
    .notes = "{'seen': 'SNS '}",
    .shipments = "[]",
    .expected = "nothing" },
  { .base = { .name = "leaving-undoes-nothing", .settings = BY_STATUS,
              .sales_orders = "[{'shippingStatusCode': 'ASS', 'statusId': 2}]",
              .link = "{'shipments': {'watches': [{'sales-order': 5501, 'status': 2,"
                      " 'due': true}]}}" },
    .notes = ONE_NOTE,
    .shipments = "[]",
    .expected = CREATE },
};

#define COMPONENTS "{'row': 9002, 'quantity': 2}, {'row': 9003, 'quantity': 3}"

/* A bundle leaves when all of its components have left. */
static void
test_bundles (void)
{
  static const char components[]
      = "[{'shippingStatusCode': 'ASS', 'rows': ["
        " {'id': 9001, 'productId': 1005, 'quantity': '2', 'externalRef': '31877',"
        "  'bundleParent': true},"
        " {'id': 9002, 'productId': 1001, 'quantity': '2', 'parentRowId': 9001,"
        "  'bundleChild': true},"
        " {'id': 9003, 'productId': 1002, 'quantity': '4', 'parentRowId': 9001,"
        "  'bundleChild': true}]}]";
  ShipmentCase row = {
    .base = { .name = "bundles", .settings = BY_NOTE, .sales_orders = components },
    .notes = "{" SEEN ", 'notes': ["
             NOTE ("7001", "AB1", COMPONENTS) "]}",
    .shipments = "[]",
    .expected = CREATE,
    .body = "{'items': [{'order_product_id': 31877, 'quantity': 1}]}",
  };

  check (&row);
  row.base.link = SENT ("");
  row.notes = "{" SEEN ", 'notes': ["
              NOTE ("7001", "AB1", COMPONENTS) ","
              NOTE ("7002", "AB2", "{'row': 9003, 'quantity': 1}") "]}";
  row.shipments = "[" SHIPMENT ("601", "AB1", "Goods-out note 7001", "1") "]";
  row.body = "{'items': [{'order_product_id': 31877, 'quantity': 1}],"
             " 'comments': 'Goods-out note 7002'}";
  check (&row);
}

static void
add_tests (const char *path, const ShipmentCase *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *test = g_strdup_printf ("%s/%s", path, rows[i].base.name);

      g_test_add_data_func (test, &rows[i], check);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* One row that fails must not hide the others. */
  g_test_set_nonfatal_assertions ();
  add_tests ("/decide/shipments/by-note", by_note, G_N_ELEMENTS (by_note));
  add_tests ("/decide/shipments/later", later, G_N_ELEMENTS (later));
  add_tests ("/decide/shipments/by-status", by_status, G_N_ELEMENTS (by_status));
  g_test_add_func ("/decide/shipments/bundles", test_bundles);
  return g_test_run ();
}
