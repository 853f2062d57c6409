/* Tests of the payments flow against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "money.h"

#include <string.h>

#define METHODS                                                                                    \
  "'method-map': [{'bigcommerce': 'paypal', 'brightpearl': 'PAYPAL'},"                             \
  " {'bigcommerce': 'STRIPE', 'brightpearl': 'STRIPE'},"                                           \
  " {'bigcommerce': 'gift_certificate', 'brightpearl': 'GIFTCARD'},"                               \
  " {'bigcommerce': 'store_credit', 'brightpearl': 'STORECREDIT'},"                                \
  " {'bigcommerce': 'Cash', 'brightpearl': ''}]"
#define PAYMENTS "{'payments': {'enabled': true, " METHODS "}}"
#define UNCAPTURED "{'payments': {'enabled': true, 'include-uncaptured': true, " METHODS "}}"
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

static void
do_with_order (Practice *practice, gint64 id, const char *what, const char *body)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT "%s", id, what);

  practice_do (practice, path, "%s", body);
}

static void
assert_money (Practice *practice, gint64 id, const char *expected)
{
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *list = money_list_for (practice, reference);

  g_assert_cmpstr (list, ==, expected);
}

/* Every sales order has what the store received for it, and no more. */
static void
test_mirrors (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, PAYMENTS);
  g_autoptr (BrightSyncReport) report = profile_sync (profile);
  g_autoptr (JsonArray) sales_orders = practice_list (practice, "brightpearl/sales-orders");
  guint paid = 0;

  g_assert_cmpuint (report->payments_created, >, 20);
  for (guint i = 0; i < json_array_get_length (sales_orders); i++)
    {
      JsonNode *sales_order = json_array_get_element (sales_orders, i);
      const char *reference = bright_json_get_string (sales_order, "externalRef");
      g_autoptr (JsonNode) order = get_order (practice, g_ascii_strtoll (reference, NULL, 10));
      const char *status = bright_json_get_string (order, "payment_status");
      const char *method = bright_json_get_string (order, "payment_method");
      BrightMoney total = 0;
      gboolean is_paid = g_strcmp0 (status, "captured") == 0 || g_strcmp0 (status, "paid") == 0;

      bright_json_read_money (bright_json_get (order, "total_inc_tax"), &total, NULL);
      if (g_strcmp0 (method, "Square") == 0 || g_strcmp0 (method, "Cash") == 0)
        total = 0;
      g_assert_cmpint (money_sum (practice, reference), ==, is_paid ? total : 0);
      paid += is_paid && total > 0;
    }
  g_assert_cmpuint (paid, >, 20);
  g_assert_cmpuint (profile_count_attention (report, "payment-method-missing"), ==, 1);
  profile_assert_settled (profile);
}

/* A poll with nothing new asks for nothing that this flow needs. */
static void
test_costs_nothing_when_nothing_is_new (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, PAYMENTS);

  profile_sync_and_forget (profile);
  practice_reset_counts (practice);
  profile_sync_and_forget (profile);
  g_assert_cmpint (
      practice_get_route_count (practice, "bigcommerce GET v3/orders/{ids}/transactions"), ==, 0);
  g_assert_cmpint (practice_get_route_count (
                       practice, "brightpearl GET accounting-service/customer-payment-search"),
                   ==, 0);
  g_assert_cmpint (practice_get_count (practice, "bigcommerce/requests"), ==, 1);
}

static void
test_plan (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, PAYMENTS);
  g_autoptr (BrightSyncReport) plan = profile_plan (profile);
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (profile_count_steps (plan, "payments"), ==, report->payments_created);
}

/* Authorized, then captured: two payments that share a code. */
static void
test_capture (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, UNCAPTURED);
  gint64 id = money_find_order (practice, "authorized", STATUS_TO_PICK);
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (id, !=, 0);
  profile_sync_and_forget (profile);
  before = money_list_for (practice, reference);
  g_assert_nonnull (strstr (before, " AUTH bigcommerce-"));
  g_assert_null (strchr (before, ';'));
  g_assert_cmpint (money_sum (practice, reference), ==, 0);

  profile_advance (profile, 600);
  do_with_order (practice, id, "/capture", "{}");
  profile_sync_and_forget (profile);
  after = money_list_for (practice, reference);
  g_assert_nonnull (strstr (after, " CAPTURE bigcommerce-"));
  g_assert_cmpint (money_sum (practice, reference), >, 0);
  profile_assert_settled (profile);
}

static void
test_void (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, UNCAPTURED);
  gint64 id = money_find_order (practice, "authorized", STATUS_TO_PICK);
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *after = NULL;

  profile_sync_and_forget (profile);
  profile_advance (profile, 600);
  do_with_order (practice, id, "/void", "{}");
  profile_sync_and_forget (profile);
  after = money_list_for (practice, reference);
  g_assert_nonnull (strstr (after, " VOID bigcommerce-"));
  profile_assert_settled (profile);
}

/* A cancelled order gives up what was authorized, and then its sales order is cancelled. */
static void
test_cancelled (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, UNCAPTURED);
  gint64 id = money_find_order (practice, "authorized", STATUS_TO_PICK);
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (BrightExplanation) explanation = NULL;
  g_autofree char *after = NULL;

  profile_sync_and_forget (profile);
  profile_advance (profile, 600);
  do_with_order (practice, id, "", "{'status_id': 5}");
  profile_sync_and_forget (profile);
  after = money_list_for (practice, reference);
  g_assert_nonnull (strstr (after, "-void "));
  explanation = profile_explain (profile, id);
  g_assert_cmpstr (explanation->subject->state, ==, "cancelled");
  profile_assert_settled (profile);
}

static void
test_not_included (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, PAYMENTS);
  gint64 id = money_find_order (practice, "authorized", STATUS_TO_PICK);

  profile_sync_and_forget (profile);
  assert_money (practice, id, "");
}

/* Without a method the order arrives, and its payment follows when one is chosen. */
static void
test_method_is_chosen_later (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, "{'payments': {'enabled': true}}");
  g_autoptr (BrightSyncReport) first = profile_sync (profile);
  g_autoptr (BrightSyncReport) second = NULL;

  g_assert_cmpuint (first->orders_created, >, 20);
  g_assert_cmpuint (first->payments_created, ==, 0);
  g_assert_cmpuint (profile_count_attention (first, "payment-method-missing"), >, 20);
  profile_restart (profile, "{'payments': {'default-method': 'CASH'}}");
  second = profile_sync (profile);
  g_assert_cmpuint (second->payments_created, >, 20);
  g_assert_cmpuint (profile_count_attention (second, "payment-method-missing"), ==, 0);
  profile_assert_settled (profile);
}

/* A method that the account does not have keeps orders waiting, and is named. */
static void
test_method_is_gone (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile
      = profile_new (practice, "{'payments': {'enabled': true, 'default-method': 'NOWHERE'}}");
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (profile_count_attention (report, "reference-gone"), ==, 1);
  g_assert_cmpuint (report->orders_created, ==, 0);
}

/* Orders that were linked before are paid once the flow is switched on. */
static void
test_switched_on_later (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autoptr (BrightSyncReport) first = profile_sync (profile);
  g_autoptr (BrightSyncReport) second = NULL;

  g_assert_cmpuint (first->payments_created, ==, 0);
  profile_restart (profile, PAYMENTS);
  second = profile_sync (profile);
  g_assert_cmpuint (second->payments_created, >, 20);
  profile_assert_settled (profile);
}

/* What Brightpearl says about a closed period is shown, and the order stays linked. */
static void
test_locked_period (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, PAYMENTS);
  g_autoptr (BrightSyncReport) report = NULL;
  const BrightSubject *subject = NULL;

  practice_do (practice, "brightpearl/period-lock", "{'until': '2100-01-01T00:00:00Z'}");
  report = profile_sync (profile);
  g_assert_cmpuint (report->payments_created, ==, 0);
  for (guint i = 0; i < report->attention->len && subject == NULL; i++)
    if (strcmp (((BrightSubject *)report->attention->pdata[i])->code, "refused-by-brightpearl")
        == 0)
      subject = report->attention->pdata[i];
  g_assert_nonnull (subject);
  g_assert_cmpstr (subject->state, ==, "linked");
  g_assert_nonnull (strstr (subject->message, "period is locked"));
}

/* Syncs until nothing is left that a fault kept back. */
static char *
sync_under (const char *faults, guint syncs)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Profile) profile = profile_new (practice, UNCAPTURED);

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
  return money_list (practice);
}

static void
test_faults (void)
{
  g_autofree char *plain = sync_under ("", 1);
  g_autofree char *faulty
      = sync_under ("error=0.1,unavailable=0.1,html=0.1,reset=0.1,truncate=0.1,lost=0.1,seed=3", 2);
  g_autofree char *lost = sync_under ("lost=0.3,seed=4", 2);

  g_assert_cmpstr (faulty, ==, plain);
  g_assert_cmpstr (lost, ==, plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payments/mirrors", test_mirrors);
  g_test_add_func ("/payments/costs-nothing-when-nothing-is-new",
                   test_costs_nothing_when_nothing_is_new);
  g_test_add_func ("/payments/plan", test_plan);
  g_test_add_func ("/payments/capture", test_capture);
  g_test_add_func ("/payments/void", test_void);
  g_test_add_func ("/payments/cancelled", test_cancelled);
  g_test_add_func ("/payments/not-included", test_not_included);
  g_test_add_func ("/payments/method-is-chosen-later", test_method_is_chosen_later);
  g_test_add_func ("/payments/method-is-gone", test_method_is_gone);
  g_test_add_func ("/payments/switched-on-later", test_switched_on_later);
  g_test_add_func ("/payments/locked-period", test_locked_period);
  g_test_add_func ("/payments/faults", test_faults);
  return g_test_run ();
}
