/* The journal's file: its form, and files that cannot be used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

/* Closes the journal and works on its file directly. */
static gint64
run_on_file (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSqlite) database = NULL;
  gint64 value = 0;

  if (fixture->journal != NULL)
    close_journal (g_steal_pointer (&fixture->journal));
  database = bright_sqlite_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (bright_sqlite_read_integer (database, sql, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
assert_open_fails (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_journal (path, &error));
  assert_storage_error (error, words);
}

static void
test_form (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run_on_file (fixture, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (run_on_file (fixture, "SELECT count (*) FROM pragma_table_list"
                                         " WHERE schema = 'main' AND type = 'table' AND strict"),
                   ==, 6);
  g_assert_cmpint (run_on_file (fixture, "SELECT count (*) FROM pragma_integrity_check"
                                         " WHERE integrity_check = 'ok'"),
                   ==, 1);
}

/* The connection keeps what it was told: a write-ahead log, and every commit on the disk. */
static void
test_settings (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (BrightSqlite) database = bright_journal_open_database (path, &error);
  gint64 value;

  g_assert_no_error (error);
  g_assert_true (bright_sqlite_read_integer (
      database, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (bright_sqlite_read_integer (database, "PRAGMA synchronous", &value, &error));
  g_assert_cmpint (value, ==, 2);
  g_assert_true (bright_sqlite_read_integer (database, "PRAGMA foreign_keys", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (bright_sqlite_read_integer (database, "PRAGMA busy_timeout", &value, &error));
  g_assert_cmpint (value, ==, 5000);
}

static void
test_empty_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  close_journal (g_steal_pointer (&fixture->journal));
  g_assert_true (g_file_set_contents (fixture->path, "", 0, &error));
  fixture->journal = open_journal (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (run_on_file (fixture, "PRAGMA user_version"), ==, 1);
}

static void
test_newer_form (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size;
  gsize after_size;

  run_on_file (fixture, "PRAGMA user_version = 99");
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  assert_open_fails (fixture->path, "newer version of the program");
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_not_a_journal (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *noise = g_strnfill (10000, '?');
  g_autofree char *after = NULL;

  close_journal (g_steal_pointer (&fixture->journal));
  g_assert_true (g_file_set_contents (fixture->path, noise, -1, NULL));
  assert_open_fails (fixture->path, "damaged");
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, noise);
}

/* Opens well, since the first page is whole, and says what is wrong when it is met. */
static void
test_damaged_page (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *content = NULL;
  gsize size;
  BrightJournalBatch *batch = bright_journal_batch_new ();

  for (guint i = 0; i < 1000; i++)
    put_fact (batch, "order", i, "a fact of the usual length");
  commit_well (fixture->journal, batch);
  close_journal (g_steal_pointer (&fixture->journal));
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  memset (content + 4096, 0xff, size - 4096);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize)size, NULL));
  fixture->journal = open_journal (fixture->path, &error);
  if (fixture->journal != NULL)
    {
      bright_journal_load_facts_async (fixture->journal, "order", NULL, &bright_activity_type, NULL,
                                       store_result, &result);
      wait_for_result (&result);
      g_assert_null (bright_journal_load_facts_finish (fixture->journal, result, &error));
      g_clear_object (&result);
    }
  assert_storage_error (error, "damaged");
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *below_file = g_build_filename (fixture->path, "journal.db", NULL);

  assert_open_fails (fixture->folder, "cannot be opened");
  assert_open_fails (below_file, "cannot be opened");
}

/* ---- Files of others ---- */

static int
try_to_open (const char *path)
{
  g_autoptr (GError) error = NULL;

  /* The mode of a file means nothing to root. */
  if (geteuid () == 0)
    g_assert_cmpint (setuid (NOBODY), ==, 0);
  g_assert_null (open_journal (path, &error));
  g_print ("%s", error->message);
  return error->code;
}

static void
assert_nobody_can_open (const char *path)
{
  g_autoptr (GSubprocess) child = start_child ("try-to-open", path);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &words, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, BRIGHT_ERROR_STORAGE);
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "Permission denied"));
}

static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *new_file = g_build_filename (folder, "new.db", NULL);
  g_autofree char *new_folder = g_build_filename (folder, "new", "journal.db", NULL);

  close_journal (g_steal_pointer (&fixture->journal));
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  assert_nobody_can_open (fixture->path);
  assert_nobody_can_open (new_file);
  assert_nobody_can_open (new_folder);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "try-to-open"))
    return try_to_open (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-file/form", test_form);
  ADD ("/journal-file/settings", test_settings);
  ADD ("/journal-file/empty-file", test_empty_file);
  ADD ("/journal-file/newer-form", test_newer_form);
  ADD ("/journal-file/not-a-journal", test_not_a_journal);
  ADD ("/journal-file/damaged-page", test_damaged_page);
  ADD ("/journal-file/folder-in-the-way", test_folder_in_the_way);
  ADD ("/journal-file/read-only", test_read_only);
  return g_test_run ();
}
