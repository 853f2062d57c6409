/* Orders of the store for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-order.h"

G_BEGIN_DECLS

/**
 * decide_order_new:
 * @changes: (nullable): JSON with single quotes: what is different from the usual order
 *
 * The usual order is number 1042: two of MUG-1 for 20.00 and 4.00 tax, by
 * Mira Oke, to one address. Besides the store's own members there are short
 * ones:
 *
 * - `lines`: the lines of the one delivery;
 * - in a line: `ex`, `inc` (its totals), `tax` (where it is not the difference of
 *   these), `off` (the amount of a coupon on it), `paid` (what the shopper paid for it).
 *   Lines without an id are numbered from 31877 on.
 *
 * Returns: (transfer full): the order, as it would have been read
 */
BigcommerceOrder *decide_order_new (const char *changes);

G_END_DECLS
