/* Tests of shipments that are synced with the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"
#include "shipments-support.h"

#define BY_STATUS                                                                                  \
  "{'fulfillment': {'enabled': true, 'trigger': 'order-status', 'trigger-status-id': 6}}"

typedef struct
{
  Practice *practice;
  Profile *profile;
  gint64 order;       /* one that is linked */
  gint64 sales_order; /* its sales order */
} Fixture;

static void
set_up_with (Fixture *fixture, const char *settings)
{
  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->order = practice_place_order (fixture->practice, "plain");
  profile_advance (fixture->profile, 60);
  profile_sync_and_forget (fixture->profile);
  fixture->sales_order = shipments_find_sales_order (fixture->practice, fixture->order);
  g_assert_cmpint (fixture->sales_order, !=, 0);
}

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  set_up_with (fixture, settings != NULL ? settings : SHIPMENTS_BY_NOTE);
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

/* Ships the first sales order of the order. */
static gint64
ship (const Fixture *fixture, const char *body)
{
  return shipments_ship (fixture->practice,
                         shipments_find_sales_order (fixture->practice, fixture->order), body);
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
  gint64 note = ship (fixture, "{'reference': 'AB1, AB2'}");
  g_autoptr (BrightSyncReport) plan = profile_plan (fixture->profile);
  g_autoptr (BrightSyncReport) report = profile_sync (fixture->profile);
  g_autoptr (JsonNode) shipment = shipments_find_for_note (fixture->practice, note);

  g_assert_cmpuint (profile_count_steps (plan, "shipments"), ==, 1);
  g_assert_cmpuint (report->shipments_created, ==, 1);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==, "AB1, AB2");
  g_assert_cmpstr (bright_json_get_string (shipment, "shipping_provider"), ==, "");
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
}

static void
test_parts (Fixture *fixture, gconstpointer unused)
{
  gint64 units = 0;
  gint64 row
      = shipments_find_reserved_row (fixture->practice, fixture->sales_order, &units);
  g_autofree char *body
      = g_strdup_printf ("{'rows': {'%" G_GINT64_FORMAT "': 1}, 'reference': 'AB1'}", row);
  gint64 first = ship (fixture, body);
  gint64 second;
  g_autoptr (JsonNode) shipment = NULL;
  g_autoptr (JsonNode) other = NULL;

  profile_sync_and_forget (fixture->profile);
  shipment = shipments_find_for_note (fixture->practice, first);
  g_assert_nonnull (shipment);
  g_assert_cmpint (shipments_count_units (shipment), ==, 1);
  profile_assert_settled (fixture->profile);
  second = ship (fixture, "{'reference': 'AB2'}");
  profile_sync_and_forget (fixture->profile);
  other = shipments_find_for_note (fixture->practice, second);
  g_assert_nonnull (other);
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 2);
}

static void
test_drop_ship (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture, "{'dropShip': true}");
  g_autofree char *mark = g_strdup_printf ("Drop-ship note %" G_GINT64_FORMAT, note);
  g_autoptr (JsonNode) shipment = NULL;

  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  shipment = shipments_find (fixture->practice, mark);
  g_assert_nonnull (shipment);
  profile_assert_settled (fixture->profile);
}

/* A tracking number that is typed in later is found with the re-read of open orders. */
static void
test_late_tracking (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture, "{}");
  g_autofree char *path = g_strdup_printf ("brightpearl/goods-out-notes/%" G_GINT64_FORMAT, note);
  g_autoptr (BrightSyncReport) report = NULL;
  g_autoptr (JsonNode) shipment = NULL;

  profile_sync_and_forget (fixture->profile);
  practice_do (fixture->practice, path, "{'reference': 'LATE1'}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->shipments_created, ==, 0);
  g_assert_cmpuint (report->shipments_updated, ==, 1);
  shipment = shipments_find_for_note (fixture->practice, note);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==, "LATE1");
  profile_assert_settled (fixture->profile);
}

static void
test_reversal (Fixture *fixture, gconstpointer unused)
{
  gint64 note = ship (fixture, "{'reference': 'AB1'}");
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
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

static void
test_gate (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, fixture->sales_order);

  profile_restart (fixture->profile, "{'orders': {'brightpearl-statuses': [7]}}");
  ship (fixture, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 0);
  practice_do (fixture->practice, path, "{'statusId': 7}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

/* On entering the status, with the notes that there are, or as a whole without a number. */
static void
test_status (Fixture *fixture, gconstpointer with_note)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, fixture->sales_order);
  gint64 note = with_note != NULL
                    ? ship (fixture, "{'reference': 'AB1'}")
                    : 0;
  g_autofree char *mark
      = note != 0 ? g_strdup_printf ("Goods-out note %" G_GINT64_FORMAT, note)
                  : g_strdup_printf ("Sales order %" G_GINT64_FORMAT, fixture->sales_order);
  g_autoptr (JsonNode) shipment = NULL;

  profile_restart (fixture->profile, BY_STATUS);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 0);
  practice_do (fixture->practice, path, "{'statusId': 6}");
  profile_advance (fixture->profile, 2 * 60 * 60);
  profile_sync_and_forget (fixture->profile);
  shipment = shipments_find (fixture->practice, mark);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_number"), ==,
                   note != 0 ? "AB1" : "");
  g_assert_cmpint (get_status (fixture), ==, 2);
  profile_assert_settled (fixture->profile);
  practice_do (fixture->practice, path, "{'statusId': 3}");
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
}

/* A store that does not move an order by itself, nor tells that it was shipped. */
static void
test_still_store (Fixture *fixture, gconstpointer unused)
{
  practice_do (fixture->practice, "bigcommerce/knobs",
               "{'auto_status': false, 'shipments_bump_date_modified': false}");
  ship (fixture, "{'reference': 'AB1'}");
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
  note = ship (fixture, "{'reference': 'AB1'}");
  report = profile_sync (fixture->profile);
  g_assert_cmpuint (report->shipments_created, ==, 1);
  shipment = shipments_find_for_note (fixture->practice, note);
  g_assert_nonnull (shipment);
  g_assert_cmpstr (bright_json_get_string (shipment, "tracking_carrier"), ==, "");
  g_assert_cmpstr (bright_json_get_string (shipment, "shipping_method"), ==, "Royal Mail 48");
  profile_assert_settled (fixture->profile);
}

/* A person approves; until then nothing is written, however often it is looked at. */
static void
test_approval (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) asked = NULL;
  g_autoptr (BrightSyncReport) approved = NULL;
  g_autoptr (GError) error = NULL;

  profile_restart (fixture->profile, "{'schedule': {'mode': 'ask'}}");
  ship (fixture, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  profile_advance (fixture->profile, 2 * 60 * 60);
  asked = profile_sync (fixture->profile);
  g_assert_cmpuint (profile_count_steps (asked, "shipments"), ==, 1);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 0);
  approved = profile_run (fixture->profile, FALSE, "shipments", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (approved->shipments_created, ==, 1);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
}

/* What left while shipments were off is sent once they are on. */
static void
test_switched_on (Fixture *fixture, gconstpointer unused)
{
  ship (fixture, "{'reference': 'AB1'}");
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 0);
  profile_restart (fixture->profile, SHIPMENTS_BY_NOTE);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (shipments_count (fixture->practice), ==, 1);
  profile_assert_settled (fixture->profile);
}

/* With nothing new, a poll is one search; its second sight of a note is no news. */
static void
test_requests (Fixture *fixture, gconstpointer unused)
{
  const char *search = "brightpearl GET warehouse-service/goods-note/goods-out-search";
  const char *notes = "brightpearl GET warehouse-service/order/{ids}/goods-note/goods-out";

  ship (fixture, "{'reference': 'AB1'}");
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
  g_autoptr (Profile) one = profile_new (practice, SHIPMENTS_BY_NOTE);
  gint64 order = practice_place_order (practice, "plain");
  g_autoptr (Profile) other = NULL;

  profile_advance (one, 60);
  profile_sync_and_forget (one);
  shipments_ship (practice, shipments_find_sales_order (practice, order), "{'reference': 'AB1'}");
  other = profile_new (practice, SHIPMENTS_BY_NOTE);
  profile_sync_and_forget (other);
  g_assert_cmpuint (shipments_count (practice), ==, 0);
  profile_assert_settled (other);
}

/* One order, several sales orders: each shipment goes to the address of its own. */
static void
test_split (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (
      practice, "{'fulfillment': {'enabled': true},"
                " 'orders': {'brightpearl-statuses': [3], 'several-addresses': 'split'}}");
  Fixture fixture = { practice, profile, practice_place_order (practice, "two-addresses"), 0 };
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT "-2", fixture.order);
  gint64 notes[2];
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) other = NULL;

  profile_advance (profile, 60);
  profile_sync_and_forget (profile);
  notes[0] = shipments_ship (practice, shipments_find_reference (practice, second),
                             "{'reference': 'AB2'}");
  profile_sync_and_forget (profile);
  g_assert_cmpint (get_status (&fixture), ==, 3);
  notes[1] = ship (&fixture, "{'reference': 'AB1'}");
  profile_sync_and_forget (profile);
  g_assert_cmpint (get_status (&fixture), ==, 2);
  one = shipments_find_for_note (practice, notes[0]);
  other = shipments_find_for_note (practice, notes[1]);
  g_assert_nonnull (one);
  g_assert_nonnull (other);
  g_assert_cmpint (bright_json_get_integer (one, "order_address_id", 0), !=,
                   bright_json_get_integer (other, "order_address_id", 0));
  profile_assert_settled (profile);
}

/* Brightpearl sends the components, the store sells the bundle. */
static void
test_bundle (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, SHIPMENTS_BY_NOTE);
  Fixture fixture = { practice, profile, practice_place_order (practice, "bundle"), 0 };

  profile_advance (profile, 60);
  profile_sync_and_forget (profile);
  ship (&fixture, "{'reference': 'AB1'}");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (shipments_count (practice), ==, 1);
  g_assert_cmpint (get_status (&fixture), ==, 2);
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
  ADD ("approval", NULL, test_approval);
  ADD ("requests", NULL, test_requests);
  ADD ("switched-on", "{}", test_switched_on);
  g_test_add ("/shipments/status", Fixture, NULL, set_up_off, test_status, tear_down);
  g_test_add ("/shipments/status-with-note", Fixture, "with", set_up_off, test_status, tear_down);
  g_test_add_func ("/shipments/adopted", test_adopted);
  g_test_add_func ("/shipments/split", test_split);
  g_test_add_func ("/shipments/bundle", test_bundle);
  return g_test_run ();
}
