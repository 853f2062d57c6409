/* The seed of the practice store: how orders are paid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#define SECONDS_TO_PAY 4

/* What an order says, and the one transaction that it has. */
typedef struct
{
  const char *payment_method;
  const char *payment_status;
  const char *event; /* (nullable): no transaction */
  const char *method;
  const char *gateway;
  const char *payment_method_id;
  const char *reference_prefix;
} Way;

static const Way ways[] = {
  [PRACTICE_PAID_BY_CARD]
  = { "Credit Card", "captured", "purchase", "credit_card", "stripe", "stripe.card", "ch_" },
  [PRACTICE_PAID_IN_TWO_STEPS]
  = { "Credit Card", "captured", "authorization", "credit_card", "stripe", "stripe.card", "pi_" },
  [PRACTICE_PAID_BY_PAYPAL] = { "PayPal", "captured", "purchase", "electronic_wallet",
                                "paypalexpress", "paypalexpress.paypal", "8AB" },
  [PRACTICE_PAID_AUTHORIZED]
  = { "Credit Card", "authorized", "authorization", "credit_card", "stripe", "stripe.card", "pi_" },
  [PRACTICE_PAID_DECLINED]
  = { "Credit Card", "declined", "purchase", "credit_card", "stripe", "stripe.card", "ch_" },
  [PRACTICE_PAID_BY_BANK]
  = { "Bank Deposit", "pending", "pending", "offline", "bankdeposit", "bankdeposit", NULL },
  [PRACTICE_PAID_BY_CASH] = { "Cash on Delivery", "", NULL, "", "", "", NULL },
  [PRACTICE_PAID_BY_HAND] = { "Manual", "", NULL, "", "", "", NULL },
  [PRACTICE_PAID_BY_CERTIFICATE] = { "Gift Certificate", "captured", "purchase", "gift_certificate",
                                     "giftcertificate", "giftcertificate", NULL },
  [PRACTICE_PAID_BY_CERTIFICATE_AND_CARD]
  = { "Credit Card", "captured", "purchase", "credit_card", "stripe", "stripe.card", "ch_" },
  [PRACTICE_PAID_BY_CREDIT_AND_CARD]
  = { "Credit Card", "captured", "purchase", "credit_card", "stripe", "stripe.card", "ch_" },
  [PRACTICE_PAID_BY_UNKNOWN]
  = { "Square", "captured", "purchase", "credit_card", "squarev2", "squarev2.credit_card", "sq|" },
  [PRACTICE_PAID_AT_TILL]
  = { "Cash", "paid", "purchase", "offline", "instore", "instore.cash", NULL },
  [PRACTICE_PAID_NOT_YET] = { "Credit Card", "", NULL, "", "", "", NULL },
  [PRACTICE_PAID_NOTHING] = { "No Payment Required", "captured", NULL, "", "", "", NULL },
};

static PracticeTransaction *
add_transaction (PracticeDraft *draft, const Way *way, BrightMoney amount)
{
  PracticeStoreOrder *order = draft->order;
  PracticeTransaction *transaction = practice_store_add_transaction (
      draft->seed->store, order, way->event, way->method, way->gateway, amount);

  transaction->payment_method_id = way->payment_method_id;
  transaction->date_created = order->date_created + SECONDS_TO_PAY;
  if (way->reference_prefix != NULL)
    transaction->gateway_transaction_id
        = g_strdup_printf ("%s3Harbour%" G_GINT64_FORMAT, way->reference_prefix, order->id);
  return transaction;
}

/* The part that is not paid by card: a round sum, less than the total. */
static BrightMoney
pay_first_part (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  BrightMoney part = MIN (PRACTICE_PENCE (500), order->total.with_tax / 2 / 100 * 100);
  Way way = { "", "", "purchase", "gift_certificate", "giftcertificate", "giftcertificate", NULL };

  if (draft->paid == PRACTICE_PAID_BY_CREDIT_AND_CARD)
    {
      way.method = "store_credit";
      way.gateway = "storecredit";
      way.payment_method_id = "storecredit";
      order->store_credit_amount = part;
    }
  else
    order->gift_certificate_amount = part;
  add_transaction (draft, &way, part);
  return part;
}

static void
capture (PracticeDraft *draft, const Way *way, const PracticeTransaction *authorization)
{
  Way second = *way;
  PracticeTransaction *captured;

  second.event = "capture";
  captured = add_transaction (draft, &second, authorization->amount);
  captured->reference = authorization->id;
  captured->date_created += 60;
}

/* A plain order is paid by what comes. */
static void
choose_way (PracticeDraft *draft)
{
  guint chance = practice_seed_draw (draft->seed, 100);

  if (draft->paid != PRACTICE_PAID_BY_CARD || draft->order->total.with_tax == 0)
    return;
  if (chance >= 75)
    draft->paid = PRACTICE_PAID_BY_PAYPAL;
  else if (chance >= 60)
    draft->paid = PRACTICE_PAID_IN_TWO_STEPS;
}

void
practice_seed_pay (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  BrightMoney amount = order->total.with_tax;
  PracticeTransaction *transaction;
  const Way *way;

  choose_way (draft);
  way = &ways[draft->paid];
  order->payment_method = g_strdup (way->payment_method);
  order->payment_status = g_strdup (way->payment_status);
  order->payment_provider_id = g_strdup ("");
  if (way->event == NULL)
    return;
  if (draft->paid == PRACTICE_PAID_BY_CERTIFICATE)
    order->gift_certificate_amount = amount;
  if (draft->paid == PRACTICE_PAID_BY_CERTIFICATE_AND_CARD
      || draft->paid == PRACTICE_PAID_BY_CREDIT_AND_CARD)
    amount -= pay_first_part (draft);
  transaction = add_transaction (draft, way, amount);
  practice_store_replace_text (&order->payment_provider_id, transaction->gateway_transaction_id);
  if (draft->paid == PRACTICE_PAID_DECLINED)
    transaction->status = "error";
  if (draft->paid == PRACTICE_PAID_BY_PAYPAL)
    transaction->reference = PRACTICE_REFERENCE_EMPTY_OBJECT;
  if (draft->paid == PRACTICE_PAID_IN_TWO_STEPS)
    capture (draft, way, transaction);
}
