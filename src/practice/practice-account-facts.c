/* What hangs on orders of the practice account: notes, payments, goods-out notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"

void
practice_note_free (PracticeNote *note)
{
  g_free (note->text);
  g_free (note);
}

void
practice_payment_free (PracticePayment *payment)
{
  g_free (payment->transaction_reference);
  g_free (payment->transaction_code);
  g_free (payment->method);
  g_free (payment->type);
  g_free (payment->currency_code);
  g_free (payment);
}

void
practice_goods_out_free (PracticeGoodsOut *note)
{
  g_free (note->reference);
  g_array_unref (note->lines);
  json_array_unref (note->events);
  g_free (note);
}

PracticeMovement *
practice_movement_add (PracticeWorld *world,
                       gint64 product_id,
                       gint64 warehouse_id,
                       gint64 quantity)
{
  PracticeMovement *movement = g_new0 (PracticeMovement, 1);

  movement->product_id = product_id;
  movement->warehouse_id = warehouse_id;
  movement->quantity = quantity;
  movement->type_code = "SC";
  movement->cleared = TRUE;
  practice_table_add (world, &world->account->movements, movement);
  movement->record.updated_on = movement->record.created_on;
  movement->record.seen_updated_on = movement->record.created_on;
  return movement;
}

gint64
practice_order_add_note (PracticeWorld *world,
                         PracticeOrder *order,
                         const char *text,
                         gboolean is_public)
{
  PracticeNote *note = g_new0 (PracticeNote, 1);

  note->order_id = order->record.id;
  note->text = g_strdup (text);
  note->added_by = PRACTICE_OWNER_ID;
  note->contact_id = order->customer_id;
  note->status_id = order->status_id;
  note->is_public = is_public;
  practice_table_add (world, &world->account->notes, note);
  note->added_on = note->record.created_on;
  g_ptr_array_add (order->notes, note);
  return note->record.id;
}

gint64
practice_order_noted (const PracticeOrder *order, gint64 row_id, gboolean shipped_only)
{
  gint64 units = 0;

  for (guint i = 0; i < order->goods_out_notes->len; i++)
    {
      const PracticeGoodsOut *note = order->goods_out_notes->pdata[i];

      if (shipped_only && note->shipped_on == 0)
        continue;
      for (guint j = 0; j < note->lines->len; j++)
        {
          const PracticeGoodsOutLine *line = &g_array_index (note->lines, PracticeGoodsOutLine, j);

          if (line->row_id == row_id)
            units += line->quantity;
        }
    }
  return units;
}
