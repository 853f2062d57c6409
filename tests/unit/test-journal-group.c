/* The journal's commits: many in one, in order, one failure spoiling no other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define MANY 500

typedef struct
{
  guint answered;
  guint failed;
  guint answered_in_turn; /* in the present turn of the main loop */
  guint most_in_turn;
} Tally;

static void
count_commit (GObject *source, GAsyncResult *result, gpointer data)
{
  Tally *tally = data;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, NULL))
    tally->failed++;
  tally->answered++;
  tally->answered_in_turn++;
  tally->most_in_turn = MAX (tally->most_in_turn, tally->answered_in_turn);
}

static void
wait_for_tally (Tally *tally, guint wanted)
{
  while (tally->answered < wanted)
    {
      tally->answered_in_turn = 0;
      g_main_context_iteration (NULL, TRUE);
    }
}

static BrightJournalBatch *
create_batch (gint64 id)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  put_fact (batch, "order", id, value);
  bright_journal_batch_set_checkpoint (batch, "orders", value);
  return batch;
}

/* Another program that writes: until it lets go, what is committed piles up. */
static BrightSqlite *
hold_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BrightSqlite *other = bright_sqlite_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (bright_sqlite_execute (other, "BEGIN IMMEDIATE", &error));
  return other;
}

static void
test_few_commits (Fixture *fixture, gconstpointer unused)
{
  Tally tally = {};
  guint before = bright_journal_count_commits (fixture->journal);
  g_autoptr (BrightSqlite) other = hold_file (fixture);
  g_autoptr (GPtrArray) facts = NULL;

  for (guint i = 1; i <= MANY; i++)
    bright_journal_commit_async (fixture->journal, create_batch (i), NULL, count_commit, &tally);
  g_clear_pointer (&other, bright_sqlite_close);
  wait_for_tally (&tally, MANY);
  g_assert_cmpuint (tally.failed, ==, 0);
  /* One for those that the thread had already taken, one for all the rest. */
  g_assert_cmpuint (bright_journal_count_commits (fixture->journal) - before, <=, 2);
  /* However many were answered at once, the main loop got its turn between them. */
  g_assert_cmpuint (tally.most_in_turn, ==, 1);
  facts = load_facts (fixture->journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, MANY);
}

/* A read between two batches sees the first and not the second. */
static void
test_reads_see_what_was_before (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *results[MANY / 10] = { NULL };
  Tally tally = {};

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      bright_journal_commit_async (fixture->journal, create_batch (i), NULL, count_commit, &tally);
      bright_journal_load_checkpoints_async (fixture->journal, NULL, store_result, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GHashTable) checkpoints = NULL;
      g_autofree char *expected = g_strdup_printf ("%u", i);

      wait_for_result (&results[i]);
      checkpoints = bright_journal_load_checkpoints_finish (fixture->journal, results[i], NULL);
      g_assert_cmpstr (g_hash_table_lookup (checkpoints, "orders"), ==, expected);
      g_clear_object (&results[i]);
    }
  g_assert_cmpuint (tally.answered, ==, G_N_ELEMENTS (results));
}

/* Every third batch contradicts itself in its last statement. */
static void
test_failures_stay_alone (Fixture *fixture, gconstpointer unused)
{
  Tally tally = {};
  g_autoptr (BrightSqlite) other = hold_file (fixture);
  g_autoptr (GPtrArray) facts = NULL;

  for (guint i = 1; i <= 99; i++)
    {
      BrightJournalBatch *batch = create_batch (i);

      if (i % 3 == 0)
        bright_journal_batch_settle_intent (batch, 1, "done", "", 1);
      bright_journal_commit_async (fixture->journal, batch, NULL, count_commit, &tally);
    }
  g_clear_pointer (&other, bright_sqlite_close);
  wait_for_tally (&tally, 99);
  g_assert_cmpuint (tally.failed, ==, 33);
  facts = load_facts (fixture->journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, 66);
  for (guint i = 0; i < facts->len; i++)
    g_assert_cmpint (((BrightActivity *)facts->pdata[i])->id % 3, !=, 0);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A file that must not grow further stands for a full disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *side_file = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *large = g_strnfill (1000000, 'x');
  BrightJournalBatch *batch = bright_journal_batch_new ();
  GAsyncResult *results[3] = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (BrightSqlite) other = NULL;
  GStatBuf status;

  commit_well (fixture->journal, create_batch (1));
  other = hold_file (fixture);
  put_fact (batch, "order", 3, large);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (g_stat (side_file, &status), ==, 0);
  limit_file_size ((rlim_t)status.st_size + 100000);
  bright_journal_commit_async (fixture->journal, create_batch (2), NULL, store_result, &results[0]);
  bright_journal_commit_async (fixture->journal, batch, NULL, store_result, &results[1]);
  bright_journal_commit_async (fixture->journal, create_batch (4), NULL, store_result, &results[2]);
  g_clear_pointer (&other, bright_sqlite_close);
  for (guint i = 0; i < 3; i++)
    wait_for_result (&results[i]);
  limit_file_size (RLIM_INFINITY);
  g_assert_true (bright_journal_commit_finish (fixture->journal, results[0], NULL));
  g_assert_false (bright_journal_commit_finish (fixture->journal, results[1], &error));
  assert_storage_error (error, "disk");
  g_assert_true (bright_journal_commit_finish (fixture->journal, results[2], NULL));
  for (guint i = 0; i < 3; i++)
    g_clear_object (&results[i]);
  commit_well (fixture->journal, create_batch (5));
  fixture_reopen (fixture);
  facts = load_facts (fixture->journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, 4);
  g_assert_cmpint (((BrightActivity *)facts->pdata[2])->id, ==, 4);
}

/* Another program writes for a moment: the commit waits for it, the main loop does not. */
static void
test_waits_for_another_program (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSqlite) other = hold_file (fixture);
  Tally tally = {};
  guint turns = 0;

  bright_journal_commit_async (fixture->journal, create_batch (1), NULL, count_commit, &tally);
  for (; turns < 100 && tally.answered == 0; turns++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (turns, ==, 100);
  g_clear_pointer (&other, bright_sqlite_close);
  wait_for_tally (&tally, 1);
  g_assert_cmpuint (tally.failed, ==, 0);
}

/* Another program does not stop writing: the batches fail, later ones do not. */
static void
test_locked_by_another_program (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSqlite) other = hold_file (fixture);
  g_autoptr (GPtrArray) facts = NULL;

  g_assert_false (commit (fixture->journal, create_batch (1), &error));
  assert_storage_error (error, "locked by another program");
  g_clear_error (&error);
  facts = load_facts (fixture->journal, "order", NULL);
  g_assert_cmpuint (facts->len, ==, 0);
  g_clear_pointer (&other, bright_sqlite_close);
  commit_well (fixture->journal, create_batch (2));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-group/few-commits", test_few_commits);
  ADD ("/journal-group/reads-see-what-was-before", test_reads_see_what_was_before);
  ADD ("/journal-group/failures-stay-alone", test_failures_stay_alone);
  ADD ("/journal-group/full-disk", test_full_disk);
  ADD ("/journal-group/waits-for-another-program", test_waits_for_another_program);
  ADD ("/journal-group/locked-by-another-program", test_locked_by_another_program);
  return g_test_run ();
}
