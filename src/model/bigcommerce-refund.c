/* BigCommerce's refunds of an order: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-refund.h"

static const BrightField item_fields[] = {
  BRIGHT_FIELD (BigcommerceRefundItem, STRING, type, "item_type"),
  BRIGHT_FIELD (BigcommerceRefundItem, INTEGER, id, "item_id"),
  BRIGHT_FIELD (BigcommerceRefundItem, INTEGER, quantity, "quantity"),
  BRIGHT_FIELD (BigcommerceRefundItem, STRING, requested_amount, "requested_amount"),
  {},
};

const BrightRecordType bigcommerce_refund_item_type
    = { "refund item", sizeof (BigcommerceRefundItem), item_fields };

static const BrightField payment_fields[] = {
  BRIGHT_FIELD (BigcommerceRefundPayment, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceRefundPayment, STRING, provider, "provider_id"),
  BRIGHT_FIELD (BigcommerceRefundPayment, MONEY, amount, "amount"),
  BRIGHT_FIELD (BigcommerceRefundPayment, BOOLEAN, is_declined, "is_declined"),
  {},
};

const BrightRecordType bigcommerce_refund_payment_type
    = { "refund payment", sizeof (BigcommerceRefundPayment), payment_fields };

static const BrightField refund_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceRefund, INTEGER, id, "id"),
  BRIGHT_FIELD_NEEDED (BigcommerceRefund, INTEGER, order_id, "order_id"),
  BRIGHT_FIELD (BigcommerceRefund, TIME, created, "created"),
  BRIGHT_FIELD (BigcommerceRefund, STRING, reason, "reason"),
  BRIGHT_FIELD_NEEDED (BigcommerceRefund, MONEY, total_amount, "total_amount"),
  BRIGHT_FIELD (BigcommerceRefund, MONEY, total_tax, "total_tax"),
  BRIGHT_FIELD_OF (BigcommerceRefund, RECORDS, items, "items", &bigcommerce_refund_item_type),
  BRIGHT_FIELD_OF (BigcommerceRefund,
                   RECORDS,
                   payments,
                   "payments",
                   &bigcommerce_refund_payment_type),
  {},
};

const BrightRecordType bigcommerce_refund_type
    = { "refund", sizeof (BigcommerceRefund), refund_fields };

static const BrightField refunds_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceRefunds, INTEGER, order_id, "order"),
  BRIGHT_FIELD_OF (BigcommerceRefunds, RECORDS, refunds, "refunds", &bigcommerce_refund_type),
  {},
};

const BrightRecordType bigcommerce_refunds_type
    = { "refunds", sizeof (BigcommerceRefunds), refunds_fields };
