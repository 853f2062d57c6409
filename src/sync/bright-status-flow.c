/* The status flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-answer.h"
#include "bright-status-discover.h"
#include "bright-status-map.h"
#include "bright-statuses.h"

#define AGREED(kind, member, name) BRIGHT_FIELD (BrightAgreedStatuses, kind, member, name)

static const BrightField agreed_fields[] = {
  AGREED (INTEGER, bigcommerce, "bigcommerce"),
  AGREED (INTEGERS, brightpearl, "brightpearl"),
  {},
};

const BrightRecordType bright_agreed_statuses_type = { "agreed statuses",
                                                       sizeof (BrightAgreedStatuses),
                                                       agreed_fields };

BrightAgreedStatuses *
bright_statuses_agree (BrightOrderLink *link, gint64 bigcommerce)
{
  if (link->statuses == NULL)
    link->statuses = bright_record_new (&bright_agreed_statuses_type);
  link->statuses->bigcommerce = bigcommerce;
  g_array_set_size (link->statuses->brightpearl, link->parts->len);
  return link->statuses;
}

/* The status that a step sets. */
static gint64
get_target (const BrightStep *step, const char *name)
{
  g_autoptr (JsonNode) body = bright_json_parse (step->body, -1, NULL);

  return bright_json_get_integer (body, name, 0);
}

static void
brightpearl_status_set (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;
  BrightOrderPart *part = active->link->parts->pdata[application->part];
  gint64 target = get_target (application->step, "orderStatusId");
  gboolean all = TRUE;

  ((BrightpearlSalesOrder *) active->sales_orders->pdata[application->part])->status_id = target;
  g_array_index (active->link->statuses->brightpearl, gint64, application->part) = target;
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      all = all && sales_order != NULL && sales_order->status_id == target;
    }
  if (all)
    active->link->statuses->bigcommerce = active->order->status_id;
  if (active->on_paper)
    return;
  /* Rules in Brightpearl may move it on. */
  part->is_stale = TRUE;
  application->sync->counts.statuses_to_brightpearl++;
}

static void
brightpearl_status_unknown (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;

  ((BrightOrderPart *) active->link->parts->pdata[application->part])->is_stale = TRUE;
}

static void
bigcommerce_status_set (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;
  BrightAgreedStatuses *agreed;

  active->order->status_id = get_target (application->step, "status_id");
  agreed = bright_statuses_agree (active->link, active->order->status_id);
  for (guint i = 0; i < agreed->brightpearl->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      g_array_index (agreed->brightpearl, gint64, i) = sales_order->status_id;
    }
  bright_order_answer_take (application);
  if (!active->on_paper)
    application->sync->counts.statuses_to_bigcommerce++;
}

static void
bigcommerce_status_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_ORDER);
}

static const BrightStepKind kinds[] = {
  { BRIGHT_STEP_SET_BRIGHTPEARL_STATUS, brightpearl_status_set, NULL, brightpearl_status_unknown },
  { BRIGHT_STEP_SET_BIGCOMMERCE_STATUS, bigcommerce_status_set, NULL, bigcommerce_status_unknown },
  {},
};

/* Whether anything depends on a status: the map, or what waits for one at the gate. */
static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  const BrightOrdersValues *orders = &settings->orders;

  return orders->enabled
         && (orders->status_map->len > 0
             || orders->default_brightpearl_status != BRIGHT_STATUS_LEAVE_BRIGHTPEARL
             || orders->default_bigcommerce_status != BRIGHT_STATUS_LEAVE_BIGCOMMERCE
             || orders->brightpearl_statuses->len > 0
             || settings->fulfillment.trigger_status_id != 0);
}

const BrightFlow bright_status_flow = {
  .name = "statuses",
  .is_enabled = is_enabled,
  .decide = bright_statuses_decide,
  .kinds = kinds,
  .discover_async = bright_statuses_discover_async,
  .discover_finish = bright_statuses_discover_finish,
};
