/* The decision about an order's statuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both statuses are compared with the pair that was last agreed on. One side
 * moved: the other follows by the map. Both moved: Brightpearl wins, save where
 * the store says that the money is in doubt. Our own write coming back is what
 * was agreed on, so it moves nothing.
 */
#include "bright-gate.h"
#include "bright-order-answer.h"
#include "bright-status-map.h"
#include "bright-statuses.h"

#include <glib/gi18n.h>
#include <string.h>

/* The store's statuses that matter by themselves. */
#define STATUS_INCOMPLETE 0
#define STATUS_SHIPPED 2
#define STATUS_PARTIALLY_SHIPPED 3
#define STATUS_REFUNDED 4
#define STATUS_CANCELLED 5
#define STATUS_COMPLETED 10
#define STATUS_DISPUTED 13
#define STATUS_PARTIALLY_REFUNDED 14

typedef struct
{
  const BrightOrderCase *order_case;
  const BrightOrdersValues *orders;
  const BrightAgreedStatuses *agreed;
  gint64 store;               /* the store's status now */
  gint64 target;              /* what it stands for in Brightpearl, or to be left */
  gboolean is_mapped;         /* by a row of the map */
  gint64 brightpearl;         /* the status of all sales orders now, 0 where they differ */
  gboolean store_moved;
  gboolean brightpearl_moved;
} Merge;

static gint64
get_status (const BrightOrderCase *order_case, guint part)
{
  return bright_order_case_get_sales_order (order_case, part)->status_id;
}

static void
agree (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  const BrightOrderCase *known = order_case;
  BrightAgreedStatuses *agreed = bright_statuses_agree (data, known->order->status_id);

  for (guint i = 0; i < agreed->brightpearl->len; i++)
    g_array_index (agreed->brightpearl, gint64, i) = get_status (known, i);
}

/* Brightpearl's status stands against the store's, but may not be pushed yet. */
static void
note_store (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  bright_statuses_agree (data, ((const BrightOrderCase *) order_case)->order->status_id);
}

/* The cancellation that was carried over before is what both sides had agreed on. */
static void
note_cancellation (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  BrightOrderLink *link = data;

  agree (link, order_case, decision);
  link->statuses->bigcommerce = STATUS_CANCELLED;
  link->was_cancelled = FALSE;
}

/* Takes @learned. */
static BrightDecision *
learn (BrightLearnFunc function, char *learned)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->learn = function;
  decision->learned = learned;
  return decision;
}

/* The store moves on by itself when something is shipped or refunded; a default is not for
 * that, for it would throw the sales order back. */
static gboolean
store_moves_by_itself (const BrightOrderCase *order_case)
{
  gint64 status = order_case->order->status_id;

  if (status == STATUS_REFUNDED || status == STATUS_PARTIALLY_REFUNDED)
    return TRUE;
  if (status != STATUS_SHIPPED && status != STATUS_PARTIALLY_SHIPPED)
    return FALSE;
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      const char *shipping = bright_order_case_get_sales_order (order_case, i)->shipping_status;

      if (strcmp (shipping, "ASS") == 0 || strcmp (shipping, "SPS") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a sales order has a status that means what the store's means. */
static gboolean
follows_store (const Merge *merge, gint64 brightpearl)
{
  return brightpearl == merge->target
         || bright_status_map_pairs (merge->orders, merge->store, brightpearl);
}

static gboolean
part_moved (const Merge *merge, guint part)
{
  gint64 status = get_status (merge->order_case, part);

  return status != g_array_index (merge->agreed->brightpearl, gint64, part)
         && !(merge->store_moved && follows_store (merge, status));
}

static void
compare (Merge *merge, const BrightOrderCase *order_case)
{
  merge->order_case = order_case;
  merge->orders = &order_case->settings->orders;
  merge->agreed = order_case->link->statuses;
  merge->store = order_case->order->status_id;
  merge->store_moved = merge->store != merge->agreed->bigcommerce;
  merge->target
      = bright_status_map_to_brightpearl (merge->orders, merge->store, &merge->is_mapped);
  if (!merge->is_mapped && store_moves_by_itself (order_case))
    merge->target = BRIGHT_STATUS_LEAVE_BRIGHTPEARL;
  merge->brightpearl = get_status (order_case, 0);
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      merge->brightpearl_moved = merge->brightpearl_moved || part_moved (merge, i);
      if (get_status (order_case, i) != merge->brightpearl)
        merge->brightpearl = 0;
    }
}

/* ---- From the store to Brightpearl ---- */

static BrightDecision *
leave_brightpearl (const Merge *merge)
{
  g_autofree char *status = bright_status_describe_bigcommerce (merge->order_case, merge->store);

  if (merge->is_mapped)
    return learn (agree, NULL);
  return learn (agree, g_strdup_printf (_ ("The store's status “%s” stands for none in "
                                           "Brightpearl, which stays as it is."),
                                        status));
}

static BrightDecision *
push_to_brightpearl (const Merge *merge)
{
  const BrightOrderCase *order_case = merge->order_case;

  if (merge->target == BRIGHT_STATUS_LEAVE_BRIGHTPEARL)
    return leave_brightpearl (merge);
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      BrightDecision *decision;

      if (follows_store (merge, get_status (order_case, i)))
        continue;
      decision = bright_decision_step (bright_step_set_brightpearl_status (
          order_case, bright_order_case_get_sales_order (order_case, i), merge->target));
      decision->part = i;
      return decision;
    }
  return learn (agree, NULL);
}

/* ---- From Brightpearl to the store ---- */

/* Statuses that have a meaning of their own: money and parcels make them, not a write. */
static gboolean
is_guarded (gint64 from, gint64 to)
{
  static const gint64 never_written[] = { STATUS_INCOMPLETE, STATUS_SHIPPED,
                                          STATUS_PARTIALLY_SHIPPED, STATUS_REFUNDED,
                                          STATUS_PARTIALLY_REFUNDED };
  static const gint64 never_overwritten[] = { STATUS_REFUNDED, STATUS_CANCELLED, STATUS_DISPUTED,
                                              STATUS_PARTIALLY_REFUNDED, STATUS_COMPLETED };

  for (guint i = 0; i < G_N_ELEMENTS (never_written); i++)
    if (to == never_written[i])
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (never_overwritten); i++)
    if (from == never_overwritten[i])
      return TRUE;
  return from == STATUS_SHIPPED && to != STATUS_COMPLETED;
}

static BrightDecision *
leave_store (const Merge *merge, gint64 target, gboolean is_mapped)
{
  const BrightOrderCase *order_case = merge->order_case;
  g_autofree char *present = bright_status_describe_bigcommerce (order_case, merge->store);
  g_autofree char *wanted = bright_status_describe_bigcommerce (order_case, target);
  g_autofree char *status = bright_status_describe_brightpearl (order_case, merge->brightpearl);

  if (target != BRIGHT_STATUS_LEAVE_BIGCOMMERCE)
    return learn (agree, g_strdup_printf (_ ("The sales order is “%s”. The store's status stays "
                                             "“%s”; it is not set to “%s” from here."),
                                          status, present, wanted));
  if (is_mapped)
    return learn (agree, NULL);
  return learn (agree, g_strdup_printf (_ ("Brightpearl's status “%s” stands for none in the "
                                           "store, which stays as it is."),
                                        status));
}

static BrightDecision *
push_to_bigcommerce (const Merge *merge)
{
  const BrightOrderCase *order_case = merge->order_case;
  gboolean is_mapped;
  gint64 target
      = bright_status_map_to_bigcommerce (merge->orders, merge->brightpearl, &is_mapped);

  /* Sales orders of one order push together, and only while the gate is open. */
  if (merge->brightpearl == 0
      || !bright_gate_is_open (order_case->settings, merge->brightpearl))
    return NULL;
  if (target == merge->store
      || bright_status_map_pairs (merge->orders, merge->store, merge->brightpearl))
    return learn (agree, NULL);
  if (target == BRIGHT_STATUS_LEAVE_BIGCOMMERCE || is_guarded (merge->store, target))
    return leave_store (merge, target, is_mapped);
  if (bright_order_answer_is_missing (order_case->link))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_ORDER);
  return bright_decision_step (bright_step_set_bigcommerce_status (order_case, target));
}

/* ---- Both moved ---- */

static BrightDecision *
hold_conflict (const Merge *merge)
{
  const BrightOrderCase *order_case = merge->order_case;
  g_autofree char *store = bright_status_describe_bigcommerce (order_case, merge->store);
  g_autofree char *brightpearl
      = bright_status_describe_brightpearl (order_case, get_status (order_case, 0));

  if (order_case->approved)
    return learn (agree, g_strdup (_ ("Both statuses stay as they are, as approved.")));
  return bright_decision_hold (
      "status-conflict", NULL,
      g_strdup_printf (_ ("The status changed on both sides: “%s” in the store, “%s” in "
                          "Brightpearl. Approve it to leave both as they are."),
                       store, brightpearl));
}

static BrightDecision *
decide_conflict (const Merge *merge)
{
  BrightDecision *decision;

  if (merge->store == STATUS_REFUNDED || merge->store == STATUS_CANCELLED
      || merge->store == STATUS_DISPUTED)
    return hold_conflict (merge);
  decision = push_to_bigcommerce (merge);
  if (decision != NULL)
    return decision;
  return learn (note_store, g_strdup (_ ("The status changed on both sides; Brightpearl's "
                                         "stands.")));
}

BrightDecision *
bright_statuses_decide (const BrightOrderCase *order_case)
{
  const BrightOrderLink *link = order_case->link;
  Merge merge = { 0 };

  if (link->statuses == NULL || link->statuses->brightpearl->len != link->parts->len)
    return learn (agree, NULL);
  if (link->was_cancelled)
    return learn (note_cancellation, NULL);
  compare (&merge, order_case);
  if (merge.store_moved && merge.brightpearl_moved)
    return decide_conflict (&merge);
  if (merge.store_moved)
    return push_to_brightpearl (&merge);
  return merge.brightpearl_moved ? push_to_bigcommerce (&merge) : NULL;
}
