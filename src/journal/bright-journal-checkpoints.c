/* The journal's checkpoints: how far each flow has read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

static const char SET_SQL[] = "INSERT INTO checkpoints (name, value) VALUES (?, ?)"
                              " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
static const char ALL_SQL[] = "SELECT name, value FROM checkpoints";

void
bright_journal_batch_set_checkpoint (BrightJournalBatch *batch, const char *name, const char *value)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (name), BRIGHT_SQLITE_TEXT (value) };

  g_return_if_fail (batch != NULL && name != NULL);

  bright_journal_batch_add (batch, SET_SQL, values, G_N_ELEMENTS (values));
}

static gpointer
read_checkpoints (BrightSqlite *database, gconstpointer unused, GError **error)
{
  return bright_journal_read_pairs (database, ALL_SQL, NULL, 0, error);
}

static const BrightJournalRead checkpoints_read = {
  .run = read_checkpoints,
  .free_result = (GDestroyNotify)g_hash_table_unref,
};

void
bright_journal_load_checkpoints_async (BrightJournal *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self));

  bright_journal_read_async (self, &checkpoints_read, NULL, cancellable, callback, user_data);
}

GHashTable *
bright_journal_load_checkpoints_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &checkpoints_read, result, error);
}
