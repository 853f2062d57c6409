/* Tests of pauses: of the whole sync and of its parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight.h"

#include <string.h>

#define HOUR (60 * 60)
#define SETTINGS                                                                                   \
  "{'notes': {'enabled': true, 'customer-field': 'PCF_CUSTMSG', 'staff-field': 'PCF_SHOPNOTE'},"   \
  " 'inventory': {'enabled': true, 'warehouse-ids': [2]},"                                         \
  " 'orders': {'brightpearl-statuses': [3, 6]}}"

typedef struct
{
  Practice *practice;
  Profile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, SETTINGS);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static gint64
get_now (const Fixture *fixture)
{
  return bright_clock_get_seconds (fixture->profile->clock);
}

static gint64
count_polls (const Fixture *fixture)
{
  return practice_get_route_count (fixture->practice, "bigcommerce GET v2/orders");
}

static char *
get_state (const Fixture *fixture, gint64 order)
{
  g_autoptr (BrightExplanation) explanation = profile_explain (fixture->profile, order);

  return g_strdup (explanation->subject->state);
}

static void
assert_state (const Fixture *fixture, gint64 order, const char *expected)
{
  g_autofree char *state = get_state (fixture, order);

  g_assert_cmpstr (state, ==, expected);
}

static gint64
get_paused_until (const Fixture *fixture)
{
  gint64 until;

  g_object_get (fixture->profile->service, "paused-until", &until, NULL);
  g_assert_cmpint (until, ==, bright_sync_service_get_paused_until (fixture->profile->service));
  return until;
}

static gint64
get_next_run (const Fixture *fixture)
{
  gint64 time;

  g_object_get (fixture->profile->service, "next-run", &time, NULL);
  return time;
}

/* Nothing happens by the clock; what a person asks for is done, and the pause stays. */
static void
test_whole (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  gint64 until = get_now (fixture) + 5 * HOUR;
  gint64 before;
  guint n_notified = 0;

  g_signal_connect_swapped (service, "notify::paused-until", G_CALLBACK (insight_count),
                            &n_notified);
  bright_sync_service_start (service);
  insight_wait_idle (fixture->profile);
  g_assert_cmpint (get_next_run (fixture), >, 0);
  bright_sync_service_pause (service, NULL, until);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (get_paused_until (fixture), ==, until);
  g_assert_cmpint (get_next_run (fixture), ==, until);
  before = count_polls (fixture);
  profile_advance (fixture->profile, 2 * HOUR);
  insight_wait_idle (fixture->profile);
  g_assert_cmpint (count_polls (fixture), ==, before);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpint (count_polls (fixture), >, before);
  g_assert_cmpint (get_paused_until (fixture), ==, until);
  before = count_polls (fixture);
  profile_advance (fixture->profile, 2 * HOUR);
  insight_wait_idle (fixture->profile);
  g_assert_cmpint (count_polls (fixture), ==, before);
  profile_advance (fixture->profile, HOUR + 60);
  insight_wait_idle (fixture->profile);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpint (get_paused_until (fixture), ==, 0);
  g_assert_cmpint (count_polls (fixture), >, before);
  g_assert_cmpint (get_next_run (fixture), >, get_now (fixture));
}

static void
test_restart (Fixture *fixture, gconstpointer unused)
{
  gint64 until = get_now (fixture) + 5 * HOUR;
  gint64 before = count_polls (fixture);

  bright_sync_service_pause (fixture->profile->service, NULL, G_MAXINT64);
  bright_sync_service_pause (fixture->profile->service, "notes", until);
  profile_restart (fixture->profile, NULL);
  g_assert_cmpint (get_paused_until (fixture), ==, G_MAXINT64);
  g_assert_cmpint (
      bright_sync_service_get_flow_health (fixture->profile->service, "notes").paused_until, ==,
      until);
  g_assert_cmpint (
      bright_sync_service_get_flow_health (fixture->profile->service, "orders").paused_until, ==,
      0);
  bright_sync_service_start (fixture->profile->service);
  profile_advance (fixture->profile, HOUR);
  insight_wait_idle (fixture->profile);
  g_assert_cmpint (count_polls (fixture), ==, before);
  bright_sync_service_pause (fixture->profile->service, NULL, 0);
  insight_wait_idle (fixture->profile);
  g_assert_cmpint (count_polls (fixture), >, before);
  profile_restart (fixture->profile, NULL);
  g_assert_cmpint (get_paused_until (fixture), ==, 0);
}

/* Orders that are not there yet stay as they are, and stock is not pushed without them. */
static void
test_orders (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  gint64 linked = practice_place_order (fixture->practice, "plain");
  gint64 held;
  gint64 later;
  gint64 stock_writes;
  g_autoptr (BrightSyncReport) before = NULL;
  g_autoptr (BrightSyncReport) paused = NULL;
  g_autoptr (BrightSyncReport) after = NULL;
  g_autofree char *path = NULL;
  g_autofree char *held_state = NULL;

  held = practice_place_order (fixture->practice, "missing-sku");
  before = profile_sync (fixture->profile);
  g_assert_cmpuint (before->orders_created, ==, 1);
  g_assert_cmpuint (before->stock_checked, >, 0);
  held_state = get_state (fixture, held);
  g_assert_cmpstr (held_state, ==, "held");
  bright_sync_service_pause (service, "orders", G_MAXINT64);
  later = practice_place_order (fixture->practice, "plain");
  path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, held);
  practice_do (fixture->practice, path, "{'staff_notes': 'Call'}");
  stock_writes = practice_get_route_count (fixture->practice,
                                           "bigcommerce PUT v3/inventory/adjustments/absolute");
  profile_advance (fixture->profile, 25 * HOUR);
  paused = profile_sync (fixture->profile);
  g_assert_cmpuint (paused->orders_created, ==, 0);
  g_assert_cmpuint (paused->stock_checked, ==, 0);
  g_assert_cmpuint (paused->orders_filtered, ==, before->orders_filtered);
  g_assert_cmpuint (paused->attention->len, ==, before->attention->len);
  g_assert_cmpint (practice_get_route_count (fixture->practice,
                                             "bigcommerce PUT v3/inventory/adjustments/absolute"),
                   ==, stock_writes);
  assert_state (fixture, linked, "linked");
  assert_state (fixture, held, "held");
  assert_state (fixture, later, "unknown");
  profile_restart (fixture->profile, NULL);
  profile_sync_and_forget (fixture->profile);
  assert_state (fixture, later, "unknown");
  bright_sync_service_pause (fixture->profile->service, "orders", 0);
  after = profile_sync (fixture->profile);
  g_assert_cmpuint (after->orders_created, ==, 1);
  assert_state (fixture, later, "linked");
  profile_assert_settled (fixture->profile);
}

static char *
get_field (const Fixture *fixture, gint64 order)
{
  g_autoptr (JsonArray) list = practice_list (fixture->practice, "brightpearl/sales-orders");
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, order);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "externalRef"), reference) == 0)
        return g_strdup (bright_json_get_string (node, "customFields/PCF_SHOPNOTE"));
    }
  return NULL;
}

/* A flow misses what changes while it is paused, and catches up. */
static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  gint64 order = practice_place_order (fixture->practice, "plain");
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BrightSyncReport) paused = NULL;
  BrightFlowHealth health;

  practice_do (fixture->practice, path, "{'staff_notes': 'Call'}");
  profile_sync_and_forget (fixture->profile);
  bright_sync_service_pause (service, "notes", get_now (fixture) + 4 * HOUR);
  health = bright_sync_service_get_flow_health (service, "notes");
  g_assert_true (health.is_enabled);
  g_assert_cmpint (health.last_success, >, 0);
  practice_do (fixture->practice, path, "{'staff_notes': 'Call twice'}");
  profile_advance (fixture->profile, 2 * HOUR);
  paused = profile_sync (fixture->profile);
  g_assert_cmpuint (paused->notes_to_brightpearl, ==, 0);
  before = get_field (fixture, order);
  g_assert_cmpstr (before, ==, "Call");
  g_assert_cmpint (bright_sync_service_get_flow_health (service, "notes").last_success, ==,
                   health.last_success);
  g_assert_cmpint (bright_sync_service_get_flow_health (service, "orders").last_success, >,
                   health.last_success);
  profile_advance (fixture->profile, 3 * HOUR);
  g_assert_cmpint (bright_sync_service_get_flow_health (service, "notes").paused_until, ==, 0);
  profile_sync_and_forget (fixture->profile);
  after = get_field (fixture, order);
  g_assert_cmpstr (after, ==, "Call twice");
  profile_assert_settled (fixture->profile);
}

/* What a paused flow held an order for is not taken back meanwhile. */
static void
test_attention (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  gint64 order = practice_place_order (fixture->practice, "plain");
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, order);
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);
  g_autofree char *field = NULL;
  g_autoptr (BrightExplanation) explanation = NULL;
  g_autoptr (BrightSyncReport) conflict = NULL;
  g_autoptr (BrightSyncReport) paused = NULL;

  practice_do (fixture->practice, path, "{'staff_notes': 'Call'}");
  profile_sync_and_forget (fixture->profile);
  explanation = profile_explain (fixture->profile, order);
  field = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT,
                           g_array_index (explanation->sales_orders, gint64, 0));
  practice_do (fixture->practice, path, "{'staff_notes': 'Call Ann'}");
  practice_do (fixture->practice, field, "{'customFields': {'PCF_SHOPNOTE': 'Call Ben'}}");
  profile_advance (fixture->profile, 2 * HOUR);
  conflict = profile_sync (fixture->profile);
  g_assert_cmpstr (profile_find_attention (conflict, subject), ==, "notes-conflict");
  bright_sync_service_pause (service, "notes", G_MAXINT64);
  practice_do (fixture->practice, path, "{'customer_message': 'Ring'}");
  paused = profile_sync (fixture->profile);
  g_assert_cmpstr (profile_find_attention (paused, subject), ==, "notes-conflict");
}

static void
test_health (Fixture *fixture, gconstpointer unused)
{
  BrightSyncService *service = fixture->profile->service;
  gint64 last;

  g_assert_cmpint (bright_sync_service_get_longest_gap (service), ==, 0);
  g_assert_false (bright_sync_service_get_flow_health (service, "payments").is_enabled);
  profile_sync_and_forget (fixture->profile);
  profile_advance (fixture->profile, 3 * HOUR);
  g_assert_cmpint (bright_sync_service_get_longest_gap (service), >=, 3 * HOUR);
  profile_sync_and_forget (fixture->profile);
  profile_sync_and_forget (fixture->profile);
  last = bright_sync_service_get_flow_health (service, "orders").last_success;
  profile_restart (fixture->profile, NULL);
  service = fixture->profile->service;
  g_assert_cmpint (bright_sync_service_get_longest_gap (service), >=, 3 * HOUR);
  g_assert_cmpint (bright_sync_service_get_longest_gap (service), <, 4 * HOUR);
  g_assert_cmpint (bright_sync_service_get_flow_health (service, "orders").last_success, ==, last);
  g_assert_cmpint (bright_sync_service_get_flow_health (service, "payments").last_success, ==, 0);
}

#define ADD(path, function) g_test_add ("/pauses/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("restart", test_restart);
  ADD ("orders", test_orders);
  ADD ("notes", test_notes);
  ADD ("attention", test_attention);
  ADD ("health", test_health);
  return g_test_run ();
}
