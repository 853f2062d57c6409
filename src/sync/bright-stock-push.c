/* The stock flow: telling the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call at a time, of up to two thousand items. The store refuses a call as
 * a whole: what it names is taken out, what it does not name is found by halves.
 * Numbers are absolute, so a call whose answer was lost is made again.
 */
#include "bright-stock-run.h"

#include "bigcommerce-stock.h"
#include "bright-error.h"

#include <string.h>

/* So many lost answers in a row, and the rest waits for the next sync. */
#define MOST_LOST 10
/* So many refusals, and something is wrong with more than a few items. */
#define MOST_REFUSED 60

static void push_piece (GTask *task);

static void
queue_part (BrightStockRun *run, GPtrArray *items, guint offset, guint end, gboolean first)
{
  GPtrArray *piece = g_ptr_array_new ();

  for (guint i = offset; i < end; i++)
    g_ptr_array_add (piece, items->pdata[i]);
  if (first)
    g_queue_push_head (&run->pieces, piece);
  else
    g_queue_push_tail (&run->pieces, piece);
}

/* ---- What became of a piece ---- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (bright_stock_keep_finish (result, &error))
    push_piece (user_data);
  else
    bright_stock_run_fail (user_data, error);
}

static void
handle_done (GTask *task, GPtrArray *piece)
{
  BrightStockRun *run = g_task_get_task_data (task);

  run->n_lost = 0;
  run->n_updated += piece->len;
  bright_stock_keep_async (run, piece, 0, piece->len, TRUE, kept_cb, task);
}

/* The way in which the store keeps stock of a product can be changed there at any time. */
static void
drop (BrightStockRun *run, BrightStockItem *item, const char *words)
{
  if (strstr (words, "tracked") == NULL || run->has_relearned)
    {
      bright_stock_set_reason (item, BRIGHT_STOCK_REFUSED, words);
      return;
    }
  run->must_relearn = TRUE;
  g_free (item->tracking);
  item->tracking = g_strdup ("");
  item->is_dirty = TRUE;
}

static guint
drop_named (BrightStockRun *run, GPtrArray *piece, const char *words)
{
  guint dropped = 0;

  for (guint i = piece->len; i > 0; i--)
    if (bright_stock_is_named (piece->pdata[i - 1], words))
      {
        drop (run, piece->pdata[i - 1], words);
        g_ptr_array_remove_index (piece, i - 1);
        dropped++;
      }
  return dropped;
}

static void
handle_refusal (GTask *task, GPtrArray *piece, const GError *error)
{
  BrightStockRun *run = g_task_get_task_data (task);

  run->n_lost = 0;
  if (++run->n_refused > MOST_REFUSED)
    {
      bright_stock_run_fail (task, g_error_copy (error));
      return;
    }
  if (drop_named (run, piece, error->message) > 0)
    {
      if (piece->len > 0)
        queue_part (run, piece, 0, piece->len, TRUE);
    }
  else if (piece->len > 1)
    {
      queue_part (run, piece, piece->len / 2, piece->len, TRUE);
      queue_part (run, piece, 0, piece->len / 2, TRUE);
    }
  else
    drop (run, piece->pdata[0], error->message);
  push_piece (task);
}

/* What the store may have taken is said again. */
static void
handle_lost (GTask *task, GPtrArray *piece)
{
  BrightStockRun *run = g_task_get_task_data (task);

  if (++run->n_lost >= MOST_LOST)
    g_queue_clear_full (&run->pieces, (GDestroyNotify) g_ptr_array_unref);
  else
    queue_part (run, piece, 0, piece->len, TRUE);
  push_piece (task);
}

static void
settle_intent (BrightStockRun *run, gint64 intent, const BrightOutcome *outcome)
{
  static const char *const words[] = {
    [BRIGHT_OUTCOME_DONE] = "done",
    [BRIGHT_OUTCOME_REFUSED] = "refused",
    [BRIGHT_OUTCOME_UNKNOWN] = "lost",
    [BRIGHT_OUTCOME_UNSENT] = "unsent",
  };
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  bright_journal_batch_settle_intent (batch, intent, words[outcome->kind],
                                      outcome->error != NULL ? outcome->error->message : "",
                                      bright_clock_get_seconds (run->sync->clock));
  bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
}

static void
sent_cb (const BrightStep *step, gint64 intent, const BrightOutcome *outcome, gpointer user_data)
{
  GTask *task = user_data;
  BrightStockRun *run = g_task_get_task_data (task);
  g_autoptr (GPtrArray) piece = g_queue_pop_head (&run->pieces);

  settle_intent (run, intent, outcome);
  switch (outcome->kind)
    {
    case BRIGHT_OUTCOME_DONE:
      handle_done (task, piece);
      break;
    case BRIGHT_OUTCOME_REFUSED:
      handle_refusal (task, piece, outcome->error);
      break;
    case BRIGHT_OUTCOME_UNKNOWN:
      handle_lost (task, piece);
      break;
    case BRIGHT_OUTCOME_UNSENT:
    default:
      bright_stock_run_fail (task, g_error_copy (outcome->error));
      break;
    }
}

/* ---- The phase ---- */

static BrightStep *
make_step (const BrightStockRun *run, GPtrArray *items)
{
  return bright_stock_step_new (items, 0, items->len, run->location_id,
                                bright_sync_get_time (run->sync));
}

/* What the store's tracking turned out not to be is read once more. */
static void
end_push (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  if (!run->must_relearn || run->has_relearned)
    {
      bright_stock_run_next (task);
      return;
    }
  run->has_relearned = TRUE;
  bright_stock_decision_free (run->decision);
  run->decision = bright_stock_decide (run->items, run->sync->settings, FALSE);
  bright_stock_run_skip_to (task, BRIGHT_STOCK_TRACKING);
}

/* Takes @task. */
static void
push_piece (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  GPtrArray *piece = g_queue_peek_head (&run->pieces);

  if (piece == NULL)
    {
      end_push (task);
      return;
    }
  bright_dispatcher_submit (run->sync->dispatcher, make_step (run, piece), sent_cb, task);
}

static void
shown_cb (const BrightStep *step,
          gint64 intent,
          const BrightOutcome *outcome,
          gpointer user_data)
{
}

void
bright_stock_push (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  BrightSync *sync = run->sync;
  GPtrArray *changes = run->decision->changes;
  gboolean is_held
      = run->decision->is_braked && !bright_sync_is_approved (sync, "stock", "stock");

  for (guint i = 0; !is_held && i < changes->len; i += BIGCOMMERCE_ADJUSTMENT_ITEMS)
    queue_part (run, changes, i, MIN (i + BIGCOMMERCE_ADJUSTMENT_ITEMS, changes->len), FALSE);
  if (!run->on_paper)
    {
      push_piece (task);
      return;
    }
  while (!g_queue_is_empty (&run->pieces))
    {
      g_autoptr (GPtrArray) piece = g_queue_pop_head (&run->pieces);

      bright_dispatcher_submit (sync->paper, make_step (run, piece), shown_cb, NULL);
    }
  bright_stock_run_next (task);
}
