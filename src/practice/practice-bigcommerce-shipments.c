/* Shipments, as the API of the practice store does them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define MAXIMUM_SHIPMENTS 250
#define STATUS_SHIPPED 2
#define STATUS_PARTLY_SHIPPED 3

#define AT(member) G_STRUCT_OFFSET (PracticeShipment, member)
#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeShipment, member, name, kind)

static const struct
{
  const char *name;
  gsize offset;
  gsize maximum; /* bytes */
} writable_texts[] = {
  { "tracking_number", AT (tracking_number), 50 },
  { "tracking_carrier", AT (tracking_carrier), 255 },
  { "tracking_link", AT (tracking_link), 500 },
  { "shipping_provider", AT (shipping_provider), 255 },
  { "shipping_method", AT (shipping_method), 255 },
  { "comments", AT (comments), 65535 },
};

static const char *const read_only[]
    = { "id", "order_id", "customer_id", "date_created", "billing_address", "shipping_address" };

static char *
generated_link (const PracticeShipment *shipment)
{
  const char *number = shipment->tracking_number;
  const char *carrier = shipment->tracking_carrier;

  if (number == NULL || *number == '\0' || carrier == NULL || *carrier == '\0'
      || (shipment->tracking_link != NULL && *shipment->tracking_link != '\0'))
    return g_strdup ("");
  return g_strdup_printf ("https://tracking.example/%s/%s", carrier, number);
}

static JsonObject *
render_shipment (PracticeCall *call, gpointer item)
{
  static const PracticeField fields[] = {
    FIELD (id, "id", INTEGER),
    FIELD (order_id, "order_id", INTEGER),
    FIELD (customer_id, "customer_id", INTEGER),
    FIELD (address_id, "order_address_id", INTEGER),
    FIELD (date_created, "date_created", MAIL_DATE),
    FIELD (tracking_number, "tracking_number", TEXT),
    FIELD (merchant_cost, "merchant_shipping_cost", MONEY),
    FIELD (shipping_method, "shipping_method", TEXT),
    FIELD (comments, "comments", TEXT),
    FIELD (shipping_provider, "shipping_provider", TEXT),
    FIELD (tracking_carrier, "tracking_carrier", TEXT),
    FIELD (tracking_link, "tracking_link", TEXT),
    PRACTICE_FIXED ("shipping_provider_display_name", CONSTANT, ""),
  };
  PracticeShipment *shipment = item;
  PracticeConsignment *consignment
      = practice_store_order_find_consignment (call->order, shipment->address_id);
  g_autofree char *link = generated_link (shipment);
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  practice_store_add_fields (object, fields, G_N_ELEMENTS (fields), shipment,
                             call->store->knobs.decimals_as_numbers);
  json_object_set_string_member (object, "generated_tracking_link", link);
  json_object_set_object_member (object, "billing_address",
                                 practice_store_render_address (&call->order->billing));
  if (consignment != NULL)
    json_object_set_object_member (object, "shipping_address",
                                   practice_store_render_address (&consignment->address));
  for (guint i = 0; i < shipment->items->len; i++)
    {
      PracticeShippedItem *shipped = &g_array_index (shipment->items, PracticeShippedItem, i);
      JsonObject *row = json_object_new ();

      json_object_set_int_member (row, "order_product_id", shipped->line_id);
      json_object_set_int_member (row, "product_id", 0);
      json_object_set_int_member (row, "quantity", shipped->quantity);
      json_array_add_object_element (items, row);
    }
  json_object_set_array_member (object, "items", items);
  return object;
}

static void
list_shipments (PracticeCall *call)
{
  practice_call_answer_list (call, call->order->shipments, render_shipment, MAXIMUM_SHIPMENTS);
}

static void
count_shipments (PracticeCall *call)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "count", call->order->shipments->len);
  practice_call_answer_object (call, 200, object);
}

/* (nullable): %NULL after an answer. */
static PracticeShipment *
find_shipment (PracticeCall *call, guint *index)
{
  for (guint i = 0; i < call->order->shipments->len; i++)
    {
      PracticeShipment *shipment = g_ptr_array_index (call->order->shipments, i);

      *index = i;
      if (shipment->id == call->id)
        return shipment;
    }
  practice_call_fail (call, 404, "The requested resource was not found.");
  return NULL;
}

static void
get_shipment (PracticeCall *call)
{
  guint index;
  PracticeShipment *shipment = find_shipment (call, &index);

  if (shipment != NULL)
    practice_call_answer_object (call, 200, render_shipment (call, shipment));
}

static gboolean
check_texts (PracticeCall *call)
{
  JsonNode *body = call->request->body;

  for (guint i = 0; i < G_N_ELEMENTS (read_only); i++)
    if (bright_json_get (body, read_only[i]) != NULL)
      {
        practice_call_fail_format (call, 400, "The field '%s' cannot be written to.", read_only[i]);
        return FALSE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (writable_texts); i++)
    {
      JsonNode *node = bright_json_get (body, writable_texts[i].name);
      const char *text = bright_json_get_string (node, NULL);

      if (node != NULL && (text == NULL || strlen (text) > writable_texts[i].maximum))
        {
          practice_call_fail_format (call, 400, "The field '%s' is invalid.",
                                     writable_texts[i].name);
          return FALSE;
        }
    }
  if (call->store->knobs.refuse_carriers
      && g_strcmp0 (bright_json_get_string (body, "tracking_carrier"), "") > 0)
    {
      practice_call_fail (call, 400, "The field 'tracking_carrier' is invalid.");
      return FALSE;
    }
  return TRUE;
}

static void
write_texts (PracticeCall *call, PracticeShipment *shipment)
{
  JsonNode *body = call->request->body;

  for (guint i = 0; i < G_N_ELEMENTS (writable_texts); i++)
    {
      const char *text = bright_json_get_string (body, writable_texts[i].name);

      if (text != NULL)
        practice_store_replace_text (
            (char **)(gpointer)((guint8 *)shipment + writable_texts[i].offset), text);
    }
  shipment->merchant_cost
      = practice_store_read_money (body, "merchant_shipping_cost", shipment->merchant_cost);
}

static gboolean
check_item (PracticeCall *call, JsonNode *item, gint64 address_id, gint64 n_asked_before)
{
  gint64 quantity = bright_json_get_integer (item, "quantity", 0);
  PracticeLine *line = practice_store_order_find_line (
      call->order, bright_json_get_integer (item, "order_product_id", 0));

  if (bright_json_get (item, "product_id") != NULL)
    practice_call_fail (call, 400, "The field 'items.product_id' cannot be written to.");
  else if (line == NULL)
    practice_call_fail (call, 400, "The field 'items.order_product_id' is invalid.");
  else if (strcmp (line->type, "physical") != 0)
    practice_call_fail (call, 400, "Only physical products can be shipped.");
  else if (line->address_id != address_id)
    practice_call_fail (call, 400, "A product does not belong to this 'order_address_id'.");
  else if (quantity <= 0 || quantity + n_asked_before > line->quantity - line->quantity_shipped)
    practice_call_fail (call, 400, "The quantity is greater than what remains to be shipped.");
  else
    return TRUE;
  return FALSE;
}

static gint64
asked_before (JsonArray *items, guint end)
{
  gint64 line_id
      = bright_json_get_integer (json_array_get_element (items, end), "order_product_id", 0);
  gint64 sum = 0;

  for (guint i = 0; i < end; i++)
    {
      JsonNode *item = json_array_get_element (items, i);

      if (bright_json_get_integer (item, "order_product_id", 0) == line_id)
        sum += bright_json_get_integer (item, "quantity", 0);
    }
  return sum;
}

/* Moves what is shipped and, as the knobs have it, the status and the date. */
static void
count_shipped (PracticeCall *call, PracticeShipment *shipment, int sign)
{
  PracticeStoreOrder *order = call->order;
  gboolean all = TRUE;

  for (guint i = 0; i < shipment->items->len; i++)
    {
      PracticeShippedItem *item = &g_array_index (shipment->items, PracticeShippedItem, i);
      PracticeLine *line = practice_store_order_find_line (order, item->line_id);

      if (line != NULL)
        line->quantity_shipped += sign * item->quantity;
    }
  for (guint i = 0; i < order->lines->len; i++)
    {
      PracticeLine *line = g_ptr_array_index (order->lines, i);

      if (strcmp (line->type, "physical") == 0 && line->parent_id == 0
          && line->quantity_shipped < line->quantity)
        all = FALSE;
    }
  practice_store_order_settle (order);
  if (sign > 0 && call->store->knobs.auto_status)
    order->status_id = all ? STATUS_SHIPPED : STATUS_PARTLY_SHIPPED;
  if (sign > 0 && all)
    order->date_shipped = practice_now (call->world);
  if (call->store->knobs.shipments_bump_date_modified)
    order->date_modified = practice_now (call->world);
}

static void
post_shipment (PracticeCall *call)
{
  JsonNode *body = call->request->body;
  gint64 address_id = bright_json_get_integer (body, "order_address_id", 0);
  PracticeConsignment *consignment
      = practice_store_order_find_consignment (call->order, address_id);
  JsonArray *items = bright_json_get_array (body, "items");
  PracticeShipment *shipment;

  if (!check_texts (call))
    return;
  if (consignment == NULL || consignment->kind != PRACTICE_CONSIGNMENT_SHIPPING)
    {
      practice_call_fail (call, 400, "The field 'order_address_id' is invalid.");
      return;
    }
  if (items == NULL || json_array_get_length (items) == 0)
    {
      practice_call_fail (call, 400, "The required field 'items' was not supplied.");
      return;
    }
  for (guint i = 0; i < json_array_get_length (items); i++)
    if (!check_item (call, json_array_get_element (items, i), address_id, asked_before (items, i)))
      return;

  shipment = practice_store_order_add_shipment (
      call->order, practice_store_next_id (call->store, PRACTICE_ID_SHIPMENT));
  shipment->address_id = address_id;
  shipment->date_created = practice_now (call->world);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);
      PracticeShippedItem shipped = { bright_json_get_integer (item, "order_product_id", 0),
                                      bright_json_get_integer (item, "quantity", 0) };

      g_array_append_val (shipment->items, shipped);
    }
  if (bright_json_get (body, "shipping_provider") == NULL)
    practice_store_replace_text (&shipment->shipping_provider, "custom");
  write_texts (call, shipment);
  count_shipped (call, shipment, 1);
  practice_call_answer_object (call, 201, render_shipment (call, shipment));
}

static void
put_shipment (PracticeCall *call)
{
  guint index;
  PracticeShipment *shipment = find_shipment (call, &index);

  if (shipment == NULL || !check_texts (call))
    return;
  if (bright_json_get (call->request->body, "items") != NULL)
    {
      practice_call_fail (call, 400,
                          "The field 'items' cannot be written to. Please remove it "
                          "from your request before trying again.");
      return;
    }
  write_texts (call, shipment);
  if (call->store->knobs.shipments_bump_date_modified)
    call->order->date_modified = practice_now (call->world);
  practice_call_answer_object (call, 200, render_shipment (call, shipment));
}

/* The status stays: deleting a shipment does not take an order out of Shipped. */
static void
delete_shipment (PracticeCall *call)
{
  guint index;
  PracticeShipment *shipment = find_shipment (call, &index);

  if (shipment == NULL)
    return;
  count_shipped (call, shipment, -1);
  g_ptr_array_remove_index (call->order->shipments, index);
  practice_call_answer_nothing (call);
}

static void
delete_shipments (PracticeCall *call)
{
  for (guint i = 0; i < call->order->shipments->len; i++)
    count_shipped (call, g_ptr_array_index (call->order->shipments, i), -1);
  g_ptr_array_set_size (call->order->shipments, 0);
  practice_call_answer_nothing (call);
}

const PracticeRoute practice_bigcommerce_shipment_routes[] = {
  { "GET", "v2/orders/{order}/shipments", list_shipments },
  { "POST", "v2/orders/{order}/shipments", post_shipment },
  { "DELETE", "v2/orders/{order}/shipments", delete_shipments },
  { "GET", "v2/orders/{order}/shipments/count", count_shipments },
  { "GET", "v2/orders/{order}/shipments/{id}", get_shipment },
  { "PUT", "v2/orders/{order}/shipments/{id}", put_shipment },
  { "DELETE", "v2/orders/{order}/shipments/{id}", delete_shipment },
  { NULL, NULL, NULL },
};
