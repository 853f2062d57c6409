/* How often the platforms let themselves be asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brightpearl counts the requests of the last 60 seconds, BigCommerce those of
 * a window of 30 seconds that opens with the first of them.
 */
#pragma once

#include "practice-counts.h"

G_BEGIN_DECLS

typedef struct _PracticeLimits PracticeLimits;

PracticeLimits *practice_limits_new (void);
void practice_limits_free (PracticeLimits *limits);
/* Requests per window; 0 for no limit. */
void practice_limits_set (PracticeLimits *limits, PracticePlatform platform, guint limit);
/* Counts a request at @now, in microseconds; FALSE if it is one too many. */
gboolean practice_limits_admit (PracticeLimits *limits, PracticePlatform platform, gint64 now);
/* Says in @headers how much is left. */
void practice_limits_add_headers (PracticeLimits *limits,
                                  PracticePlatform platform,
                                  gint64 now,
                                  SoupMessageHeaders *headers);
/* Says in @headers of a refusal when to come again, where the platform does. */
void practice_limits_add_retry (PracticeLimits *limits,
                                PracticePlatform platform,
                                gint64 now,
                                SoupMessageHeaders *headers);
/* Says in @headers that nothing is left for @milliseconds. */
void practice_limits_add_refusal (PracticePlatform platform,
                                  guint milliseconds,
                                  SoupMessageHeaders *headers);
/* Answers that there were too many requests. */
void practice_limits_refuse (PracticePlatform platform, PracticeAnswer *answer);

G_END_DECLS
