/* One exchange on the wire: a message out, an answer in full or an error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include "bright-error.h"

#define SMALLEST_READ (4u * 1024)
#define LARGEST_READ (256u * 1024)

struct _BrightHttpAttempt
{
  SoupMessage *message;
  GCancellable *stop;
  GInputStream *stream; /* once the head of the answer came */
  GByteArray *received;
  gsize reserved; /* bytes at the end of received that the read under way may fill */
  const BrightHttpAttemptEvents *events;
  gpointer user_data;
};

static void
on_written (SoupMessage *message, gpointer data)
{
  BrightHttpAttempt *attempt = data;

  attempt->events->written (attempt->user_data);
}

/* The session does this by itself, for PUT and DELETE too. */
static void
on_restarted (SoupMessage *message, gpointer data)
{
  BrightHttpAttempt *attempt = data;

  if (!attempt->events->may_repeat (attempt->user_data))
    g_cancellable_cancel (attempt->stop);
}

static void
attempt_free (BrightHttpAttempt *attempt)
{
  /* The session may hold on to a message that was stopped. */
  g_signal_handlers_disconnect_by_data (attempt->message, attempt);
  g_object_unref (attempt->message);
  g_object_unref (attempt->stop);
  g_clear_object (&attempt->stream);
  g_clear_pointer (&attempt->received, g_byte_array_unref);
  g_free (attempt);
}

static void
fail (BrightHttpAttempt *attempt, const GError *error)
{
  /* Closing a stream that was not read to its end would wait for the rest. Where there is no
   * stream the session has given the message up, and is not to be disturbed over it. */
  if (attempt->stream != NULL)
    g_cancellable_cancel (attempt->stop);
  attempt->events->ended (NULL, error, attempt->user_data);
  attempt_free (attempt);
}

static void
refuse_size (BrightHttpAttempt *attempt)
{
  g_autoptr (GError) error = NULL;

  error = g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "an answer of more than %u MB",
                       BRIGHT_HTTP_MAXIMUM_BODY / (1024 * 1024));
  fail (attempt, error);
}

static void
succeed (BrightHttpAttempt *attempt)
{
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&attempt->received));
  g_autoptr (BrightHttpAnswer) answer = NULL;

  answer = bright_http_answer_new (soup_message_get_status (attempt->message),
                                   soup_message_get_response_headers (attempt->message), body);
  attempt->events->ended (answer, NULL, attempt->user_data);
  attempt_free (attempt);
}

static void read_more (BrightHttpAttempt *attempt);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  BrightHttpAttempt *attempt = data;
  g_autoptr (GError) error = NULL;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);
  gsize unused = attempt->reserved - (gsize) MAX (size, 0);

  g_byte_array_set_size (attempt->received, attempt->received->len - (guint) unused);
  if (size < 0)
    fail (attempt, error);
  else if (size == 0)
    succeed (attempt);
  else if (attempt->received->len > BRIGHT_HTTP_MAXIMUM_BODY)
    refuse_size (attempt);
  else
    read_more (attempt);
}

static void
read_more (BrightHttpAttempt *attempt)
{
  guint length = attempt->received->len;

  attempt->reserved = CLAMP (length, SMALLEST_READ, LARGEST_READ);
  g_byte_array_set_size (attempt->received, length + (guint) attempt->reserved);
  g_input_stream_read_async (attempt->stream, attempt->received->data + length, attempt->reserved,
                             G_PRIORITY_DEFAULT, attempt->stop, on_read, attempt);
}

static void
on_head (GObject *source, GAsyncResult *result, gpointer data)
{
  BrightHttpAttempt *attempt = data;
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (attempt->message);

  attempt->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (attempt->stream == NULL)
    {
      fail (attempt, error);
      return;
    }
  if (soup_message_headers_get_content_length (headers) > BRIGHT_HTTP_MAXIMUM_BODY)
    {
      refuse_size (attempt);
      return;
    }
  attempt->received = g_byte_array_new ();
  read_more (attempt);
}

BrightHttpAttempt *
bright_http_attempt_start (SoupSession *session,
                           SoupMessage *message,
                           const BrightHttpAttemptEvents *events,
                           gpointer user_data)
{
  BrightHttpAttempt *attempt = g_new0 (BrightHttpAttempt, 1);

  attempt->message = message;
  attempt->stop = g_cancellable_new ();
  attempt->events = events;
  attempt->user_data = user_data;
  g_signal_connect (message, "wrote-headers", G_CALLBACK (on_written), attempt);
  g_signal_connect (message, "restarted", G_CALLBACK (on_restarted), attempt);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, attempt->stop, on_head, attempt);
  return attempt;
}

void
bright_http_attempt_stop (BrightHttpAttempt *attempt)
{
  g_cancellable_cancel (attempt->stop);
}
