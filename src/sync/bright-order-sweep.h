/* The daily full check of the store's orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The poll sees what the store says was modified. Once a day all orders since
 * go-live are listed and compared with what is known, which also shows what
 * the poll cannot: orders that are not listed any more.
 */
#pragma once

#include "bright-store-listing.h"

G_BEGIN_DECLS

/**
 * bright_order_sweep_is_due:
 * @sync: what all flows share
 *
 * Returns: whether a day has passed since the last full check, by the store's clock
 */
gboolean bright_order_sweep_is_due (const BrightSync *sync);

/* After all orders were read for the first time, the first full check is due a day later. */
void bright_order_sweep_postpone (BrightSync *sync, BrightJournalBatch *batch);

/**
 * bright_order_sweep_async:
 * @sync: what all flows share; its orders were discovered in this sync
 * @callback: called when what differs was read, kept, and is to be decided
 * @user_data: given to @callback
 *
 * Does the full check: one request for each 250 orders, and one for each order
 * that differs. An order that is not listed any more is asked for by its number
 * before it counts as deleted.
 */
void
bright_order_sweep_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data);

/**
 * bright_order_sweep_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the orders that were listed
 */
BrightStoreListing *bright_order_sweep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
