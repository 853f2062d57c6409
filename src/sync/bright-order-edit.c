/* Was an order cancelled or edited in the store after it was synced?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-payments.h"
#include "bright-status-map.h"
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define STATUS_CANCELLED 5
#define STATUS_DECLINED 6

/* A hold on an order that has its sales order already. */
static BrightDecision *
hold_changed (const char *code, const char *setting, char *message)
{
  BrightDecision *decision = bright_decision_hold (code, setting, message);

  decision->verdict.state = "changed";
  return decision;
}

/* Anything but "none fulfilled" and "nothing to fulfil" means a goods-out note. */
static gboolean
is_picked (const BrightpearlSalesOrder *sales_order)
{
  return (sales_order->stock_status[0] != '\0' && strcmp (sales_order->stock_status, "SON") != 0
          && strcmp (sales_order->stock_status, "NON") != 0)
         || sales_order->invoice_reference[0] != '\0';
}

static gint64
get_cancelled_status (const BrightOrderCase *order_case)
{
  const BrightpearlConfiguration *configuration
      = bright_world_get_configuration (order_case->world);
  gboolean is_mapped;
  gint64 status_id = bright_status_map_to_brightpearl (
      &order_case->settings->orders, order_case->order->status_id, &is_mapped);

  if (is_mapped)
    return status_id;
  return configuration != NULL ? configuration->cancelled_status_id : 0;
}

static gboolean
is_reserved (const BrightpearlSalesOrder *sales_order)
{
  return strcmp (sales_order->allocation_status, "AAA") == 0
         || strcmp (sales_order->allocation_status, "APA") == 0;
}

/* Cancelling drops the reservation by itself; another status that stands for it does not. */
static gboolean
must_release (const BrightOrderCase *order_case,
              const BrightpearlSalesOrder *sales_order,
              gint64 status_id)
{
  const BrightpearlConfiguration *configuration
      = bright_world_get_configuration (order_case->world);

  return is_reserved (sales_order)
         && (configuration == NULL || configuration->cancelled_status_id != status_id);
}

static BrightDecision *
cancel_part (const BrightOrderCase *order_case,
             const BrightpearlSalesOrder *sales_order,
             gint64 status_id)
{
  const BrightOrderLink *link = order_case->link;
  const char *refusal = bright_order_link_get_refusal (link, BRIGHT_STEP_CANCEL_SALES_ORDER);

  if (is_picked (sales_order))
    return hold_changed ("order-cancelled-late", NULL,
                         g_strdup_printf (_ ("The order was cancelled in the store, but the sales "
                                             "order %" PRId64 " is picked, shipped or invoiced."),
                                          sales_order->id));
  if (refusal == NULL && must_release (order_case, sales_order, status_id))
    refusal = bright_order_link_get_refusal (link, BRIGHT_STEP_RELEASE);
  if (refusal != NULL)
    return hold_changed ("order-cancelled-late", NULL,
                         g_strdup_printf (_ ("The order was cancelled in the store, but "
                                             "Brightpearl refuses to cancel it: %s"),
                                          refusal));
  if (status_id == 0)
    return hold_changed ("order-cancelled-late", "orders.status-map",
                         g_strdup (_ ("The order was cancelled in the store, but no Brightpearl "
                                      "status stands for that.")));
  if (must_release (order_case, sales_order, status_id))
    return bright_decision_step (bright_step_release (order_case, sales_order));
  return bright_decision_step (
      bright_step_cancel_sales_order (order_case, sales_order, status_id));
}

static BrightDecision *
decide_cancellation (const BrightOrderCase *order_case)
{
  gint64 status_id = get_cancelled_status (order_case);
  BrightDecision *voided = bright_payments_decide_void (order_case);

  if (voided != NULL)
    return voided;
  for (guint i = 0; i < order_case->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, i);
      BrightDecision *decision;

      if (sales_order->is_cancelled
          || (status_id != 0 && sales_order->status_id == status_id && !is_reserved (sales_order)))
        continue;
      decision = cancel_part (order_case, sales_order, status_id);
      decision->part = i;
      return decision;
    }
  return bright_decision_settle ("cancelled", NULL, NULL,
                                 g_strdup (_ ("The order was cancelled in the store and in "
                                              "Brightpearl.")));
}

static char *
describe_edit (const BrightOrderCase *order_case)
{
  BrightMoney before = 0;
  g_autofree char *old = NULL;
  g_autofree char *new = bright_money_to_string (order_case->order->total_inc_tax);

  for (guint i = 0; i < order_case->link->parts->len; i++)
    if (!bright_money_add (&before, bright_order_case_get_sales_order (order_case, i)->total_gross))
      return g_strdup (_ ("The order was edited in the store."));
  old = bright_money_to_string (before);
  if (before == order_case->order->total_inc_tax)
    return g_strdup (_ ("The order was edited in the store; its total is the same."));
  return g_strdup_printf (_ ("The order was edited in the store: total %s, was %s %s."), new, old,
                          order_case->order->currency);
}

/* What changed in one sales order, row by row, behind what changed in all. */
static char *
describe_part (const BrightOrderCase *order_case,
               const BrightPartPlan *plan,
               const BrightpearlSalesOrder *sales_order)
{
  g_autofree char *edit = describe_edit (order_case);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  bright_sales_order_describe_changes (sales_order, plan, &before, &after);
  if (before[0] == '\0' && after[0] == '\0')
    return g_steal_pointer (&edit);
  return g_strdup_printf (_ ("%s Was: %s. Is: %s."), edit, before[0] != '\0' ? before : "–",
                          after[0] != '\0' ? after : "–");
}

static BrightDecision *
update_part (const BrightOrderCase *order_case, const BrightPartPlan *plan, guint index)
{
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, index);
  const BrightOrderPart *part = order_case->link->parts->pdata[index];
  const char *refusal;
  BrightDecision *decision;

  if (strcmp (part->pushed, order_case->content) == 0)
    return hold_changed (
        "order-edited", NULL,
        g_strdup_printf (_ ("The sales order %" PRId64 " did not take the edit as it was written."),
                         sales_order->id));
  if (!order_case->approved
      && order_case->settings->orders.edited_orders == BRIGHT_EDITED_ORDERS_ATTENTION)
    return hold_changed ("order-edited", "orders.edited-orders",
                         describe_part (order_case, plan, sales_order));
  if (sales_order->is_cancelled)
    return hold_changed ("order-edited", NULL,
                         g_strdup_printf (_ ("The order was edited in the store, but the sales "
                                             "order %" PRId64 " is cancelled."),
                                          sales_order->id));
  if (!order_case->approved && is_picked (sales_order))
    {
      g_autofree char *edit = describe_part (order_case, plan, sales_order);

      return hold_changed (
          "order-edited", NULL,
          g_strdup_printf (_ ("%s The sales order %" PRId64 " is picked, shipped or invoiced."),
                           edit, sales_order->id));
    }
  refusal = bright_order_link_get_refusal (order_case->link, BRIGHT_STEP_UPDATE_SALES_ORDER);
  if (refusal != NULL)
    return hold_changed ("refused-by-brightpearl", NULL,
                         g_strdup (refusal));
  decision
      = bright_decision_step (bright_step_update_sales_order (order_case, plan, sales_order));
  decision->part = index;
  return decision;
}

static BrightDecision *
decide_edit (const BrightOrderCase *order_case)
{
  g_autoptr (BrightOrderPlan) plan = NULL;

  if ((order_case->freshness[1] & BRIGHT_FRESHNESS_ALL) != BRIGHT_FRESHNESS_ALL)
    {
      BrightDecision *decision = bright_decision_need (BRIGHT_NEED_MIRRORS);

      decision->levels[1] = BRIGHT_FRESHNESS_ALL;
      return decision;
    }
  plan = bright_order_plan_new (order_case->order, order_case->settings, order_case->world);
  if (plan->hold != NULL)
    {
      plan->hold->verdict.state = "changed";
      return g_steal_pointer (&plan->hold);
    }
  if (plan->parts->len != order_case->link->parts->len)
    return hold_changed ("order-edited", NULL,
                         g_strdup (_ ("The order was edited in the store and now goes to a "
                                      "different number of addresses.")));
  for (guint i = 0; i < plan->parts->len; i++)
    if (!bright_sales_order_matches (bright_order_case_get_sales_order (order_case, i),
                                     order_case->order, plan->parts->pdata[i]))
      return update_part (order_case, plan->parts->pdata[i], i);
  return bright_decision_new (BRIGHT_DECISION_ACCEPT);
}

BrightDecision *
bright_order_decide_changes (const BrightOrderCase *order_case)
{
  const BigcommerceOrder *order = order_case->order;

  if (order->is_deleted)
    return hold_changed ("deleted-in-bigcommerce", NULL,
                         g_strdup (_ ("The order was deleted or archived in the store. The sales "
                                      "order stays as it is.")));
  if (order->status_id == STATUS_CANCELLED || order->status_id == STATUS_DECLINED)
    return decide_cancellation (order_case);
  if (strcmp (order_case->content, order_case->link->content) != 0)
    return decide_edit (order_case);
  return NULL;
}
