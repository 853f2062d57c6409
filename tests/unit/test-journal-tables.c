/* The journal's tables: facts, links, intents, checkpoints, activity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

/* ---- Facts ---- */

static void
assert_facts (BrightJournal *journal, const char *const *keys, const char *expected)
{
  g_autoptr (GPtrArray) facts = load_facts (journal, "order", keys);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    g_string_append_printf (words, "%s ", ((BrightActivity *)facts->pdata[i])->what);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_facts (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  const char *const keys[] = { "100", "7", "9", "7", "none", NULL };
  const char *const no_keys[] = { NULL };

  put_fact (batch, "order", 100, "hundred");
  put_fact (batch, "order", 20, "twenty");
  put_fact (batch, "order", 7, "seven");
  put_fact (batch, "product", 9, "nine");
  bright_journal_batch_put_fact (batch, "order", "A-1", "{\"what\": \"text\"}", "", 1);
  commit_well (fixture->journal, batch);
  assert_facts (fixture->journal, NULL, "seven twenty hundred text ");
  assert_facts (fixture->journal, keys, "seven hundred ");
  assert_facts (fixture->journal, no_keys, "");

  batch = bright_journal_batch_new ();
  put_fact (batch, "order", 7, "sette");
  bright_journal_batch_remove_fact (batch, "order", "A-1");
  commit_well (fixture->journal, batch);
  assert_facts (fixture->journal, NULL, "sette twenty hundred ");

  batch = bright_journal_batch_new ();
  bright_journal_batch_remove_fact (batch, "order", NULL);
  put_fact (batch, "order", 3, "three");
  commit_well (fixture->journal, batch);
  assert_facts (fixture->journal, NULL, "three ");
}

static void
test_fact_that_makes_no_sense (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put_fact (batch, "order", 1, "one");
  bright_journal_batch_put_fact (batch, "order", "2", "{\"time\": \"noon\"}", "", 1);
  commit_well (fixture->journal, batch);
  bright_journal_load_facts_async (fixture->journal, "order", NULL, &bright_activity_type, NULL,
                                   store_result, &result);
  wait_for_result (&result);
  g_assert_null (bright_journal_load_facts_finish (fixture->journal, result, &error));
  assert_storage_error (error, "order 2");
}

static void
test_digests (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) digests = NULL;

  put_fact (batch, "order", 1, "one");
  put_fact (batch, "order", 2, "two");
  put_fact (batch, "product", 3, "three");
  bright_journal_batch_doubt_fact (batch, "order", "2");
  commit_well (fixture->journal, batch);
  bright_journal_load_digests_async (fixture->journal, "order", NULL, store_result, &result);
  wait_for_result (&result);
  digests = bright_journal_load_digests_finish (fixture->journal, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (digests), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (digests, "1"), ==, "one");
  g_assert_cmpstr (g_hash_table_lookup (digests, "2"), ==, "");
}

/* ---- Links ---- */

static void
assert_link (BrightJournal *journal, const char *resource, gint64 id, const char *expected)
{
  g_autofree char *subject = find_link (journal, resource, id);

  g_assert_cmpstr (subject, ==, expected);
}

static BrightJournalBatch *
create_claim (const char *subject, gint64 id)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();

  bright_journal_batch_put_link (batch, subject, "brightpearl", "sales-order", id);
  bright_journal_batch_set_checkpoint (batch, subject, "linked");
  return batch;
}

static void
test_links (Fixture *fixture, gconstpointer unused)
{
  commit_well (fixture->journal, create_claim ("order 1", 5501));
  commit_well (fixture->journal, create_claim ("order 1", 5501));
  commit_well (fixture->journal, create_claim ("order 1", 5502));
  assert_link (fixture->journal, "sales-order", 5501, "order 1");
  assert_link (fixture->journal, "sales-order", 5502, "order 1");
  assert_link (fixture->journal, "sales-order", 5503, NULL);
  assert_link (fixture->journal, "contact", 5501, NULL);
}

/* The three wait at the same moment and share a commit; only the second one fails. */
static void
test_second_claim (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *results[3] = { NULL, NULL, NULL };
  const char *const names[] = { "order 1", "order 2", "order 3" };
  const gint64 ids[] = { 5501, 5501, 5503 };
  g_autoptr (GHashTable) checkpoints = NULL;

  for (guint i = 0; i < 3; i++)
    bright_journal_commit_async (fixture->journal, create_claim (names[i], ids[i]), NULL,
                                 store_result, &results[i]);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      wait_for_result (&results[i]);
      g_assert_cmpint (bright_journal_commit_finish (fixture->journal, results[i], &error), ==,
                       i != 1);
      if (i == 1)
        assert_storage_error (error, "belongs to another subject");
      g_clear_object (&results[i]);
    }
  assert_link (fixture->journal, "sales-order", 5501, "order 1");
  assert_link (fixture->journal, "sales-order", 5503, "order 3");
  checkpoints = load_checkpoints (fixture->journal);
  g_assert_true (g_hash_table_contains (checkpoints, "order 1"));
  g_assert_false (g_hash_table_contains (checkpoints, "order 2"));
  g_assert_true (g_hash_table_contains (checkpoints, "order 3"));
}

/* ---- Intents ---- */

static void
put_intent (BrightJournal *journal, gint64 id)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  BrightIntent intent = {
    .id = id,
    .subject = (char *)"order 1042",
    .platform = (char *)"brightpearl",
    .kind = (char *)"create-sales-order",
    .key = (char *)"1042",
    .method = (char *)"POST",
    .path = (char *)"order-service/sales-order",
    .body = (char *)"{\"ref\": \"1042\"}",
    .outcome = (char *)"sent",
    .detail = (char *)"",
    .sent_at = 1700000000,
  };

  bright_journal_batch_put_intent (batch, &intent);
  commit_well (journal, batch);
}

static gboolean
settle (BrightJournal *journal, gint64 id, const char *outcome, GError **error)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();

  bright_journal_batch_settle_intent (batch, id, outcome, "because", 1700000009);
  return commit (journal, batch, error);
}

static void
test_intents (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) intents = NULL;
  const BrightIntent *intent;

  for (guint i = 0; i < 4; i++)
    put_intent (fixture->journal, bright_journal_reserve_intent (fixture->journal));
  g_assert_true (settle (fixture->journal, 1, "done", NULL));
  g_assert_true (settle (fixture->journal, 3, "refused", NULL));
  g_assert_true (settle (fixture->journal, 4, "unknown", NULL));
  intents = load_open_intents (fixture->journal);
  g_assert_cmpuint (intents->len, ==, 2);
  intent = intents->pdata[0];
  g_assert_cmpint (intent->id, ==, 2);
  g_assert_cmpstr (intent->subject, ==, "order 1042");
  g_assert_cmpstr (intent->platform, ==, "brightpearl");
  g_assert_cmpstr (intent->kind, ==, "create-sales-order");
  g_assert_cmpstr (intent->key, ==, "1042");
  g_assert_cmpstr (intent->method, ==, "POST");
  g_assert_cmpstr (intent->path, ==, "order-service/sales-order");
  g_assert_cmpstr (intent->body, ==, "{\"ref\": \"1042\"}");
  g_assert_cmpstr (intent->outcome, ==, "sent");
  g_assert_cmpstr (intent->detail, ==, "");
  g_assert_cmpint (intent->sent_at, ==, 1700000000);
  g_assert_cmpint (intent->settled_at, ==, 0);
  intent = intents->pdata[1];
  g_assert_cmpint (intent->id, ==, 4);
  g_assert_cmpstr (intent->outcome, ==, "unknown");
  g_assert_cmpstr (intent->detail, ==, "because");
  g_assert_cmpint (intent->settled_at, ==, 0);
}

static void
test_wrong_intents (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  BrightIntent again = { .id = 1, .subject = (char *)"order 2", .outcome = (char *)"sent" };
  g_autoptr (GError) error = NULL;

  put_intent (fixture->journal, 1);
  g_assert_false (settle (fixture->journal, 2, "done", &error));
  assert_storage_error (error, "no such entry");
  g_clear_error (&error);
  g_assert_false (settle (fixture->journal, 1, "maybe", &error));
  assert_storage_error (error, "contradicts");
  g_clear_error (&error);
  bright_journal_batch_put_intent (batch, &again);
  g_assert_false (commit (fixture->journal, batch, &error));
  assert_storage_error (error, "contradicts");
}

/* ---- The rest ---- */

static void
test_checkpoints (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GHashTable) checkpoints = NULL;

  bright_journal_batch_set_checkpoint (batch, "orders", "1");
  bright_journal_batch_set_checkpoint (batch, "orders", "2");
  bright_journal_batch_set_checkpoint (batch, "stock", "");
  commit_well (fixture->journal, batch);
  checkpoints = load_checkpoints (fixture->journal);
  g_assert_cmpuint (g_hash_table_size (checkpoints), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (checkpoints, "orders"), ==, "2");
  g_assert_cmpstr (g_hash_table_lookup (checkpoints, "stock"), ==, "");
}

static void
test_activity (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) activity = NULL;
  const BrightActivity *first;
  const BrightActivity *second;

  bright_journal_batch_add_activity (batch, "order 1", 1001, "Seen.", NULL);
  bright_journal_batch_add_activity (batch, "order 2", 1002, "Seen.", "");
  bright_journal_batch_add_activity (batch, "order 1", 1000, "Created.", "5501");
  commit_well (fixture->journal, batch);
  activity = load_activity (fixture->journal, "order 1");
  g_assert_cmpuint (activity->len, ==, 2);
  first = activity->pdata[0];
  second = activity->pdata[1];
  g_assert_cmpint (first->id, <, second->id);
  g_assert_cmpstr (first->subject, ==, "order 1");
  g_assert_cmpint (first->time, ==, 1001);
  g_assert_cmpstr (first->what, ==, "Seen.");
  g_assert_cmpstr (first->detail, ==, "");
  g_assert_cmpstr (second->what, ==, "Created.");
  g_assert_cmpstr (second->detail, ==, "5501");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-tables/facts", test_facts);
  ADD ("/journal-tables/fact-that-makes-no-sense", test_fact_that_makes_no_sense);
  ADD ("/journal-tables/digests", test_digests);
  ADD ("/journal-tables/links", test_links);
  ADD ("/journal-tables/second-claim", test_second_claim);
  ADD ("/journal-tables/intents", test_intents);
  ADD ("/journal-tables/wrong-intents", test_wrong_intents);
  ADD ("/journal-tables/checkpoints", test_checkpoints);
  ADD ("/journal-tables/activity", test_activity);
  return g_test_run ();
}
