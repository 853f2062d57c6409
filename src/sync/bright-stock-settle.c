/* The stock flow: where it stands when it is through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-run.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHECKPOINT_STANDING "stock:standing"

typedef struct
{
  const char *state;
  const char *code;
  const char *setting;
  char *message; /* (owned) */
  gboolean attention;
} Standing;

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static BrightSubject *
make_subject (const Standing *standing, gint64 now)
{
  BrightSubject *subject = bright_record_new (&bright_subject_type);

  set_text (&subject->subject, "stock");
  set_text (&subject->flow, "stock");
  set_text (&subject->state, standing->state);
  set_text (&subject->code, standing->code);
  set_text (&subject->setting, standing->setting);
  set_text (&subject->message, standing->message);
  subject->attention = standing->attention;
  subject->changed_at = now;
  return subject;
}

/* Takes the message. */
static void
tell (BrightStockRun *run, BrightJournalBatch *batch, Standing standing)
{
  BrightSync *sync = run->sync;
  gint64 now = bright_clock_get_seconds (sync->clock);
  g_autofree char *message = standing.message;
  g_autofree char *text = g_strjoin (" ", standing.state, standing.code, message, NULL);
  g_autoptr (BrightSubject) subject = make_subject (&standing, now);

  if (sync->plan_only)
    {
      g_ptr_array_add (sync->planned, g_steal_pointer (&subject));
      return;
    }
  if (g_strcmp0 (bright_sync_get_checkpoint (sync, CHECKPOINT_STANDING), text) == 0)
    return;
  bright_sync_set_checkpoint (sync, batch, CHECKPOINT_STANDING, text);
  bright_journal_batch_put_subject (batch, subject);
  bright_journal_batch_add_activity (batch, "stock", now, message, standing.code);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    bright_stock_run_skip_to (user_data, BRIGHT_STOCK_DONE);
  else
    bright_stock_run_fail (user_data, error);
}

static void
commit (GTask *task, BrightJournalBatch *batch)
{
  const BrightStockRun *run = g_task_get_task_data (task);

  bright_journal_commit_async (run->sync->journal, batch, NULL, committed_cb, task);
}

static char *
count_drop (const BrightStockDecision *decision)
{
  return g_strdup_printf (
      ngettext ("%u of %u products would fall to 0. Nothing is sent before that is approved.",
                "%u of %u products would fall to 0. Nothing is sent before that is approved.",
                decision->n_dropping),
      decision->n_dropping, decision->n_matched);
}

static char *
count_open (guint n_open)
{
  return g_strdup_printf (ngettext ("The stock of %u product is still to be set.",
                                    "The stock of %u products is still to be set.", n_open),
                          n_open);
}

/* Nothing moved since it was in step, so nothing is said anew. */
static void
tell_standing (BrightStockRun *run, BrightJournalBatch *batch)
{
  const BrightStockDecision *decision = run->decision;
  guint n_open = decision != NULL ? decision->changes->len : 0;

  if (n_open > 0 && decision->is_braked
      && !bright_sync_is_approved (run->sync, "stock", "stock"))
    tell (run, batch,
          (Standing){ "held", "stock-brake", "inventory.largest-drop-percent",
                      count_drop (decision), TRUE });
  else if (n_open > 0)
    tell (run, batch,
          (Standing){ "waiting", run->on_paper ? "approval" : "", "schedule.mode",
                      count_open (n_open), FALSE });
  else
    tell (run, batch,
          (Standing){ "linked", "", "", g_strdup (_ ("The store’s stock follows Brightpearl.")),
                      FALSE });
}

static void
forget_moves (BrightStockRun *run, BrightJournalBatch *batch)
{
  for (guint i = 0; i < run->moves->len; i++)
    {
      const BrightStockUnits *move = run->moves->pdata[i];
      g_autofree char *key = move->variant_id != 0
                                 ? g_strdup_printf ("v%" G_GINT64_FORMAT, move->variant_id)
                                 : g_strdup_printf ("p%" G_GINT64_FORMAT, move->product_id);

      bright_journal_batch_remove_fact (batch, BRIGHT_FACT_STOCK_MOVE, key);
    }
}

static guint
count_ambiguous (const BrightStockRun *run)
{
  guint count = 0;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    count += strcmp (((BrightStockItem *) value)->reason, BRIGHT_STOCK_AMBIGUOUS) == 0;
  return count;
}

static void
set_checkpoints (BrightStockRun *run, BrightJournalBatch *batch)
{
  BrightSync *sync = run->sync;
  guint n_open = run->decision != NULL ? run->decision->changes->len : 0;

  if (run->reviews)
    {
      bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_REVIEWED,
                                         bright_clock_get_seconds (sync->clock));
      bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_AMBIGUOUS,
                                         count_ambiguous (run));
    }
  if (run->is_full)
    {
      bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_CHECKED,
                                         bright_clock_get_seconds (sync->clock));
      bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_SEEN, run->began);
      bright_sync_set_checkpoint (sync, batch, BRIGHT_CHECKPOINT_STOCK_SETTINGS, run->settings);
    }
  bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_MOVED, run->began);
  bright_sync_set_checkpoint (sync, batch, BRIGHT_CHECKPOINT_STOCK_MOVEMENTS,
                              run->movements->str);
  bright_sync_set_checkpoint_number (sync, batch, BRIGHT_CHECKPOINT_STOCK_OPEN, n_open);
}

void
bright_stock_settle (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  if (run->decision != NULL)
    {
      bright_stock_decision_free (run->decision);
      run->decision = bright_stock_decide (run->items, run->sync->settings, FALSE);
    }
  tell_standing (run, batch);
  if (!run->sync->plan_only)
    {
      forget_moves (run, batch);
      set_checkpoints (run, batch);
    }
  commit (task, g_steal_pointer (&batch));
}

/* Everything that was to be looked at is still to be looked at the next time. */
void
bright_stock_settle_held (GTask *task, const char *code, const char *setting, char *message)
{
  BrightStockRun *run = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  tell (run, batch, (Standing){ "held", code, setting, message, TRUE });
  run->phase = BRIGHT_STOCK_SETTLE;
  commit (task, g_steal_pointer (&batch));
}
