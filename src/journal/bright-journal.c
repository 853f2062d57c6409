/* The journal: opening, closing, and handing jobs to its thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables have files of their own; this one knows none of them.
 */
#include "bright-error.h"
#include "bright-journal-thread.h"

struct _BrightJournal
{
  GObject parent_instance;

  BrightJournalThread *thread; /* (owned) (nullable): until the journal is told to close */
  gint64 last_intent;          /* the latest number that was given out */
};

G_DEFINE_FINAL_TYPE (BrightJournal, bright_journal, G_TYPE_OBJECT)

/* Has the thread close the file and end; no job can follow. */
static void
push_close (BrightJournal *self, BrightJournalJob *job)
{
  job->kind = BRIGHT_JOURNAL_JOB_CLOSE;
  bright_journal_thread_push (self->thread, job);
  g_clear_pointer (&self->thread, bright_journal_thread_unref);
}

static void
bright_journal_dispose (GObject *object)
{
  BrightJournal *self = BRIGHT_JOURNAL (object);

  if (self->thread != NULL)
    push_close (self, g_new0 (BrightJournalJob, 1));
  G_OBJECT_CLASS (bright_journal_parent_class)->dispose (object);
}

static void
bright_journal_class_init (BrightJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_journal_dispose;
}

static void
bright_journal_init (BrightJournal *self)
{
}

/* ---- Jobs ---- */

static BrightJournalJob *
create_job (GTask *task, void (*answer) (BrightJournalJob *job))
{
  BrightJournalJob *job = g_new0 (BrightJournalJob, 1);

  job->task = task;
  job->cancellable = g_task_get_cancellable (task);
  job->answer = answer;
  return job;
}

static void
answer_done (BrightJournalJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

static void
answer_read (BrightJournalJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->read->free_result);
}

static void
answer_open (BrightJournalJob *job)
{
  BrightJournal *self = g_task_get_task_data (job->task);

  if (job->error != NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }
  self->last_intent = job->last_intent;
  g_task_return_pointer (job->task, g_object_ref (self), g_object_unref);
}

/* Takes the job; refuses it if nobody is there to run it. */
static void
push_job (BrightJournal *self, BrightJournalJob *job)
{
  if (self->thread != NULL)
    {
      bright_journal_thread_push (self->thread, job);
      return;
    }
  g_task_return_new_error (job->task, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "the journal is closed");
  bright_journal_job_free (job);
}

/* ---- Opening and closing ---- */

void
bright_journal_open_async (const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (BrightJournal) self = NULL;
  g_autoptr (GError) error = NULL;
  BrightJournalJob *job;

  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_journal_open_async);
  self = g_object_new (BRIGHT_TYPE_JOURNAL, NULL);
  self->thread = bright_journal_thread_start (&error);
  if (self->thread == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  job = create_job (g_steal_pointer (&task), answer_open);
  job->kind = BRIGHT_JOURNAL_JOB_OPEN;
  job->path = g_strdup (path);
  push_job (self, job);
}

BrightJournal *
bright_journal_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, bright_journal_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
answer_move (BrightJournalJob *job)
{
  BrightJournal *self = g_task_get_source_object (job->task);

  if (job->error == NULL)
    self->last_intent = job->last_intent;
  answer_done (job);
}

void
bright_journal_move_async (BrightJournal *self,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  BrightJournalJob *job;
  GTask *task;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bright_journal_move_async);
  job = create_job (task, answer_move);
  job->kind = BRIGHT_JOURNAL_JOB_OPEN;
  job->path = g_strdup (path);
  push_job (self, job);
}

gboolean
bright_journal_move_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, bright_journal_move_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
bright_journal_close_async (BrightJournal *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  BrightJournalJob *job;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bright_journal_close_async);
  job = create_job (task, answer_done);
  if (self->thread == NULL)
    {
      push_job (self, job);
      return;
    }
  push_close (self, job);
}

gboolean
bright_journal_close_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, bright_journal_close_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- Writing and reading ---- */

gint64
bright_journal_reserve_intent (BrightJournal *self)
{
  g_return_val_if_fail (BRIGHT_IS_JOURNAL (self), 0);

  return ++self->last_intent;
}

void
bright_journal_commit_async (BrightJournal *self,
                             BrightJournalBatch *batch,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  BrightJournalJob *job;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && batch != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_journal_commit_async);
  /* What was committed must not be reported as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  job = create_job (task, answer_done);
  job->kind = BRIGHT_JOURNAL_JOB_COMMIT;
  job->batch = batch;
  push_job (self, job);
}

gboolean
bright_journal_commit_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, bright_journal_commit_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
bright_journal_read_async (BrightJournal *self,
                           const BrightJournalRead *read,
                           gpointer request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  BrightJournalJob *job;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, (gpointer)read);
  job = create_job (task, answer_read);
  job->kind = BRIGHT_JOURNAL_JOB_READ;
  job->read = read;
  job->request = request;
  push_job (self, job);
}

gpointer
bright_journal_read_finish (BrightJournal *self,
                            const BrightJournalRead *read,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer)read), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
bright_journal_count_commits (BrightJournal *self)
{
  return self->thread != NULL ? bright_journal_thread_count_commits (self->thread) : 0;
}
