/* Clocks: the one of the machine, and the one that is moved by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-clock.h"
#include "test-util.h"

typedef struct
{
  BrightClock *clock;
  GString *log;
  guint other;
} Fixture;

static void
note (gpointer data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->log, "%" G_GINT64_FORMAT " ",
                          bright_clock_get_monotonic (fixture->clock));
}

static void
note_and_cancel_other (gpointer data)
{
  Fixture *fixture = data;

  note (fixture);
  bright_clock_cancel_call (fixture->clock, fixture->other);
}

static void
note_and_call_again (gpointer data)
{
  Fixture *fixture = data;

  note (fixture);
  bright_clock_call_after (fixture->clock, 5, note, fixture);
}

static void
set_up (Fixture *fixture)
{
  fixture->clock = bright_clock_new_manual (1000);
  fixture->log = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture)
{
  g_string_free (fixture->log, TRUE);
  g_assert_finalize_object (fixture->clock);
}

static void
test_stands_still (void)
{
  Fixture fixture;

  set_up (&fixture);
  g_assert_cmpint (bright_clock_get_seconds (fixture.clock), ==, 1000);
  g_assert_cmpint (bright_clock_get_monotonic (fixture.clock), ==, 0);
  bright_clock_call_after (fixture.clock, 0, note, &fixture);
  test_run_for (5);
  g_assert_cmpstr (fixture.log->str, ==, "");
  bright_clock_advance (fixture.clock, 0);
  g_assert_cmpstr (fixture.log->str, ==, "0 ");
  bright_clock_advance (fixture.clock, 90 * G_USEC_PER_SEC);
  g_assert_cmpint (bright_clock_get_seconds (fixture.clock), ==, 1090);
  g_assert_cmpint (bright_clock_get_monotonic (fixture.clock), ==, 90 * G_USEC_PER_SEC);
  tear_down (&fixture);
}

static void
test_calls_in_order (void)
{
  Fixture fixture;

  set_up (&fixture);
  bright_clock_call_after (fixture.clock, 30, note, &fixture);
  bright_clock_call_after (fixture.clock, 10, note, &fixture);
  bright_clock_call_after (fixture.clock, 20, note, &fixture);
  bright_clock_call_after (fixture.clock, 31, note, &fixture);
  bright_clock_advance (fixture.clock, 30);
  g_assert_cmpstr (fixture.log->str, ==, "10 20 30 ");
  bright_clock_advance (fixture.clock, 100);
  g_assert_cmpstr (fixture.log->str, ==, "10 20 30 31 ");
  tear_down (&fixture);
}

static void
test_cancel (void)
{
  Fixture fixture;
  guint id;

  set_up (&fixture);
  id = bright_clock_call_after (fixture.clock, 10, note, &fixture);
  g_assert_cmpuint (id, !=, 0);
  bright_clock_cancel_call (fixture.clock, id);
  bright_clock_call_after (fixture.clock, 20, note_and_cancel_other, &fixture);
  fixture.other = bright_clock_call_after (fixture.clock, 20, note, &fixture);
  bright_clock_advance (fixture.clock, 100);
  g_assert_cmpstr (fixture.log->str, ==, "20 ");
  tear_down (&fixture);
}

static void
test_call_from_call (void)
{
  Fixture fixture;

  set_up (&fixture);
  bright_clock_call_after (fixture.clock, 10, note_and_call_again, &fixture);
  bright_clock_advance (fixture.clock, 14);
  g_assert_cmpstr (fixture.log->str, ==, "10 ");
  bright_clock_advance (fixture.clock, 1);
  g_assert_cmpstr (fixture.log->str, ==, "10 15 ");
  tear_down (&fixture);
}

static void
test_pending_calls_are_dropped (void)
{
  Fixture fixture;

  set_up (&fixture);
  bright_clock_call_after (fixture.clock, 10, note, &fixture);
  tear_down (&fixture);
}

static gboolean
has_log (gpointer data)
{
  Fixture *fixture = data;

  return fixture->log->len > 0;
}

static void
test_system (void)
{
  Fixture fixture = { .clock = bright_clock_new_system (), .log = g_string_new (NULL) };
  gint64 real = g_get_real_time () / G_USEC_PER_SEC;
  gint64 start = bright_clock_get_monotonic (fixture.clock);
  guint id;

  g_assert_cmpint (ABS (bright_clock_get_seconds (fixture.clock) - real), <=, 2);
  id = bright_clock_call_after (fixture.clock, 1000, note, &fixture);
  bright_clock_cancel_call (fixture.clock, id);
  bright_clock_call_after (fixture.clock, 1500, note, &fixture);
  test_wait_until (has_log, NULL, &fixture, "the clock of the machine to call");
  g_assert_cmpint (bright_clock_get_monotonic (fixture.clock) - start, >=, 1500);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/stands-still", test_stands_still);
  g_test_add_func ("/clock/calls-in-order", test_calls_in_order);
  g_test_add_func ("/clock/cancel", test_cancel);
  g_test_add_func ("/clock/call-from-call", test_call_from_call);
  g_test_add_func ("/clock/pending-calls", test_pending_calls_are_dropped);
  g_test_add_func ("/clock/system", test_system);
  return g_test_run ();
}
