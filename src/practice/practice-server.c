/* The practice store's web server: both platforms on one port of loopback.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-server.h"

#include "bright-json.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

/* A request to one of the platforms, on its way through the server. */
typedef struct
{
  PracticeServer *server;
  SoupServerMessage *message;
  PracticePlatform platform;
  const char *place; /* (nullable): the store hash or the account */
  PracticeRequest request;
  PracticeAnswer answer;
} Call;

/* (nullable): the decoded parts of the path; NULL if it cannot be decoded. */
static char **
split_path (GUri *uri)
{
  g_auto (GStrv) parts = g_strsplit (g_uri_get_path (uri) + 1, "/", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *decoded = g_uri_unescape_string (*part, NULL);

      if (decoded == NULL)
        return NULL;
      g_free (*part);
      *part = decoded;
    }
  return g_steal_pointer (&parts);
}

static GHashTable *
read_query (GUri *uri)
{
  const char *query = g_uri_get_query (uri);

  return soup_form_decode (query != NULL ? query : "");
}

static JsonNode *
read_body (SoupServerMessage *message, gsize *length)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  const char *data = g_bytes_get_data (bytes, length);

  return *length > 0 ? bright_json_parse (data, (gssize)*length, NULL) : NULL;
}

static SoupMessageHeaders *
request_headers (const Call *call)
{
  return soup_server_message_get_request_headers (call->message);
}

static gint64
limits_clock (const PracticeWorld *world)
{
  return g_get_monotonic_time () + world->clock_offset * G_USEC_PER_SEC;
}

/* What BigCommerce's gateway refuses before anybody reads it; TRUE if it did. */
static gboolean
refuse_at_gateway (Call *call, gsize body_length)
{
  const char *type = soup_message_headers_get_content_type (request_headers (call), NULL);
  guint n_segments = call->request.n_segments;

  if (call->platform != PRACTICE_BIGCOMMERCE)
    return FALSE;
  if (body_length > 0 && g_strcmp0 (type, "application/json") != 0)
    {
      call->answer.status = 415;
      call->answer.body = json_from_string ("{\"status\":415,\"title\":\"Unsupported media type\","
                                            "\"type\":\"about:blank\",\"errors\":{}}",
                                            NULL);
      return TRUE;
    }
  if (n_segments > 0 && call->request.segments[n_segments - 1][0] == '\0')
    {
      call->answer.status = 404;
      call->answer.body = json_from_string ("{\"status\":404,\"title\":\"Not found\","
                                            "\"type\":\"about:blank\",\"errors\":{}}",
                                            NULL);
      return TRUE;
    }
  return FALSE;
}

static void
log_write (const Call *call)
{
  g_autofree char *joined = g_strjoinv ("/", call->request.segments);
  g_autofree char *path = g_strconcat ("/", joined, NULL);

  /* The parts of a multi-message are noted one by one. */
  if (strcmp (joined, "multi-message") != 0)
    practice_counts_write (call->server->world->counts, call->platform, call->request.method, path,
                           call->request.body, &call->answer);
}

static void
let_platform_answer (Call *call)
{
  PracticeWorld *world = call->server->world;
  gsize length = 0;

  if (!practice_access_check (call->server->access, call->platform, request_headers (call),
                              call->request.method, call->place, call->request.segments,
                              &call->answer))
    return;
  call->request.body = read_body (call->message, &length);
  if (refuse_at_gateway (call, length))
    return;
  if (call->platform == PRACTICE_BIGCOMMERCE)
    practice_store_handle (world, &call->request, &call->answer);
  else
    practice_account_handle (world, &call->request, &call->answer);
  log_write (call);
}

/* V2 speaks XML with those who do not ask for JSON. */
static gboolean
wants_xml (const Call *call)
{
  const char *accept = soup_message_headers_get_list (request_headers (call), "Accept");

  return call->platform == PRACTICE_BIGCOMMERCE && g_strcmp0 (call->request.segments[0], "v2") == 0
         && (accept == NULL || strstr (accept, "application/json") == NULL);
}

/* Both platforms tell their own time, which tests move. */
static void
tell_date (const PracticeWorld *world, SoupMessageHeaders *headers)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (practice_now (world));
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  soup_message_headers_replace (headers, "Date", date);
}

static PracticeFault
draw_fault (const Call *call)
{
  g_autoptr (GBytes) body
      = soup_message_body_flatten (soup_server_message_get_request_body (call->message));
  gsize length = 0;
  const char *text = g_bytes_get_data (body, &length);

  return practice_faults_draw (call->server->faults,
                               g_uri_get_path (soup_server_message_get_uri (call->message)),
                               text != NULL ? text : "", length);
}

static void
answer_call (Call *call)
{
  PracticeServer *server = call->server;
  PracticeCounts *counts = server->world->counts;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (call->message);
  gint64 now = limits_clock (server->world);
  gboolean admitted;
  PracticeFault fault;

  tell_date (server->world, headers);
  practice_counts_request (counts, call->platform, call->request.method, call->request.segments);
  admitted = practice_limits_admit (server->limits, call->platform, now);
  practice_limits_add_headers (server->limits, call->platform, now, headers);
  if (!admitted)
    {
      practice_limits_refuse (call->platform, &call->answer);
      practice_limits_add_retry (server->limits, call->platform, now, headers);
      practice_counts_answer (counts, call->platform, call->answer.status, TRUE);
      practice_server_send (call->message, call->platform, &call->answer, FALSE);
      return;
    }
  fault = draw_fault (call);
  if (practice_server_answer_fault (server, call->message, call->platform, fault, &call->answer))
    {
      practice_counts_answer (counts, call->platform, call->answer.status,
                              fault == PRACTICE_FAULT_THROTTLE);
      return;
    }
  let_platform_answer (call);
  practice_counts_answer (counts, call->platform, call->answer.status, FALSE);
  practice_server_send (call->message, call->platform, &call->answer, wants_xml (call));
  practice_server_spoil (server, call->message, fault);
}

/* Sees to it that segments start behind the prefix of the platform. */
static void
set_segments (PracticeRequest *request, char **segments, guint skipped, gboolean may_end_in_slash)
{
  guint length = g_strv_length (segments);

  skipped = MIN (skipped, length);
  if (may_end_in_slash && length > skipped && segments[length - 1][0] == '\0')
    g_clear_pointer (&segments[--length], g_free);
  request->segments = segments + skipped;
  request->n_segments = length - skipped;
}

static void
handle_message (SoupServer *soup,
                SoupServerMessage *message,
                const char *path,
                GHashTable *unused,
                gpointer user_data)
{
  PracticeServer *server = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  g_auto (GStrv) segments = split_path (uri);
  g_autoptr (GHashTable) query = read_query (uri);
  Call call = { .server = server, .message = message };
  gsize length = 0;

  if (segments == NULL || segments[0] == NULL)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  call.request.method = soup_server_message_get_method (message);
  call.request.query = query;
  call.request.if_match = soup_message_headers_get_one (request_headers (&call), "If-Match");
  call.place = segments[1];
  call.platform = strcmp (segments[0], "stores") == 0 ? PRACTICE_BIGCOMMERCE : PRACTICE_BRIGHTPEARL;
  if (strcmp (segments[0], "practice") == 0)
    {
      set_segments (&call.request, segments, 1, TRUE);
      call.request.body = read_body (message, &length);
      practice_server_control (server, &call.request, message);
    }
  else if (call.platform == PRACTICE_BIGCOMMERCE || strcmp (segments[0], "public-api") == 0)
    {
      set_segments (&call.request, segments, 2, call.platform == PRACTICE_BRIGHTPEARL);
      answer_call (&call);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
  g_clear_pointer (&call.request.body, json_node_unref);
}

/* Answers are small and awaited one by one: holding them back for more would only cost time. */
static void
set_no_delay (SoupServer *soup, SoupServerMessage *message, gpointer user_data)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, TRUE, NULL);
}

PracticeServer *
practice_server_new (PracticeWorld *world, guint port, GError **error)
{
  PracticeServer *server = g_new0 (PracticeServer, 1);

  server->world = world;
  server->soup = soup_server_new ("server-header", "practice", NULL);
  server->limits = practice_limits_new ();
  server->faults = practice_faults_new (world->seed);
  server->access = practice_access_new ();
  soup_server_add_handler (server->soup, NULL, handle_message, server, NULL);
  g_signal_connect (server->soup, "request-started", G_CALLBACK (set_no_delay), NULL);
  if (soup_server_listen_local (server->soup, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return server;
  practice_server_free (server);
  return NULL;
}

void
practice_server_free (PracticeServer *server)
{
  soup_server_disconnect (server->soup);
  g_object_unref (server->soup);
  practice_limits_free (server->limits);
  practice_faults_free (server->faults);
  practice_access_free (server->access);
  g_free (server);
}

guint
practice_server_port (PracticeServer *server)
{
  g_autoptr (GSList) uris = NULL;
  guint port;

  uris = soup_server_get_uris (server->soup);
  port = (guint)g_uri_get_port (uris->data);
  for (GSList *link = uris; link != NULL; link = link->next)
    g_uri_unref (link->data);
  return port;
}

gboolean
practice_server_set_limits (PracticeServer *server, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint64 brightpearl = 0;
  guint64 bigcommerce = 0;

  if (strcmp (text, "on") == 0)
    return TRUE;
  if (strcmp (text, "off") != 0
      && (g_strv_length (words) != 2
          || !g_ascii_string_to_unsigned (words[0], 10, 0, G_MAXINT32, &brightpearl, NULL)
          || !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXINT32, &bigcommerce, NULL)))
    return FALSE;
  practice_limits_set (server->limits, PRACTICE_BRIGHTPEARL, (guint)brightpearl);
  practice_limits_set (server->limits, PRACTICE_BIGCOMMERCE, (guint)bigcommerce);
  return TRUE;
}
