/* BigCommerce's client against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-client.h"
#include "bright-error.h"
#include "practice.h"
#include "test-util.h"

typedef struct
{
  Practice *practice;
  BrightClock *clock;
  BigcommerceClient *client;
  GAsyncResult *result;
} Fixture;

static BigcommerceClient *
make_client (Fixture *fixture, const char *store_hash, const char *token)
{
  g_autoptr (GError) error = NULL;
  BigcommerceClient *client
      = bigcommerce_client_new (fixture->practice->bigcommerce_url, store_hash, token, 60,
                                fixture->clock, &error);

  g_assert_no_error (error);
  return client;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->practice
      = practice_start ("--orders", "300", "--products", "60", "--limits", "off", NULL);
  fixture->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  fixture->client = make_client (fixture, fixture->practice->store_hash,
                                 fixture->practice->bigcommerce_token);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->client);
  g_assert_finalize_object (fixture->clock);
  practice_stop (fixture->practice);
}

static void
wait_for_answer (Fixture *fixture)
{
  practice_wait (&fixture->result, fixture->clock);
}

/* All orders, page by page; the first thing that went wrong ends the test. */
static GPtrArray *
list_all (Fixture *fixture, gboolean heads_only)
{
  BigcommerceOrderQuery query = { .page = 1, .heads_only = heads_only };
  GPtrArray *all = bright_record_list_new (&bigcommerce_order_type);
  gboolean more = TRUE;

  for (; more; query.page++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) broken = NULL;
      GPtrArray *orders;
      gint64 server_time;

      g_clear_object (&fixture->result);
      bigcommerce_client_list_orders_async (fixture->client, &query, NULL, test_keep_result,
                                            &fixture->result);
      wait_for_answer (fixture);
      orders = bigcommerce_client_list_orders_finish (fixture->client, fixture->result, &more,
                                                      &server_time, &broken, &error);
      g_assert_no_error (error);
      g_assert_null (broken[0]);
      g_assert_cmpint (ABS (server_time - g_get_real_time () / G_USEC_PER_SEC), <, 600);
      g_ptr_array_extend_and_steal (all, orders);
    }
  return all;
}

static void
test_list (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) orders = list_all (fixture, FALSE);
  guint longest = 0;

  g_assert_cmpuint (orders->len, >, 250);
  for (guint i = 0; i < orders->len; i++)
    {
      const BigcommerceOrder *order = orders->pdata[i];

      if (i > 0)
        g_assert_cmpint (((BigcommerceOrder *) orders->pdata[i - 1])->id, <, order->id);
      g_assert_false (bigcommerce_order_is_truncated (order));
      g_assert_cmpuint (bigcommerce_order_count_lines (order), >, 0);
      longest = MAX (longest, bigcommerce_order_count_lines (order));
    }
  g_assert_cmpuint (longest, ==, 120);
  /* Two pages; the rest completes the few orders with more than fifty lines. */
  g_assert_cmpint (practice_get_route_count (fixture->practice, "bigcommerce GET v2/orders"),
                   ==, 2);
}

static void
test_heads (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) orders = list_all (fixture, TRUE);

  g_assert_cmpuint (orders->len, >, 250);
  g_assert_cmpuint (bigcommerce_order_count_lines (orders->pdata[0]), ==, 0);
  g_assert_cmpint (practice_get_count (fixture->practice, "bigcommerce/requests"), ==, 2);
}

/* Whatever happens on the way, the orders are the same. */
static void
test_faults (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) calm = list_all (fixture, FALSE);
  g_autoptr (GPtrArray) stormy = NULL;

  practice_set_faults (fixture->practice,
                       "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,lost=0.1,"
                       "truncate=0.1,seed=7,limit=40");
  stormy = list_all (fixture, FALSE);
  practice_set_faults (fixture->practice, "");
  g_assert_cmpuint (calm->len, ==, stormy->len);
  for (guint i = 0; i < calm->len; i++)
    {
      g_autofree char *one = bright_record_digest (&bigcommerce_order_type, calm->pdata[i]);
      g_autofree char *other = bright_record_digest (&bigcommerce_order_type, stormy->pdata[i]);

      g_assert_cmpstr (one, ==, other);
    }
}

static BigcommerceOrder *
get_order (Fixture *fixture, gint64 id, GError **error)
{
  g_clear_object (&fixture->result);
  bigcommerce_client_get_order_async (fixture->client, id, NULL, test_keep_result,
                                      &fixture->result);
  wait_for_answer (fixture);
  return bigcommerce_client_get_order_finish (fixture->client, fixture->result, error);
}

static void
test_one_order (Fixture *fixture, gconstpointer unused)
{
  gint64 id = practice_place_order (fixture->practice, NULL);
  g_autofree char *path = g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceOrder) order = NULL;
  g_autoptr (JsonNode) answer = NULL;

  g_clear_object (&fixture->result);
  bigcommerce_client_send_async (fixture->client, "PUT", path, "{\"status_id\":10}", TRUE, NULL,
                                 test_keep_result, &fixture->result);
  wait_for_answer (fixture);
  answer = bigcommerce_client_send_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bright_json_get_integer (answer, "status_id", -1), ==, 10);
  order = get_order (fixture, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (order->id, ==, id);
  g_assert_cmpint (order->status_id, ==, 10);
  g_clear_pointer (&order, bigcommerce_order_free);
  order = get_order (fixture, 999999, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_clear_object (&fixture->result);
  g_clear_pointer (&answer, json_node_unref);
  bigcommerce_client_send_async (fixture->client, "PUT", path, "{\"total_tax\":\"1\"}", TRUE, NULL,
                                 test_keep_result, &fixture->result);
  wait_for_answer (fixture);
  answer = bigcommerce_client_send_finish (fixture->client, fixture->result, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED);
}

static BigcommerceCheck *
check (Fixture *fixture, BigcommerceClient *client, GError **error)
{
  g_clear_object (&fixture->result);
  bigcommerce_client_check_async (client, NULL, test_keep_result, &fixture->result);
  wait_for_answer (fixture);
  return bigcommerce_client_check_finish (client, fixture->result, error);
}

static void
test_check (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceCheck) good = check (fixture, fixture->client, &error);
  g_autoptr (BigcommerceCheck) bad = NULL;
  g_autoptr (BigcommerceClient) stranger
      = make_client (fixture, fixture->practice->store_hash, "another-token");
  g_autoptr (BigcommerceClient) lost
      = make_client (fixture, "nosuchstore", fixture->practice->bigcommerce_token);

  g_assert_no_error (error);
  g_assert_cmpstr (good->name, ==, "Harbour Lane Teas");
  g_assert_cmpstr (good->currency, ==, "GBP");
  g_assert_null (good->missing_scopes[0]);
  g_assert_cmpint (practice_get_count (fixture->practice, "bigcommerce/writes"), ==, 0);
  bad = check (fixture, stranger, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED);
  g_clear_error (&error);
  bad = check (fixture, lost, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND);
  g_clear_object (&fixture->result);
}

static void
test_scopes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceCheck) found = NULL;
  g_autoptr (BigcommerceOrder) order = NULL;
  g_autofree char *missing = NULL;

  practice_do (fixture->practice, "bigcommerce/scopes",
               "{'scopes':['store_v2_information_read_only','store_v2_customers_read_only',"
               "'store_v2_products','store_inventory','store_channel_settings_read_only']}");
  found = check (fixture, fixture->client, &error);
  g_assert_no_error (error);
  missing = g_strjoinv (",", found->missing_scopes);
  g_assert_cmpstr (missing, ==, "Orders,Order Transactions,Store Locations");
  order = get_order (fixture, 1001, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING);
  g_assert_true (g_str_has_prefix (error->message, "the token lacks the scope \"Orders\": "));
}

static void
test_reference (Fixture *fixture, gconstpointer unused)
{
  const char *const *kinds = bigcommerce_client_get_reference_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = NULL;

      g_clear_object (&fixture->result);
      bigcommerce_client_load_reference_async (fixture->client, kinds[i], NULL, test_keep_result,
                                               &fixture->result);
      wait_for_answer (fixture);
      items = bigcommerce_client_load_reference_finish (fixture->client, fixture->result, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %u", kinds[i], items->len);
      g_assert_cmpuint (items->len, >, 0);
      for (guint j = 0; j < items->len; j++)
        g_assert_cmpstr (((BrightReferenceItem *) items->pdata[j])->name, !=, "");
    }
}

/* Where nothing answers at all, smaller pages are no remedy: the patience counts. */
static void
test_offline (Fixture *fixture, gconstpointer unused)
{
  const BigcommerceOrderQuery query = { .page = 1 };
  gint64 before = bright_clock_get_monotonic (fixture->clock);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  gboolean more;
  gint64 server_time;

  g_clear_pointer (&fixture->practice, practice_stop);
  bigcommerce_client_list_orders_async (fixture->client, &query, NULL, test_keep_result,
                                        &fixture->result);
  wait_for_answer (fixture);
  orders = bigcommerce_client_list_orders_finish (fixture->client, fixture->result, &more,
                                                  &server_time, &broken, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OFFLINE);
  g_assert_cmpint (bright_clock_get_monotonic (fixture->clock) - before, <,
                   70 * G_USEC_PER_SEC);
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  const BigcommerceOrderQuery query = { .page = 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  gboolean more;
  gint64 server_time;

  bigcommerce_client_list_orders_async (fixture->client, &query, cancellable, test_keep_result,
                                        &fixture->result);
  g_cancellable_cancel (cancellable);
  wait_for_answer (fixture);
  orders = bigcommerce_client_list_orders_finish (fixture->client, fixture->result, &more,
                                                  &server_time, &broken, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/bigcommerce-client/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("list", test_list);
  TEST ("heads", test_heads);
  TEST ("faults", test_faults);
  TEST ("one-order", test_one_order);
  TEST ("check", test_check);
  TEST ("scopes", test_scopes);
  TEST ("reference", test_reference);
  TEST ("offline", test_offline);
  TEST ("cancel", test_cancel);
  return g_test_run ();
}
