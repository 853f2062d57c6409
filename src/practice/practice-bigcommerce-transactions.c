/* Payments of orders, as the API of the practice store shows and makes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define MAXIMUM_TRANSACTIONS 250

#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeTransaction, member, name, kind)

static const PracticeField transaction_fields[] = {
  FIELD (id, "id", INTEGER),
  FIELD (event, "event", TEXT),
  FIELD (method, "method", TEXT),
  FIELD (amount, "amount", NUMBER),
  FIELD (currency, "currency", TEXT),
  FIELD (gateway, "gateway", TEXT),
  FIELD (gateway_transaction_id, "gateway_transaction_id", TEXT_OR_NULL),
  FIELD (payment_method_id, "payment_method_id", TEXT),
  FIELD (status, "status", TEXT),
  PRACTICE_FIXED ("test", FALSE, NULL),
  PRACTICE_FIXED ("fraud_review", FALSE, NULL),
  FIELD (date_created, "date_created", DATE),
  PRACTICE_FIXED ("avs_result", NULL, NULL),
  PRACTICE_FIXED ("cvv_result", NULL, NULL),
  PRACTICE_FIXED ("credit_card", NULL, NULL),
  PRACTICE_FIXED ("custom", NULL, NULL),
};

PracticeTransaction *
practice_store_add_transaction (PracticeStore *store,
                                PracticeStoreOrder *order,
                                const char *event,
                                const char *method,
                                const char *gateway,
                                BrightMoney amount)
{
  PracticeTransaction *transaction = g_new0 (PracticeTransaction, 1);

  transaction->id = practice_store_next_id (store, PRACTICE_ID_TRANSACTION);
  transaction->event = event;
  transaction->method = method;
  transaction->gateway = gateway;
  transaction->payment_method_id = gateway;
  transaction->amount = amount;
  transaction->currency = order->currency;
  transaction->status = "ok";
  transaction->date_created = practice_now (store->world);
  g_ptr_array_add (order->transactions, transaction);
  return transaction;
}

static gboolean
is_money_in (const PracticeTransaction *transaction)
{
  return strcmp (transaction->event, "purchase") == 0 || strcmp (transaction->event, "capture") == 0
         || strcmp (transaction->event, "settled") == 0;
}

BrightMoney
practice_store_order_received (const PracticeStoreOrder *order)
{
  BrightMoney sum = 0;

  for (guint i = 0; i < order->transactions->len; i++)
    {
      const PracticeTransaction *transaction = g_ptr_array_index (order->transactions, i);

      if (strcmp (transaction->status, "ok") != 0)
        continue;
      if (is_money_in (transaction))
        sum += transaction->amount;
      else if (strcmp (transaction->event, "refund") == 0)
        sum -= transaction->amount;
    }
  return sum;
}

static void
add_offline (JsonObject *object, const PracticeStoreOrder *order, const PracticeTransaction *row)
{
  JsonObject *offline;

  if (strcmp (row->method, "offline") != 0)
    {
      json_object_set_null_member (object, "offline");
      return;
    }
  offline = json_object_new ();
  json_object_set_string_member (offline, "display_name", order->payment_method);
  json_object_set_object_member (object, "offline", offline);
}

static void
add_certificate (JsonObject *object, const PracticeTransaction *row)
{
  JsonObject *certificate;

  json_object_set_null_member (object, "store_credit");
  if (strcmp (row->method, "gift_certificate") != 0)
    {
      json_object_set_null_member (object, "gift_certificate");
      return;
    }
  certificate = json_object_new ();
  json_object_set_string_member (certificate, "code", "HLT-7QX-2VB");
  practice_store_add_money (certificate, "original_balance", row->amount, TRUE);
  practice_store_add_money (certificate, "starting_balance", row->amount, TRUE);
  json_object_set_int_member (certificate, "remaining_balance", 0);
  json_object_set_string_member (certificate, "status", "expired");
  json_object_set_object_member (object, "gift_certificate", certificate);
}

static JsonObject *
render_transaction (PracticeCall *call, gpointer item)
{
  const PracticeTransaction *transaction = item;
  g_autofree char *order_id = g_strdup_printf ("%" G_GINT64_FORMAT, call->order->id);
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, transaction_fields, G_N_ELEMENTS (transaction_fields), item,
                             TRUE);
  json_object_set_string_member (object, "order_id", order_id);
  if (transaction->reference == PRACTICE_REFERENCE_NULL)
    json_object_set_null_member (object, "reference_transaction_id");
  else if (transaction->reference == PRACTICE_REFERENCE_EMPTY_OBJECT)
    json_object_set_object_member (object, "reference_transaction_id", json_object_new ());
  else
    json_object_set_int_member (object, "reference_transaction_id", transaction->reference);
  add_offline (object, call->order, transaction);
  add_certificate (object, transaction);
  return object;
}

static void
list_transactions (PracticeCall *call)
{
  if (call->order->transactions->len == 0)
    practice_call_answer_nothing (call);
  else
    practice_call_answer_list (call, call->order->transactions, render_transaction,
                               MAXIMUM_TRANSACTIONS);
}

static PracticeTransaction *
find_authorization (PracticeStoreOrder *order)
{
  for (guint i = 0; i < order->transactions->len; i++)
    {
      PracticeTransaction *transaction = g_ptr_array_index (order->transactions, i);

      if (strcmp (transaction->event, "authorization") == 0)
        return transaction;
    }
  return NULL;
}

/* Ends an open authorization one way or the other. */
static gboolean
end_authorization (PracticeStore *store,
                   PracticeStoreOrder *order,
                   const char *event,
                   const char *payment_status)
{
  PracticeTransaction *authorization = find_authorization (order);
  PracticeTransaction *ended;

  if (authorization == NULL || g_strcmp0 (order->payment_status, "authorized") != 0)
    return FALSE;
  ended = practice_store_add_transaction (store, order, event, authorization->method,
                                          authorization->gateway, authorization->amount);
  ended->reference = authorization->id;
  ended->payment_method_id = authorization->payment_method_id;
  ended->gateway_transaction_id = g_strdup (authorization->gateway_transaction_id);
  practice_store_replace_text (&order->payment_status, payment_status);
  order->date_modified = practice_now (store->world);
  return TRUE;
}

gboolean
practice_store_capture (PracticeStore *store, PracticeStoreOrder *order)
{
  return end_authorization (store, order, "capture", "captured");
}

gboolean
practice_store_void (PracticeStore *store, PracticeStoreOrder *order)
{
  return end_authorization (store, order, "void", "void");
}

static void
answer_action (PracticeCall *call, gboolean done)
{
  if (!done)
    {
      practice_call_fail (call, 422, "The order has no open authorization.");
      return;
    }
  practice_call_answer_object (call, 201, json_object_new ());
}

static void
post_capture (PracticeCall *call)
{
  answer_action (call, practice_store_capture (call->store, call->order));
}

static void
post_void (PracticeCall *call)
{
  answer_action (call, practice_store_void (call->store, call->order));
}

const PracticeRoute practice_bigcommerce_transaction_routes[] = {
  { "GET", "v3/orders/{order}/transactions", list_transactions },
  { "POST", "v3/orders/{order}/payment_actions/capture", post_capture },
  { "POST", "v3/orders/{order}/payment_actions/void", post_void },
  { NULL, NULL, NULL },
};
