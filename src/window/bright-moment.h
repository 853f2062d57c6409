/* Moments in words, and the ends of pauses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times are seconds since 1970; none of these functions asks a clock.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_moment_past:
 * @then: a moment; 0 for never
 * @now: the present
 *
 * Returns: (transfer full): e.g. `5 minutes ago`, the date and time if it is long ago, or `never`
 */
char *bright_moment_past (gint64 then, gint64 now);

/**
 * bright_moment_future:
 * @then: a moment; 0 for none
 * @now: the present
 *
 * Returns: (transfer full): e.g. `in 5 minutes`, the date and time if it is far off, `now` if it
 *   is due, or `not planned`
 */
char *bright_moment_future (gint64 then, gint64 now);

/**
 * bright_moment_span:
 * @seconds: how long
 *
 * Returns: (transfer full): e.g. `5 minutes`, in the largest unit that fits
 */
char *bright_moment_span (gint64 seconds);

/**
 * bright_moment_day:
 * @day: a day, e.g. `2026-11-20`
 *
 * Returns: (transfer full): the day as the locale writes dates; @day itself if it is none
 */
char *bright_moment_day (const char *day);

/**
 * bright_moment_pause_end:
 * @span: `half-hour`, `hour`, `tomorrow` (8 o'clock) or `endless`
 * @now: the present, in the zone of this machine
 *
 * Returns: when such a pause ends; G_MAXINT64 for `endless`, 0 for any other word
 */
gint64 bright_moment_pause_end (const char *span, GDateTime *now);

G_END_DECLS
