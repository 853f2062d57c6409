/* Payments as requests to Brightpearl, and what their outcomes mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A payment is found again by its transaction reference, which Brightpearl
 * keeps unique for each method. A lost answer or a refusal is looked into
 * before anything is sent again.
 */
#include "bright-payments.h"
#include "bright-step-private.h"

#include "bright-error.h"
#include "bright-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define AUTHORIZATION_SECONDS (7 * 24 * 60 * 60)

/* What the types are called, and whether their amount is authorized rather than paid. */
static const struct
{
  const char *type;
  const char *name;
  gboolean is_authorized;
} types[] = {
  { "RECEIPT", N_ ("Receipt"), FALSE },          { "AUTH", N_ ("Authorization"), TRUE },
  { "CAPTURE", N_ ("Capture"), FALSE },          { "VOID", N_ ("Voided authorization"), TRUE },
  { "PAYMENT", N_ ("Money given back"), FALSE },
};

static gsize
find_type (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, type) == 0)
      return i;
  g_return_val_if_reached (0);
}

static const char *
look_up (GPtrArray *map, const char *words)
{
  g_autofree char *wanted = words != NULL ? bright_world_fold (words) : NULL;

  for (guint i = 0; wanted != NULL && wanted[0] != '\0' && i < map->len; i++)
    {
      g_autofree char *left = bright_world_fold (bright_mapping_get_left (map->pdata[i]));

      if (strcmp (left, wanted) == 0)
        return bright_mapping_get_right (map->pdata[i]);
    }
  return NULL;
}

const char *
bright_payment_find_method (const BrightSettingsSnapshot *settings,
                            const char *words,
                            const char *gateway)
{
  const BrightPaymentsValues *payments = &settings->payments;
  const char *method = look_up (payments->method_map, words);

  if (method == NULL)
    method = look_up (payments->method_map, gateway);
  if (method == NULL && payments->default_method[0] != '\0')
    method = payments->default_method;
  return method;
}

const BrightPaymentEntry *
bright_payments_find (const BrightOrderLink *link, const char *reference)
{
  for (guint i = 0; link->payments != NULL && i < link->payments->entries->len; i++)
    {
      const BrightPaymentEntry *entry = link->payments->entries->pdata[i];

      if (strcmp (entry->reference, reference) == 0)
        return entry;
    }
  return NULL;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 seconds)
{
  g_autofree char *text = bright_time_format (seconds);

  add_text (builder, name, text);
}

/* Decimals are numbers here, and must not pass through a floating point number on their way. */
static void
append_number (GString *body, const char *name, const char *number)
{
  g_string_truncate (body, body->len - 1);
  g_string_append_printf (body, ",\"%s\":%s}", name, number);
}

static char *
write_body (const BrightOrderCase *order_case,
            gint64 order_id,
            const BrightPayment *payment,
            const char *method)
{
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, 0);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *journal
      = g_strdup_printf ("BigCommerce order %" G_GINT64_FORMAT, order_case->order->id);
  GString *body;
  BrightMoney rate;
  char amount[BRIGHT_MONEY_FORMAT_SIZE];

  json_builder_begin_object (builder);
  add_text (builder, "transactionRef", payment->reference);
  add_text (builder, "transactionCode", payment->code);
  add_text (builder, "paymentMethodCode", method);
  add_text (builder, "paymentType", payment->type);
  json_builder_set_member_name (builder, "orderId");
  json_builder_add_int_value (builder, order_id);
  add_text (builder, "currencyIsoCode", order_case->order->currency);
  if (strcmp (payment->type, "AUTH") == 0)
    add_time (builder, "authorizationExpiry", payment->date + AUTHORIZATION_SECONDS);
  add_time (builder, "paymentDate", payment->date);
  add_text (builder, "journalRef", journal);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = bright_json_to_string (node);
  body = g_string_new (text);
  append_number (body,
                 types[find_type (payment->type)].is_authorized ? "amountAuthorized" : "amountPaid",
                 bright_money_format (payment->amount, amount));
  /* The order's own rate, so that no difference between rates is left over. */
  if (sales_order != NULL && bright_money_parse (sales_order->exchange_rate, &rate, NULL)
      && rate > 0)
    append_number (body, "exchangeRate", sales_order->exchange_rate);
  return g_string_free (body, FALSE);
}

static BrightStep *
make_step (const BrightOrderCase *order_case,
           const char *flow,
           gint64 order_id,
           const BrightPayment *payment,
           const char *method)
{
  g_autofree char *amount = bright_money_to_string (payment->amount);
  g_autofree char *money = g_strdup_printf ("%s %s", amount, order_case->order->currency);
  gboolean is_refund = strcmp (flow, "refunds") == 0;
  BrightStep *step = bright_step_begin (
      order_case, flow, is_refund ? BRIGHT_STEP_CREATE_REFUND_PAYMENT : BRIGHT_STEP_CREATE_PAYMENT,
      "pay", "POST", g_strdup ("/accounting-service/customer-payment"), NULL,
      is_refund ? g_strdup_printf (_ ("%s: %s by %s, on a sales credit of order %" PRId64),
                                   _ (types[find_type (payment->type)].name), money, method,
                                   order_case->order->id)
                : g_strdup_printf (_ ("%s: %s by %s, on the sales order of order %" PRId64),
                                   _ (types[find_type (payment->type)].name), money, method,
                                   order_case->order->id));

  bright_step_set_text (&step->body, write_body (order_case, order_id, payment, method));
  bright_step_set_text (&step->after, g_steal_pointer (&money));
  bright_step_set_text (&step->key, g_strdup (payment->reference));
  return step;
}

static BrightPaymentsLink *
get_payments (BrightOrderLink *link)
{
  if (link->payments == NULL)
    link->payments = bright_record_new (&bright_payments_link_type);
  return link->payments;
}

/* Takes @reference, @code and @type. */
static void
add_entry (BrightOrderLink *link, char *reference, char *code, char *type, gint64 payment_id)
{
  BrightPaymentEntry *entry = bright_record_new (&bright_payment_entry_type);

  bright_step_set_text (&entry->reference, reference);
  bright_step_set_text (&entry->code, code);
  bright_step_set_text (&entry->type, type);
  entry->payment_id = payment_id;
  g_ptr_array_add (get_payments (link)->entries, entry);
}

/* A payment that was found in Brightpearl. */
static const BrightpearlPayment *
find_present (const BrightOrderCase *order_case, const char *reference)
{
  const BrightpearlPayments *present
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS);

  for (guint i = 0; present != NULL && i < present->payments->len; i++)
    {
      const BrightpearlPayment *payment = present->payments->pdata[i];

      if (strcmp (payment->reference, reference) == 0)
        return payment;
    }
  return NULL;
}

static void
learn_present (gpointer link, gconstpointer order_case, const BrightDecision *decision)
{
  const BrightpearlPayments *present
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_PAYMENTS);

  for (guint i = 0; i < present->payments->len; i++)
    {
      const BrightpearlPayment *payment = present->payments->pdata[i];

      if (payment->id == decision->id)
        add_entry (link, g_strdup (payment->reference), g_strdup (payment->code),
                   g_strdup (payment->type), payment->id);
    }
}

static BrightDecision *
adopt (const BrightpearlPayment *payment)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);
  g_autofree char *amount
      = bright_money_to_string (payment->paid != 0 ? payment->paid : payment->authorized);

  decision->learn = learn_present;
  decision->id = payment->id;
  decision->learned = g_strdup_printf (_ ("The payment %s of %s stands in Brightpearl."),
                                       payment->reference, amount);
  return decision;
}

static BrightDecision *
hold_for_method (const BrightOrderCase *order_case, const BrightPayment *payment)
{
  const char *words
      = payment->words != NULL && payment->words[0] != '\0' ? payment->words : payment->gateway;

  return bright_decision_hold (
      "payment-method-missing", "payments.method-map",
      words != NULL && words[0] != '\0'
          ? g_strdup_printf (_ ("No Brightpearl payment method is chosen for “%s”."), words)
          : g_strdup (_ ("The store tells no payment method, and no default is chosen.")));
}

BrightDecision *
bright_payment_make (const BrightOrderCase *order_case,
                     const char *flow,
                     gint64 order_id,
                     const BrightPayment *payment)
{
  const BrightpearlPayment *present;
  const char *method;

  if (bright_payments_find (order_case->link, payment->reference) != NULL)
    return NULL;
  if ((order_case->link->stale_facts & (G_GINT64_CONSTANT (1) << BRIGHT_ORDER_FACT_PAYMENTS)) != 0)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_PAYMENTS);
  present = find_present (order_case, payment->reference);
  if (present != NULL)
    return adopt (present);
  method = bright_payment_find_method (order_case->settings, payment->words, payment->gateway);
  if (method == NULL)
    return hold_for_method (order_case, payment);
  if (method[0] == '\0')
    return NULL;
  return bright_decision_step (make_step (order_case, flow, order_id, payment, method));
}

void
bright_payment_done (BrightStepApplication *application)
{
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);
  const char *code = bright_json_get_string (body, "transactionCode");

  add_entry (application->active->link, g_strdup (application->step->key),
             g_strdup (code != NULL ? code : ""),
             g_strdup (bright_json_get_string (body, "paymentType")), application->id);
  if (!application->active->on_paper
      && strcmp (application->step->kind, BRIGHT_STEP_CREATE_PAYMENT) == 0)
    application->sync->counts.payments_created++;
}

/* It may have been refused because it is there already. */
void
bright_payment_refused (BrightStepApplication *application)
{
  BrightOrderLink *link = application->active->link;

  bright_order_link_refuse (link, application->step->kind, application->error->message);
  bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_PAYMENTS);
}

void
bright_payment_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_PAYMENTS);
}
