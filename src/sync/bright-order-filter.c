/* Is an order one that is to be synced?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-link.h"

#include <glib/gi18n.h>

#define STATUS_CANCELLED 5
#define STATUS_DECLINED 6

static gboolean
is_status_chosen (const BrightOrderCase *order_case)
{
  GArray *statuses = order_case->settings->orders.bigcommerce_statuses;

  for (guint i = 0; i < statuses->len; i++)
    if (g_array_index (statuses, gint64, i) == order_case->order->status_id)
      return TRUE;
  return FALSE;
}

static BrightDecision *
filter (const char *code, const char *setting, char *message)
{
  return bright_decision_settle ("filtered", code, setting, message);
}

static BrightDecision *
wait_to_settle (const BrightOrderCase *order_case)
{
  gint64 settled_at
      = order_case->order->date_created + order_case->settings->schedule.settle_minutes * 60;
  BrightDecision *decision;

  /* Without a delay, the clocks of the store and of this machine are not compared at all. */
  if (order_case->settings->schedule.settle_minutes == 0 || order_case->now >= settled_at)
    return NULL;
  decision = bright_decision_settle ("waiting", "settling", "schedule.settle-minutes",
                                     g_strdup (_ ("The order is new; the store may still change "
                                                  "it.")));
  decision->verdict.retry_at = settled_at;
  return decision;
}

BrightDecision *
bright_order_filter (const BrightOrderCase *order_case)
{
  const BigcommerceOrder *order = order_case->order;
  const BrightSettingsSnapshot *settings = order_case->settings;

  if (!settings->orders.enabled)
    return filter ("orders-off", "orders.enabled", g_strdup (_ ("Orders are not synced.")));
  if (order_case->is_born_in_brightpearl)
    return filter ("born-in-brightpearl", "orders.create-in-bigcommerce",
                   g_strdup_printf (_ ("The order was made from the sales order %s."),
                                    order->external_order_id));
  if (order->is_deleted)
    return filter ("archived", NULL, g_strdup (_ ("The order is archived in the store.")));
  if (order->date_created < settings->schedule.go_live)
    return filter ("before-go-live", "schedule.go-live",
                   g_strdup (_ ("The order was placed before the go-live date.")));
  if (!is_status_chosen (order_case))
    return filter ("status", "orders.bigcommerce-statuses",
                   g_strdup_printf (_ ("Orders with the status “%s” are not synced."),
                                    order->status_label));
  if (order->status_id == STATUS_CANCELLED || order->status_id == STATUS_DECLINED)
    return filter ("cancelled", NULL, g_strdup (_ ("The order was cancelled in the store.")));
  if (order->customer_id == 0 && !settings->orders.guest_orders)
    return filter ("guest", "orders.guest-orders",
                   g_strdup (_ ("Orders of guests are not synced.")));
  return wait_to_settle (order_case);
}
