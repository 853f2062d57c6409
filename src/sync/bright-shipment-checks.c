/* What is looked at once shipments were made: the store's status, and notes taken back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-answer.h"
#include "bright-shipments-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* Statuses from which a shipment moves an order. */
static const gint64 open_statuses[] = { 1, 3, 7, 8, 9, 11, 12 };

static gboolean
is_open (const BigcommerceOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (open_statuses); i++)
    if (open_statuses[i] == order->status_id)
      return TRUE;
  return FALSE;
}

/* Most stores move an order by themselves when it is shipped; some do not. */
BrightDecision *
bright_shipment_look_at_status (const BrightOrderCase *order_case)
{
  const BigcommerceOrder *order = order_case->order;
  gboolean some;
  gint64 status_id;

  if (order_case->link->shipments == NULL || !order_case->link->shipments->must_look)
    return NULL;
  if (bright_order_answer_is_missing (order_case->link))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_ORDER);
  status_id = bright_order_has_left (order, &some) ? BRIGHT_STATUS_SHIPPED
                                                   : BRIGHT_STATUS_PARTLY_SHIPPED;
  if (!some || order->status_id == status_id
      || !is_open (order))
    return bright_shipment_note_looked ();
  return bright_decision_step (bright_shipment_step_set_status (order_case, status_id));
}

static gboolean
is_reversed (const BrightpearlGoodsNotes *notes, const BrightShipmentEntry *entry)
{
  if (entry->note_id == 0 || entry->shipment_id == 0 || entry->reversal_is_settled
      || (entry->is_drop_ship && !notes->has_drop_ship))
    return FALSE;
  for (guint i = 0; i < notes->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = notes->notes->pdata[i];

      if (note->id == entry->note_id && note->is_drop_ship == entry->is_drop_ship)
        return !note->is_shipped;
    }
  return TRUE;
}

/* A shipment in the store cannot be undone by itself: the shopper was told. */
BrightDecision *
bright_shipment_check_reversals (const BrightOrderCase *order_case,
                                 const BrightpearlGoodsNotes *notes)
{
  const BrightShipments *kept = order_case->link->shipments;

  for (guint i = 0; notes != NULL && kept != NULL && i < kept->entries->len; i++)
    {
      const BrightShipmentEntry *entry = kept->entries->pdata[i];
      g_autofree char *mark = NULL;
      BrightDecision *decision;

      if (!is_reversed (notes, entry))
        continue;
      if (order_case->approved)
        return bright_shipment_settle_reversal (entry);
      mark = bright_shipment_entry_format_mark (entry);
      decision = bright_decision_hold (
          "shipment-reversed", NULL,
          g_strdup_printf (_ ("%s was taken back in Brightpearl, but its shipment %" PRId64
                              " is still in the store."),
                           mark, entry->shipment_id));
      decision->verdict.retry_at = order_case->now;
      return decision;
    }
  return NULL;
}
