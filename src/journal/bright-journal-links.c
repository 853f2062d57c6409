/* The journal's links: which resource belongs to which subject.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

/* The same claim again changes nothing; one of another subject meets the table's trigger. */
static const char PUT_SQL[]
    = "INSERT INTO links (subject, platform, resource, id) VALUES (?, ?, ?, ?)"
      " ON CONFLICT (platform, resource, id) DO UPDATE SET subject = excluded.subject";
static const char FIND_SQL[]
    = "SELECT subject FROM links WHERE platform = ? AND resource = ? AND id = ?";

void
bright_journal_batch_put_link (BrightJournalBatch *batch,
                               const char *subject,
                               const char *platform,
                               const char *resource,
                               gint64 id)
{
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (subject),
    BRIGHT_SQLITE_TEXT (platform),
    BRIGHT_SQLITE_TEXT (resource),
    BRIGHT_SQLITE_INTEGER (id),
  };

  g_return_if_fail (batch != NULL && subject != NULL && platform != NULL && resource != NULL);

  bright_journal_batch_add (batch, PUT_SQL, values, G_N_ELEMENTS (values));
}

typedef struct
{
  char *platform;
  char *resource;
  gint64 id;
} LinkRequest;

static void
free_link_request (gpointer data)
{
  LinkRequest *request = data;

  g_free (request->platform);
  g_free (request->resource);
  g_free (request);
}

static gpointer
read_link (BrightSqlite *database, gconstpointer data, GError **error)
{
  const LinkRequest *request = data;
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (request->platform),
    BRIGHT_SQLITE_TEXT (request->resource),
    BRIGHT_SQLITE_INTEGER (request->id),
  };
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, FIND_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return NULL;
  if (bright_sqlite_step (statement, &failure))
    return g_strdup (bright_sqlite_get_text (statement, 0));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const BrightJournalRead link_read = {
  .run = read_link,
  .free_request = free_link_request,
  .free_result = g_free,
};

void
bright_journal_find_link_async (BrightJournal *self,
                                const char *platform,
                                const char *resource,
                                gint64 id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  LinkRequest *request;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && platform != NULL && resource != NULL);

  request = g_new0 (LinkRequest, 1);
  request->platform = g_strdup (platform);
  request->resource = g_strdup (resource);
  request->id = id;
  bright_journal_read_async (self, &link_read, request, cancellable, callback, user_data);
}

char *
bright_journal_find_link_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &link_read, result, error);
}
