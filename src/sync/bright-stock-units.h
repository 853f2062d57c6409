/* Units of a product.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightStockUnits:
 * @variant_id: the store's variant; 0 if @product_id tells
 * @product_id: Brightpearl's product; 0 if @variant_id tells
 * @units: how many
 *
 * Units of a product, as one of the platforms names it.
 */
typedef struct
{
  gint64 variant_id;
  gint64 product_id;
  gint64 units;
} BrightStockUnits;

BRIGHT_DECLARE_RECORD (BrightStockUnits, bright_stock_units)

G_END_DECLS
