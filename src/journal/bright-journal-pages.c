/* The journal page by page: all timelines, and all intents.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-pages.h"

#include "bright-journal-private.h"

static const char ACTIVITY_SQL[] = "SELECT id, subject, time, what, detail FROM activity"
                                   " WHERE id > ? ORDER BY id LIMIT ?";
static const char INTENTS_SQL[]
    = "SELECT id, subject, platform, kind, key, method, path, body, outcome, detail, sent_at,"
      " settled_at FROM intents WHERE id > ? ORDER BY id LIMIT ?";

/* Which rows are wanted. */
typedef struct
{
  const BrightRecordType *type;
  const char *sql;
  gint64 after;
  guint limit;
} PageRequest;

static gpointer
read_page (BrightSqlite *database, gconstpointer data, GError **error)
{
  const PageRequest *request = data;
  const BrightSqliteValue values[]
      = { BRIGHT_SQLITE_INTEGER (request->after), BRIGHT_SQLITE_INTEGER (request->limit) };

  return bright_journal_read_records (database, request->type, request->sql, values,
                                      G_N_ELEMENTS (values), error);
}

static const BrightJournalRead page_read = {
  .run = read_page,
  .free_request = g_free,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

static void
load_page (BrightJournal *self,
           const PageRequest *wanted,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  PageRequest *request = g_new (PageRequest, 1);

  *request = *wanted;
  bright_journal_read_async (self, &page_read, request, cancellable, callback, user_data);
}

void
bright_journal_load_activity_page_async (BrightJournal *self,
                                         gint64 after,
                                         guint limit,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && limit > 0);

  load_page (self, &(PageRequest){ &bright_activity_type, ACTIVITY_SQL, after, limit }, cancellable,
             callback, user_data);
}

GPtrArray *
bright_journal_load_activity_page_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &page_read, result, error);
}

void
bright_journal_load_intents_page_async (BrightJournal *self,
                                        gint64 after,
                                        guint limit,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && limit > 0);

  load_page (self, &(PageRequest){ &bright_intent_type, INTENTS_SQL, after, limit }, cancellable,
             callback, user_data);
}

GPtrArray *
bright_journal_load_intents_page_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &page_read, result, error);
}
