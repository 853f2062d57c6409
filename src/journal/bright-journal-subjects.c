/* The journal's subjects: where each thing that is kept in step is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-counts.h"
#include "bright-journal-private.h"

#include <string.h>

#define COLUMNS                                                                                    \
  "subject, number, flow, state, code, setting, message, attention, title, email, currency,"       \
  " amount, placed_at, changed_at, retry_at, attempts, link"

static const char PUT_SQL[] = "INSERT OR REPLACE INTO subjects (" COLUMNS ", search)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char PUT_VERDICT_SQL[]
    = "INSERT INTO subjects (" COLUMNS ", search)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (subject) DO UPDATE SET state = excluded.state, code = excluded.code,"
      " setting = excluded.setting, message = excluded.message, attention = excluded.attention,"
      " changed_at = excluded.changed_at, retry_at = excluded.retry_at";
static const char SELECT_SQL[] = "SELECT " COLUMNS " FROM subjects WHERE TRUE";
static const char NUMBERS_SQL[] = "SELECT number FROM subjects WHERE TRUE";
static const char COUNT_SQL[]
    = "SELECT state, count (*) FROM subjects WHERE flow = ?1 GROUP BY state"
      " UNION ALL"
      " SELECT 'attention', count (*) FROM subjects WHERE flow = ?1 AND attention = 1";

/* Conditions of a query. A plus keeps an index from being used for a column:
 * when a text is searched, the index that holds the text is the right one. */
static const char FLOW_SQL[] = " AND flow = ?";
static const char STATE_SQL[] = " AND state = ?";
static const char CODE_SQL[] = " AND +code = ?";
static const char SEARCHED_FLOW_SQL[] = " AND +flow = ?";
static const char SEARCHED_STATE_SQL[] = " AND +state = ?";
static const char NAMES_SQL[] = " AND subject IN (SELECT value FROM json_each (?))";
static const char ATTENTION_SQL[] = " AND attention = 1";
static const char DUE_SQL[] = " AND retry_at > 0 AND retry_at <= ?";
static const char TEXT_SQL[] = " AND instr (search, ?) > 0";
/* Digits begin a number (one range for each length that it may have), are the
 * id of something linked, or stand in the name of what has no number. */
static const char DIGITS_SQL[]
    = " AND subject IN ("
      "  WITH RECURSIVE beginning (low, high) AS (VALUES (?1, ?1)"
      "   UNION ALL SELECT low * 10, high * 10 + 9 FROM beginning WHERE high < 1000000000000000)"
      "  SELECT known.subject FROM beginning CROSS JOIN subjects AS known"
      "   ON known.number BETWEEN low AND high"
      "  UNION ALL SELECT links.subject FROM links WHERE id = ?1"
      "  UNION ALL SELECT unnumbered.subject FROM subjects AS unnumbered"
      "   WHERE number = 0 AND instr (search, ?1) > 0)";
static const char OLDEST_SQL[] = " ORDER BY number, subject LIMIT ? OFFSET ?";
static const char NEWEST_SQL[] = " ORDER BY number DESC, subject DESC LIMIT ? OFFSET ?";

/* More digits than this are no number. */
#define MAXIMUM_DIGITS 18
#define MAXIMUM_VALUES 10

static void
put (BrightJournalBatch *batch, const char *sql, const BrightSubject *subject)
{
  BrightSqliteValue values[BRIGHT_JOURNAL_MAXIMUM_COLUMNS];
  g_autofree char *search = NULL;
  gsize n_values;

  g_return_if_fail (batch != NULL && subject != NULL && subject->subject != NULL);

  search = bright_journal_search_text (subject);
  n_values = bright_journal_fill_values (&bright_subject_type, subject, values);
  values[n_values++] = (BrightSqliteValue)BRIGHT_SQLITE_TEXT (search);
  bright_journal_batch_add (batch, sql, values, n_values);
}

void
bright_journal_batch_put_subject (BrightJournalBatch *batch, const BrightSubject *subject)
{
  put (batch, PUT_SQL, subject);
}

void
bright_journal_batch_put_verdict (BrightJournalBatch *batch, const BrightSubject *subject)
{
  put (batch, PUT_VERDICT_SQL, subject);
}

/* ---- Queries ---- */

typedef struct
{
  GString *sql;
  BrightSqliteValue values[MAXIMUM_VALUES]; /* with owned texts */
  gsize n_values;
} Selection;

static void
free_selection (gpointer data)
{
  Selection *selection = data;

  for (gsize i = 0; i < selection->n_values; i++)
    g_free ((char *)selection->values[i].text);
  g_string_free (selection->sql, TRUE);
  g_free (selection);
}

static void
add_text (Selection *selection, const char *condition, const char *text)
{
  g_assert (selection->n_values < MAXIMUM_VALUES);
  g_string_append (selection->sql, condition);
  selection->values[selection->n_values++].text = g_strdup (text);
}

static void
add_integer (Selection *selection, const char *condition, gint64 integer)
{
  g_assert (selection->n_values < MAXIMUM_VALUES);
  g_string_append (selection->sql, condition);
  selection->values[selection->n_values++].integer = integer;
}

static void
add_names (Selection *selection, const char *const *names)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_take_array (node, json_array_new ());
  for (; *names != NULL; names++)
    json_array_add_string_element (json_node_get_array (node), *names);
  text = bright_json_to_string (node);
  add_text (selection, NAMES_SQL, text);
}

static gboolean
is_number (const char *text)
{
  gsize length = strspn (text, "0123456789");

  return text[length] == '\0' && text[0] != '0' && length <= MAXIMUM_DIGITS;
}

/* Comes before all other conditions, for its number is the first value. */
static void
add_search (Selection *selection, const char *search)
{
  if (is_number (search))
    add_integer (selection, DIGITS_SQL, g_ascii_strtoll (search, NULL, 10));
  else
    add_text (selection, TEXT_SQL, search);
}

static Selection *
select_subjects (const char *columns, const BrightSubjectQuery *query)
{
  Selection *selection = g_new0 (Selection, 1);
  g_autofree char *search = bright_journal_search_fold (query->search);
  gboolean searched = search[0] != '\0';

  selection->sql = g_string_new (columns);
  if (searched)
    add_search (selection, search);
  if (query->flow != NULL)
    add_text (selection, searched ? SEARCHED_FLOW_SQL : FLOW_SQL, query->flow);
  if (query->state != NULL)
    add_text (selection, searched ? SEARCHED_STATE_SQL : STATE_SQL, query->state);
  if (query->code != NULL)
    add_text (selection, CODE_SQL, query->code);
  if (query->names != NULL)
    add_names (selection, query->names);
  if (query->attention)
    g_string_append (selection->sql, ATTENTION_SQL);
  if (query->due_at != 0)
    add_integer (selection, DUE_SQL, query->due_at);
  add_integer (selection, query->newest_first ? NEWEST_SQL : OLDEST_SQL,
               query->limit > 0 ? (gint64)query->limit : -1);
  add_integer (selection, "", query->offset);
  return selection;
}

/* ---- Reading ---- */

static gpointer
read_subjects (BrightSqlite *database, gconstpointer data, GError **error)
{
  const Selection *selection = data;

  return bright_journal_read_records (database, &bright_subject_type, selection->sql->str,
                                      selection->values, selection->n_values, error);
}

static const BrightJournalRead subjects_read = {
  .run = read_subjects,
  .free_request = free_selection,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

void
bright_journal_load_subjects_async (BrightJournal *self,
                                    const BrightSubjectQuery *query,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && query != NULL);

  bright_journal_read_async (self, &subjects_read, select_subjects (SELECT_SQL, query), cancellable,
                             callback, user_data);
}

GPtrArray *
bright_journal_load_subjects_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &subjects_read, result, error);
}

static gpointer
read_numbers (BrightSqlite *database, gconstpointer data, GError **error)
{
  const Selection *selection = data;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, selection->sql->str, selection->values,
                                     selection->n_values, error);
  if (statement == NULL)
    return NULL;
  while (bright_sqlite_step (statement, &failure))
    {
      gint64 number = bright_sqlite_get_integer (statement, 0);

      g_array_append_val (numbers, number);
    }
  if (failure == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const BrightJournalRead numbers_read = {
  .run = read_numbers,
  .free_request = free_selection,
  .free_result = (GDestroyNotify)g_array_unref,
};

void
bright_journal_load_numbers_async (BrightJournal *self,
                                   const BrightSubjectQuery *query,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && query != NULL);

  bright_journal_read_async (self, &numbers_read, select_subjects (NUMBERS_SQL, query), cancellable,
                             callback, user_data);
}

GArray *
bright_journal_load_numbers_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &numbers_read, result, error);
}

static gpointer
count_subjects (BrightSqlite *database, gconstpointer flow, GError **error)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (flow) };
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, COUNT_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (bright_sqlite_step (statement, &failure))
    g_hash_table_insert (counts, g_strdup (bright_sqlite_get_text (statement, 0)),
                         GUINT_TO_POINTER (bright_sqlite_get_integer (statement, 1)));
  if (failure == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const BrightJournalRead counts_read = {
  .run = count_subjects,
  .free_request = g_free,
  .free_result = (GDestroyNotify)g_hash_table_unref,
};

void
bright_journal_count_subjects_async (BrightJournal *self,
                                     const char *flow,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && flow != NULL);

  bright_journal_read_async (self, &counts_read, g_strdup (flow), cancellable, callback, user_data);
}

GHashTable *
bright_journal_count_subjects_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &counts_read, result, error);
}
