/* From the store's transactions to the payments that should stand in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was received is a receipt, once for each chain of transactions. Where
 * authorizations are mirrored, what follows from one is a capture or a void
 * with its code. An order that was paid without transactions gets payments
 * that are derived from its own amounts.
 */
#include "bright-payments.h"

#include <string.h>

#define CODE_LENGTH 64
/* A chain of references is never this long; one that is runs in a circle. */
#define LONGEST_CHAIN 20

/* What the store's words for the state of a payment mean. */
static const struct
{
  const char *status;
  gboolean was_received; /* the money came, whatever became of it since */
} statuses[] = {
  { "captured", TRUE }, { "paid", TRUE },          { "partially refunded", TRUE },
  { "refunded", TRUE }, { "authorized", FALSE },   { "capture pending", FALSE },
  { "void", FALSE },    { "void pending", FALSE },
};

typedef struct
{
  const BrightOrderCase *order_case;
  GPtrArray *transactions;
  GPtrArray *payments;
  BrightMoney received;
  gboolean is_out_of_range;
} Plan;

void
bright_payment_free (BrightPayment *payment)
{
  g_free (payment->reference);
  g_free (payment->code);
  g_free (payment->words);
  g_free (payment->gateway);
  g_free (payment);
}

static gboolean
has_authorization (const BrightOrderLink *link)
{
  for (guint i = 0; link->payments != NULL && i < link->payments->entries->len; i++)
    if (strcmp (((BrightPaymentEntry *)link->payments->entries->pdata[i])->type, "AUTH") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
mirrors_authorizations (const BrightOrderCase *order_case)
{
  return order_case->settings->payments.include_uncaptured || has_authorization (order_case->link);
}

static gboolean
was_received (const BigcommerceOrder *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (statuses[i].status, order->payment_status) == 0)
      return statuses[i].was_received;
  return FALSE;
}

gboolean
bright_payments_matter (const BrightOrderCase *order_case)
{
  const BigcommerceOrder *order = order_case->order;

  if (order->total_inc_tax == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (statuses[i].status, order->payment_status) == 0)
      return statuses[i].was_received || mirrors_authorizations (order_case);
  return FALSE;
}

char *
bright_payments_describe_state (const BigcommerceOrder *order, const BrightOrderLink *link)
{
  gboolean is_complete = link->payments != NULL && link->payments->is_complete;
  /* Money that is all there does not come again when some of it is given back. */
  const char *status = is_complete && was_received (order) ? "received" : order->payment_status;
  gint64 modified = is_complete ? 0 : order->date_modified;

  return g_strdup_printf (
      "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, status,
      order->total_inc_tax, order->store_credit_amount, order->gift_certificate_amount, modified);
}

static gboolean
is_good (const BigcommerceTransaction *transaction)
{
  return strcmp (transaction->status, "ok") == 0 && !transaction->is_test;
}

static const BigcommerceTransaction *
find_transaction (const Plan *plan, gint64 id)
{
  for (guint i = 0; i < plan->transactions->len; i++)
    if (((BigcommerceTransaction *)plan->transactions->pdata[i])->id == id)
      return plan->transactions->pdata[i];
  return NULL;
}

/* The transaction that it goes back to; itself if to none. */
static const BigcommerceTransaction *
find_root (const Plan *plan, const BigcommerceTransaction *transaction)
{
  for (guint i = 0; i < LONGEST_CHAIN && transaction->reference_id != 0; i++)
    {
      const BigcommerceTransaction *before = find_transaction (plan, transaction->reference_id);

      if (before == NULL)
        break;
      transaction = before;
    }
  return transaction;
}

static gboolean
has_event (const BigcommerceTransaction *transaction, const char *event)
{
  return strcmp (transaction->event, event) == 0;
}

/* Whether a settlement is of money that another transaction tells already. */
static gboolean
is_told_already (const Plan *plan, const BigcommerceTransaction *settled)
{
  const BigcommerceTransaction *root = find_root (plan, settled);

  for (guint i = 0; i < plan->transactions->len; i++)
    {
      const BigcommerceTransaction *other = plan->transactions->pdata[i];

      if (!is_good (other) || (!has_event (other, "purchase") && !has_event (other, "capture")))
        continue;
      if (find_root (plan, other) == root
          || (settled->reference_id == 0 && settled->gateway_id[0] != '\0'
              && strcmp (settled->gateway_id, other->gateway_id) == 0
              && settled->amount == other->amount))
        return TRUE;
    }
  return FALSE;
}

static char *
format_reference (gint64 transaction_id)
{
  return g_strdup_printf ("bigcommerce-%" G_GINT64_FORMAT, transaction_id);
}

/* Takes @reference. */
static BrightPayment *
add (Plan *plan, char *reference, const char *type, BrightMoney amount, gint64 date)
{
  BrightPayment *payment = g_new0 (BrightPayment, 1);

  payment->reference = reference;
  payment->code = g_strdup ("");
  payment->type = type;
  payment->amount = amount;
  payment->date = date;
  g_ptr_array_add (plan->payments, payment);
  if ((strcmp (type, "RECEIPT") == 0 || strcmp (type, "CAPTURE") == 0)
      && !bright_money_add (&plan->received, amount))
    plan->is_out_of_range = TRUE;
  return payment;
}

static gboolean
is_own_tender (const BigcommerceTransaction *transaction)
{
  return strcmp (transaction->method, "gift_certificate") == 0
         || strcmp (transaction->method, "store_credit") == 0;
}

static void
add_transaction (Plan *plan, const BigcommerceTransaction *transaction, const char *type)
{
  const BigcommerceTransaction *root = find_root (plan, transaction);
  gint64 date = transaction->date_created != 0 ? transaction->date_created
                                               : plan->order_case->order->date_created;
  BrightPayment *payment
      = add (plan, format_reference (transaction->id), type, transaction->amount, date);

  g_free (payment->code);
  payment->code = root->gateway_id[0] != '\0' ? g_utf8_substring (
                      root->gateway_id, 0, MIN (CODE_LENGTH, g_utf8_strlen (root->gateway_id, -1)))
                                              : format_reference (root->id);
  payment->words = g_strdup (is_own_tender (transaction) ? transaction->method
                                                         : plan->order_case->order->payment_method);
  payment->gateway = g_strdup (transaction->gateway);
}

/* Whether an authorization stands in Brightpearl, or is planned to. */
static gboolean
is_authorized (const Plan *plan, const BigcommerceTransaction *root)
{
  g_autofree char *reference = format_reference (root->id);

  for (guint i = 0; i < plan->payments->len; i++)
    if (strcmp (((BrightPayment *)plan->payments->pdata[i])->reference, reference) == 0)
      return has_event (root, "authorization");
  return FALSE;
}

static gboolean
was_voided (const Plan *plan, const BigcommerceTransaction *authorization)
{
  for (guint i = 0; i < plan->transactions->len; i++)
    {
      const BigcommerceTransaction *other = plan->transactions->pdata[i];

      if (is_good (other) && has_event (other, "void") && find_root (plan, other) == authorization)
        return TRUE;
    }
  return FALSE;
}

/* An authorization that came to nothing before it was mirrored is not worth mirroring. */
static gboolean
wants_authorization (const Plan *plan, const BigcommerceTransaction *authorization)
{
  g_autofree char *reference = format_reference (authorization->id);

  if (bright_payments_find (plan->order_case->link, reference) != NULL)
    return TRUE;
  return plan->order_case->settings->payments.include_uncaptured
         && !was_voided (plan, authorization);
}

/* A void that was carried over when the order was cancelled is not carried over again. */
static gboolean
is_voided_in_brightpearl (const Plan *plan, const BigcommerceTransaction *root)
{
  g_autofree char *reference = format_reference (root->id);
  g_autofree char *voided = g_strconcat (reference, "-void", NULL);

  return bright_payments_find (plan->order_case->link, voided) != NULL;
}

/* What is told in another currency cannot be added up; the sums will differ and show it. */
static gboolean
is_in_currency (const Plan *plan, const BigcommerceTransaction *transaction)
{
  return transaction->currency[0] == '\0'
         || g_ascii_strcasecmp (transaction->currency, plan->order_case->order->currency) == 0;
}

static void
plan_transaction (Plan *plan, const BigcommerceTransaction *transaction)
{
  const BigcommerceTransaction *root = find_root (plan, transaction);

  if (!is_good (transaction) || !is_in_currency (plan, transaction))
    return;
  if (has_event (transaction, "authorization"))
    {
      if (wants_authorization (plan, transaction))
        add_transaction (plan, transaction, "AUTH");
    }
  else if (has_event (transaction, "capture"))
    add_transaction (plan, transaction, is_authorized (plan, root) ? "CAPTURE" : "RECEIPT");
  else if (has_event (transaction, "void"))
    {
      if (is_authorized (plan, root) && !is_voided_in_brightpearl (plan, root))
        add_transaction (plan, transaction, "VOID");
    }
  else if (has_event (transaction, "purchase")
           || (has_event (transaction, "settled") && !is_told_already (plan, transaction)))
    add_transaction (plan, transaction, "RECEIPT");
}

static gboolean
has_method (const Plan *plan, const char *method)
{
  for (guint i = 0; i < plan->transactions->len; i++)
    if (strcmp (((BigcommerceTransaction *)plan->transactions->pdata[i])->method, method) == 0)
      return TRUE;
  return FALSE;
}

/* Whether any transaction tells of money, be it that it never came. */
static gboolean
has_money (const Plan *plan)
{
  static const char *const events[] = { "purchase", "authorization", "capture", "settled", NULL };

  for (guint i = 0; i < plan->transactions->len; i++)
    if (g_strv_contains (events, ((BigcommerceTransaction *)plan->transactions->pdata[i])->event))
      return TRUE;
  return FALSE;
}

/* A payment that no transaction tells. */
static void
add_derived (Plan *plan, const char *suffix, const char *words, BrightMoney amount)
{
  const BigcommerceOrder *order = plan->order_case->order;
  BrightPayment *payment;

  if (amount <= 0)
    return;
  payment = add (plan, g_strdup_printf ("order-%" G_GINT64_FORMAT "%s", order->id, suffix),
                 "RECEIPT", amount, order->date_created);
  payment->words = g_strdup (words);
}

static void
plan_derived (Plan *plan)
{
  const BigcommerceOrder *order = plan->order_case->order;
  BrightMoney rest = order->total_inc_tax;

  if (!bright_money_subtract (&rest, order->store_credit_amount)
      || !bright_money_subtract (&rest, order->gift_certificate_amount))
    {
      plan->is_out_of_range = TRUE;
      return;
    }
  if (!has_money (plan))
    add_derived (plan, "", order->payment_method, rest);
  /* Some stores tell only of the gateway's part. */
  if (!has_method (plan, "store_credit"))
    add_derived (plan, "-store-credit", "store_credit", order->store_credit_amount);
  if (!has_method (plan, "gift_certificate"))
    add_derived (plan, "-gift-certificate", "gift_certificate", order->gift_certificate_amount);
}

static int
compare_transactions (gconstpointer a, gconstpointer b)
{
  const BigcommerceTransaction *one = *(BigcommerceTransaction *const *)a;
  const BigcommerceTransaction *other = *(BigcommerceTransaction *const *)b;

  return one->id < other->id ? -1 : one->id > other->id;
}

GPtrArray *
bright_payments_plan (const BrightOrderCase *order_case,
                      GPtrArray *transactions,
                      BrightMoney *received)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (transactions, NULL, NULL);
  g_autoptr (GPtrArray) payments
      = g_ptr_array_new_with_free_func ((GDestroyNotify)bright_payment_free);
  g_autofree char *derived = g_strdup_printf ("order-%" G_GINT64_FORMAT, order_case->order->id);
  Plan plan = { .order_case = order_case, .transactions = sorted, .payments = payments };

  g_ptr_array_set_free_func (sorted, NULL);
  /* Authorizations come before what follows from them. */
  g_ptr_array_sort (sorted, compare_transactions);
  /* What was derived stands for all of it, whatever the store tells later. */
  if (bright_payments_find (order_case->link, derived) != NULL)
    g_ptr_array_set_size (sorted, 0);
  for (guint i = 0; i < sorted->len; i++)
    plan_transaction (&plan, sorted->pdata[i]);
  if (was_received (order_case->order))
    plan_derived (&plan);
  *received = plan.received;
  return plan.is_out_of_range ? NULL : g_steal_pointer (&payments);
}
