/* Tests of what the window asks the sync service, with the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-insight.h"
#include "insight.h"

#include <string.h>

#define ORDERS "40"

static guint
count_choices (Profile *profile, BrightPlatform platform, const char *kind)
{
  BrightChoices *choices = bright_sync_service_get_choices (profile->service);

  return g_list_model_get_n_items (bright_choices_get_list (choices, platform, kind));
}

static gint64
get_read_at (Profile *profile)
{
  gint64 time;

  g_object_get (bright_sync_service_get_choices (profile->service), "read-at", &time, NULL);
  return time;
}

static void
test_choices (void)
{
  static const char *const bigcommerce[]
      = { "order-status", "payment-method", "shipping-method", "channel", "currency", "location" };
  static const char *const brightpearl[]
      = { "order-status", "channel",        "warehouse",       "tax-code",
          "nominal-code", "payment-method", "shipping-method", "custom-field" };
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (GError) error = NULL;
  BrightChoices *choices = bright_sync_service_get_choices (profile->service);
  BrightChoice *choice;

  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BRIGHTPEARL, "warehouse"), ==, 0);
  profile_sync_and_forget (profile);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BRIGHTPEARL, "warehouse"), >, 0);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, "order-status"), ==, 0);
  g_assert_cmpint (get_read_at (profile), ==, 0);
  g_assert_true (insight_refresh_choices (profile, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_read_at (profile), >, 0);
  for (guint round = 0; round < 2; round++)
    {
      choices = bright_sync_service_get_choices (profile->service);
      for (guint i = 0; i < G_N_ELEMENTS (bigcommerce); i++)
        g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, bigcommerce[i]), >,
                          0);
      for (guint i = 0; i < G_N_ELEMENTS (brightpearl); i++)
        g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BRIGHTPEARL, brightpearl[i]), >,
                          0);
      choice = bright_choices_find (choices, BRIGHT_PLATFORM_BIGCOMMERCE, "order-status", 11, NULL);
      g_assert_nonnull (choice);
      g_assert_cmpstr (bright_choice_get_name (choice), !=, "");
      choice = bright_choices_find (choices, BRIGHT_PLATFORM_BRIGHTPEARL, "tax-code", 0, "t20");
      g_assert_nonnull (choice);
      g_assert_cmpstr (bright_choice_get_code (choice), ==, "T20");
      g_assert_null (
          bright_choices_find (choices, BRIGHT_PLATFORM_BRIGHTPEARL, "tax-code", 0, "nope"));
      g_assert_cmpint (get_read_at (profile), >, 0);
      profile_restart (profile, NULL);
    }
}

static void
test_choices_kept (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;
  GListModel *list = bright_choices_get_list (bright_sync_service_get_choices (profile->service),
                                              BRIGHT_PLATFORM_BIGCOMMERCE, "order-status");

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (insight_count), &n_changes);
  g_assert_true (insight_refresh_choices (profile, &error));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (insight_refresh_choices (profile, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
}

static guint
find_seen (GPtrArray *seen, const char *kind, const char *value)
{
  guint orders = 0;

  for (guint i = 0; i < seen->len; i++)
    {
      const BrightSeen *one = seen->pdata[i];

      if (strcmp (one->kind, kind) == 0 && (value == NULL || strcmp (one->value, value) == 0))
        orders += one->orders;
    }
  return orders;
}

/* Every order counts once for each kind of which it has exactly one. */
static void
test_counts (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (BrightSyncReport) report = profile_sync (profile);
  g_autoptr (GPtrArray) seen = insight_count_seen (profile);
  g_autoptr (GPtrArray) days = insight_count_days (profile, 60);
  g_autoptr (GPtrArray) attention = insight_list_attention (profile);
  BrightOrderCounts counts = insight_count_orders (profile);
  guint sum = 0;
  guint needs_person = 0;

  g_assert_cmpuint (counts.total, >, 0);
  g_assert_cmpuint (counts.filtered, ==, report->orders_filtered);
  g_assert_cmpuint (counts.held + counts.changed, ==, report->orders_held);
  g_assert_cmpuint (counts.waiting, ==, report->orders_waiting);
  g_assert_cmpuint (find_seen (seen, "bigcommerce-status", NULL), ==,
                    find_seen (seen, "currency", NULL));
  g_assert_cmpuint (find_seen (seen, "bigcommerce-status", "11"), >, 0);
  g_assert_cmpuint (find_seen (seen, "tax-rate", "20"), >, 0);
  g_assert_cmpuint (find_seen (seen, "payment-method", NULL), >, 0);
  g_assert_cmpuint (find_seen (seen, "shipping-method", NULL), >, 0);
  g_assert_cmpuint (find_seen (seen, "guest", ""), >, 0);
  g_assert_cmpuint (find_seen (seen, "brightpearl-status", NULL), >=, counts.linked);
  g_assert_cmpuint (days->len, ==, 60);
  for (guint i = 0; i < days->len; i++)
    {
      const BrightDayCount *day = days->pdata[i];

      sum += day->linked + day->held + day->attention + day->other;
      needs_person += day->attention;
      if (i > 0)
        g_assert_cmpstr (((BrightDayCount *)days->pdata[i - 1])->day, <, day->day);
    }
  g_assert_cmpuint (sum, ==, counts.total);
  g_assert_cmpuint (needs_person, ==, counts.attention);
  g_assert_cmpuint (attention->len, ==, report->attention->len);
  for (guint i = 1; i < attention->len; i++)
    g_assert_cmpstr (((BrightSubject *)attention->pdata[i - 1])->code, <=,
                     ((BrightSubject *)attention->pdata[i])->code);
}

static void
test_budget (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  BrightBudget budget
      = bright_sync_service_get_budget (profile->service, BRIGHT_PLATFORM_BRIGHTPEARL);

  g_assert_cmpuint (budget.limit, ==, 0);
  profile_sync_and_forget (profile);
  for (guint i = 0; i < BRIGHT_N_PLATFORMS; i++)
    {
      budget = bright_sync_service_get_budget (profile->service, i);
      g_assert_cmpuint (budget.limit, >, 0);
      g_assert_cmpuint (budget.window_seconds, >, 0);
      g_assert_cmpuint (budget.used, <=, budget.limit);
      g_assert_cmpuint (budget.sent, >, 0);
      g_assert_cmpint (budget.throttled_until, ==, 0);
    }
  budget = bright_sync_service_get_budget (profile->service, BRIGHT_PLATFORM_BRIGHTPEARL);
  g_assert_cmpuint (budget.sent, ==, (guint)practice_get_count (practice, "brightpearl/requests"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/choices", test_choices);
  g_test_add_func ("/insight/choices-kept", test_choices_kept);
  g_test_add_func ("/insight/counts", test_counts);
  g_test_add_func ("/insight/budget", test_budget);
  return g_test_run ();
}
