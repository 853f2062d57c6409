/* Tests of shipments that are synced with the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"

#include <string.h>

#define ORDERS "60"
#define BY_NOTE "{'fulfillment': {'enabled': true}, 'orders': {'brightpearl-statuses': [3]}}"
#define BY_STATUS                                                                                  \
  "{'fulfillment': {'enabled': true, 'trigger': 'order-status', 'trigger-status-id': 6}}"
#define PATIENT                                                                                    \
  "{'fulfillment': {'enabled': true}, 'orders': {'brightpearl-statuses': [3]},"                    \
  " 'connection': {'patience-seconds': 3600}}"

typedef struct
{
  Practice *practice;
  Profile *profile;
  gint64 order;       /* one that is linked */
  gint64 sales_order; /* its sales order */
} Fixture;

/* The sales order of the store's order @order. */
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
  return 0;
}

static void
set_up_with (Fixture *fixture, const char *settings)
{
  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->order = practice_place_order (fixture->practice, "plain");
  profile_sync_and_forget (fixture->profile);
  fixture->sales_order = find_sales_order (fixture->practice, fixture->order);
  g_assert_cmpint (fixture->sales_order, !=, 0);
}

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  set_up_with (fixture, settings != NULL ? settings : BY_NOTE);
}

/* Without shipments, which are switched on later. */
static void
set_up_off (Fixture *fixture, gconstpointer unused)
{
  set_up_with (fixture, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static gint64
ship (Practice *practice, gint64 sales_order, const char *body)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT "/ship", sales_order);
  g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');
  g_autoptr (JsonNode) answer = practice_call (practice, "POST", path, json);

  return bright_json_get_integer (answer, "id", 0);
}

/* The units that a goods-out note has. */
static gint64
count_note_units (JsonNode *note)
{
  JsonObject *rows = bright_json_get_object (note, "orderRows");
  JsonObjectIter iter;
  JsonNode *entries;
  gint64 units = 0;

  json_object_iter_init (&iter, rows);
  while (json_object_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (entries)); i++)
      units += bright_json_get_integer (json_array_get_element (json_node_get_array (entries), i),
                                        "quantity", 0);
  return units;
}

static gint64
count_shipment_units (JsonNode *shipment)
{
  JsonArray *items = bright_json_get_array (shipment, "items");
  gint64 units = 0;

  for (guint i = 0; i < json_array_get_length (items); i++)
    units += bright_json_get_integer (json_array_get_element (items, i), "quantity", 0);
  return units;
}

/* The only shipment with @comments, or NULL; fails the test if there are several. */
static JsonNode *
find_shipment (Practice *practice, const char *comments)
{
  g_autoptr (JsonArray) list = practice_list (practice, "bigcommerce/shipments");
  JsonNode *found = NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "comments"), comments) != 0)
        continue;
      g_assert_null (found);
      found = json_node_copy (node);
    }
  return found;
}

static JsonNode *
find_note_shipment (Practice *practice, gint64 note)
{
  g_autofree char *mark = g_strdup_printf ("Goods-out note %" G_GINT64_FORMAT, note);

  return find_shipment (practice, mark);
}

static guint
count_shipments (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "bigcommerce/shipments");

  return json_array_get_length (list);
}

static gint64
get_status (const Fixture *fixture)
{
  g_autofree char *path
      = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, fixture->order);
  g_autoptr (JsonNode) order = practice_call (fixture->practice, "GET", path, NULL);

  return bright_json_get_integer (order, "status_id", -1);
}

static void
test_note (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1, AB2'}");
  g_autoptr (BrightSyncReport) plan = profile_plan (fixture->profile);
  g_autoptr (BrightSyncReport) report = profile_sync (fixture->profile);
  g_autoptr (JsonNode) shipment = find_note_shipment (fixture->practice, note);

  g_assert_cmpuint (profile_count_steps (plan, "shipments"), ==, 1);
  g_assert_cmpuint (report->shipments_created, ==, 1);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==, "AB1, AB2");
  g_assert_cmpstr (bright_json_get_string (shipment, "shipping_provider"), ==, "");
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 1);
}

/* The first row of the sales order that is reserved, with all of its units. */
static gint64
find_reserved_row (const Fixture *fixture, gint64 *units)
{
  g_autoptr (JsonArray) list = practice_list (fixture->practice, "brightpearl/reservations");

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObjectIter iter;
      const char *row;
      JsonNode *reserved;

      if (bright_json_get_integer (node, "orderId", 0) != fixture->sales_order)
        continue;
      json_object_iter_init (&iter, bright_json_get_object (node, "orderRows"));
      while (json_object_iter_next (&iter, &row, &reserved))
        {
          *units = bright_json_get_integer (reserved, "quantity", 0);
          if (*units > 0)
            return g_ascii_strtoll (row, NULL, 10);
        }
    }
  return 0;
}

static void
test_parts (Fixture *fixture, gconstpointer unused)
{
  gint64 units = 0;
  gint64 row = find_reserved_row (fixture, &units);
  g_autofree char *body
      = g_strdup_printf ("{'rows': {'%" G_GINT64_FORMAT "': 1}, 'reference': 'AB1'}", row);
  gint64 first = ship (fixture->practice, fixture->sales_order, body);
  gint64 second;
  g_autoptr (JsonNode) shipment = NULL;
  g_autoptr (JsonNode) other = NULL;

  profile_sync_and_forget (fixture->profile);
  shipment = find_note_shipment (fixture->practice, first);
  g_assert_nonnull (shipment);
  g_assert_cmpint (count_shipment_units (shipment), ==, 1);
  profile_assert_settled (fixture->profile);
  second = ship (fixture->practice, fixture->sales_order, "{'reference': 'AB2'}");
  profile_sync_and_forget (fixture->profile);
  other = find_note_shipment (fixture->practice, second);
  g_assert_nonnull (other);
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 2);
}

static void
test_drop_ship (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture->practice, fixture->sales_order, "{'dropShip': true}");
  g_autofree char *mark = g_strdup_printf ("Drop-ship note %" G_GINT64_FORMAT, note);
  g_autoptr (JsonNode) shipment = NULL;

  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  shipment = find_shipment (fixture->practice, mark);
  g_assert_nonnull (shipment);
  profile_assert_settled (fixture->profile);
}

/* A tracking number that is typed in later is found with the re-read of open orders. */
static void
test_late_tracking (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture->practice, fixture->sales_order, "{}");
  g_autofree char *path = g_strdup_printf ("brightpearl/goods-out-notes/%" G_GINT64_FORMAT, note);
  g_autoptr (BrightSyncReport) report = NULL;
  g_autoptr (JsonNode) shipment = NULL;

  profile_sync_and_forget (fixture->profile);
  practice_do (fixture->practice, path, "{'reference': 'LATE1'}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->shipments_created, ==, 0);
  g_assert_cmpuint (report->shipments_updated, ==, 1);
  shipment = find_note_shipment (fixture->practice, note);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==, "LATE1");
  profile_assert_settled (fixture->profile);
}

static void
test_reversal (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  g_autofree char *path = g_strdup_printf ("brightpearl/goods-out-notes/%" G_GINT64_FORMAT, note);
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, fixture->order);
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (BrightSyncReport) report = NULL;
  g_autoptr (BrightSyncReport) again = NULL;
  g_autoptr (BrightSyncReport) approved = NULL;
  g_autoptr (GError) error = NULL;

  profile_sync_and_forget (fixture->profile);
  answer = practice_call (fixture->practice, "DELETE", path, NULL);
  profile_advance (fixture->profile, 2 * 60 * 60);
  report = profile_sync (fixture->profile);
  g_assert_cmpstr (profile_find_attention (report, subject), ==, "shipment-reversed");
  again = profile_sync (fixture->profile);
  g_assert_cmpstr (profile_find_attention (again, subject), ==, "shipment-reversed");
  approved = profile_run (fixture->profile, FALSE, subject, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile_find_attention (approved, subject), ==, "");
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

static void
test_gate (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, fixture->sales_order);

  profile_restart (fixture->profile, "{'orders': {'brightpearl-statuses': [7]}}");
  ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 0);
  practice_do (fixture->practice, path, "{'statusId': 7}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

/* On entering the status, with the notes that there are, or as a whole without a number. */
static void
test_status (Fixture *fixture, gconstpointer with_note)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, fixture->sales_order);
  gint64 note = with_note != NULL
                    ? ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}")
                    : 0;
  g_autofree char *mark
      = note != 0 ? g_strdup_printf ("Goods-out note %" G_GINT64_FORMAT, note)
                  : g_strdup_printf ("Sales order %" G_GINT64_FORMAT, fixture->sales_order);
  g_autoptr (JsonNode) shipment = NULL;

  profile_restart (fixture->profile, BY_STATUS);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 0);
  practice_do (fixture->practice, path, "{'statusId': 6}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  shipment = find_shipment (fixture->practice, mark);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==,
                   note != 0 ? "AB1" : "");
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  practice_do (fixture->practice, path, "{'statusId': 3}");
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 1);
}

/* A store that does not move an order by itself, nor tells that it was shipped. */
static void
test_still_store (Fixture *fixture, gconstpointer unused)
{
  practice_do (fixture->practice, "bigcommerce/knobs",
               "{'auto_status': false, 'shipments_bump_date_modified': false}");
  ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
}

static void
test_carrier (Fixture *fixture, gconstpointer unused)
{
  gint64 note;
  g_autoptr (BrightSyncReport) report = NULL;
  g_autoptr (JsonNode) shipment = NULL;

  profile_restart (fixture->profile, "{'fulfillment': {'default-shipping': 'Royal Mail 48'}}");
  practice_do (fixture->practice, "bigcommerce/knobs", "{'refuse_carriers': true}");
  note = ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->shipments_created, ==, 1);
  shipment = find_note_shipment (fixture->practice, note);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_carrier"), ==, "");
  g_assert_cmpstr (bright_json_get_string (shipment, "shipping_method"), ==, "Royal Mail 48");
  profile_assert_settled (fixture->profile);
}

/* What left while shipments were off is sent once they are on. */
static void
test_switched_on (Fixture *fixture, gconstpointer unused)
{
  ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 0);
  profile_restart (fixture->profile, BY_NOTE);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_shipments (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

/* With nothing new, a poll is one search; its second sight of a note is no news. */
static void
test_requests (Fixture *fixture, gconstpointer unused)
{
  const char *search = "brightpearl GET warehouse-service/goods-note/goods-out-search";
  const char *notes = "brightpearl GET warehouse-service/order/{ids}/goods-note/goods-out";

  ship (fixture->practice, fixture->sales_order, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  practice_reset_counts (fixture->practice);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpint (practice_get_route_count (fixture->practice, search), ==, 1);
  g_assert_cmpint (practice_get_route_count (fixture->practice, notes), <=, 1);
  practice_reset_counts (fixture->practice);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpint (practice_get_route_count (fixture->practice, search), ==, 1);
  g_assert_cmpint (practice_get_route_count (fixture->practice, notes), ==, 0);
  g_assert_cmpint (practice_get_count (fixture->practice, "bigcommerce/requests"), <=, 2);
  g_assert_cmpint (practice_get_count (fixture->practice, "brightpearl/requests"), <=, 2);
}

/* An order that was there already, and left before it was linked: the shopper knows. */
static void
test_adopted (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) one = profile_new (practice, BY_NOTE);
  gint64 order = practice_place_order (practice, "plain");
  g_autoptr (Profile) other = NULL;

  profile_sync_and_forget (one);
  ship (practice, find_sales_order (practice, order), "{'reference': 'AB1'}");
  other = profile_new (practice, BY_NOTE);
  profile_sync_and_forget (other);
  g_assert_cmpuint (count_shipments (practice), ==, 0);
  profile_assert_settled (other);
}

/* Ships every second sales order that has something reserved; how many notes there are. */
static guint
ship_many (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  guint notes = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (i % 2 != 0 || bright_json_get (node, "reservation") == NULL
          || g_strcmp0 (bright_json_get_string (node, "allocationStatusCode"), "AAA") != 0
          || bright_json_get_integer (node, "channelId", 0) != 4)
        continue;
      ship (practice, bright_json_get_integer (node, "id", 0), "{'reference': 'AB1'}");
      notes++;
    }
  return notes;
}

/* Each note has exactly one shipment, with never more units than it has. */
static guint
assert_all_shipped (Practice *practice)
{
  g_autoptr (JsonArray) notes = practice_list (practice, "brightpearl/goods-out-notes");
  guint shipped = 0;

  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      JsonNode *note = json_array_get_element (notes, i);
      g_autoptr (JsonNode) shipment
          = find_note_shipment (practice, bright_json_get_integer (note, "id", 0));

      if (shipment == NULL)
        continue;
      g_assert_cmpint (count_shipment_units (shipment), <=, count_note_units (note));
      shipped++;
    }
  return shipped;
}

static void
test_faults (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, NULL);
  g_autoptr (Profile) profile = profile_new (practice, PATIENT);
  guint before = count_shipments (practice);
  guint notes;

  profile_sync_and_forget (profile);
  notes = ship_many (practice);
  g_assert_cmpuint (notes, >, 5);
  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (assert_all_shipped (practice), ==, notes);
  g_assert_cmpuint (count_shipments (practice), ==, before + notes);
  profile_assert_settled (profile);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/shipments/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("note", NULL, test_note);
  ADD ("parts", NULL, test_parts);
  ADD ("drop-ship", NULL, test_drop_ship);
  ADD ("late-tracking", NULL, test_late_tracking);
  ADD ("reversal", NULL, test_reversal);
  ADD ("gate", NULL, test_gate);
  ADD ("still-store", NULL, test_still_store);
  ADD ("carrier", NULL, test_carrier);
  ADD ("requests", NULL, test_requests);
  ADD ("switched-on", "{}", test_switched_on);
  g_test_add ("/shipments/status", Fixture, NULL, set_up_off, test_status, tear_down);
  g_test_add ("/shipments/status-with-note", Fixture, "with", set_up_off, test_status, tear_down);
  g_test_add_func ("/shipments/adopted", test_adopted);
  g_test_add_data_func ("/shipments/faults/none", "", test_faults);
  g_test_add_data_func ("/shipments/faults/all",
                        "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,lost=0.1,"
                        "truncate=0.1,seed=3,limit=60",
                        test_faults);
  g_test_add_data_func ("/shipments/faults/lost", "lost=0.3,seed=4", test_faults);
  return g_test_run ();
}
