/* The journal's intents: what was about to be sent, and what became of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

#define COLUMNS                                                                                    \
  "id, subject, platform, kind, key, method, path, body, outcome, detail, sent_at, settled_at"

/* A number that was used already is a mistake and fails. */
static const char PUT_SQL[]
    = "INSERT INTO intents (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
/* What is unknown is still to be settled. */
static const char SETTLE_SQL[]
    = "UPDATE intents SET outcome = ?1, detail = ?2, settled_at = iif (?1 = 'unknown', 0, ?3)"
      " WHERE id = ?4";
static const char OPEN_SQL[] = "SELECT " COLUMNS " FROM intents"
                               " WHERE outcome IN ('sent', 'unknown') ORDER BY id";

void
bright_journal_batch_put_intent (BrightJournalBatch *batch, const BrightIntent *intent)
{
  BrightSqliteValue values[BRIGHT_JOURNAL_MAXIMUM_COLUMNS];
  gsize n_values;

  g_return_if_fail (batch != NULL && intent != NULL && intent->id > 0);

  n_values = bright_journal_fill_values (&bright_intent_type, intent, values);
  bright_journal_batch_add (batch, PUT_SQL, values, n_values);
}

void
bright_journal_batch_settle_intent (BrightJournalBatch *batch,
                                    gint64 id,
                                    const char *outcome,
                                    const char *detail,
                                    gint64 time)
{
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (outcome),
    BRIGHT_SQLITE_TEXT (detail),
    BRIGHT_SQLITE_INTEGER (time),
    BRIGHT_SQLITE_INTEGER (id),
  };

  g_return_if_fail (batch != NULL && outcome != NULL);

  bright_journal_batch_add_change (batch, SETTLE_SQL, values, G_N_ELEMENTS (values));
}

static gpointer
read_open_intents (BrightSqlite *database, gconstpointer unused, GError **error)
{
  return bright_journal_read_records (database, &bright_intent_type, OPEN_SQL, NULL, 0, error);
}

static const BrightJournalRead open_intents_read = {
  .run = read_open_intents,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

void
bright_journal_load_open_intents_async (BrightJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self));

  bright_journal_read_async (self, &open_intents_read, NULL, cancellable, callback, user_data);
}

GPtrArray *
bright_journal_load_open_intents_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &open_intents_read, result, error);
}
