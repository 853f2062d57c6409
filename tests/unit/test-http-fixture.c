/* An endpoint, its clock and the server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-http-fixture.h"

#include "bright-error.h"
#include "test-util.h"

#include <string.h>

#define TICK (100 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  TestHttp *http;
  GAsyncResult **result;
  guint count;
} Wait;

void
test_http_set_up (TestHttp *http)
{
  g_autoptr (GError) error = NULL;

  http->clock = bright_clock_new_manual (1000000);
  http->server = test_server_new (FALSE);
  http->endpoint
      = bright_http_endpoint_new (&test_platform, http->server->url, http->clock, &error);
  g_assert_no_error (error);
  bright_http_endpoint_set_header (http->endpoint, "X-Auth-Token", "secret-token");
}

void
test_http_tear_down (TestHttp *http)
{
  g_assert_finalize_object (http->endpoint);
  g_assert_finalize_object (http->clock);
  test_server_free (http->server);
}

void
test_http_ask (TestHttp *http,
               const char *method,
               const char *path,
               BrightHttpSafety safety,
               GCancellable *cancellable,
               GAsyncResult **result)
{
  const char *body = strcmp (method, "GET") == 0 ? NULL : "{\"a\":1}";

  bright_http_endpoint_send_async (http->endpoint, method, path, body, 0, safety, cancellable,
                                   test_keep_result, result);
}

static void
move_clock (gpointer data)
{
  Wait *wait = data;

  bright_clock_advance (wait->http->clock, TICK);
}

static gboolean
has_result (gpointer data)
{
  Wait *wait = data;

  return *wait->result != NULL;
}

BrightHttpAnswer *
test_http_finish (TestHttp *http, GAsyncResult **result, GError **error)
{
  Wait wait = { http, result, 0 };
  BrightHttpAnswer *answer;

  test_wait_until (has_result, move_clock, &wait, "a request to be settled");
  answer = bright_http_endpoint_send_finish (http->endpoint, *result, error);
  g_clear_object (result);
  return answer;
}

void
test_http_expect (TestHttp *http,
                  const char *method,
                  BrightHttpSafety safety,
                  int code,
                  guint times)
{
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_http_ask (http, method, "/x", safety, NULL, &result);
  answer = test_http_finish (http, &result, &error);
  if (code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (bright_http_answer_get_status (answer), ==, 200);
    }
  else
    {
      g_assert_error (error, BRIGHT_ERROR, code);
      g_assert_null (answer);
    }
  g_assert_cmpuint (http->server->requests->len, ==, times);
}

static gboolean
has_requests (gpointer data)
{
  Wait *wait = data;

  return wait->http->server->requests->len >= wait->count;
}

void
test_http_wait_for_requests (TestHttp *http, guint count)
{
  Wait wait = { http, NULL, count };

  test_wait_until (has_requests, NULL, &wait, "requests to reach the server");
}
