/* BigCommerce's refunds of an order, as far as they matter here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET
 * /v3/orders/payment_actions/refunds.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* What was refunded. */
typedef struct
{
  char *type; /* PRODUCT, GIFT_WRAPPING, SHIPPING, HANDLING, ORDER, FEE, TAX */
  gint64 id;  /* of the line, the delivery address, the fee or the order */
  gint64 quantity;
  char *requested_amount; /* as text; "" if the store computed it */
} BigcommerceRefundItem;

BRIGHT_DECLARE_RECORD (BigcommerceRefundItem, bigcommerce_refund_item)

/* How the money went back. */
typedef struct
{
  gint64 id;
  char *provider; /* e.g. stripe, storecredit, custom */
  BrightMoney amount;
  gboolean is_declined;
} BigcommerceRefundPayment;

BRIGHT_DECLARE_RECORD (BigcommerceRefundPayment, bigcommerce_refund_payment)

/* A refund. */
typedef struct
{
  gint64 id;
  gint64 order_id;
  gint64 created;
  char *reason;
  BrightMoney total_amount; /* with tax */
  BrightMoney total_tax;
  GPtrArray *items;    /* of BigcommerceRefundItem; may be empty */
  GPtrArray *payments; /* of BigcommerceRefundPayment */
} BigcommerceRefund;

BRIGHT_DECLARE_RECORD (BigcommerceRefund, bigcommerce_refund)

/* All refunds of an order, by growing id. */
typedef struct
{
  gint64 order_id;
  GPtrArray *refunds; /* of BigcommerceRefund */
} BigcommerceRefunds;

BRIGHT_DECLARE_RECORD (BigcommerceRefunds, bigcommerce_refunds)

G_END_DECLS
