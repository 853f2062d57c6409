/* Refunds, as the API of the practice store does them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include "bright-time.h"

#include <string.h>

#define MAXIMUM_REFUNDS 250
#define STATUS_REFUNDED 4
#define STATUS_PARTLY_REFUNDED 14

/* One item of a refund, checked and priced. */
typedef struct
{
  const char *type;
  gint64 id;
  gint64 quantity;
  PracticeLine *line; /* (nullable) */
  BrightMoney amount;
  BrightMoney tax;
  gboolean by_amount;
} RefundItem;

static gboolean
price_item (PracticeStoreOrder *order, JsonNode *node, RefundItem *item, const char **message)
{
  BrightMoney amount = practice_store_read_money (node, "amount", -1);
  const char *type = bright_json_get_string (node, "item_type");

  item->type = type != NULL ? g_intern_string (type) : "";
  item->id = bright_json_get_integer (node, "item_id", 0);
  item->quantity = bright_json_get_integer (node, "quantity", 0);
  *message = "The items are invalid.";
  if (strcmp (item->type, "PRODUCT") == 0)
    {
      item->line = practice_store_order_find_line (order, item->id);
      if (item->line == NULL || item->quantity <= 0)
        return FALSE;
      if (item->quantity > item->line->quantity - item->line->quantity_refunded)
        {
          *message = "The quantity is greater than what remains to be refunded.";
          return FALSE;
        }
      practice_store_line_share (item->line, item->quantity, &item->amount, &item->tax);
      return TRUE;
    }
  if (amount < 0)
    return FALSE;
  item->amount = amount;
  item->by_amount = TRUE;
  if (strcmp (item->type, "SHIPPING") == 0 && order->shipping.with_tax > 0)
    item->tax = amount == order->shipping.with_tax
                    ? order->shipping.tax
                    : amount * order->shipping.tax / order->shipping.with_tax / 100 * 100;
  return strcmp (item->type, "SHIPPING") == 0 || strcmp (item->type, "HANDLING") == 0
         || strcmp (item->type, "ORDER") == 0 || strcmp (item->type, "FEE") == 0
         || strcmp (item->type, "TAX") == 0 || strcmp (item->type, "GIFT_WRAPPING") == 0;
}

static JsonArray *
render_items (GArray *items)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const RefundItem *item = &g_array_index (items, RefundItem, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "item_type", item->type);
      json_object_set_int_member (object, "item_id", item->id);
      json_object_set_int_member (object, "quantity", item->quantity);
      json_object_set_string_member (object, "reason", "");
      if (item->by_amount)
        practice_store_add_money (object, "requested_amount", item->amount, TRUE);
      else
        json_object_set_null_member (object, "requested_amount");
      json_object_set_array_member (object, "adjustments", json_array_new ());
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Gives the money back the way it came; (nullable): an order without transactions has none. */
static PracticeTransaction *
pay_back (PracticeStore *store, PracticeStoreOrder *order, BrightMoney amount)
{
  const PracticeTransaction *paid = NULL;
  PracticeTransaction *refund;

  for (guint i = 0; i < order->transactions->len; i++)
    {
      const PracticeTransaction *transaction = g_ptr_array_index (order->transactions, i);

      if (strcmp (transaction->event, "purchase") == 0
          || strcmp (transaction->event, "capture") == 0)
        paid = transaction;
    }
  if (paid == NULL)
    return NULL;
  refund = practice_store_add_transaction (store, order, "refund", paid->method, paid->gateway,
                                           amount);
  refund->reference = paid->id;
  refund->payment_method_id = paid->payment_method_id;
  return refund;
}

static JsonArray *
render_payments (PracticeStore *store, const PracticeTransaction *transaction, BrightMoney amount)
{
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();
  gint64 id = practice_store_next_id (store, PRACTICE_ID_OTHER);

  json_object_set_int_member (object, "id", id);
  json_object_set_string_member (object, "provider_id",
                                 transaction != NULL ? transaction->gateway : "custom");
  practice_store_add_money (object, "amount", amount, TRUE);
  json_object_set_boolean_member (object, "offline", transaction == NULL);
  json_object_set_boolean_member (object, "is_declined", FALSE);
  json_object_set_string_member (object, "declined_message", "");
  if (transaction != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, transaction->id);

      json_object_set_string_member (object, "transaction_id", text);
    }
  json_array_add_object_element (array, object);
  return array;
}

static PracticeRefund *
book_refund (PracticeStore *store,
             PracticeStoreOrder *order,
             GArray *items,
             BrightMoney amount,
             BrightMoney tax,
             const char *reason)
{
  PracticeTransaction *transaction = pay_back (store, order, amount);
  PracticeRefund *refund = g_new0 (PracticeRefund, 1);
  g_autofree char *created = NULL;

  refund->id = practice_store_next_id (store, PRACTICE_ID_REFUND);
  refund->order_id = order->id;
  refund->created = practice_now (store->world);
  if (transaction != NULL)
    refund->transaction_id = g_strdup_printf ("%" G_GINT64_FORMAT, transaction->id);
  created = bright_time_format (refund->created);
  refund->shown = json_object_new ();
  json_object_set_int_member (refund->shown, "id", refund->id);
  json_object_set_int_member (refund->shown, "order_id", order->id);
  json_object_set_int_member (refund->shown, "user_id", 0);
  json_object_set_string_member (refund->shown, "created", created);
  json_object_set_string_member (refund->shown, "reason", reason != NULL ? reason : "");
  practice_store_add_money (refund->shown, "total_amount", amount, TRUE);
  practice_store_add_money (refund->shown, "total_tax", tax, TRUE);
  json_object_set_boolean_member (refund->shown, "uses_merchant_override_values", FALSE);
  json_object_set_array_member (refund->shown, "items", render_items (items));
  json_object_set_array_member (refund->shown, "payments",
                                render_payments (store, transaction, amount));
  g_ptr_array_add (store->refunds, refund);
  return refund;
}

PracticeRefund *
practice_store_refund (PracticeStore *store,
                       PracticeStoreOrder *order,
                       JsonArray *items,
                       const char *reason,
                       const char **message)
{
  g_autoptr (GArray) priced = g_array_new (FALSE, TRUE, sizeof (RefundItem));
  BrightMoney amount = 0;
  BrightMoney tax = 0;
  gboolean is_full;

  *message = "The items are missing.";
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      RefundItem item = { 0 };

      if (!price_item (order, json_array_get_element (items, i), &item, message))
        return NULL;
      amount += item.amount;
      tax += item.tax;
      g_array_append_val (priced, item);
    }
  if (priced->len == 0)
    return NULL;
  *message = "The amount is greater than what remains to be refunded.";
  if (amount > order->total.with_tax - order->refunded_amount)
    return NULL;

  for (guint i = 0; i < priced->len; i++)
    {
      const RefundItem *item = &g_array_index (priced, RefundItem, i);

      if (item->line != NULL)
        item->line->quantity_refunded += item->quantity;
    }
  order->refunded_amount += amount;
  is_full = order->refunded_amount >= order->total.with_tax;
  order->status_id = is_full ? STATUS_REFUNDED : STATUS_PARTLY_REFUNDED;
  practice_store_replace_text (&order->payment_status, is_full ? "refunded" : "partially refunded");
  practice_store_order_changed (store, order);
  return book_refund (store, order, priced, amount, tax, reason);
}

static JsonObject *
render_refund (PracticeCall *call, gpointer item)
{
  return json_object_ref (((PracticeRefund *)item)->shown);
}

static gboolean
within_dates (PracticeCall *call, const PracticeRefund *refund)
{
  const char *from = practice_call_query (call, "created:min");
  const char *until = practice_call_query (call, "created:max");
  gint64 seconds;

  if (from != NULL && bright_time_parse (from, &seconds, NULL) && refund->created < seconds)
    return FALSE;
  return until == NULL || !bright_time_parse (until, &seconds, NULL) || refund->created <= seconds;
}

static void
list_refunds (PracticeCall *call)
{
  g_autoptr (GHashTable) ids = practice_call_query_set (call, "id:in");
  g_autoptr (GHashTable) orders = practice_call_query_set (call, "order_id:in");
  g_autoptr (GHashTable) transactions = practice_call_query_set (call, "transaction_id");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < call->store->refunds->len; i++)
    {
      PracticeRefund *refund = g_ptr_array_index (call->store->refunds, i);

      if ((call->order == NULL || refund->order_id == call->order->id)
          && practice_call_set_allows_id (ids, refund->id)
          && practice_call_set_allows_id (orders, refund->order_id)
          && practice_call_set_allows (transactions, refund->transaction_id)
          && within_dates (call, refund))
        g_ptr_array_add (found, refund);
    }
  practice_call_answer_list (call, found, render_refund, MAXIMUM_REFUNDS);
}

static void
get_refund (PracticeCall *call)
{
  for (guint i = 0; i < call->store->refunds->len; i++)
    {
      PracticeRefund *refund = g_ptr_array_index (call->store->refunds, i);

      if (refund->id == call->id)
        {
          practice_call_answer_data (call, 200, json_object_ref (refund->shown));
          return;
        }
    }
  practice_call_fail (call, 404, "The requested resource was not found.");
}

static void
post_refund (PracticeCall *call)
{
  const char *message;
  PracticeRefund *refund = practice_store_refund (
      call->store, call->order, bright_json_get_array (call->request->body, "items"),
      bright_json_get_string (call->request->body, "reason"), &message);

  if (refund == NULL)
    practice_call_fail (call, 422, message);
  else
    practice_call_answer_data (call, 201, json_object_ref (refund->shown));
}

static void
post_quote (PracticeCall *call)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "order_id", call->order->id);
  practice_store_add_money (object, "total_refund_amount",
                            call->order->total.with_tax - call->order->refunded_amount, TRUE);
  json_object_set_array_member (object, "refund_methods", json_array_new ());
  practice_call_answer_data (call, 201, object);
}

const PracticeRoute practice_bigcommerce_refund_routes[] = {
  { "GET", "v3/orders/payment_actions/refunds", list_refunds },
  { "GET", "v3/orders/payment_actions/refunds/{id}", get_refund },
  { "GET", "v3/orders/{order}/payment_actions/refunds", list_refunds },
  { "POST", "v3/orders/{order}/payment_actions/refunds", post_refund },
  { "POST", "v3/orders/{order}/payment_actions/refund_quotes", post_quote },
  { NULL, NULL, NULL },
};
