/* What tests and the demo may look at in the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static JsonObject *
summarize (const PracticeStoreOrder *order)
{
#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeStoreOrder, member, name, kind)
  static const PracticeField fields[] = {
    FIELD (id, "id", INTEGER),
    FIELD (kind, "kind", TEXT),
    FIELD (status_id, "status_id", INTEGER),
    FIELD (date_created, "date_created", DATE),
    FIELD (date_modified, "date_modified", DATE),
    FIELD (total.with_tax, "total_inc_tax", MONEY),
    FIELD (total.tax, "total_tax", MONEY),
    FIELD (currency, "currency", TEXT),
    FIELD (billing.parts[PRACTICE_EMAIL], "email", TEXT),
    FIELD (customer_id, "customer_id", INTEGER),
    FIELD (is_deleted, "is_deleted", BOOLEAN),
    FIELD (items_total, "items_total", INTEGER),
    FIELD (items_shipped, "items_shipped", INTEGER),
    FIELD (payment_status, "payment_status", TEXT),
    FIELD (staff_notes, "staff_notes", TEXT),
    FIELD (external_order_id, "external_order_id", TEXT),
  };
#undef FIELD
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, fields, G_N_ELEMENTS (fields), order, FALSE);
  return object;
}

static void
list_orders (PracticeCall *call)
{
  JsonArray *array = json_array_sized_new (call->store->orders->len);

  for (guint i = 0; i < call->store->orders->len; i++)
    json_array_add_object_element (array, summarize (g_ptr_array_index (call->store->orders, i)));
  practice_call_answer_array (call, 200, array);
}

static JsonArray *
render_transactions (const PracticeStoreOrder *order)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < order->transactions->len; i++)
    {
      const PracticeTransaction *transaction = g_ptr_array_index (order->transactions, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", transaction->id);
      json_object_set_string_member (object, "event", transaction->event);
      json_object_set_string_member (object, "gateway", transaction->gateway);
      practice_store_add_money (object, "amount", transaction->amount, FALSE);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
get_order (PracticeCall *call)
{
  PracticeStoreOrder *order = call->order;
  JsonObject *object = practice_store_render_order (
      order, PRACTICE_INCLUDE_CONSIGNMENTS | PRACTICE_INCLUDE_FEES | PRACTICE_CONSIGNMENTS_AS_OBJECT
                 | PRACTICE_WITH_REFUNDED_AMOUNT);
  JsonArray *lines = json_array_new ();

  for (guint i = 0; i < order->lines->len; i++)
    json_array_add_object_element (
        lines, practice_store_render_line (g_ptr_array_index (order->lines, i), FALSE));
  json_object_set_array_member (object, "lines", lines);
  json_object_set_array_member (object, "transactions", render_transactions (order));
  json_object_set_string_member (object, "kind", order->kind);
  practice_call_answer_object (call, 200, object);
}

static JsonObject *
render_shipment (const PracticeShipment *shipment)
{
#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeShipment, member, name, kind)
  static const PracticeField fields[] = {
    FIELD (id, "id", INTEGER),
    FIELD (order_id, "order_id", INTEGER),
    FIELD (address_id, "order_address_id", INTEGER),
    FIELD (date_created, "date_created", DATE),
    FIELD (tracking_number, "tracking_number", TEXT),
    FIELD (tracking_carrier, "tracking_carrier", TEXT),
    FIELD (shipping_provider, "shipping_provider", TEXT),
    FIELD (shipping_method, "shipping_method", TEXT),
    FIELD (comments, "comments", TEXT),
  };
#undef FIELD
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  practice_store_add_fields (object, fields, G_N_ELEMENTS (fields), shipment, FALSE);
  for (guint i = 0; i < shipment->items->len; i++)
    {
      const PracticeShippedItem *item = &g_array_index (shipment->items, PracticeShippedItem, i);
      JsonObject *row = json_object_new ();

      json_object_set_int_member (row, "order_product_id", item->line_id);
      json_object_set_int_member (row, "quantity", item->quantity);
      json_array_add_object_element (items, row);
    }
  json_object_set_array_member (object, "items", items);
  return object;
}

static void
list_shipments (PracticeCall *call)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < call->store->orders->len; i++)
    {
      const PracticeStoreOrder *order = g_ptr_array_index (call->store->orders, i);

      for (guint j = 0; j < order->shipments->len; j++)
        json_array_add_object_element (array,
                                       render_shipment (g_ptr_array_index (order->shipments, j)));
    }
  practice_call_answer_array (call, 200, array);
}

static void
list_stock (PracticeCall *call)
{
  JsonArray *array = json_array_sized_new (call->store->variants->len);

  for (guint i = 0; i < call->store->variants->len; i++)
    {
      const PracticeVariant *variant = g_ptr_array_index (call->store->variants, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "variant_id", variant->id);
      json_object_set_int_member (object, "product_id", variant->product_id);
      json_object_set_string_member (object, "sku", text_or_empty (variant->sku));
      json_object_set_string_member (object, "name", text_or_empty (variant->name));
      json_object_set_string_member (object, "tracking", variant->tracking);
      json_object_set_int_member (object, "level", variant->level);
      json_array_add_object_element (array, object);
    }
  practice_call_answer_array (call, 200, array);
}

static void
list_refunds (PracticeCall *call)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < call->store->refunds->len; i++)
    {
      const PracticeRefund *refund = g_ptr_array_index (call->store->refunds, i);

      json_array_add_object_element (array, json_object_ref (refund->shown));
    }
  practice_call_answer_array (call, 200, array);
}

const PracticeRoute practice_store_control_routes[] = {
  { "GET", "orders", list_orders },       { "GET", "orders/{order}", get_order },
  { "GET", "shipments", list_shipments }, { "GET", "stock", list_stock },
  { "GET", "refunds", list_refunds },     { NULL, NULL, NULL },
};
