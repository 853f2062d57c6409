/* Batches: statements that wait to be written together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-journal-private.h"

static const char SAVEPOINT_SQL[] = "SAVEPOINT batch";
static const char RELEASE_SQL[] = "RELEASE batch";
static const char UNDO_SQL[] = "ROLLBACK TO batch; RELEASE batch";
static const char ROLLBACK_SQL[] = "ROLLBACK";

typedef struct
{
  const char *sql; /* (unowned): a constant */
  gboolean must_change;
  gsize n_values;
  BrightSqliteValue values[]; /* with owned texts */
} Write;

struct _BrightJournalBatch
{
  GPtrArray *writes; /* (owned) (element-type Write) */
};

static void
free_write (gpointer data)
{
  Write *write = data;

  for (gsize i = 0; i < write->n_values; i++)
    g_free ((char *)write->values[i].text);
  g_free (write);
}

BrightJournalBatch *
bright_journal_batch_new (void)
{
  BrightJournalBatch *batch = g_new0 (BrightJournalBatch, 1);

  batch->writes = g_ptr_array_new_with_free_func (free_write);
  return batch;
}

void
bright_journal_batch_free (BrightJournalBatch *batch)
{
  if (batch == NULL)
    return;
  g_ptr_array_unref (batch->writes);
  g_free (batch);
}

gboolean
bright_journal_batch_is_empty (const BrightJournalBatch *batch)
{
  g_return_val_if_fail (batch != NULL, TRUE);

  return batch->writes->len == 0;
}

static void
add_write (BrightJournalBatch *batch,
           const char *sql,
           const BrightSqliteValue *values,
           gsize n_values,
           gboolean must_change)
{
  Write *write = g_malloc0 (sizeof (Write) + n_values * sizeof (BrightSqliteValue));

  write->sql = sql;
  write->must_change = must_change;
  write->n_values = n_values;
  for (gsize i = 0; i < n_values; i++)
    {
      write->values[i].text = g_strdup (values[i].text);
      write->values[i].integer = values[i].integer;
    }
  g_ptr_array_add (batch->writes, write);
}

void
bright_journal_batch_add (BrightJournalBatch *batch,
                          const char *sql,
                          const BrightSqliteValue *values,
                          gsize n_values)
{
  add_write (batch, sql, values, n_values, FALSE);
}

void
bright_journal_batch_add_change (BrightJournalBatch *batch,
                                 const char *sql,
                                 const BrightSqliteValue *values,
                                 gsize n_values)
{
  add_write (batch, sql, values, n_values, TRUE);
}

static gboolean
run_write (const Write *write, BrightSqlite *database, GError **error)
{
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, write->sql, write->values, write->n_values, error);
  if (statement == NULL)
    return FALSE;
  bright_sqlite_step (statement, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (write->must_change && bright_sqlite_count_changes (database) == 0)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
                           "the journal cannot be written: there is no such entry to change");
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_writes (const BrightJournalBatch *batch, BrightSqlite *database, GError **error)
{
  for (guint i = 0; i < batch->writes->len; i++)
    if (!run_write (batch->writes->pdata[i], database, error))
      return FALSE;
  return TRUE;
}

gboolean
bright_journal_batch_apply (const BrightJournalBatch *batch, BrightSqlite *database, GError **error)
{
  if (!bright_sqlite_execute (database, SAVEPOINT_SQL, error))
    return FALSE;
  if (run_writes (batch, database, error) && bright_sqlite_execute (database, RELEASE_SQL, error))
    return TRUE;
  /* If even this fails, the whole transaction must go rather than half a batch stay. */
  if (bright_sqlite_in_transaction (database) && !bright_sqlite_execute (database, UNDO_SQL, NULL))
    bright_sqlite_execute (database, ROLLBACK_SQL, NULL);
  return FALSE;
}
