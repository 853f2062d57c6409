/* The journal's file and the form of its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form has a number, kept in the file. Each migration brings a file from
 * one number to the next; migrations that were released are never changed.
 */
#include "bright-error.h"
#include "bright-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char PATIENCE_SQL[] = "PRAGMA busy_timeout = 5000";
/* A commit must survive a power cut: a lost intent would mean a doubled order. */
static const char SETTINGS_SQL[] = "PRAGMA journal_mode = WAL;"
                                   "PRAGMA synchronous = FULL;"
                                   "PRAGMA foreign_keys = ON;"
                                   "PRAGMA trusted_schema = OFF;"
                                   "PRAGMA cell_size_check = ON;"
                                   "PRAGMA temp_store = MEMORY;"
                                   "PRAGMA cache_size = -8000";
static const char COPY_SQL[] = "VACUUM INTO ?";
static const char READ_VERSION_SQL[] = "PRAGMA user_version";

/* Long texts stand last in a row, so that what is before them is read without them. */
static const char FIRST_FORM_SQL[]
    = "CREATE TABLE facts (kind TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,"
      "  learned_at INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (kind, key)"
      ") STRICT, WITHOUT ROWID;"

      "CREATE TABLE subjects (subject TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL,"
      "  flow TEXT NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL, setting TEXT NOT NULL,"
      "  message TEXT NOT NULL, attention INTEGER NOT NULL, title TEXT NOT NULL,"
      "  email TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,"
      "  placed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, retry_at INTEGER NOT NULL,"
      "  attempts INTEGER NOT NULL, link TEXT NOT NULL, search TEXT NOT NULL) STRICT;"
      "CREATE INDEX subjects_by_number ON subjects (number, subject, search);"
      "CREATE INDEX subjects_by_flow ON subjects (flow, number, subject);"
      "CREATE INDEX subjects_by_state ON subjects (flow, state, number, subject);"
      "CREATE INDEX subjects_by_attention ON subjects (flow, number, subject)"
      "  WHERE attention = 1;"
      "CREATE INDEX subjects_by_retry ON subjects (retry_at) WHERE retry_at > 0;"

      "CREATE TABLE links (platform TEXT NOT NULL, resource TEXT NOT NULL, id INTEGER NOT NULL,"
      "  subject TEXT NOT NULL, PRIMARY KEY (platform, resource, id)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX links_by_subject ON links (subject);"
      "CREATE INDEX links_by_id ON links (id, subject);"
      "CREATE TRIGGER links_belong_to_one BEFORE UPDATE ON links"
      "  WHEN old.subject <> new.subject"
      "  BEGIN SELECT raise (ABORT, 'what is linked already belongs to another subject'); END;"

      "CREATE TABLE intents (id INTEGER NOT NULL PRIMARY KEY, subject TEXT NOT NULL,"
      "  platform TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, method TEXT NOT NULL,"
      "  path TEXT NOT NULL, body TEXT NOT NULL,"
      "  outcome TEXT NOT NULL CHECK (outcome IN"
      "    ('sent', 'done', 'refused', 'unknown', 'lost', 'unsent', 'interrupted')),"
      "  detail TEXT NOT NULL, sent_at INTEGER NOT NULL, settled_at INTEGER NOT NULL) STRICT;"
      "CREATE INDEX intents_open ON intents (id) WHERE outcome IN ('sent', 'unknown');"

      "CREATE TABLE checkpoints (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL"
      ") STRICT, WITHOUT ROWID;"

      "CREATE TABLE activity (id INTEGER NOT NULL PRIMARY KEY, subject TEXT NOT NULL,"
      "  time INTEGER NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL) STRICT;"
      "CREATE INDEX activity_by_subject ON activity (subject, id);"

      "PRAGMA user_version = 1";

/* The one at n brings a file from form n to form n + 1. */
static const char *const migrations[] = {
  FIRST_FORM_SQL,
};

static gboolean
fail_on_file (const char *path, GError **error)
{
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "the journal \"%s\" cannot be opened: %s",
               path, g_strerror (errno));
  return FALSE;
}

/* The file holds names and addresses: it is its owner's alone before anything
 * is written, and SQLite gives its side files the same mode. A file that exists
 * is not opened here, for closing it again would take away the locks that
 * another connection of this process may have on it. */
static gboolean
ensure_private_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;
  int descriptor;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_on_file (path, error);
  descriptor = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0)
    close (descriptor);
  else if (errno != EEXIST)
    return fail_on_file (path, error);
  if (g_stat (path, &status) != 0)
    return fail_on_file (path, error);
  if (!S_ISREG (status.st_mode))
    {
      errno = EISDIR;
      return fail_on_file (path, error);
    }
  if (g_access (path, R_OK | W_OK) != 0)
    return fail_on_file (path, error);
  if ((status.st_mode & 0777) != 0600 && g_chmod (path, 0600) != 0)
    return fail_on_file (path, error);
  return TRUE;
}

static gboolean
read_version (BrightSqlite *database, gint64 *version, GError **error)
{
  if (!bright_sqlite_read_integer (database, READ_VERSION_SQL, version, error))
    return FALSE;
  if (*version >= 0 && *version <= (gint64)G_N_ELEMENTS (migrations))
    return TRUE;
  g_set_error (
      error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
      "the journal was written by a newer version of the program (its form is %" G_GINT64_FORMAT
      ", this version knows %" G_GSIZE_FORMAT ")",
      *version, G_N_ELEMENTS (migrations));
  return FALSE;
}

static gboolean
run_migrations (BrightSqlite *database, GError **error)
{
  gint64 version;

  /* Read again: another process may have been faster. */
  if (!read_version (database, &version, error))
    return FALSE;
  for (; version < (gint64)G_N_ELEMENTS (migrations); version++)
    if (!bright_sqlite_execute (database, migrations[version], error))
      return FALSE;
  return bright_sqlite_execute (database, "COMMIT", error);
}

static gboolean
migrate (BrightSqlite *database, GError **error)
{
  gint64 version;

  if (!read_version (database, &version, error))
    return FALSE;
  if (version == (gint64)G_N_ELEMENTS (migrations))
    return TRUE;
  if (!bright_sqlite_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_migrations (database, error))
    return TRUE;
  if (bright_sqlite_in_transaction (database))
    bright_sqlite_execute (database, "ROLLBACK", NULL);
  return FALSE;
}

BrightSqlite *
bright_journal_open_database (const char *path, GError **error)
{
  g_autoptr (BrightSqlite) database = NULL;
  gint64 version;

  if (!g_str_equal (path, ":memory:") && !ensure_private_file (path, error))
    return NULL;
  database = bright_sqlite_open (path, error);
  /* The version first: a newer file is left untouched. */
  if (database == NULL || !bright_sqlite_execute (database, PATIENCE_SQL, error)
      || !read_version (database, &version, error)
      || !bright_sqlite_execute (database, SETTINGS_SQL, error) || !migrate (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

gboolean
bright_journal_copy_database (BrightSqlite *database, const char *path, GError **error)
{
  const BrightSqliteValue values[] = { BRIGHT_SQLITE_TEXT (path) };
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  GStatBuf status;

  if (!ensure_private_file (path, error))
    return FALSE;
  if (g_stat (path, &status) != 0)
    return fail_on_file (path, error);
  /* Whatever another process has put there counts. */
  if (status.st_size > 0)
    return TRUE;
  statement = bright_sqlite_prepare (database, COPY_SQL, values, G_N_ELEMENTS (values), error);
  if (statement == NULL)
    return FALSE;
  bright_sqlite_step (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
