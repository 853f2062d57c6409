/* What is to be done about the refunds of an order?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brightpearl does not keep the external reference of a sales credit unique, so
 * that it is looked for before one is made and after a lost answer.
 */
#include "bright-refunds.h"

#include "bright-step-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define STATUS_REFUNDED 4
#define STATUS_PARTLY_REFUNDED 14

char *
bright_refund_format_reference (gint64 refund_id)
{
  return g_strdup_printf ("R%" G_GINT64_FORMAT, refund_id);
}

static BrightRefundLink *
find_link (const BrightOrderLink *link, gint64 refund_id)
{
  for (guint i = 0; i < link->refunds->len; i++)
    {
      BrightRefundLink *refund = link->refunds->pdata[i];

      if (refund->id == refund_id)
        return refund;
    }
  return NULL;
}

/* Its sales credit, if it was found in Brightpearl. */
static gint64
find_credit (const BrightOrderCase *order_case, gint64 refund_id)
{
  const BrightpearlPayments *present
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS);
  g_autofree char *reference = bright_refund_format_reference (refund_id);
  gint64 found = 0;

  for (guint i = 0; present != NULL && i < present->credits->len; i++)
    {
      const BrightpearlCredit *credit = present->credits->pdata[i];

      if (strcmp (credit->external_ref, reference) == 0 && (found == 0 || credit->id < found))
        found = credit->id;
    }
  return found;
}

/* A refund that is new, or whose sales credit was looked for. */
static void
learn_refund (gpointer data, gconstpointer order_case, const BrightDecision *decision)
{
  BrightOrderLink *link = data;
  BrightRefundLink *refund = find_link (link, decision->id);

  if (refund == NULL)
    {
      refund = bright_record_new (&bright_refund_link_type);
      refund->id = decision->id;
      g_ptr_array_add (link->refunds, refund);
      bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_PAYMENTS);
      return;
    }
  refund->is_looked_for = TRUE;
  refund->credit_id = find_credit (order_case, refund->id);
  /* What was paid on it is not known yet. */
  if (refund->credit_id != 0)
    bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_PAYMENTS);
}

static BrightDecision *
learn (gint64 refund_id, gint64 credit_id)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->learn = learn_refund;
  decision->id = refund_id;
  if (credit_id != 0)
    decision->learned = g_strdup_printf (_ ("The refund %" PRId64 " is sales credit %" PRId64 "."),
                                         refund_id, credit_id);
  return decision;
}

static BrightpearlSalesOrder *
make_credit (const BrightOrderCase *order_case, const BigcommerceRefund *refund, GPtrArray *rows)
{
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, 0);
  BrightpearlSalesOrder *credit = bright_record_copy (&brightpearl_sales_order_type, sales_order);

  credit->id = 0;
  credit->parent_id = sales_order->id;
  credit->status_id = 0;
  credit->delivery_date = 0;
  credit->shipping_method_id = 0;
  credit->staff_owner_id = 0;
  credit->placed_on = refund->created;
  credit->tax_date = refund->created;
  credit->instance_id = order_case->settings->connection.brightpearl_instance_id;
  bright_step_set_text (&credit->external_ref, bright_refund_format_reference (refund->id));
  bright_step_set_text (&credit->reference, bright_refund_format_reference (refund->id));
  g_ptr_array_unref (credit->rows);
  credit->rows = g_ptr_array_ref (rows);
  return credit;
}

static BrightDecision *
decide_credit (const BrightOrderCase *order_case, const BigcommerceRefund *refund)
{
  BrightDecision *hold = NULL;
  g_autoptr (GPtrArray) rows = bright_refund_plan_rows (order_case, refund, &hold);
  g_autoptr (BrightpearlSalesOrder) credit = NULL;
  g_autofree char *amount = bright_money_to_string (refund->total_amount);
  BrightStep *step;

  if (rows == NULL)
    return hold;
  credit = make_credit (order_case, refund, rows);
  step = bright_step_begin (
      order_case, "refunds", BRIGHT_STEP_CREATE_SALES_CREDIT, "refund", "POST",
      g_strdup ("/order-service/sales-credit"), bright_sales_order_write (credit),
      g_strdup_printf (_ ("Create the sales credit %s for the refund of %s %s"),
                       credit->external_ref, amount, order_case->order->currency));
  bright_step_set_text (&step->after, g_strdup_printf ("%s %s", amount, credit->currency));
  bright_step_set_text (&step->key, g_strdup (credit->external_ref));
  return bright_decision_step (step);
}

static BrightDecision *
decide_payments (const BrightOrderCase *order_case,
                 const BigcommerceRefund *refund,
                 gint64 credit_id)
{
  BrightDecision *hold = NULL;

  for (guint i = 0; i < refund->payments->len; i++)
    {
      const BigcommerceRefundPayment *paid = refund->payments->pdata[i];
      g_autofree char *reference
          = g_strdup_printf ("bigcommerce-refund-%" G_GINT64_FORMAT "-%u", refund->id, i + 1);
      g_autofree char *provider = bright_world_fold (paid->provider);
      /* Money that went back as credit in the store did not go back by the order's method. */
      gboolean is_store_credit
          = strstr (provider, "store") != NULL && strstr (provider, "credit") != NULL;
      gboolean is_certificate = strstr (provider, "giftcertificate") != NULL;
      BrightPayment payment = {
        .reference = reference,
        .code = (char *)"",
        .type = "PAYMENT",
        .words = (char *)(is_store_credit  ? "store_credit"
                          : is_certificate ? "gift_certificate"
                                           : order_case->order->payment_method),
        .gateway = paid->provider,
        .amount = paid->amount,
        .date = refund->created,
      };
      BrightDecision *decision;

      if (paid->is_declined || paid->amount <= 0)
        continue;
      decision = bright_payment_make (order_case, "refunds", credit_id, &payment);
      if (decision == NULL)
        continue;
      if (decision->kind != BRIGHT_DECISION_SETTLED)
        {
          bright_decision_free (hold);
          return decision;
        }
      if (hold == NULL)
        hold = decision;
      else
        bright_decision_free (decision);
    }
  return hold;
}

static BrightDecision *
decide_refund (const BrightOrderCase *order_case, const BigcommerceRefund *refund)
{
  const BrightRefundLink *link = find_link (order_case->link, refund->id);
  gint64 credit_id;

  if (link == NULL)
    return learn (refund->id, 0);
  if (link->credit_id != 0)
    return decide_payments (order_case, refund, link->credit_id);
  if (bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS) == NULL)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_PAYMENTS);
  credit_id = find_credit (order_case, refund->id);
  if (credit_id != 0 || !link->is_looked_for)
    return learn (refund->id, credit_id);
  return decide_credit (order_case, refund);
}

static gboolean
tells_of_refund (const BigcommerceOrder *order)
{
  return order->status_id == STATUS_REFUNDED || order->status_id == STATUS_PARTLY_REFUNDED
         || g_ascii_strcasecmp (order->payment_status, "refunded") == 0
         || g_ascii_strcasecmp (order->payment_status, "partially refunded") == 0;
}

BrightDecision *
bright_refunds_decide (const BrightOrderCase *order_case)
{
  const BigcommerceRefunds *refunds
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_REFUNDS);
  gboolean is_stale
      = (order_case->link->stale_facts & (G_GINT64_CONSTANT (1) << BRIGHT_ORDER_FACT_REFUNDS)) != 0;
  BrightDecision *hold = NULL;

  if (is_stale || (refunds == NULL && tells_of_refund (order_case->order)))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_REFUNDS);
  for (guint i = 0; refunds != NULL && i < refunds->refunds->len; i++)
    {
      BrightDecision *decision = decide_refund (order_case, refunds->refunds->pdata[i]);

      if (decision == NULL)
        continue;
      if (decision->kind != BRIGHT_DECISION_SETTLED)
        {
          bright_decision_free (hold);
          return decision;
        }
      if (hold == NULL)
        hold = decision;
      else
        bright_decision_free (decision);
    }
  return hold;
}

void
bright_refund_credited (BrightStepApplication *application)
{
  BrightRefundLink *refund = find_link (application->active->link,
                                        g_ascii_strtoll (application->step->key + 1, NULL, 10));

  g_return_if_fail (refund != NULL);

  refund->credit_id = application->id;
  if (!application->active->on_paper)
    application->sync->counts.refunds_created++;
}
