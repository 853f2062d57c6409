/* The flows of a linked order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flows.h"

#include <string.h>

/* Money first, for it is what accounts wait for; statuses before shipments, since a shipment
 * may move the store's status by itself. */
const BrightFlow *const bright_flows[] = {
  &bright_payments_flow,  &bright_refunds_flow, &bright_notes_flow,
  &bright_shipments_flow, &bright_status_flow,  NULL,
};

const BrightFlow *const bright_late_flows[] = { &bright_born_orders_flow, &bright_stock_flow,
                                                NULL };

static const BrightStepKind *
find (const BrightStepKind *kinds, const char *kind)
{
  for (; kinds->kind != NULL; kinds++)
    if (strcmp (kinds->kind, kind) == 0)
      return kinds;
  return NULL;
}

const BrightStepKind *
bright_flows_find_kind (const char *kind)
{
  const BrightStepKind *found = find (bright_order_kinds, kind);

  for (guint i = 0; found == NULL && bright_flows[i] != NULL; i++)
    found = find (bright_flows[i]->kinds, kind);
  return found;
}

BrightDecision *
bright_decision_need_fact (BrightOrderFact fact)
{
  BrightDecision *decision = bright_decision_need (BRIGHT_NEED_FACT);

  decision->fact = fact;
  return decision;
}

gconstpointer
bright_order_case_get_fact (const BrightOrderCase *order_case, BrightOrderFact fact)
{
  if ((order_case->link->stale_facts & (G_GINT64_CONSTANT (1) << fact)) != 0)
    return NULL;
  return order_case->facts[fact];
}

void
bright_order_link_forget_fact (BrightOrderLink *link, BrightOrderFact fact)
{
  link->stale_facts |= G_GINT64_CONSTANT (1) << fact;
}

BrightDecision *
bright_flows_refuse_repetition (const BrightOrderCase *order_case, BrightDecision *decision)
{
  const char *code;
  const char *refusal
      = decision->kind == BRIGHT_DECISION_STEP
            ? bright_order_link_get_refusal (order_case->link, decision->step->kind)
            : NULL;

  if (refusal == NULL)
    return decision;
  code = strcmp (decision->step->platform, "bigcommerce") == 0 ? "refused-by-bigcommerce"
                                                               : "refused-by-brightpearl";
  bright_decision_free (decision);
  return bright_decision_hold (code, NULL, g_strdup (refusal));
}

BrightDecision *
bright_flows_decide (const BrightOrderCase *order_case)
{
  BrightDecision *hold = NULL;

  for (guint i = 0; bright_flows[i] != NULL; i++)
    {
      const BrightFlow *flow = bright_flows[i];
      BrightDecision *decision;

      if (flow->decide == NULL || !flow->is_enabled (order_case->settings))
        continue;
      decision = flow->decide (order_case);
      if (decision == NULL)
        continue;
      decision = bright_flows_refuse_repetition (order_case, decision);
      if (decision->kind != BRIGHT_DECISION_SETTLED)
        {
          bright_decision_free (hold);
          return decision;
        }
      /* The order itself is in step; only this flow is not. */
      decision->verdict.state = "linked";
      if (hold == NULL)
        hold = decision;
      else
        bright_decision_free (decision);
    }
  return hold;
}
