/* Tests of order statuses that are synced with the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"

#include <string.h>

#define MAP                                                                                        \
  "'status-map': [{'bigcommerce': 11, 'brightpearl': 3}, {'bigcommerce': 9, 'brightpearl': 6},"    \
  " {'bigcommerce': 12, 'brightpearl': 8}], 'default-brightpearl-status': 0"
#define SETTINGS "{'orders': {" MAP ", 'brightpearl-statuses': [3, 6, 8]}}"
#define SHUT "{'orders': {" MAP ", 'brightpearl-statuses': []}}"
#define MANY 12

/* One linked order. */
typedef struct
{
  Practice *practice;
  Profile *profile;
  gint64 order;
  gint64 sales_order;
} Fixture;

static gint64
find_sales_order (Practice *practice, gint64 order)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, order);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "externalRef"), reference) == 0)
        return bright_json_get_integer (node, "id", 0);
    }
  g_assert_not_reached ();
}

static gint64
get_number (Practice *practice, const char *path, gint64 id, const char *name)
{
  g_autoptr (JsonArray) list = practice_list (practice, path);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (bright_json_get_integer (node, "id", 0) == id)
        return bright_json_get_integer (node, name, -1);
    }
  g_assert_not_reached ();
}

static void
assert_statuses (Practice *practice, gint64 order, gint64 store, gint64 brightpearl)
{
  gint64 sales_order = find_sales_order (practice, order);

  g_assert_cmpint (get_number (practice, "bigcommerce/orders", order, "status_id"), ==, store);
  g_assert_cmpint (get_number (practice, "brightpearl/sales-orders", sales_order, "statusId"), ==,
                   brightpearl);
}

static void
set_store (Practice *practice, gint64 order, gint64 status)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);

  practice_do (practice, path, "{'status_id': %" G_GINT64_FORMAT "}", status);
}

static void
set_brightpearl (Practice *practice, gint64 order, gint64 status)
{
  g_autofree char *path = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT,
                                           find_sales_order (practice, order));

  practice_do (practice, path, "{'statusId': %" G_GINT64_FORMAT "}", status);
}

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, settings != NULL ? settings : SETTINGS);
  fixture->order = practice_place_order (fixture->practice, "registered");
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 11, 3);
  profile_advance (fixture->profile, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  profile_free (fixture->profile);
  practice_stop (fixture->practice);
}

/* The second sync of a change writes nothing: our own write is no news. */
static void
assert_no_echo (Fixture *fixture)
{
  gint64 writes = profile_count_writes (fixture->profile);
  g_autoptr (BrightSyncReport) report = NULL;

  profile_advance (fixture->profile, 60);
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->statuses_to_brightpearl + report->statuses_to_bigcommerce, ==, 0);
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, writes);
  profile_assert_settled (fixture->profile);
}

static void
test_store_moved (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) report = NULL;

  set_store (fixture->practice, fixture->order, 9);
  report = profile_sync (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 9, 6);
  g_assert_cmpuint (report->statuses_to_brightpearl, ==, 1);
  g_assert_cmpuint (report->statuses_to_bigcommerce, ==, 0);
  assert_no_echo (fixture);
}

static void
test_brightpearl_moved (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) report = NULL;

  set_brightpearl (fixture->practice, fixture->order, 6);
  report = profile_sync (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 9, 6);
  g_assert_cmpuint (report->statuses_to_bigcommerce, ==, 1);
  assert_no_echo (fixture);
}

static void
test_shut_gate (Fixture *fixture, gconstpointer unused)
{
  set_brightpearl (fixture->practice, fixture->order, 6);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 11, 6);
  /* What waited is sent when the order enters a status that is ticked. */
  profile_restart (fixture->profile, "{'orders': {'brightpearl-statuses': [8]}}");
  profile_advance (fixture->profile, 60);
  set_brightpearl (fixture->practice, fixture->order, 8);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 12, 8);
  profile_assert_settled (fixture->profile);
}

static void
test_conflicts (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, fixture->order);
  g_autoptr (BrightSyncReport) report = NULL;

  set_store (fixture->practice, fixture->order, 9);
  set_brightpearl (fixture->practice, fixture->order, 8);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 12, 8);
  profile_advance (fixture->profile, 60);
  set_store (fixture->practice, fixture->order, 13);
  set_brightpearl (fixture->practice, fixture->order, 6);
  report = profile_sync (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 13, 6);
  g_assert_cmpstr (profile_find_attention (report, subject), ==, "status-conflict");
  profile_assert_settled (fixture->profile);
}

static void
test_guard (Fixture *fixture, gconstpointer unused)
{
  set_store (fixture->practice, fixture->order, 2);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 2, 3);
  profile_advance (fixture->profile, 60);
  set_brightpearl (fixture->practice, fixture->order, 6);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 2, 6);
  profile_assert_settled (fixture->profile);
}

static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) report = NULL;
  const BrightStep *step;

  set_brightpearl (fixture->practice, fixture->order, 6);
  report = profile_plan (fixture->profile);
  g_assert_cmpuint (profile_count_steps (report, "statuses"), ==, 1);
  step = report->steps->pdata[0];
  g_assert_cmpstr (step->verb, ==, "set-status");
  g_assert_cmpstr (step->platform, ==, "bigcommerce");
  g_assert_cmpstr (step->after, ==, "Awaiting Shipment");
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 9, 6);
}

/* A shipped sales order is closed, and still seen. */
static void
test_closed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT "/ship",
                                           find_sales_order (fixture->practice, fixture->order));

  practice_do (fixture->practice, path, "{}");
  profile_sync_and_forget (fixture->profile);
  profile_advance (fixture->profile, 60);
  set_brightpearl (fixture->practice, fixture->order, 6);
  profile_sync_and_forget (fixture->profile);
  assert_statuses (fixture->practice, fixture->order, 9, 6);
}

static void
test_requests (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) report = NULL;

  profile_advance (fixture->profile, 60);
  profile_sync_and_forget (fixture->profile);
  profile_advance (fixture->profile, 60);
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->bigcommerce_requests, <=, 1);
  g_assert_cmpuint (report->brightpearl_requests, <=, 1);
}

/* The first contact records what is there and pushes nothing, whatever orders there are. */
static void
test_first_contact (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "80", NULL);
  g_autoptr (Profile) profile = profile_new (practice, SETTINGS);
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (report->orders_created, >, 20);
  g_assert_cmpuint (report->statuses_to_brightpearl + report->statuses_to_bigcommerce, ==, 0);
  profile_assert_settled (profile);
}

/* A map that is made later begins with what both statuses are then. */
static void
test_map_comes_later (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (
      practice, "{'orders': {'status-map': [], 'default-brightpearl-status': 0}}");
  gint64 order = practice_place_order (practice, "registered");

  profile_sync_and_forget (profile);
  profile_restart (profile, SETTINGS);
  profile_advance (profile, 60);
  profile_sync_and_forget (profile);
  profile_advance (profile, 60);
  set_store (practice, order, 9);
  profile_sync_and_forget (profile);
  assert_statuses (practice, order, 9, 6);
  profile_assert_settled (profile);
}

/* How many writes of a status to the store took effect. */
static guint
count_store_writes (Practice *practice)
{
  g_autoptr (JsonArray) writes = practice_list (practice, "writes");
  guint count = 0;

  for (guint i = 0; i < json_array_get_length (writes); i++)
    {
      JsonNode *write = json_array_get_element (writes, i);

      if (strcmp (bright_json_get_string (write, "platform"), "bigcommerce") == 0
          && strcmp (bright_json_get_string (write, "method"), "PUT") == 0)
        count++;
    }
  return count;
}

/* Whatever happens on the way, the end is the same, and nothing is written to the store twice:
 * shoppers get a message each time. */
static void
test_faults (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, SETTINGS);
  gint64 orders[MANY];

  for (guint i = 0; i < MANY; i++)
    orders[i] = practice_place_order (practice, "registered");
  profile_sync_and_forget (profile);
  profile_advance (profile, 60);
  for (guint i = 0; i < MANY; i++)
    if (i % 2 == 0)
      set_store (practice, orders[i], 9);
    else
      set_brightpearl (practice, orders[i], 8);
  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  for (guint i = 0; i < MANY; i++)
    assert_statuses (practice, orders[i], i % 2 == 0 ? 9 : 12, i % 2 == 0 ? 6 : 8);
  g_assert_cmpuint (count_store_writes (practice), ==, MANY / 2);
  profile_assert_settled (profile);
}

int
main (int argc, char **argv)
{
#define ADD(name, function)                                                                        \
  g_test_add ("/flow/statuses/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("store-moved", test_store_moved);
  ADD ("brightpearl-moved", test_brightpearl_moved);
  g_test_add ("/flow/statuses/shut-gate", Fixture, SHUT, set_up, test_shut_gate, tear_down);
  ADD ("conflicts", test_conflicts);
  ADD ("guard", test_guard);
  ADD ("plan", test_plan);
  ADD ("closed", test_closed);
  ADD ("requests", test_requests);
  g_test_add_func ("/flow/statuses/first-contact", test_first_contact);
  g_test_add_func ("/flow/statuses/map-comes-later", test_map_comes_later);
  g_test_add_data_func ("/flow/statuses/faults",
                        "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,truncate=0.1",
                        test_faults);
  g_test_add_data_func ("/flow/statuses/lost-answers", "lost=0.3", test_faults);
  return g_test_run ();
}
