/* Tests of what the tray and the desktop are told, and of how often is synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-pace-decide.h"
#include "bright-status-line.h"

#define NOW 1793000000 /* 2026-10-26 07:33:20 UTC */
#define HOUR 3600

typedef struct
{
  const char *name;
  BrightStatusFacts facts;
  const char *line;
  BrightStatusLevel level;
} LineCase;

#define LONG_SENTENCE "Zażółć gęślą jaźń, says the store, and goes on" AND_ON
#define AND_ON " about things that nobody asked for at all, ever."

static const LineCase lines[] = {
  { "off", { .state = "off" }, "Not connected yet", BRIGHT_STATUS_PASSIVE },
  { "never", { .state = "idle" }, "Nothing was synced yet", BRIGHT_STATUS_ACTIVE },
  { "in-step", { .state = "idle", .last_success = NOW }, "Up to date", BRIGHT_STATUS_ACTIVE },
  { "one-open",
    { .state = "idle", .last_success = NOW, .attention = 1 },
    "Up to date, 1 thing needs you",
    BRIGHT_STATUS_NEEDS_ATTENTION },
  { "some-open",
    { .state = "idle", .last_success = NOW, .attention = 2 },
    "Up to date, 2 things need you",
    BRIGHT_STATUS_NEEDS_ATTENTION },
  { "beginning", { .state = "working" }, "Syncing…", BRIGHT_STATUS_ACTIVE },
  { "working",
    { .state = "working", .done = 12, .total = 40 },
    "Syncing 12 of 40 orders",
    BRIGHT_STATUS_ACTIVE },
  { "working-while-paused",
    { .state = "working", .done = 12, .total = 40, .paused_until = G_MAXINT64 },
    "Syncing 12 of 40 orders",
    BRIGHT_STATUS_ACTIVE },
  { "done-more-than-there-were",
    { .state = "working", .done = 41, .total = 40 },
    "Syncing 40 of 40 orders",
    BRIGHT_STATUS_ACTIVE },
  { "throttled",
    { .state = "working", .throttled_until = NOW + 100 },
    "Slowed down by a platform until 09:35",
    BRIGHT_STATUS_ACTIVE },
  { "throttled-no-more",
    { .state = "working", .throttled_until = NOW },
    "Syncing…",
    BRIGHT_STATUS_ACTIVE },
  { "failed",
    { .state = "failed", .message = "The token was refused.\nOr so", .last_success = NOW },
    "Not syncing: The token was refused",
    BRIGHT_STATUS_NEEDS_ATTENTION },
  { "paused-for-good",
    { .state = "idle", .last_success = NOW, .paused_until = G_MAXINT64 },
    "Paused",
    BRIGHT_STATUS_ACTIVE },
  { "paused-today",
    { .state = "idle", .paused_until = NOW + HOUR, .attention = 3 },
    "Paused until 10:33, 3 things need you",
    BRIGHT_STATUS_NEEDS_ATTENTION },
  { "paused-for-days",
    { .state = "idle", .paused_until = NOW + 48 * HOUR },
    "Paused until 10/28/26 09:33",
    BRIGHT_STATUS_ACTIVE },
  { "paused-no-more",
    { .state = "idle", .last_success = NOW, .paused_until = NOW },
    "Up to date",
    BRIGHT_STATUS_ACTIVE },
  { "failed-and-paused",
    { .state = "failed", .message = "Offline.", .paused_until = G_MAXINT64 },
    "Paused",
    BRIGHT_STATUS_ACTIVE },
  { "slow",
    { .state = "idle", .last_success = NOW, .pace_reason = "It costs money." },
    "Up to date; It costs money",
    BRIGHT_STATUS_ACTIVE },
  { "slow-but-paused",
    { .state = "idle", .paused_until = G_MAXINT64, .pace_reason = "It costs money." },
    "Paused",
    BRIGHT_STATUS_ACTIVE },
  { "cut-between-characters",
    { .state = "failed", .message = LONG_SENTENCE },
    "Not syncing: Zażółć gęślą jaźń, says the store, and goes on about things that nobody asked "
    "for …",
    BRIGHT_STATUS_NEEDS_ATTENTION },
};

static void
test_line (gconstpointer data)
{
  const LineCase *row = data;
  BrightStatusFacts facts = row->facts;
  g_autofree char *line = NULL;

  facts.now = NOW;
  if (facts.message == NULL)
    facts.message = "";
  if (facts.pace_reason == NULL)
    facts.pace_reason = "";
  line = bright_status_line (&facts);
  g_assert_cmpstr (line, ==, row->line);
  g_assert_cmpint (g_utf8_strlen (line, -1), <=, BRIGHT_STATUS_LINE_LENGTH);
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_cmpint (bright_status_level (&facts), ==, row->level);
}

static void
test_pace (void)
{
  const char *reason;

  g_assert_cmpuint (bright_pace_decide (FALSE, FALSE, &reason), ==, 1);
  g_assert_cmpstr (reason, ==, "");
  g_assert_cmpuint (bright_pace_decide (TRUE, FALSE, &reason), ==, 4);
  g_assert_nonnull (strstr (reason, "metered"));
  g_assert_cmpuint (bright_pace_decide (FALSE, TRUE, &reason), ==, 4);
  g_assert_nonnull (strstr (reason, "power"));
  g_assert_cmpuint (bright_pace_decide (TRUE, TRUE, &reason), ==, 4);
  g_assert_nonnull (strstr (reason, "metered"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Moments are shown in the machine's zone. */
  g_setenv ("TZ", "UTC-2", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/status-line/", lines[i].name, NULL);

      g_test_add_data_func (path, &lines[i], test_line);
    }
  g_test_add_func ("/pace", test_pace);
  return g_test_run ();
}
