/* BigCommerce's records of stock: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-stock-records.h"

static const BrightField level_fields[] = {
  BRIGHT_FIELD (BigcommerceStockLevel, INTEGER, location_id, "location_id"),
  BRIGHT_FIELD (BigcommerceStockLevel, INTEGER, on_hand, "total_inventory_onhand"),
  {},
};

const BrightRecordType bigcommerce_stock_level_type
    = { "stock level", sizeof (BigcommerceStockLevel), level_fields };

static const BrightField item_fields[] = {
  BRIGHT_FIELD (BigcommerceStockItem, INTEGER, variant_id, "identity/variant_id"),
  BRIGHT_FIELD (BigcommerceStockItem, INTEGER, product_id, "identity/product_id"),
  BRIGHT_FIELD (BigcommerceStockItem, STRING, sku, "identity/sku"),
  BRIGHT_FIELD_OF (BigcommerceStockItem, RECORDS, levels, "locations",
                   &bigcommerce_stock_level_type),
  {},
};

const BrightRecordType bigcommerce_stock_item_type
    = { "inventory item", sizeof (BigcommerceStockItem), item_fields };

static const BrightField tracking_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceTracking, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceTracking, STRING, tracking, "inventory_tracking"),
  {},
};

const BrightRecordType bigcommerce_tracking_type
    = { "product", sizeof (BigcommerceTracking), tracking_fields };

static const BrightField identifier_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceIdentifiers, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceIdentifiers, STRING, upc, "upc"),
  BRIGHT_FIELD (BigcommerceIdentifiers, STRING, mpn, "mpn"),
  BRIGHT_FIELD (BigcommerceIdentifiers, STRING, gtin, "gtin"),
  {},
};

const BrightRecordType bigcommerce_identifiers_type
    = { "variant", sizeof (BigcommerceIdentifiers), identifier_fields };
