/* Tests of counting in the journal, with as many orders as a large store has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-counts.h"

#include "test-journal-support.h"

#include <string.h>

#define ORDERS 20000
#define PER_BATCH 2000
#define SINCE 1000000

static void
put_traits (BrightJournalBatch *batch, guint i)
{
  g_autofree char *key = g_strdup_printf ("order %u", i);
  g_autofree char *text
      = g_strdup_printf ("{\"at\": %u, \"has\": [\"bigcommerce-status %u\", \"currency GBP\"%s]}",
                         SINCE - 100 + i, i % 4, i % 10 == 0 ? ", \"guest \"" : "");

  bright_journal_batch_put_fact (batch, "traits", key, text, "", 1);
}

static guint
get_count (GHashTable *counts, const char *trait)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, trait));
}

static void
test_traits (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *result = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (guint i = 0; i < ORDERS; i += PER_BATCH)
    {
      BrightJournalBatch *batch = bright_journal_batch_new ();

      for (guint j = i; j < i + PER_BATCH; j++)
        put_traits (batch, j);
      put_fact (batch, "order", i, "of another kind");
      commit_well (fixture->journal, batch);
    }
  start = g_get_monotonic_time ();
  bright_journal_count_traits_async (fixture->journal, "traits", SINCE, NULL, store_result,
                                     &result);
  wait_for_result (&result);
  counts = bright_journal_count_traits_finish (fixture->journal, result, &error);
  g_clear_object (&result);
  g_test_message ("%u orders counted: %.1f ms", ORDERS,
                  (double)(g_get_monotonic_time () - start) / 1000);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 6);
  g_assert_cmpuint (get_count (counts, "currency GBP"), ==, ORDERS - 100);
  g_assert_cmpuint (get_count (counts, "guest "), ==, ORDERS / 10 - 10);
  g_assert_cmpuint (get_count (counts, "bigcommerce-status 3"), ==, ORDERS / 4 - 25);
}

static void
put_subject (BrightJournalBatch *batch, guint i, gint64 placed_at)
{
  g_autofree char *name = g_strdup_printf ("order %u", i);
  BrightSubject subject = { .subject = name,
                            .number = i,
                            .flow = (char *)(i % 100 == 99 ? "stock" : "orders"),
                            .state = (char *)(i % 3 == 0 ? "held" : "linked"),
                            .attention = i % 6 == 0,
                            .placed_at = placed_at };

  bright_journal_batch_put_subject (batch, &subject);
}

/* Orders that were placed before the first period are in none. */
static void
test_periods (Fixture *fixture, gconstpointer unused)
{
  static const gint64 starts[] = { 1000, 2000, 2500 };
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  guint expected[3][2][2] = { 0 };
  guint found[3][2][2] = { 0 };

  g_array_append_vals (list, starts, G_N_ELEMENTS (starts));
  for (guint i = 0; i < 300; i++)
    {
      gint64 time = 500 + i * 10;

      put_subject (batch, i, time);
      if (time >= 1000 && i % 100 != 99)
        expected[time < 2000 ? 0 : time < 2500 ? 1 : 2][i % 3 == 0][i % 6 == 0]++;
    }
  commit_well (fixture->journal, batch);
  bright_journal_count_periods_async (fixture->journal, "orders", list, NULL, store_result,
                                      &result);
  wait_for_result (&result);
  counts = bright_journal_count_periods_finish (fixture->journal, result, &error);
  g_clear_object (&result);
  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const BrightPeriodCount *count = counts->pdata[i];

      g_assert_cmpuint (count->period, <, 3);
      found[count->period][strcmp (count->state, "held") == 0][count->attention]
          += count->n_subjects;
    }
  g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal-counts/traits", Fixture, NULL, fixture_set_up, test_traits,
              fixture_tear_down);
  g_test_add ("/journal-counts/periods", Fixture, NULL, fixture_set_up, test_periods,
              fixture_tear_down);
  return g_test_run ();
}
