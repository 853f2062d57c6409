/* Brightpearl's client and a server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client.h"
#include "test-http-server.h"

G_BEGIN_DECLS

/**
 * TestBrightpearl:
 * @clock: a clock that is moved by hand
 * @server: the server
 * @client: the client
 * @result: what the callback of the last request was given
 *
 * What the tests of the room brightpearl work on.
 */
typedef struct
{
  BrightClock *clock;
  TestServer *server;
  BrightpearlClient *client;
  GAsyncResult *result;
} TestBrightpearl;

/* For g_test_add(). The second fails the test if anything outlives it. */
void test_brightpearl_set_up (TestBrightpearl *fixture, gconstpointer unused);
void test_brightpearl_tear_down (TestBrightpearl *fixture, gconstpointer unused);

/* Adds an answer to the server's script; @body must live as long as the server. */
void test_brightpearl_answer (TestBrightpearl *fixture, guint status, const char *body);

/* Waits until `result` is set, moving the clock while nothing happens. */
void test_brightpearl_wait (TestBrightpearl *fixture);

/* What the server was asked, by its sequence. */
const char *test_brightpearl_get_request (TestBrightpearl *fixture, guint index);

G_END_DECLS
