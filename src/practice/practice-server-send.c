/* How answers leave the practice store, and how they fail to arrive.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-server.h"

#include "practice-account-values.h"

#include <sys/socket.h>

#define SLOWEST 1500
#define LEAST_SLOW 200

static void
append_xml (GString *xml, const char *name, JsonNode *node)
{
  g_string_append_printf (xml, "<%s>", name);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &member, &value))
        append_xml (xml, member, value);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        append_xml (xml, "item", json_array_get_element (array, i));
    }
  else
    {
      g_autofree char *text = bright_json_read_text (node);
      g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

      g_string_append (xml, escaped);
    }
  g_string_append_printf (xml, "</%s>", name);
}

static char *
make_xml (JsonNode *body)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");

  append_xml (xml, "response", body);
  return g_string_free (xml, FALSE);
}

static char *
make_text (PracticePlatform platform, JsonNode *body)
{
  g_autofree char *text = json_to_string (body, FALSE);

  return platform == PRACTICE_BRIGHTPEARL ? practice_escape_json (text) : g_steal_pointer (&text);
}

void
practice_server_send (SoupServerMessage *message,
                      PracticePlatform platform,
                      PracticeAnswer *answer,
                      gboolean as_xml)
{
  const char *type = answer->content_type != NULL ? answer->content_type : "application/json";
  char *text;

  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->body == NULL)
    return;
  text = as_xml ? make_xml (answer->body) : make_text (platform, answer->body);
  soup_server_message_set_response (message, as_xml ? "application/xml" : type, SOUP_MEMORY_TAKE,
                                    text, strlen (text));
  g_clear_pointer (&answer->body, json_node_unref);
}

/* Ends the connection without an answer, politely or not. */
static void
hang_up (SoupServerMessage *message, gboolean politely)
{
  struct linger at_once = { 1, 0 };
  GSocket *socket = soup_server_message_get_socket (message);
  g_autoptr (GIOStream) stream = NULL;

  if (socket != NULL && !politely)
    setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  stream = soup_server_message_steal_connection (message);
  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
}

static void
send_late (gpointer user_data)
{
  g_autoptr (SoupServerMessage) message = user_data;

  soup_server_message_unpause (message);
}

static void
halve (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *half = g_strndup (data != NULL ? data : "", length / 2);

  if (length == 0)
    return;
  soup_message_body_truncate (body);
  soup_message_body_append (body, SOUP_MEMORY_COPY, half, length / 2);
}

void
practice_server_spoil (PracticeServer *server, SoupServerMessage *message, PracticeFault fault)
{
  int delay;

  switch (fault)
    {
    case PRACTICE_FAULT_LOST:
      hang_up (message, practice_faults_roll (server->faults, 0, 2) == 0);
      break;
    case PRACTICE_FAULT_TRUNCATE:
      halve (message);
      break;
    case PRACTICE_FAULT_SLOW:
      delay = practice_faults_roll (server->faults, LEAST_SLOW, SLOWEST);
      soup_server_message_pause (message);
      g_timeout_add_once ((guint) delay, send_late, g_object_ref (message));
      break;
    default:
      break;
    }
}

static void
answer_page (SoupServerMessage *message, guint status)
{
  static const char page[] = "<html>\r\n<head><title>Bad gateway</title></head>\r\n<body>\r\n"
                             "<center><h1>The web server reported a bad gateway</h1></center>\r\n"
                             "</body>\r\n</html>\r\n";

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html; charset=UTF-8", SOUP_MEMORY_STATIC, page,
                                    sizeof page - 1);
}

static void
answer_json (SoupServerMessage *message, guint status, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text,
                                    strlen (text));
}

static guint
answer_error (SoupServerMessage *message, PracticePlatform platform)
{
  answer_json (message, 500,
               platform == PRACTICE_BRIGHTPEARL
                   ? "{\"errors\":[{\"code\":\"CMNU-003\",\"message\":\"Internal Server Error\"}]}"
                   : "{\"status\":500,\"title\":\"Internal Server Error\",\"type\":\"about:blank\","
                     "\"errors\":{}}");
  return 500;
}

static guint
answer_unavailable (PracticeServer *server, SoupServerMessage *message, PracticePlatform platform)
{
  static const guint statuses[] = { 502, 503, 504 };
  guint status = statuses[practice_faults_roll (server->faults, 0, G_N_ELEMENTS (statuses))];

  answer_json (message, status,
               platform == PRACTICE_BRIGHTPEARL
                   ? "{\"response\":\"The service is unavailable\"}"
                   : "{\"status\":503,\"title\":\"Service unavailable\",\"type\":\"about:blank\","
                     "\"errors\":{}}");
  return status;
}

static void
answer_throttle (PracticeServer *server,
                 SoupServerMessage *message,
                 PracticePlatform platform,
                 PracticeAnswer *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  practice_limits_add_refusal (
      platform, (guint) practice_faults_roll (server->faults, 100, 1000), headers);
  if (platform == PRACTICE_BIGCOMMERCE && practice_faults_roll (server->faults, 0, 2) == 0)
    soup_message_headers_replace (headers, "X-Retry-After", "1");
  practice_limits_refuse (platform, answer);
  practice_server_send (message, platform, answer, FALSE);
}

gboolean
practice_server_answer_fault (PracticeServer *server,
                              SoupServerMessage *message,
                              PracticePlatform platform,
                              PracticeFault fault,
                              PracticeAnswer *answer)
{
  switch (fault)
    {
    case PRACTICE_FAULT_THROTTLE:
      answer_throttle (server, message, platform, answer);
      return TRUE;
    case PRACTICE_FAULT_ERROR:
      answer->status = answer_error (message, platform);
      return TRUE;
    case PRACTICE_FAULT_UNAVAILABLE:
      answer->status = answer_unavailable (server, message, platform);
      return TRUE;
    case PRACTICE_FAULT_HTML:
      answer->status = 502;
      answer_page (message, answer->status);
      return TRUE;
    case PRACTICE_FAULT_RESET:
      answer->status = 500;
      hang_up (message, practice_faults_roll (server->faults, 0, 2) == 0);
      return TRUE;
    default:
      return FALSE;
    }
}
