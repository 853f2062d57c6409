/* What has left the warehouse, and is that known in the store?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each shipment mails the shopper, so none is made before those that are in the
 * store have just been looked through, and none for what left before the order
 * was linked.
 */
#include "bright-gate.h"
#include "bright-shipments-private.h"
#include "bright-tracking.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list of shipments that is older may lack one that somebody made by hand. */
#define FRESH_SECONDS 60

/* An order in one of these is not sent: incomplete, cancelled, declined. */
static const gint64 dead_statuses[] = { 0, 5, 6 };

static gboolean
is_dead (const BigcommerceOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dead_statuses); i++)
    if (dead_statuses[i] == order->status_id)
      return TRUE;
  return order->is_deleted;
}

static gboolean
is_due (const BrightOrderCase *order_case, guint part)
{
  const BrightOrderPart *kept = order_case->link->parts->pdata[part];
  const BrightShipmentWatch *watch
      = bright_shipments_find_watch (order_case->link->shipments, kept->sales_order_id);

  return watch != NULL && watch->is_due;
}

static gboolean
is_open (const BrightOrderCase *order_case, guint part)
{
  return is_due (order_case, part)
         || bright_gate_is_open (order_case->settings,
                                 bright_order_case_get_sales_order (order_case, part)->status_id);
}

/* Whether what has left of a sales order makes a shipment now. */
static gboolean
is_wanted (const BrightOrderCase *order_case, guint part)
{
  if (order_case->settings->fulfillment.trigger == BRIGHT_SHIPMENT_TRIGGER_ORDER_STATUS)
    return is_due (order_case, part);
  return is_open (order_case, part);
}

static gboolean
has_left (const BrightOrderCase *order_case, guint part)
{
  const char *status = bright_order_case_get_sales_order (order_case, part)->shipping_status;

  return strcmp (status, "SPS") == 0 || strcmp (status, "ASS") == 0;
}

/* Notes matter where something is to be made of them, or was. */
static gboolean
must_read_notes (const BrightOrderCase *order_case)
{
  const BrightOrderLink *link = order_case->link;
  const BrightpearlGoodsNotes *notes
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_GOODS_OUT);
  gboolean is_stale = notes == NULL ? order_case->facts[BRIGHT_ORDER_FACT_GOODS_OUT] != NULL
                                    : notes->is_announced;
  gboolean matters = link->shipments != NULL && link->shipments->entries->len > 0;
  g_autofree char *seen = NULL;

  for (guint i = 0; !matters && i < link->parts->len; i++)
    matters = is_wanted (order_case, i)
              && (is_stale || is_due (order_case, i) || has_left (order_case, i));
  if (!matters || notes == NULL || notes->is_announced)
    return matters;
  seen = bright_goods_notes_describe_seen (order_case->sales_orders);
  return strcmp (notes->seen, seen) != 0;
}

/* Whether a shipment stands for another note already. */
static gboolean
is_taken (const BrightOrderCase *order_case, gint64 shipment_id)
{
  const BrightShipments *shipments = order_case->link->shipments;

  for (guint i = 0; shipments != NULL && i < shipments->entries->len; i++)
    if (((BrightShipmentEntry *) shipments->entries->pdata[i])->shipment_id == shipment_id)
      return TRUE;
  return FALSE;
}

static const BigcommerceShipment *
find_shipment (const BrightOrderCase *order_case,
               const BigcommerceShipments *shipments,
               const BrightShipmentEntry *wanted,
               const char *tracking)
{
  g_autofree char *mark = bright_shipment_entry_format_mark (wanted);
  const BigcommerceShipment *found = NULL;

  for (guint i = 0; i < shipments->shipments->len; i++)
    {
      const BigcommerceShipment *shipment = shipments->shipments->pdata[i];

      if (shipment->address_id != wanted->address_id || is_taken (order_case, shipment->id))
        continue;
      if (bright_shipment_mark_is_in (mark, shipment->comments))
        return shipment;
      if (found == NULL && tracking[0] != '\0' && strcmp (shipment->tracking_number, tracking) == 0)
        found = shipment;
    }
  return found;
}

static BrightDecision *
send_plan (const BrightOrderCase *order_case,
           guint part,
           const BrightShipmentEntry *wanted,
           BrightShipmentPlan *plan,
           const BrightShipmentWords *words)
{
  const BigcommerceShipments *shipments
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_SHIPMENTS);
  const BigcommerceShipment *shipment;
  g_autofree char *mark = bright_shipment_entry_format_mark (wanted);
  BrightDecision *decision;

  if (shipments == NULL || shipments->read_at > order_case->now
      || shipments->read_at < order_case->now - FRESH_SECONDS)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_SHIPMENTS);
  shipment = find_shipment (order_case, shipments, wanted, words->tracking);
  if (shipment != NULL)
    return bright_shipment_adopt (wanted, shipment);
  if (bright_shipment_plan_clamp (plan, order_case->order, shipments) == 0)
    return bright_shipment_skip (
        wanted,
        g_strdup_printf (_ ("%s needs no shipment: all of it is shipped in the store."), mark));
  decision = bright_decision_step (bright_shipment_step_create (order_case, wanted, plan, words));
  decision->part = part;
  return decision;
}

/* A tracking number that came after the shipment. */
static BrightDecision *
update_tracking (const BrightOrderCase *order_case,
                 guint part,
                 const BrightShipmentEntry *entry,
                 const BrightShipmentWords *words)
{
  BrightDecision *decision;

  if (entry->shipment_id == 0 || words->tracking[0] == '\0'
      || strcmp (words->tracking, entry->tracking) == 0 || !is_open (order_case, part))
    return NULL;
  decision = bright_decision_step (bright_shipment_step_update (order_case, entry, words));
  decision->part = part;
  return decision;
}

static BrightDecision *
decide_plans (const BrightOrderCase *order_case,
              guint part,
              BrightShipmentEntry *wanted,
              GPtrArray *plans,
              const BrightShipmentWords *words)
{
  const BrightShipments *kept = order_case->link->shipments;
  BrightDecision *decision = NULL;

  for (guint i = 0; decision == NULL && i < plans->len; i++)
    {
      BrightShipmentPlan *plan = plans->pdata[i];
      const BrightShipmentEntry *entry;

      wanted->address_id = plan->address_id;
      entry = bright_shipments_find_entry (kept, wanted);
      if (entry != NULL)
        decision = update_tracking (order_case, part, entry, words);
      else if (is_wanted (order_case, part))
        decision = send_plan (order_case, part, wanted, plan, words);
    }
  return decision;
}

static BrightDecision *
skip_empty (const BrightShipmentEntry *wanted)
{
  g_autofree char *mark = bright_shipment_entry_format_mark (wanted);

  return bright_shipment_skip (
      wanted, g_strdup_printf (_ ("%s makes no shipment: nothing on it is a line of the store's "
                                  "order that can be shipped."),
                               mark));
}

/* The rows that the store knows nothing of are told once, when the note is first looked at. */
static BrightDecision *
tell_left_out (const BrightShipmentEntry *wanted, BrightDecision *decision, guint left_out)
{
  g_autofree char *mark = NULL;
  g_autofree char *told = NULL;

  if (left_out == 0 || decision == NULL || decision->kind != BRIGHT_DECISION_STEP)
    return decision;
  mark = bright_shipment_entry_format_mark (wanted);
  told = g_strdup_printf (ngettext ("%s; %u row of %s has no line in the store",
                                    "%s; %u rows of %s have no line in the store", left_out),
                          decision->step->after, left_out, mark);
  g_free (decision->step->after);
  decision->step->after = g_steal_pointer (&told);
  return decision;
}

static BrightDecision *
decide_note (const BrightOrderCase *order_case,
             guint part,
             const BrightpearlGoodsNotes *notes,
             const BrightpearlGoodsNote *note)
{
  const BrightShipments *kept = order_case->link->shipments;
  BrightShipmentEntry wanted = { .note_id = note->id,
                                 .is_drop_ship = note->is_drop_ship,
                                 .sales_order_id = note->sales_order_id };
  gboolean is_known = bright_shipments_has_note (kept, &wanted);
  g_autofree char *tracking = NULL;
  BrightShipmentWords words = { .reference = note->reference,
                                .method_id = note->shipping_method_id };
  g_autoptr (GPtrArray) plans = NULL;
  guint left_out;

  if ((!is_known && !is_wanted (order_case, part))
      || bright_shipments_find_entry (kept, &wanted) != NULL)
    return NULL;
  if (!is_known && order_case->link->adopted_at != 0
      && note->shipped_on <= order_case->link->adopted_at)
    {
      g_autofree char *mark = bright_shipment_entry_format_mark (&wanted);

      return bright_shipment_skip (
          &wanted, g_strdup_printf (_ ("%s makes no shipment: it left before the order was linked "
                                       "to its sales order."),
                                    mark));
    }
  plans = bright_shipment_plan_new (order_case, part, note, notes, &left_out);
  if (plans->len == 0)
    return is_known ? NULL : skip_empty (&wanted);
  tracking = bright_tracking_join (note->reference, &words.is_cut);
  words.tracking = tracking;
  return tell_left_out (&wanted, decide_plans (order_case, part, &wanted, plans, &words), left_out);
}

static gboolean
find_part (const BrightOrderCase *order_case, gint64 sales_order_id, guint *part)
{
  for (*part = 0; *part < order_case->link->parts->len; ++*part)
    if (((BrightOrderPart *) order_case->link->parts->pdata[*part])->sales_order_id
        == sales_order_id)
      return TRUE;
  return FALSE;
}

static gboolean
counts (const BrightpearlGoodsNote *note)
{
  return note->is_shipped && !note->is_transfer && note->sales_order_id != 0;
}

static BrightDecision *
decide_notes (const BrightOrderCase *order_case, const BrightpearlGoodsNotes *notes)
{
  BrightDecision *decision = NULL;

  for (guint i = 0; notes != NULL && decision == NULL && i < notes->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = notes->notes->pdata[i];
      guint part;

      if (counts (note) && find_part (order_case, note->sales_order_id, &part))
        decision = decide_note (order_case, part, notes, note);
    }
  return decision;
}

static gboolean
has_notes (const BrightpearlGoodsNotes *notes, gint64 sales_order_id)
{
  for (guint i = 0; notes != NULL && i < notes->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = notes->notes->pdata[i];

      if (counts (note) && note->sales_order_id == sales_order_id)
        return TRUE;
    }
  return FALSE;
}

/* A sales order that entered the status: as a whole if it has no notes; then it is settled. */
static BrightDecision *
decide_due (const BrightOrderCase *order_case, const BrightpearlGoodsNotes *notes)
{
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, i);
      BrightShipmentEntry wanted = { .sales_order_id = sales_order->id };
      BrightShipmentWords words = { .tracking = "",
                                    .reference = "",
                                    .method_id = sales_order->shipping_method_id };
      g_autoptr (GPtrArray) plans = NULL;
      BrightDecision *decision = NULL;
      guint left_out;

      if (!is_due (order_case, i))
        continue;
      if (!has_notes (notes, sales_order->id))
        {
          plans = bright_shipment_plan_new (order_case, i, NULL, NULL, &left_out);
          decision = decide_plans (order_case, i, &wanted, plans, &words);
        }
      if (decision != NULL)
        return decision;
      return bright_shipment_settle_due (
          bright_shipments_find_watch (order_case->link->shipments, sales_order->id));
    }
  return NULL;
}

BrightDecision *
bright_shipments_decide (const BrightOrderCase *order_case)
{
  const BrightpearlGoodsNotes *notes;
  BrightDecision *decision;

  if (is_dead (order_case->order))
    return NULL;
  decision = bright_shipment_watch (order_case);
  if (decision != NULL)
    return decision;
  if (must_read_notes (order_case))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_GOODS_OUT);
  notes = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_GOODS_OUT);
  decision = decide_notes (order_case, notes);
  if (decision == NULL)
    decision = decide_due (order_case, notes);
  if (decision == NULL)
    decision = bright_shipment_look_at_status (order_case);
  if (decision == NULL)
    decision = bright_shipment_check_reversals (order_case, notes);
  return decision;
}
