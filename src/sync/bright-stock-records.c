/* What is kept about stock: the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock.h"
#include "bright-stock-units.h"

#define ITEM(kind, member, name) BRIGHT_FIELD (BrightStockItem, kind, member, name)
#define UNITS(kind, member, name) BRIGHT_FIELD (BrightStockUnits, kind, member, name)

static const BrightField item_fields[] = {
  ITEM (INTEGER, variant_id, "variant"),
  ITEM (INTEGER, product_id, "product"),
  ITEM (STRING, sku, "sku"),
  ITEM (STRING, identifier, "identifier"),
  ITEM (STRING, tracking, "tracking"),
  ITEM (INTEGER, brightpearl_id, "brightpearl"),
  ITEM (BOOLEAN, is_stock_tracked, "stock-tracked"),
  ITEM (BOOLEAN, is_composed, "composed"),
  ITEM (BOOLEAN, is_bundle, "bundle"),
  BRIGHT_FIELD_OF (BrightStockItem, RECORDS, components, "components",
                   &brightpearl_component_type),
  ITEM (INTEGER, level, "level"),
  ITEM (BOOLEAN, has_target, "has-target"),
  ITEM (INTEGER, target, "target"),
  ITEM (BOOLEAN, was_sent, "was-sent"),
  ITEM (INTEGER, sent, "sent"),
  ITEM (STRING, reason, "reason"),
  ITEM (STRING, detail, "detail"),
  {},
};

const BrightRecordType bright_stock_item_type
    = { "stock item", sizeof (BrightStockItem), item_fields };

static const BrightField units_fields[] = {
  UNITS (INTEGER, variant_id, "variant"),
  UNITS (INTEGER, product_id, "product"),
  UNITS (INTEGER, units, "units"),
  {},
};

const BrightRecordType bright_stock_units_type
    = { "units", sizeof (BrightStockUnits), units_fields };

static const BrightField claim_fields[] = {
  BRIGHT_FIELD (BrightStockClaim, INTEGER, order_id, "order"),
  BRIGHT_FIELD_OF (BrightStockClaim, RECORDS, lines, "lines", &bright_stock_units_type),
  {},
};

const BrightRecordType bright_stock_claim_type
    = { "stock claim", sizeof (BrightStockClaim), claim_fields };
