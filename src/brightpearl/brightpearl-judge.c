/* How Brightpearl words its limits and faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-judge.h"

#include "bright-error.h"

#include <string.h>

/* A person reads no more than this of an answer that is neither JSON nor a page. */
#define MAXIMUM_WORDS 200

#define PUBLISHED_QUOTA 200
#define PUBLISHED_WINDOW (60 * G_USEC_PER_SEC)

/* The platform names the rest of its window to the millisecond; a little more
 * makes up for the way there and back. */
#define WAIT_MARGIN (250 * G_TIME_SPAN_MILLISECOND)

#define THROTTLE_WORDS "too many requests"
#define NOTHING_FOUND "CMNC-404"
/* Errors whose code starts so are the caller's, whatever the status says. */
#define CALLER_CODE "CMNC"

typedef struct
{
  guint from; /* the first status that it holds for; up to the next row's */
  BrightHttpVerdict verdict;
  BrightError cause;
} Judgement;

static const Judgement judgements[] = {
  { 200, BRIGHT_HTTP_DONE, BRIGHT_ERROR_BUG },
  { 300, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 401, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_TOKEN_REFUSED },
  { 402, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 403, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_TOKEN_REFUSED },
  { 404, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_NOT_FOUND },
  { 405, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 408, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
  { 409, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 412, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_CONFLICT },
  { 413, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 429, BRIGHT_HTTP_THROTTLED, BRIGHT_ERROR_THROTTLED },
  { 430, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 500, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
};

static void
append_error (JsonArray *unused, guint index, JsonNode *node, gpointer words)
{
  const char *code = bright_json_get_string (node, "code");
  const char *message = bright_json_get_string (node, "message");

  g_string_append_printf (words, "%s%s%s%s", index > 0 ? "; " : "", code != NULL ? code : "",
                          code != NULL && message != NULL ? " " : "",
                          message != NULL ? message : "");
}

/* The codes and messages of a list of errors, or the text that stands in place
 * of a response when a token is refused. */
static char *
read_words (JsonNode *root)
{
  JsonArray *errors = bright_json_get_array (root, "errors");
  GString *words;

  if (errors == NULL || json_array_get_length (errors) == 0)
    return g_strdup (bright_json_get_string (root, "response"));
  words = g_string_new (NULL);
  json_array_foreach_element (errors, append_error, words);
  return g_string_free (words, words->len == 0);
}

static char *
describe_refusal (guint status, const char *body, gsize length)
{
  g_autoptr (JsonNode) root = bright_json_parse (body, (gssize) length, NULL);
  g_autofree char *words = NULL;

  if (root != NULL)
    words = read_words (root);
  else if (length > 0)
    {
      g_autofree char *valid = g_utf8_make_valid (body, (gssize) MIN (length, MAXIMUM_WORDS));

      g_strstrip (valid);
      /* A web page of the network in between tells a person nothing. */
      if (valid[0] != '\0' && valid[0] != '<')
        words = g_steal_pointer (&valid);
    }
  return words != NULL ? g_steal_pointer (&words) : g_strdup_printf ("HTTP status %u", status);
}

static const Judgement *
find_judgement (guint status)
{
  const Judgement *found = &judgements[G_N_ELEMENTS (judgements) - 1];

  while (found > judgements && found->from > status)
    found--;
  return found;
}

/* "Nothing found" is an answer that reads rely on, and its code may be in the part
 * that is missing. */
static gboolean
is_cut_off (const char *body, gsize length)
{
  g_autoptr (JsonNode) root = NULL;

  if (length == 0 || body[0] != '{')
    return FALSE;
  root = bright_json_parse (body, (gssize) length, NULL);
  return root == NULL;
}

BrightHttpVerdict
brightpearl_judge (guint status, const char *body, gsize length, GError **error)
{
  Judgement judgement = *find_judgement (status);
  g_autofree char *words = NULL;

  if (judgement.verdict == BRIGHT_HTTP_DONE)
    return BRIGHT_HTTP_DONE;
  words = describe_refusal (status, body, length);
  if (status == 503 && strcasestr (words, THROTTLE_WORDS) != NULL)
    judgement = (Judgement){ status, BRIGHT_HTTP_THROTTLED, BRIGHT_ERROR_THROTTLED };
  else if (status == 500 && g_str_has_prefix (words, CALLER_CODE))
    judgement = (Judgement){ status, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED };
  else if (status == 404 && is_cut_off (body, length))
    judgement = (Judgement){ status, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE };
  if (judgement.verdict != BRIGHT_HTTP_THROTTLED)
    g_set_error_literal (error, BRIGHT_ERROR, (int) judgement.cause, words);
  return judgement.verdict;
}

static gint64
get_number (const BrightHttpAnswer *answer, const char *header)
{
  const char *text = bright_http_answer_get_header (answer, header);
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    return -1;
  return number;
}

static void
learn (const BrightHttpAnswer *answer, BrightHttpLimits *limits)
{
  gint64 milliseconds = get_number (answer, "brightpearl-next-throttle-period");

  limits->remaining = get_number (answer, "brightpearl-requests-remaining");
  limits->quota = -1;
  limits->reset = milliseconds < 0 ? -1 : milliseconds * 1000;
}

static BrightHttpVerdict
judge (const BrightHttpAnswer *answer, gint64 *wait, GError **error)
{
  gsize length;
  const char *body = g_bytes_get_data (bright_http_answer_get_body (answer), &length);
  BrightHttpVerdict verdict
      = brightpearl_judge (bright_http_answer_get_status (answer), body, length, error);

  if (verdict == BRIGHT_HTTP_THROTTLED)
    {
      gint64 milliseconds = get_number (answer, "brightpearl-next-throttle-period");
      gint64 seconds = get_number (answer, "Retry-After");

      if (milliseconds >= 0)
        *wait = MIN (milliseconds * 1000, PUBLISHED_WINDOW) + WAIT_MARGIN;
      else if (seconds >= 0)
        *wait = seconds * G_USEC_PER_SEC;
    }
  return verdict;
}

const BrightHttpPlatform brightpearl_platform = {
  .name = "Brightpearl",
  .quota = PUBLISHED_QUOTA,
  .window = PUBLISHED_WINDOW,
  .learn = learn,
  .judge = judge,
};

JsonNode *
brightpearl_read_response (JsonNode *root, GError **error)
{
  JsonNode *response = bright_json_get (root, "response");
  JsonArray *errors = bright_json_get_array (root, "errors");
  g_autofree char *words = NULL;

  /* A copy shares what is inside, but not the tree around it. */
  if (response != NULL)
    return json_node_copy (response);
  if (errors == NULL || json_array_get_length (errors) == 0)
    return json_node_new (JSON_NODE_NULL);
  words = read_words (root);
  g_set_error (error, BRIGHT_ERROR,
               words != NULL && g_str_has_prefix (words, NOTHING_FOUND) ? BRIGHT_ERROR_NOT_FOUND
                                                                        : BRIGHT_ERROR_REFUSED,
               "%s", words != NULL ? words : "an error without words");
  return NULL;
}

gboolean
brightpearl_is_nothing_found (const GError *error)
{
  return g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND)
         && g_str_has_prefix (error->message, NOTHING_FOUND);
}
