/* The budget, on a clock that is moved by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-budget.h"

#define SECOND G_TIME_SPAN_SECOND

typedef struct
{
  BrightClock *clock;
  BrightHttpBudget budget;
} Fixture;

static void
set_up (Fixture *fixture, guint quota, gint64 seconds)
{
  fixture->clock = bright_clock_new_manual (1000000);
  bright_http_budget_init (&fixture->budget, fixture->clock, quota, seconds * SECOND);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->clock);
}

static void
answer (Fixture *fixture, gint64 remaining, gint64 quota, gint64 reset)
{
  BrightHttpLimits limits = { remaining, quota, reset };

  bright_http_budget_learn (&fixture->budget, &limits);
  bright_http_budget_unblock (&fixture->budget);
}

/* Sends all that may be sent now; answers tell nothing. */
static guint
drain (Fixture *fixture)
{
  guint sent = 0;

  while (bright_http_budget_wait (&fixture->budget) == 0 && sent < 10000)
    {
      bright_http_budget_count (&fixture->budget);
      bright_http_budget_learn (&fixture->budget, NULL);
      sent++;
    }
  return sent;
}

static void
test_published (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 200);
  g_assert_cmpuint (drain (&fixture), ==, 200);
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 0);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >=, 60 * SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), <=, 61 * SECOND);
  bright_clock_advance (fixture.clock, 59 * SECOND);
  g_assert_cmpuint (drain (&fixture), ==, 0);
  bright_clock_advance (fixture.clock, bright_http_budget_wait (&fixture.budget));
  g_assert_cmpuint (drain (&fixture), ==, 200);
  tear_down (&fixture);
}

static void
test_follows_down_and_up (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  bright_http_budget_count (&fixture.budget);
  answer (&fixture, 3, -1, 10 * SECOND);
  g_assert_cmpuint (drain (&fixture), ==, 3);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >=, 10 * SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), <, 11 * SECOND);
  bright_clock_advance (fixture.clock, 11 * SECOND);
  /* One finds out; the platform turns out to allow more than was published. */
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  bright_http_budget_count (&fixture.budget);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, BRIGHT_HTTP_BUDGET_ANSWER);
  answer (&fixture, 999, -1, 60 * SECOND);
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 999);
  g_assert_cmpuint (drain (&fixture), ==, 999);
  tear_down (&fixture);
}

static void
test_in_flight (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  for (guint i = 0; i < 5; i++)
    bright_http_budget_count (&fixture.budget);
  /* Four more are on their way, so of six only two are free. */
  answer (&fixture, 6, -1, 30 * SECOND);
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 2);
  for (guint i = 0; i < 4; i++)
    answer (&fixture, 5 - i, -1, 30 * SECOND);
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 2);
  g_assert_cmpuint (drain (&fixture), ==, 2);
  tear_down (&fixture);
}

static void
test_fixed_window (void)
{
  Fixture fixture;

  set_up (&fixture, 150, 30);
  bright_http_budget_count (&fixture.budget);
  answer (&fixture, 0, 450, 5 * SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >, 4 * SECOND);
  bright_clock_advance (fixture.clock, 6 * SECOND);
  /* The answer told the size of the window, so all of it is there at once. */
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 450);
  g_assert_cmpuint (drain (&fixture), ==, 450);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >, 29 * SECOND);
  tear_down (&fixture);
}

static void
test_lost_probe (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  bright_http_budget_count (&fixture.budget);
  answer (&fixture, 0, -1, SECOND);
  bright_clock_advance (fixture.clock, 2 * SECOND);
  bright_http_budget_count (&fixture.budget);
  bright_http_budget_learn (&fixture.budget, NULL);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  tear_down (&fixture);
}

static void
test_ceiling (void)
{
  Fixture fixture;
  gint64 wait;

  set_up (&fixture, 1000, 60);
  bright_http_budget_set_ceiling (&fixture.budget, 10);
  g_assert_cmpuint (drain (&fixture), ==, 10);
  bright_clock_advance (fixture.clock, 30 * SECOND);
  bright_http_budget_set_ceiling (&fixture.budget, 25);
  g_assert_cmpuint (drain (&fixture), ==, 15);
  wait = bright_http_budget_wait (&fixture.budget);
  g_assert_cmpint (wait, >=, 30 * SECOND);
  g_assert_cmpint (wait, <, 31 * SECOND);
  bright_clock_advance (fixture.clock, wait);
  g_assert_cmpuint (drain (&fixture), ==, 10);
  bright_http_budget_set_ceiling (&fixture.budget, 0);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  tear_down (&fixture);
}

static void
test_ceiling_holds_at_every_moment (void)
{
  Fixture fixture;
  gint64 sent_at[2000];
  guint sent = 0;

  set_up (&fixture, 100000, 60);
  bright_http_budget_set_ceiling (&fixture.budget, 100);
  while (bright_clock_get_monotonic (fixture.clock) < 600 * SECOND)
    {
      if (bright_http_budget_wait (&fixture.budget) == 0)
        {
          bright_http_budget_count (&fixture.budget);
          bright_http_budget_learn (&fixture.budget, NULL);
          sent_at[sent++] = bright_clock_get_monotonic (fixture.clock);
        }
      bright_clock_advance (fixture.clock, 37 * G_TIME_SPAN_MILLISECOND);
    }
  for (guint i = 100; i < sent; i++)
    g_assert_cmpint (sent_at[i] - sent_at[i - 100], >=, 60 * SECOND);
  g_assert_cmpuint (sent, >=, 980);
  tear_down (&fixture);
}

static void
test_block_as_told (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  for (guint i = 0; i < 3; i++)
    bright_http_budget_count (&fixture.budget);
  for (guint i = 0; i < 3; i++)
    {
      bright_http_budget_learn (&fixture.budget, NULL);
      bright_http_budget_block (&fixture.budget, 7 * SECOND);
    }
  g_assert_cmpint (bright_http_budget_get_remaining (&fixture.budget), ==, 0);
  bright_clock_advance (fixture.clock, 7 * SECOND - 1);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >, 0);
  bright_clock_advance (fixture.clock, SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  /* Only one goes ahead, to see whether the platform is at ease again. */
  bright_http_budget_count (&fixture.budget);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, BRIGHT_HTTP_BUDGET_ANSWER);
  answer (&fixture, -1, -1, -1);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  bright_http_budget_count (&fixture.budget);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  tear_down (&fixture);
}

static void
test_block_until_reset (void)
{
  Fixture fixture;
  BrightHttpLimits limits = { 0, -1, 20 * SECOND };

  set_up (&fixture, 200, 60);
  bright_http_budget_count (&fixture.budget);
  bright_http_budget_learn (&fixture.budget, &limits);
  bright_http_budget_block (&fixture.budget, 0);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), >=, 20 * SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), <, 21 * SECOND);
  tear_down (&fixture);
}

static void
test_block_grows (void)
{
  static const gint64 expected[] = { 1, 2, 4, 8, 16, 32, 60, 60 };
  Fixture fixture;

  set_up (&fixture, 200, 60);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gint64 wait;

      bright_http_budget_count (&fixture.budget);
      bright_http_budget_learn (&fixture.budget, NULL);
      bright_http_budget_block (&fixture.budget, 0);
      wait = bright_http_budget_wait (&fixture.budget);
      g_assert_cmpint (wait, >=, expected[i] * SECOND);
      g_assert_cmpint (wait, <, expected[i] * SECOND + SECOND);
      bright_clock_advance (fixture.clock, wait);
    }
  tear_down (&fixture);
}

static void
test_absurd_answers (void)
{
  Fixture fixture;

  set_up (&fixture, 200, 60);
  bright_http_budget_count (&fixture.budget);
  answer (&fixture, 0, -1, G_MAXINT64);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), <=, 2 * G_TIME_SPAN_HOUR);
  bright_clock_advance (fixture.clock, 2 * G_TIME_SPAN_HOUR);
  bright_http_budget_count (&fixture.budget);
  bright_http_budget_learn (&fixture.budget, NULL);
  bright_http_budget_block (&fixture.budget, G_MAXINT64);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), <=, 2 * G_TIME_SPAN_HOUR);
  bright_clock_advance (fixture.clock, 2 * G_TIME_SPAN_HOUR);
  bright_http_budget_count (&fixture.budget);
  answer (&fixture, G_MAXINT64, G_MAXINT64, 0);
  bright_clock_advance (fixture.clock, SECOND);
  g_assert_cmpint (bright_http_budget_wait (&fixture.budget), ==, 0);
  tear_down (&fixture);
}

/* A platform that counts a rolling minute and tells when its oldest request leaves. */
static void
test_throughput_of_a_rolling_window (void)
{
  Fixture fixture;
  gint64 sent_at[4000];
  guint sent = 0;
  guint refused = 0;
  const gint64 end = 600 * SECOND;

  set_up (&fixture, 200, 60);
  while (bright_clock_get_monotonic (fixture.clock) < end)
    {
      gint64 now = bright_clock_get_monotonic (fixture.clock);
      gint64 wait = bright_http_budget_wait (&fixture.budget);
      guint first = 0;

      if (wait > 0)
        {
          bright_clock_advance (fixture.clock, wait);
          continue;
        }
      bright_http_budget_count (&fixture.budget);
      bright_clock_advance (fixture.clock, 50 * G_TIME_SPAN_MILLISECOND);
      while (first < sent && sent_at[first] <= now - 60 * SECOND)
        first++;
      if (sent - first >= 200)
        refused++;
      else
        sent_at[sent++] = now;
      answer (&fixture, 200 - (gint64) (sent - first), -1, sent_at[first] + 60 * SECOND - now);
    }
  g_assert_cmpuint (refused, ==, 0);
  g_assert_cmpuint (sent, >=, 1900);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-budget/published", test_published);
  g_test_add_func ("/http-budget/follows-down-and-up", test_follows_down_and_up);
  g_test_add_func ("/http-budget/in-flight", test_in_flight);
  g_test_add_func ("/http-budget/fixed-window", test_fixed_window);
  g_test_add_func ("/http-budget/lost-probe", test_lost_probe);
  g_test_add_func ("/http-budget/ceiling", test_ceiling);
  g_test_add_func ("/http-budget/ceiling-at-every-moment", test_ceiling_holds_at_every_moment);
  g_test_add_func ("/http-budget/block-as-told", test_block_as_told);
  g_test_add_func ("/http-budget/block-until-reset", test_block_until_reset);
  g_test_add_func ("/http-budget/block-grows", test_block_grows);
  g_test_add_func ("/http-budget/absurd-answers", test_absurd_answers);
  g_test_add_func ("/http-budget/rolling-throughput", test_throughput_of_a_rolling_window);
  return g_test_run ();
}
