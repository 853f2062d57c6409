/* Requests that are cancelled: waiting, on their way, answered, or with their endpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-http-fixture.h"
#include "test-util.h"

static void
expect_cancelled (TestHttp *http, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (test_http_finish (http, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  TestHttp http;

  test_http_set_up (&http);
  g_cancellable_cancel (cancellable);
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, cancellable, &result);
  g_assert_null (result);
  expect_cancelled (&http, &result);
  g_assert_cmpuint (http.server->requests->len, ==, 0);
  test_http_tear_down (&http);
}

static void
test_cancel_in_queue (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[9] = { NULL };
  TestHttp http;

  test_http_set_up (&http);
  http.server->hang_by_default = TRUE;
  for (guint i = 0; i < 9; i++)
    test_http_ask (&http, "POST", i == 8 ? "/last" : "/x", BRIGHT_HTTP_ONCE,
                   i == 8 ? cancellable : NULL, &results[i]);
  test_http_wait_for_requests (&http, 8);
  g_cancellable_cancel (cancellable);
  expect_cancelled (&http, &results[8]);
  test_server_release (http.server);
  for (guint i = 0; i < 8; i++)
    bright_http_answer_unref (test_http_finish (&http, &results[i], NULL));
  g_assert_cmpuint (http.server->requests->len, ==, 8);
  test_http_tear_down (&http);
}

static void
test_cancel_while_sent (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) write = NULL;
  g_autoptr (GError) error = NULL;
  TestHttp http;

  test_http_set_up (&http);
  http.server->hang_by_default = TRUE;
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, cancellable, &read);
  test_http_ask (&http, "POST", "/x", BRIGHT_HTTP_ONCE, cancellable, &write);
  test_http_wait_for_requests (&http, 2);
  g_cancellable_cancel (cancellable);
  expect_cancelled (&http, &read);
  g_assert_null (test_http_finish (&http, &write, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  test_http_tear_down (&http);
}

static void
test_cancel_after (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TestHttp http;

  test_http_set_up (&http);
  test_http_ask (&http, "POST", "/x", BRIGHT_HTTP_ONCE, cancellable, &result);
  test_wait_for_result (&result, "an answer");
  g_cancellable_cancel (cancellable);
  /* What happened is told. */
  answer = test_http_finish (&http, &result, &error);
  g_assert_no_error (error);
  test_http_tear_down (&http);
}

static void
test_cancel_in_pause (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  TestHttp http;

  test_http_set_up (&http);
  test_server_add (http.server, (TestReply){ .status = 500 });
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, cancellable, &result);
  test_http_wait_for_requests (&http, 1);
  test_run_for (20);
  g_cancellable_cancel (cancellable);
  expect_cancelled (&http, &result);
  g_assert_cmpuint (http.server->requests->len, ==, 1);
  test_http_tear_down (&http);
}

static void
test_dispose (void)
{
  GAsyncResult *results[12] = { NULL };
  TestHttp http;

  test_http_set_up (&http);
  http.server->hang_by_default = TRUE;
  for (guint i = 0; i < 12; i++)
    test_http_ask (&http, "POST", "/x", i == 0 ? BRIGHT_HTTP_ONCE : BRIGHT_HTTP_REPEATABLE, NULL,
                   &results[i]);
  test_http_wait_for_requests (&http, 8);
  g_object_run_dispose (G_OBJECT (http.endpoint));
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (test_http_finish (&http, &results[0], &error));
    g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);
  }
  for (guint i = 1; i < 12; i++)
    expect_cancelled (&http, &results[i]);
  test_http_ask (&http, "GET", "/x", BRIGHT_HTTP_READ, NULL, &results[0]);
  expect_cancelled (&http, &results[0]);
  g_assert_cmpuint (http.server->requests->len, ==, 8);
  test_http_tear_down (&http);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-cancel/before", test_cancel_before);
  g_test_add_func ("/http-cancel/in-queue", test_cancel_in_queue);
  g_test_add_func ("/http-cancel/while-sent", test_cancel_while_sent);
  g_test_add_func ("/http-cancel/after", test_cancel_after);
  g_test_add_func ("/http-cancel/in-pause", test_cancel_in_pause);
  g_test_add_func ("/http-cancel/dispose", test_dispose);
  return g_test_run ();
}
