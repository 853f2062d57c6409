/* The practice store, started and steered by a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice.h"

#include "test-util.h"

#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>

static char *
take_text (JsonNode *greeting, const char *name)
{
  const char *text = bright_json_get_string (greeting, name);

  if (text == NULL)
    g_error ("the practice store did not tell its %s", name);
  return g_strdup (text);
}

static void
read_greeting (Practice *practice)
{
  g_autoptr (GDataInputStream) lines
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (practice->program));
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) greeting = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  if (line == NULL)
    g_error ("the practice store ended before it served");
  greeting = bright_json_parse (line, -1, &error);
  g_assert_no_error (error);
  practice->bigcommerce_url = take_text (greeting, "bigcommerce-url");
  practice->store_hash = take_text (greeting, "bigcommerce-store-hash");
  practice->bigcommerce_token = take_text (greeting, "bigcommerce-token");
  practice->brightpearl_url = take_text (greeting, "brightpearl-url");
  practice->account = take_text (greeting, "brightpearl-account");
  practice->app_reference = take_text (greeting, "brightpearl-app-ref");
  practice->brightpearl_token = take_text (greeting, "brightpearl-token");
}

Practice *
practice_start (const char *argument, ...)
{
  const char *program = g_getenv ("PRACTICE_PROGRAM");
  Practice *practice = g_new0 (Practice, 1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list rest;

  if (program == NULL)
    g_error ("PRACTICE_PROGRAM must name the practice store's program");
  g_ptr_array_add (arguments, (gpointer) program);
  va_start (rest, argument);
  for (const char *next = argument; next != NULL; next = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) next);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  /* It watches its standard input and ends when the test's end of the pipe is gone. */
  practice->program
      = g_subprocess_newv ((const char *const *) arguments->pdata,
                           G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  practice->session = soup_session_new ();
  read_greeting (practice);
  return practice;
}

void
practice_stop (Practice *practice)
{
  g_autoptr (GError) error = NULL;

  if (practice == NULL)
    return;
  g_clear_object (&practice->session);
  g_subprocess_send_signal (practice->program, SIGTERM);
  g_subprocess_wait_check (practice->program, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&practice->program);
  g_free (practice->bigcommerce_url);
  g_free (practice->store_hash);
  g_free (practice->bigcommerce_token);
  g_free (practice->brightpearl_url);
  g_free (practice->account);
  g_free (practice->app_reference);
  g_free (practice->brightpearl_token);
  g_free (practice);
}

JsonNode *
practice_call (Practice *practice, const char *method, const char *path, const char *body)
{
  g_autofree char *url = g_strconcat (practice->bigcommerce_url, "/practice/", path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) sent = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;
  JsonNode *node;

  g_assert_nonnull (message);
  if (body != NULL)
    {
      sent = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/json", sent);
    }
  answer = soup_session_send_and_read (practice->session, message, NULL, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (answer, &length);
  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    g_error ("%s %s: %u %.*s", method, path, soup_message_get_status (message), (int) length,
             length > 0 ? text : "");
  if (length == 0)
    return json_node_new (JSON_NODE_NULL);
  node = bright_json_parse (text, (gssize) length, &error);
  g_assert_no_error (error);
  return node;
}

void
practice_do (Practice *practice, const char *path, const char *format, ...)
{
  g_autofree char *body = NULL;
  g_autoptr (JsonNode) answer = NULL;
  va_list arguments;

  va_start (arguments, format);
  body = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strdelimit (body, "'", '"');
  answer = practice_call (practice, "POST", path, body);
}

JsonArray *
practice_list (Practice *practice, const char *path)
{
  g_autoptr (JsonNode) answer = practice_call (practice, "GET", path, NULL);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (answer));
  return json_node_dup_array (answer);
}

void
practice_set_faults (Practice *practice, const char *specification)
{
  practice_do (practice, "faults", "{'spec':'%s'}", specification);
}

void
practice_set_limits (Practice *practice, guint brightpearl, guint bigcommerce)
{
  practice_do (practice, "limits", "{'brightpearl':%u,'bigcommerce':%u}", brightpearl, bigcommerce);
}

void
practice_advance (Practice *practice, gint64 seconds)
{
  practice_do (practice, "clock", "{'advance':%" G_GINT64_FORMAT "}", seconds);
}

gint64
practice_get_count (Practice *practice, const char *path)
{
  g_autoptr (JsonNode) counts = practice_call (practice, "GET", "counts", NULL);

  return bright_json_get_integer (counts, path, 0);
}

gint64
practice_get_route_count (Practice *practice, const char *route)
{
  g_autoptr (JsonNode) counts = practice_call (practice, "GET", "counts", NULL);
  JsonObject *routes = bright_json_get_object (counts, "routes");

  g_assert_nonnull (routes);
  return json_object_get_int_member_with_default (routes, route, 0);
}

void
practice_reset_counts (Practice *practice)
{
  g_autoptr (JsonNode) answer = practice_call (practice, "POST", "counts/reset", NULL);
}

gint64
practice_place_order (Practice *practice, const char *kind)
{
  g_autofree char *body
      = kind != NULL ? g_strdup_printf ("{\"kind\":\"%s\"}", kind) : g_strdup ("{}");
  g_autoptr (JsonNode) answer = practice_call (practice, "POST", "bigcommerce/orders", body);

  return bright_json_get_integer (answer, "id", 0);
}

typedef struct
{
  GAsyncResult **result;
  BrightClock *clock;
} Waiting;

static gboolean
is_settled (gpointer data)
{
  return *((Waiting *) data)->result != NULL;
}

static void
move_clock (gpointer data)
{
  bright_clock_advance (((Waiting *) data)->clock, 20 * G_TIME_SPAN_MILLISECOND);
}

void
practice_wait (GAsyncResult **result, BrightClock *clock)
{
  Waiting waiting = { result, clock };

  test_wait_until (is_settled, move_clock, &waiting, "an answer of the practice store");
}
