/* HTTP: one asynchronous way to ask a platform.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An endpoint is one platform at one base URL with its secret headers, its
 * budget and its patience. It waits for the budget, sends, retries where that
 * is safe, and folds what went wrong into a cause. It knows no platform: a
 * table of two functions tells it how a platform words its limits and faults.
 *
 * A write has three outcomes: done (an answer), refused (an error other than
 * the next), or BRIGHT_ERROR_OUTCOME_UNKNOWN: it was sent and no answer came.
 * Such a write is never repeated here.
 *
 * Redirects are not followed. Only https:// with a valid certificate is
 * accepted, and http:// to a loopback address. Secrets are never logged.
 * Belongs to the main thread.
 */
#pragma once

#include "bright-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An answer that came in full. */
typedef struct _BrightHttpAnswer BrightHttpAnswer;

BrightHttpAnswer *bright_http_answer_ref (BrightHttpAnswer *answer);
void bright_http_answer_unref (BrightHttpAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightHttpAnswer, bright_http_answer_unref)

/**
 * bright_http_answer_get_status:
 * @answer: an answer
 *
 * Returns: the HTTP status
 */
guint bright_http_answer_get_status (const BrightHttpAnswer *answer);

/**
 * bright_http_answer_get_header:
 * @answer: an answer
 * @name: a header's name, in any case
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *bright_http_answer_get_header (const BrightHttpAnswer *answer, const char *name);

/**
 * bright_http_answer_get_body:
 * @answer: an answer
 *
 * Returns: (transfer none): the body, perhaps of no bytes
 */
GBytes *bright_http_answer_get_body (const BrightHttpAnswer *answer);

/**
 * BrightHttpVerdict:
 * @BRIGHT_HTTP_DONE: what was asked was done
 * @BRIGHT_HTTP_REFUSED: it was not done and never will be; the error says why
 * @BRIGHT_HTTP_THROTTLED: it was not done, for the budget is used up
 * @BRIGHT_HTTP_BROKEN: a fault of the platform; whether it was done is not known
 *
 * What an answer means.
 */
typedef enum
{
  BRIGHT_HTTP_DONE,
  BRIGHT_HTTP_REFUSED,
  BRIGHT_HTTP_THROTTLED,
  BRIGHT_HTTP_BROKEN,
} BrightHttpVerdict;

/**
 * BrightHttpLimits:
 * @remaining: requests left; -1 if not told
 * @quota: requests per window; -1 if not told
 * @reset: microseconds until the window starts anew; -1 if not told
 *
 * What the headers of an answer tell about the budget.
 */
typedef struct
{
  gint64 remaining;
  gint64 quota;
  gint64 reset;
} BrightHttpLimits;

/**
 * BrightHttpPlatform:
 * @name: how it is called in messages
 * @quota: the published limit, believed until an answer tells more
 * @window: the window that it counts for, in microseconds
 * @learn: reads what an answer tells about the budget
 * @judge: tells what an answer means; for %BRIGHT_HTTP_REFUSED and
 *   %BRIGHT_HTTP_BROKEN it sets an error; for %BRIGHT_HTTP_THROTTLED it may set
 *   @wait to the microseconds to wait
 *
 * How a platform words its limits and faults.
 */
typedef struct
{
  const char *name;
  guint quota;
  gint64 window;
  void (*learn) (const BrightHttpAnswer *answer, BrightHttpLimits *limits);
  BrightHttpVerdict (*judge) (const BrightHttpAnswer *answer, gint64 *wait, GError **error);
} BrightHttpPlatform;

/**
 * BrightHttpSafety:
 * @BRIGHT_HTTP_READ: may be repeated as often as needed
 * @BRIGHT_HTTP_REPEATABLE: a write that may be repeated: the last one wins
 * @BRIGHT_HTTP_ONCE: a write that must not be repeated once it may have arrived
 *
 * Whether a request may be sent again.
 */
typedef enum
{
  BRIGHT_HTTP_READ,
  BRIGHT_HTTP_REPEATABLE,
  BRIGHT_HTTP_ONCE,
} BrightHttpSafety;

#define BRIGHT_TYPE_HTTP_ENDPOINT (bright_http_endpoint_get_type ())
G_DECLARE_FINAL_TYPE (BrightHttpEndpoint, bright_http_endpoint, BRIGHT, HTTP_ENDPOINT, GObject)

/**
 * bright_http_endpoint_new:
 * @platform: (transfer none): a static table
 * @base_url: where it is, e.g. `https://api.bigcommerce.com`
 * @clock: the clock for waiting
 * @error: return location
 *
 * Has the read-only properties `requests` (guint64, how many were sent),
 * `remaining` (gint64, requests left, as far as known), `throttled-until`
 * (gint64, seconds since 1970; 0 if it is not waiting) and the writable
 * `requests-per-minute` (guint, a ceiling of the user's own; 0 for none) and
 * `patience` (guint, seconds without progress after which a fault is final).
 *
 * Returns: (transfer full) (nullable): an endpoint, or %NULL with
 *   %BRIGHT_ERROR_INSECURE if @base_url is neither https:// nor loopback, or
 *   %BRIGHT_ERROR_SETTINGS if it is no URL
 */
BrightHttpEndpoint *bright_http_endpoint_new (const BrightHttpPlatform *platform,
                                              const char *base_url,
                                              BrightClock *clock,
                                              GError **error);

/**
 * bright_http_endpoint_set_header:
 * @self: an endpoint
 * @name: a header that every request carries
 * @value: its value; treated as a secret
 */
void bright_http_endpoint_set_header (BrightHttpEndpoint *self,
                                      const char *name,
                                      const char *value);

guint64 bright_http_endpoint_get_requests (BrightHttpEndpoint *self);
gint64 bright_http_endpoint_get_throttled_until (BrightHttpEndpoint *self);
/**
 * bright_http_endpoint_get_budget:
 * @self: an endpoint
 * @used: (out): requests that were sent in the current window
 * @limit: (out): how many may be sent in it
 * @window_seconds: (out): how long it is
 */
void bright_http_endpoint_get_budget (BrightHttpEndpoint *self,
                                      guint *used,
                                      guint *limit,
                                      guint *window_seconds);
const BrightHttpPlatform *bright_http_endpoint_get_platform (BrightHttpEndpoint *self);

/**
 * bright_http_endpoint_close:
 * @self: an endpoint
 *
 * Cancels everything that is pending, as if each request's cancellable had been,
 * and lets nothing more out. A pending request keeps its endpoint, so dropping
 * the last reference does not do this; g_object_run_dispose() does.
 */
void bright_http_endpoint_close (BrightHttpEndpoint *self);

/**
 * bright_http_endpoint_send_async:
 * @self: an endpoint
 * @method: GET, POST, PUT, PATCH or DELETE
 * @path: the encoded path and query after the base URL, starting with a slash
 * @body: (nullable): JSON text
 * @version: what `If-Match` carries; 0 for no such header
 * @safety: whether it may be sent again
 * @cancellable: (nullable): to stop; what was sent already is not unsent
 * @callback: called when it is settled
 * @user_data: given to @callback
 *
 * Waits for the budget, sends, and retries where that is safe. A fault is
 * final when nothing at all got through to the platform for the endpoint's
 * patience: %BRIGHT_ERROR_OFFLINE or %BRIGHT_ERROR_UNAVAILABLE.
 */
void bright_http_endpoint_send_async (BrightHttpEndpoint *self,
                                      const char *method,
                                      const char *path,
                                      const char *body,
                                      gint64 version,
                                      BrightHttpSafety safety,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * bright_http_endpoint_send_finish:
 * @self: an endpoint
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error by cause
 */
BrightHttpAnswer *bright_http_endpoint_send_finish (BrightHttpEndpoint *self,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
