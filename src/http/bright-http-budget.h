/* The budget: whether a request may be sent now, and if not, when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure arithmetic on a clock. The published limit is believed until an answer
 * tells more; from then on the answers are followed, up and down. One model
 * fits a rolling window as well as a fixed one: until the time that an answer
 * named, what it left is spent; after it a new window is assumed if answers
 * tell its size, or else a single request finds out.
 */
#pragma once

#include "bright-clock.h"
#include "bright-http.h"

G_BEGIN_DECLS

/** BRIGHT_HTTP_BUDGET_ANSWER: the wait ends when a request in flight is answered. */
#define BRIGHT_HTTP_BUDGET_ANSWER G_MAXINT64

/** BRIGHT_HTTP_SLICES: how many slices a rolling window is counted in. */
#define BRIGHT_HTTP_SLICES 240

/**
 * BrightHttpRolling:
 * @width: a slice, in microseconds
 * @slice: for each place, the number of the slice that was counted there last
 * @count: for each place, the requests sent in that slice
 *
 * Counts what was sent within a rolling window. One slice more than the window
 * has is kept, so the count errs on the safe side by less than a slice.
 */
typedef struct
{
  gint64 width;
  gint64 slice[BRIGHT_HTTP_SLICES + 1];
  guint count[BRIGHT_HTTP_SLICES + 1];
} BrightHttpRolling;

/**
 * BrightHttpBudget:
 *
 * What is known about the budget. Its fields belong to the functions below.
 */
typedef struct
{
  BrightClock *clock;
  gint64 window;
  gint64 quota;
  guint ceiling;
  guint in_flight;
  gboolean told;       /* an answer told what is left */
  gboolean quota_told; /* an answer told the size of the window */
  gboolean probing;    /* one request at a time, until an answer tells more */
  gint64 left;         /* may be sent until the window starts anew; negative if overspent */
  gint64 starts_anew;  /* on the monotonic clock */
  gint64 blocked_until;
  guint throttles; /* answers in a row that asked to wait */
  BrightHttpRolling minute;
  BrightHttpRolling sent;
} BrightHttpBudget;

/**
 * bright_http_budget_init:
 * @self: memory for a budget
 * @clock: (transfer none): the clock, which must outlive @self
 * @quota: the published limit
 * @window: the window that it counts for, in microseconds
 *
 * Starts a budget that has spent nothing.
 */
void bright_http_budget_init (BrightHttpBudget *self,
                              BrightClock *clock,
                              guint quota,
                              gint64 window);

/**
 * bright_http_budget_set_ceiling:
 * @self: a budget
 * @requests_per_minute: the user's own limit per rolling minute; 0 for none
 */
void bright_http_budget_set_ceiling (BrightHttpBudget *self, guint requests_per_minute);

/**
 * bright_http_budget_wait:
 * @self: a budget
 *
 * Returns: 0 if a request may be sent now, else the microseconds after which to
 *   ask again, or %BRIGHT_HTTP_BUDGET_ANSWER if only an answer can tell
 */
gint64 bright_http_budget_wait (BrightHttpBudget *self);

/**
 * bright_http_budget_count:
 * @self: a budget
 *
 * Counts a request that is sent now.
 */
void bright_http_budget_count (BrightHttpBudget *self);

/**
 * bright_http_budget_learn:
 * @self: a budget
 * @limits: (nullable): what the answer told; %NULL if no answer came
 *
 * Ends a request that was counted.
 */
void bright_http_budget_learn (BrightHttpBudget *self, const BrightHttpLimits *limits);

/**
 * bright_http_budget_block:
 * @self: a budget
 * @wait: the microseconds to wait; 0 or less if the answer did not say
 *
 * Notes, after bright_http_budget_learn(), that the answer was "too many
 * requests". Without a time it is the end of the window, if that is known to be
 * used up, else a growing one.
 */
void bright_http_budget_block (BrightHttpBudget *self, gint64 wait);

/**
 * bright_http_budget_unblock:
 * @self: a budget
 *
 * Notes, after bright_http_budget_learn(), that the answer was another one.
 */
void bright_http_budget_unblock (BrightHttpBudget *self);

/**
 * bright_http_budget_get_remaining:
 * @self: a budget
 *
 * Returns: how many requests are left, as far as known
 */
gint64 bright_http_budget_get_remaining (BrightHttpBudget *self);

/**
 * bright_http_budget_get_limit:
 * @self: a budget
 * @window: (out): the window that it counts for, in microseconds
 *
 * Returns: how many requests may be sent in a window: the platform's limit, or the user's own
 *   where that is the tighter one
 */
gint64 bright_http_budget_get_limit (const BrightHttpBudget *self, gint64 *window);

G_END_DECLS
