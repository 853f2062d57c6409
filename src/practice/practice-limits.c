/* How often the platforms let themselves be asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-limits.h"

#define BRIGHTPEARL_LIMIT 200
#define BRIGHTPEARL_WINDOW (60 * G_USEC_PER_SEC)
#define BIGCOMMERCE_LIMIT 150
#define BIGCOMMERCE_WINDOW (30 * G_USEC_PER_SEC)
#define NO_QUOTA 100000
#define MILLISECOND 1000

struct _PracticeLimits
{
  guint limits[PRACTICE_N_PLATFORMS];
  GQueue recent;       /* (element-type gint64) (owned): when Brightpearl was asked */
  gint64 window_start; /* of BigCommerce */
  guint in_window;
};

PracticeLimits *
practice_limits_new (void)
{
  PracticeLimits *limits = g_new0 (PracticeLimits, 1);

  limits->limits[PRACTICE_BRIGHTPEARL] = BRIGHTPEARL_LIMIT;
  limits->limits[PRACTICE_BIGCOMMERCE] = BIGCOMMERCE_LIMIT;
  limits->window_start = G_MININT64 / 2;
  g_queue_init (&limits->recent);
  return limits;
}

void
practice_limits_free (PracticeLimits *limits)
{
  g_queue_clear_full (&limits->recent, g_free);
  g_free (limits);
}

void
practice_limits_set (PracticeLimits *limits, PracticePlatform platform, guint limit)
{
  limits->limits[platform] = limit;
}

static gboolean
admit_brightpearl (PracticeLimits *limits, gint64 now)
{
  while (limits->recent.head != NULL
         && *(gint64 *)limits->recent.head->data <= now - BRIGHTPEARL_WINDOW)
    g_free (g_queue_pop_head (&limits->recent));
  if (limits->recent.length >= limits->limits[PRACTICE_BRIGHTPEARL])
    return FALSE;
  g_queue_push_tail (&limits->recent, g_memdup2 (&now, sizeof now));
  return TRUE;
}

static gboolean
admit_bigcommerce (PracticeLimits *limits, gint64 now)
{
  if (now >= limits->window_start + BIGCOMMERCE_WINDOW)
    {
      limits->window_start = now;
      limits->in_window = 0;
    }
  if (limits->in_window >= limits->limits[PRACTICE_BIGCOMMERCE])
    return FALSE;
  limits->in_window++;
  return TRUE;
}

gboolean
practice_limits_admit (PracticeLimits *limits, PracticePlatform platform, gint64 now)
{
  if (limits->limits[platform] == 0)
    return TRUE;
  return platform == PRACTICE_BRIGHTPEARL ? admit_brightpearl (limits, now)
                                          : admit_bigcommerce (limits, now);
}

static void
set_number (SoupMessageHeaders *headers, const char *name, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  soup_message_headers_replace (headers, name, text);
}

/* Rounded up: whoever waits that long must not come too early. */
static gint64
to_milliseconds (gint64 microseconds)
{
  return (MAX (microseconds, 0) + MILLISECOND - 1) / MILLISECOND;
}

static void
add_brightpearl_headers (SoupMessageHeaders *headers, gint64 remaining, gint64 period)
{
  set_number (headers, "Brightpearl-Requests-Remaining", remaining);
  set_number (headers, "Brightpearl-Next-Throttle-Period", period);
}

static void
add_bigcommerce_headers (SoupMessageHeaders *headers, gint64 quota, gint64 left, gint64 reset)
{
  set_number (headers, "X-Rate-Limit-Requests-Quota", quota);
  set_number (headers, "X-Rate-Limit-Requests-Left", left);
  set_number (headers, "X-Rate-Limit-Time-Window-Ms", BIGCOMMERCE_WINDOW / MILLISECOND);
  set_number (headers, "X-Rate-Limit-Time-Reset-Ms", reset);
}

void
practice_limits_add_headers (PracticeLimits *limits,
                             PracticePlatform platform,
                             gint64 now,
                             SoupMessageHeaders *headers)
{
  guint limit = limits->limits[platform];
  gint64 oldest = limits->recent.head != NULL ? *(gint64 *)limits->recent.head->data : now;

  if (platform == PRACTICE_BRIGHTPEARL && limit == 0)
    add_brightpearl_headers (headers, BRIGHTPEARL_LIMIT - 1, 0);
  else if (platform == PRACTICE_BRIGHTPEARL)
    add_brightpearl_headers (headers,
                             limit > limits->recent.length ? limit - limits->recent.length : 0,
                             to_milliseconds (oldest + BRIGHTPEARL_WINDOW - now));
  else if (limit == 0)
    add_bigcommerce_headers (headers, NO_QUOTA, NO_QUOTA, BIGCOMMERCE_WINDOW / MILLISECOND);
  else
    add_bigcommerce_headers (headers, limit,
                             limit > limits->in_window ? limit - limits->in_window : 0,
                             to_milliseconds (limits->window_start + BIGCOMMERCE_WINDOW - now));
}

void
practice_limits_add_retry (PracticeLimits *limits,
                           PracticePlatform platform,
                           gint64 now,
                           SoupMessageHeaders *headers)
{
  gint64 wait = to_milliseconds (limits->window_start + BIGCOMMERCE_WINDOW - now);

  if (platform == PRACTICE_BIGCOMMERCE)
    set_number (headers, "X-Retry-After", (wait + MILLISECOND - 1) / MILLISECOND);
}

void
practice_limits_add_refusal (PracticePlatform platform,
                             guint milliseconds,
                             SoupMessageHeaders *headers)
{
  if (platform == PRACTICE_BRIGHTPEARL)
    {
      add_brightpearl_headers (headers, 0, milliseconds);
      return;
    }
  set_number (headers, "X-Rate-Limit-Requests-Left", 0);
  set_number (headers, "X-Rate-Limit-Time-Reset-Ms", milliseconds);
}

void
practice_limits_refuse (PracticePlatform platform, PracticeAnswer *answer)
{
  static const char brightpearl[]
      = "{\"response\":\"You have sent too many requests. Please wait before sending another "
        "request\"}";
  static const char bigcommerce[]
      = "{\"status\":429,\"title\":\"Too many requests\","
        "\"type\":\"/api-docs/getting-started/api-status-codes\",\"errors\":{}}";

  answer->status = platform == PRACTICE_BRIGHTPEARL ? 503 : 429;
  answer->body
      = json_from_string (platform == PRACTICE_BRIGHTPEARL ? brightpearl : bigcommerce, NULL);
}
