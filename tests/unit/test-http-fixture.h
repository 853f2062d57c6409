/* An endpoint, its clock and the server that it asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "test-http-server.h"

G_BEGIN_DECLS

/**
 * TestHttp:
 * @clock: a clock that is moved by hand
 * @server: the server
 * @endpoint: the endpoint
 *
 * What the tests of the room http work on.
 */
typedef struct
{
  BrightClock *clock;
  TestServer *server;
  BrightHttpEndpoint *endpoint;
} TestHttp;

/**
 * test_http_set_up:
 * @http: memory for it
 */
void test_http_set_up (TestHttp *http);

/**
 * test_http_tear_down:
 * @http: what test_http_set_up() made; fails the test if anything outlives it
 */
void test_http_tear_down (TestHttp *http);

/**
 * test_http_ask:
 * @http: the fixture
 * @method: the method
 * @path: the path
 * @safety: whether it may be sent again
 * @cancellable: (nullable): to stop
 * @result: set when it is settled
 *
 * Starts a request; one that is no GET has the body `{"a":1}`.
 */
void test_http_ask (TestHttp *http,
                    const char *method,
                    const char *path,
                    BrightHttpSafety safety,
                    GCancellable *cancellable,
                    GAsyncResult **result);

/**
 * test_http_finish:
 * @http: the fixture
 * @result: (transfer full): what test_http_ask() was given; cleared
 * @error: return location
 *
 * Waits until a request is settled, moving the clock while nothing happens.
 *
 * Returns: (transfer full) (nullable): the answer
 */
BrightHttpAnswer *test_http_finish (TestHttp *http, GAsyncResult **result, GError **error);

/**
 * test_http_expect:
 * @http: the fixture
 * @method: the method
 * @safety: whether it may be sent again
 * @code: a #BrightError, or -1 for an answer
 * @times: how often the server must have been asked
 *
 * Makes one request to `/x` from start to end.
 */
void test_http_expect (TestHttp *http,
                       const char *method,
                       BrightHttpSafety safety,
                       int code,
                       guint times);

/**
 * test_http_wait_for_requests:
 * @http: the fixture
 * @count: how many requests must have come to the server
 */
void test_http_wait_for_requests (TestHttp *http, guint count);

G_END_DECLS
