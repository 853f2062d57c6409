/* What tests share: waiting with a deadline, and catching results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TestCondition:
 * @data: what test_wait_until() was given
 *
 * Returns: %TRUE when the wait is over
 */
typedef gboolean (*TestCondition) (gpointer data);

/**
 * TestTick:
 * @data: what test_wait_until() was given
 *
 * Called when the main loop had nothing to do for a moment, e.g. to move a clock.
 */
typedef void (*TestTick) (gpointer data);

/**
 * test_wait_until:
 * @condition: what is waited for
 * @tick: (nullable): called whenever nothing happened for a moment
 * @data: given to both
 * @what: what is waited for, in words
 *
 * Runs the main loop until @condition holds. Fails the test with @what if that
 * takes more than 20 seconds.
 */
void test_wait_until (TestCondition condition, TestTick tick, gpointer data, const char *what);

/**
 * test_run_for:
 * @milliseconds: how long
 *
 * Runs the main loop for a while, to see that something does not happen.
 */
void test_run_for (guint milliseconds);

/**
 * test_keep_result:
 * @source: the source object
 * @result: its result
 * @data: a `GAsyncResult **` that is set to a new reference
 *
 * A #GAsyncReadyCallback. Fails the test if it is called twice.
 */
void test_keep_result (GObject *source, GAsyncResult *result, gpointer data);

/**
 * test_wait_for_result:
 * @result: what test_keep_result() was given
 * @what: what is waited for, in words
 */
void test_wait_for_result (GAsyncResult **result, const char *what);

G_END_DECLS
