/* The shipments flow: decisions that change only what is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shipments-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

BrightShipments *
bright_order_link_get_shipments (BrightOrderLink *link)
{
  if (link->shipments == NULL)
    link->shipments = bright_record_new (&bright_shipments_type);
  return link->shipments;
}

/* A decision about an entry. */
static BrightDecision *
learn_about (const BrightShipmentEntry *entry, BrightLearnFunc learn)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->key = bright_shipment_entry_format_key (entry);
  decision->learn = learn;
  return decision;
}

static BrightShipmentEntry *
put_entry (BrightOrderLink *link, const char *key)
{
  BrightShipmentEntry wanted;

  bright_shipment_entry_parse_key (key, &wanted);
  return bright_shipments_put_entry (bright_order_link_get_shipments (link), &wanted);
}

static const BigcommerceShipment *
find_shipment (const BigcommerceShipments *shipments, gint64 id)
{
  for (guint i = 0; i < shipments->shipments->len; i++)
    if (((BigcommerceShipment *) shipments->shipments->pdata[i])->id == id)
      return shipments->shipments->pdata[i];
  return NULL;
}

static void
learn_adoption (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  BrightOrderLink *link = data;
  BrightShipmentEntry *entry = put_entry (link, decision->key);
  const BigcommerceShipments *shipments
      = ((const BrightOrderCase *) order_case)->facts[BRIGHT_ORDER_FACT_SHIPMENTS];
  const BigcommerceShipment *shipment = find_shipment (shipments, decision->id);
  g_autofree char *mark = bright_shipment_entry_format_mark (entry);

  entry->shipment_id = decision->id;
  if (shipment == NULL)
    return;
  g_free (entry->tracking);
  entry->tracking = g_strdup (shipment->tracking_number);
  /* One of ours whose answer was lost: whether the store has moved was not looked at either. */
  if (bright_shipment_mark_is_in (mark, shipment->comments))
    {
      link->shipments->must_look = TRUE;
      bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_ORDER);
    }
}

BrightDecision *
bright_shipment_adopt (const BrightShipmentEntry *entry, const BigcommerceShipment *shipment)
{
  BrightDecision *decision = learn_about (entry, learn_adoption);
  g_autofree char *mark = bright_shipment_entry_format_mark (entry);

  decision->id = shipment->id;
  decision->learned = g_strdup_printf (
      _ ("%s is shipment %" PRId64 ", which is in the store already."), mark, shipment->id);
  return decision;
}

static void
learn_skip (gpointer link, gconstpointer order_case, const BrightDecision *decision)
{
  put_entry (link, decision->key);
}

BrightDecision *
bright_shipment_skip (const BrightShipmentEntry *entry, char *learned)
{
  BrightDecision *decision = learn_about (entry, learn_skip);

  decision->learned = learned;
  return decision;
}

static void
learn_reversal (gpointer link, gconstpointer order_case, const BrightDecision *decision)
{
  put_entry (link, decision->key)->reversal_is_settled = TRUE;
}

BrightDecision *
bright_shipment_settle_reversal (const BrightShipmentEntry *entry)
{
  BrightDecision *decision = learn_about (entry, learn_reversal);
  g_autofree char *mark = bright_shipment_entry_format_mark (entry);

  decision->learned
      = g_strdup_printf (_ ("%s was taken back; a person has seen to its shipment."), mark);
  return decision;
}

static void
learn_looked (gpointer link, gconstpointer order_case, const BrightDecision *decision)
{
  bright_order_link_get_shipments (link)->must_look = FALSE;
}

BrightDecision *
bright_shipment_note_looked (void)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->learn = learn_looked;
  return decision;
}

static void
learn_status (gpointer data, gconstpointer data_of_case, const BrightDecision *decision)
{
  BrightOrderLink *link = data;
  const BrightOrderCase *order_case = data_of_case;
  BrightShipments *shipments = bright_order_link_get_shipments (link);
  const BrightpearlSalesOrder *sales_order
      = bright_order_case_get_sales_order (order_case, decision->part);
  BrightShipmentWatch *watch = bright_shipments_find_watch (shipments, sales_order->id);
  gboolean is_first = watch == NULL;

  if (is_first)
    {
      watch = bright_record_new (&bright_shipment_watch_type);
      watch->sales_order_id = sales_order->id;
      g_ptr_array_add (shipments->watches, watch);
    }
  watch->status_id = sales_order->status_id;
  if (is_first || sales_order->status_id != order_case->settings->fulfillment.trigger_status_id)
    return;
  watch->is_due = TRUE;
  bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_GOODS_OUT);
}

static void
learn_to_forget (gpointer link, gconstpointer order_case, const BrightDecision *decision)
{
  g_ptr_array_set_size (bright_order_link_get_shipments (link)->watches, 0);
}

BrightDecision *
bright_shipment_watch (const BrightOrderCase *order_case)
{
  const BrightFulfillmentValues *fulfillment = &order_case->settings->fulfillment;
  const BrightShipments *shipments = order_case->link->shipments;
  BrightDecision *decision;

  /* Statuses that nobody watched meanwhile would look like news later. */
  if (fulfillment->trigger != BRIGHT_SHIPMENT_TRIGGER_ORDER_STATUS)
    {
      if (shipments == NULL || shipments->watches->len == 0)
        return NULL;
      decision = bright_decision_new (BRIGHT_DECISION_LEARN);
      decision->learn = learn_to_forget;
      return decision;
    }
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, i);
      const BrightShipmentWatch *watch = bright_shipments_find_watch (shipments, sales_order->id);

      if (sales_order->id <= 0 || (watch != NULL && watch->status_id == sales_order->status_id))
        continue;
      decision = bright_decision_new (BRIGHT_DECISION_LEARN);
      decision->part = i;
      decision->learn = learn_status;
      return decision;
    }
  return NULL;
}

static void
learn_done (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  BrightOrderLink *link = data;
  BrightShipmentWatch *watch = bright_shipments_find_watch (link->shipments, decision->id);

  if (watch != NULL)
    watch->is_due = FALSE;
}

BrightDecision *
bright_shipment_settle_due (const BrightShipmentWatch *watch)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->id = watch->sales_order_id;
  decision->learn = learn_done;
  return decision;
}
