/* What the files of this room share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An endpoint holds requests; a request makes attempts, one at a time; an
 * attempt is one exchange on the wire. A request waits for the budget, is being
 * sent, or pauses after a fault. Nothing here is for other rooms.
 */
#pragma once

#include "bright-http-budget.h"
#include "bright-http.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/** BRIGHT_HTTP_MAXIMUM_IN_FLIGHT: requests that an endpoint sends at the same time. */
#define BRIGHT_HTTP_MAXIMUM_IN_FLIGHT 8

/** BRIGHT_HTTP_MAXIMUM_BODY: bytes; a larger answer is refused. */
#define BRIGHT_HTTP_MAXIMUM_BODY (64u * 1024 * 1024)

typedef struct _BrightHttpAttempt BrightHttpAttempt;

/* The first is called when the head of the message is out; the second when the
 * session is about to send it again, as an idle connection turned out to be
 * closed, and tells whether it may; the third once, with an answer or with an
 * error as the libraries word it. */
typedef struct
{
  void (*written) (gpointer user_data);
  gboolean (*may_repeat) (gpointer user_data);
  void (*ended) (BrightHttpAnswer *answer, const GError *error, gpointer user_data);
} BrightHttpAttemptEvents;

typedef enum
{
  BRIGHT_HTTP_WAITING,
  BRIGHT_HTTP_SENDING,
  BRIGHT_HTTP_PAUSING,
  BRIGHT_HTTP_ENDING,
} BrightHttpState;

typedef struct
{
  GList link;                   /* in the endpoint's list for its state */
  BrightHttpEndpoint *endpoint; /* kept by the task */
  GTask *task;                  /* (owned) */
  guint64 number;               /* the order in which they came */
  BrightHttpState state;
  const char *method; /* interned */
  GUri *uri;
  GBytes *body; /* (nullable) */
  gint64 version;
  BrightHttpSafety safety;
  GCancellable *cancellable; /* (nullable): the caller's */
  gulong cancelled_handler;
  BrightHttpAttempt *attempt; /* while it is being sent */
  gboolean cancelled;
  gboolean written; /* it may have arrived at the platform */
  gint64 queued;    /* on the monotonic clock, as the next */
  gint64 sent;
  guint faults;
  guint pause;
} BrightHttpRequest;

struct _BrightHttpEndpoint
{
  GObject parent_instance;

  const BrightHttpPlatform *platform;
  char *base_url; /* without a slash at its end */
  BrightClock *clock;
  SoupSession *session;
  GHashTable *headers; /* name to value */
  BrightHttpBudget budget;
  guint requests_per_minute;
  guint patience;
  gboolean closed;

  GQueue waiting; /* of requests, by their number */
  GQueue sending;
  GQueue pausing;
  guint64 last_number;
  guint faults_in_a_row;
  gint64 heard; /* when the platform was last heard of, or could not have been */
  guint wake;
  gint64 wake_at;
  gint64 throttled_until;
  guint64 requests;
};

/* bright-http-address.c: checks a base URL; returns it without a slash at its end. */
char *bright_http_address_check (const char *url, gboolean *loopback, GError **error);

/* bright-http-answer.c: takes a reference to the headers and to the body. */
BrightHttpAnswer *bright_http_answer_new (guint status, SoupMessageHeaders *headers, GBytes *body);

/* bright-http-attempt.c: takes the message; one that is stopped still ends by its event. */
BrightHttpAttempt *bright_http_attempt_start (SoupSession *session,
                                              SoupMessage *message,
                                              const BrightHttpAttemptEvents *events,
                                              gpointer user_data);
void bright_http_attempt_stop (BrightHttpAttempt *attempt);

/* bright-http-error.c: words an error of the libraries by its cause. */
GError *bright_http_error_translate (const GError *failure, const char *platform);

/* bright-http-request.c: settling frees the request, takes the error and answers
 * the caller; one that is cancelled on its way may still settle otherwise. */
void bright_http_request_settle (BrightHttpRequest *request,
                                 BrightHttpAnswer *answer,
                                 GError *error);
void bright_http_request_settle_cancelled (BrightHttpRequest *request);
void bright_http_request_cancel (BrightHttpRequest *request);

/* bright-http-send.c: makes an attempt, and all that follows from it. */
void bright_http_request_send (BrightHttpRequest *request);

/* bright-http-queue.c: puts a request where its state belongs; sends what may be sent. */
void bright_http_endpoint_move (BrightHttpRequest *request, BrightHttpState state);
void bright_http_endpoint_pump (BrightHttpEndpoint *self);

/* bright-http-endpoint.c: properties that change. */
void bright_http_endpoint_count_request (BrightHttpEndpoint *self);
void bright_http_endpoint_set_throttled_until (BrightHttpEndpoint *self, gint64 seconds);

/**
 * bright_http_endpoint_set_silence:
 * @self: an endpoint
 * @seconds: how long a connection may stay silent before it counts as broken
 *
 * Follows the patience, between 10 and 60 seconds, unless it is set here.
 */
void bright_http_endpoint_set_silence (BrightHttpEndpoint *self, guint seconds);

G_END_DECLS
