/* What BigCommerce's client makes of refusals, faults and reference data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-bigcommerce-fixture.h"
#include "test-util.h"

#define SCOPE_ERROR                                                                                \
  "{\"status\":403,\"title\":\"You don't have a required scope to access the endpoint\","          \
  "\"errors\":{}}"

static void
test_cut_off_answers (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  test_bigcommerce_answer (fixture, 200, "{\"data\":[{\"id\":1},");
  test_bigcommerce_answer (fixture, 502, "<html><body>Bad gateway</body></html>");
  test_bigcommerce_answer (fixture, 200, "");
  test_bigcommerce_answer (fixture, 200, "{\"data\":[]}");
  node = test_bigcommerce_send (fixture, "GET", "/v3/channels", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->server->requests->len, ==, 4);
  g_clear_pointer (&node, json_node_unref);
  /* One try and eight more. */
  for (guint i = 0; i < 9; i++)
    test_bigcommerce_answer (fixture, 200, "<html>Welcome</html>");
  node = test_bigcommerce_send (fixture, "GET", "/v3/channels", &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
  g_assert_cmpuint (fixture->server->requests->len, ==, 13);
  g_clear_error (&error);
  test_bigcommerce_answer (fixture, 201, "{\"id\":60");
  node = test_bigcommerce_send (fixture, "POST", "/v2/orders/1/shipments", &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  g_assert_cmpuint (fixture->server->requests->len, ==, 14);
}

static void
test_throttled (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  gint64 before = bright_clock_get_monotonic (fixture->clock);

  test_server_add (fixture->server, (TestReply){ .status = 429,
                                                 .header = "X-Retry-After",
                                                 .value = "7",
                                                 .body = "{\"title\":\"Too many requests\"}" });
  test_bigcommerce_answer (fixture, 201, "{\"id\":603}");
  node = test_bigcommerce_send (fixture, "POST", "/v2/orders/1/shipments", &error);
  g_assert_no_error (error);
  g_assert_cmpint (bright_json_get_integer (node, "id", 0), ==, 603);
  g_assert_cmpint (bright_clock_get_monotonic (fixture->clock) - before, >=, 7 * G_USEC_PER_SEC);
}

static const struct
{
  guint status;
  const char *body;
  BrightError cause;
  const char *words;
} refusals[] = {
  { 400, "[{\"status\":404,\"message\":\"The field 'id' cannot be written to.\"}]",
    BRIGHT_ERROR_REFUSED, "The field 'id' cannot be written to." },
  { 422, "{\"title\":\"Invalid\",\"errors\":{\"0.email\":\"missing\"}}", BRIGHT_ERROR_REFUSED,
    "Invalid; 0.email: missing" },
  { 422, "{\"title\":\"Invalid\",\"errors\":[]}", BRIGHT_ERROR_REFUSED, "Invalid" },
  { 404, "[{\"message\":\"Not found.\"}]", BRIGHT_ERROR_NOT_FOUND, "Not found." },
  { 401, "Unauthorized, no such token", BRIGHT_ERROR_TOKEN_REFUSED, "Unauthorized, no such token" },
  { 401, "[]", BRIGHT_ERROR_TOKEN_REFUSED, "HTTP status 401" },
  { 403, "<html>Forbidden</html>", BRIGHT_ERROR_TOKEN_REFUSED, "HTTP status 403" },
  { 403, SCOPE_ERROR, BRIGHT_ERROR_SCOPE_MISSING,
    "lacks the scope \"Orders\" (modify): You don't" },
  { 409, "{\"title\":\"Out of stock\"}", BRIGHT_ERROR_REFUSED, "Out of stock" },
  { 423, "", BRIGHT_ERROR_CONFLICT, "HTTP status 423" },
  { 507, "", BRIGHT_ERROR_REFUSED, "HTTP status 507" },
  { 500, "", BRIGHT_ERROR_OUTCOME_UNKNOWN, "HTTP status 500" },
  { 503, "{\"title\":\"Maintenance\"}", BRIGHT_ERROR_OUTCOME_UNKNOWN, "Maintenance" },
};

static void
test_refusals (TestBigcommerce *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      test_bigcommerce_answer (fixture, refusals[i].status, refusals[i].body);
      node = test_bigcommerce_send (fixture, "PUT", "/v2/orders/1", &error);
      g_assert_null (node);
      g_assert_error (error, BRIGHT_ERROR, (int)refusals[i].cause);
      test_assert_contains (error->message, refusals[i].words);
    }
}

static GPtrArray *
load_reference (TestBigcommerce *fixture, const char *kind, GError **error)
{
  g_clear_object (&fixture->result);
  bigcommerce_client_load_reference_async (fixture->client, kind, NULL, test_keep_result,
                                           &fixture->result);
  test_bigcommerce_wait (fixture);
  return bigcommerce_client_load_reference_finish (fixture->client, fixture->result, error);
}

static void
test_reference (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) methods = NULL;
  g_autoptr (GPtrArray) channels = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  const BrightReferenceItem *item;

  test_bigcommerce_answer (
      fixture, 200, "[{\"id\":2,\"name\":\"UK\",\"enabled\":true},{\"id\":3,\"name\":\"EU\"}]");
  test_bigcommerce_answer (fixture, 200, "[{\"id\":4,\"name\":\"Tracked\",\"enabled\":false}]");
  test_bigcommerce_answer (fixture, 204, "");
  methods = load_reference (fixture, "shipping-method", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (methods->len, ==, 1);
  item = methods->pdata[0];
  g_assert_cmpstr (item->name, ==, "Tracked");
  g_assert_cmpstr (item->detail, ==, "UK");
  g_assert_true (item->is_inactive);

  test_bigcommerce_answer (fixture, 200,
                           "{\"data\":[{\"id\":1,\"name\":\"Web\",\"status\":\"active\"}],"
                           "\"meta\":{\"pagination\":{\"current_page\":1,\"total_pages\":2}}}");
  test_bigcommerce_answer (fixture, 200,
                           "{\"data\":[{\"id\":2,\"name\":\"Old\",\"status\":\"deleted\"}],"
                           "\"meta\":{\"pagination\":{\"current_page\":2,\"total_pages\":2}}}");
  channels = load_reference (fixture, "channel", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (channels->len, ==, 2);
  g_assert_true (((BrightReferenceItem *) channels->pdata[1])->is_inactive);

  test_bigcommerce_answer (fixture, 403, SCOPE_ERROR);
  payments = load_reference (fixture, "payment-method", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (payments->len, ==, 0);
}

static void
test_check (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceCheck) check = NULL;
  g_autofree char *missing = NULL;

  test_bigcommerce_answer (
      fixture, 200, "{\"name\":\"Harbour Lane Teas\",\"timezone\":{\"name\":\"Europe/London\"}}");
  for (guint i = 0; i < 7; i++)
    test_bigcommerce_answer (fixture, 403, SCOPE_ERROR);
  bigcommerce_client_check_async (fixture->client, NULL, test_keep_result, &fixture->result);
  test_bigcommerce_wait (fixture);
  check = bigcommerce_client_check_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (check->name, ==, "Harbour Lane Teas");
  g_assert_cmpstr (check->time_zone, ==, "Europe/London");
  missing = g_strjoinv (",", check->missing_scopes);
  g_assert_cmpstr (missing, ==,
                   "Orders,Order Transactions,Customers,Products,Store Inventory,"
                   "Store Locations,Channel Settings");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/bigcommerce-answers/" name, TestBigcommerce, NULL, test_bigcommerce_set_up,        \
              function, test_bigcommerce_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("cut-off-answers", test_cut_off_answers);
  TEST ("throttled", test_throttled);
  TEST ("refusals", test_refusals);
  TEST ("reference", test_reference);
  TEST ("check", test_check);
  return g_test_run ();
}
