/* What two custom fields of a sales order say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightpearlFieldTexts:
 * @order: the number of the store's order; 0 where it is not known
 * @sales_order_id: the sales order
 * @customer_field: the code of the field for the customer's words; "" for none
 * @customer: what it says
 * @staff_field: the code of the field for staff notes; "" for none
 * @staff: what it says
 * @read_at: when it was read, seconds since 1970
 *
 * The custom fields that notes are synced with.
 */
typedef struct
{
  gint64 order;
  gint64 sales_order_id;
  char *customer_field;
  char *customer;
  char *staff_field;
  char *staff;
  gint64 read_at;
} BrightpearlFieldTexts;

BRIGHT_DECLARE_RECORD (BrightpearlFieldTexts, brightpearl_field_texts)

G_END_DECLS
