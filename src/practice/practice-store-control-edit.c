/* What tests and the demo may do to the practice store, as a shopper or the merchant would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

static void
place_order (PracticeCall *call)
{
  gint64 id = practice_seed_place_order (call->world,
                                         bright_json_get_string (call->request->body, "kind"));
  JsonObject *object;

  if (id == 0)
    {
      practice_call_fail (call, 400, "There is no such kind of order.");
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "id", id);
  practice_call_answer_object (call, 200, object);
}

/* An edited line loses its discounts; a quantity of 0 removes it. */
static gboolean
edit_line (PracticeStoreOrder *order, JsonNode *node)
{
  PracticeLine *line
      = practice_store_order_find_line (order, bright_json_get_integer (node, "id", 0));
  gint64 quantity = bright_json_get_integer (node, "quantity", -1);

  if (line == NULL || quantity < 0)
    return FALSE;
  if (quantity == 0)
    {
      g_ptr_array_remove (order->lines, line);
      return TRUE;
    }
  line->quantity = quantity;
  line->unit.base = practice_store_read_money (node, "price", line->unit.base);
  g_clear_pointer (&line->discounts, g_ptr_array_unref);
  return TRUE;
}

static PracticeConsignment *
first_address (PracticeStoreOrder *order)
{
  for (guint i = 0; i < order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (order->consignments, i);

      if (consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
        return consignment;
    }
  return NULL;
}

static gboolean
add_line (PracticeStore *store, PracticeStoreOrder *order, JsonNode *node)
{
  const char *sku = bright_json_get_string (node, "sku");
  PracticeVariant *variant = sku != NULL ? practice_store_find_sku (store, sku) : NULL;
  PracticeConsignment *consignment = first_address (order);
  PracticeLine *line;

  if (variant == NULL || consignment == NULL)
    return FALSE;
  line = practice_store_order_add_line (order, practice_store_next_id (store, PRACTICE_ID_LINE));
  line->address_id = consignment->id;
  line->product_id = variant->product_id;
  line->variant_id = variant->id;
  line->sku = g_strdup (variant->sku);
  line->name = g_strdup (variant->name);
  line->quantity = bright_json_get_integer (node, "quantity", 1);
  line->unit.base = variant->price;
  line->unit.rate = variant->rate;
  return TRUE;
}

static gboolean
edit_lines (PracticeCall *call)
{
  JsonArray *lines = bright_json_get_array (call->request->body, "lines");
  JsonNode *added = bright_json_get (call->request->body, "add-line");

  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    if (!edit_line (call->order, json_array_get_element (lines, i)))
      return FALSE;
  return added == NULL || add_line (call->store, call->order, added);
}

static void
edit_order (PracticeCall *call)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } texts[] = {
    { "staff_notes", G_STRUCT_OFFSET (PracticeStoreOrder, staff_notes) },
    { "customer_message", G_STRUCT_OFFSET (PracticeStoreOrder, customer_message) },
    { "payment_status", G_STRUCT_OFFSET (PracticeStoreOrder, payment_status) },
  };
  PracticeStoreOrder *order = call->order;
  JsonNode *body = call->request->body;
  JsonNode *deleted = bright_json_get (body, "is_deleted");
  JsonNode *shipping = bright_json_get (body, "shipping");
  JsonNode *billing = bright_json_get (body, "billing");

  if (!edit_lines (call))
    {
      practice_call_fail (call, 400, "A line cannot be edited so.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = bright_json_get_string (body, texts[i].name);

      if (text != NULL)
        practice_store_replace_text ((char **)(gpointer)((guint8 *)order + texts[i].offset), text);
    }
  order->status_id = CLAMP (bright_json_get_integer (body, "status_id", order->status_id), 0, 14);
  if (deleted != NULL && JSON_NODE_HOLDS_VALUE (deleted))
    order->is_deleted = json_node_get_boolean (deleted);
  if (shipping != NULL && first_address (order) != NULL)
    practice_store_address_read (&first_address (order)->address, shipping);
  if (billing != NULL)
    practice_store_address_read (&order->billing, billing);
  practice_store_order_changed (call->store, order);
  practice_call_answer_object (call, 200, json_object_new ());
}

/* {"lines": [{"id", "quantity"}]} or {"amount": "5.00"} as the API's items. */
static JsonArray *
refund_items (PracticeCall *call)
{
  JsonNode *body = call->request->body;
  JsonArray *lines = bright_json_get_array (body, "lines");
  BrightMoney amount = practice_store_read_money (body, "amount", -1);
  JsonArray *items = json_array_new ();
  JsonObject *item;

  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonNode *line = json_array_get_element (lines, i);

      item = json_object_new ();
      json_object_set_string_member (item, "item_type", "PRODUCT");
      json_object_set_int_member (item, "item_id", bright_json_get_integer (line, "id", 0));
      json_object_set_int_member (item, "quantity", bright_json_get_integer (line, "quantity", 1));
      json_array_add_object_element (items, item);
    }
  if (amount >= 0)
    {
      item = json_object_new ();
      json_object_set_string_member (item, "item_type", "ORDER");
      json_object_set_int_member (item, "item_id", call->order->id);
      practice_store_add_money (item, "amount", amount, FALSE);
      json_array_add_object_element (items, item);
    }
  return items;
}

static void
refund_order (PracticeCall *call)
{
  g_autoptr (JsonArray) items = refund_items (call);
  const char *message;
  PracticeRefund *refund = practice_store_refund (call->store, call->order, items, "", &message);
  JsonObject *object;

  if (refund == NULL)
    {
      practice_call_fail (call, 400, message);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "id", refund->id);
  practice_call_answer_object (call, 200, object);
}

static void
answer_done (PracticeCall *call, gboolean done)
{
  if (done)
    practice_call_answer_object (call, 200, json_object_new ());
  else
    practice_call_fail (call, 400, "The order has no open authorization.");
}

static void
capture_order (PracticeCall *call)
{
  answer_done (call, practice_store_capture (call->store, call->order));
}

static void
void_order (PracticeCall *call)
{
  answer_done (call, practice_store_void (call->store, call->order));
}

static const char *
read_tracking (JsonNode *body, const char *fallback)
{
  static const char *const words[] = { "none", "product", "variant" };
  const char *tracking = bright_json_get_string (body, "tracking");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (tracking, words[i]) == 0)
      return words[i];
  return fallback;
}

/* As the merchant would in the control panel. */
static void
set_stock (PracticeCall *call)
{
  JsonNode *body = call->request->body;
  const char *sku = bright_json_get_string (body, "sku");
  PracticeVariant *variant = sku != NULL ? practice_store_find_sku (call->store, sku) : NULL;

  if (variant == NULL)
    {
      practice_call_fail (call, 404, "There is no such SKU.");
      return;
    }
  variant->tracking = read_tracking (body, variant->tracking);
  practice_store_set_level (call->store, variant,
                            bright_json_get_integer (body, "level", variant->level));
  practice_call_answer_object (call, 200, json_object_new ());
}

static void
add_product (PracticeCall *call)
{
  JsonNode *body = call->request->body;
  const char *sku = bright_json_get_string (body, "sku");
  const char *name = bright_json_get_string (body, "name");
  PracticeVariant *variant;
  JsonObject *object;

  if (sku == NULL || name == NULL || practice_store_find_sku (call->store, sku) != NULL)
    {
      practice_call_fail (call, 400, "A product needs a name and a SKU of its own.");
      return;
    }
  variant = g_new0 (PracticeVariant, 1);
  variant->id = practice_store_next_id (call->store, PRACTICE_ID_VARIANT);
  variant->product_id = practice_store_next_id (call->store, PRACTICE_ID_PRODUCT);
  variant->sku_id = variant->id;
  variant->sku = g_strdup (sku);
  variant->name = g_strdup (name);
  variant->option_value = g_strdup ("");
  variant->option_name = "";
  variant->type = "physical";
  variant->tracking = read_tracking (body, "product");
  variant->price = practice_store_read_money (body, "price", 5 * BRIGHT_MONEY_UNIT);
  variant->rate = 2000;
  variant->level = bright_json_get_integer (body, "level", 0);
  variant->date_modified = practice_now (call->world);
  practice_store_add_variant (call->store, variant);
  object = json_object_new ();
  json_object_set_int_member (object, "id", variant->product_id);
  json_object_set_int_member (object, "variant_id", variant->id);
  practice_call_answer_object (call, 200, object);
}

static void
set_knobs (PracticeCall *call)
{
#define KNOB(name)                                                                                 \
  {                                                                                                \
#name, G_STRUCT_OFFSET(PracticeKnobs, name)                                                    \
  }
  static const struct
  {
    const char *name;
    gsize offset;
  } switches[] = {
    KNOB (auto_status),          KNOB (bounds_exclusive),
    KNOB (clamp_limit),          KNOB (shipments_bump_date_modified),
    KNOB (fill_refunded_amount), KNOB (decimals_as_numbers),
    KNOB (list_archived),        KNOB (sku_for_product_tracked),
    KNOB (refuse_carriers),
  };
#undef KNOB
  PracticeKnobs *knobs = &call->store->knobs;

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      JsonNode *node = bright_json_get (call->request->body, switches[i].name);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
        *(gboolean *)(gpointer)((guint8 *)knobs + switches[i].offset)
            = json_node_get_boolean (node);
    }
  knobs->inventory_delay_seconds = bright_json_get_integer (
      call->request->body, "inventory_delay_seconds", knobs->inventory_delay_seconds);
  practice_call_answer_object (call, 200, json_object_new ());
}

const PracticeRoute practice_store_control_edit_routes[] = {
  { "POST", "orders", place_order },
  { "POST", "orders/{order}", edit_order },
  { "POST", "orders/{order}/refund", refund_order },
  { "POST", "orders/{order}/capture", capture_order },
  { "POST", "orders/{order}/void", void_order },
  { "POST", "products", add_product },
  { "POST", "stock", set_stock },
  { "POST", "knobs", set_knobs },
  { NULL, NULL, NULL },
};
