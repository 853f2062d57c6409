/* A server on loopback that follows a script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It runs in the test's own main loop. Each request takes the next reply of the
 * script; when there is none left, the answer is 200 with `{}`.
 */
#pragma once

#include "bright-http.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * TestReplyKind:
 * @TEST_REPLY_ANSWER: an answer as the other members say
 * @TEST_REPLY_CLOSE: the connection is closed without an answer
 * @TEST_REPLY_TRUNCATE: the connection is closed in the middle of the body
 * @TEST_REPLY_HANG: no answer comes until the server is freed
 * @TEST_REPLY_FLOOD: a body of 65 MB, compressed
 * @TEST_REPLY_CLAIM: the head of an answer that claims a body of 65 MB
 * @TEST_REPLY_GARBAGE: bytes that are no HTTP
 *
 * What becomes of a request.
 */
typedef enum
{
  TEST_REPLY_ANSWER,
  TEST_REPLY_CLOSE,
  TEST_REPLY_TRUNCATE,
  TEST_REPLY_HANG,
  TEST_REPLY_FLOOD,
  TEST_REPLY_CLAIM,
  TEST_REPLY_GARBAGE,
} TestReplyKind;

/**
 * TestReply:
 * @kind: what becomes of the request
 * @status: the status of an answer; 0 for 200
 * @header: (nullable): the name of a header of an answer
 * @value: (nullable): its value
 * @body: (nullable): the body of an answer
 *
 * A line of the script. Its strings must live as long as the server.
 */
typedef struct
{
  TestReplyKind kind;
  guint status;
  const char *header;
  const char *value;
  const char *body;
} TestReply;

/**
 * TestServer:
 * @url: its base URL
 * @requests: (element-type utf8): method, path and body of what came, such as `POST /a {}`
 * @headers: (nullable): the headers of the last request
 * @busy: requests that hang now
 * @busiest: the most requests that hung at the same time
 *
 * A server that follows a script.
 */
typedef struct
{
  char *url;
  GPtrArray *requests;
  SoupMessageHeaders *headers;
  guint busy;
  guint busiest;
  SoupServer *server;
  GQueue script;
  GPtrArray *hanging;
  gboolean hang_by_default;
} TestServer;

/**
 * test_server_new:
 * @secure: whether it speaks https, with a certificate that nobody trusts
 *
 * Returns: (transfer full): a server that listens
 */
TestServer *test_server_new (gboolean secure);

/**
 * test_server_free:
 * @server: (transfer full): a server
 */
void test_server_free (TestServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

/**
 * test_server_add:
 * @server: a server
 * @reply: what becomes of the next request that has no reply yet
 */
void test_server_add (TestServer *server, TestReply reply);

/**
 * test_server_release:
 * @server: a server
 *
 * Answers all requests that hang, and those to come.
 */
void test_server_release (TestServer *server);

/**
 * test_platform:
 *
 * A platform whose answers carry `Left`, `Quota` and `Reset` (milliseconds).
 * 2xx is done, 429 and 503 with `Too many` are throttled with `Wait`
 * (milliseconds), other 5xx are broken, the rest is refused.
 */
extern const BrightHttpPlatform test_platform;

G_END_DECLS
