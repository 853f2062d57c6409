/* What two custom fields of a sales order say: the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-field-texts.h"

#define FIELDS(kind, member, name) BRIGHT_FIELD (BrightpearlFieldTexts, kind, member, name)

static const BrightField fields_fields[] = {
  FIELDS (INTEGER, order, "order"),
  FIELDS (INTEGER, sales_order_id, "sales-order"),
  FIELDS (STRING, customer_field, "customer-field"),
  FIELDS (STRING, customer, "customer"),
  FIELDS (STRING, staff_field, "staff-field"),
  FIELDS (STRING, staff, "staff"),
  FIELDS (INTEGER, read_at, "read-at"),
  {},
};

const BrightRecordType brightpearl_field_texts_type = { "fields", sizeof (BrightpearlFieldTexts),
                                                   fields_fields };
