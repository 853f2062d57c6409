/* The journal's facts: what the platforms said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-journal-private.h"

static const char PUT_SQL[]
    = "INSERT INTO facts (kind, key, text, digest, learned_at) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (kind, key) DO UPDATE SET"
      " text = excluded.text, digest = excluded.digest, learned_at = excluded.learned_at";
static const char REMOVE_SQL[] = "DELETE FROM facts WHERE kind = ? AND key = ?";
static const char REMOVE_ALL_SQL[] = "DELETE FROM facts WHERE kind = ?";
static const char KEYS_SQL[] = "SELECT key FROM facts WHERE kind = ?";
static const char DOUBT_SQL[] = "UPDATE facts SET digest = '' WHERE kind = ? AND key = ?";
static const char DIGESTS_SQL[] = "SELECT key, digest FROM facts WHERE kind = ?";
static const char TEXT_SQL[] = "SELECT text FROM facts WHERE kind = ? AND key = ?";

/* ---- Writing ---- */

void
bright_journal_batch_put_fact (BrightJournalBatch *batch,
                               const char *kind,
                               const char *key,
                               const char *text,
                               const char *digest,
                               gint64 time)
{
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (kind),   BRIGHT_SQLITE_TEXT (key),     BRIGHT_SQLITE_TEXT (text),
    BRIGHT_SQLITE_TEXT (digest), BRIGHT_SQLITE_INTEGER (time),
  };

  g_return_if_fail (batch != NULL && kind != NULL && key != NULL && text != NULL);

  bright_journal_batch_add (batch, PUT_SQL, values, G_N_ELEMENTS (values));
}

void
bright_journal_batch_remove_fact (BrightJournalBatch *batch, const char *kind, const char *key)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (kind), BRIGHT_SQLITE_TEXT (key) };

  g_return_if_fail (batch != NULL && kind != NULL);

  if (key != NULL)
    bright_journal_batch_add (batch, REMOVE_SQL, values, 2);
  else
    bright_journal_batch_add (batch, REMOVE_ALL_SQL, values, 1);
}

void
bright_journal_batch_doubt_fact (BrightJournalBatch *batch, const char *kind, const char *key)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (kind), BRIGHT_SQLITE_TEXT (key) };

  g_return_if_fail (batch != NULL && kind != NULL && key != NULL);

  bright_journal_batch_add (batch, DOUBT_SQL, values, G_N_ELEMENTS (values));
}

/* ---- Reading ---- */

typedef struct
{
  char *kind;
  char **keys; /* (nullable) */
  const BrightRecordType *type;
} FactsRequest;

static void
free_facts_request (gpointer data)
{
  FactsRequest *request = data;

  g_free (request->kind);
  g_strfreev (request->keys);
  g_free (request);
}

/* Numbers by their value, then texts. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *)a;
  const char *other = *(const char *const *)b;
  gint64 one_number;
  gint64 other_number;
  gboolean one_counts
      = g_ascii_string_to_signed (one, 10, G_MININT64, G_MAXINT64, &one_number, NULL);
  gboolean other_counts
      = g_ascii_string_to_signed (other, 10, G_MININT64, G_MAXINT64, &other_number, NULL);

  if (one_counts != other_counts)
    return one_counts ? -1 : 1;
  if (one_counts && one_number != other_number)
    return one_number < other_number ? -1 : 1;
  return g_strcmp0 (one, other);
}

/* The keys that are asked for, in their order; those of a kind are read if none were named. */
static GPtrArray *
collect_keys (BrightSqlite *database, const FactsRequest *request, GError **error)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (request->kind) };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (request->keys != NULL)
    {
      for (char **key = request->keys; *key != NULL; key++)
        g_ptr_array_add (keys, g_strdup (*key));
    }
  else
    {
      statement = bright_sqlite_prepare (database, KEYS_SQL, values, 1, error);
      if (statement == NULL)
        return NULL;
      while (bright_sqlite_step (statement, &failure))
        g_ptr_array_add (keys, g_strdup (bright_sqlite_get_text (statement, 0)));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (keys, compare_keys);
  return g_steal_pointer (&keys);
}

/* Adds the fact if it is there. */
static gboolean
read_fact (BrightSqlite *database,
           const FactsRequest *request,
           const char *key,
           GPtrArray *records,
           GError **error)
{
  const BrightSqliteValue values[]
      = { BRIGHT_SQLITE_TEXT (request->kind), BRIGHT_SQLITE_TEXT (key) };
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gpointer record;

  statement = bright_sqlite_prepare (database, TEXT_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return FALSE;
  if (!bright_sqlite_step (statement, &failure))
    {
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  record = bright_record_read_text (request->type, bright_sqlite_get_text (statement, 0), &failure);
  if (record == NULL)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
                   "the journal's %s %s cannot be read: %s", request->kind, key, failure->message);
      return FALSE;
    }
  g_ptr_array_add (records, record);
  return TRUE;
}

static gpointer
read_facts (BrightSqlite *database, gconstpointer data, GError **error)
{
  const FactsRequest *request = data;
  g_autoptr (GPtrArray) keys = collect_keys (database, request, error);
  g_autoptr (GPtrArray) records = bright_record_list_new (request->type);

  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      gboolean again = i > 0 && g_str_equal (keys->pdata[i - 1], keys->pdata[i]);

      if (!again && !read_fact (database, request, keys->pdata[i], records, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

static const BrightJournalRead facts_read = {
  .run = read_facts,
  .free_request = free_facts_request,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

void
bright_journal_load_facts_async (BrightJournal *self,
                                 const char *kind,
                                 const char *const *keys,
                                 const BrightRecordType *type,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  FactsRequest *request;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && kind != NULL && type != NULL);

  request = g_new0 (FactsRequest, 1);
  request->kind = g_strdup (kind);
  request->keys = g_strdupv ((char **)keys);
  request->type = type;
  bright_journal_read_async (self, &facts_read, request, cancellable, callback, user_data);
}

GPtrArray *
bright_journal_load_facts_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &facts_read, result, error);
}

static gpointer
read_digests (BrightSqlite *database, gconstpointer kind, GError **error)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (kind) };

  return bright_journal_read_pairs (database, DIGESTS_SQL, values, G_N_ELEMENTS (values), error);
}

static const BrightJournalRead digests_read = {
  .run = read_digests,
  .free_request = g_free,
  .free_result = (GDestroyNotify)g_hash_table_unref,
};

void
bright_journal_load_digests_async (BrightJournal *self,
                                   const char *kind,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && kind != NULL);

  bright_journal_read_async (self, &digests_read, g_strdup (kind), cancellable, callback,
                             user_data);
}

GHashTable *
bright_journal_load_digests_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &digests_read, result, error);
}
