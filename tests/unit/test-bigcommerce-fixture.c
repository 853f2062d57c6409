/* BigCommerce's client and a server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-bigcommerce-fixture.h"

#include "test-util.h"

#include <string.h>

void
test_bigcommerce_set_up (TestBigcommerce *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->clock = bright_clock_new_manual (1795440000);
  fixture->server = test_server_new (FALSE);
  fixture->client = bigcommerce_client_new (fixture->server->url, "k3x9demo1", "secret", 60,
                                            fixture->clock, &error);
  g_assert_no_error (error);
}

void
test_bigcommerce_tear_down (TestBigcommerce *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->client);
  test_server_free (fixture->server);
  g_assert_finalize_object (fixture->clock);
}

void
test_bigcommerce_answer (TestBigcommerce *fixture, guint status, const char *body)
{
  test_server_add (fixture->server, (TestReply){ .status = status, .body = body });
}

static gboolean
is_settled (gpointer data)
{
  return ((TestBigcommerce *) data)->result != NULL;
}

static void
move_clock (gpointer data)
{
  bright_clock_advance (((TestBigcommerce *) data)->clock, G_USEC_PER_SEC / 10);
}

void
test_bigcommerce_wait (TestBigcommerce *fixture)
{
  test_wait_until (is_settled, move_clock, fixture, "an answer");
}

JsonNode *
test_bigcommerce_send (TestBigcommerce *fixture,
                       const char *method,
                       const char *path,
                       GError **error)
{
  g_clear_object (&fixture->result);
  bigcommerce_client_send_async (fixture->client, method, path,
                                 g_str_equal (method, "GET") ? NULL : "{}", FALSE, NULL,
                                 test_keep_result, &fixture->result);
  test_bigcommerce_wait (fixture);
  return bigcommerce_client_send_finish (fixture->client, fixture->result, error);
}

const char *
test_bigcommerce_get_request (TestBigcommerce *fixture, guint index)
{
  g_assert_cmpuint (index, <, fixture->server->requests->len);
  return fixture->server->requests->pdata[index];
}

void
test_assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in \"%s\"", part, text);
}
