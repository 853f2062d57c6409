/* What BigCommerce's client makes of lists of orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-bigcommerce-fixture.h"
#include "test-util.h"

#define HEAD(id) "\"id\":" id ",\"date_created\":\"Wed, 11 Nov 2026 09:28:40 +0000\""
#define CONSIGNMENT "\"id\":9051,\"first_name\":\"Mira\",\"country_iso2\":\"GB\","
#define LINE(id) "{\"id\":" id ",\"quantity\":\"2\",\"sku\":\"TEA\",\"total_ex_tax\":20.5}"

/* Numbers as text and as numbers, an empty list for an object, null for text;
 * two orders that cannot be understood, and one that comes twice. */
static const char loose_page[]
    = "[{" HEAD ("1") ",\"total_inc_tax\":\"28.2000\",\"billing_address\":[]},"
      "{" HEAD ("2") ",\"total_inc_tax\":28.2,\"payment_provider_id\":17,\"staff_notes\":null,"
      "\"consignments\":{\"shipping\":[{" CONSIGNMENT "\"line_items\":[" LINE ("7") "]}],"
      "\"pickups\":[],\"downloads\":[],\"email\":{\"gift_certificates\":[]}}},"
      "{" HEAD ("3") ",\"total_inc_tax\":\"many\"},"
      "{" HEAD ("1") ",\"status_id\":11},"
      "{\"date_created\":\"\"}]";

/* Consignments as they came before they were an object. */
static const char old_order[]
    = "{" HEAD ("5") ",\"consignments\":[{\"shipping\":[{" CONSIGNMENT
      "\"line_items\":[" LINE ("7") "]}]}]}";

/* One order with more lines than a page gives, one whose lines cannot be had. */
static const char cut_off_page[]
    = "[{" HEAD ("8") ",\"consignments\":{\"shipping\":[{" CONSIGNMENT
      "\"line_items\":[" LINE ("100") "],\"__warning__\":{\"message\":\"Not all\"}}]}},"
      "{" HEAD ("9") ",\"items_total\":3}]";

static GPtrArray *
list_page (TestBigcommerce *fixture, guint page, gboolean *more, char ***broken, GError **error)
{
  const BigcommerceOrderQuery query
      = { .by_modification = TRUE, .modified_since = 1795440000, .page = page };
  gint64 server_time = 0;
  GPtrArray *orders;

  g_clear_object (&fixture->result);
  bigcommerce_client_list_orders_async (fixture->client, &query, NULL, test_keep_result,
                                        &fixture->result);
  test_bigcommerce_wait (fixture);
  orders = bigcommerce_client_list_orders_finish (fixture->client, fixture->result, more,
                                                  &server_time, broken, error);
  if (orders != NULL)
    g_assert_cmpint (server_time, >, 1700000000);
  return orders;
}

static void
test_list (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  const BigcommerceOrder *order;
  gboolean more = TRUE;

  test_bigcommerce_answer (fixture, 200, loose_page);
  orders = list_page (fixture, 1, &more, &broken, &error);
  g_assert_no_error (error);
  g_assert_false (more);
  g_assert_cmpuint (orders->len, ==, 2);
  g_assert_cmpuint (g_strv_length (broken), ==, 2);
  test_assert_contains (broken[0], "order 3: .total_inc_tax");
  order = orders->pdata[0];
  g_assert_cmpint (order->id, ==, 2);
  g_assert_cmpint (order->total_inc_tax, ==, 282000);
  g_assert_cmpstr (order->payment_provider_id, ==, "17");
  g_assert_cmpuint (bigcommerce_order_count_lines (order), ==, 1);
  order = orders->pdata[1];
  g_assert_cmpint (order->status_id, ==, 11);
  test_assert_contains (test_bigcommerce_get_request (fixture, 0),
                        "/stores/k3x9demo1/v2/orders?sort=date_modified:asc");
  test_assert_contains (test_bigcommerce_get_request (fixture, 0),
                        "min_date_modified=2026-11-23T13:20:00Z");
  test_assert_contains (test_bigcommerce_get_request (fixture, 0), "limit=250&page=1");
}

static void
test_nothing (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (JsonNode) node = NULL;
  gboolean more = TRUE;

  test_bigcommerce_answer (fixture, 204, "");
  orders = list_page (fixture, 1, &more, &broken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 0);
  g_assert_false (more);
  test_bigcommerce_answer (fixture, 204, "");
  node = test_bigcommerce_send (fixture, "DELETE", "/v2/orders/1", &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_NULL (node));
}

static void
test_old_shape (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceOrder) order = NULL;
  const BigcommerceConsignment *consignment;

  test_bigcommerce_answer (fixture, 200, old_order);
  bigcommerce_client_get_order_async (fixture->client, 5, NULL, test_keep_result, &fixture->result);
  test_bigcommerce_wait (fixture);
  order = bigcommerce_client_get_order_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (order->shipping->len, ==, 1);
  consignment = order->shipping->pdata[0];
  g_assert_cmpstr (consignment->address->first_name, ==, "Mira");
  g_assert_cmpuint (consignment->lines->len, ==, 1);
}

static void
test_cut_off_lines (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GString) lines = g_string_new ("[");
  const BigcommerceOrder *order;
  const BigcommerceConsignment *consignment;
  gboolean more;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lines,
                            "%s{\"id\":%u,\"quantity\":1,\"type\":\"%s\","
                            "\"order_address_id\":%u}",
                            i > 0 ? "," : "", 100 + i, i == 59 ? "digital" : "physical",
                            i == 59 ? 0 : 9051);
  g_string_append_c (lines, ']');
  test_bigcommerce_answer (fixture, 200, cut_off_page);
  test_bigcommerce_answer (fixture, 200, lines->str);
  test_bigcommerce_answer (fixture, 204, "");
  orders = list_page (fixture, 1, &more, &broken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 1);
  order = orders->pdata[0];
  consignment = order->shipping->pdata[0];
  g_assert_cmpuint (consignment->lines->len, ==, 59);
  g_assert_cmpint (((BigcommerceLine *) consignment->lines->pdata[58])->id, ==, 158);
  g_assert_cmpuint (order->downloads->len, ==, 1);
  g_assert_false (bigcommerce_order_is_truncated (order));
  g_assert_cmpstr (broken[0], ==, "order 9: it has articles, but no lines");
  g_assert_cmpstr (test_bigcommerce_get_request (fixture, 1), ==,
                   "GET /stores/k3x9demo1/v2/orders/8/products?limit=250&page=1");
}

static char *
make_orders (guint first, guint count)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s{\"id\":%u,\"date_created\":\"\"}", i > 0 ? "," : "",
                            first + i);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* A page that does not come is asked for in smaller ones; page 2 of 250 rows
 * begins at row 250, which is on page 5 of 60 rows. */
static void
test_smaller_pages (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) broken = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  gboolean more = FALSE;

  test_server_add (fixture->server, (TestReply){ .kind = TEST_REPLY_HANG });
  test_server_add (fixture->server, (TestReply){ .kind = TEST_REPLY_HANG });
  for (guint i = 0; i < 5; i++)
    {
      g_ptr_array_add (pages, make_orders (1240 + i * 60, 60));
      test_bigcommerce_answer (fixture, 200, pages->pdata[i]);
    }
  orders = list_page (fixture, 2, &more, &broken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 250);
  g_assert_true (more);
  g_assert_cmpint (((BigcommerceOrder *) orders->pdata[0])->id, ==, 1250);
  g_assert_cmpint (((BigcommerceOrder *) orders->pdata[249])->id, ==, 1499);
  test_assert_contains (test_bigcommerce_get_request (fixture, 0), "limit=250&page=2");
  test_assert_contains (test_bigcommerce_get_request (fixture, 1), "limit=125&page=3");
  test_assert_contains (test_bigcommerce_get_request (fixture, 2), "limit=60&page=5");
  test_assert_contains (test_bigcommerce_get_request (fixture, 6), "limit=60&page=9");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/bigcommerce-orders/" name, TestBigcommerce, NULL, test_bigcommerce_set_up,         \
              function, test_bigcommerce_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("list", test_list);
  TEST ("nothing", test_nothing);
  TEST ("old-shape", test_old_shape);
  TEST ("cut-off-lines", test_cut_off_lines);
  TEST ("smaller-pages", test_smaller_pages);
  return g_test_run ();
}
