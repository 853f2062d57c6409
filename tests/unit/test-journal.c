/* The journal: opening, closing, numbers for intents, cancelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_batch_is_empty (void)
{
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  g_assert_true (bright_journal_batch_is_empty (batch));
  bright_journal_batch_set_checkpoint (batch, "orders", "1");
  g_assert_false (bright_journal_batch_is_empty (batch));
  bright_journal_batch_free (NULL);
}

static void
test_reopen (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GHashTable) checkpoints = NULL;

  bright_journal_batch_set_checkpoint (batch, "orders", "2026-11-11");
  commit_well (fixture->journal, batch);
  fixture_reopen (fixture);
  checkpoints = load_checkpoints (fixture->journal);
  g_assert_cmpuint (g_hash_table_size (checkpoints), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (checkpoints, "orders"), ==, "2026-11-11");
}

static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  BrightJournal *journal = open_journal (":memory:", &error);
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) facts = NULL;

  g_assert_no_error (error);
  put_fact (batch, "order", 1, "one");
  commit_well (journal, batch);
  facts = load_facts (journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, 1);
  close_journal (journal);
  g_assert_false (g_file_test (":memory:", G_FILE_TEST_EXISTS));
}

static guint
read_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static gboolean
move (BrightJournal *journal, const char *path, GError **error)
{
  GAsyncResult *result = NULL;
  gboolean success;

  bright_journal_move_async (journal, path, store_result, &result);
  wait_for_result (&result);
  success = bright_journal_move_finish (journal, result, error);
  g_object_unref (result);
  return success;
}

static void
commit_checkpoint (BrightJournal *journal, const char *name)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();

  bright_journal_batch_set_checkpoint (batch, name, "1");
  commit_well (journal, batch);
}

static void
assert_checkpoints (BrightJournal *journal, guint expected)
{
  g_autoptr (GHashTable) checkpoints = load_checkpoints (journal);

  g_assert_cmpuint (g_hash_table_size (checkpoints), ==, expected);
}

/* A journal in memory goes on in a file, with what is in it. */
static void
test_move (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", "moved.db", NULL);
  g_autoptr (GError) error = NULL;
  BrightJournal *journal = open_journal (":memory:", &error);

  g_assert_no_error (error);
  commit_checkpoint (journal, "before");
  g_assert_false (move (journal, fixture->folder, &error));
  assert_storage_error (error, "cannot be opened");
  g_clear_error (&error);
  assert_checkpoints (journal, 1);
  g_assert_true (move (journal, path, &error));
  g_assert_no_error (error);
  commit_checkpoint (journal, "after");
  assert_checkpoints (journal, 2);
  close_journal (journal);
  g_assert_cmpuint (read_mode (path), ==, 0600);
  journal = open_journal (path, &error);
  g_assert_no_error (error);
  assert_checkpoints (journal, 2);
  close_journal (journal);
}

/* What another process wrote meanwhile counts. */
static void
test_move_too_late (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  BrightJournal *journal = open_journal (":memory:", &error);
  BrightJournalBatch *batch = bright_journal_batch_new ();

  g_assert_no_error (error);
  commit_checkpoint (journal, "mine");
  bright_journal_batch_set_checkpoint (batch, "theirs", "1");
  bright_journal_batch_set_checkpoint (batch, "also theirs", "1");
  commit_well (fixture->journal, batch);
  g_assert_true (move (journal, fixture->path, &error));
  g_assert_no_error (error);
  assert_checkpoints (journal, 2);
  close_journal (journal);
}

static void
test_modes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *side_file = g_strconcat (fixture->path, "-wal", NULL);
  BrightJournalBatch *batch = bright_journal_batch_new ();

  g_assert_cmpuint (read_mode (folder), ==, 0700);
  g_assert_cmpuint (read_mode (fixture->path), ==, 0600);
  bright_journal_batch_set_checkpoint (batch, "orders", "1");
  commit_well (fixture->journal, batch);
  g_assert_cmpuint (read_mode (side_file), ==, 0600);

  /* Neither a generous mask nor a mode that somebody set is in the way. */
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  fixture_reopen (fixture);
  g_assert_cmpuint (read_mode (fixture->path), ==, 0600);
}

static void
test_intent_numbers (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  BrightIntent intent = { .subject = (char *)"order 1", .outcome = (char *)"sent" };

  g_assert_cmpint (bright_journal_reserve_intent (fixture->journal), ==, 1);
  g_assert_cmpint (bright_journal_reserve_intent (fixture->journal), ==, 2);
  intent.id = 2;
  bright_journal_batch_put_intent (batch, &intent);
  commit_well (fixture->journal, batch);
  fixture_reopen (fixture);
  g_assert_cmpint (bright_journal_reserve_intent (fixture->journal), ==, 3);
}

static void
test_closed (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *closing = NULL;
  GAsyncResult *again = NULL;
  GAsyncResult *reading = NULL;
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GError) error = NULL;

  bright_journal_close_async (fixture->journal, store_result, &closing);
  bright_journal_close_async (fixture->journal, store_result, &again);
  bright_journal_load_checkpoints_async (fixture->journal, NULL, store_result, &reading);
  bright_journal_batch_set_checkpoint (batch, "orders", "1");
  g_assert_false (commit (fixture->journal, batch, &error));
  assert_storage_error (error, "closed");
  g_clear_error (&error);
  wait_for_result (&closing);
  wait_for_result (&again);
  wait_for_result (&reading);
  g_assert_true (bright_journal_close_finish (fixture->journal, closing, NULL));
  g_assert_false (bright_journal_close_finish (fixture->journal, again, &error));
  assert_storage_error (error, "closed");
  g_clear_error (&error);
  g_assert_null (bright_journal_load_checkpoints_finish (fixture->journal, reading, &error));
  assert_storage_error (error, "closed");
  g_object_unref (closing);
  g_object_unref (again);
  g_object_unref (reading);
  g_assert_finalize_object (g_steal_pointer (&fixture->journal));
}

/* What was asked for before is done before the file is closed. */
static void
test_close_waits (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *closing = NULL;
  GAsyncResult *committing = NULL;
  BrightJournalBatch *batch = bright_journal_batch_new ();

  put_fact (batch, "order", 1, "one");
  bright_journal_commit_async (fixture->journal, batch, NULL, store_result, &committing);
  bright_journal_close_async (fixture->journal, store_result, &closing);
  wait_for_result (&closing);
  g_assert_nonnull (committing);
  g_assert_true (bright_journal_commit_finish (fixture->journal, committing, NULL));
  g_assert_true (bright_journal_close_finish (fixture->journal, closing, NULL));
  g_object_unref (committing);
  g_object_unref (closing);
  g_assert_finalize_object (g_steal_pointer (&fixture->journal));
}

static void
test_unref_without_close (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  put_fact (batch, "order", 1, "one");
  bright_journal_commit_async (fixture->journal, batch, NULL, NULL, NULL);
  g_object_unref (fixture->journal);
  /* Opening the same file waits in SQLite until the first thread is done with it. */
  fixture->journal = open_journal (fixture->path, &error);
  g_assert_no_error (error);
  while (facts == NULL || facts->len == 0)
    {
      g_clear_pointer (&facts, g_ptr_array_unref);
      facts = load_facts (fixture->journal, "order", NULL);
    }
  g_assert_cmpuint (facts->len, ==, 1);
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) reading = NULL;
  g_autoptr (GAsyncResult) committing = NULL;
  g_autoptr (GAsyncResult) opening = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  BrightJournalBatch *batch = bright_journal_batch_new ();

  g_cancellable_cancel (cancellable);
  put_fact (batch, "order", 1, "one");
  bright_journal_commit_async (fixture->journal, batch, cancellable, store_result, &committing);
  bright_journal_load_checkpoints_async (fixture->journal, cancellable, store_result, &reading);
  bright_journal_open_async (":memory:", cancellable, store_result, &opening);
  wait_for_result (&committing);
  wait_for_result (&reading);
  wait_for_result (&opening);
  g_assert_false (bright_journal_commit_finish (fixture->journal, committing, &error));
  g_assert_true (bright_error_is_cancelled (error));
  g_clear_error (&error);
  g_assert_null (bright_journal_load_checkpoints_finish (fixture->journal, reading, &error));
  g_assert_true (bright_error_is_cancelled (error));
  g_clear_error (&error);
  g_assert_null (bright_journal_open_finish (opening, &error));
  g_assert_true (bright_error_is_cancelled (error));
  facts = load_facts (fixture->journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, 0);
  g_clear_object (&committing);
  g_clear_object (&reading);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/batch-is-empty", test_batch_is_empty);
  g_test_add_func ("/journal/memory", test_memory);
  ADD ("/journal/move", test_move);
  ADD ("/journal/move-too-late", test_move_too_late);
  ADD ("/journal/reopen", test_reopen);
  ADD ("/journal/modes", test_modes);
  ADD ("/journal/intent-numbers", test_intent_numbers);
  ADD ("/journal/closed", test_closed);
  ADD ("/journal/close-waits", test_close_waits);
  ADD ("/journal/unref-without-close", test_unref_without_close);
  ADD ("/journal/cancel", test_cancel);
  return g_test_run ();
}
