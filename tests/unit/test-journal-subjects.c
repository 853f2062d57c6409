/* The journal's subjects: round trip, queries, search, counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

static void
put_order (BrightJournalBatch *batch, gint64 number, const char *state, const char *title)
{
  g_autofree char *name = g_strdup_printf ("order %" G_GINT64_FORMAT, number);
  g_autofree char *email = g_strdup_printf ("shopper%" G_GINT64_FORMAT "@example.com", number);
  BrightSubject subject = {
    .subject = name,
    .number = number,
    .flow = (char *)"orders",
    .state = (char *)state,
    .title = (char *)title,
    .email = email,
    .attention = g_str_equal (state, "held"),
    .retry_at = g_str_equal (state, "waiting") ? 1000 + number : 0,
  };

  bright_journal_batch_put_subject (batch, &subject);
}

static void
put_product (BrightJournalBatch *batch, const char *name)
{
  BrightSubject subject = { .subject = (char *)name, .flow = (char *)"stock" };

  bright_journal_batch_put_subject (batch, &subject);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();

  fixture_set_up (fixture, NULL);
  put_order (batch, 1042, "held", "Jürgen Müller");
  put_order (batch, 9, "linked", "Ann Example");
  put_order (batch, 10, "linked", "100% _Cotton_");
  put_order (batch, 104, "waiting", "Ann Other");
  put_order (batch, 21042, "filtered", "");
  put_product (batch, "product MUG-1");
  put_product (batch, "product 5012345678900");
  bright_journal_batch_put_link (batch, "order 9", "brightpearl", "sales-order", 5501);
  bright_journal_batch_put_link (batch, "order 10", "brightpearl", "goods-out-note", 5501);
  bright_journal_batch_put_link (batch, "order 104", "brightpearl", "sales-order", 15501);
  commit_well (fixture->journal, batch);
}

/* Asserts which subjects a query finds, in which order. */
static void
assert_found (Fixture *fixture, BrightSubjectQuery query, const char *expected)
{
  g_autoptr (GPtrArray) subjects = load_subjects (fixture->journal, &query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < subjects->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((BrightSubject *)subjects->pdata[i])->subject);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  BrightSubject subject = {
    .subject = (char *)"order 1042",
    .number = 1042,
    .flow = (char *)"orders",
    .state = (char *)"held",
    .code = (char *)"product-missing",
    .setting = (char *)"orders.missing-product",
    .message = (char *)"MUG-1 is not in Brightpearl.",
    .attention = TRUE,
    .title = (char *)"Jürgen Müller",
    .email = (char *)"j@example.com",
    .currency = (char *)"GBP",
    .amount = 123450,
    .placed_at = 1,
    .changed_at = 2,
    .retry_at = 3,
    .attempts = 4,
    .link = (char *)"{\"row\": 5}",
  };
  BrightJournalBatch *batch = bright_journal_batch_new ();
  const char *const names[] = { "order 1042", "order 1", NULL };
  BrightSubjectQuery query = { .names = names };
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *wanted = bright_record_to_string (&bright_subject_type, &subject);
  g_autofree char *given = NULL;

  bright_journal_batch_put_subject (batch, &subject);
  commit_well (fixture->journal, batch);
  found = load_subjects (fixture->journal, &query);
  g_assert_cmpuint (found->len, ==, 1);
  given = bright_record_to_string (&bright_subject_type, found->pdata[0]);
  g_assert_cmpstr (given, ==, wanted);
}

/* A verdict leaves alone what is linked to the subject. */
static void
test_verdict (Fixture *fixture, gconstpointer unused)
{
  BrightSubject subject = { .subject = (char *)"order 9",
                            .number = 9,
                            .flow = (char *)"orders",
                            .state = (char *)"linked",
                            .title = (char *)"Ann Example",
                            .retry_at = 5,
                            .link = (char *)"{\"parts\":[1]}" };
  BrightSubject verdict = { .subject = (char *)"order 9",
                            .number = 9,
                            .flow = (char *)"orders",
                            .state = (char *)"held",
                            .code = (char *)"refused-by-bigcommerce",
                            .attention = TRUE };
  const char *const names[] = { "order 9", NULL };
  BrightSubjectQuery query = { .names = names };
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) found = NULL;
  const BrightSubject *kept;

  bright_journal_batch_put_subject (batch, &subject);
  bright_journal_batch_put_verdict (batch, &verdict);
  verdict.subject = (char *)"order 11";
  verdict.number = 11;
  bright_journal_batch_put_verdict (batch, &verdict);
  commit_well (fixture->journal, batch);
  found = load_subjects (fixture->journal, &query);
  g_assert_cmpuint (found->len, ==, 1);
  kept = found->pdata[0];
  g_assert_cmpstr (kept->state, ==, "held");
  g_assert_cmpstr (kept->code, ==, "refused-by-bigcommerce");
  g_assert_true (kept->attention);
  g_assert_cmpint (kept->retry_at, ==, 0);
  g_assert_cmpstr (kept->title, ==, "Ann Example");
  g_assert_cmpstr (kept->link, ==, "{\"parts\":[1]}");
  assert_found (fixture, (BrightSubjectQuery){ .attention = TRUE },
                "order 9, order 11, order 1042");
}

static void
test_queries (Fixture *fixture, gconstpointer unused)
{
  const char *const names[] = { "order 104", "order 9", "order \"7\"", NULL };
  const char *const no_names[] = { NULL };

  assert_found (fixture, (BrightSubjectQuery){},
                "product 5012345678900, product MUG-1, order 9, order 10, order 104, order 1042, "
                "order 21042");
  assert_found (fixture, (BrightSubjectQuery){ .flow = "orders", .newest_first = TRUE },
                "order 21042, order 1042, order 104, order 10, order 9");
  assert_found (fixture, (BrightSubjectQuery){ .flow = "orders", .offset = 1, .limit = 2 },
                "order 10, order 104");
  assert_found (fixture, (BrightSubjectQuery){ .flow = "orders", .offset = 4 }, "order 21042");
  assert_found (fixture, (BrightSubjectQuery){ .flow = "orders", .state = "linked" },
                "order 9, order 10");
  assert_found (fixture, (BrightSubjectQuery){ .state = "linked" }, "order 9, order 10");
  assert_found (fixture, (BrightSubjectQuery){ .attention = TRUE }, "order 1042");
  assert_found (fixture, (BrightSubjectQuery){ .attention = TRUE, .flow = "stock" }, "");
  assert_found (fixture, (BrightSubjectQuery){ .due_at = 1103 }, "");
  assert_found (fixture, (BrightSubjectQuery){ .due_at = 1104 }, "order 104");
  assert_found (fixture, (BrightSubjectQuery){ .names = names }, "order 9, order 104");
  assert_found (fixture, (BrightSubjectQuery){ .names = no_names }, "");
  assert_found (fixture,
                (BrightSubjectQuery){ .names = names,
                                      .flow = "orders",
                                      .state = "waiting",
                                      .search = "ann",
                                      .due_at = 2000,
                                      .limit = 5,
                                      .newest_first = TRUE },
                "order 104");
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  const struct
  {
    const char *search;
    const char *expected;
  } rows[] = {
    /* Text anywhere, in any case, in any script; nothing is a wildcard. */
    { "ann", "order 9, order 104" },
    { " ANN e ", "order 9" },
    { "MÜLLER", "order 1042" },
    { "mug", "product MUG-1" },
    { "0% _", "order 10" },
    { "%", "order 10" },
    { "r1042@", "order 1042" },
    { "order 104", "order 104, order 1042" },
    { "nobody", "" },
    { "'", "" },
    /* Digits: the beginning of a number, a linked id, or in a name without a number. */
    { "1042", "order 1042" },
    { "104", "order 104, order 1042" },
    { "5501", "order 9, order 10" },
    { "15501", "order 104" },
    { "501234", "product 5012345678900" },
    { "123456789012345678", "" },
    { "99999999999999999999", "" },
    { "042", "order 1042, order 21042" },
    { "", "product 5012345678900, product MUG-1, order 9, order 10, order 104, order 1042, "
          "order 21042" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("searching \"%s\"", rows[i].search);
      assert_found (fixture, (BrightSubjectQuery){ .search = rows[i].search }, rows[i].expected);
    }
  assert_found (fixture,
                (BrightSubjectQuery){ .search = "104", .flow = "orders", .newest_first = TRUE },
                "order 1042, order 104");
  assert_found (fixture, (BrightSubjectQuery){ .search = "104", .state = "held" }, "order 1042");
  assert_found (fixture, (BrightSubjectQuery){ .search = "ann", .limit = 1, .offset = 1 },
                "order 104");
}

static void
test_replace (Fixture *fixture, gconstpointer unused)
{
  BrightJournalBatch *batch = bright_journal_batch_new ();

  put_order (batch, 1042, "linked", "Somebody Else");
  commit_well (fixture->journal, batch);
  assert_found (fixture, (BrightSubjectQuery){ .attention = TRUE }, "");
  assert_found (fixture, (BrightSubjectQuery){ .search = "müller" }, "");
  assert_found (fixture, (BrightSubjectQuery){ .search = "somebody" }, "order 1042");
}

static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = NULL;

  bright_journal_count_subjects_async (fixture->journal, "orders", NULL, store_result, &result);
  wait_for_result (&result);
  counts = bright_journal_count_subjects_finish (fixture->journal, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "linked")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "held")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "filtered")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "waiting")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "attention")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal-subjects/round-trip", Fixture, NULL, fixture_set_up, test_round_trip,
              fixture_tear_down);
  g_test_add ("/journal-subjects/verdict", Fixture, NULL, set_up, test_verdict, fixture_tear_down);
  g_test_add ("/journal-subjects/queries", Fixture, NULL, set_up, test_queries, fixture_tear_down);
  g_test_add ("/journal-subjects/search", Fixture, NULL, set_up, test_search, fixture_tear_down);
  g_test_add ("/journal-subjects/replace", Fixture, NULL, set_up, test_replace, fixture_tear_down);
  g_test_add ("/journal-subjects/counts", Fixture, NULL, set_up, test_counts, fixture_tear_down);
  return g_test_run ();
}
