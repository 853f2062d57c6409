/* Brightpearl's client against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "brightpearl-client.h"
#include "practice.h"
#include "test-util.h"

#define CUSTOMER 1201
#define WAREHOUSE 2

typedef struct
{
  Practice *practice;
  BrightClock *clock;
  BrightpearlClient *client;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->practice
      = practice_start ("--orders", "120", "--products", "60", "--limits", "off", NULL);
  fixture->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  fixture->client = brightpearl_client_new (
      fixture->practice->brightpearl_url, fixture->practice->account,
      fixture->practice->app_reference, fixture->practice->brightpearl_token, FALSE, 0, 60,
      fixture->clock, &error);
  g_assert_no_error (error);
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

static GPtrArray *
search_all (Fixture *fixture, BrightpearlMirror mirror)
{
  GPtrArray *all = bright_record_list_new (brightpearl_mirror_get_type_of (mirror));
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *records;

      g_clear_object (&fixture->result);
      brightpearl_client_search_async (fixture->client, mirror, "", all->len + 1, NULL,
                                       test_keep_result, &fixture->result);
      wait_for_answer (fixture);
      records = brightpearl_client_search_finish (fixture->client, fixture->result, &more, &error);
      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (all, records);
    }
  return all;
}

static GPtrArray *
read_mirror (Fixture *fixture, BrightpearlMirror mirror, const char *ids)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  g_clear_object (&fixture->result);
  brightpearl_client_read_mirror_async (fixture->client, mirror, ids, NULL, test_keep_result,
                                        &fixture->result);
  wait_for_answer (fixture);
  records = brightpearl_client_read_mirror_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  return records;
}

/* The id is the first field of every mirrored record. */
static gint64
get_id (gconstpointer record)
{
  return *(const gint64 *) record;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = get_id (*(gconstpointer *) a);
  gint64 other = get_id (*(gconstpointer *) b);

  return (one > other) - (one < other);
}

static gint64
find_product (Fixture *fixture, const char *sku)
{
  g_autoptr (GPtrArray) products = search_all (fixture, BRIGHTPEARL_MIRROR_PRODUCTS);

  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (((BrightpearlProduct *) products->pdata[i])->sku, sku))
      return get_id (products->pdata[i]);
  g_error ("no product %s", sku);
}

static BrightStep *
make_order_step (gint64 product_id, guint number)
{
  BrightStep *step = bright_record_new (&bright_step_type);

  g_free (step->method);
  g_free (step->path);
  g_free (step->body);
  step->method = g_strdup ("POST");
  step->path = g_strdup ("/order-service/sales-order");
  step->body = g_strdup_printf (
      "{\"customer\":{\"id\":%d},\"externalRef\":\"test-%u\",\"statusId\":3,\"warehouseId\":%d,"
      "\"channelId\":4,\"currency\":{\"code\":\"GBP\"},\"rows\":[{\"productId\":%" G_GINT64_FORMAT
      ",\"quantity\":\"2\",\"taxCode\":\"T20\",\"net\":\"10.0000\",\"tax\":\"2.0000\","
      "\"externalRef\":\"line <&='>\"}]}",
      CUSTOMER, number, WAREHOUSE, product_id);
  return step;
}

static GPtrArray *
send_orders (Fixture *fixture, gint64 product_id, guint count, gint64 wrong_product_id)
{
  g_autoptr (GPtrArray) steps = bright_record_list_new (&bright_step_type);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (steps, make_order_step (i == 1 ? wrong_product_id : product_id, i));
  g_clear_object (&fixture->result);
  brightpearl_client_send_many_async (fixture->client, steps, NULL, test_keep_result,
                                      &fixture->result);
  wait_for_answer (fixture);
  return brightpearl_client_send_many_finish (fixture->client, fixture->result);
}

static gint64
get_new_id (GPtrArray *outcomes, guint index)
{
  const BrightOutcome *outcome = outcomes->pdata[index];

  g_assert_no_error (outcome->error);
  g_assert_cmpint (outcome->kind, ==, BRIGHT_OUTCOME_DONE);
  return bright_json_get_integer (outcome->response, NULL, 0);
}

static gint64
add_product (Fixture *fixture)
{
  practice_do (fixture->practice, "brightpearl/products",
               "{'sku':'TEST-1','name':'Test','stockTracked':true,'onHand':{'2':7}}");
  return find_product (fixture, "TEST-1");
}

static void
test_send_many (Fixture *fixture, gconstpointer unused)
{
  gint64 product_id = add_product (fixture);
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;
  const BrightpearlSalesOrder *order;
  const BrightpearlRow *row;

  practice_reset_counts (fixture->practice);
  outcomes = send_orders (fixture, product_id, 10, 990001);
  g_assert_cmpint (practice_get_count (fixture->practice, "brightpearl/requests"), ==, 1);
  g_assert_cmpint (((BrightOutcome *) outcomes->pdata[1])->kind, ==, BRIGHT_OUTCOME_REFUSED);
  ids = g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, get_new_id (outcomes, 9),
                         get_new_id (outcomes, 0));
  g_clear_object (&fixture->result);
  brightpearl_client_read_sales_orders_async (fixture->client, ids, NULL, test_keep_result,
                                              &fixture->result);
  wait_for_answer (fixture);
  orders = brightpearl_client_read_sales_orders_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 2);
  g_ptr_array_sort (orders, compare_ids);
  order = orders->pdata[0];
  g_assert_cmpint (order->id, ==, get_new_id (outcomes, 0));
  g_assert_cmpstr (order->external_ref, ==, "test-0");
  g_assert_cmpint (order->total_gross, ==, 120000);
  g_assert_cmpuint (order->rows->len, ==, 1);
  row = order->rows->pdata[0];
  g_assert_cmpint (row->quantity, ==, 20000);
  g_assert_cmpstr (row->external_ref, ==, "line <&='>");
}

/* The answer is lost, but what was done can be found by the ids that follow. */
static void
test_lost (Fixture *fixture, gconstpointer unused)
{
  gint64 product_id = add_product (fixture);
  g_autoptr (GPtrArray) before = search_all (fixture, BRIGHTPEARL_MIRROR_SALES_ORDERS);
  gint64 last = before->len > 0 ? get_id (before->pdata[before->len - 1]) : 5500;
  g_autofree char *ids
      = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, last + 1, last + 200);
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) found = NULL;

  practice_set_faults (fixture->practice, "lost=1,limit=1");
  outcomes = send_orders (fixture, product_id, 3, product_id);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((BrightOutcome *) outcomes->pdata[i])->kind, ==, BRIGHT_OUTCOME_UNKNOWN);
  found = read_mirror (fixture, BRIGHTPEARL_MIRROR_SALES_ORDERS, ids);
  g_assert_cmpuint (found->len, ==, 3);
}

static void
assert_value (GHashTable *table, gint64 key, gint64 value)
{
  const gint64 *found = g_hash_table_lookup (table, &key);

  g_assert_nonnull (found);
  g_assert_cmpint (*found, ==, value);
}

static GHashTable *
read_availability (Fixture *fixture, GArray *ids, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_read_availability_async (fixture->client, ids, WAREHOUSE, NULL,
                                              test_keep_result, &fixture->result);
  wait_for_answer (fixture);
  return brightpearl_client_read_availability_finish (fixture->client, fixture->result, error);
}

static void
test_stock (Fixture *fixture, gconstpointer unused)
{
  gint64 product_id = add_product (fixture);
  gint64 stranger = 990001;
  g_autoptr (GPtrArray) products = search_all (fixture, BRIGHTPEARL_MIRROR_PRODUCTS);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) units = NULL;
  g_autoptr (GHashTable) reserved = NULL;
  g_autoptr (GPtrArray) outcomes = send_orders (fixture, product_id, 1, product_id);

  for (guint i = 0; i < products->len; i++)
    {
      gint64 id = get_id (products->pdata[i]);

      g_array_append_val (ids, id);
    }
  units = read_availability (fixture, ids, &error);
  g_assert_no_error (error);
  assert_value (units, product_id, 7);
  g_clear_pointer (&units, g_hash_table_unref);
  g_array_append_val (ids, stranger);
  units = read_availability (fixture, ids, &error);
  g_assert_no_error (error);
  assert_value (units, product_id, 7);

  g_clear_object (&fixture->result);
  brightpearl_client_read_reservation_async (fixture->client, get_new_id (outcomes, 0), NULL,
                                             test_keep_result, &fixture->result);
  wait_for_answer (fixture);
  reserved = brightpearl_client_read_reservation_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (reserved), ==, 0);
}

static void
test_reference (Fixture *fixture, gconstpointer unused)
{
  const char *const *kinds = brightpearl_client_get_reference_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = NULL;

      g_clear_object (&fixture->result);
      brightpearl_client_load_reference_async (fixture->client, kinds[i], NULL, test_keep_result,
                                               &fixture->result);
      wait_for_answer (fixture);
      items = brightpearl_client_load_reference_finish (fixture->client, fixture->result, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %u", kinds[i], items->len);
      g_assert_cmpuint (items->len, >, 0);
      for (guint j = 0; j < items->len; j++)
        {
          const BrightReferenceItem *item = items->pdata[j];

          g_assert_cmpstr (item->name, !=, "");
          g_assert_true (item->id != 0 || item->code[0] != '\0');
        }
    }
}

static BrightpearlConfiguration *
load_configuration (Fixture *fixture, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_load_configuration_async (fixture->client, NULL, test_keep_result,
                                               &fixture->result);
  wait_for_answer (fixture);
  return brightpearl_client_load_configuration_finish (fixture->client, fixture->result, error);
}

static void
test_token (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightpearlConfiguration) configuration = load_configuration (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (configuration->base_currency, ==, "GBP");
  g_assert_cmpint (configuration->cancelled_status_id, ==, 5);
  g_clear_pointer (&configuration, brightpearl_configuration_free);
  practice_do (fixture->practice, "brightpearl/tokens", "{'valid':false}");
  configuration = load_configuration (fixture, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/brightpearl-client/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("send-many", test_send_many);
  TEST ("lost", test_lost);
  TEST ("stock", test_stock);
  TEST ("reference", test_reference);
  TEST ("token", test_token);
  return g_test_run ();
}
