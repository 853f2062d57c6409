/* A thin face of SQLite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only this file pair knows SQLite's own functions. A connection belongs to the
 * thread that opened it. Statements are prepared once and kept for the life of
 * the connection; whoever asks for one holds it as a g_autoptr, which gives it
 * back. Errors are BRIGHT_ERROR_STORAGE with the cause in plain words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BrightSqlite BrightSqlite;
typedef struct _BrightSqliteStatement BrightSqliteStatement;

/**
 * BrightSqliteValue:
 * @text: (nullable): the text; %NULL for an integer
 * @integer: the integer
 *
 * What stands for a question mark in a statement.
 */
typedef struct
{
  const char *text;
  gint64 integer;
} BrightSqliteValue;

/* Initializers of a value; a NULL string counts as an empty one. */
#define BRIGHT_SQLITE_TEXT(string)                                                                 \
  {                                                                                                \
    .text = bright_sqlite_ensure_text (string)                                                     \
  }
#define BRIGHT_SQLITE_INTEGER(number)                                                              \
  {                                                                                                \
    .integer = (number)                                                                            \
  }

static inline const char *
bright_sqlite_ensure_text (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * bright_sqlite_open:
 * @path: an existing or new file, or `:memory:`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a connection
 */
BrightSqlite *bright_sqlite_open (const char *path, GError **error);

/**
 * bright_sqlite_close:
 * @self: (transfer full) (nullable): a connection whose statements were given back
 */
void bright_sqlite_close (BrightSqlite *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSqlite, bright_sqlite_close)

/**
 * bright_sqlite_execute:
 * @self: a connection
 * @sql: one or more statements without parameters; what they return is dropped
 * @error: return location
 *
 * Returns: %FALSE if one of them failed; those before it have taken effect
 */
gboolean bright_sqlite_execute (BrightSqlite *self, const char *sql, GError **error);

/**
 * bright_sqlite_read_integer:
 * @self: a connection
 * @sql: a statement that gives one integer
 * @value: (out): the integer
 * @error: return location
 *
 * Returns: %FALSE if it failed
 */
gboolean
bright_sqlite_read_integer (BrightSqlite *self, const char *sql, gint64 *value, GError **error);

/**
 * bright_sqlite_prepare:
 * @self: a connection
 * @sql: one statement
 * @values: (array length=n_values) (nullable): what stands for its question marks; the texts
 *   are not copied and must live until the statement is given back
 * @n_values: how many they are, exactly as many as the question marks
 * @error: return location
 *
 * A statement that was not given back cannot be asked for again.
 *
 * Returns: (nullable): the statement, to be held as a g_autoptr
 */
BrightSqliteStatement *bright_sqlite_prepare (BrightSqlite *self,
                                              const char *sql,
                                              const BrightSqliteValue *values,
                                              gsize n_values,
                                              GError **error);

/* Gives a statement back. */
void bright_sqlite_release (BrightSqliteStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSqliteStatement, bright_sqlite_release)

/**
 * bright_sqlite_step:
 * @statement: a statement
 * @error: return location; as %FALSE also says "no more rows", it must not be %NULL
 *
 * Returns: whether there is a row
 */
gboolean bright_sqlite_step (BrightSqliteStatement *statement, GError **error);

/**
 * bright_sqlite_get_text:
 * @statement: a statement that stands on a row
 * @column: a column, from 0
 *
 * Returns: (transfer none): its text, until the next step; "" for nothing
 */
const char *bright_sqlite_get_text (BrightSqliteStatement *statement, int column);

/**
 * bright_sqlite_get_integer:
 * @statement: a statement that stands on a row
 * @column: a column, from 0
 *
 * Returns: its integer; 0 for nothing
 */
gint64 bright_sqlite_get_integer (BrightSqliteStatement *statement, int column);

/* How many rows the latest statement that writes has written. */
gint64 bright_sqlite_count_changes (BrightSqlite *self);

/* Whether a transaction is open; grave errors end one by themselves. */
gboolean bright_sqlite_in_transaction (BrightSqlite *self);

G_END_DECLS
