/* A thin face of SQLite: connections and statements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sqlite.h"

#include "bright-error.h"

#include <sqlite3.h>

struct _BrightSqlite
{
  sqlite3 *handle;        /* (owned) */
  GHashTable *statements; /* (owned): SQL text to BrightSqliteStatement, both owned */
  GThread *thread;        /* (unowned): the only one that may use it */
};

struct _BrightSqliteStatement
{
  BrightSqlite *connection; /* (unowned) */
  sqlite3_stmt *handle;     /* (owned) */
  gboolean taken;
};

typedef struct
{
  int code;
  const char *words;
} Cause;

static const Cause causes[] = {
  { SQLITE_FULL, "the disk is full" },
  { SQLITE_READONLY, "the file or its folder is read-only" },
  { SQLITE_CANTOPEN, "the file cannot be opened" },
  { SQLITE_PERM, "the file may not be used" },
  { SQLITE_AUTH, "the file may not be used" },
  { SQLITE_CORRUPT, "the file is damaged" },
  { SQLITE_NOTADB, "the file is damaged or not a journal" },
  { SQLITE_BUSY, "the file is locked by another program" },
  { SQLITE_LOCKED, "the file is locked by another program" },
  { SQLITE_PROTOCOL, "the file is locked by another program" },
  { SQLITE_IOERR, "the disk failed to read or write" },
  { SQLITE_NOMEM, "there is not enough memory" },
  { SQLITE_TOOBIG, "an entry is too large" },
  { SQLITE_CONSTRAINT, "the entry contradicts what is stored" },
  { SQLITE_MISMATCH, "the entry contradicts what is stored" },
};

static gboolean
fail (BrightSqlite *self, int code, GError **error)
{
  const char *words = "the file does not fit this program";

  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    if (causes[i].code == (code & 0xff))
      words = causes[i].words;
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
               "the journal cannot be read or written: %s (%s)", words,
               sqlite3_errmsg (self->handle));
  return FALSE;
}

static void
free_statement (gpointer data)
{
  BrightSqliteStatement *statement = data;

  sqlite3_finalize (statement->handle);
  g_free (statement);
}

BrightSqlite *
bright_sqlite_open (const char *path, GError **error)
{
  g_autoptr (BrightSqlite) self = NULL;
  /* One thread uses it, so SQLite needs no locks of its own. */
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (BrightSqlite, 1);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bright_sqlite_close (BrightSqlite *self)
{
  int code;

  if (self == NULL)
    return;
  g_assert (self->thread == g_thread_self ());
  g_hash_table_unref (self->statements);
  code = sqlite3_close (self->handle);
  g_assert (code == SQLITE_OK);
  g_free (self);
}

gboolean
bright_sqlite_execute (BrightSqlite *self, const char *sql, GError **error)
{
  int code;

  g_assert (self->thread == g_thread_self ());
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || fail (self, code, error);
}

gboolean
bright_sqlite_read_integer (BrightSqlite *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (self, sql, NULL, 0, error);
  if (statement == NULL)
    return FALSE;
  *value = bright_sqlite_step (statement, &failure) ? bright_sqlite_get_integer (statement, 0) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static BrightSqliteStatement *
find_statement (BrightSqlite *self, const char *sql, GError **error)
{
  BrightSqliteStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle;
  int code;

  if (statement != NULL)
    return statement;
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  statement = g_new0 (BrightSqliteStatement, 1);
  statement->connection = self;
  statement->handle = handle;
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

BrightSqliteStatement *
bright_sqlite_prepare (BrightSqlite *self,
                       const char *sql,
                       const BrightSqliteValue *values,
                       gsize n_values,
                       GError **error)
{
  g_autoptr (BrightSqliteStatement) statement = NULL;
  BrightSqliteStatement *found;

  g_assert (self->thread == g_thread_self ());
  found = find_statement (self, sql, error);
  if (found == NULL)
    return NULL;
  g_assert (!found->taken);
  g_assert ((gsize)sqlite3_bind_parameter_count (found->handle) == n_values);
  found->taken = TRUE;
  statement = found;
  for (gsize i = 0; i < n_values; i++)
    {
      int place = (int)i + 1;
      int code = values[i].text != NULL
                     ? sqlite3_bind_text (found->handle, place, values[i].text, -1, SQLITE_STATIC)
                     : sqlite3_bind_int64 (found->handle, place, values[i].integer);

      if (code != SQLITE_OK)
        {
          fail (self, code, error);
          return NULL;
        }
    }
  return g_steal_pointer (&statement);
}

void
bright_sqlite_release (BrightSqliteStatement *statement)
{
  /* What it returns is the error of the latest step, which was told already. */
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->taken = FALSE;
}

gboolean
bright_sqlite_step (BrightSqliteStatement *statement, GError **error)
{
  int code;

  g_assert (statement->connection->thread == g_thread_self ());
  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  return code == SQLITE_DONE ? FALSE : fail (statement->connection, code, error);
}

const char *
bright_sqlite_get_text (BrightSqliteStatement *statement, int column)
{
  return bright_sqlite_ensure_text ((const char *)sqlite3_column_text (statement->handle, column));
}

gint64
bright_sqlite_get_integer (BrightSqliteStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

gint64
bright_sqlite_count_changes (BrightSqlite *self)
{
  return sqlite3_changes64 (self->handle);
}

gboolean
bright_sqlite_in_transaction (BrightSqlite *self)
{
  return sqlite3_get_autocommit (self->handle) == 0;
}
