/* How BigCommerce words its limits and faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-judge.h"

#include "bright-error.h"
#include "bright-json.h"

#include <string.h>

/* A person reads no more than this of an answer that is neither JSON nor a page. */
#define MAXIMUM_WORDS 200

/* The published limit of the smallest plan, until the headers tell more. */
#define PUBLISHED_QUOTA 150
#define PUBLISHED_WINDOW (30 * G_USEC_PER_SEC)

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
  { 423, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_CONFLICT }, /* locked by another process for a moment */
  { 424, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 429, BRIGHT_HTTP_THROTTLED, BRIGHT_ERROR_THROTTLED },
  { 430, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 499, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
  { 501, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 502, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
  { 505, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED },
  { 506, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
  { 507, BRIGHT_HTTP_REFUSED, BRIGHT_ERROR_REFUSED }, /* the plan's limit is reached */
  { 508, BRIGHT_HTTP_BROKEN, BRIGHT_ERROR_UNAVAILABLE },
};

/* The first pattern that fits. */
static const struct
{
  const char *pattern;
  const char *scope;
} scopes[] = {
  { "/v3/orders/*/transactions*", "Order Transactions" },
  { "/v?/orders*", "Orders" },
  { "/v2/order_statuses*", "Orders" },
  { "/v3/customers*", "Customers" },
  { "/v2/customer_groups*", "Customers" },
  { "/v3/catalog/*", "Products" },
  { "/v3/inventory/locations*", "Store Locations" },
  { "/v3/inventory/*", "Store Inventory" },
  { "/v3/channels*", "Channel Settings" },
  { "/v2/payments/methods*", "Payments - Get accepted methods" },
  { "*", "Information & Settings" },
};

const char *
bigcommerce_scope_of (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_pattern_match_simple (scopes[i].pattern, path))
      return scopes[i].scope;
  return "";
}

static void
append_detail (JsonObject *unused, const char *name, JsonNode *node, gpointer words)
{
  g_autofree char *text = bright_json_read_text (node);

  if (text == NULL)
    text = bright_json_to_string (node);
  g_string_append_printf (words, "; %s: %s", name, text);
}

static char *
read_words (JsonNode *root)
{
  JsonNode *first = root;
  JsonArray *list = bright_json_get_array (root, NULL);
  JsonObject *details;
  const char *headline;
  g_autoptr (GString) words = NULL;

  if (list != NULL)
    first = json_array_get_length (list) > 0 ? json_array_get_element (list, 0) : NULL;
  if (bright_json_get_string (first, NULL) != NULL)
    return g_strdup (bright_json_get_string (first, NULL));
  headline = bright_json_get_string (first, "title");
  if (headline == NULL)
    headline = bright_json_get_string (first, "message");
  if (headline == NULL)
    return NULL;
  words = g_string_new (headline);
  details = bright_json_get_object (first, "errors");
  if (details != NULL)
    json_object_foreach_member (details, append_detail, words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
bigcommerce_describe_refusal (guint status, const char *body, gsize length)
{
  g_autoptr (JsonNode) root = bright_json_parse (body, (gssize) length, NULL);
  g_autofree char *words = NULL;

  if (root != NULL)
    words = read_words (root);
  else if (length > 0)
    {
      g_autofree char *valid = g_utf8_make_valid (body, (gssize) MIN (length, MAXIMUM_WORDS));

      g_strstrip (valid);
      /* A web page tells a person nothing. */
      if (valid[0] != '\0' && valid[0] != '<')
        words = g_steal_pointer (&valid);
    }
  return words != NULL ? g_steal_pointer (&words) : g_strdup_printf ("HTTP status %u", status);
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
  gint64 milliseconds = get_number (answer, "X-Rate-Limit-Time-Reset-Ms");

  limits->remaining = get_number (answer, "X-Rate-Limit-Requests-Left");
  limits->quota = get_number (answer, "X-Rate-Limit-Requests-Quota");
  limits->reset = milliseconds < 0 ? -1 : milliseconds * 1000;
}

/* Without any of these headers the platform itself is overloaded; then the
 * endpoint backs off by its own measure. */
static void
read_wait (const BrightHttpAnswer *answer, gint64 *wait)
{
  gint64 milliseconds = get_number (answer, "X-Rate-Limit-Time-Reset-Ms");
  gint64 seconds = MAX (get_number (answer, "X-Retry-After"), get_number (answer, "Retry-After"));
  gint64 longest = MAX (milliseconds * 1000, seconds * G_USEC_PER_SEC);

  if (longest >= 0)
    *wait = longest;
}

static const Judgement *
find_judgement (guint status)
{
  const Judgement *found = &judgements[G_N_ELEMENTS (judgements) - 1];

  while (found > judgements && found->from > status)
    found--;
  return found;
}

static BrightHttpVerdict
judge (const BrightHttpAnswer *answer, gint64 *wait, GError **error)
{
  guint status = bright_http_answer_get_status (answer);
  const Judgement *judgement = find_judgement (status);
  BrightError cause = judgement->cause;
  g_autofree char *words = NULL;
  gsize length;
  const char *body = g_bytes_get_data (bright_http_answer_get_body (answer), &length);

  if (judgement->verdict == BRIGHT_HTTP_DONE)
    return BRIGHT_HTTP_DONE;
  if (judgement->verdict == BRIGHT_HTTP_THROTTLED)
    {
      read_wait (answer, wait);
      return BRIGHT_HTTP_THROTTLED;
    }
  words = bigcommerce_describe_refusal (status, body, length);
  if (status == 403 && strcasestr (words, "scope") != NULL)
    cause = BRIGHT_ERROR_SCOPE_MISSING;
  g_set_error_literal (error, BRIGHT_ERROR, (int) cause, words);
  return judgement->verdict;
}

const BrightHttpPlatform bigcommerce_platform = {
  .name = "BigCommerce",
  .quota = PUBLISHED_QUOTA,
  .window = PUBLISHED_WINDOW,
  .learn = learn,
  .judge = judge,
};
