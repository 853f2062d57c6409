/* The journal's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs are run in the order in which they are pushed, and are answered in that
 * order on the main context, one in each of its turns, so that many answers do
 * not hold it up. The thread holds no reference to any object: whatever is
 * dropped with a job is dropped on the main context.
 */
#pragma once

#include "bright-journal-private.h"

G_BEGIN_DECLS

typedef struct _BrightJournalThread BrightJournalThread;

/**
 * BrightJournalJobKind:
 * @BRIGHT_JOURNAL_JOB_OPEN: opens a file in the place of the one before; the first job
 * @BRIGHT_JOURNAL_JOB_COMMIT: writes a batch
 * @BRIGHT_JOURNAL_JOB_READ: reads
 * @BRIGHT_JOURNAL_JOB_CLOSE: closes the file; the last job
 *
 * What a job is.
 */
typedef enum
{
  BRIGHT_JOURNAL_JOB_OPEN,
  BRIGHT_JOURNAL_JOB_COMMIT,
  BRIGHT_JOURNAL_JOB_READ,
  BRIGHT_JOURNAL_JOB_CLOSE,
} BrightJournalJobKind;

/**
 * BrightJournalJob:
 * @kind: what it is
 * @path: (nullable) (owned): the file that is opened
 * @cancellable: (nullable) (unowned): looked at before it begins; @task keeps it alive
 * @batch: (nullable) (owned): what is committed
 * @read: (nullable) (unowned): how is read
 * @request: (nullable) (owned): what @read is given
 * @result: (nullable) (owned): what @read gave
 * @last_intent: what an open job found as the largest number of an intent
 * @error: (nullable) (owned): why it failed
 * @answer: (nullable): called on the main context when it is done; %NULL if nobody waits
 * @task: (nullable) (owned): for @answer; the thread never touches it
 *
 * Something for the thread to do.
 */
typedef struct _BrightJournalJob BrightJournalJob;
struct _BrightJournalJob
{
  BrightJournalJobKind kind;
  char *path;
  GCancellable *cancellable;
  BrightJournalBatch *batch;
  const BrightJournalRead *read;
  gpointer request;
  gpointer result;
  gint64 last_intent;
  GError *error;
  void (*answer) (BrightJournalJob *job);
  GTask *task;
};

/* Frees a job with all that it owns. */
void bright_journal_job_free (BrightJournalJob *job);

/**
 * bright_journal_thread_start:
 * @error: return location
 *
 * The answers come on the context that is the default of the calling thread.
 *
 * Returns: (transfer full) (nullable): the thread; it ends after a job that closes
 */
BrightJournalThread *bright_journal_thread_start (GError **error);

/* Lets go of it, without waiting for it. */
void bright_journal_thread_unref (BrightJournalThread *self);

/* Hands over a job (transfer full); none may follow one that closes. */
void bright_journal_thread_push (BrightJournalThread *self, BrightJournalJob *job);

/* How many transactions were committed. */
guint bright_journal_thread_count_commits (BrightJournalThread *self);

G_END_DECLS
