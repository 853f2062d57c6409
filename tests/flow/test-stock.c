/* Stock, from Brightpearl to the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-time.h"
#include "profile.h"
#include "stock-view.h"

#include <string.h>

#define STOCK "'inventory': {'enabled': true, 'warehouse-ids': [2, 3], 'largest-drop-percent': 100}"
#define EVERY_FAULT                                                                                \
  "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,lost=0.1,truncate=0.1"
#define ADJUST "bigcommerce PUT v3/inventory/adjustments/absolute"

static Practice *
start (void)
{
  return practice_start ("--orders", "0", "--products", "60", NULL);
}

static void
test_full_check (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (stock_count_wrong (practice, 0), ==, 0);
  g_assert_cmpuint (report->stock_checked, >, 40);
  g_assert_cmpuint (report->stock_updated, >, 0);
  g_assert_cmpint (practice_get_route_count (practice, ADJUST), ==, 1);
  g_assert_cmpuint (profile_count_attention (report, "product-ambiguous"), ==, 1);
  g_assert_cmpuint (report->attention->len, ==, 1);
  profile_assert_settled (profile);
}

static void
test_only_what_moved (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  g_autoptr (BrightSyncReport) still = NULL;
  g_autoptr (BrightSyncReport) moved = NULL;

  profile_sync_and_forget (profile);
  practice_reset_counts (practice);
  still = profile_sync (profile);
  g_assert_cmpuint (still->stock_checked, ==, 0);
  g_assert_cmpint (practice_get_route_count (
                       practice, "brightpearl GET warehouse-service/goods-movement-search"),
                   ==, 1);
  g_assert_cmpint (practice_get_count (practice, "brightpearl/requests"), <=, 2);

  stock_set_on_hand (practice, "MUG-BLU", 7, 2);
  moved = profile_sync (profile);
  g_assert_cmpint (stock_get_level (practice, "MUG-BLU"), ==, 9);
  g_assert_cmpuint (moved->stock_checked, ==, 1);
  g_assert_cmpuint (moved->stock_updated, ==, 1);
  profile_assert_settled (profile);
}

/* What the store sold and Brightpearl does not know of yet is not sold twice. */
static void
test_orders_that_are_not_allocated (void)
{
  g_autoptr (Practice) practice = start ();
  gint64 order = practice_place_order (practice, "registered");
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);
  g_autoptr (Profile) profile
      = profile_new (practice, "{" STOCK ", 'orders': {'bigcommerce-statuses': [9]}}");

  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_wrong (practice, order), ==, 0);
  profile_assert_settled (profile);

  /* The shopper did not pay: the units can be sold again. */
  practice_do (practice, path, "{'status_id': 5}");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_wrong (practice, 0), ==, 0);
}

static void
test_orders_come_first (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "40", NULL);
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  gint64 order;

  profile_sync_and_forget (profile);
  g_assert_true (stock_was_written_last (practice));
  g_assert_cmpuint (stock_count_oversold (practice), ==, 0);
  profile_assert_settled (profile);

  order = practice_place_order (practice, "registered");
  profile_sync_and_forget (profile);
  g_assert_cmpint (order, >, 0);
  g_assert_cmpuint (stock_count_oversold (practice), ==, 0);
  profile_assert_settled (profile);
}

/* Every kind of order that there is: held, filtered, waiting, with stock short. */
static void
test_every_unit_is_counted (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "150", NULL);
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  gint64 now = bright_clock_get_seconds (profile->clock);
  g_autofree char *go_live = bright_time_format ((now / 86400 - 25) * 86400);

  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_inexact (practice, go_live), ==, 0);
  g_assert_cmpuint (stock_count_wrong (practice, 0), >, 0);
  for (guint i = 0; i < 10; i++)
    practice_place_order (practice, NULL);
  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_inexact (practice, go_live), ==, 0);
  profile_advance (profile, 25 * 3600);
  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_inexact (practice, go_live), ==, 0);
}

static void
test_a_warehouse_that_is_gone (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile
      = profile_new (practice, "{'inventory': {'enabled': true, 'warehouse-ids': [2, 99]}}");
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpstr (profile_find_attention (report, "stock"), ==, "reference-gone");
  g_assert_cmpint (profile_count_writes (profile), ==, 0);
}

static void
test_a_mass_drop_is_held (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile
      = profile_new (practice, "{'inventory': {'enabled': true, 'warehouse-ids': [2, 3]}}");
  g_autoptr (BrightSyncReport) held = NULL;
  g_autoptr (BrightSyncReport) approved = NULL;
  g_autoptr (GError) error = NULL;

  profile_sync_and_forget (profile);
  practice_reset_counts (practice);
  stock_empty_all (practice);
  held = profile_sync (profile);
  g_assert_cmpstr (profile_find_attention (held, "stock"), ==, "stock-brake");
  g_assert_cmpint (profile_count_writes (profile), ==, 0);
  approved = profile_run (profile, FALSE, "stock", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile_find_attention (approved, "stock"), ==, "");
  g_assert_cmpuint (stock_count_wrong (practice, 0), ==, 0);
  profile_assert_settled (profile);
}

static void
test_watching_writes_nothing (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile
      = profile_new (practice, "{" STOCK ", 'schedule': {'mode': 'watch'}}");
  g_autoptr (BrightSyncReport) first = profile_sync (profile);
  g_autoptr (BrightSyncReport) second = profile_sync (profile);
  g_autoptr (BrightSyncReport) plan = profile_plan (profile);

  g_assert_cmpuint (profile_count_steps (first, "stock"), ==, 1);
  g_assert_cmpuint (profile_count_steps (second, "stock"), ==, 1);
  g_assert_cmpuint (profile_count_steps (plan, "stock"), ==, 1);
  g_assert_cmpuint (first->stock_updated, ==, 0);
  g_assert_cmpint (profile_count_writes (profile), ==, 0);
  profile_restart (profile, "{'schedule': {'mode': 'automatic'}}");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_wrong (practice, 0), ==, 0);
}

static void
test_a_number_changed_in_the_store (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");

  profile_sync_and_forget (profile);
  practice_do (practice, "bigcommerce/stock", "{'sku': 'MUG-BLU', 'level': 99999}");
  profile_advance (profile, 25 * 3600);
  profile_sync_and_forget (profile);
  g_assert_cmpuint (stock_count_wrong (practice, 0), ==, 0);
}

/* The store was told to keep stock in another way since. */
static void
test_tracking_that_changed (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");

  practice_do (practice, "bigcommerce/products",
               "{'sku': 'NEW-1', 'name': 'New', 'tracking': 'product'}");
  practice_do (practice, "brightpearl/products",
               "{'sku': 'NEW-1', 'name': 'New', 'onHand': {'2': 5}}");
  profile_sync_and_forget (profile);
  g_assert_cmpint (stock_get_level (practice, "NEW-1"), ==, 5);
  practice_do (practice, "bigcommerce/stock", "{'sku': 'NEW-1', 'tracking': 'variant'}");
  stock_set_on_hand (practice, "NEW-1", 3, 1);
  stock_set_on_hand (practice, "MUG-BLU", 8, 1);
  profile_sync_and_forget (profile);
  g_assert_cmpint (stock_get_level (practice, "NEW-1"), ==, 4);
  g_assert_cmpint (stock_get_level (practice, "MUG-BLU"), ==, 9);
  profile_assert_settled (profile);
}

/* A SKU that two products had, until somebody mended it. */
static void
test_twins_that_were_mended (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  g_autoptr (BrightSyncReport) mended = NULL;
  g_autofree char *path = NULL;
  gint64 twin;

  practice_do (practice, "bigcommerce/products", "{'sku': 'NEW-1', 'name': 'New'}");
  practice_do (practice, "brightpearl/products",
               "{'sku': 'NEW-1', 'name': 'New', 'onHand': {'2': 5}}");
  twin = stock_add_product (practice, "NEW-1");
  {
    g_autoptr (BrightSyncReport) report = profile_sync (profile);

    g_assert_cmpstr (profile_find_attention (report, "product NEW-1"), ==, "product-ambiguous");
    g_assert_cmpint (stock_get_level (practice, "NEW-1"), ==, 0);
  }
  path = g_strdup_printf ("brightpearl/products/%" G_GINT64_FORMAT, twin);
  practice_do (practice, path, "{'sku': 'NEW-2'}");
  profile_advance (profile, 1000);
  mended = profile_sync (profile);
  g_assert_cmpstr (profile_find_attention (mended, "product NEW-1"), ==, "");
  g_assert_cmpint (stock_get_level (practice, "NEW-1"), ==, 5);
}

static void
test_bundles (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{" STOCK "}");
  gint64 expected;

  practice_do (practice, "bigcommerce/stock", "{'sku': 'BOX-TASTER', 'tracking': 'product'}");
  profile_sync_and_forget (profile);
  expected = stock_count_bundles (practice, "BOX-TASTER");
  g_assert_cmpint (expected, >, 0);
  g_assert_cmpint (stock_get_level (practice, "BOX-TASTER"), ==, expected);
  stock_empty_component (practice, "BOX-TASTER");
  profile_sync_and_forget (profile);
  g_assert_cmpint (stock_get_level (practice, "BOX-TASTER"), ==, 0);
  profile_assert_settled (profile);
}

static void
test_faults (gconstpointer specification)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "20", NULL);
  g_autoptr (Profile) profile
      = profile_new (practice, "{" STOCK ", 'connection': {'patience-seconds': 600}}");

  practice_set_faults (practice, specification);
  profile_sync_and_forget (profile);
  stock_set_on_hand (practice, "MUG-BLU", 17, 2);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  profile_assert_settled (profile);
  g_assert_cmpuint (stock_count_oversold (practice), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/full-check", test_full_check);
  g_test_add_func ("/stock/only-what-moved", test_only_what_moved);
  g_test_add_func ("/stock/orders-that-are-not-allocated", test_orders_that_are_not_allocated);
  g_test_add_func ("/stock/orders-come-first", test_orders_come_first);
  g_test_add_func ("/stock/every-unit-is-counted", test_every_unit_is_counted);
  g_test_add_func ("/stock/a-warehouse-that-is-gone", test_a_warehouse_that_is_gone);
  g_test_add_func ("/stock/a-mass-drop-is-held", test_a_mass_drop_is_held);
  g_test_add_func ("/stock/watching-writes-nothing", test_watching_writes_nothing);
  g_test_add_func ("/stock/a-number-changed-in-the-store", test_a_number_changed_in_the_store);
  g_test_add_func ("/stock/tracking-that-changed", test_tracking_that_changed);
  g_test_add_func ("/stock/twins-that-were-mended", test_twins_that_were_mended);
  g_test_add_func ("/stock/bundles", test_bundles);
  g_test_add_data_func ("/stock/faults", EVERY_FAULT, test_faults);
  g_test_add_data_func ("/stock/lost-answers", "lost=0.3", test_faults);
  return g_test_run ();
}
