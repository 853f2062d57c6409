/* Brightpearl's client and a server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-brightpearl-fixture.h"

#include "test-util.h"

void
test_brightpearl_set_up (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->clock = bright_clock_new_manual (1795440000);
  fixture->server = test_server_new (FALSE);
  fixture->client = brightpearl_client_new (fixture->server->url, "harbourlane", "app", "secret",
                                            FALSE, 0, 60, fixture->clock, &error);
  g_assert_no_error (error);
}

void
test_brightpearl_tear_down (TestBrightpearl *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->client);
  test_server_free (fixture->server);
  g_assert_finalize_object (fixture->clock);
}

void
test_brightpearl_answer (TestBrightpearl *fixture, guint status, const char *body)
{
  test_server_add (fixture->server, (TestReply){ .status = status, .body = body });
}

static gboolean
is_settled (gpointer data)
{
  return ((TestBrightpearl *) data)->result != NULL;
}

static void
move_clock (gpointer data)
{
  bright_clock_advance (((TestBrightpearl *) data)->clock, G_USEC_PER_SEC / 10);
}

void
test_brightpearl_wait (TestBrightpearl *fixture)
{
  test_wait_until (is_settled, move_clock, fixture, "an answer");
}

const char *
test_brightpearl_get_request (TestBrightpearl *fixture, guint index)
{
  g_assert_cmpuint (index, <, fixture->server->requests->len);
  return fixture->server->requests->pdata[index];
}
