/* The journal's activity: the timelines, to which is only added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

static const char ADD_SQL[]
    = "INSERT INTO activity (subject, time, what, detail) VALUES (?, ?, ?, ?)";
static const char TIMELINE_SQL[]
    = "SELECT id, subject, time, what, detail FROM activity WHERE subject = ? ORDER BY id";

void
bright_journal_batch_add_activity (BrightJournalBatch *batch,
                                   const char *subject,
                                   gint64 time,
                                   const char *what,
                                   const char *detail)
{
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (subject),
    BRIGHT_SQLITE_INTEGER (time),
    BRIGHT_SQLITE_TEXT (what),
    BRIGHT_SQLITE_TEXT (detail),
  };

  g_return_if_fail (batch != NULL && subject != NULL && what != NULL);

  bright_journal_batch_add (batch, ADD_SQL, values, G_N_ELEMENTS (values));
}

static gpointer
read_activity (BrightSqlite *database, gconstpointer subject, GError **error)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (subject) };

  return bright_journal_read_records (database, &bright_activity_type, TIMELINE_SQL, values,
                                      G_N_ELEMENTS (values), error);
}

static const BrightJournalRead activity_read = {
  .run = read_activity,
  .free_request = g_free,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

void
bright_journal_load_activity_async (BrightJournal *self,
                                    const char *subject,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && subject != NULL);

  bright_journal_read_async (self, &activity_read, g_strdup (subject), cancellable, callback,
                             user_data);
}

GPtrArray *
bright_journal_load_activity_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &activity_read, result, error);
}
