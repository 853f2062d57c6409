/* A clock that tests can set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that asks for the time or waits goes through a clock. The system
 * clock waits on the main loop; a manual clock stands still until it is moved,
 * and fires what became due, so a day of waiting takes no time in a test.
 * Belongs to the main thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_CLOCK (bright_clock_get_type ())
G_DECLARE_FINAL_TYPE (BrightClock, bright_clock, BRIGHT, CLOCK, GObject)

/**
 * bright_clock_new_system:
 *
 * Returns: (transfer full): the clock of the machine
 */
BrightClock *bright_clock_new_system (void);

/**
 * bright_clock_new_manual:
 * @seconds: seconds since 1970, UTC, at which it starts
 *
 * Returns: (transfer full): a clock that moves only by bright_clock_advance()
 */
BrightClock *bright_clock_new_manual (gint64 seconds);

/**
 * bright_clock_get_seconds:
 * @self: a clock
 *
 * Returns: the time of day in seconds since 1970, UTC
 */
gint64 bright_clock_get_seconds (BrightClock *self);

/**
 * bright_clock_get_monotonic:
 * @self: a clock
 *
 * Returns: microseconds that never run backwards, for measuring delays
 */
gint64 bright_clock_get_monotonic (BrightClock *self);

/**
 * bright_clock_call_after:
 * @self: a clock
 * @microseconds: how long to wait, at least 0
 * @function: (scope async): called once, on the main loop
 * @user_data: given to @function
 *
 * Returns: an id for bright_clock_cancel_call(), never 0
 */
guint bright_clock_call_after (BrightClock *self,
                               gint64 microseconds,
                               GSourceOnceFunc function,
                               gpointer user_data);

/**
 * bright_clock_cancel_call:
 * @self: a clock
 * @id: what bright_clock_call_after() returned, whose function has not run yet
 */
void bright_clock_cancel_call (BrightClock *self, guint id);

/**
 * bright_clock_advance:
 * @self: a manual clock
 * @microseconds: how far it moves
 *
 * Moves a manual clock and calls what became due, in order.
 */
void bright_clock_advance (BrightClock *self, gint64 microseconds);

G_END_DECLS
