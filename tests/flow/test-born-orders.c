/* Tests of sales orders that are brought to the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"

#include <string.h>

#define SETTINGS                                                                                   \
  "{'orders': {'create-in-bigcommerce': true, 'brightpearl-statuses': [3, 6],"                     \
  " 'bigcommerce-statuses': [1, 9, 11]}}"
#define ADDRESS                                                                                    \
  "{'addressFullName': 'Mira van Oke', 'addressLine1': '4 Quay Rd', 'addressLine3': 'Bristol',"    \
  " 'postalCode': 'BS1 4XX', 'countryIsoCode': 'GB', 'email': 'mira@example.org'}"
#define MANY 8

typedef struct
{
  Practice *practice;
  Profile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, settings != NULL ? settings : SETTINGS);
  profile_sync_and_forget (fixture->profile);
  profile_advance (fixture->profile, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  profile_free (fixture->profile);
  practice_stop (fixture->practice);
}

/* A product that both sides sell, with what Brightpearl calls it. */
static JsonNode *
find_product (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/products");

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_strcmp0 (bright_json_get_string (json_array_get_element (list, i), "sku"), "MUG-BLU")
        == 0)
      return json_node_copy (json_array_get_element (list, i));
  g_assert_not_reached ();
}

static gint64
place_sales_order (Practice *practice, gint64 channel, gint64 status, const char *reference)
{
  g_autoptr (JsonNode) product = find_product (practice);
  g_autofree char *text = g_strdup_printf (
      "{'customer': {'id': 1, 'address': " ADDRESS "}, 'billing': {'address': " ADDRESS "},"
      " 'delivery': {'address': " ADDRESS "}, 'ref': 'Telephone', 'externalRef': '%s',"
      " 'statusId': %" G_GINT64_FORMAT ", 'channelId': %" G_GINT64_FORMAT ", 'warehouseId': 2,"
      " 'currency': {'code': 'GBP'}, 'rows': ["
      "  {'productId': %" G_GINT64_FORMAT ", 'quantity': '1', 'taxCode': 'T20', 'net': '26.66',"
      "   'tax': '5.33', 'nominalCode': '4000'},"
      "  {'name': 'Engraving', 'quantity': '2', 'taxCode': 'T20', 'net': '10.00',"
      "   'tax': '2.00', 'nominalCode': '4000'},"
      "  {'name': 'Courier', 'quantity': '1', 'taxCode': 'T20', 'net': '5.00', 'tax': '1.00',"
      "   'nominalCode': '4040'}]}",
      reference, status, channel, bright_json_get_integer (product, "id", 0));
  g_autoptr (JsonNode) answer = NULL;

  g_strdelimit (text, "'", '"');
  answer = practice_call (practice, "POST", "brightpearl/sales-orders", text);
  return bright_json_get_integer (answer, "id", bright_json_get_integer (answer, NULL, 0));
}

/* The store's orders that were made from a sales order: how many, and the last one's id. */
static guint
count_made (Practice *practice, gint64 sales_order, gint64 *order)
{
  g_autoptr (JsonArray) list = practice_list (practice, "bigcommerce/orders");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sales_order);
  guint count = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "external_order_id"), number) != 0)
        continue;
      count++;
      if (order != NULL)
        *order = bright_json_get_integer (node, "id", 0);
    }
  return count;
}

static guint
count_sales_orders (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");

  return json_array_get_length (list);
}

static void
test_made_once (Fixture *fixture, gconstpointer unused)
{
  gint64 sales_order = place_sales_order (fixture->practice, 4, 3, "");
  gint64 order = 0;
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (BrightSyncReport) report = profile_sync (fixture->profile);
  g_autoptr (BrightExplanation) explanation = NULL;

  g_assert_cmpuint (report->orders_created, ==, 1);
  g_assert_cmpuint (count_made (fixture->practice, sales_order, &order), ==, 1);
  path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, order);
  made = practice_call (fixture->practice, "GET", path, NULL);
  g_assert_cmpint (bright_json_get_integer (made, "status_id", 0), ==, 11);
  g_assert_cmpint (bright_json_get_integer (made, "customer_id", -1), ==, 0);
  g_assert_cmpstr (bright_json_get_string (made, "billing_address/first_name"), ==, "Mira van");
  g_assert_cmpstr (bright_json_get_string (made, "billing_address/last_name"), ==, "Oke");
  g_assert_cmpstr (bright_json_get_string (made, "total_inc_tax"), ==, "49.9900");
  g_assert_cmpint (json_array_get_length (bright_json_get_array (made, "lines")), ==, 2);
  /* The store's order is not imported back. */
  profile_advance (fixture->profile, 60);
  profile_sync_and_forget (fixture->profile);
  explanation = profile_explain (fixture->profile, order);
  g_assert_cmpstr (explanation->subject->state, ==, "filtered");
  g_assert_cmpstr (explanation->subject->code, ==, "born-in-brightpearl");
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_made (fixture->practice, sales_order, NULL), ==, 1);
  g_assert_cmpuint (count_sales_orders (fixture->practice), ==, 1);
}

static void
test_not_wanted (Fixture *fixture, gconstpointer unused)
{
  gint64 elsewhere = place_sales_order (fixture->practice, 5, 3, "");
  gint64 draft = place_sales_order (fixture->practice, 4, 2, "");
  gint64 of_the_store = place_sales_order (fixture->practice, 4, 3, "99042");
  g_autofree char *path = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, draft);

  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_made (fixture->practice, elsewhere, NULL), ==, 0);
  g_assert_cmpuint (count_made (fixture->practice, draft, NULL), ==, 0);
  g_assert_cmpuint (count_made (fixture->practice, of_the_store, NULL), ==, 0);
  /* It enters a status that is ticked. */
  profile_advance (fixture->profile, 60);
  practice_do (fixture->practice, path, "{'statusId': 6}");
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_made (fixture->practice, draft, NULL), ==, 1);
  profile_assert_settled (fixture->profile);
}

static void
test_imported_orders (Fixture *fixture, gconstpointer unused)
{
  gint64 order = practice_place_order (fixture->practice, "registered");

  profile_sync_and_forget (fixture->profile);
  profile_assert_settled (fixture->profile);
  g_assert_cmpuint (count_sales_orders (fixture->practice), ==, 1);
  g_assert_cmpint (order, >, 0);
}

static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  gint64 sales_order = place_sales_order (fixture->practice, 4, 3, "");
  g_autofree char *subject = g_strdup_printf ("sales order %" G_GINT64_FORMAT, sales_order);
  g_autoptr (BrightSyncReport) report = profile_plan (fixture->profile);
  const BrightStep *step;

  g_assert_cmpuint (report->steps->len, ==, 1);
  step = report->steps->pdata[0];
  g_assert_cmpstr (step->subject, ==, subject);
  g_assert_cmpstr (step->flow, ==, "orders");
  g_assert_cmpstr (step->verb, ==, "create");
  g_assert_cmpstr (step->platform, ==, "bigcommerce");
  g_assert_cmpuint (count_made (fixture->practice, sales_order, NULL), ==, 0);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_made (fixture->practice, sales_order, NULL), ==, 1);
}

static void
test_ask (Fixture *fixture, gconstpointer unused)
{
  gint64 sales_order = place_sales_order (fixture->practice, 4, 3, "");
  g_autofree char *subject = g_strdup_printf ("sales order %" G_GINT64_FORMAT, sales_order);
  g_autoptr (BrightSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  profile_restart (fixture->profile, "{'schedule': {'mode': 'ask'}}");
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpuint (count_made (fixture->practice, sales_order, NULL), ==, 0);
  report = profile_run (fixture->profile, FALSE, subject, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_made (fixture->practice, sales_order, NULL), ==, 1);
}

/* Whatever happens on the way, each is made once and none comes back. */
static void
test_faults (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile = profile_new (practice, SETTINGS);
  gint64 sales_orders[MANY];

  profile_sync_and_forget (profile);
  profile_advance (profile, 60);
  for (guint i = 0; i < MANY; i++)
    sales_orders[i] = place_sales_order (practice, 4, 3, "");
  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  profile_restart (profile, NULL);
  profile_advance (profile, 60);
  profile_sync_and_forget (profile);
  for (guint i = 0; i < MANY; i++)
    g_assert_cmpuint (count_made (practice, sales_orders[i], NULL), ==, 1);
  g_assert_cmpuint (count_sales_orders (practice), ==, MANY);
  profile_assert_settled (profile);
}

int
main (int argc, char **argv)
{
#define ADD(name, function)                                                                        \
  g_test_add ("/flow/born-orders/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("made-once", test_made_once);
  ADD ("not-wanted", test_not_wanted);
  ADD ("imported-orders", test_imported_orders);
  ADD ("plan", test_plan);
  ADD ("ask", test_ask);
  g_test_add_data_func ("/flow/born-orders/faults",
                        "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,truncate=0.1",
                        test_faults);
  g_test_add_data_func ("/flow/born-orders/lost-answers", "lost=0.3", test_faults);
  return g_test_run ();
}
