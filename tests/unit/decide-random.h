/* Random orders of the store, with what is off about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-order.h"

G_BEGIN_DECLS

/**
 * DecideRandom:
 *
 * A sequence of numbers that only depends on its seed.
 */
typedef struct
{
  guint64 state;
} DecideRandom;

/* @seed must not be 0. */
void decide_random_start (DecideRandom *random, guint64 seed);

/* A number from @least to @most. */
gint64 decide_random_between (DecideRandom *random, gint64 least, gint64 most);

/* TRUE in @percent of all cases. */
gboolean decide_random_chance (DecideRandom *random, gint64 percent);

/**
 * DecideRandomOrder:
 * @order: the order, as it would have been read
 * @total_noise: by what its total is off from the sum of what is in it
 * @tax_noise: by what its tax is off
 * @total_doubt: what the total may be off by besides, since the store does not tell all
 * @tax_doubt: what the tax may be off by besides
 * @has_order_discount: whether there is a discount that no line tells of
 *
 * A random order, with what its maker knows about it.
 */
typedef struct
{
  BigcommerceOrder *order;
  BrightMoney total_noise;
  BrightMoney tax_noise;
  BrightMoney total_doubt;
  BrightMoney tax_doubt;
  gboolean has_order_discount;
} DecideRandomOrder;

/**
 * decide_random_order:
 * @random: the sequence
 * @made: (out caller-allocates): an order as a store would compute it: line by line, tax rounded
 *   to the penny, then often off by a cent or two and sometimes by much; its order must be freed
 */
void decide_random_order (DecideRandom *random, DecideRandomOrder *made);

/**
 * decide_random_extreme_order:
 * @random: the sequence
 *
 * Returns: (transfer full): an order whose amounts mean nothing and are as large as can be
 */
BigcommerceOrder *decide_random_extreme_order (DecideRandom *random);

G_END_DECLS
