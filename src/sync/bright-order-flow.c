/* The orders flow: decide and do until nothing is left to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The flow keeps a working set of orders. Each is decided; what the decision
 * asks for (a step, something to read, another order to get further) is
 * started; when that is there, the order is decided again, until it is
 * settled and leaves the set. Packs and id sets are sent when they are full, or
 * when nothing else is under way that could still add to them.
 *
 * The main loop is given back every few milliseconds.
 */
#include "bright-order-flow.h"

#include <string.h>

/* Enough to fill an id set while packs are under way, and little memory. */
#define MAXIMUM_ACTIVE 600
#define LOAD_SIZE 100
#define SLICE_MICROSECONDS 5000
/* How often the list of what is undecided is brought up to date on the disk. */
#define SAVE_EVERY 500

static void schedule (BrightOrderFlow *flow);

void
bright_order_flow_free (gpointer data)
{
  BrightOrderFlow *flow = data;

  g_clear_handle_id (&flow->pump_id, g_source_remove);
  g_hash_table_unref (flow->active);
  g_hash_table_unref (flow->waiting);
  g_array_unref (flow->work);
  g_queue_clear (&flow->ready);
  g_queue_clear (&flow->reads);
  g_queue_clear (&flow->contacts);
  g_queue_clear (&flow->refresh);
  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    g_queue_clear (&flow->facts[i]);
  g_clear_pointer (&flow->batch, bright_journal_batch_free);
  g_clear_error (&flow->error);
  g_free (flow);
}

void
bright_order_flow_fail (BrightOrderFlow *flow, GError *error)
{
  if (flow->error == NULL)
    flow->error = error;
  else
    g_error_free (error);
  schedule (flow);
}

void
bright_order_flow_make_ready (BrightOrderFlow *flow, BrightActiveOrder *active)
{
  active->busy = FALSE;
  g_queue_push_tail (&flow->ready, active);
  schedule (flow);
}

BrightJournalBatch *
bright_order_flow_get_batch (BrightOrderFlow *flow)
{
  if (flow->batch == NULL)
    flow->batch = bright_journal_batch_new ();
  return flow->batch;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightOrderFlow *flow = g_task_get_task_data (task);
  GError *error = NULL;

  flow->commits--;
  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    bright_order_flow_fail (flow, error);
  schedule (flow);
}

static void
commit (BrightOrderFlow *flow)
{
  if (flow->batch == NULL)
    return;
  if (bright_journal_batch_is_empty (flow->batch))
    return;
  flow->commits++;
  bright_journal_commit_async (flow->sync->journal, g_steal_pointer (&flow->batch), NULL,
                               committed_cb, g_object_ref (flow->task));
}

/* Those that waited for an order's contact go on. */
static void
wake (BrightOrderFlow *flow, const char *subject)
{
  GPtrArray *waiting = g_hash_table_lookup (flow->waiting, subject);

  bright_world_release_emails (flow->sync->world, subject);
  if (waiting == NULL)
    return;
  for (guint i = 0; i < waiting->len; i++)
    bright_order_flow_make_ready (flow, waiting->pdata[i]);
  g_hash_table_remove (flow->waiting, subject);
}

static void
wait_for (BrightOrderFlow *flow, BrightActiveOrder *active, const char *subject)
{
  GPtrArray *waiting = g_hash_table_lookup (flow->waiting, subject);

  active->busy = TRUE;
  if (waiting == NULL)
    {
      waiting = g_ptr_array_new ();
      g_hash_table_insert (flow->waiting, g_strdup (subject), waiting);
    }
  g_ptr_array_add (waiting, active);
}

static void
settle (BrightOrderFlow *flow, BrightActiveOrder *active, const BrightVerdict *verdict)
{
  BrightSync *sync = flow->sync;

  bright_active_order_settle (active, sync, bright_order_flow_get_batch (flow), verdict);
  if (!sync->plan_only)
    bright_sync_remove_undecided (sync, active->order->id);
  wake (flow, active->subject->subject);
  sync->done++;
  if (!sync->plan_only && sync->done % SAVE_EVERY == 0)
    bright_sync_save_undecided (sync, bright_order_flow_get_batch (flow));
  g_hash_table_remove (flow->active, &active->order->id);
  if (flow->sync->done % 10 == 0 && flow->progress != NULL)
    flow->progress (flow->progress_data);
}

typedef struct
{
  GTask *task;
  BrightActiveOrder *active;
  guint part;
} Submission;

static void
outcome_cb (const BrightStep *step,
            gint64 intent,
            const BrightOutcome *outcome,
            gpointer user_data)
{
  /* A lost answer is remembered with the order, so that its intent is closed. */
  static const char *const words[] = {
    [BRIGHT_OUTCOME_DONE] = "done",
    [BRIGHT_OUTCOME_REFUSED] = "refused",
    [BRIGHT_OUTCOME_UNKNOWN] = "lost",
    [BRIGHT_OUTCOME_UNSENT] = "unsent",
  };
  g_autofree Submission *submission = user_data;
  g_autoptr (GTask) task = submission->task;
  BrightOrderFlow *flow = g_task_get_task_data (task);
  BrightActiveOrder *active = submission->active;
  BrightJournalBatch *batch = bright_order_flow_get_batch (flow);
  GError *error = NULL;
  g_autofree char *id
      = outcome->response != NULL ? bright_json_read_text (outcome->response) : NULL;

  flow->steps--;
  if (intent != 0)
    bright_journal_batch_settle_intent (batch, intent, words[outcome->kind],
                                        outcome->error != NULL ? outcome->error->message
                                        : id != NULL           ? id
                                                               : "",
                                        bright_clock_get_seconds (flow->sync->clock));
  if (bright_active_order_apply (active, flow->sync, batch, step, submission->part, outcome,
                                 &error))
    bright_order_flow_make_ready (flow, active);
  else
    {
      active->busy = FALSE;
      bright_order_flow_fail (flow, error);
    }
}

static void
submit (BrightOrderFlow *flow, BrightActiveOrder *active, BrightDecision *decision)
{
  BrightSync *sync = flow->sync;
  Submission *submission;

  if (bright_sync_is_on_paper (sync, decision->step->flow, active->subject->subject))
    bright_active_order_put_on_paper (active);
  if (active->on_paper && !bright_order_flow_know_products (flow, active, decision->step))
    return;
  submission = g_new0 (Submission, 1);
  submission->task = g_object_ref (flow->task);
  submission->active = active;
  submission->part = decision->part;
  bright_active_order_set_parts (active, decision->n_parts);
  active->busy = TRUE;
  flow->steps++;
  bright_dispatcher_submit (active->on_paper ? sync->paper : sync->dispatcher,
                            g_steal_pointer (&decision->step), outcome_cb, submission);
}

static void
handle (BrightOrderFlow *flow, BrightActiveOrder *active, BrightDecision *decision)
{
  /* An order that no longer works on its contact lets others do so. */
  if (decision->kind != BRIGHT_DECISION_NEED && decision->kind != BRIGHT_DECISION_WAIT
      && (decision->kind != BRIGHT_DECISION_STEP
          || strcmp (decision->step->flow, "customers") != 0))
    wake (flow, active->subject->subject);
  switch (decision->kind)
    {
    case BRIGHT_DECISION_SETTLED:
      settle (flow, active, &decision->verdict);
      break;
    case BRIGHT_DECISION_STEP:
      submit (flow, active, decision);
      break;
    case BRIGHT_DECISION_NEED:
      bright_order_flow_need (flow, active, decision);
      break;
    case BRIGHT_DECISION_WAIT:
      if (bright_order_flow_is_active (flow, decision->waits_for))
        wait_for (flow, active, decision->waits_for);
      else
        {
          bright_world_release_emails (flow->sync->world, decision->waits_for);
          bright_order_flow_make_ready (flow, active);
        }
      break;
    case BRIGHT_DECISION_ADOPT:
    case BRIGHT_DECISION_ACCEPT:
    case BRIGHT_DECISION_RESERVED:
    case BRIGHT_DECISION_LEARN:
    default:
      bright_order_flow_learn (flow, active, decision);
      break;
    }
}

gboolean
bright_order_flow_is_active (BrightOrderFlow *flow, const char *subject)
{
  gint64 id = g_ascii_strtoll (subject + strlen ("order "), NULL, 10);

  return g_hash_table_contains (flow->active, &id);
}

/* Decides until the time slice is over; TRUE if there is more to decide. */
static gboolean
decide_some (BrightOrderFlow *flow)
{
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (flow->error == NULL && flow->ready.length > 0)
    {
      BrightActiveOrder *active = g_queue_pop_head (&flow->ready);
      BrightOrderCase order_case;
      g_autoptr (BrightDecision) decision = NULL;

      bright_active_order_get_case (active, flow->sync, &order_case);
      decision = bright_order_decide (&order_case);
      handle (flow, active, decision);
      if (g_get_monotonic_time () > end)
        return flow->ready.length > 0;
    }
  return FALSE;
}

static gboolean
is_idle (BrightOrderFlow *flow)
{
  return flow->under_way == 0 && bright_dispatcher_get_under_way (flow->sync->dispatcher) == 0;
}

static gboolean
has_nothing_under_way (BrightOrderFlow *flow)
{
  return is_idle (flow) && flow->commits == 0
         && flow->steps == bright_dispatcher_get_waiting (flow->sync->dispatcher);
}

static void
finish (BrightOrderFlow *flow)
{
  GTask *task = flow->task;

  flow->is_finished = TRUE;
  if (flow->error != NULL)
    g_task_return_error (task, g_steal_pointer (&flow->error));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Starts whatever can be started now. */
static void
pump (BrightOrderFlow *flow)
{
  if (flow->is_finished)
    return;
  if (decide_some (flow))
    {
      schedule (flow);
      return;
    }
  commit (flow);
  if (flow->error == NULL)
    {
      if (flow->next_work < flow->work->len && !flow->is_loading
          && g_hash_table_size (flow->active) + LOAD_SIZE <= MAXIMUM_ACTIVE)
        bright_order_flow_load (flow, LOAD_SIZE);
      bright_order_flow_read (flow, FALSE);
      if (is_idle (flow))
        bright_order_flow_read (flow, TRUE);
      if (is_idle (flow))
        bright_dispatcher_flush (flow->sync->dispatcher);
    }
  if (!has_nothing_under_way (flow) || flow->pump_id != 0)
    return;
  if (flow->error != NULL || g_hash_table_size (flow->active) == 0)
    {
      if (flow->error == NULL && !flow->sync->plan_only && !flow->is_saved)
        {
          flow->is_saved = TRUE;
          bright_sync_save_undecided (flow->sync, bright_order_flow_get_batch (flow));
          commit (flow);
          return;
        }
      finish (flow);
    }
}

static void
pump_cb (gpointer user_data)
{
  BrightOrderFlow *flow = user_data;
  g_autoptr (GTask) task = g_object_ref (flow->task);

  flow->pump_id = 0;
  pump (flow);
}

static void
schedule (BrightOrderFlow *flow)
{
  if (flow->pump_id == 0 && !flow->is_finished)
    flow->pump_id = g_idle_add_once (pump_cb, flow);
}

void
bright_order_flow_schedule (BrightOrderFlow *flow)
{
  schedule (flow);
}
