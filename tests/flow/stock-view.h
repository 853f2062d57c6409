/* The stock of the practice store, on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice.h"

G_BEGIN_DECLS

/* What the store has of a SKU. */
gint64 stock_get_level (Practice *practice, const char *sku);

/* Changes what the two warehouses have of a product. */
void stock_set_on_hand (Practice *practice, const char *sku, gint64 main_units, gint64 shop_units);

/* Adds a product to Brightpearl of which there is none; gives its id. */
gint64 stock_add_product (Practice *practice, const char *sku);

/* Takes everything out of both warehouses. */
void stock_empty_all (Practice *practice);

/* Takes out one of the products that a bundle is made of. */
void stock_empty_component (Practice *practice, const char *bundle);

/* How many bundles the warehouses can put together, each by itself. */
gint64 stock_count_bundles (Practice *practice, const char *bundle);

/* How many SKUs that are kept in step have another number than what can be sold in Brightpearl,
 * less the units of one order (0 for none). */
guint stock_count_wrong (Practice *practice, gint64 order_id);

/* How many SKUs that are kept in step have more than what can be sold in Brightpearl. */
guint stock_count_oversold (Practice *practice);

/**
 * stock_count_inexact:
 * @practice: a practice store
 * @go_live: when orders began to count, as the store writes times
 *
 * Compares with Brightpearl, less whatever was ordered in the store since and is not allocated
 * in a sales order.
 *
 * Returns: how many SKUs that are kept in step have another number than that
 */
guint stock_count_inexact (Practice *practice, const char *go_live);

/* Whether nothing was written to Brightpearl after stock was first set. */
gboolean stock_was_written_last (Practice *practice);

G_END_DECLS
