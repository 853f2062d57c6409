/* A client of the practice store, for tests of the program itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-client.h"

#include <libsoup/soup.h>
#include <string.h>

#define N_ORDERS "300"

static SoupSession *session;
char *client_api;
char *client_control;
static char *token;
static GSubprocess *program;

guint client_status;
gsize client_length;
char *client_content_type;
JsonNode *client_answer;

void
client_call (const char *method, const char *base, const char *path, const char *body)
{
  g_autofree char *url = g_strconcat (base, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  soup_message_headers_append (headers, "X-Auth-Token", token);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (body != NULL)
    {
      g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", sent);
    }
  bytes = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  client_status = soup_message_get_status (message);
  client_length = g_bytes_get_size (bytes);
  g_free (client_content_type);
  client_content_type = g_strdup (
      soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL));
  g_clear_pointer (&client_answer, json_node_unref);
  if (client_length > 0)
    client_answer = bright_json_parse (g_bytes_get_data (bytes, NULL), (gssize)client_length, NULL);
}

void
client_get (const char *path)
{
  client_call ("GET", client_api, path, NULL);
}

void
client_call_format (const char *method, const char *base, const char *format, const char *body, ...)
{
  g_autofree char *path = NULL;
  va_list arguments;

  va_start (arguments, body);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  client_call (method, base, path, body);
}

guint
client_n_rows (const char *path)
{
  JsonArray *array = bright_json_get_array (client_answer, path);

  return array != NULL ? json_array_get_length (array) : 0;
}

JsonNode *
client_row (const char *path, guint index)
{
  return json_array_get_element (bright_json_get_array (client_answer, path), index);
}

BrightMoney
client_money (JsonNode *node, const char *path)
{
  BrightMoney amount = 0;
  JsonNode *member = bright_json_get (node, path);

  g_assert_nonnull (member);
  g_assert_true (bright_json_read_money (member, &amount, NULL));
  return amount;
}

gint64
client_find_kind (const char *kind)
{
  client_call ("GET", client_control, "orders", NULL);
  for (guint i = 0; i < client_n_rows (NULL); i++)
    if (g_strcmp0 (bright_json_get_string (client_row (NULL, i), "kind"), kind) == 0)
      return bright_json_get_integer (client_row (NULL, i), "id", 0);
  g_error ("no order of kind %s", kind);
  return 0;
}

void
client_start (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) greeting = NULL;

  session = soup_session_new ();
  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, g_getenv ("PRACTICE_PROGRAM"), "--orders", N_ORDERS,
                              "--limits", "off", NULL);

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  greeting = bright_json_parse (line, -1, &error);
  g_assert_no_error (error);
  token = g_strdup (bright_json_get_string (greeting, "bigcommerce-token"));
  client_api
      = g_strdup_printf ("%s/stores/%s/", bright_json_get_string (greeting, "bigcommerce-url"),
                         bright_json_get_string (greeting, "bigcommerce-store-hash"));
  client_control = g_strdup_printf ("%s/practice/bigcommerce/",
                                    bright_json_get_string (greeting, "bigcommerce-url"));
}

void
client_stop (void)
{
  /* The signal is sent by another thread, so it is waited for. */
  g_subprocess_force_exit (program);
  g_subprocess_wait (program, NULL, NULL);
  g_clear_object (&program);
  g_clear_object (&session);
  g_clear_pointer (&client_answer, json_node_unref);
}
