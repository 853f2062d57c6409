/* Endpoints that are answered: what is sent, in which order, and what is kept secret.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-http-fixture.h"
#include "test-util.h"

#include <string.h>

static const char *
get_request (TestHttp *http, guint index)
{
  g_assert_cmpuint (http->server->requests->len, >, index);
  return http->server->requests->pdata[index];
}

static void
test_answer (void)
{
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers;
  TestHttp http;
  gsize size;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .status = 201, .header = "Ruid", .value = "r1",
                                             .body = "{\"response\":7}" });
  bright_http_endpoint_send_async (http.endpoint, "POST", "/a%2Fb?c=d%20e", "{\"n\":\"\xc3\xa9\"}",
                                   42, BRIGHT_HTTP_ONCE, NULL, test_keep_result, &result);
  answer = test_http_finish (&http, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bright_http_answer_get_status (answer), ==, 201);
  g_assert_cmpstr (bright_http_answer_get_header (answer, "ruid"), ==, "r1");
  g_assert_cmpstr (bright_http_answer_get_header (answer, "RUID"), ==, "r1");
  g_assert_null (bright_http_answer_get_header (answer, "absent"));
  g_assert_cmpstr (g_bytes_get_data (bright_http_answer_get_body (answer), &size), !=, NULL);
  g_assert_cmpmem (g_bytes_get_data (bright_http_answer_get_body (answer), NULL), size,
                   "{\"response\":7}", 14);
  g_assert_cmpstr (get_request (&http, 0), ==, "POST /a/b?c=d%20e {\"n\":\"\xc3\xa9\"}");
  headers = http.server->headers;
  g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Auth-Token"), ==, "secret-token");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "If-Match"), ==, "42");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Accept"), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "User-Agent"), ==,
                   "BrightConnect/" BRIGHT_VERSION);
  g_assert_nonnull (
      strstr (soup_message_headers_get_list (headers, "Accept-Encoding"), "gzip"));
  g_assert_cmpuint (bright_http_endpoint_get_requests (http.endpoint), ==, 1);
  g_assert_true (bright_http_endpoint_get_platform (http.endpoint) == &test_platform);
  test_http_tear_down (&http);
}

static void
test_empty_body_and_no_cookies (void)
{
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .status = 204, .header = "Set-Cookie",
                                             .value = "a=b; Path=/", .body = "" });
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &result);
  answer = test_http_finish (&http, &result, NULL);
  g_assert_cmpuint (bright_http_answer_get_status (answer), ==, 204);
  g_assert_cmpuint (g_bytes_get_size (bright_http_answer_get_body (answer)), ==, 0);
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 2);
  g_assert_null (soup_message_headers_get_list (http.server->headers, "Cookie"));
  test_http_tear_down (&http);
}

static void
test_large_body (void)
{
  g_autofree char *body = g_strnfill (3 * 1024 * 1024 + 17, 'x');
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  TestHttp http;
  gsize size;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .body = body });
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &result);
  answer = test_http_finish (&http, &result, NULL);
  g_assert_nonnull (g_bytes_get_data (bright_http_answer_get_body (answer), &size));
  g_assert_cmpuint (size, ==, strlen (body));
  g_assert_true (
      memcmp (g_bytes_get_data (bright_http_answer_get_body (answer), NULL), body, size) == 0);
  test_http_tear_down (&http);
}

static void
test_refused (void)
{
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .status = 404 });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, BRIGHT_ERROR_NOT_FOUND, 1);
  test_server_add (http.server, (TestReply){ .status = 401, .header = "WWW-Authenticate",
                                             .value = "Basic realm=\"x\"" });
  test_http_expect (&http, "POST", BRIGHT_HTTP_ONCE, BRIGHT_ERROR_TOKEN_REFUSED, 2);
  test_http_tear_down (&http);
}

static void
test_redirect (void)
{
  g_autoptr (TestServer) elsewhere = test_server_new (FALSE);
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server,
                   (TestReply){ .status = 301, .header = "Location", .value = elsewhere->url });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, BRIGHT_ERROR_REFUSED, 1);
  test_server_add (http.server,
                   (TestReply){ .status = 307, .header = "Location", .value = elsewhere->url });
  test_http_expect (&http, "POST", BRIGHT_HTTP_ONCE, BRIGHT_ERROR_REFUSED, 2);
  g_assert_cmpuint (elsewhere->requests->len, ==, 0);
  test_http_tear_down (&http);
}

static void
test_order_and_places (void)
{
  GAsyncResult *results[20] = { NULL };
  TestHttp http;

  test_http_set_up (&http);
  http.server->hang_by_default = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      test_http_ask (&http, "GET", path, BRIGHT_HTTP_READ, NULL, &results[i]);
    }
  test_http_wait_for_requests (&http, 8);
  test_run_for (20);
  g_assert_cmpuint (http.server->busiest, ==, 8);
  test_server_release (http.server);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    bright_http_answer_unref (test_http_finish (&http, &results[i], NULL));
  g_assert_cmpuint (http.server->requests->len, ==, 20);
  for (guint i = 8; i < 20; i++)
    {
      gboolean found = FALSE;
      g_autofree char *expected = g_strdup_printf ("GET /%u", i);

      /* Eight at a time may overtake each other, but not more. */
      for (guint place = i - 7; place < MIN (i + 8, 20) && !found; place++)
        found = strcmp (get_request (&http, place), expected) == 0;
      g_assert_true (found);
    }
  test_http_tear_down (&http);
}

static void
test_own_limit (void)
{
  GAsyncResult *results[4] = { NULL };
  TestHttp http;
  gint64 remaining;
  gint64 until;

  test_http_set_up (&http);
  g_object_set (http.endpoint, "requests-per-minute", 3, NULL);
  for (guint i = 0; i < 4; i++)
    test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &results[i]);
  test_http_wait_for_requests (&http, 3);
  test_run_for (20);
  g_assert_cmpuint (http.server->requests->len, ==, 3);
  g_object_get (http.endpoint, "remaining", &remaining, "throttled-until", &until, NULL);
  g_assert_cmpint (remaining, ==, 0);
  g_assert_cmpint (until, >=, 1000060);
  g_assert_cmpint (until, <=, 1000061);
  bright_clock_advance (http.clock, 61 * G_TIME_SPAN_SECOND);
  for (guint i = 0; i < 4; i++)
    bright_http_answer_unref (test_http_finish (&http, &results[i], NULL));
  g_assert_cmpint (bright_http_endpoint_get_throttled_until (http.endpoint), ==, 0);
  test_http_tear_down (&http);
}

static void
test_limit_as_told (void)
{
  TestHttp http;
  gint64 remaining;
  gint64 start;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .header = "Left", .value = "1" });
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 1);
  g_object_get (http.endpoint, "remaining", &remaining, NULL);
  g_assert_cmpint (remaining, ==, 1);
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 2);
  start = bright_clock_get_monotonic (http.clock);
  test_http_expect (&http, "GET", BRIGHT_HTTP_READ, -1, 3);
  /* No time was told, so it is the window's. */
  g_assert_cmpint (bright_clock_get_monotonic (http.clock) - start, >=, 55 * G_TIME_SPAN_SECOND);
  test_http_tear_down (&http);
}

static void
expect_throttled (const TestReply *reply, const char *method, BrightHttpSafety safety, gint64 least)
{
  TestHttp http;
  gint64 start;

  test_http_set_up (&http);
  test_server_add (http.server, *reply);
  start = bright_clock_get_monotonic (http.clock);
  test_http_expect (&http, method, safety, -1, 2);
  g_assert_cmpint (bright_clock_get_monotonic (http.clock) - start, >=, least);
  test_http_tear_down (&http);
}

static void
test_throttled (void)
{
  const TestReply told = { .status = 429, .header = "Wait", .value = "5000" };
  const TestReply untold = { .status = 503, .body = "Too many" };

  expect_throttled (&told, "GET", BRIGHT_HTTP_READ, 5 * G_TIME_SPAN_SECOND);
  /* It was not carried out, so even this one is sent again. */
  expect_throttled (&told, "POST", BRIGHT_HTTP_ONCE, 5 * G_TIME_SPAN_SECOND);
  expect_throttled (&untold, "POST", BRIGHT_HTTP_ONCE, G_TIME_SPAN_SECOND);
}

static void
keep_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_string_append_printf (data, "%s\n", message);
}

static void
test_secrets_are_not_logged (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint handler = g_log_set_handler ("bright-http", G_LOG_LEVEL_MASK, keep_log, log);
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .kind = TEST_REPLY_CLOSE });
  test_server_add (http.server, (TestReply){ .body = "{\"name\":\"private-answer\"}" });
  bright_http_endpoint_send_async (http.endpoint, "PUT", "/contact?email=private-address",
                                   "{\"name\":\"private-body\"}", 0, BRIGHT_HTTP_REPEATABLE, NULL,
                                   test_keep_result, &result);
  answer = test_http_finish (&http, &result, NULL);
  g_assert_nonnull (answer);
  g_assert_nonnull (strstr (log->str, "PUT /contact: no answer"));
  g_assert_nonnull (strstr (log->str, "PUT /contact: 200"));
  g_assert_null (strstr (log->str, "secret"));
  g_assert_null (strstr (log->str, "private"));
  g_log_remove_handler ("bright-http", handler);
  test_http_tear_down (&http);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *url;
    int code; /* -1 if it is accepted */
  } rows[] = {
    { "https://api.bigcommerce.com", -1 },
    { "https://euw1.brightpearlconnect.com/", -1 },
    { "http://127.0.0.1:8080", -1 },
    { "http://127.5.5.5", -1 },
    { "http://localhost:80/base", -1 },
    { "http://LOCALHOST", -1 },
    { "http://[::1]:80", -1 },
    { "http://api.bigcommerce.com", BRIGHT_ERROR_INSECURE },
    { "http://localhost.example.com", BRIGHT_ERROR_INSECURE },
    { "http://127.0.0.1.example.com", BRIGHT_ERROR_INSECURE },
    { "http://10.0.0.1", BRIGHT_ERROR_INSECURE },
    { "http://0.0.0.0", BRIGHT_ERROR_INSECURE },
    { "http://[::2]", BRIGHT_ERROR_INSECURE },
    { "ftp://127.0.0.1", BRIGHT_ERROR_INSECURE },
    { "", BRIGHT_ERROR_SETTINGS },
    { "api.bigcommerce.com", BRIGHT_ERROR_SETTINGS },
    { "https://", BRIGHT_ERROR_SETTINGS },
    { "https://user:word@api.bigcommerce.com", BRIGHT_ERROR_SETTINGS },
    { "http://127.0.0.1@example.com", BRIGHT_ERROR_SETTINGS },
    { "https://api.bigcommerce.com?a=b", BRIGHT_ERROR_SETTINGS },
    { "https://api.bigcommerce.com#a", BRIGHT_ERROR_SETTINGS },
  };
  g_autoptr (BrightClock) clock = bright_clock_new_manual (0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrightHttpEndpoint) endpoint
          = bright_http_endpoint_new (&test_platform, rows[i].url, clock, &error);

      g_test_message ("%s", rows[i].url);
      if (rows[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, BRIGHT_ERROR, rows[i].code);
      g_assert_true ((endpoint != NULL) == (rows[i].code < 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/answer", test_answer);
  g_test_add_func ("/http/empty-body-and-no-cookies", test_empty_body_and_no_cookies);
  g_test_add_func ("/http/large-body", test_large_body);
  g_test_add_func ("/http/refused", test_refused);
  g_test_add_func ("/http/redirect", test_redirect);
  g_test_add_func ("/http/order-and-places", test_order_and_places);
  g_test_add_func ("/http/own-limit", test_own_limit);
  g_test_add_func ("/http/limit-as-told", test_limit_as_told);
  g_test_add_func ("/http/throttled", test_throttled);
  g_test_add_func ("/http/secrets-are-not-logged", test_secrets_are_not_logged);
  g_test_add_func ("/http/addresses", test_addresses);
  return g_test_run ();
}
