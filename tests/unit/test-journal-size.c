/* The journal when it is large: what it does, and how long it took, as a message.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-counts.h"
#include "test-journal-support.h"

#define FACTS 10000
#define SUBJECTS 20000
#define ENTRIES_PER_SUBJECT 5
#define PER_BATCH 1000

static void
say (const char *what, gint64 since)
{
  g_test_message ("%s: %.1f ms", what, (double)(g_get_monotonic_time () - since) / 1000);
}

/* The records are parsed on the journal's thread: the main loop turns meanwhile. */
static void
test_many_facts (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 longest_turn = 0;
  guint turns = 0;

  for (guint i = 0; i < FACTS; i++)
    put_fact (batch, "order", FACTS - i, "a fact");
  commit_well (fixture->journal, batch);
  say ("10,000 facts written", start);
  start = g_get_monotonic_time ();
  bright_journal_load_facts_async (fixture->journal, "order", NULL, &bright_activity_type, NULL,
                                   store_result, &result);
  for (; result == NULL; turns++)
    {
      gint64 turn = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest_turn = MAX (longest_turn, g_get_monotonic_time () - turn);
    }
  facts = bright_journal_load_facts_finish (fixture->journal, result, NULL);
  g_clear_object (&result);
  say ("10,000 facts read", start);
  g_test_message ("longest turn of the main loop: %.1f ms", (double)longest_turn / 1000);
  g_assert_cmpuint (turns, >, 1);
  g_assert_cmpuint (facts->len, ==, FACTS);
  for (guint i = 0; i < FACTS; i++)
    g_assert_cmpint (((BrightActivity *)facts->pdata[i])->id, ==, i + 1);
}

static void
put_subject (BrightJournalBatch *batch, guint number)
{
  g_autofree char *name = g_strdup_printf ("order %u", number);
  g_autofree char *title = g_strdup_printf ("Shopper %u of %c", number, 'A' + number % 26);
  g_autofree char *email = g_strdup_printf ("shopper.%u@example.com", number);
  BrightSubject subject = {
    .subject = name,
    .number = number,
    .flow = (char *)"orders",
    .state = (char *)(number % 10 == 0 ? "held" : "linked"),
    .attention = number % 10 == 0,
    .code = (char *)(number % 20 == 0 ? "spoilt" : ""),
    .title = title,
    .email = email,
  };

  bright_journal_batch_put_subject (batch, &subject);
  bright_journal_batch_put_link (batch, name, "brightpearl", "sales-order", 1000000 + number);
  for (guint i = 0; i < ENTRIES_PER_SUBJECT; i++)
    bright_journal_batch_add_activity (batch, name, i, "Something happened.", "and that is all");
}

static void
assert_count (BrightJournal *journal, const char *what, BrightSubjectQuery query, guint expected)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) subjects = load_subjects (journal, &query);

  say (what, start);
  g_assert_cmpuint (subjects->len, ==, expected);
}

static void
assert_numbers (BrightJournal *journal, const char *what, BrightSubjectQuery query, guint expected)
{
  gint64 start = g_get_monotonic_time ();
  GAsyncResult *result = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GError) error = NULL;

  bright_journal_load_numbers_async (journal, &query, NULL, store_result, &result);
  wait_for_result (&result);
  numbers = bright_journal_load_numbers_finish (journal, result, &error);
  g_object_unref (result);
  g_assert_no_error (error);
  say (what, start);
  g_assert_cmpuint (numbers->len, ==, expected);
  for (guint i = 1; i < numbers->len; i++)
    g_assert_cmpint (g_array_index (numbers, gint64, i - 1), >, g_array_index (numbers, gint64, i));
}

static void
test_many_subjects (Fixture *fixture, gconstpointer unused)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) activity = NULL;

  for (guint first = 1; first <= SUBJECTS; first += PER_BATCH)
    {
      BrightJournalBatch *batch = bright_journal_batch_new ();

      for (guint i = first; i < first + PER_BATCH; i++)
        put_subject (batch, i);
      commit_well (fixture->journal, batch);
    }
  say ("20,000 subjects and 100,000 entries written", start);
  assert_count (fixture->journal, "a text that is rare",
                (BrightSubjectQuery){ .search = "ORDER 19999" }, 1);
  assert_count (fixture->journal, "a text that is nowhere",
                (BrightSubjectQuery){ .search = "nobody at all", .flow = "orders" }, 0);
  assert_count (fixture->journal, "a text that is everywhere",
                (BrightSubjectQuery){ .search = "shopper", .limit = 100 }, 100);
  assert_count (fixture->journal, "a number", (BrightSubjectQuery){ .search = "12345" }, 1);
  assert_count (fixture->journal, "a linked number", (BrightSubjectQuery){ .search = "1012345" },
                1);
  assert_count (fixture->journal, "the beginning of a number",
                (BrightSubjectQuery){ .search = "1", .limit = 100, .newest_first = TRUE }, 100);
  assert_count (fixture->journal, "those that need a person",
                (BrightSubjectQuery){ .flow = "orders", .attention = TRUE, .limit = 100 }, 100);
  assert_numbers (fixture->journal, "the numbers of all",
                  (BrightSubjectQuery){ .flow = "orders", .newest_first = TRUE }, SUBJECTS);
  assert_numbers (
      fixture->journal, "the numbers of some in one state",
      (BrightSubjectQuery){
          .flow = "orders", .state = "linked", .search = "SHOPPER.77", .newest_first = TRUE },
      100);
  assert_numbers (fixture->journal, "the numbers for one cause",
                  (BrightSubjectQuery){
                      .flow = "orders", .attention = TRUE, .code = "spoilt", .newest_first = TRUE },
                  SUBJECTS / 20);
  start = g_get_monotonic_time ();
  activity = load_activity (fixture->journal, "order 777");
  say ("a timeline", start);
  g_assert_cmpuint (activity->len, ==, ENTRIES_PER_SUBJECT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal-size/many-facts", Fixture, NULL, fixture_set_up, test_many_facts,
              fixture_tear_down);
  g_test_add ("/journal-size/many-subjects", Fixture, NULL, fixture_set_up, test_many_subjects,
              fixture_tear_down);
  return g_test_run ();
}
