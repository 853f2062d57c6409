/* Tests of what is remembered of successful syncs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-gaps.h"

#include <string.h>

#define DAY (24 * 3600)
#define START (G_GINT64_CONSTANT (1790000000))

static void
test_nothing (void)
{
  g_autoptr (BrightSyncGaps) gaps = bright_sync_gaps_new (NULL);
  g_autoptr (BrightSyncGaps) odd = bright_sync_gaps_new ("nonsense 1");

  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START), ==, 0);
  g_assert_cmpint (bright_sync_gaps_get_last (odd), ==, 0);
}

static void
test_longest (void)
{
  g_autoptr (BrightSyncGaps) gaps = bright_sync_gaps_new ("");

  bright_sync_gaps_add (gaps, START);
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START), ==, 0);
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START + 90), ==, 90);
  bright_sync_gaps_add (gaps, START + 5000);
  bright_sync_gaps_add (gaps, START + 5300);
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START + 5600), ==, 5000);
  /* Of a gap that is partly longer ago than seven days, the rest counts. */
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START + 1000 + 7 * DAY), ==,
                   7 * DAY + 1000 - 5300);
  bright_sync_gaps_add (gaps, START + 4 * DAY);
  bright_sync_gaps_add (gaps, START + 8 * DAY);
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START + 8 * DAY), ==, 4 * DAY);
  g_assert_cmpint (bright_sync_gaps_get_longest (gaps, START + 30 * DAY), ==, 7 * DAY);
}

/* What is kept gives the same answers, and stays short. */
static void
test_text (void)
{
  g_autoptr (BrightSyncGaps) gaps = bright_sync_gaps_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = START;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = NULL;
      gint64 longest = 0;

      now += g_rand_int_range (random, 100, i % 500 == 0 ? 200000 : 700);
      bright_sync_gaps_add (gaps, now);
      g_array_append_val (times, now);
      text = bright_sync_gaps_to_text (gaps);
      g_assert_cmpuint (strlen (text), <, 2000);
      bright_sync_gaps_free (gaps);
      gaps = bright_sync_gaps_new (text);
      for (guint j = 1; j < times->len; j++)
        {
          gint64 end = g_array_index (times, gint64, j);
          gint64 start = MAX (g_array_index (times, gint64, j - 1), now - 7 * DAY);

          longest = MAX (longest, end - start);
        }
      g_assert_cmpint (bright_sync_gaps_get_longest (gaps, now), ==, longest);
      g_assert_cmpint (bright_sync_gaps_get_last (gaps), ==, now);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync-gaps/nothing", test_nothing);
  g_test_add_func ("/sync-gaps/longest", test_longest);
  g_test_add_func ("/sync-gaps/text", test_text);
  return g_test_run ();
}
