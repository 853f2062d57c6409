/* The queue of an endpoint: who is sent next, and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

static GQueue *
get_list (BrightHttpEndpoint *self, BrightHttpState state)
{
  switch (state)
    {
    case BRIGHT_HTTP_WAITING:
      return &self->waiting;
    case BRIGHT_HTTP_SENDING:
      return &self->sending;
    case BRIGHT_HTTP_PAUSING:
      return &self->pausing;
    default:
      return NULL;
    }
}

/* Who came first is sent first, also when it comes back for another try. */
static void
insert_by_number (GQueue *list, BrightHttpRequest *request)
{
  GList *after = list->tail;

  while (after != NULL && ((BrightHttpRequest *) after->data)->number > request->number)
    after = after->prev;
  if (after == NULL)
    g_queue_push_head_link (list, &request->link);
  else
    g_queue_insert_after_link (list, after, &request->link);
}

void
bright_http_endpoint_move (BrightHttpRequest *request, BrightHttpState state)
{
  BrightHttpEndpoint *self = request->endpoint;
  GQueue *from = get_list (self, request->state);
  GQueue *to = get_list (self, state);

  if (request->pause != 0)
    bright_clock_cancel_call (self->clock, request->pause);
  request->pause = 0;
  if (from != NULL)
    g_queue_unlink (from, &request->link);
  request->state = state;
  if (to != NULL)
    insert_by_number (to, request);
}

static void
on_wake (gpointer data)
{
  BrightHttpEndpoint *self = data;

  self->wake = 0;
  bright_http_endpoint_pump (self);
}

/* Wakes the queue after a wait; 0 for not at all. */
static void
set_wake (BrightHttpEndpoint *self, gint64 wait)
{
  gint64 now = bright_clock_get_monotonic (self->clock);
  gint64 until = 0;

  if (self->wake != 0 && (wait == 0 || self->wake_at != now + wait))
    {
      bright_clock_cancel_call (self->clock, self->wake);
      self->wake = 0;
    }
  if (wait > 0)
    {
      if (self->wake == 0)
        self->wake = bright_clock_call_after (self->clock, wait, on_wake, self);
      self->wake_at = now + wait;
      /* While the limit is waited for, silence is not the platform's. */
      self->heard = MAX (self->heard, self->wake_at);
      until = bright_clock_get_seconds (self->clock)
              + (wait + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
    }
  bright_http_endpoint_set_throttled_until (self, until);
}

/* After a row of faults those that pause keep their places, so that a platform
 * which is down is not asked by the whole queue. */
static gboolean
has_room (BrightHttpEndpoint *self)
{
  guint busy = self->sending.length;

  if (self->faults_in_a_row >= BRIGHT_HTTP_MAXIMUM_IN_FLIGHT)
    busy += self->pausing.length;
  return busy < BRIGHT_HTTP_MAXIMUM_IN_FLIGHT;
}

void
bright_http_endpoint_pump (BrightHttpEndpoint *self)
{
  gint64 wait = 0;

  while (self->waiting.head != NULL && has_room (self) && wait == 0)
    {
      wait = bright_http_budget_wait (&self->budget);
      if (wait == 0)
        bright_http_request_send (self->waiting.head->data);
    }
  set_wake (self, wait != BRIGHT_HTTP_BUDGET_ANSWER ? wait : 0);
}

static void
cancel_all (GQueue *list)
{
  g_autoptr (GList) copy = g_list_copy (list->head);

  for (GList *link = copy; link != NULL; link = link->next)
    bright_http_request_cancel (link->data);
}

void
bright_http_endpoint_close (BrightHttpEndpoint *self)
{
  g_return_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self));

  self->closed = TRUE;
  cancel_all (&self->waiting);
  cancel_all (&self->pausing);
  cancel_all (&self->sending);
  if (self->clock != NULL)
    set_wake (self, 0);
}
