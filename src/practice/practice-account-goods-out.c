/* Goods-out notes of the practice account: how goods get on them and leave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-goods-out.h"

PracticeGoodsOut *
practice_goods_out_new (PracticeWorld *world, PracticeOrder *order, gint64 warehouse_id)
{
  PracticeGoodsOut *note = g_new0 (PracticeGoodsOut, 1);

  note->order_id = order->record.id;
  note->channel_id = order->channel_id;
  note->shipping_method_id = order->shipping_method_id;
  note->warehouse_id = warehouse_id;
  note->created_by = PRACTICE_OWNER_ID;
  note->lines = g_array_new (FALSE, FALSE, sizeof (PracticeGoodsOutLine));
  note->events = json_array_new ();
  practice_table_add (world, &world->account->goods_out_notes, note);
  note->release_date = note->record.created_on;
  g_ptr_array_add (order->goods_out_notes, note);
  practice_goods_out_event (world, note, "PLA", note->record.created_on, PRACTICE_OWNER_ID);
  return note;
}

gboolean
practice_goods_out_take (PracticeWorld *world,
                         PracticeGoodsOut *note,
                         PracticeOrder *order,
                         PracticeRow *row,
                         gint64 units)
{
  PracticeProduct *product = practice_table_get (&world->account->products, row->product_id);
  PracticeStock *stock = practice_product_stock (product, note->warehouse_id);
  gint64 reserved = order->reservation_warehouse == note->warehouse_id
                        ? MIN (row->reserved, units)
                        : 0;
  PracticeMovement *movement;

  if (stock == NULL || stock->on_hand < units - reserved)
    return FALSE;
  row->reserved -= reserved;
  stock->on_hand -= units - reserved;
  stock->allocated += units - reserved;
  g_array_append_val (note->lines, ((PracticeGoodsOutLine){ row->id, row->product_id, units,
                                                            reserved }));
  movement = practice_movement_add (world, row->product_id, note->warehouse_id, -units);
  movement->row_id = row->id;
  movement->order_id = order->record.id;
  movement->goods_note_id = note->record.id;
  movement->type_code = "GO";
  movement->cleared = FALSE;
  return TRUE;
}

static void
clear_movements (PracticeWorld *world, const PracticeGoodsOut *note)
{
  GPtrArray *movements = world->account->movements.records;

  for (guint i = movements->len; i > 0; i--)
    {
      PracticeMovement *movement = movements->pdata[i - 1];

      if (movement->record.created_on < note->record.created_on)
        break;
      if (movement->goods_note_id != note->record.id)
        continue;
      movement->cleared = TRUE;
      practice_record_touch (world, movement);
    }
}

static void
ship (PracticeWorld *world, PracticeGoodsOut *note, gint64 occured)
{
  PracticeOrder *order = practice_table_get (&world->account->orders, note->order_id);

  note->shipped_on = occured;
  note->packed_on = note->packed_on != 0 ? note->packed_on : occured;
  note->picked_on = note->picked_on != 0 ? note->picked_on : occured;
  note->printed_on = note->printed_on != 0 ? note->printed_on : occured;
  for (guint i = 0; !note->drop_ship && i < note->lines->len; i++)
    {
      const PracticeGoodsOutLine *line = &g_array_index (note->lines, PracticeGoodsOutLine, i);
      PracticeProduct *product
          = practice_table_get (&world->account->products, line->product_id);

      practice_product_stock (product, note->warehouse_id)->allocated -= line->quantity;
    }
  clear_movements (world, note);
  if (order != NULL)
    practice_order_touch (world, order);
}

void
practice_goods_out_event (PracticeWorld *world,
                          PracticeGoodsOut *note,
                          const char *code,
                          gint64 occured,
                          gint64 owner_id)
{
  JsonObject *event = json_object_new ();

  practice_set_time (event, "occured", occured, world->account->zone);
  json_object_set_int_member (event, "eventOwnerId", owner_id);
  json_object_set_string_member (event, "eventCode", code);
  json_array_add_object_element (note->events, event);
  note->event_version = note->event_version != 0 ? note->event_version + 1
                                                 : 3131000 + note->record.id * 10;
  if (strcmp (code, "PRI") == 0 || strcmp (code, "UPR") == 0)
    note->printed_on = code[0] == 'P' ? occured : 0;
  else if (strcmp (code, "PIC") == 0 || strcmp (code, "UPI") == 0)
    note->picked_on = code[0] == 'P' ? occured : 0;
  else if (strcmp (code, "PAC") == 0 || strcmp (code, "UPA") == 0)
    note->packed_on = code[0] == 'P' ? occured : 0;
  else if (strcmp (code, "SHW") == 0)
    ship (world, note, occured);
}

static void
put_line_back (PracticeWorld *world,
               const PracticeGoodsOut *note,
               PracticeOrder *order,
               const PracticeGoodsOutLine *line)
{
  PracticeProduct *product = practice_table_get (&world->account->products, line->product_id);
  PracticeStock *stock = practice_product_stock (product, note->warehouse_id);
  PracticeRow *row = order != NULL ? practice_order_find_row (order, line->row_id) : NULL;
  gboolean into_reservation
      = row != NULL && order->reservation_warehouse == note->warehouse_id;
  gint64 freed = into_reservation ? line->quantity - line->reserved : line->quantity;

  /* Goods that had left come back. */
  if (note->shipped_on != 0)
    stock->allocated += line->quantity;
  if (into_reservation)
    row->reserved += line->reserved;
  stock->on_hand += freed;
  stock->allocated -= freed;
}

void
practice_goods_out_remove (PracticeWorld *world, PracticeGoodsOut *note)
{
  PracticeOrder *order = practice_table_get (&world->account->orders, note->order_id);

  for (guint i = 0; !note->drop_ship && i < note->lines->len; i++)
    put_line_back (world, note, order, &g_array_index (note->lines, PracticeGoodsOutLine, i));
  clear_movements (world, note);
  note->record.deleted = TRUE;
  if (order != NULL)
    g_ptr_array_remove (order->goods_out_notes, note);
}

/* How many units of @row are to be shipped. */
static gint64
units_to_ship (PracticeWorld *world,
               const PracticeOrder *order,
               const PracticeRow *row,
               JsonNode *rows,
               gboolean drop_ship)
{
  char id[24];

  if (!practice_row_is_stocked (world->account, row))
    return 0;
  if (rows == NULL)
    return drop_ship || order->reservation_warehouse == 0
               ? row->quantity / PRACTICE_DECIMAL_UNIT
                     - practice_order_noted (order, row->id, FALSE)
               : row->reserved;
  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, row->id);
  return bright_json_get_integer (rows, id, 0);
}

gint64
practice_goods_out_ship (PracticeWorld *world,
                         PracticeOrder *order,
                         JsonNode *body,
                         PracticeAnswer *answer)
{
  gint64 warehouse_id
      = order->reservation_warehouse != 0 ? order->reservation_warehouse : order->warehouse_id;
  JsonNode *rows = bright_json_get (body, "rows");
  JsonNode *drop_ship = bright_json_get (body, "dropShip");
  PracticeGoodsOut *note = practice_goods_out_new (world, order, warehouse_id);

  note->drop_ship = drop_ship != NULL && json_node_get_boolean (drop_ship);
  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *row = order->rows->pdata[i];
      gint64 units = units_to_ship (world, order, row, rows, note->drop_ship);

      if (units <= 0)
        continue;
      if (note->drop_ship)
        g_array_append_val (note->lines,
                            ((PracticeGoodsOutLine){ row->id, row->product_id, units }));
      else if (!practice_goods_out_take (world, note, order, row, units))
        practice_refuse (answer, 400, "WHSC-030", "Row %" G_GINT64_FORMAT " is not in stock",
                         row->id);
    }
  if (note->lines->len == 0 && !practice_is_refused (answer))
    practice_refuse (answer, 400, "WHSC-031", "There is nothing to ship");
  if (practice_is_refused (answer))
    {
      practice_goods_out_remove (world, note);
      return 0;
    }
  note->reference = g_strdup (bright_json_get_string (body, "reference"));
  note->boxes = 1;
  practice_goods_out_event (world, note, "SHW", practice_now (world), PRACTICE_OWNER_ID);
  return note->record.id;
}
