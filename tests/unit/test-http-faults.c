/* Endpoints under faults: what is tried again, what is final, what is not known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-http-private.h"
#include "test-http-fixture.h"
#include "test-util.h"

typedef struct
{
  const char *name;
  TestReply reply;
} Fault;

/* After each of these a request that was sent may have been carried out. */
static const Fault faults[] = {
  { "closed", { .kind = TEST_REPLY_CLOSE } },
  { "truncated", { .kind = TEST_REPLY_TRUNCATE } },
  { "garbage", { .kind = TEST_REPLY_GARBAGE } },
  { "500", { .status = 500 } },
  { "503", { .status = 503, .body = "<html>" } },
};

static void
test_read_is_repeated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      TestHttp http;

      g_test_message ("%s", faults[i].name);
      test_http_set_up (&http);
      for (guint times = 0; times < 3; times++)
        test_server_add (http.server, faults[i].reply);
      test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 4);
      g_assert_cmpuint (bright_http_endpoint_get_requests (http.endpoint), ==, 4);
      test_http_tear_down (&http);
    }
}

static void
test_repeatable_is_repeated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      TestHttp http;

      g_test_message ("%s", faults[i].name);
      test_http_set_up (&http);
      test_server_add (http.server, faults[i].reply);
      test_http_expect (&http, "PUT", BRIGHT_HTTP_REPEATABLE, -1, 2);
      test_http_tear_down (&http);
    }
}

static void
test_once_is_not_repeated (void)
{
  static const char *const methods[] = { "POST", "PUT", "PATCH", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint j = 0; j < G_N_ELEMENTS (methods); j++)
      {
        TestHttp http;

        g_test_message ("%s %s", methods[j], faults[i].name);
        test_http_set_up (&http);
        /* On a connection that was used before, libraries like to try again. */
        test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 1);
        test_server_add (http.server, faults[i].reply);
        test_http_expect (&http, methods[j], BRIGHT_HTTP_ONCE, BRIGHT_ERROR_OUTCOME_UNKNOWN, 2);
        test_http_tear_down (&http);
      }
}

static void
test_silence (void)
{
  TestHttp http;

  test_http_set_up (&http);
  bright_http_endpoint_set_silence (http.endpoint, 1);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_HANG });
  test_http_expect (&http, "POST", BRIGHT_HTTP_ONCE, BRIGHT_ERROR_OUTCOME_UNKNOWN, 1);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_HANG });
  g_object_set (http.endpoint, "patience", 10000, NULL);
  bright_http_endpoint_set_silence (http.endpoint, 1);
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 3);
  test_http_tear_down (&http);
}

static void
test_too_large (void)
{
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_FLOOD });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, BRIGHT_ERROR_BAD_ANSWER, 1);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_CLAIM });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, BRIGHT_ERROR_BAD_ANSWER, 2);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_FLOOD });
  test_http_expect (&http, "POST", BRIGHT_HTTP_ONCE, BRIGHT_ERROR_OUTCOME_UNKNOWN, 3);
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 4);
  test_http_tear_down (&http);
}

/* Points the endpoint to a port where nobody listens. */
static void
set_up_unreachable (TestHttp *http)
{
  g_autofree char *url = NULL;
  TestServer *gone = test_server_new (FALSE);

  test_http_set_up (http);
  url = g_strdup (gone->url);
  test_server_free (gone);
  g_object_unref (http->endpoint);
  http->endpoint = bright_http_endpoint_new (&test_platform, url, http->clock, NULL);
}

static void
test_patience_when_unreachable (void)
{
  static const BrightHttpSafety safeties[] = { BRIGHT_HTTP_READ, BRIGHT_HTTP_ONCE };

  for (guint i = 0; i < G_N_ELEMENTS (safeties); i++)
    {
      TestHttp http;
      gint64 took;

      set_up_unreachable (&http);
      g_object_set (http.endpoint, "patience", 45, NULL);
      /* Nothing was sent, so it is not "unknown" even for a write. */
      test_http_expect (&http, "POST", safeties[i], BRIGHT_ERROR_OFFLINE, 0);
      took = bright_clock_get_monotonic (http.clock);
      g_assert_cmpint (took, >=, 45 * G_TIME_SPAN_SECOND);
      g_assert_cmpint (took, <, 60 * G_TIME_SPAN_SECOND);
      g_assert_cmpuint (bright_http_endpoint_get_requests (http.endpoint), ==, 0);
      test_http_tear_down (&http);
    }
}

static void
test_many_are_given_up_together (void)
{
  GAsyncResult *results[100] = { NULL };
  TestHttp http;

  set_up_unreachable (&http);
  g_object_set (http.endpoint, "patience", 10, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (test_http_finish (&http, &results[i], &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OFFLINE);
    }
  g_assert_cmpint (bright_clock_get_monotonic (http.clock), <, 60 * G_TIME_SPAN_SECOND);
  test_http_tear_down (&http);
}

static void
test_patience_when_broken (void)
{
  TestHttp http;

  test_http_set_up (&http);
  g_object_set (http.endpoint, "patience", 5, NULL);
  for (guint i = 0; i < 50; i++)
    test_server_add (http.server, (TestReply){ .status = 502 });
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &result);
    g_assert_null (test_http_finish (&http, &result, &error));
    g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE);
    g_assert_cmpstr (error->message, ==, "status 502");
  }
  g_assert_cmpuint (http.server->requests->len, >=, 3);
  test_http_tear_down (&http);
}

/* Waiting for the limit is not the platform's silence. */
static void
test_patience_after_throttling (void)
{
  TestHttp http;

  test_http_set_up (&http);
  g_object_set (http.endpoint, "patience", 5, NULL);
  test_server_add (http.server, (TestReply){ .status = 429, .header = "Wait", .value = "60000" });
  test_server_add (http.server, (TestReply){ .status = 500 });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 3);
  test_http_tear_down (&http);
}

#define N_MIXED 300

static guint
count_requests (TestHttp *http, const char *expected)
{
  guint count = 0;

  for (guint i = 0; i < http->server->requests->len; i++)
    count += g_str_equal (http->server->requests->pdata[i], expected);
  return count;
}

/* Many at once under faults that come at random: none is lost, none is doubled. */
static void
test_mixed (void)
{
  GAsyncResult *results[N_MIXED] = { NULL };
  TestHttp http;

  test_http_set_up (&http);
  for (guint i = 0; i < N_MIXED; i++)
    {
      gint32 die = g_test_rand_int_range (0, 2 * G_N_ELEMENTS (faults));

      test_server_add (http.server, die < (gint32) G_N_ELEMENTS (faults)
                                        ? faults[die].reply
                                        : (TestReply){ .header = "Left", .value = "1000" });
    }
  for (guint i = 0; i < N_MIXED; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      test_http_ask (&http, "PUT", path, i % 2 ? BRIGHT_HTTP_ONCE : BRIGHT_HTTP_REPEATABLE, NULL,
                     &results[i]);
    }
  for (guint i = 0; i < N_MIXED; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrightHttpAnswer) answer = test_http_finish (&http, &results[i], &error);
      g_autofree char *expected = g_strdup_printf ("PUT /%u {\"a\":1}", i);

      if (i % 2 == 0 || error == NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
      g_assert_cmpuint (count_requests (&http, expected), >=, 1);
      if (i % 2 == 1)
        g_assert_cmpuint (count_requests (&http, expected), ==, 1);
    }
  test_http_tear_down (&http);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-faults/read-is-repeated", test_read_is_repeated);
  g_test_add_func ("/http-faults/repeatable-is-repeated", test_repeatable_is_repeated);
  g_test_add_func ("/http-faults/once-is-not-repeated", test_once_is_not_repeated);
  g_test_add_func ("/http-faults/silence", test_silence);
  g_test_add_func ("/http-faults/too-large", test_too_large);
  g_test_add_func ("/http-faults/unreachable", test_patience_when_unreachable);
  g_test_add_func ("/http-faults/given-up-together", test_many_are_given_up_together);
  g_test_add_func ("/http-faults/broken", test_patience_when_broken);
  g_test_add_func ("/http-faults/after-throttling", test_patience_after_throttling);
  g_test_add_func ("/http-faults/mixed", test_mixed);
  return g_test_run ();
}
