/* Cases about payments and refunds, played to their end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-money.h"

#include "bright-payments.h"
#include "bright-refunds.h"
#include "decide-json.h"
#include "decide-order.h"

#include <string.h>

#define MOST_STEPS 30

static const char usual_order[] = "{'payment_status': 'captured', 'payment_method': 'Credit Card'}";
static const char usual_settings[]
    = "{'payments': {'enabled': true, 'refunds': true, 'default-method': 'STRIPE'}}";

static const char *const fact_names[]
    = { "transactions", "shipments", "refunds", "fields", "notes", "payments" };

/* A fact about order 1042, with the members of @text. */
static gpointer
read_fact (const BrightRecordType *type, const char *text)
{
  g_autoptr (JsonNode) node = decide_json_read_merged ("{'order': 1042}", text);

  return decide_json_to_record (type, node);
}

static BigcommerceTransactions *
read_transactions (const MoneyCase *row, const DecideFixture *fixture)
{
  g_autofree char *text = g_strdup_printf ("{'transactions': %s}", row->transactions);
  BigcommerceTransactions *record = read_fact (&bigcommerce_transactions_type, text);

  g_free (record->state);
  record->state = bright_payments_describe_state (fixture->order, fixture->link);
  record->read_at = fixture->order_case.now;
  for (guint i = 0; i < record->transactions->len; i++)
    {
      BigcommerceTransaction *transaction = record->transactions->pdata[i];

      if (transaction->status[0] != '\0')
        continue;
      g_free (transaction->status);
      transaction->status = g_strdup ("ok");
    }
  return record;
}

/* `create-sales-credit R12 MUG-1 x1 10.00+2.00 T20` or `RECEIPT bigcommerce-1 STRIPE 24.00`. */
static void
describe_step (const BrightStep *step, GString *text)
{
  g_autoptr (JsonNode) body = bright_json_parse (step->body, -1, NULL);
  JsonArray *rows = bright_json_get_array (body, "rows");
  g_autofree char *paid = NULL;

  g_assert_nonnull (body);
  if (rows == NULL)
    {
      JsonNode *amount = bright_json_get (body, "amountPaid");
      BrightMoney money = 0;

      if (amount == NULL)
        amount = bright_json_get (body, "amountAuthorized");
      g_assert_true (bright_json_read_money (amount, &money, NULL));
      paid = bright_money_to_string (money);
      g_string_append_printf (text, "%s %s %s %s; ", bright_json_get_string (body, "paymentType"),
                              bright_json_get_string (body, "transactionRef"),
                              bright_json_get_string (body, "paymentMethodCode"), paid);
      return;
    }
  g_string_append_printf (text, "credit %s", bright_json_get_string (body, "externalRef"));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);
      gboolean lacks_product = bright_json_get_string (row, "externalRef") != NULL
                               && bright_json_get (row, "productId") == NULL;

      g_string_append_printf (
          text, "%s %s%s x%s %s+%s %s", i > 0 ? "," : "", bright_json_get_string (row, "name"),
          lacks_product ? " (no product)" : "", bright_json_get_string (row, "quantity"),
          bright_json_get_string (row, "net"), bright_json_get_string (row, "tax"),
          bright_json_get_string (row, "taxCode"));
    }
  g_string_append (text, "; ");
}

static void
apply (DecideFixture *fixture, const BrightStep *step, const BrightStepKind *kinds, gint64 id)
{
  BrightActiveOrder active = { .link = fixture->link, .on_paper = TRUE };
  BrightStepApplication application = { .active = &active, .step = step, .id = id };

  for (; kinds->kind != NULL; kinds++)
    if (strcmp (kinds->kind, step->kind) == 0)
      {
        kinds->done (&application);
        return;
      }
  g_error ("nobody knows the step %s", step->kind);
}

/* Plays one decision; TRUE if another one follows. */
static gboolean
play (DecideFixture *fixture,
      const BrightDecision *decision,
      const BrightStepKind *kinds,
      gint64 id,
      GString *text)
{
  if (decision == NULL)
    g_string_append (text, "in step");
  else if (decision->kind == BRIGHT_DECISION_SETTLED)
    g_string_append (text, decision->verdict.code);
  else if (decision->kind == BRIGHT_DECISION_NEED)
    g_string_append_printf (text, "read %s", fact_names[decision->fact]);
  else if (decision->kind == BRIGHT_DECISION_LEARN)
    decision->learn (fixture->link, &fixture->order_case, decision);
  else
    {
      g_assert_cmpint (decision->kind, ==, BRIGHT_DECISION_STEP);
      describe_step (decision->step, text);
      apply (fixture, decision->step, kinds, id);
    }
  return decision != NULL
         && (decision->kind == BRIGHT_DECISION_LEARN || decision->kind == BRIGHT_DECISION_STEP);
}

static DecideFixture *
make_fixture (const MoneyCase *row)
{
  g_autoptr (JsonNode) order = decide_json_read_merged (usual_order, row->base.order);
  g_autoptr (JsonNode) settings = decide_json_read_merged (usual_settings, row->base.settings);
  g_autofree char *order_text = bright_json_to_string (order);
  g_autofree char *settings_text = bright_json_to_string (settings);
  DecideCase base = row->base;

  base.order = order_text;
  base.settings = settings_text;
  if (base.sales_orders == NULL)
    base.sales_orders = "[{}]";
  return decide_fixture_new (&base);
}

void
money_check (const MoneyCase *row,
             BrightDecision *(*decide) (const BrightOrderCase *order_case),
             const BrightStepKind *kinds)
{
  g_autoptr (DecideFixture) fixture = make_fixture (row);
  g_autoptr (BigcommerceTransactions) transactions = NULL;
  g_autoptr (BigcommerceRefunds) refunds = NULL;
  g_autoptr (BrightpearlPayments) present = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean more = TRUE;

  if (row->transactions != NULL)
    transactions = read_transactions (row, fixture);
  if (row->refunds != NULL)
    {
      g_autofree char *list = g_strdup_printf ("{'refunds': %s}", row->refunds);

      refunds = read_fact (&bigcommerce_refunds_type, list);
    }
  if (row->present != NULL)
    present = read_fact (&brightpearl_payments_type, row->present);
  fixture->order_case.facts[BRIGHT_ORDER_FACT_TRANSACTIONS] = transactions;
  fixture->order_case.facts[BRIGHT_ORDER_FACT_REFUNDS] = refunds;
  fixture->order_case.facts[BRIGHT_ORDER_FACT_PAYMENTS] = present;
  for (guint i = 0; more; i++)
    {
      g_autoptr (BrightDecision) decision = decide (&fixture->order_case);

      g_assert_cmpuint (i, <, MOST_STEPS);
      more = play (fixture, decision, kinds, 801 + i, text);
      /* What was to be read again was read, and is as it was before. */
      if (decision != NULL && decision->kind == BRIGHT_DECISION_LEARN && present != NULL)
        fixture->link->stale_facts = 0;
    }
  g_assert_cmpstr (text->str, ==, row->expected);
}
