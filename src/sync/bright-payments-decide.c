/* What is to be done about the payments of an order?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is asked for while the state of the payment is the one that was
 * mirrored last. What the store received is mirrored payment by payment; then
 * the sums are compared.
 */
#include "bright-payments.h"

#include <glib/gi18n.h>
#include <string.h>

/* For how long what the store told of an order whose sums differ is believed. */
#define BELIEVE_SECONDS 1800

static gint64
get_sales_order_id (const BrightOrderCase *order_case)
{
  return ((BrightOrderPart *)order_case->link->parts->pdata[0])->sales_order_id;
}

static void
learn_state (gpointer data, gconstpointer case_data, const BrightDecision *decision)
{
  const BrightOrderCase *order_case = case_data;
  BrightOrderLink *link = data;

  if (link->payments == NULL)
    link->payments = bright_record_new (&bright_payments_link_type);
  link->payments->is_complete = decision->id != 0;
  g_free (link->payments->state);
  link->payments->state = bright_payments_describe_state (order_case->order, link);
}

/* Takes @what. */
static BrightDecision *
settle_state (gboolean is_complete, char *what)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->learn = learn_state;
  decision->id = is_complete;
  decision->learned = what;
  return decision;
}

static gboolean
is_planned (GPtrArray *payments, const char *reference)
{
  for (guint i = 0; i < payments->len; i++)
    if (strcmp (((BrightPayment *)payments->pdata[i])->reference, reference) == 0)
      return TRUE;
  return FALSE;
}

/* What others booked on the sales order. */
static gboolean
sum_foreign (const BrightOrderCase *order_case, GPtrArray *payments, BrightMoney *sum)
{
  const BrightpearlPayments *present
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS);

  *sum = 0;
  for (guint i = 0; i < present->payments->len; i++)
    {
      const BrightpearlPayment *payment = present->payments->pdata[i];

      if (payment->order_id != get_sales_order_id (order_case)
          || is_planned (payments, payment->reference))
        continue;
      if (strcmp (payment->type, "PAYMENT") == 0 ? !bright_money_subtract (sum, payment->paid)
                                                 : !bright_money_add (sum, payment->paid))
        return FALSE;
    }
  return TRUE;
}

static BrightDecision *
hold_sum (char *message)
{
  return bright_decision_hold ("totals-differ", NULL, message);
}

/* A sales order that somebody else took money for already must not be paid twice. */
static BrightDecision *
respect_others (const BrightOrderCase *order_case, GPtrArray *payments)
{
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, 0);
  const BrightPaymentsLink *link = order_case->link->payments;
  BrightMoney sum;
  g_autofree char *text = NULL;

  if ((link != NULL && link->entries->len > 0)
      || (strcmp (sales_order->payment_status, "PAID") != 0
          && strcmp (sales_order->payment_status, "PARTIALLY_PAID") != 0))
    return NULL;
  if (bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS) == NULL)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_PAYMENTS);
  if (!sum_foreign (order_case, payments, &sum))
    return hold_sum (g_strdup (_ ("An amount of the payments is out of range.")));
  if (sum <= 0)
    return NULL;
  if (sum >= order_case->order->total_inc_tax)
    return settle_state (TRUE, g_strdup (_ ("It is paid in Brightpearl already.")));
  text = bright_money_to_string (sum);
  return hold_sum (g_strdup_printf (
      _ ("The sales order carries payments of %s that were not made here."), text));
}

static gboolean
is_fully_paid (const BigcommerceOrder *order)
{
  return g_ascii_strcasecmp (order->payment_status, "captured") == 0
         || g_ascii_strcasecmp (order->payment_status, "paid") == 0;
}

static BrightDecision *
compare_sums (const BrightOrderCase *order_case, BrightMoney received)
{
  const BigcommerceOrder *order = order_case->order;
  g_autofree char *sum = bright_money_to_string (received);
  g_autofree char *total = bright_money_to_string (order->total_inc_tax);

  if (!is_fully_paid (order) || received == order->total_inc_tax)
    return NULL;
  return hold_sum (g_strdup_printf (_ ("The store received %s %s, but the order's total is %s."),
                                    sum, order->currency, total));
}

static BrightDecision *
decide_known (const BrightOrderCase *order_case, const BigcommerceTransactions *transactions)
{
  BrightMoney received;
  g_autoptr (GPtrArray) payments
      = bright_payments_plan (order_case, transactions->transactions, &received);
  g_autoptr (BrightDecision) hold = NULL;
  BrightDecision *decision;

  if (payments == NULL)
    return hold_sum (g_strdup (_ ("An amount of the payments is out of range.")));
  decision = respect_others (order_case, payments);
  for (guint i = 0; decision == NULL && i < payments->len; i++)
    {
      decision = bright_payment_make (order_case, "payments", get_sales_order_id (order_case),
                                      payments->pdata[i]);
      /* One payment without a method does not keep the others away. */
      if (decision != NULL && decision->kind == BRIGHT_DECISION_SETTLED)
        {
          if (hold == NULL)
            hold = g_steal_pointer (&decision);
          g_clear_pointer (&decision, bright_decision_free);
        }
    }
  if (decision != NULL)
    return decision;
  if (hold == NULL)
    hold = compare_sums (order_case, received);
  if (hold != NULL)
    return g_steal_pointer (&hold);
  return settle_state (received >= order_case->order->total_inc_tax, NULL);
}

BrightDecision *
bright_payments_decide (const BrightOrderCase *order_case)
{
  const BrightOrderLink *link = order_case->link;
  const BigcommerceTransactions *transactions;
  g_autofree char *state = NULL;
  BrightDecision *decision;

  if (!bright_payments_matter (order_case))
    return NULL;
  state = bright_payments_describe_state (order_case->order, link);
  if (link->payments != NULL && strcmp (link->payments->state, state) == 0)
    return NULL;
  transactions = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_TRANSACTIONS);
  if (transactions == NULL || strcmp (transactions->state, state) != 0)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_TRANSACTIONS);
  if (transactions->failure[0] != '\0')
    decision
        = bright_decision_hold ("refused-by-bigcommerce", NULL, g_strdup (transactions->failure));
  else
    decision = decide_known (order_case, transactions);
  /* What the store tells about money may come late. */
  if (decision->kind == BRIGHT_DECISION_SETTLED
      && strcmp (decision->verdict.code, "payment-method-missing") != 0
      && order_case->now - transactions->read_at > BELIEVE_SECONDS)
    {
      bright_decision_free (decision);
      return bright_decision_need_fact (BRIGHT_ORDER_FACT_TRANSACTIONS);
    }
  return decision;
}

/* What was authorized, as far as the store told; FALSE if it is not known any more. */
static gboolean
recall (const BrightOrderCase *order_case, const char *reference, BrightPayment *payment)
{
  const BigcommerceTransactions *known = order_case->facts[BRIGHT_ORDER_FACT_TRANSACTIONS];

  for (guint i = 0; known != NULL && i < known->transactions->len; i++)
    {
      const BigcommerceTransaction *transaction = known->transactions->pdata[i];
      g_autofree char *name = g_strdup_printf ("bigcommerce-%" G_GINT64_FORMAT, transaction->id);

      if (strcmp (name, reference) != 0)
        continue;
      payment->amount = transaction->amount;
      payment->gateway = transaction->gateway;
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_follower (const BrightPaymentsLink *link, const BrightPaymentEntry *authorization)
{
  for (guint i = 0; i < link->entries->len; i++)
    {
      const BrightPaymentEntry *entry = link->entries->pdata[i];

      if (entry != authorization && strcmp (entry->code, authorization->code) == 0)
        return TRUE;
    }
  return FALSE;
}

BrightDecision *
bright_payments_decide_void (const BrightOrderCase *order_case)
{
  const BrightPaymentsLink *link = order_case->link->payments;
  g_autoptr (BrightDecision) decision = NULL;

  if (link == NULL || !bright_payments_flow.is_enabled (order_case->settings)
      || bright_order_link_get_refusal (order_case->link, BRIGHT_STEP_CREATE_PAYMENT) != NULL)
    return NULL;
  for (guint i = 0; decision == NULL && i < link->entries->len; i++)
    {
      const BrightPaymentEntry *entry = link->entries->pdata[i];
      g_autofree char *reference = g_strconcat (entry->reference, "-void", NULL);
      BrightPayment payment = { .reference = reference,
                                .type = "VOID",
                                .code = entry->code,
                                .words = order_case->order->payment_method,
                                .date = order_case->now };

      if (strcmp (entry->type, "AUTH") == 0 && !has_follower (link, entry)
          && recall (order_case, entry->reference, &payment))
        decision = bright_payment_make (order_case, "payments", get_sales_order_id (order_case),
                                        &payment);
    }
  /* What cannot be given up does not keep the order from being cancelled. */
  if (decision != NULL && decision->kind == BRIGHT_DECISION_SETTLED)
    return NULL;
  return g_steal_pointer (&decision);
}
