/* The journal when its process is killed: each batch is there as a whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A child process commits batches as fast as it can and says which ones it was
 * told are safe. It is killed at a random moment, again and again on the same
 * file; after each time the file must hold every batch that was safe, and of
 * each batch that it holds every part.
 */
#include "test-journal-support.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KILLS 30
#define FACTS_PER_BATCH 20
#define BATCHES_UNDER_WAY 8
#define LONGEST_LIFE_MILLISECONDS 60

/* ---- The child ---- */

typedef struct
{
  BrightJournal *journal;
  guint next;
} Writer;

typedef struct
{
  Writer *writer;
  guint number;
} Writing;

static void write_batch (Writer *writer);

static void
batch_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autofree char *line = g_strdup_printf ("%u\n", writing->number);
  g_autoptr (GError) error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_error ("%s", error->message);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
  write_batch (writing->writer);
}

static void
write_batch (Writer *writer)
{
  guint number = writer->next++;
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *subject = g_strconcat ("order ", text, NULL);
  BrightSubject record = { .subject = subject, .number = number, .flow = (char *)"orders" };
  BrightJournalBatch *batch = bright_journal_batch_new ();
  Writing *writing = g_new0 (Writing, 1);

  writing->writer = writer;
  writing->number = number;
  bright_journal_batch_put_subject (batch, &record);
  for (guint i = 0; i < FACTS_PER_BATCH; i++)
    put_fact (batch, text, i, "a part");
  bright_journal_batch_put_link (batch, subject, "brightpearl", "sales-order", number);
  bright_journal_batch_add_activity (batch, subject, 1, "Created.", NULL);
  bright_journal_batch_set_checkpoint (batch, "orders", text);
  bright_journal_commit_async (writer->journal, batch, NULL, batch_written_cb, writing);
}

G_NORETURN static void
write_until_killed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) checkpoints = NULL;
  Writer writer = { .journal = open_journal (path, &error) };
  const char *reached;

  g_assert_no_error (error);
  checkpoints = load_checkpoints (writer.journal);
  reached = g_hash_table_lookup (checkpoints, "orders");
  writer.next = reached != NULL ? (guint)atoi (reached) + 1 : 1;
  for (guint i = 0; i < BATCHES_UNDER_WAY; i++)
    write_batch (&writer);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- The parent ---- */

static gboolean
kill_cb (gpointer child)
{
  g_subprocess_force_exit (child);
  return G_SOURCE_REMOVE;
}

/* Returns the last batch of which the child said that it is safe; 0 for none. */
static guint
run_child_and_kill_it (const char *path)
{
  g_autoptr (GSubprocess) child = start_child ("write-until-killed", path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  const char *last = NULL;

  g_timeout_add ((guint)g_test_rand_int_range (1, LONGEST_LIFE_MILLISECONDS), kill_cb, child);
  g_subprocess_communicate_utf8_async (child, NULL, NULL, store_result, &result);
  wait_for_result (&result);
  g_assert_true (g_subprocess_communicate_utf8_finish (child, result, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));
  /* The last line may have been cut off by the kill. */
  last = strrchr (output, '\n');
  while (last != NULL && last > output && last[-1] != '\n')
    last--;
  return last != NULL ? (guint)atoi (last) : 0;
}

static void
assert_batch_is_whole (BrightJournal *journal, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *subject = g_strconcat ("order ", text, NULL);
  g_autofree char *linked = find_link (journal, "sales-order", number);
  g_autoptr (GPtrArray) facts = load_facts (journal, text, NULL);
  g_autoptr (GPtrArray) activity = load_activity (journal, subject);

  g_assert_cmpstr (linked, ==, subject);
  g_assert_cmpuint (facts->len, ==, FACTS_PER_BATCH);
  g_assert_cmpuint (activity->len, ==, 1);
}

static void
assert_batch_is_absent (BrightJournal *journal, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *linked = find_link (journal, "sales-order", number);
  g_autoptr (GPtrArray) facts = load_facts (journal, text, NULL);

  g_assert_null (linked);
  g_assert_cmpuint (facts->len, ==, 0);
}

static guint
check_file (Fixture *fixture, guint from, guint safe)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) checkpoints = NULL;
  g_autoptr (GPtrArray) subjects = NULL;
  BrightSubjectQuery query = { .flow = "orders" };
  const char *text;
  guint reached;

  fixture->journal = open_journal (fixture->path, &error);
  g_assert_no_error (error);
  checkpoints = load_checkpoints (fixture->journal);
  text = g_hash_table_lookup (checkpoints, "orders");
  reached = text != NULL ? (guint)atoi (text) : 0;
  g_assert_cmpuint (reached, >=, MAX (safe, from));
  subjects = load_subjects (fixture->journal, &query);
  g_assert_cmpuint (subjects->len, ==, reached);
  for (guint number = from + 1; number <= reached; number++)
    assert_batch_is_whole (fixture->journal, number);
  for (guint number = reached + 1; number <= reached + BATCHES_UNDER_WAY; number++)
    assert_batch_is_absent (fixture->journal, number);
  close_journal (g_steal_pointer (&fixture->journal));
  return reached;
}

static void
test_kill (Fixture *fixture, gconstpointer unused)
{
  guint reached = 0;
  guint beyond = 0;

  close_journal (g_steal_pointer (&fixture->journal));
  for (guint i = 0; i < KILLS; i++)
    {
      guint safe = run_child_and_kill_it (fixture->path);
      guint now = check_file (fixture, reached, safe);

      beyond += now > safe && safe > 0;
      reached = now;
    }
  g_test_message ("%u batches; %u kills fell between a commit and its answer", reached, beyond);
  g_assert_cmpuint (reached, >, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "write-until-killed"))
    write_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal-kill/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
