/* Tests of the refunds flow against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "money.h"

#include <string.h>

#define REFUNDS "{'payments': {'enabled': true, 'refunds': true, 'default-method': 'STRIPE'}}"
#define STATUS_TO_PICK 11

static Practice *
start (void)
{
  return practice_start ("--orders", "120", "--limits", "off", NULL);
}

static JsonNode *
get_order (Practice *practice, gint64 id)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, id);

  return practice_call (practice, "GET", path, NULL);
}

static JsonNode *
refund (Practice *practice, gint64 id, const char *body)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT "/refund", id);
  g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');

  return practice_call (practice, "POST", path, json);
}

/* Gives one article of the first line back. */
static void
refund_one (Practice *practice, gint64 id)
{
  g_autoptr (JsonNode) order = get_order (practice, id);
  JsonArray *lines = bright_json_get_array (order, "lines");
  g_autofree char *body
      = g_strdup_printf ("{'lines': [{'id': %" G_GINT64_FORMAT ", 'quantity': 1}]}",
                         bright_json_get_integer (json_array_get_element (lines, 0), "id", 0));
  g_autoptr (JsonNode) answer = refund (practice, id, body);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Each refund with its order and total, as money_list_credits() tells sales credits. */
static char *
list_refunds (Practice *practice)
{
  g_autoptr (JsonArray) refunds = practice_list (practice, "bigcommerce/refunds");
  g_autoptr (JsonArray) sales_orders = practice_list (practice, "brightpearl/sales-orders");
  g_autoptr (GHashTable) linked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (sales_orders); i++)
    g_hash_table_add (linked, (gpointer)bright_json_get_string (
                                  json_array_get_element (sales_orders, i), "externalRef"));
  for (guint i = 0; i < json_array_get_length (refunds); i++)
    {
      JsonNode *row = json_array_get_element (refunds, i);
      g_autofree char *order
          = g_strdup_printf ("%" G_GINT64_FORMAT, bright_json_get_integer (row, "order_id", 0));
      BrightMoney total = 0;
      g_autofree char *amount = NULL;

      bright_json_read_money (bright_json_get (row, "total_amount"), &total, NULL);
      amount = bright_money_to_string (total);
      if (g_hash_table_contains (linked, order))
        g_ptr_array_add (lines,
                         g_strdup_printf ("R%" G_GINT64_FORMAT " %s %s",
                                          bright_json_get_integer (row, "id", 0), order, amount));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
assert_credits_are_refunds (Practice *practice)
{
  g_autofree char *credits = money_list_credits (practice);
  g_autofree char *refunds = list_refunds (practice);

  g_assert_cmpstr (credits, ==, refunds);
}

static gint64
find_paid (Practice *practice)
{
  gint64 id = money_find_order (practice, "captured", STATUS_TO_PICK);

  g_assert_cmpint (id, !=, 0);
  return id;
}

/* One article: a sales credit of its share, and the money back by the way it came. */
static void
test_one_article (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, REFUNDS);
  gint64 id = find_paid (practice);
  g_autoptr (BrightSyncReport) report = NULL;
  g_autofree char *list = NULL;

  profile_sync_and_forget (profile);
  profile_advance (profile, 600);
  refund_one (practice, id);
  report = profile_sync (profile);
  g_assert_cmpuint (report->refunds_created, ==, 1);
  assert_credits_are_refunds (practice);
  list = money_list (practice);
  g_assert_nonnull (strstr (list, " PAYMENT bigcommerce-refund-"));
  profile_assert_settled (profile);
}

/* Refund after refund: one sales credit each, the earlier ones stay as they are. */
static void
test_one_after_another (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, REFUNDS);
  gint64 id = find_paid (practice);

  profile_sync_and_forget (profile);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (JsonNode) answer = NULL;

      profile_advance (profile, 900);
      answer = refund (practice, id, "{'amount': '1.00'}");
      profile_sync_and_forget (profile);
      assert_credits_are_refunds (practice);
    }
  profile_assert_settled (profile);
}

/* A poll asks for refunds once, for the whole store. */
static void
test_costs_one_request (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, REFUNDS);

  profile_sync_and_forget (profile);
  practice_reset_counts (practice);
  profile_sync_and_forget (profile);
  g_assert_cmpint (practice_get_count (practice, "bigcommerce/requests"), ==, 2);
}

/* Refunds that were made before the flow was switched on, and before the order was synced. */
static void
test_back_to_go_live (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile
      = profile_new (practice, "{'payments': {'enabled': true, 'default-method': 'STRIPE'},"
                               " 'orders': {'bigcommerce-statuses': [11, 14]}}");
  gint64 id = find_paid (practice);
  g_autofree char *none = NULL;

  refund_one (practice, id);
  profile_sync_and_forget (profile);
  none = money_list_credits (practice);
  g_assert_cmpstr (none, ==, "");
  profile_restart (profile, REFUNDS);
  profile_sync_and_forget (profile);
  assert_credits_are_refunds (practice);
  profile_assert_settled (profile);
}

static char *
sync_under (const char *faults, guint syncs)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, REFUNDS);
  g_autoptr (JsonArray) orders = practice_list (practice, "bigcommerce/orders");
  g_autofree char *payments = NULL;
  g_autofree char *credits = NULL;
  guint refunded = 0;

  practice_do (practice, "search-lag", "{'seconds': 30}");
  profile_sync_and_forget (profile);
  profile_advance (profile, 600);
  for (guint i = 0; i < json_array_get_length (orders) && refunded < 25; i++)
    {
      JsonNode *row = json_array_get_element (orders, i);
      g_autoptr (JsonNode) order = get_order (practice, bright_json_get_integer (row, "id", 0));

      if (g_strcmp0 (bright_json_get_string (order, "payment_status"), "captured") != 0
          || bright_json_get_integer (order, "status_id", 0) != STATUS_TO_PICK
          || g_strcmp0 (bright_json_get_string (order, "payment_method"), "Credit Card") != 0)
        continue;
      refund_one (practice, bright_json_get_integer (row, "id", 0));
      refunded++;
    }
  practice_set_faults (practice, faults);
  for (guint i = 0; i < syncs; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrightSyncReport) report = profile_run (profile, FALSE, NULL, &error);

      if (error != NULL)
        g_test_message ("%s", error->message);
      profile_advance (profile, 4000);
    }
  practice_set_faults (practice, "");
  profile_sync_and_forget (profile);
  profile_assert_settled (profile);
  assert_credits_are_refunds (practice);
  payments = money_list (practice);
  credits = money_list_credits (practice);
  return g_strjoin ("\n", payments, credits, NULL);
}

static void
test_faults (void)
{
  g_autofree char *plain = sync_under ("", 1);
  g_autofree char *faulty
      = sync_under ("error=0.1,unavailable=0.1,html=0.1,reset=0.1,truncate=0.1,lost=0.1,seed=5", 2);
  g_autofree char *lost = sync_under ("lost=0.3,seed=6", 2);

  g_assert_cmpstr (faulty, ==, plain);
  g_assert_cmpstr (lost, ==, plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refunds/one-article", test_one_article);
  g_test_add_func ("/refunds/one-after-another", test_one_after_another);
  g_test_add_func ("/refunds/costs-one-request", test_costs_one_request);
  g_test_add_func ("/refunds/back-to-go-live", test_back_to_go_live);
  g_test_add_func ("/refunds/faults", test_faults);
  return g_test_run ();
}
