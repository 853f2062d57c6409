/* The journal's inside: what its files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every table has a file that holds its statements: it fills batches on the
 * main thread, and its read functions run on the journal's thread. Nothing of
 * this is for other rooms.
 */
#pragma once

#include "bright-journal.h"
#include "bright-sqlite.h"

G_BEGIN_DECLS

/* ---- Batches ---- */

/* Adds a statement that writes; @sql must be a constant, texts are copied. */
void bright_journal_batch_add (BrightJournalBatch *batch,
                               const char *sql,
                               const BrightSqliteValue *values,
                               gsize n_values);

/* The same, but the batch fails if there is no row to change. */
void bright_journal_batch_add_change (BrightJournalBatch *batch,
                                      const char *sql,
                                      const BrightSqliteValue *values,
                                      gsize n_values);

/**
 * bright_journal_batch_apply:
 * @batch: a batch
 * @database: a connection with an open transaction
 * @error: return location
 *
 * Runs the statements as a whole: after a failure nothing of the batch is left
 * in the transaction, or the transaction itself is gone.
 *
 * Returns: whether all succeeded
 */
gboolean bright_journal_batch_apply (const BrightJournalBatch *batch,
                                     BrightSqlite *database,
                                     GError **error);

/* ---- Rows ---- */

/* The most fields that a record has, with room for further columns. */
#define BRIGHT_JOURNAL_MAXIMUM_COLUMNS 24

/**
 * bright_journal_fill_values:
 * @type: a kind of record with plain fields only
 * @record: a record
 * @values: room for %BRIGHT_JOURNAL_MAXIMUM_COLUMNS; they point into the record
 *
 * Returns: how many were filled, in the order of the fields
 */
gsize bright_journal_fill_values (const BrightRecordType *type,
                                  gconstpointer record,
                                  BrightSqliteValue *values);

/* All rows as records whose fields are the columns (transfer full). */
GPtrArray *bright_journal_read_records (BrightSqlite *database,
                                        const BrightRecordType *type,
                                        const char *sql,
                                        const BrightSqliteValue *values,
                                        gsize n_values,
                                        GError **error);

/* All rows as a table from the first column to the second, both texts (transfer full). */
GHashTable *bright_journal_read_pairs (BrightSqlite *database,
                                       const char *sql,
                                       const BrightSqliteValue *values,
                                       gsize n_values,
                                       GError **error);

/* ---- Schema ---- */

/* Opens the file, made for its owner alone if missing, and brings it to the newest form. */
BrightSqlite *bright_journal_open_database (const char *path, GError **error);

/* Copies what is in a database into a file, unless that has something in it already. */
gboolean
bright_journal_copy_database (BrightSqlite *database, const char *path, GError **error);

/* ---- Search ---- */

/* The text of a subject in which is searched (transfer full). */
char *bright_journal_search_text (const BrightSubject *subject);

/* What was typed, as it stands in that text (transfer full). */
char *bright_journal_search_fold (const char *typed);

/* ---- Reading ---- */

/**
 * BrightJournalRead:
 * @run: reads on the journal's thread; a %NULL result without an error is "nothing"
 * @free_request: (nullable): frees what @run is given
 * @free_result: frees what it gave
 *
 * One sort of reading.
 */
typedef struct
{
  gpointer (*run) (BrightSqlite *database, gconstpointer request, GError **error);
  GDestroyNotify free_request;
  GDestroyNotify free_result;
} BrightJournalRead;

/* Has @read run in its turn; takes @request. */
void bright_journal_read_async (BrightJournal *self,
                                const BrightJournalRead *read,
                                gpointer request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gpointer bright_journal_read_finish (BrightJournal *self,
                                     const BrightJournalRead *read,
                                     GAsyncResult *result,
                                     GError **error);

/* How many transactions were committed since the journal was opened. */
guint bright_journal_count_commits (BrightJournal *self);

G_END_DECLS
