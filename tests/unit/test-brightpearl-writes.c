/* What Brightpearl's client makes of writes, alone and in multi-messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "brightpearl-judge.h"
#include "test-brightpearl-fixture.h"
#include "test-util.h"

#include <string.h>

#define THROTTLED                                                                                  \
  "{\"response\":\"You have sent too many requests. Please wait before sending another request\"}"

static const struct
{
  guint status;
  const char *body;
  BrightHttpVerdict verdict;
  int cause;
  const char *words;
} judgements[] = {
  { 200, "", BRIGHT_HTTP_DONE, -1, NULL },
  { 207, "{}", BRIGHT_HTTP_DONE, -1, NULL },
  { 503, THROTTLED, BRIGHT_HTTP_THROTTLED, -1, NULL },
  { 503, "<html>", BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE, "HTTP status 503" },
  { 429, "", BRIGHT_HTTP_THROTTLED, -1, NULL },
  { 500, "{\"errors\":[{\"code\":\"CMNC-044\",\"message\":\"invalid\"}]}", BRIGHT_HTTP_REFUSED,
    BRIGHT_ERROR_REFUSED, "CMNC-044 invalid" },
  { 500, "{\"errors\":[{\"code\":\"CMNU-003\",\"message\":\"Internal\"}]}", BRIGHT_HTTP_BROKEN,
    BRIGHT_ERROR_UNAVAILABLE, "CMNU-003 Internal" },
  { 500, "", BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE, "HTTP status 500" },
  { 502, "<html>Bad gateway</html>", BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE,
    "HTTP status 502" },
  { 404, "{\"errors\":[{\"code\":\"CMNC-404\",\"message\":\"No\"}]}", BRIGHT_HTTP_REFUSED,
    BRIGHT_ERROR_NOT_FOUND, "CMNC-404 No" },
  { 404, "{\"errors\":[{\"code\":\"CMNC-404\",", BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE,
    "CMNC-404" },
  { 401, "{\"response\":\"Not authenticated.\"}", BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_TOKEN_REFUSED,
    "Not authenticated." },
  { 403, "No entry", BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_TOKEN_REFUSED, "No entry" },
  { 412, "{}", BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_CONFLICT, "HTTP status 412" },
  { 400, "{\"errors\":[{\"code\":\"ORDC-1\",\"message\":\"a\"},{\"code\":\"ORDC-2\"}]}",
    BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED, "ORDC-1 a; ORDC-2" },
  { 400, "{\"errors\":[{}]}", BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED, "HTTP status 400" },
  { 414, "\xff\xfe too long", BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED, "too long" },
};

static void
test_judgements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    {
      g_autoptr (GError) error = NULL;
      BrightHttpVerdict verdict = brightpearl_judge (judgements[i].status, judgements[i].body,
                                                     strlen (judgements[i].body), &error);

      g_assert_cmpint (verdict, ==, judgements[i].verdict);
      if (judgements[i].cause < 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, BRIGHT_ERROR, judgements[i].cause);
      g_assert_nonnull (strstr (error->message, judgements[i].words));
    }
}

static JsonNode *
send (TestBrightpearl *fixture, const char *method, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_send_async (fixture->client, method, "/order-service/sales-order", "{}", 7,
                                 FALSE, NULL, test_keep_result, &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_send_finish (fixture->client, fixture->result, error);
}

static void
test_send (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) response = NULL;
  SoupMessageHeaders *headers;

  test_server_add (fixture->server, (TestReply){ .status = 503,
                                                 .header = "Brightpearl-Next-Throttle-Period",
                                                 .value = "5000",
                                                 .body = THROTTLED });
  test_brightpearl_answer (fixture, 200, "{\"response\":5501}");
  response = send (fixture, "POST", &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_node_get_int (response), ==, 5501);
  g_assert_cmpint (bright_clock_get_monotonic (fixture->clock), >=, 5 * G_USEC_PER_SEC);
  headers = fixture->server->headers;
  g_assert_cmpstr (soup_message_headers_get_one (headers, "brightpearl-account-token"), ==,
                   "secret");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "If-Match"), ==, "7");
  g_clear_pointer (&response, json_node_unref);

  test_brightpearl_answer (fixture, 200, "{}");
  response = send (fixture, "PUT", &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_NULL (response));
  g_clear_pointer (&response, json_node_unref);

  test_brightpearl_answer (fixture, 200, "{\"respon");
  response = send (fixture, "POST", &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  g_clear_error (&error);

  test_brightpearl_answer (fixture, 200, "");
  response = send (fixture, "POST", &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  g_clear_error (&error);

  test_brightpearl_answer (fixture, 502, "<html>Bad gateway</html>");
  response = send (fixture, "POST", &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  g_assert_cmpuint (fixture->server->requests->len, ==, 6);
}

static GPtrArray *
make_steps (guint count, const char *method, const char *body)
{
  GPtrArray *steps = bright_record_list_new (&bright_step_type);

  for (guint i = 0; i < count; i++)
    {
      BrightStep *step = bright_record_new (&bright_step_type);

      g_free (step->method);
      g_free (step->path);
      g_free (step->body);
      step->method = g_strdup (method);
      step->path = g_strdup_printf ("/order-service/order/%u/note", i);
      step->body = g_strdup (body);
      g_ptr_array_add (steps, step);
    }
  return steps;
}

static GPtrArray *
send_many (TestBrightpearl *fixture, GPtrArray *steps)
{
  g_clear_object (&fixture->result);
  brightpearl_client_send_many_async (fixture->client, steps, NULL, test_keep_result,
                                      &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_send_many_finish (fixture->client, fixture->result);
}

static void
assert_outcome (GPtrArray *outcomes, guint index, BrightOutcomeKind kind, int cause)
{
  const BrightOutcome *outcome = outcomes->pdata[index];

  g_assert_cmpint (outcome->kind, ==, kind);
  if (cause >= 0)
    g_assert_error (outcome->error, BRIGHT_ERROR, cause);
  else
    g_assert_no_error (outcome->error);
}

#define PART(label, status, content)                                                               \
  "{\"label\":\"" label "\",\"statusCode\":" status ",\"body\":{\"content\":\"" content "\"}}"

static const char parts[]
    = "{\"response\":{\"processedMessages\":["
      /* Not in the sequence in which they were sent. */
      PART ("1", "400", "{\\\"errors\\\":[{\\\"code\\\":\\\"ORDC-1\\\"}]}") ","
      PART ("0", "200", "{\\\"response\\\":5501}") ","
      PART ("2", "404", "{\\\"errors\\\":[{\\\"code\\\":\\\"CMNC-404\\\"}]}") ","
      PART ("3", "503", "too many requests") ","
      PART ("4", "500", "") ","
      PART ("5", "200", "{\\\"resp") ","
      PART ("7", "401", "{\\\"response\\\":\\\"No\\\"}") ","
      PART ("99", "200", "{}")
      "],\"unprocessedMessages\":[\"6\"]}}";

static void
test_parts (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) steps = make_steps (9, "POST", "{\"text\":\"a\"}");
  g_autoptr (GPtrArray) outcomes = NULL;

  test_brightpearl_answer (fixture, 207, parts);
  outcomes = send_many (fixture, steps);
  g_assert_cmpuint (outcomes->len, ==, 9);
  assert_outcome (outcomes, 0, BRIGHT_OUTCOME_DONE, -1);
  g_assert_cmpint (json_node_get_int (((BrightOutcome *) outcomes->pdata[0])->response), ==, 5501);
  assert_outcome (outcomes, 1, BRIGHT_OUTCOME_REFUSED, BRIGHT_ERROR_REFUSED);
  assert_outcome (outcomes, 2, BRIGHT_OUTCOME_REFUSED, BRIGHT_ERROR_NOT_FOUND);
  assert_outcome (outcomes, 3, BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_THROTTLED);
  assert_outcome (outcomes, 4, BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_UNAVAILABLE);
  assert_outcome (outcomes, 5, BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  assert_outcome (outcomes, 6, BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_REFUSED);
  assert_outcome (outcomes, 7, BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_TOKEN_REFUSED);
  assert_outcome (outcomes, 8, BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  g_assert_nonnull (strstr (test_brightpearl_get_request (fixture, 0),
                            "{\"label\":\"8\",\"uri\":\"/order-service/order/8/note\","
                            "\"httpMethod\":\"POST\",\"body\":{\"text\":\"a\"}}]}"));
}

static const struct
{
  TestReplyKind kind;
  guint status;
  const char *body;
  BrightOutcomeKind outcome;
  int cause;
} whole_faults[] = {
  { TEST_REPLY_CLOSE, 0, NULL, BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN },
  { TEST_REPLY_TRUNCATE, 0, NULL, BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN },
  { TEST_REPLY_ANSWER, 200, "<html>Welcome</html>", BRIGHT_OUTCOME_UNKNOWN,
    BRIGHT_ERROR_OUTCOME_UNKNOWN },
  { TEST_REPLY_ANSWER, 200, "{}", BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN },
  { TEST_REPLY_ANSWER, 502, "", BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN },
  { TEST_REPLY_ANSWER, 400, "", BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_REFUSED },
  { TEST_REPLY_ANSWER, 401, "", BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_TOKEN_REFUSED },
};

static void
test_whole_faults (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) steps = make_steps (2, "POST", "{}");

  for (guint i = 0; i < G_N_ELEMENTS (whole_faults); i++)
    {
      g_autoptr (GPtrArray) outcomes = NULL;

      test_server_add (fixture->server, (TestReply){ .kind = whole_faults[i].kind,
                                                     .status = whole_faults[i].status,
                                                     .body = whole_faults[i].body });
      outcomes = send_many (fixture, steps);
      g_assert_cmpuint (outcomes->len, ==, 2);
      assert_outcome (outcomes, 0, whole_faults[i].outcome, whole_faults[i].cause);
      assert_outcome (outcomes, 1, whole_faults[i].outcome, whole_faults[i].cause);
      g_assert_cmpuint (fixture->server->requests->len, ==, i + 1);
    }
}

static void
test_groups (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autofree char *large = g_strnfill (300 * 1000, '1');
  g_autoptr (GPtrArray) steps = make_steps (3, "POST", large);
  g_autoptr (GPtrArray) more = make_steps (2, "PATCH", "[]");
  g_autoptr (GPtrArray) outcomes = NULL;

  g_ptr_array_extend_and_steal (steps, g_steal_pointer (&more));
  test_brightpearl_answer (fixture, 200,
                           "{\"response\":{\"processedMessages\":[" PART ("0", "200", "{}") ","
                           PART ("1", "200", "{}") "]}}");
  test_brightpearl_answer (fixture, 200, "{\"response\":1}");
  test_brightpearl_answer (fixture, 400, "{\"errors\":[{\"code\":\"CMNC-1\"}]}");
  test_brightpearl_answer (fixture, 401, "");
  outcomes = send_many (fixture, steps);
  g_assert_cmpuint (outcomes->len, ==, 5);
  for (guint i = 0; i < 3; i++)
    assert_outcome (outcomes, i, BRIGHT_OUTCOME_DONE, -1);
  assert_outcome (outcomes, 3, BRIGHT_OUTCOME_REFUSED, BRIGHT_ERROR_REFUSED);
  assert_outcome (outcomes, 4, BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (fixture->server->requests->len, ==, 4);
  g_assert_true (g_str_has_prefix (test_brightpearl_get_request (fixture, 0),
                                   "POST /public-api/harbourlane/multi-message {"));
  g_assert_true (g_str_has_prefix (test_brightpearl_get_request (fixture, 1),
                                   "POST /public-api/harbourlane/order-service/order/2/note 1"));
}

static void
test_configuration (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightpearlConfiguration) configuration = NULL;
  guint64 requests = 0;
  gint64 throttled_until = -1;

  test_brightpearl_answer (fixture, 200,
                           "{\"response\":{\"configuration\":{\"baseCurrencyCode\":\"GBP\","
                           "\"timeZone\":\"Europe/London\",\"cancelledOrderStatusId\":\"5\"}}}");
  brightpearl_client_load_configuration_async (fixture->client, NULL, test_keep_result,
                                               &fixture->result);
  test_brightpearl_wait (fixture);
  configuration
      = brightpearl_client_load_configuration_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (configuration->base_currency, ==, "GBP");
  g_assert_cmpint (configuration->cancelled_status_id, ==, 5);
  g_assert_cmpuint (brightpearl_client_get_requests (fixture->client), ==, 1);
  g_object_get (fixture->client, "requests", &requests, "throttled-until", &throttled_until, NULL);
  g_assert_cmpuint (requests, ==, 1);
  g_assert_cmpint (throttled_until, ==, 0);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/brightpearl-writes/" name, TestBrightpearl, NULL, test_brightpearl_set_up,         \
              function, test_brightpearl_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brightpearl-writes/judgements", test_judgements);
  TEST ("send", test_send);
  TEST ("parts", test_parts);
  TEST ("whole-faults", test_whole_faults);
  TEST ("groups", test_groups);
  TEST ("configuration", test_configuration);
  return g_test_run ();
}
