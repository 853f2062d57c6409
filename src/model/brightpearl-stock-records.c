/* Brightpearl's records of stock: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-stock-records.h"

static const BrightField movement_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlMovement, INTEGER, id, "goodsMovementId"),
  BRIGHT_FIELD (BrightpearlMovement, INTEGER, product_id, "productId"),
  BRIGHT_FIELD (BrightpearlMovement, STRING, updated_on, "updatedOn"),
  {},
};

const BrightRecordType brightpearl_movement_type
    = { "goods movement", sizeof (BrightpearlMovement), movement_fields };

static const BrightField component_fields[] = {
  BRIGHT_FIELD (BrightpearlComponent, INTEGER, product_id, "productId"),
  BRIGHT_FIELD (BrightpearlComponent, INTEGER, quantity, "productQuantity"),
  {},
};

const BrightRecordType brightpearl_component_type
    = { "component", sizeof (BrightpearlComponent), component_fields };

static const BrightField composition_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlComposition, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightpearlComposition, BOOLEAN, is_bundle, "composition/bundle"),
  BRIGHT_FIELD_OF (BrightpearlComposition, RECORDS, components, "composition/bundleComponents",
                   &brightpearl_component_type),
  {},
};

const BrightRecordType brightpearl_composition_type
    = { "composition", sizeof (BrightpearlComposition), composition_fields };
