/* BigCommerce's client and a server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"
#include "test-http-server.h"

G_BEGIN_DECLS

/**
 * TestBigcommerce:
 * @clock: a clock that is moved by hand
 * @server: the server
 * @client: the client
 * @result: what the callback of the last request was given
 *
 * What the tests of the room bigcommerce work on.
 */
typedef struct
{
  BrightClock *clock;
  TestServer *server;
  BigcommerceClient *client;
  GAsyncResult *result;
} TestBigcommerce;

/* For g_test_add(). The second fails the test if anything outlives it. */
void test_bigcommerce_set_up (TestBigcommerce *fixture, gconstpointer unused);
void test_bigcommerce_tear_down (TestBigcommerce *fixture, gconstpointer unused);

/* Adds an answer to the server's script; @body must live as long as the server. */
void test_bigcommerce_answer (TestBigcommerce *fixture, guint status, const char *body);

/* Waits until `result` is set, moving the clock while nothing happens. */
void test_bigcommerce_wait (TestBigcommerce *fixture);

/* What the server was asked, by its sequence. */
const char *test_bigcommerce_get_request (TestBigcommerce *fixture, guint index);

/* Makes one request from start to end. */
JsonNode *test_bigcommerce_send (TestBigcommerce *fixture,
                                 const char *method,
                                 const char *path,
                                 GError **error);

/* Fails the test if @part is not in @text. */
void test_assert_contains (const char *text, const char *part);

G_END_DECLS
