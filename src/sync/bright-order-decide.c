/* The decision about an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the order of the questions: is it to be synced at all, can it be written
 * to the penny, whose is it, does it exist already, did it arrive as it was
 * sent, has it changed since, is its stock reserved. An order that will be held
 * is held before its first write.
 */
#include "bright-order-flows.h"
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define CONTACTS 0
#define PRODUCTS 1
#define SALES_ORDERS 2

/* What must be fresh before an order that was held for a reason can come out
 * otherwise. A reason that is not here depends on nothing that is mirrored. */
static const struct
{
  const char *code;
  guint mirror;
  BrightFreshness level;
} reconsiderations[] = {
  { "product-missing", PRODUCTS, BRIGHT_FRESHNESS_ADDED },
  { "product-ambiguous", PRODUCTS, BRIGHT_FRESHNESS_REVIEWED },
  { "customer-waiting", CONTACTS, BRIGHT_FRESHNESS_ADDED },
  { "customer-ambiguous", CONTACTS, BRIGHT_FRESHNESS_REVIEWED },
};

static gboolean
is_ignored (const BrightOrderCase *order_case)
{
  return order_case->link->ignored[0] != '\0'
         && strcmp (order_case->link->ignored_content, order_case->content) == 0;
}

static BrightDecision *
require (const BrightOrderCase *order_case, const BrightFreshness levels[3])
{
  gboolean enough = TRUE;
  BrightDecision *decision;

  for (guint i = 0; i < 3; i++)
    enough = enough && (order_case->freshness[i] & levels[i]) == levels[i];
  if (enough)
    return NULL;
  decision = bright_decision_need (BRIGHT_NEED_MIRRORS);
  for (guint i = 0; i < 3; i++)
    decision->levels[i] = levels[i];
  return decision;
}

static BrightDecision *
require_all (const BrightOrderCase *order_case)
{
  static const BrightFreshness all[] = { BRIGHT_FRESHNESS_ALL, BRIGHT_FRESHNESS_ALL,
                                         BRIGHT_FRESHNESS_ALL };

  return require (order_case, all);
}

/* An order that was held is first looked at with as little reading as its reason needs. */
static BrightDecision *
require_for_reason (const BrightOrderCase *order_case)
{
  BrightFreshness levels[3] = { BRIGHT_FRESHNESS_KNOWN, BRIGHT_FRESHNESS_KNOWN,
                                BRIGHT_FRESHNESS_KNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (reconsiderations); i++)
    if (strcmp (reconsiderations[i].code, order_case->previous_code) == 0)
      levels[reconsiderations[i].mirror] |= reconsiderations[i].level;
  return require (order_case, levels);
}

static BrightDecision *
check_currency (const BrightOrderCase *order_case)
{
  const char *currency = order_case->order->currency;

  if (!bright_world_has_reference (order_case->world, "currency")
      || bright_world_find_reference (order_case->world, "currency", 0, currency) != NULL)
    return NULL;
  return bright_decision_hold (
      "currency-missing", NULL,
      g_strdup_printf (_ ("The currency %s is not set up in Brightpearl."), currency));
}

/* Everything that can hold an order before its first write. */
static BrightDecision *
check_content (const BrightOrderCase *order_case, BrightOrderPlan *plan)
{
  BrightDecision *decision = check_currency (order_case);

  if (decision != NULL)
    return decision;
  if (plan->hold != NULL)
    return g_steal_pointer (&plan->hold);
  return bright_customer_check (order_case);
}

/* The id of a part's sales order, 0 if it has none. */
static gint64
get_sales_order_id (const BrightOrderLink *link, guint index)
{
  return index < link->parts->len ? ((BrightOrderPart *) link->parts->pdata[index])->sales_order_id
                                  : 0;
}

static gboolean
has_any_sales_order (const BrightOrderLink *link)
{
  for (guint i = 0; i < link->parts->len; i++)
    if (get_sales_order_id (link, i) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_unknown (const BrightOrderLink *link)
{
  for (guint i = 0; i < link->parts->len; i++)
    if (((BrightOrderPart *) link->parts->pdata[i])->is_unknown)
      return TRUE;
  return FALSE;
}

static gboolean
is_complete (const BrightOrderLink *link)
{
  for (guint i = 0; i < link->parts->len; i++)
    if (get_sales_order_id (link, i) == 0)
      return FALSE;
  return link->parts->len > 0;
}

static BrightDecision *
create_part (const BrightOrderCase *order_case, const BrightOrderPlan *plan, guint index)
{
  const BrightPartPlan *part = plan->parts->pdata[index];
  g_autofree char *reference
      = bright_format_external_reference (order_case->order->id, part->suffix);
  gint64 present = bright_world_find_sales_order (order_case->world, reference,
                                                  order_case->settings->orders.channel_id);
  BrightDecision *decision;
  gint64 contact_id = 0;

  if (present != 0)
    {
      decision = bright_decision_new (BRIGHT_DECISION_ADOPT);
      decision->id = present;
    }
  else
    {
      decision = bright_customer_decide (order_case, &contact_id);
      if (decision == NULL)
        decision
            = bright_decision_step (bright_step_create_sales_order (order_case, part, contact_id));
      decision = bright_flows_refuse_repetition (order_case, decision);
    }
  decision->part = index;
  decision->n_parts = plan->parts->len;
  return decision;
}

/* Whether something of it stands in Brightpearl, or may stand there. */
static gboolean
has_begun (const BrightOrderCase *order_case)
{
  g_autofree char *reference = bright_format_external_reference (order_case->order->id, 1);

  return has_any_sales_order (order_case->link)
         || (has_unknown (order_case->link)
             && bright_world_find_sales_order (order_case->world, reference,
                                               order_case->settings->orders.channel_id)
                    != 0);
}

static BrightDecision *
decide_creation (const BrightOrderCase *order_case)
{
  const BrightOrderLink *link = order_case->link;
  BrightDecision *decision = NULL;
  g_autoptr (BrightOrderPlan) plan = NULL;

  /* What was begun is not filtered any more, and whether it was must be known first. */
  if (has_unknown (link))
    decision = require_all (order_case);
  if (decision == NULL && !has_begun (order_case))
    decision = bright_order_filter (order_case);
  if (decision == NULL)
    decision = order_case->previous_code[0] != '\0' ? require_for_reason (order_case)
                                                    : require_all (order_case);
  if (decision != NULL)
    return decision;
  plan = bright_order_plan_new (order_case->order, order_case->settings, order_case->world);
  decision = check_content (order_case, plan);
  if (decision == NULL && link->refusals->len > 0
      && (order_case->freshness[SALES_ORDERS] & BRIGHT_FRESHNESS_ADDED) == 0)
    {
      const BrightRefusal *refusal = link->refusals->pdata[0];

      decision = bright_decision_hold ("refused-by-brightpearl", NULL,
                                       g_strdup (refusal->message));
    }
  if (decision == NULL)
    decision = require_all (order_case);
  if (decision != NULL)
    return decision;
  for (guint i = 0; i < plan->parts->len; i++)
    if (get_sales_order_id (link, i) == 0)
      return create_part (order_case, plan, i);
  return bright_decision_need (BRIGHT_NEED_SALES_ORDERS);
}

/* What was written is read back and compared once more. */
static BrightDecision *
check_arrival (const BrightOrderCase *order_case)
{
  BrightMoney total = 0;
  g_autofree char *text = NULL;

  if (strcmp (order_case->content, order_case->link->content) != 0)
    return NULL;
  for (guint i = 0; i < order_case->link->parts->len; i++)
    if (!bright_money_add (&total, bright_order_case_get_sales_order (order_case, i)->total_gross))
      return bright_decision_hold ("totals-differ", NULL,
                                   g_strdup (_ ("An amount of the order is out of range.")));
  if (total == order_case->order->total_inc_tax
      || !bright_money_subtract (&total, order_case->order->total_inc_tax))
    return NULL;
  text = bright_money_to_string (bright_money_absolute (total));
  return bright_decision_hold (
      "totals-differ", NULL,
      g_strdup_printf (_ ("Totals differ by %s between the store and Brightpearl."), text));
}

static gboolean
must_read (const BrightOrderCase *order_case)
{
  for (guint i = 0; i < order_case->link->parts->len; i++)
    if (((BrightOrderPart *) order_case->link->parts->pdata[i])->is_stale
        || bright_order_case_get_sales_order (order_case, i) == NULL)
      return TRUE;
  return FALSE;
}

static void
describe_reservation (const BrightOrderPart *part, GString *text)
{
  if (strcmp (part->reservation, "full") == 0)
    g_string_append (text, _ (" Its stock is reserved."));
  else if (strcmp (part->reservation, "part") == 0)
    g_string_append_printf (text, _ (" %" PRId64 " of %" PRId64 " units are reserved."),
                            part->reserved, part->wanted);
  else if (strcmp (part->reservation, "none") == 0)
    g_string_append (text, _ (" None of its stock could be reserved yet."));
}

static BrightDecision *
settle_linked (const BrightOrderCase *order_case)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const BrightOrderLink *link = order_case->link;

  for (guint i = 0; i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("It is sales order %" PRId64 "."), part->sales_order_id);
      describe_reservation (part, text);
    }
  return bright_decision_settle ("linked", NULL, NULL, g_strdup (text->str));
}

BrightDecision *
bright_order_decide (const BrightOrderCase *order_case)
{
  const BrightOrderLink *link = order_case->link;
  BrightDecision *decision;

  if (is_ignored (order_case))
    return bright_decision_settle ("ignored", NULL, NULL, g_strdup (link->ignored));
  if (link->is_deleted)
    return bright_decision_hold ("deleted-in-brightpearl", NULL,
                                 g_strdup (_ ("The sales order was deleted in Brightpearl. It is "
                                              "not created again by itself.")));
  if (!is_complete (link))
    return decide_creation (order_case);
  if (must_read (order_case))
    return bright_decision_need (BRIGHT_NEED_SALES_ORDERS);
  /* A total that is wrong must not keep a cancelled order from being cancelled. */
  decision = bright_order_decide_changes (order_case);
  if (decision == NULL)
    decision = check_arrival (order_case);
  for (guint i = 0; decision == NULL && i < link->parts->len; i++)
    decision = bright_reservation_decide (order_case, i);
  if (decision == NULL)
    decision = bright_flows_decide (order_case);
  return decision != NULL ? decision : settle_linked (order_case);
}
