/* The practice store, started and steered by a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each test gets a program of its own. Control calls block; they do not run the
 * test's main loop, so whatever the test itself has under way stands still.
 * A call that the program refuses fails the test.
 */
#pragma once

#include "bright-clock.h"
#include "bright-json.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Practice:
 * @bigcommerce_url: the base URL of the one platform
 * @store_hash: the store's hash
 * @bigcommerce_token: its token
 * @brightpearl_url: the base URL of the other platform
 * @account: the account's id
 * @app_reference: the app's reference
 * @brightpearl_token: its token
 *
 * A practice store that runs.
 */
typedef struct
{
  char *bigcommerce_url;
  char *store_hash;
  char *bigcommerce_token;
  char *brightpearl_url;
  char *account;
  char *app_reference;
  char *brightpearl_token;
  /*< private >*/
  GSubprocess *program;
  gpointer session;
} Practice;

/**
 * practice_start:
 * @argument: (nullable): the first argument, e.g. `--orders`
 * @...: further ones, ended by %NULL
 *
 * Starts the program that PRACTICE_PROGRAM names and waits until it serves. It
 * ends with the test, however the test ends.
 *
 * Returns: (transfer full): the practice store
 */
Practice *practice_start (const char *argument, ...) G_GNUC_NULL_TERMINATED;

/**
 * practice_stop:
 * @practice: (transfer full): a practice store
 *
 * Stops the program; fails the test if it does not end well.
 */
void practice_stop (Practice *practice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Practice, practice_stop)

/**
 * practice_call:
 * @practice: a practice store
 * @method: GET, POST or DELETE
 * @path: the path after `/practice/`, e.g. `brightpearl/sales-orders`
 * @body: (nullable): JSON text
 *
 * Returns: (transfer full): the answer; a JSON null where it had no bytes
 */
JsonNode *
practice_call (Practice *practice, const char *method, const char *path, const char *body);

/**
 * practice_do:
 * @practice: a practice store
 * @path: the path after `/practice/`
 * @format: JSON text with apostrophes for quotation marks, as for printf()
 *
 * POSTs, and drops the answer.
 */
void practice_do (Practice *practice, const char *path, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/**
 * practice_list:
 * @practice: a practice store
 * @path: the path after `/practice/` of a list
 *
 * Returns: (transfer full): the list
 */
JsonArray *practice_list (Practice *practice, const char *path);

/**
 * practice_set_faults:
 * @practice: a practice store
 * @specification: as for `--faults`, e.g. `lost=0.3,reset=0.1`; "" for none
 */
void practice_set_faults (Practice *practice, const char *specification);

/**
 * practice_set_limits:
 * @practice: a practice store
 * @brightpearl: requests in a rolling minute; 0 for no limit
 * @bigcommerce: requests in 30 seconds; 0 for no limit
 */
void practice_set_limits (Practice *practice, guint brightpearl, guint bigcommerce);

/**
 * practice_advance:
 * @practice: a practice store
 * @seconds: how far the clock of both platforms moves
 */
void practice_advance (Practice *practice, gint64 seconds);

/**
 * practice_get_count:
 * @practice: a practice store
 * @path: what is counted, e.g. `brightpearl/requests`
 *
 * Returns: how often it happened since the start or the last reset
 */
gint64 practice_get_count (Practice *practice, const char *path);

/**
 * practice_get_route_count:
 * @practice: a practice store
 * @route: e.g. `brightpearl GET order-service/sales-order-search`
 *
 * Returns: how often it was asked for since the start or the last reset
 */
gint64 practice_get_route_count (Practice *practice, const char *route);

/**
 * practice_reset_counts:
 * @practice: a practice store
 */
void practice_reset_counts (Practice *practice);

/**
 * practice_place_order:
 * @practice: a practice store
 * @kind: (nullable): the kind; %NULL for any
 *
 * Returns: the id of an order that a shopper placed now
 */
gint64 practice_place_order (Practice *practice, const char *kind);

/**
 * practice_wait:
 * @result: set when what is waited for is settled, as by test_keep_result()
 * @clock: a manual clock, by which a client waits
 *
 * Runs the main loop until something is settled. The clock moves about ten times
 * as fast as the time of day, so that waiting costs a test little.
 */
void practice_wait (GAsyncResult **result, BrightClock *clock);

G_END_DECLS
