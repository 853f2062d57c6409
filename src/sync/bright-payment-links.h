/* What the payments and refunds flows remember about an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightPaymentEntry:
 * @reference: the transaction reference that it carries
 * @code: what an authorization shares with its capture or void
 * @type: RECEIPT, AUTH, CAPTURE, VOID or PAYMENT
 * @payment_id: its id in Brightpearl
 *
 * A payment that stands in Brightpearl.
 */
typedef struct
{
  char *reference;
  char *code;
  char *type;
  gint64 payment_id;
} BrightPaymentEntry;

BRIGHT_DECLARE_RECORD (BrightPaymentEntry, bright_payment_entry)

/**
 * BrightPaymentsLink:
 * @state: the state of the store's payment that was mirrored; see
 *   bright_payments_describe_state()
 * @is_complete: the receipts reach the order's total
 * @entries: (element-type BrightPaymentEntry): the payments that stand in Brightpearl
 *
 * What was paid, as far as Brightpearl knows it from us.
 */
typedef struct
{
  char *state;
  gboolean is_complete;
  GPtrArray *entries;
} BrightPaymentsLink;

BRIGHT_DECLARE_RECORD (BrightPaymentsLink, bright_payments_link)

/**
 * BrightRefundLink:
 * @id: the store's refund
 * @credit_id: its sales credit; 0 before it was made
 * @is_looked_for: Brightpearl was asked whether the sales credit is there already
 *
 * A refund and its sales credit.
 */
typedef struct
{
  gint64 id;
  gint64 credit_id;
  gboolean is_looked_for;
} BrightRefundLink;

BRIGHT_DECLARE_RECORD (BrightRefundLink, bright_refund_link)

G_END_DECLS
