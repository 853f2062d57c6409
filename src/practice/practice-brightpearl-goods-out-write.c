/* Brightpearl's goods-out notes: creating and changing them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-goods-out.h"

static void
take_product (PracticeWorld *world,
              PracticeGoodsOut *note,
              PracticeOrder *order,
              JsonNode *node,
              PracticeAnswer *answer)
{
  gint64 product_id = bright_json_get_integer (node, "productId", 0);
  gint64 row_id = bright_json_get_integer (node, "salesOrderRowId", 0);
  gint64 units = bright_json_get_integer (node, "quantity", 0);
  PracticeRow *row = practice_order_find_row (order, row_id);

  if (row == NULL || row->product_id != product_id
      || !practice_row_is_stocked (world->account, row))
    practice_refuse (answer, 400, "WHSC-014", "Row %" G_GINT64_FORMAT " takes up no stock", row_id);
  else if (units <= 0
           || practice_order_noted (order, row_id, FALSE) + units
                  > row->quantity / PRACTICE_DECIMAL_UNIT)
    practice_refuse (answer, 400, "WHSC-032", "That many of row %" G_GINT64_FORMAT
                     " were not ordered", row_id);
  else if (!practice_goods_out_take (world, note, order, row, units))
    practice_refuse (answer, 400, "WHSC-030", "Row %" G_GINT64_FORMAT " is not in stock", row_id);
}

static void
create_note (PracticeWorld *world,
             PracticeOrder *order,
             JsonNode *body,
             JsonNode *part,
             JsonArray *ids,
             PracticeAnswer *answer)
{
  gint64 warehouse_id = bright_json_get_integer (part, "warehouseId", 0);
  JsonArray *products = bright_json_get_array (part, "products");
  gint64 method_id = bright_json_get_integer (body, "shippingMethodId", 0);
  PracticeGoodsOut *note;

  if (practice_reference_find_id (world->account, "warehouse-service/warehouse", warehouse_id)
      == NULL)
    practice_refuse (answer, 400, "WHSC-018", "There is no such warehouse");
  if (products == NULL || json_array_get_length (products) == 0)
    practice_refuse (answer, 400, "WHSC-017", "products is required");
  if (practice_is_refused (answer))
    return;
  note = practice_goods_out_new (world, order, warehouse_id);
  if (method_id != 0)
    note->shipping_method_id = method_id;
  json_array_add_int_element (ids, note->record.id);
  for (guint i = 0; i < json_array_get_length (products); i++)
    take_product (world, note, order, json_array_get_element (products, i), answer);
}

void
practice_post_goods_out (PracticeWorld *world,
                         const PracticeRequest *request,
                         PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  JsonArray *warehouses = bright_json_get_array (request->body, "warehouses");
  JsonArray *ids;

  if (order == NULL)
    return;
  if (warehouses == NULL || json_array_get_length (warehouses) == 0)
    {
      practice_refuse (answer, 400, "WHSC-033", "warehouses is required");
      return;
    }
  ids = json_array_new ();
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (warehouses); i++)
    create_note (world, order, request->body, json_array_get_element (warehouses, i), ids, answer);
  if (!practice_is_refused (answer))
    {
      practice_order_touch (world, order);
      practice_respond (answer, practice_array_node (ids));
      return;
    }
  for (guint i = 0; i < json_array_get_length (ids); i++)
    practice_goods_out_remove (world,
                               practice_table_get (&world->account->goods_out_notes,
                                                   json_array_get_int_element (ids, i)));
  json_array_unref (ids);
}

static PracticeGoodsOut *
select_note (PracticeWorld *world,
             const PracticeRequest *request,
             guint index,
             PracticeAnswer *answer)
{
  PracticeGoodsOut *note = practice_table_get (&world->account->goods_out_notes,
                                               practice_segment_id (request, index));

  if (note == NULL)
    practice_refuse (answer, 404, "CMNC-404", "No goods-out note found with id %s",
                     request->segments[index]);
  return note;
}

void
practice_put_goods_out (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  PracticeGoodsOut *note = select_note (world, request, 3, answer);
  JsonNode *priority = bright_json_get (request->body, "priority");
  const char *reference = bright_json_get_string (request->body, "shipping/reference");

  if (note == NULL)
    return;
  if (priority != NULL && JSON_NODE_HOLDS_VALUE (priority))
    note->priority = json_node_get_boolean (priority);
  if (reference != NULL)
    {
      g_free (note->reference);
      note->reference = g_strdup (reference);
    }
  note->boxes = bright_json_get_integer (request->body, "shipping/boxes", note->boxes);
  note->shipping_method_id = bright_json_get_integer (
      request->body, "shipping/shippingMethodId", note->shipping_method_id);
  practice_respond_done (answer);
}

static void
check_event (const PracticeGoodsOut *note, JsonNode *event, PracticeAnswer *answer)
{
  static const char *const codes[] = { "PRI", "UPR", "PIC", "UPI", "PAC", "UPA", "SHW", NULL };
  const char *code = bright_json_get_string (event, "eventCode");
  const char *occured = bright_json_get_string (event, "occured");
  gint64 moment;

  if (code == NULL || !g_strv_contains (codes, code))
    practice_refuse (answer, 400, "WHSC-034", "eventCode is required");
  if (occured == NULL || !practice_time_read (occured, NULL, &moment))
    practice_refuse (answer, 400, "WHSC-035", "occured is required");
  if (bright_json_get_integer (event, "eventOwnerId", 0) <= 0)
    practice_refuse (answer, 400, "WHSC-036", "eventOwnerId is required");
  if (note->shipped_on != 0)
    practice_refuse (answer, 400, "WHSC-037", "The note is shipped");
}

static void
apply_event (PracticeWorld *world, PracticeGoodsOut *note, JsonNode *event)
{
  gint64 moment = 0;

  practice_time_read (bright_json_get_string (event, "occured"), NULL, &moment);
  if (note->shipped_on == 0)
    practice_goods_out_event (world, note, bright_json_get_string (event, "eventCode"), moment,
                              bright_json_get_integer (event, "eventOwnerId", 0));
}

void
practice_post_goods_out_event (PracticeWorld *world,
                               const PracticeRequest *request,
                               PracticeAnswer *answer)
{
  PracticeGoodsOut *note = select_note (world, request, 3, answer);
  JsonArray *events = bright_json_get_array (request->body, "events");
  g_autofree char *version = NULL;

  if (note == NULL)
    return;
  version = g_strdup_printf ("%" G_GINT64_FORMAT, note->event_version);
  if (request->if_match != NULL && strcmp (request->if_match, version) != 0)
    practice_refuse (answer, 412, "CMNC-412", "The last event has version %s", version);
  else if (events == NULL || json_array_get_length (events) == 0)
    practice_refuse (answer, 400, "WHSC-039", "events is required");
  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++)
    check_event (note, json_array_get_element (events, i), answer);
  if (practice_is_refused (answer))
    return;
  for (guint i = 0; i < json_array_get_length (events); i++)
    apply_event (world, note, json_array_get_element (events, i));
  practice_respond_done (answer);
}

void
practice_delete_goods_out (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  PracticeGoodsOut *note = select_note (world, request, 5, answer);
  PracticeOrder *order;

  if (note == NULL)
    return;
  if (note->order_id != practice_segment_id (request, 2))
    practice_refuse (answer, 404, "CMNC-404", "The order has no such goods-out note");
  else if (note->shipped_on != 0)
    practice_refuse (answer, 400, "WHSC-037", "The note is shipped");
  else
    {
      practice_goods_out_remove (world, note);
      order = practice_table_get (&world->account->orders, note->order_id);
      if (order != NULL)
        practice_order_touch (world, order);
      practice_respond_done (answer);
    }
}
