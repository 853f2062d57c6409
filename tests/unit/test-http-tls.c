/* Connections that would not be private.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-http-fixture.h"
#include "test-util.h"

static void
test_untrusted_certificate (void)
{
  static const BrightHttpSafety safeties[] = { BRIGHT_HTTP_READ, BRIGHT_HTTP_ONCE };
  TestHttp http;

  test_http_set_up (&http);
  test_server_free (http.server);
  g_object_unref (http.endpoint);
  http.server = test_server_new (TRUE);
  http.endpoint = bright_http_endpoint_new (&test_platform, http.server->url, http.clock, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (safeties); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      test_http_ask (&http, "POST", "/x", safeties[i], NULL, &result);
      /* The clock stands still, so it is not tried again. */
      test_wait_for_result (&result, "the certificate to be refused");
      g_assert_null (test_http_finish (&http, &result, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_INSECURE);
    }
  g_assert_cmpuint (http.server->requests->len, ==, 0);
  g_assert_cmpuint (bright_http_endpoint_get_requests (http.endpoint), ==, 0);
  test_http_tear_down (&http);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-tls/untrusted-certificate", test_untrusted_certificate);
  return g_test_run ();
}
