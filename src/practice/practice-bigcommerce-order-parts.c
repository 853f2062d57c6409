/* What hangs below an order, as the API of the practice store shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define MAXIMUM_PARTS 250

static gboolean
wants_numbers (PracticeCall *call)
{
  return call->store->knobs.decimals_as_numbers;
}

static JsonObject *
render_line (PracticeCall *call, gpointer item)
{
  return practice_store_render_line (item, wants_numbers (call));
}

static void
list_products (PracticeCall *call)
{
  practice_call_answer_list (call, call->order->lines, render_line, MAXIMUM_PARTS);
}

static void
get_product (PracticeCall *call)
{
  PracticeLine *line = practice_store_order_find_line (call->order, call->id);

  if (line == NULL)
    practice_call_fail (call, 404, "The requested resource was not found.");
  else
    practice_call_answer_object (call, 200, render_line (call, line));
}

static JsonObject *
render_address (PracticeCall *call, gpointer item)
{
  return practice_store_render_shipping_address (item);
}

static void
list_addresses (PracticeCall *call)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();

  for (guint i = 0; i < call->order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (call->order->consignments, i);

      if (consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
        g_ptr_array_add (addresses, consignment);
    }
  practice_call_answer_list (call, addresses, render_address, MAXIMUM_PARTS);
}

/* (nullable): %NULL after an answer. */
static PracticeConsignment *
find_address (PracticeCall *call)
{
  PracticeConsignment *consignment = practice_store_order_find_consignment (call->order, call->id);

  if (consignment != NULL && consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
    return consignment;
  practice_call_fail (call, 404, "The requested resource was not found.");
  return NULL;
}

static void
get_address (PracticeCall *call)
{
  PracticeConsignment *consignment = find_address (call);

  if (consignment != NULL)
    practice_call_answer_object (call, 200, render_address (call, consignment));
}

static void
put_address (PracticeCall *call)
{
  PracticeConsignment *consignment = find_address (call);

  if (consignment == NULL)
    return;
  practice_store_address_read (&consignment->address, call->request->body);
  practice_store_order_changed (call->store, call->order);
  practice_call_answer_object (call, 200, render_address (call, consignment));
}

static JsonObject *
render_coupon (PracticeCall *call, gpointer item)
{
#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeCoupon, member, name, kind)
  static const PracticeField fields[] = {
    FIELD (id, "id", INTEGER),
    FIELD (coupon_id, "coupon_id", INTEGER),
    FIELD (order_id, "order_id", INTEGER),
    FIELD (code, "code", TEXT),
    FIELD (amount, "amount", MONEY),
    FIELD (type, "type", INTEGER),
    FIELD (discount, "discount", MONEY),
  };
#undef FIELD
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, fields, G_N_ELEMENTS (fields), item, wants_numbers (call));
  return object;
}

static void
list_coupons (PracticeCall *call)
{
  practice_call_answer_list (call, call->order->coupons, render_coupon, MAXIMUM_PARTS);
}

static void
add_tax (PracticeCall *call,
         JsonArray *taxes,
         const PracticeCost *cost,
         gint64 address_id,
         gint64 line_id,
         const char *kind)
{
  JsonObject *object = json_object_new ();
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, line_id);
  gint64 class_id = cost->rate == 2000 ? 0 : cost->rate == 500 ? 2 : 1;

  json_object_set_int_member (object, "id", line_id + address_id);
  json_object_set_int_member (object, "order_id", call->order->id);
  json_object_set_int_member (object, "order_address_id", address_id);
  json_object_set_int_member (object, "tax_rate_id", class_id + 1);
  json_object_set_int_member (object, "tax_class_id", class_id);
  json_object_set_string_member (object, "name", "VAT");
  json_object_set_string_member (object, "class",
                                 class_id == 0 ? "Default Tax Class" : "Reduced Rate");
  practice_store_add_money (object, "rate", cost->rate * BRIGHT_MONEY_UNIT / 100, FALSE);
  json_object_set_int_member (object, "priority", 0);
  practice_store_add_money (object, "priority_amount", cost->tax, FALSE);
  practice_store_add_money (object, "line_amount", cost->tax, FALSE);
  if (line_id != 0)
    json_object_set_string_member (object, "order_product_id", line);
  else
    json_object_set_null_member (object, "order_product_id");
  json_object_set_string_member (object, "line_item_type", kind);
  json_object_set_int_member (object, "order_pickup_method_id", 0);
  json_array_add_object_element (taxes, object);
}

static void
list_taxes (PracticeCall *call)
{
  g_autoptr (JsonArray) taxes = json_array_new ();

  for (guint i = 0; i < call->order->lines->len; i++)
    {
      PracticeLine *line = g_ptr_array_index (call->order->lines, i);

      add_tax (call, taxes, &line->paid, line->address_id, line->id, "item");
      if (line->wrapping.base != 0)
        add_tax (call, taxes, &line->wrapping, line->address_id, line->id, "gift-wrapping");
    }
  for (guint i = 0; i < call->order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (call->order->consignments, i);

      add_tax (call, taxes, &consignment->shipping, consignment->id, 0, "shipping");
      if (consignment->handling.base != 0)
        add_tax (call, taxes, &consignment->handling, consignment->id, 0, "handling");
    }
  if (json_array_get_length (taxes) == 0 || practice_call_query_integer (call, "page", 1) > 1)
    practice_call_answer_nothing (call);
  else
    practice_call_answer_array (call, 200, g_steal_pointer (&taxes));
}

static void
list_messages (PracticeCall *call)
{
  if (call->order->messages == NULL || practice_call_query_integer (call, "page", 1) > 1)
    practice_call_answer_nothing (call);
  else
    practice_call_answer_array (call, 200, json_array_ref (call->order->messages));
}

static void
get_consignments (PracticeCall *call)
{
  practice_call_answer_object (
      call, 200, practice_store_render_consignments (call->order, practice_call_rendering (call)));
}

static void
list_fees (PracticeCall *call)
{
  if (call->order->fees->len == 0)
    practice_call_answer_nothing (call);
  else
    practice_call_answer_array (call, 200, practice_store_render_fees (call->order));
}

static void
list_quotes (PracticeCall *call)
{
  practice_call_answer_nothing (call);
}

static JsonObject *
render_status (const PracticeStatus *status)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", status->id);
  json_object_set_string_member (object, "name", status->name);
  json_object_set_string_member (object, "system_label", status->name);
  json_object_set_string_member (object, "custom_label", status->custom_label);
  json_object_set_string_member (object, "system_description", "");
  json_object_set_int_member (object, "order", status->position);
  return object;
}

static void
list_statuses (PracticeCall *call)
{
  JsonArray *array = json_array_new ();
  guint n_statuses;
  const PracticeStatus *statuses = practice_store_get_statuses (&n_statuses);

  for (guint i = 0; i < n_statuses; i++)
    json_array_add_object_element (array, render_status (&statuses[i]));
  practice_call_answer_array (call, 200, array);
}

static void
get_status (PracticeCall *call)
{
  const PracticeStatus *status = practice_store_find_status (call->id);

  if (status->id != call->id)
    practice_call_fail (call, 404, "The requested resource was not found.");
  else
    practice_call_answer_object (call, 200, render_status (status));
}

const PracticeRoute practice_bigcommerce_order_part_routes[] = {
  { "GET", "v2/orders/{order}/products", list_products },
  { "GET", "v2/orders/{order}/products/{id}", get_product },
  { "GET", "v2/orders/{order}/shipping_addresses", list_addresses },
  { "GET", "v2/orders/{order}/shippingaddresses", list_addresses },
  { "GET", "v2/orders/{order}/shipping_addresses/{id}", get_address },
  { "PUT", "v2/orders/{order}/shipping_addresses/{id}", put_address },
  { "GET", "v2/orders/{order}/shipping_addresses/{id}/shipping_quotes", list_quotes },
  { "GET", "v2/orders/{order}/coupons", list_coupons },
  { "GET", "v2/orders/{order}/taxes", list_taxes },
  { "GET", "v2/orders/{order}/messages", list_messages },
  { "GET", "v2/orders/{order}/consignments", get_consignments },
  { "GET", "v2/orders/{order}/fees", list_fees },
  { "GET", "v2/order_statuses", list_statuses },
  { "GET", "v2/order_statuses/{id}", get_status },
  { NULL, NULL, NULL },
};
