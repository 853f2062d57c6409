/* The journal: everything the program knows and has done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A SQLite database that belongs to a thread of its own. What is to be written
 * is collected in a batch; a batch is committed as a whole or not at all, and
 * its callback runs only when it is safe on the disk. Batches that wait at the
 * same moment share one commit. Reads run on the same thread in the order of
 * the calls, so a read sees what was committed before it; records are parsed
 * there too. All functions belong to the main thread and never block it.
 * Errors are BRIGHT_ERROR_STORAGE.
 */
#pragma once

#include "bright-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* ---- What is to be written ---- */

typedef struct _BrightJournalBatch BrightJournalBatch;

BrightJournalBatch *bright_journal_batch_new (void);
void bright_journal_batch_free (BrightJournalBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightJournalBatch, bright_journal_batch_free)

/**
 * bright_journal_batch_is_empty:
 * @batch: a batch
 *
 * Returns: whether nothing was put into it
 */
gboolean bright_journal_batch_is_empty (const BrightJournalBatch *batch);

/**
 * bright_journal_batch_put_fact:
 * @batch: a batch
 * @kind: what sort of fact, e.g. `bigcommerce-order`
 * @key: which one, e.g. its id
 * @text: the fact as JSON text
 * @digest: what tells two versions apart; "" if that does not matter
 * @time: seconds since 1970 when it was learned
 *
 * Stores what a platform said, in place of what it said before.
 */
void bright_journal_batch_put_fact (BrightJournalBatch *batch,
                                    const char *kind,
                                    const char *key,
                                    const char *text,
                                    const char *digest,
                                    gint64 time);

/* Forgets one fact, or all of a kind with @key NULL. */
void bright_journal_batch_remove_fact (BrightJournalBatch *batch,
                                       const char *kind,
                                       const char *key);

/* Keeps a fact, but empties its digest, so that whatever is learned next counts as a change. */
void bright_journal_batch_doubt_fact (BrightJournalBatch *batch, const char *kind, const char *key);

/* Stores where a subject is, in place of where it was. */
void bright_journal_batch_put_subject (BrightJournalBatch *batch, const BrightSubject *subject);

/* Stores the state of a subject and its reasons; one that is known keeps its link and its title. */
void bright_journal_batch_put_verdict (BrightJournalBatch *batch, const BrightSubject *subject);

/**
 * bright_journal_batch_put_link:
 * @batch: a batch
 * @subject: whose it is
 * @platform: `bigcommerce` or `brightpearl`
 * @resource: e.g. `sales-order`
 * @id: the resource's id there
 *
 * Says that a platform's resource belongs to a subject. A resource belongs to
 * one subject only: a second claim makes the whole batch fail.
 */
void bright_journal_batch_put_link (BrightJournalBatch *batch,
                                    const char *subject,
                                    const char *platform,
                                    const char *resource,
                                    gint64 id);

/* Writes down that a step is about to be sent; @intent->id must be one from
 * bright_journal_reserve_intent(). */
void bright_journal_batch_put_intent (BrightJournalBatch *batch, const BrightIntent *intent);

/* Writes down what became of an intent, with a detail: done, refused, unsent, lost or
 * interrupted (its subject remembers that it must be looked for); or unknown, which leaves it
 * open. */
void bright_journal_batch_settle_intent (BrightJournalBatch *batch,
                                         gint64 id,
                                         const char *outcome,
                                         const char *detail,
                                         gint64 time);

/* Remembers how far a flow has read. */
void bright_journal_batch_set_checkpoint (BrightJournalBatch *batch,
                                          const char *name,
                                          const char *value);

/* Adds an entry to a subject's timeline. */
void bright_journal_batch_add_activity (BrightJournalBatch *batch,
                                        const char *subject,
                                        gint64 time,
                                        const char *what,
                                        const char *detail);

/* ---- The journal ---- */

#define BRIGHT_TYPE_JOURNAL (bright_journal_get_type ())
G_DECLARE_FINAL_TYPE (BrightJournal, bright_journal, BRIGHT, JOURNAL, GObject)

/**
 * bright_journal_open_async:
 * @path: the database file; its folder is made (mode 0700) if missing; `:memory:` is accepted
 * @cancellable: (nullable): to stop
 * @callback: called when it is open and brought to the newest form
 * @user_data: given to @callback
 */
void bright_journal_open_async (const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
BrightJournal *bright_journal_open_finish (GAsyncResult *result, GError **error);

/**
 * bright_journal_move_async:
 * @self: a journal without a file, `:memory:`
 * @path: the database file, made if there is none
 *
 * Goes on with a file, from the next call on, and takes along what was written; but if another
 * process was faster, the file is as that left it. If it fails, everything is as before.
 */
void bright_journal_move_async (BrightJournal *self,
                                const char *path,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
bright_journal_move_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* Waits for what is under way and closes the database. To be called before the last unref. */
void bright_journal_close_async (BrightJournal *self,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean bright_journal_close_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* A number for the next intent, growing over the life of the file. */
gint64 bright_journal_reserve_intent (BrightJournal *self);

/**
 * bright_journal_commit_async:
 * @self: the journal
 * @batch: (transfer full): what is to be written
 * @cancellable: (nullable): ignored once the commit has begun
 * @callback: (nullable): called when it is on the disk
 * @user_data: given to @callback
 */
void bright_journal_commit_async (BrightJournal *self,
                                  BrightJournalBatch *batch,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean bright_journal_commit_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/**
 * bright_journal_load_facts_async:
 * @self: the journal
 * @kind: what sort of fact
 * @keys: (nullable): which ones; %NULL for all
 * @type: as what they are parsed
 *
 * The finish function gives the records, in the order of their keys as numbers
 * where keys are numbers. Facts that are not there are left out; one that
 * cannot be parsed is an error.
 */
void bright_journal_load_facts_async (BrightJournal *self,
                                      const char *kind,
                                      const char *const *keys,
                                      const BrightRecordType *type,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
bright_journal_load_facts_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* The keys of all facts of a kind (owned) with their digests (owned). */
void bright_journal_load_digests_async (BrightJournal *self,
                                        const char *kind,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GHashTable *
bright_journal_load_digests_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* All checkpoints: names (owned) with values (owned). */
void bright_journal_load_checkpoints_async (BrightJournal *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GHashTable *
bright_journal_load_checkpoints_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/**
 * BrightSubjectQuery:
 * @flow: (nullable): only of this flow
 * @state: (nullable): only in this state
 * @code: (nullable): only with this code
 * @names: (nullable): only these subjects
 * @search: (nullable): only those whose name, number, title, e-mail or linked id has this text
 * @attention: only those that need a person
 * @due_at: only those with a retry_at of 1 to this; 0 for any
 * @newest_first: by number, descending; else ascending
 * @offset: how many are skipped
 * @limit: how many at most; 0 for all
 *
 * Which subjects are wanted.
 */
typedef struct
{
  const char *flow;
  const char *state;
  const char *code;
  const char *const *names;
  const char *search;
  gboolean attention;
  gint64 due_at;
  gboolean newest_first;
  guint offset;
  guint limit;
} BrightSubjectQuery;

/* Subjects that match (element-type BrightSubject). */
void bright_journal_load_subjects_async (BrightJournal *self,
                                         const BrightSubjectQuery *query,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
bright_journal_load_subjects_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* How many subjects of a flow are in each state: states (owned) with numbers (GUINT_TO_POINTER);
 * those that need a person are counted once more under "attention". */
void bright_journal_count_subjects_async (BrightJournal *self,
                                          const char *flow,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GHashTable *
bright_journal_count_subjects_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* The subject that a platform's resource belongs to, or NULL without an error. */
void bright_journal_find_link_async (BrightJournal *self,
                                     const char *platform,
                                     const char *resource,
                                     gint64 id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *bright_journal_find_link_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* Intents that are not settled: sent or unknown (element-type BrightIntent), oldest first. */
void bright_journal_load_open_intents_async (BrightJournal *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *
bright_journal_load_open_intents_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* A subject's timeline, oldest first (element-type BrightActivity). */
void bright_journal_load_activity_async (BrightJournal *self,
                                         const char *subject,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
bright_journal_load_activity_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* ---- The profile's lock ---- */

/* Held while a process syncs a profile; the kernel lets go of it when the process ends. */
typedef struct _BrightProfileLock BrightProfileLock;

/**
 * bright_profile_lock_acquire:
 * @directory: the profile's data folder, made (mode 0700) if missing
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the lock, or %NULL with
 *   %BRIGHT_ERROR_PROFILE_BUSY if another process holds it, or %BRIGHT_ERROR_STORAGE
 */
BrightProfileLock *bright_profile_lock_acquire (const char *directory, GError **error);
void bright_profile_lock_release (BrightProfileLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightProfileLock, bright_profile_lock_release)

G_END_DECLS
