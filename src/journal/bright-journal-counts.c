/* The journal's counts: numbers about many orders, worked out where they are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-counts.h"

#include "bright-journal-private.h"

#include <string.h>

static const char TRAITS_SQL[]
    = "SELECT has.value, count (*) FROM facts, json_each (facts.text, '$.has') AS has"
      " WHERE facts.kind = ? AND json_extract (facts.text, '$.at') >= ? GROUP BY has.value";
static const char PLACED_SQL[]
    = "SELECT placed_at, state, attention FROM subjects WHERE flow = ? AND placed_at >= ?";

/* ---- Traits ---- */

typedef struct
{
  char *kind;
  gint64 since;
} TraitsRequest;

static void
free_traits_request (gpointer data)
{
  TraitsRequest *request = data;

  g_free (request->kind);
  g_free (request);
}

static gpointer
count_traits (BrightSqlite *database, gconstpointer data, GError **error)
{
  const TraitsRequest *request = data;
  const BrightSqliteValue values[]
      = { BRIGHT_SQLITE_TEXT (request->kind), BRIGHT_SQLITE_INTEGER (request->since) };
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, TRAITS_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (bright_sqlite_step (statement, &failure))
    g_hash_table_insert (counts, g_strdup (bright_sqlite_get_text (statement, 0)),
                         GUINT_TO_POINTER ((guint)bright_sqlite_get_integer (statement, 1)));
  if (failure == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const BrightJournalRead traits_read = {
  .run = count_traits,
  .free_request = free_traits_request,
  .free_result = (GDestroyNotify)g_hash_table_unref,
};

void
bright_journal_count_traits_async (BrightJournal *self,
                                   const char *kind,
                                   gint64 since,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  TraitsRequest *request;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && kind != NULL);

  request = g_new0 (TraitsRequest, 1);
  request->kind = g_strdup (kind);
  request->since = since;
  bright_journal_read_async (self, &traits_read, request, cancellable, callback, user_data);
}

GHashTable *
bright_journal_count_traits_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &traits_read, result, error);
}

/* ---- Periods ---- */

typedef struct
{
  char *flow;
  GArray *starts; /* of gint64 */
} PeriodsRequest;

static void
free_periods_request (gpointer data)
{
  PeriodsRequest *request = data;

  g_free (request->flow);
  g_array_unref (request->starts);
  g_free (request);
}

static void
free_count (gpointer data)
{
  BrightPeriodCount *count = data;

  g_free (count->state);
  g_free (count);
}

/* The last period that has begun by then. */
static guint
find_period (GArray *starts, gint64 time)
{
  guint low = 0;
  guint high = starts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (starts, gint64, middle) <= time)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* There are only few states, so that each period has a short list. */
static void
count_one (GPtrArray *counts, guint period, const char *state, gboolean attention)
{
  BrightPeriodCount *count;

  for (guint i = 0; i < counts->len; i++)
    {
      count = counts->pdata[i];
      if (count->attention == attention && strcmp (count->state, state) == 0)
        {
          count->n_subjects++;
          return;
        }
    }
  count = g_new0 (BrightPeriodCount, 1);
  count->period = period;
  count->state = g_strdup (state);
  count->attention = attention;
  count->n_subjects = 1;
  g_ptr_array_add (counts, count);
}

static gpointer
count_periods (BrightSqlite *database, gconstpointer data, GError **error)
{
  const PeriodsRequest *request = data;
  const BrightSqliteValue values[]
      = { BRIGHT_SQLITE_TEXT (request->flow),
          BRIGHT_SQLITE_INTEGER (g_array_index (request->starts, gint64, 0)) };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_count);
  g_autoptr (GPtrArray) periods
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, PLACED_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < request->starts->len; i++)
    g_ptr_array_add (periods, g_ptr_array_new ());
  while (bright_sqlite_step (statement, &failure))
    {
      guint period = find_period (request->starts, bright_sqlite_get_integer (statement, 0));

      count_one (periods->pdata[period], period, bright_sqlite_get_text (statement, 1),
                 bright_sqlite_get_integer (statement, 2) != 0);
    }
  for (guint i = 0; i < periods->len; i++)
    g_ptr_array_extend (all, periods->pdata[i], NULL, NULL);
  if (failure == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const BrightJournalRead periods_read = {
  .run = count_periods,
  .free_request = free_periods_request,
  .free_result = (GDestroyNotify)g_ptr_array_unref,
};

void
bright_journal_count_periods_async (BrightJournal *self,
                                    const char *flow,
                                    GArray *starts,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  PeriodsRequest *request;

  g_return_if_fail (BRIGHT_IS_JOURNAL (self) && flow != NULL);
  g_return_if_fail (starts != NULL && starts->len > 0);

  request = g_new0 (PeriodsRequest, 1);
  request->flow = g_strdup (flow);
  request->starts = g_array_ref (starts);
  bright_journal_read_async (self, &periods_read, request, cancellable, callback, user_data);
}

GPtrArray *
bright_journal_count_periods_finish (BrightJournal *self, GAsyncResult *result, GError **error)
{
  return bright_journal_read_finish (self, &periods_read, result, error);
}
