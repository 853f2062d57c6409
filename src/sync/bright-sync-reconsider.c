/* The sync service: deciding again after a change of the settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-run.h"

#include <string.h>

#define CHECKPOINT_SETTINGS "settings:digest"
#define CHECKPOINT_LEFT_OUT "pause:left-out"
/* The stock flow looks at everything by itself. */
#define DECIDES_ORDERS (~(1u << BRIGHT_PAUSABLE_INVENTORY))

static char *
digest_settings (BrightSyncService *self)
{
  g_autofree char *text = bright_settings_dup_text (self->settings);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* After a change of the settings, whatever was kept out by them is decided again, and linked
 * orders too: a flow that was switched on has work to do on them. */
static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightSyncRun *run = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autofree char *digest = digest_settings (run->service);
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const BrightSubject *subject = subjects->pdata[i];

      if (strcmp (subject->state, "cancelled") != 0)
        bright_sync_add_undecided (run->sync, subject->number);
    }
  if (subjects != NULL && !run->plan_only)
    {
      bright_sync_set_checkpoint (run->sync, batch, CHECKPOINT_SETTINGS, digest);
      bright_sync_set_checkpoint_number (run->sync, batch, CHECKPOINT_LEFT_OUT, run->left_out);
      bright_sync_save_undecided (run->sync, batch);
      bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
    }
  bright_sync_run_advance (task, subjects != NULL, error);
}

/* A flow that is not paused any more has missed what was decided without it. */
static gboolean
is_resumed (const BrightSyncRun *run)
{
  guint before = (guint)bright_sync_get_checkpoint_number (run->sync, CHECKPOINT_LEFT_OUT);

  return (before & ~run->left_out & DECIDES_ORDERS) != 0;
}

/* From now on orders are decided without what is paused. */
static void
note_left_out (BrightSyncRun *run)
{
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  if (run->plan_only
      || bright_sync_get_checkpoint_number (run->sync, CHECKPOINT_LEFT_OUT) == run->left_out)
    return;
  bright_sync_set_checkpoint_number (run->sync, batch, CHECKPOINT_LEFT_OUT, run->left_out);
  bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
}

void
bright_sync_run_reconsider (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);
  g_autofree char *digest = digest_settings (run->service);
  BrightSubjectQuery query = { .flow = "orders" };

  if (g_strcmp0 (bright_sync_get_checkpoint (run->sync, CHECKPOINT_SETTINGS), digest) == 0
      && !is_resumed (run))
    {
      note_left_out (run);
      bright_sync_run_advance (task, TRUE, NULL);
    }
  else
    bright_journal_load_subjects_async (run->sync->journal, &query, run->sync->cancellable,
                                        subjects_loaded_cb, task);
}
