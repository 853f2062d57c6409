/* Payments: what the store's transactions mean for a sales order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All payments of an order stand on its first sales order, also where it has
 * several.
 */
#pragma once

#include "bigcommerce-transaction.h"
#include "bright-order-flows.h"
#include "brightpearl-payment.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_CREATE_PAYMENT "create-payment"
#define BRIGHT_STEP_CREATE_REFUND_PAYMENT "create-refund-payment"

/**
 * BrightPayment:
 * @reference: the transaction reference, by which it is found again
 * @code: what an authorization shares with its capture or void; "" for none
 * @type: RECEIPT, AUTH, CAPTURE, VOID or PAYMENT
 * @words: (nullable): by which its method is looked for first
 * @gateway: (nullable): by which its method is looked for then
 * @amount: in the order's currency
 * @date: seconds since 1970
 *
 * A payment as it should stand in Brightpearl. Owns only its texts.
 */
typedef struct
{
  char *reference;
  char *code;
  const char *type;
  char *words;
  char *gateway;
  BrightMoney amount;
  gint64 date;
} BrightPayment;

void bright_payment_free (BrightPayment *payment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightPayment, bright_payment_free)

/* ---- bright-payment-plan.c ---- */

/**
 * bright_payments_matter:
 * @order_case: the case
 *
 * Returns: whether the state of the order's payment is one that is mirrored
 */
gboolean bright_payments_matter (const BrightOrderCase *order_case);

/**
 * bright_payments_describe_state:
 * @order: the store's order
 * @link: what is kept about it
 *
 * Returns: (transfer full): what must change before transactions are worth reading again
 */
char *bright_payments_describe_state (const BigcommerceOrder *order, const BrightOrderLink *link);

/**
 * bright_payments_plan:
 * @order_case: the case
 * @transactions: (element-type BigcommerceTransaction): the store's
 * @received: (out): what was received in all, whatever becomes of it in Brightpearl
 *
 * Returns: (transfer full) (nullable) (element-type BrightPayment): what should stand in
 *   Brightpearl, oldest first; %NULL if an amount is out of range
 */
GPtrArray *bright_payments_plan (const BrightOrderCase *order_case,
                                 GPtrArray *transactions,
                                 BrightMoney *received);

/* ---- bright-payment-steps.c ---- */

/**
 * bright_payment_find_method:
 * @settings: the settings
 * @words: (nullable): how the store words it
 * @gateway: (nullable): the gateway's code
 *
 * Returns: (transfer none) (nullable): the code of Brightpearl's method; "" if such payments
 *   are not to be created; %NULL if nothing was chosen
 */
const char *bright_payment_find_method (const BrightSettingsSnapshot *settings,
                                        const char *words,
                                        const char *gateway);

/* The payment of a reference that is known to stand in Brightpearl; NULL if none. */
const BrightPaymentEntry *bright_payments_find (const BrightOrderLink *link, const char *reference);

/**
 * bright_payment_make:
 * @order_case: the case
 * @flow: payments or refunds
 * @order_id: the sales order or sales credit
 * @payment: what should stand there
 *
 * Returns: (transfer full) (nullable): a step, or what comes before it: a look whether it is
 *   there already, or a hold for want of a method; %NULL if it is there, or is not to be
 */
BrightDecision *bright_payment_make (const BrightOrderCase *order_case,
                                     const char *flow,
                                     gint64 order_id,
                                     const BrightPayment *payment);

/* What the outcomes of such steps mean. */
void bright_payment_done (BrightStepApplication *application);
void bright_payment_refused (BrightStepApplication *application);
void bright_payment_unknown (BrightStepApplication *application);

/* ---- bright-payments-decide.c ---- */

/* What is to be done next about the payments of an order. */
BrightDecision *bright_payments_decide (const BrightOrderCase *order_case);

/* Before an order is cancelled: gives up what was authorized and not captured. NULL if there
 * is nothing of that kind. */
BrightDecision *bright_payments_decide_void (const BrightOrderCase *order_case);

/* ---- bright-payment-facts.c ---- */

/* Read the facts BRIGHT_ORDER_FACT_TRANSACTIONS (of one order) and BRIGHT_ORDER_FACT_PAYMENTS (of
 * many). */
#define BRIGHT_PAYMENTS_BATCH 50
void bright_transactions_read_async (BrightSync *sync,
                                     GPtrArray *actives,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void bright_payments_read_async (BrightSync *sync,
                                 GPtrArray *actives,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *bright_payments_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
