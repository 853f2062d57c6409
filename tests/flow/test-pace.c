/* Tests of the clock's syncs: how often, how soon, and since when they fail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-pace.h"
#include "profile.h"
#include "test-util.h"

#define INTERVAL 300
#define SOON 5

typedef struct
{
  Practice *practice;
  Profile *profile;
} Fixture;

static gint64
get_next_run (const Fixture *fixture)
{
  gint64 next_run;

  g_object_get (fixture->profile->service, "next-run", &next_run, NULL);
  return next_run == 0 ? 0 : next_run - bright_clock_get_seconds (fixture->profile->clock);
}

static gboolean
is_working (gpointer data)
{
  g_autofree char *state = NULL;

  g_object_get (((Fixture *)data)->profile->service, "state", &state, NULL);
  return g_strcmp0 (state, "working") == 0;
}

static gboolean
is_resting (gpointer data)
{
  return !is_working (data) && get_next_run (data) > 0;
}

static void
tick (gpointer data)
{
  bright_clock_advance (((Fixture *)data)->profile->clock, G_USEC_PER_SEC / 10);
}

static void
wait_for_rest (Fixture *fixture)
{
  test_wait_until (is_resting, tick, fixture, "the clock's sync to end");
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->practice = practice_start ("--orders", "20", NULL);
  fixture->profile = profile_new (fixture->practice, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static void
start (Fixture *fixture)
{
  bright_sync_service_start (fixture->profile->service);
  g_assert_true (is_working (fixture));
  wait_for_rest (fixture);
  g_assert_cmpint (get_next_run (fixture), ==, INTERVAL);
}

static void
test_stretched (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;

  start (fixture);
  g_assert_cmpstr (bright_sync_service_get_pace_reason (service), ==, "");
  bright_clock_advance (fixture->profile->clock, 100 * G_USEC_PER_SEC);
  bright_sync_service_set_pace (service, 4, "It costs money.");
  g_assert_cmpint (get_next_run (fixture), ==, 4 * INTERVAL - 100);
  g_assert_cmpstr (bright_sync_service_get_pace_reason (service), ==, "It costs money.");

  /* What would have been due at the usual pace does not happen. */
  bright_clock_advance (fixture->profile->clock, (INTERVAL - 100) * G_USEC_PER_SEC);
  g_assert_false (is_working (fixture));

  /* It is due at once where more than an interval went by. */
  bright_clock_advance (fixture->profile->clock, INTERVAL * G_USEC_PER_SEC);
  bright_sync_service_set_pace (service, 1, "");
  g_assert_cmpint (get_next_run (fixture), ==, SOON);
}

static void
test_soon_once (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;

  bright_sync_service_sync_soon (service);
  g_assert_cmpint (get_next_run (fixture), ==, 0);

  start (fixture);
  for (guint i = 0; i < 5; i++)
    bright_sync_service_sync_soon (service);
  g_assert_cmpint (get_next_run (fixture), ==, SOON);
  bright_sync_service_set_pace (service, 4, "It costs money.");
  g_assert_cmpint (get_next_run (fixture), ==, SOON);
  bright_clock_advance (fixture->profile->clock, SOON * G_USEC_PER_SEC);
  g_assert_true (is_working (fixture));

  /* During a sync it brings one more after it. */
  for (guint i = 0; i < 5; i++)
    bright_sync_service_sync_soon (service);
  wait_for_rest (fixture);
  g_assert_cmpint (get_next_run (fixture), ==, SOON);
  bright_clock_advance (fixture->profile->clock, SOON * G_USEC_PER_SEC);
  g_assert_true (is_working (fixture));
  wait_for_rest (fixture);
  g_assert_cmpint (get_next_run (fixture), ==, 4 * INTERVAL);
}

static void
test_failing_since (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  BrightError cause;
  gint64 since;
  gint64 first = 0;

  start (fixture);
  g_assert_false (bright_sync_service_get_failure (service, &cause, &since));

  g_clear_pointer (&fixture->practice, practice_stop);
  for (guint i = 0; i < 2; i++)
    {
      bright_sync_service_sync_soon (service);
      bright_clock_advance (fixture->profile->clock, SOON * G_USEC_PER_SEC);
      first = i == 0 ? bright_clock_get_seconds (fixture->profile->clock) : first;
      wait_for_rest (fixture);
      g_assert_true (bright_sync_service_get_failure (service, &cause, &since));
      g_assert_cmpint (cause, ==, BRIGHT_ERROR_OFFLINE);
      g_assert_cmpint (since, >=, first);
      g_assert_cmpint (since, <, first + INTERVAL);
      bright_clock_advance (fixture->profile->clock, (INTERVAL - 20) * G_USEC_PER_SEC);
    }
}

static void
note_throttling (BrightSyncService *service, GParamSpec *spec, gpointer data)
{
  gint64 until;

  g_object_get (service, "throttled-until", &until, NULL);
  *(gint64 *)data = MAX (*(gint64 *)data, until);
}

/* A platform that wants to be called less often is a state that is told, and no failure. */
static void
test_throttled (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "20", NULL);
  g_autoptr (Profile) profile = profile_new (practice, "{'connection': {'patience-seconds': 900}}");
  gint64 latest = 0;
  gulong handler = g_signal_connect (profile->service, "notify::throttled-until",
                                     G_CALLBACK (note_throttling), &latest);

  practice_set_faults (practice, "throttle=1,limit=3");
  profile_sync_and_forget (profile);
  g_signal_handler_disconnect (profile->service, handler);
  g_assert_cmpint (latest, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pace/stretched", Fixture, NULL, set_up, test_stretched, tear_down);
  g_test_add ("/pace/soon-once", Fixture, NULL, set_up, test_soon_once, tear_down);
  g_test_add ("/pace/failing-since", Fixture, NULL, set_up, test_failing_since, tear_down);
  g_test_add_func ("/pace/throttled", test_throttled);
  return g_test_run ();
}
