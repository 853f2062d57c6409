/* A server on loopback that follows a script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-http-server.h"

#include "bright-error.h"

#include <string.h>

#define FLOOD (65u * 1024 * 1024)

/* Made for this test, for localhost; it guards nothing. */
static const char certificate[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyVRC3iBhbCkxb/4/\n"
    "pJUcK9T6WbveJpIZjZtR1ru065uhRANCAASkQ7AcE3DZJaM7ORi5VmJFnbVVy52s\n"
    "7ccEhQ1sT44vwlglT0g+JnsCbJ22brQs6TUhmSb1ZTWT0G6QN/jIPk/Q\n"
    "-----END PRIVATE KEY-----\n"
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBnDCCAUGgAwIBAgIUQgPaysA1C69CmqsOHigKOy4eaq0wCgYIKoZIzj0EAwIw\n"
    "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDA2MjgwMVoYDzIxMjYxMDMx\n"
    "MDYyODAxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAASkQ7AcE3DZJaM7ORi5VmJFnbVVy52s7ccEhQ1sT44vwlglT0g+JnsC\n"
    "bJ22brQs6TUhmSb1ZTWT0G6QN/jIPk/Qo28wbTAdBgNVHQ4EFgQU2hwXdXZg3dY2\n"
    "PJ0iJG44BIFIFg8wHwYDVR0jBBgwFoAU2hwXdXZg3dY2PJ0iJG44BIFIFg8wDwYD\n"
    "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
    "zj0EAwIDSQAwRgIhAIm2l9dXL2U+Fr5czMNlOI01DN7NsNJc/eYU89gW5qlQAiEA\n"
    "vb+9PYbG+89aqv25wKcGLPb2wJKqaGaYl9ZMC5yTMLM=\n"
    "-----END CERTIFICATE-----\n";

static gint64
read_header (const BrightHttpAnswer *answer, const char *name, gint64 factor)
{
  const char *text = bright_http_answer_get_header (answer, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) * factor : -1;
}

static void
learn (const BrightHttpAnswer *answer, BrightHttpLimits *limits)
{
  limits->remaining = read_header (answer, "left", 1);
  limits->quota = read_header (answer, "quota", 1);
  limits->reset = read_header (answer, "reset", G_TIME_SPAN_MILLISECOND);
}

static BrightHttpVerdict
judge (const BrightHttpAnswer *answer, gint64 *wait, GError **error)
{
  guint status = bright_http_answer_get_status (answer);
  gsize size;
  const char *body = g_bytes_get_data (bright_http_answer_get_body (answer), &size);

  if (status >= 200 && status < 300)
    return BRIGHT_HTTP_DONE;
  if (status == 429 || (status == 503 && size >= 8 && memcmp (body, "Too many", 8) == 0))
    {
      *wait = read_header (answer, "wait", G_TIME_SPAN_MILLISECOND);
      return BRIGHT_HTTP_THROTTLED;
    }
  if (status >= 500)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "status %u", status);
      return BRIGHT_HTTP_BROKEN;
    }
  g_set_error (error, BRIGHT_ERROR,
               status == 404 ? BRIGHT_ERROR_NOT_FOUND : BRIGHT_ERROR_TOKEN_REFUSED, "status %u",
               status);
  return BRIGHT_HTTP_REFUSED;
}

const BrightHttpPlatform test_platform = {
  .name = "Testplatform",
  .quota = 200,
  .window = 60 * G_TIME_SPAN_SECOND,
  .learn = learn,
  .judge = judge,
};

/* Writes raw bytes, or none, and closes the connection. */
static void
cut (SoupServerMessage *message, const char *bytes)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  if (bytes != NULL)
    g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes, strlen (bytes), NULL,
                               NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
flood (SoupServerMessage *message)
{
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autofree char *zeros = g_malloc0 (FLOOD);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (zeros, FLOOD, NULL);
  g_autoptr (GInputStream) small = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) body = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  g_output_stream_splice (body, small, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (body));
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Content-Encoding", "gzip");
  soup_server_message_set_status (message, 200, NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static void
answer_message (SoupServerMessage *message, const TestReply *reply)
{
  const char *body = reply->body != NULL ? reply->body : "{}";

  soup_server_message_set_status (message, reply->status != 0 ? reply->status : 200, NULL);
  if (reply->header != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                  reply->header, reply->value);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body,
                                    strlen (body));
}

static void
hang (TestServer *server, SoupServerMessage *message)
{
  server->busy++;
  server->busiest = MAX (server->busiest, server->busy);
  g_ptr_array_add (server->hanging, g_object_ref (message));
  soup_server_message_pause (message);
}

static void
follow_script (TestServer *server, SoupServerMessage *message)
{
  TestReply none = { .kind = server->hang_by_default ? TEST_REPLY_HANG : TEST_REPLY_ANSWER };
  g_autofree TestReply *next = g_queue_pop_head (&server->script);
  const TestReply *reply = next != NULL ? next : &none;

  switch (reply->kind)
    {
    case TEST_REPLY_CLOSE:
      cut (message, NULL);
      break;
    case TEST_REPLY_TRUNCATE:
      cut (message, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
      break;
    case TEST_REPLY_CLAIM:
      cut (message, "HTTP/1.1 200 OK\r\nContent-Length: 68157440\r\n\r\n{");
      break;
    case TEST_REPLY_GARBAGE:
      cut (message, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
      break;
    case TEST_REPLY_HANG:
      hang (server, message);
      break;
    case TEST_REPLY_FLOOD:
      flood (message);
      break;
    default:
      answer_message (message, reply);
    }
}

static void
on_request (SoupServer *unused,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  TestServer *server = data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *asked = g_uri_get_query (soup_server_message_get_uri (message));

  g_ptr_array_add (server->requests,
                   g_strdup_printf ("%s %s%s%s%s%s", soup_server_message_get_method (message), path,
                                    asked != NULL ? "?" : "", asked != NULL ? asked : "",
                                    *text != '\0' ? " " : "", text));
  g_clear_pointer (&server->headers, soup_message_headers_unref);
  server->headers
      = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  follow_script (server, message);
}

TestServer *
test_server_new (gboolean secure)
{
  TestServer *server = g_new0 (TestServer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) tls = NULL;
  GSList *uris;

  server->requests = g_ptr_array_new_with_free_func (g_free);
  server->hanging = g_ptr_array_new_with_free_func (g_object_unref);
  server->server = soup_server_new ("server-header", "Test", NULL);
  if (secure)
    {
      tls = g_tls_certificate_new_from_pem (certificate, -1, &error);
      g_assert_no_error (error);
      soup_server_set_tls_certificate (server->server, tls);
    }
  soup_server_add_handler (server->server, NULL, on_request, server, NULL);
  soup_server_listen_local (server->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY
                                | (secure ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server->server);
  server->url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return server;
}

void
test_server_add (TestServer *server, TestReply reply)
{
  g_queue_push_tail (&server->script, g_memdup2 (&reply, sizeof reply));
}

void
test_server_release (TestServer *server)
{
  const TestReply plain = { .status = 200 };

  server->hang_by_default = FALSE;
  for (guint i = 0; i < server->hanging->len; i++)
    {
      answer_message (server->hanging->pdata[i], &plain);
      soup_server_message_unpause (server->hanging->pdata[i]);
    }
  g_ptr_array_set_size (server->hanging, 0);
  server->busy = 0;
}

void
test_server_free (TestServer *server)
{
  soup_server_disconnect (server->server);
  g_object_unref (server->server);
  g_ptr_array_unref (server->hanging);
  g_ptr_array_unref (server->requests);
  g_clear_pointer (&server->headers, soup_message_headers_unref);
  g_queue_clear_full (&server->script, g_free);
  g_free (server->url);
  g_free (server);
}
