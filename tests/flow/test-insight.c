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

/* A permission that the program can do without keeps nothing back; another one only its kind. */
static void
test_choices_scopes (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (GError) error = NULL;

  practice_do (practice, "bigcommerce/scopes",
               "{'scopes': ['store_v2_information', 'store_v2_orders', 'store_channel_settings',"
               " 'store_locations']}");
  g_assert_true (insight_refresh_choices (profile, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, "payment-method"), ==, 0);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, "location"), >, 0);
  profile_free (g_steal_pointer (&profile));
  profile = profile_new (practice, NULL);
  practice_do (practice, "bigcommerce/scopes",
               "{'scopes': ['store_v2_information', 'store_v2_orders', 'store_locations']}");
  g_assert_false (insight_refresh_choices (profile, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING);
  g_assert_cmpint (get_read_at (profile), ==, 0);
  profile_restart (profile, NULL);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, "channel"), ==, 0);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BIGCOMMERCE, "location"), >, 0);
  g_assert_cmpuint (count_choices (profile, BRIGHT_PLATFORM_BRIGHTPEARL, "warehouse"), >, 0);
}

/* A service that was started reads them once a day, not with every sync. */
static void
test_choices_daily (void)
{
  const char *route = "bigcommerce GET v3/channels";
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  gint64 first;

  bright_sync_service_start (profile->service);
  insight_wait_for_choices (profile, 0);
  first = get_read_at (profile);
  g_assert_cmpint (practice_get_route_count (practice, route), ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      profile_advance (profile, 60 * 60);
      insight_wait_idle (profile);
    }
  g_assert_cmpint (get_read_at (profile), ==, first);
  profile_advance (profile, 24 * 60 * 60);
  insight_wait_for_choices (profile, first);
  g_assert_cmpint (practice_get_route_count (practice, route), ==, 2);
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

/* ---- One order ---- */

#define ALL_FLOWS                                                                                  \
  "{'notes': {'enabled': true, 'customer-field': 'PCF_CUSTMSG', 'staff-field': 'PCF_SHOPNOTE'},"   \
  " 'payments': {'enabled': true, 'default-method': 'STRIPE'},"                                    \
  " 'fulfillment': {'enabled': true},"                                                             \
  " 'orders': {'brightpearl-statuses': [3, 6]}}"

static const BrightOrderSide *
find_side (const BrightOrderDetail *detail, const char *label)
{
  for (guint i = 0; i < detail->sides->len; i++)
    {
      const BrightOrderSide *side = detail->sides->pdata[i];

      if (strcmp (side->label, label) == 0)
        return side;
    }
  g_test_message ("there is no side %s", label);
  g_assert_not_reached ();
}

static void
assert_no_token (Practice *practice, const BrightOrderDetail *detail)
{
  for (guint i = 0; i < detail->answers->len; i++)
    {
      const BrightRawAnswer *answer = detail->answers->pdata[i];
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (answer->title, !=, "");
      g_assert_null (strstr (answer->text, practice->bigcommerce_token));
      g_assert_null (strstr (answer->text, practice->brightpearl_token));
      g_assert_nonnull (strstr (answer->text, "\n  "));
      node = bright_json_parse (answer->text, -1, &error);
      g_assert_no_error (error);
    }
}

/* Nothing differs in orders that are in step, of whatever kind; all is there. */
static void
test_orders_in_step (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "120", NULL);
  g_autoptr (Profile) profile = profile_new (practice, ALL_FLOWS);
  g_autoptr (JsonArray) orders = NULL;
  guint n_linked = 0;

  profile_sync_and_forget (profile);
  profile_sync_and_forget (profile);
  orders = practice_list (practice, "bigcommerce/orders");
  for (guint i = 0; i < json_array_get_length (orders); i++)
    {
      gint64 id = bright_json_get_integer (json_array_get_element (orders, i), "id", 0);
      g_autoptr (BrightOrderDetail) detail = insight_load_order (profile, id);
      const BrightSubject *subject = detail->explanation->subject;

      assert_no_token (practice, detail);
      if (strcmp (subject->state, "linked") != 0 || subject->attention)
        continue;
      n_linked++;
      g_assert_cmpuint (detail->answers->len, >=, 2);
      for (guint j = 0; j < detail->sides->len; j++)
        {
          const BrightOrderSide *side = detail->sides->pdata[j];

          if (side->differs)
            g_error ("%s: %s: %s / %s: %s", subject->subject, side->label, side->store,
                     side->brightpearl, subject->link);
        }
      g_assert_cmpstr (find_side (detail, "Total")->store, ==,
                       find_side (detail, "Total")->brightpearl);
    }
  g_assert_cmpuint (n_linked, >, 20);
}

static void
test_order_differs (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, ALL_FLOWS);
  gint64 order = practice_place_order (practice, "plain");
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);
  g_autofree char *field = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightOrderDetail) before = NULL;
  g_autoptr (BrightOrderDetail) after = NULL;
  g_autoptr (BrightOrderDetail) unknown = NULL;

  practice_do (practice, path, "{'staff_notes': 'Call', 'customer_message': 'Ring'}");
  profile_sync_and_forget (profile);
  g_assert_true (insight_refresh_choices (profile, &error));
  before = insight_load_order (profile, order);
  g_assert_cmpstr (find_side (before, "Staff note")->store, ==, "Call");
  g_assert_cmpstr (find_side (before, "Staff note")->brightpearl, ==, "Call");
  g_assert_cmpstr (find_side (before, "Customer message")->store, ==, "Ring");
  g_assert_cmpstr (find_side (before, "Status")->brightpearl, !=, "");
  g_assert_cmpstr (find_side (before, "E-mail")->store, !=, "");
  g_assert_cmpstr (find_side (before, "Currency")->brightpearl, ==, "GBP");
  g_assert_cmpstr (find_side (before, "Shipping address")->brightpearl, !=, "");
  field = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT,
                           g_array_index (before->explanation->sales_orders, gint64, 0));
  practice_do (practice, field, "{'customFields': {'PCF_SHOPNOTE': 'Ask'}}");
  bright_sync_service_pause (profile->service, "orders", G_MAXINT64);
  practice_do (practice, path, "{'staff_notes': 'Tell'}");
  bright_sync_service_pause (profile->service, "notes", G_MAXINT64);
  profile_sync_and_forget (profile);
  after = insight_load_order (profile, order);
  g_assert_cmpstr (find_side (after, "Staff note")->store, ==, "Tell");
  g_assert_true (find_side (after, "Staff note")->differs);
  unknown = insight_load_order (profile, 999999);
  g_assert_cmpstr (unknown->explanation->subject->state, ==, "unknown");
  g_assert_cmpuint (unknown->sides->len, ==, 0);
  g_assert_cmpuint (unknown->answers->len, ==, 0);
}

static void
test_proof (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (BrightProof) none = NULL;
  g_autoptr (BrightProof) proof = NULL;
  BrightOrderCounts counts;
  gint64 proved_at = -1;
  guint store = 0;
  guint linked = 0;

  none = insight_load_proof (profile, &proved_at);
  g_assert_cmpuint (none->days->len, ==, 0);
  g_assert_cmpint (proved_at, ==, 0);
  profile_sync_and_forget (profile);
  profile_advance (profile, 25 * 60 * 60);
  profile_sync_and_forget (profile);
  profile_restart (profile, NULL);
  proof = insight_load_proof (profile, &proved_at);
  counts = insight_count_orders (profile);
  g_assert_cmpint (proved_at, >, 0);
  g_assert_true (proof->is_complete);
  for (guint i = 0; i < proof->days->len; i++)
    {
      const BrightProofDay *day = proof->days->pdata[i];

      g_assert_true (day->is_complete);
      g_assert_cmpuint (day->linked + day->filtered + day->held + day->attention, ==, day->store);
      store += day->store;
      linked += day->linked;
      for (guint j = 0; j < day->money->len; j++)
        g_assert_cmpint (((BrightProofMoney *)day->money->pdata[j])->store, ==,
                         ((BrightProofMoney *)day->money->pdata[j])->brightpearl);
    }
  g_assert_cmpuint (store, >, 0);
  g_assert_cmpuint (store, <=, counts.total);
  g_assert_cmpuint (linked, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/choices", test_choices);
  g_test_add_func ("/insight/choices-kept", test_choices_kept);
  g_test_add_func ("/insight/choices-scopes", test_choices_scopes);
  g_test_add_func ("/insight/choices-daily", test_choices_daily);
  g_test_add_func ("/insight/counts", test_counts);
  g_test_add_func ("/insight/budget", test_budget);
  g_test_add_func ("/insight/orders-in-step", test_orders_in_step);
  g_test_add_func ("/insight/order-differs", test_order_differs);
  g_test_add_func ("/insight/proof", test_proof);
  return g_test_run ();
}
