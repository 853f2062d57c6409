/* The journal's thread: the queue, the group commit, the answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-thread.h"

#include "bright-error.h"

static const char BEGIN_SQL[] = "BEGIN IMMEDIATE";
static const char COMMIT_SQL[] = "COMMIT";
static const char ROLLBACK_SQL[] = "ROLLBACK";
static const char LAST_INTENT_SQL[] = "SELECT coalesce (max (id), 0) FROM intents";

struct _BrightJournalThread
{
  int n_references;       /* atomic: the journal's, the thread's own, an attached source's */
  GMainContext *context;  /* (owned): where answers go */
  BrightSqlite *database; /* (owned) (nullable): used by the thread only */
  int n_commits;          /* atomic */

  GMutex mutex;
  GCond pushed;
  GPtrArray *waiting; /* (owned) (element-type BrightJournalJob): guarded by the mutex */
  GQueue answers;     /* (element-type BrightJournalJob): guarded by the mutex */
  gboolean answering; /* whether a source is attached for them: guarded by the mutex */
};

void
bright_journal_job_free (BrightJournalJob *job)
{
  g_free (job->path);
  g_clear_pointer (&job->batch, bright_journal_batch_free);
  if (job->request != NULL && job->read->free_request != NULL)
    job->read->free_request (job->request);
  if (job->result != NULL)
    job->read->free_result (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job);
}

/* ---- Answers ---- */

static gboolean
answer_next (gpointer data)
{
  BrightJournalThread *self = data;
  BrightJournalJob *job;
  gboolean more;

  g_mutex_lock (&self->mutex);
  job = g_queue_pop_head (&self->answers);
  more = !g_queue_is_empty (&self->answers);
  self->answering = more;
  g_mutex_unlock (&self->mutex);
  if (job != NULL)
    {
      job->answer (job);
      bright_journal_job_free (job);
    }
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static BrightJournalThread *
take_reference (BrightJournalThread *self)
{
  g_atomic_int_inc (&self->n_references);
  return self;
}

static void
drop_reference (gpointer data)
{
  bright_journal_thread_unref (data);
}

static void
send_answers (BrightJournalThread *self, GPtrArray *jobs)
{
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < jobs->len; i++)
    {
      BrightJournalJob *job = jobs->pdata[i];

      if (job->answer != NULL)
        g_queue_push_tail (&self->answers, job);
      else
        bright_journal_job_free (job);
    }
  if (!self->answering && !g_queue_is_empty (&self->answers))
    {
      self->answering = TRUE;
      source = g_idle_source_new ();
    }
  g_mutex_unlock (&self->mutex);
  if (source == NULL)
    return;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  /* A callback that waits for another answer would else wait for ever. */
  g_source_set_can_recurse (source, TRUE);
  g_source_set_callback (source, answer_next, take_reference (self), drop_reference);
  g_source_attach (source, self->context);
}

/* ---- Jobs ---- */

static void
open_database (BrightJournalThread *self, BrightJournalJob *job)
{
  g_autoptr (BrightSqlite) database = NULL;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  if (self->database != NULL && g_atomic_int_get (&self->n_commits) > 0
      && !bright_journal_copy_database (self->database, job->path, &job->error))
    return;
  database = bright_journal_open_database (job->path, &job->error);
  if (database != NULL
      && bright_sqlite_read_integer (database, LAST_INTENT_SQL, &job->last_intent, &job->error))
    {
      g_clear_pointer (&self->database, bright_sqlite_close);
      self->database = g_steal_pointer (&database);
    }
}

/* A job may run twice: what it gave the first time is dropped. */
static void
run_job (BrightJournalThread *self, BrightJournalJob *job)
{
  g_clear_error (&job->error);
  if (job->result != NULL)
    job->read->free_result (g_steal_pointer (&job->result));
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  if (job->batch != NULL)
    bright_journal_batch_apply (job->batch, self->database, &job->error);
  else
    job->result = job->read->run (self->database, job->request, &job->error);
}

static void
fail_job (BrightJournalJob *job, const GError *error)
{
  g_clear_error (&job->error);
  job->error = g_error_copy (error);
}

static gboolean
is_any_batch (BrightJournalJob *const *jobs, guint n_jobs)
{
  for (guint i = 0; i < n_jobs; i++)
    if (jobs[i]->batch != NULL)
      return TRUE;
  return FALSE;
}

/* Runs jobs in an open transaction and commits it; reads among them see the
 * batches before them. FALSE if nothing was written. */
static gboolean
run_transaction (BrightJournalThread *self,
                 BrightJournalJob *const *jobs,
                 guint n_jobs,
                 GError **error)
{
  for (guint i = 0; i < n_jobs; i++)
    {
      run_job (self, jobs[i]);
      if (!bright_sqlite_in_transaction (self->database))
        {
          /* A grave error, like a full disk, has taken all batches with it. */
          if (jobs[i]->error != NULL)
            g_propagate_error (error, g_error_copy (jobs[i]->error));
          else
            g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
                                 "the journal cannot be written");
          return FALSE;
        }
    }
  if (!bright_sqlite_execute (self->database, COMMIT_SQL, error))
    {
      if (bright_sqlite_in_transaction (self->database))
        bright_sqlite_execute (self->database, ROLLBACK_SQL, NULL);
      return FALSE;
    }
  g_atomic_int_inc (&self->n_commits);
  return TRUE;
}

/* Runs jobs with one commit for all that write. If that fails, each is tried
 * with a commit of its own, so that none suffers for another. */
static void
run_jobs (BrightJournalThread *self, BrightJournalJob *const *jobs, guint n_jobs)
{
  g_autoptr (GError) error = NULL;
  gboolean writing = is_any_batch (jobs, n_jobs);

  if (writing && bright_sqlite_execute (self->database, BEGIN_SQL, &error))
    {
      if (run_transaction (self, jobs, n_jobs, &error))
        return;
      if (n_jobs == 1)
        fail_job (jobs[0], error);
      for (guint i = 0; n_jobs > 1 && i < n_jobs; i++)
        run_jobs (self, &jobs[i], 1);
      return;
    }
  for (guint i = 0; i < n_jobs; i++)
    if (jobs[i]->batch != NULL)
      fail_job (jobs[i], error);
    else
      run_job (self, jobs[i]);
}

/* Large batches are freed here, not on the main context. */
static void
clear_requests (GPtrArray *jobs)
{
  for (guint i = 0; i < jobs->len; i++)
    {
      BrightJournalJob *job = jobs->pdata[i];

      g_clear_pointer (&job->batch, bright_journal_batch_free);
      if (job->request != NULL && job->read->free_request != NULL)
        job->read->free_request (g_steal_pointer (&job->request));
    }
}

/* Returns whether the thread goes on. */
static gboolean
run_waiting (BrightJournalThread *self, GPtrArray *jobs)
{
  BrightJournalJob *first = jobs->pdata[0];
  BrightJournalJob *last = jobs->pdata[jobs->len - 1];
  gboolean opening = first->kind == BRIGHT_JOURNAL_JOB_OPEN;
  gboolean closing = last->kind == BRIGHT_JOURNAL_JOB_CLOSE;
  guint n_others = jobs->len - opening - closing;

  if (opening)
    open_database (self, first);
  if (n_others > 0)
    run_jobs (self, (BrightJournalJob *const *)jobs->pdata + opening, n_others);
  if (closing)
    g_clear_pointer (&self->database, bright_sqlite_close);
  clear_requests (jobs);
  send_answers (self, jobs);
  return !closing;
}

/* Takes what waits, up to the next job that opens a file; the mutex is held. */
static GPtrArray *
take_waiting (BrightJournalThread *self)
{
  GPtrArray *jobs = g_ptr_array_new ();
  guint n_jobs = 0;

  while (n_jobs < self->waiting->len
         && (n_jobs == 0
             || ((BrightJournalJob *)self->waiting->pdata[n_jobs])->kind
                    != BRIGHT_JOURNAL_JOB_OPEN))
    g_ptr_array_add (jobs, self->waiting->pdata[n_jobs++]);
  g_ptr_array_remove_range (self->waiting, 0, n_jobs);
  return jobs;
}

static gpointer
run_thread (gpointer data)
{
  BrightJournalThread *self = data;
  gboolean going_on = TRUE;

  while (going_on)
    {
      g_autoptr (GPtrArray) jobs = NULL;

      g_mutex_lock (&self->mutex);
      while (self->waiting->len == 0)
        g_cond_wait (&self->pushed, &self->mutex);
      jobs = take_waiting (self);
      g_mutex_unlock (&self->mutex);
      going_on = run_waiting (self, jobs);
    }
  bright_journal_thread_unref (self);
  return NULL;
}

/* ---- Life ---- */

void
bright_journal_thread_unref (BrightJournalThread *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_references))
    return;
  g_assert (self->database == NULL && self->waiting->len == 0);
  g_assert (g_queue_is_empty (&self->answers));
  g_ptr_array_unref (self->waiting);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->pushed);
  g_free (self);
}

BrightJournalThread *
bright_journal_thread_start (GError **error)
{
  BrightJournalThread *self = g_new0 (BrightJournalThread, 1);
  GThread *thread;
  g_autoptr (GError) failure = NULL;

  self->n_references = 1;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->pushed);
  self->waiting = g_ptr_array_new ();
  g_queue_init (&self->answers);
  thread = g_thread_try_new ("journal", run_thread, take_reference (self), &failure);
  if (thread != NULL)
    {
      /* Nobody joins it, for that would mean waiting. */
      g_thread_unref (thread);
      return self;
    }
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "the journal cannot be opened: %s",
               failure->message);
  bright_journal_thread_unref (self);
  bright_journal_thread_unref (self);
  return NULL;
}

void
bright_journal_thread_push (BrightJournalThread *self, BrightJournalJob *job)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->waiting, job);
  g_cond_signal (&self->pushed);
  g_mutex_unlock (&self->mutex);
}

guint
bright_journal_thread_count_commits (BrightJournalThread *self)
{
  return (guint)g_atomic_int_get (&self->n_commits);
}
