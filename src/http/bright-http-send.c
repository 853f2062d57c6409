/* One request on its way: send it, judge the answer, retry or settle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include "bright-error.h"

#define FIRST_PAUSE (500 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_PAUSE (20 * G_TIME_SPAN_SECOND)

static GError *
make_unknown (BrightHttpRequest *request, const GError *fault)
{
  const char *reason
      = bright_error_is_cancelled (fault) ? "it was stopped before an answer came" : fault->message;

  return g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN,
                      "whether %s carried out the request is not known: %s",
                      request->endpoint->platform->name, reason);
}

/* When a fault is final: the endpoint's patience after the platform was last heard of. */
static gint64
get_deadline (BrightHttpRequest *request)
{
  BrightHttpEndpoint *endpoint = request->endpoint;

  return MAX (request->queued, endpoint->heard) + endpoint->patience * G_TIME_SPAN_SECOND;
}

/* Those that wait behind a request that was given up would fare no better. */
static void
give_up (BrightHttpRequest *request, GError *error)
{
  g_autoptr (BrightHttpEndpoint) endpoint = g_object_ref (request->endpoint);
  g_autoptr (GError) reason = g_error_copy (error);
  gint64 now = bright_clock_get_monotonic (endpoint->clock);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (GList *link = endpoint->waiting.head; link != NULL; link = link->next)
    if (get_deadline (link->data) <= now)
      g_ptr_array_add (others, link->data);
  for (guint i = 0; i < others->len; i++)
    bright_http_endpoint_move (others->pdata[i], BRIGHT_HTTP_ENDING);
  bright_http_request_settle (request, NULL, error);
  for (guint i = 0; i < others->len; i++)
    bright_http_request_settle (others->pdata[i], NULL, g_error_copy (reason));
}

static void
on_pause_over (gpointer data)
{
  BrightHttpRequest *request = data;

  request->pause = 0;
  bright_http_endpoint_move (request, BRIGHT_HTTP_WAITING);
  bright_http_endpoint_pump (request->endpoint);
}

static void
pause_request (BrightHttpRequest *request, gint64 longest)
{
  gint64 pause = MIN (FIRST_PAUSE << MIN (request->faults, 6), LONGEST_PAUSE);

  request->faults++;
  /* Not all at the same moment again, and not after the last moment that counts. */
  pause = pause / 2 + g_random_int_range (0, (gint32) (pause / 2));
  pause = MIN (pause, longest);
  bright_http_endpoint_move (request, BRIGHT_HTTP_PAUSING);
  request->pause
      = bright_clock_call_after (request->endpoint->clock, pause, on_pause_over, request);
  bright_http_endpoint_pump (request->endpoint);
}

/* No answer, or one that says that the platform is at fault. */
static void
handle_fault (BrightHttpRequest *request, GError *error)
{
  BrightHttpEndpoint *endpoint = request->endpoint;
  gboolean may_have_arrived = request->written && request->safety == BRIGHT_HTTP_ONCE;
  gboolean temporary;
  gint64 left;

  temporary = g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_OFFLINE)
              || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE);
  if (!request->cancelled && temporary)
    endpoint->faults_in_a_row++;
  if (may_have_arrived)
    {
      GError *unknown = make_unknown (request, error);

      g_error_free (error);
      bright_http_request_settle (request, NULL, unknown);
      return;
    }
  if (request->cancelled)
    {
      g_error_free (error);
      bright_http_request_settle_cancelled (request);
      return;
    }
  left = get_deadline (request) - bright_clock_get_monotonic (endpoint->clock);
  if (!temporary)
    bright_http_request_settle (request, NULL, error);
  else if (left <= 0)
    give_up (request, error);
  else
    {
      g_error_free (error);
      pause_request (request, left);
    }
}

static void
note_heard (BrightHttpEndpoint *endpoint)
{
  endpoint->heard = MAX (endpoint->heard, bright_clock_get_monotonic (endpoint->clock));
  endpoint->faults_in_a_row = 0;
}

static void
handle_throttled (BrightHttpRequest *request, gint64 wait)
{
  note_heard (request->endpoint);
  bright_http_budget_block (&request->endpoint->budget, wait);
  request->written = FALSE;
  if (request->cancelled)
    {
      bright_http_request_settle_cancelled (request);
      return;
    }
  bright_http_endpoint_move (request, BRIGHT_HTTP_WAITING);
  bright_http_endpoint_pump (request->endpoint);
}

static GError *
refuse_redirect (BrightHttpRequest *request, BrightHttpAnswer *answer)
{
  const char *location = bright_http_answer_get_header (answer, "Location");
  g_autoptr (GUri) uri = NULL;

  if (location != NULL)
    uri = g_uri_parse (location, SOUP_HTTP_URI_FLAGS, NULL);
  return g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_REFUSED,
                      "%s answered %u and points to another address (%s); redirects are not "
                      "followed, the address in the settings must be the final one",
                      request->endpoint->platform->name, bright_http_answer_get_status (answer),
                      uri != NULL ? g_uri_get_host (uri) : "not named");
}

static void
handle_answer (BrightHttpRequest *request, BrightHttpAnswer *answer)
{
  BrightHttpEndpoint *endpoint = request->endpoint;
  const BrightHttpPlatform *platform = endpoint->platform;
  guint status = bright_http_answer_get_status (answer);
  BrightHttpVerdict verdict = BRIGHT_HTTP_REFUSED;
  GError *error = NULL;
  gint64 wait = 0;

  if (status >= 300 && status < 400)
    error = refuse_redirect (request, answer);
  else
    verdict = platform->judge (answer, &wait, &error);
  if (error == NULL && (verdict == BRIGHT_HTTP_REFUSED || verdict == BRIGHT_HTTP_BROKEN))
    error = g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_REFUSED, "%s answered %u", platform->name,
                         status);
  if (verdict == BRIGHT_HTTP_THROTTLED)
    {
      g_clear_error (&error);
      handle_throttled (request, wait);
      return;
    }
  bright_http_budget_unblock (&endpoint->budget);
  if (verdict == BRIGHT_HTTP_BROKEN)
    {
      GError *fault = g_error_new_literal (BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE, error->message);

      g_error_free (error);
      handle_fault (request, fault);
      return;
    }
  note_heard (endpoint);
  if (verdict == BRIGHT_HTTP_DONE)
    {
      g_clear_error (&error);
      bright_http_request_settle (request, answer, NULL);
    }
  else
    bright_http_request_settle (request, NULL, error);
}

/* Neither the query nor headers nor bodies: they hold names, addresses and tokens. */
static void
write_debug (BrightHttpRequest *request, BrightHttpAnswer *answer, const GError *error)
{
  gint64 now = bright_clock_get_monotonic (request->endpoint->clock);
  const char *path = g_uri_get_path (request->uri);
  gint64 took = (now - request->sent) / 1000;

  if (answer != NULL)
    g_debug ("%s %s: %u after %" G_GINT64_FORMAT " ms", request->method, path,
             bright_http_answer_get_status (answer), took);
  else
    g_debug ("%s %s: no answer after %" G_GINT64_FORMAT " ms: %s", request->method, path, took,
             error->message);
}

static void
on_attempt_ended (BrightHttpAnswer *answer, const GError *error, gpointer data)
{
  BrightHttpRequest *request = data;
  g_autoptr (BrightHttpEndpoint) endpoint = g_object_ref (request->endpoint);
  BrightHttpLimits limits = { -1, -1, -1 };

  request->attempt = NULL;
  write_debug (request, answer, error);
  if (answer == NULL)
    {
      bright_http_budget_learn (&endpoint->budget, NULL);
      handle_fault (request, bright_http_error_translate (error, endpoint->platform->name));
      return;
    }
  request->written = TRUE;
  endpoint->platform->learn (answer, &limits);
  bright_http_budget_learn (&endpoint->budget, &limits);
  handle_answer (request, answer);
}

/* From here on the platform may act on it, whatever becomes of the answer. */
static void
on_attempt_written (gpointer data)
{
  BrightHttpRequest *request = data;

  request->written = TRUE;
  bright_http_endpoint_count_request (request->endpoint);
}

static gboolean
may_attempt_repeat (gpointer data)
{
  BrightHttpRequest *request = data;

  return !request->written || request->safety != BRIGHT_HTTP_ONCE;
}

static const BrightHttpAttemptEvents attempt_events = {
  .written = on_attempt_written,
  .may_repeat = may_attempt_repeat,
  .ended = on_attempt_ended,
};

static SoupMessage *
make_message (BrightHttpRequest *request)
{
  BrightHttpEndpoint *endpoint = request->endpoint;
  SoupMessage *message = soup_message_new_from_uri (request->method, request->uri);
  SoupMessageHeaders *headers;
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  /* A connection of its own for each message: when one that was used before breaks, libsoup (to
   * 3.6.5 at least) starts the message anew by itself and may end it twice, which crashes. Not by
   * "Connection: close": then it would take an answer that was cut off for a whole one. */
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", "application/json");
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", request->body);
  if (request->version != 0)
    {
      char version[24];

      g_snprintf (version, sizeof version, "%" G_GINT64_FORMAT, request->version);
      soup_message_headers_replace (headers, "If-Match", version);
    }
  g_hash_table_iter_init (&iter, endpoint->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    soup_message_headers_replace (headers, name, value);
  return message;
}

void
bright_http_request_send (BrightHttpRequest *request)
{
  BrightHttpEndpoint *endpoint = request->endpoint;

  request->written = FALSE;
  request->sent = bright_clock_get_monotonic (endpoint->clock);
  bright_http_endpoint_move (request, BRIGHT_HTTP_SENDING);
  bright_http_budget_count (&endpoint->budget);
  request->attempt = bright_http_attempt_start (endpoint->session, make_message (request),
                                                &attempt_events, request);
}
