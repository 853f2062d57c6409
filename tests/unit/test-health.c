/* Tests of what the window says about how things stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-budget-row.h"
#include "bright-condition-bar.h"
#include "bright-health.h"
#include "bright-home-flows.h"
#include "bright-moment.h"
#include "bright-report-words.h"

#define NOW 1795514400 /* 2026-11-24 10:00 UTC */
#define MINUTE 60
#define HOUR 3600

/* ---- The bar ---- */

static const BrightConditionFacts fine = {
  .is_configured = TRUE,
  .mode = "automatic",
  .state = "idle",
  .message = "Up to date.",
  .settings_problem = "",
};

static void
assert_condition (const BrightConditionFacts *facts,
                  const char *text,
                  const char *action,
                  const char *target)
{
  g_auto (BrightCondition) condition = { 0 };

  bright_condition_decide (facts, NOW, &condition);
  g_assert_cmpstr (condition.text, ==, text);
  g_assert_cmpstr (condition.action, ==, action);
  g_assert_cmpstr (condition.target, ==, target);
  g_assert_cmpint (condition.button != NULL, ==, condition.action != NULL);
}

static void
test_condition_none (void)
{
  assert_condition (&fine, NULL, NULL, NULL);
}

/* Each fact alone. */
static void
test_condition_each (void)
{
  BrightConditionFacts facts = fine;

  facts.settings_problem = "The disk is full.";
  assert_condition (&facts, "The disk is full.", NULL, NULL);
  facts = fine;
  facts.is_configured = FALSE;
  assert_condition (&facts, "Not connected yet.", "win.first-run", NULL);
  facts = fine;
  facts.state = "failed";
  facts.message = "The token is refused.";
  assert_condition (&facts, "The token is refused.", "win.accounts", NULL);
  facts = fine;
  facts.paused_until = NOW + HOUR;
  assert_condition (&facts, "Paused until 2026-11-24 11:00.", "win.resume", NULL);
  facts.paused_until = G_MAXINT64;
  assert_condition (&facts, "Paused until you resume.", "win.resume", NULL);
  facts = fine;
  facts.throttled_until = NOW + MINUTE;
  assert_condition (
      &facts, "A platform asked to be called less often. It goes on by itself at 2026-11-24 10:01.",
      NULL, NULL);
  facts = fine;
  facts.mode = "watch";
  assert_condition (&facts, "Watching only: nothing is written until you choose Ask or Automatic.",
                    "win.show-setting", "schedule.mode");
  facts = fine;
  facts.mode = "ask";
  assert_condition (&facts, NULL, NULL, NULL);
  facts.planned = 1;
  assert_condition (&facts, "1 change waits for your approval.", "win.show-page", "plan");
  facts.planned = 12;
  assert_condition (&facts, "12 changes wait for your approval.", "win.show-page", "plan");
  facts = fine;
  facts.is_demo = TRUE;
  assert_condition (&facts, "This is the practice store: nothing here is real.", NULL, NULL);
}

/* What is over does not stand any more. */
static void
test_condition_over (void)
{
  BrightConditionFacts facts = fine;

  facts.paused_until = NOW;
  facts.throttled_until = NOW;
  assert_condition (&facts, NULL, NULL, NULL);
}

/* Taking the gravest away uncovers the next one. */
static void
test_condition_order (void)
{
  BrightConditionFacts facts = {
    .is_demo = TRUE,
    .is_configured = FALSE,
    .mode = "watch",
    .state = "failed",
    .message = "Refused.",
    .settings_problem = "Full.",
    .throttled_until = NOW + 1,
    .paused_until = G_MAXINT64,
  };

  assert_condition (&facts, "Full.", NULL, NULL);
  facts.settings_problem = "";
  assert_condition (&facts, "Not connected yet.", "win.first-run", NULL);
  facts.is_configured = TRUE;
  assert_condition (&facts, "Refused.", "win.accounts", NULL);
  facts.state = "idle";
  assert_condition (&facts, "Paused until you resume.", "win.resume", NULL);
  facts.paused_until = 0;
  facts.throttled_until = 0;
  assert_condition (&facts, "Watching only: nothing is written until you choose Ask or Automatic.",
                    "win.show-setting", "schedule.mode");
  facts.mode = "automatic";
  assert_condition (&facts, "This is the practice store: nothing here is real.", NULL, NULL);
}

/* A wrong setting is named by the button, and more of them are counted. */
static void
test_condition_setting (void)
{
  BrightConditionFacts facts = fine;

  facts.state = "failed";
  facts.message = "orders.channel-id: choose a channel.";
  assert_condition (&facts, "Choose a channel.", "win.show-setting", "orders.channel-id");
  facts.message = "orders.channel-id: Choose a channel.\norders.warehouse-id: Choose one.";
  assert_condition (&facts, "Choose a channel. (1 more setting like it)", "win.show-setting",
                    "orders.channel-id");
  facts.message = "Error: it is not one of them.";
  assert_condition (&facts, "Error: it is not one of them.", "win.accounts", NULL);
}

/* ---- The state in one word ---- */

static const BrightHealthFacts healthy = {
  .is_configured = TRUE,
  .state = "idle",
  .message = "",
  .mode = "automatic",
  .last_success = NOW - MINUTE,
  .interval = 5 * MINUTE,
};

static void
assert_health (const BrightHealthFacts *facts, BrightHealth expected, const char *sentence)
{
  g_autofree char *found = NULL;

  g_assert_cmpint (bright_health_decide (facts, NOW, &found), ==, expected);
  g_assert_cmpstr (found, ==, sentence);
  g_assert_cmpstr (bright_health_words (expected), !=, "");
  g_assert_cmpstr (bright_health_symbol (expected), !=, "");
}

static void
test_health_good (void)
{
  BrightHealthFacts facts = healthy;

  assert_health (&facts, BRIGHT_HEALTH_GOOD, "Both sides are in step, and nothing needs you.");
  facts.last_success = NOW - facts.interval - 2 * MINUTE;
  assert_health (&facts, BRIGHT_HEALTH_GOOD, "Both sides are in step, and nothing needs you.");
  /* Only the clock moved. */
  facts.last_success--;
  assert_health (&facts, BRIGHT_HEALTH_STALE, "The last sync that ended well was 7 minutes ago.");
  facts.last_success = 0;
  assert_health (&facts, BRIGHT_HEALTH_NEW, "Nothing was synced yet.");
}

static void
test_health_open (void)
{
  BrightHealthFacts facts = healthy;

  facts.attention = 1;
  assert_health (&facts, BRIGHT_HEALTH_NEEDS_YOU, "1 thing needs you.");
  facts.attention = 3;
  facts.last_success = NOW - 9 * HOUR;
  assert_health (&facts, BRIGHT_HEALTH_NEEDS_YOU, "3 things need you.");
  facts = healthy;
  facts.planned = 12;
  assert_health (&facts, BRIGHT_HEALTH_GOOD, "Both sides are in step, and nothing needs you.");
  facts.mode = "ask";
  assert_health (&facts, BRIGHT_HEALTH_NEEDS_YOU, "12 changes wait for your approval.");
  facts.mode = "watch";
  assert_health (&facts, BRIGHT_HEALTH_WATCHING, "12 changes would be written; nothing is sent.");
  facts.attention = 2;
  assert_health (&facts, BRIGHT_HEALTH_NEEDS_YOU, "2 things need you.");
}

static void
test_health_work (void)
{
  BrightHealthFacts facts = healthy;

  facts.state = "working";
  facts.attention = 3;
  assert_health (&facts, BRIGHT_HEALTH_WORKING, "Looking for what changed.");
  facts.done = 12;
  facts.total = 40;
  assert_health (&facts, BRIGHT_HEALTH_WORKING, "12 of 40 orders are done.");
  facts.throttled_until = NOW + 3 * MINUTE;
  assert_health (&facts, BRIGHT_HEALTH_SLOWED,
                 "A platform asked to be called less often. It goes on at 2026-11-24 10:03.");
  facts.state = "idle";
  assert_health (&facts, BRIGHT_HEALTH_SLOWED,
                 "A platform asked to be called less often. It goes on at 2026-11-24 10:03.");
}

static void
test_health_stopped (void)
{
  BrightHealthFacts facts = healthy;

  facts.paused_until = NOW + HOUR;
  assert_health (&facts, BRIGHT_HEALTH_PAUSED,
                 "Nothing is synced by itself until 2026-11-24 11:00.");
  facts.paused_until = G_MAXINT64;
  assert_health (&facts, BRIGHT_HEALTH_PAUSED, "Nothing is synced by itself until you resume.");
  facts.state = "failed";
  facts.message = "Brightpearl cannot be reached.";
  assert_health (&facts, BRIGHT_HEALTH_DISCONNECTED, "Brightpearl cannot be reached.");
  facts.message = "orders.channel-id: Choose a channel.\norders.warehouse-id: Choose one.";
  assert_health (&facts, BRIGHT_HEALTH_NEEDS_YOU, "Choose a channel.");
  facts.state = "off";
  assert_health (&facts, BRIGHT_HEALTH_OFF, "Syncing is off.");
  facts.is_configured = FALSE;
  assert_health (&facts, BRIGHT_HEALTH_OFF, "No accounts are connected yet.");
}

/* ---- Words ---- */

static void
assert_words (char *found, const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_moments (void)
{
  assert_words (bright_moment_past (0, NOW), "never");
  assert_words (bright_moment_past (NOW + 5, NOW), "just now");
  assert_words (bright_moment_past (NOW - 59, NOW), "just now");
  assert_words (bright_moment_past (NOW - 60, NOW), "1 minute ago");
  assert_words (bright_moment_past (NOW - 3 * HOUR, NOW), "3 hours ago");
  assert_words (bright_moment_past (NOW - 13 * HOUR, NOW), "2026-11-23 21:00");
  assert_words (bright_moment_future (0, NOW), "not planned");
  assert_words (bright_moment_future (NOW - 1, NOW), "now");
  assert_words (bright_moment_future (NOW + 30, NOW), "in less than a minute");
  assert_words (bright_moment_future (NOW + 5 * MINUTE, NOW), "in 5 minutes");
  assert_words (bright_moment_future (NOW + 48 * HOUR, NOW), "2026-11-26 10:00");
  assert_words (bright_moment_span (47 * HOUR), "47 hours");
  assert_words (bright_moment_span (48 * HOUR), "2 days");
}

static void
test_pause_ends (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * HOUR);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (NOW);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);

  g_assert_cmpint (bright_moment_pause_end ("half-hour", now), ==, NOW + 30 * MINUTE);
  g_assert_cmpint (bright_moment_pause_end ("hour", now), ==, NOW + HOUR);
  /* It is noon there, and 8 o'clock is 20 hours off. */
  g_assert_cmpint (bright_moment_pause_end ("tomorrow", now), ==, NOW + 20 * HOUR);
  g_assert_cmpint (bright_moment_pause_end ("endless", now), ==, G_MAXINT64);
  g_assert_cmpint (bright_moment_pause_end ("week", now), ==, 0);
}

static void
test_flow_words (void)
{
  const BrightFlowHealth off = { FALSE, NOW, G_MAXINT64 };
  const BrightFlowHealth on = { TRUE, NOW - 5 * MINUTE, 0 };
  const BrightFlowHealth paused = { TRUE, 0, NOW + HOUR };
  const BrightFlowHealth stopped = { TRUE, NOW, G_MAXINT64 };

  assert_words (bright_home_flow_words (&off, 0, NOW), "Off in the settings");
  assert_words (bright_home_flow_words (&on, NOW + 3 * MINUTE, NOW),
                "On · last success 5 minutes ago · next sync in 3 minutes");
  assert_words (bright_home_flow_words (&paused, 0, NOW),
                "Paused until 2026-11-24 11:00 · last success never");
  assert_words (bright_home_flow_words (&stopped, 0, NOW),
                "Paused until you resume · last success just now");
}

static void
test_budget_words (void)
{
  const BrightBudget unknown = { 0 };
  const BrightBudget minute = { 34, 200, 60, 1204, 0 };
  const BrightBudget half = { 3, 150, 30, 3, 0 };

  assert_words (bright_budget_words (&unknown), "Not asked yet");
  assert_words (bright_budget_words (&minute), "34 of 200 this minute · 1204 since the start");
  assert_words (bright_budget_words (&half), "3 of 150 in 30 seconds · 3 since the start");
}

static void
test_report_words (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  BrightSyncReport report = { .mode = "automatic", .attention = none, .steps = none };

  g_ptr_array_set_size (two, 2);
  assert_words (bright_report_words (&report), "Nothing to write: both sides are in step.");
  report.orders_created = 1;
  assert_words (bright_report_words (&report), "1 order created.");
  report.payments_created = 3;
  report.customers_created = 2;
  report.customers_updated = 2;
  report.attention = two;
  assert_words (bright_report_words (&report),
                "1 order created, 3 payments booked and 4 other changes. 2 things need you.");
  report = (BrightSyncReport){ .mode = "ask", .attention = none, .steps = two };
  assert_words (bright_report_words (&report), "2 changes wait for your approval.");
  report.mode = "watch";
  assert_words (bright_report_words (&report), "2 changes would be written; nothing was sent.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition/none", test_condition_none);
  g_test_add_func ("/condition/each", test_condition_each);
  g_test_add_func ("/condition/over", test_condition_over);
  g_test_add_func ("/condition/order", test_condition_order);
  g_test_add_func ("/condition/setting", test_condition_setting);
  g_test_add_func ("/health/good", test_health_good);
  g_test_add_func ("/health/open", test_health_open);
  g_test_add_func ("/health/work", test_health_work);
  g_test_add_func ("/health/stopped", test_health_stopped);
  g_test_add_func ("/words/moments", test_moments);
  g_test_add_func ("/words/pause-ends", test_pause_ends);
  g_test_add_func ("/words/flows", test_flow_words);
  g_test_add_func ("/words/budgets", test_budget_words);
  g_test_add_func ("/words/report", test_report_words);
  return g_test_run ();
}
