/* BigCommerce's records of stock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* What one location has of an item. */
typedef struct
{
  gint64 location_id;
  gint64 on_hand;
} BigcommerceStockLevel;

BRIGHT_DECLARE_RECORD (BigcommerceStockLevel, bigcommerce_stock_level)

/* An item of the inventory: GET /v3/inventory/items. */
typedef struct
{
  gint64 variant_id;
  gint64 product_id;
  char *sku;
  GPtrArray *levels; /* of BigcommerceStockLevel, by location */
} BigcommerceStockItem;

BRIGHT_DECLARE_RECORD (BigcommerceStockItem, bigcommerce_stock_item)

/* How the store keeps the stock of a product: GET /v3/catalog/products. */
typedef struct
{
  gint64 id;
  char *tracking; /* none, product or variant */
} BigcommerceTracking;

BRIGHT_DECLARE_RECORD (BigcommerceTracking, bigcommerce_tracking)

/* What identifies a variant besides its SKU: GET /v3/catalog/variants. */
typedef struct
{
  gint64 id;
  char *upc;
  char *mpn;
  char *gtin;
} BigcommerceIdentifiers;

BRIGHT_DECLARE_RECORD (BigcommerceIdentifiers, bigcommerce_identifiers)

G_END_DECLS
