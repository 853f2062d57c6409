/* The orders flow: decisions that change only what is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flow.h"
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Adopting writes nothing, but the merchant wants to see it in the plan. */
static void
show_adoption (BrightOrderFlow *flow, BrightActiveOrder *active, gint64 id)
{
  BrightStep *step = bright_record_new (&bright_step_type);

  set_text (&step->subject, active->subject->subject);
  set_text (&step->flow, "orders");
  set_text (&step->platform, bright_platform_name (BRIGHT_PLATFORM_BRIGHTPEARL));
  set_text (&step->kind, "adopt");
  set_text (&step->verb, "adopt");
  g_free (step->summary);
  step->summary = g_strdup_printf (
      _ ("Link to the sales order %" PRId64 " that is in Brightpearl already"), id);
  g_ptr_array_add (bright_dispatcher_get_steps (flow->sync->paper), step);
}

static void
adopt (BrightOrderFlow *flow, BrightActiveOrder *active, const BrightDecision *decision)
{
  BrightJournalBatch *batch = bright_order_flow_get_batch (flow);
  BrightOrderPart *part;
  g_autofree char *what = g_strdup_printf (
      _ ("Linked to the sales order %" PRId64 ", which is in Brightpearl already"), decision->id);

  if (bright_sync_is_on_paper (flow->sync, "orders", active->subject->subject))
    bright_active_order_put_on_paper (active);
  bright_active_order_set_parts (active, decision->n_parts);
  part = active->link->parts->pdata[decision->part];
  /* Our own order whose answer was lost is not somebody else's; but the store's order may have
   * been edited since it was sent, so what it carries is compared row by row. */
  if (part->is_unknown)
    active->created = TRUE;
  else
    {
      if (active->link->content[0] == '\0')
        set_text (&active->link->content, active->content);
      active->adopted = TRUE;
      active->link->adopted_at = bright_sync_get_time (flow->sync);
    }
  part->sales_order_id = decision->id;
  part->is_stale = TRUE;
  part->is_unknown = FALSE;
  if (active->on_paper)
    {
      active->steps++;
      show_adoption (flow, active, decision->id);
      return;
    }
  bright_journal_batch_put_link (batch, active->subject->subject, "brightpearl", "sales-order",
                                 decision->id);
  bright_active_order_tell (active, flow->sync, batch, what, "");
}

static void
learn_reservation (BrightOrderFlow *flow, BrightActiveOrder *active, const BrightDecision *decision)
{
  BrightOrderPart *part = active->link->parts->pdata[decision->part];
  const char *what = NULL;

  set_text (&part->reservation, decision->reservation);
  part->retry_reservation = FALSE;
  if (strcmp (decision->reservation, "full") == 0)
    what = _ ("Stock is reserved in full.");
  else if (strcmp (decision->reservation, "none") == 0)
    what = _ ("No stock could be reserved; it is tried again when some comes in.");
  if (what != NULL)
    bright_active_order_tell (active, flow->sync, bright_order_flow_get_batch (flow), what,
                              strcmp (decision->reservation, "none") == 0 ? "stock-short" : "");
}

static void
learn (BrightOrderFlow *flow, BrightActiveOrder *active, const BrightDecision *decision)
{
  BrightOrderCase order_case;

  bright_active_order_get_case (active, flow->sync, &order_case);
  decision->learn (active->link, &order_case, decision);
  if (decision->learned != NULL)
    bright_active_order_tell (active, flow->sync, bright_order_flow_get_batch (flow),
                              decision->learned, "");
}

void
bright_order_flow_learn (BrightOrderFlow *flow,
                         BrightActiveOrder *active,
                         const BrightDecision *decision)
{
  if (decision->kind == BRIGHT_DECISION_ADOPT)
    adopt (flow, active, decision);
  else if (decision->kind == BRIGHT_DECISION_LEARN)
    learn (flow, active, decision);
  else if (decision->kind == BRIGHT_DECISION_ACCEPT)
    set_text (&active->link->content, active->content);
  else
    learn_reservation (flow, active, decision);
  bright_active_order_keep (active, bright_order_flow_get_batch (flow));
  bright_order_flow_make_ready (flow, active);
}
