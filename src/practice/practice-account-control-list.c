/* What tests and the demo can see of the practice Brightpearl account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-control.h"

#include "practice-brightpearl-goods-out.h"

/* NULL: the record is not of the kind. */
typedef JsonNode *Lister (PracticeAccount *account, gpointer record);

static JsonNode *
list_order (PracticeAccount *account, gpointer record, gint64 type_id)
{
  PracticeOrder *order = record;
  JsonObject *view;

  if (order->type_id != type_id)
    return NULL;
  view = practice_sales_order_view (account, order);
  json_object_set_object_member (view, "customFields", json_object_ref (order->custom_fields));
  if (order->reservation_warehouse != 0)
    json_object_set_object_member (view, "reservation", practice_reservation_view (order));
  return practice_object_node (view);
}

static JsonNode *
list_sales_order (PracticeAccount *account, gpointer record)
{
  return list_order (account, record, PRACTICE_SALES_ORDER);
}

static JsonNode *
list_sales_credit (PracticeAccount *account, gpointer record)
{
  return list_order (account, record, PRACTICE_SALES_CREDIT);
}

static JsonNode *
list_reservation (PracticeAccount *account, gpointer record)
{
  PracticeOrder *order = record;

  return order->reservation_warehouse != 0
             ? practice_object_node (practice_reservation_view (order))
             : NULL;
}

static JsonNode *
list_contact (PracticeAccount *account, gpointer record)
{
  return practice_object_node (practice_contact_view (account, record));
}

static JsonNode *
list_address (PracticeAccount *account, gpointer record)
{
  PracticeAddress *address = record;
  JsonObject *view = practice_address_view (address);

  practice_set_id (view, "contactId", address->contact_id);
  return practice_object_node (view);
}

static JsonNode *
list_product (PracticeAccount *account, gpointer record)
{
  PracticeProduct *product = record;
  JsonObject *view = practice_product_view (account, product);
  JsonObject *on_hand = json_object_new ();
  JsonObject *allocated = json_object_new ();

  practice_set_text (view, "sku", product->sku);
  practice_set_text (view, "name", product->name);
  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    {
      char id[24];

      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, product->stock[i].warehouse_id);
      json_object_set_int_member (on_hand, id, product->stock[i].on_hand);
      json_object_set_int_member (allocated, id, product->stock[i].allocated);
    }
  json_object_set_object_member (view, "onHand", on_hand);
  json_object_set_object_member (view, "allocated", allocated);
  return practice_object_node (view);
}

static JsonNode *
list_payment (PracticeAccount *account, gpointer record)
{
  const PracticePayment *payment = record;
  JsonObject *view = json_object_new ();

  json_object_set_int_member (view, "paymentId", payment->record.id);
  json_object_set_int_member (view, "orderId", payment->order_id);
  practice_set_text (view, "transactionRef", payment->transaction_reference);
  practice_set_text (view, "transactionCode", payment->transaction_code);
  practice_set_text (view, "paymentMethodCode", payment->method);
  practice_set_text (view, "paymentType", payment->type);
  practice_set_text (view, "currencyIsoCode", payment->currency_code);
  practice_set_decimal (view, "amountPaid", payment->paid, 2);
  practice_set_decimal (view, "amountAuthorized", payment->authorized, 2);
  practice_set_id (view, "journalId", payment->journal_id);
  practice_set_time (view, "paymentDate", payment->payment_date, account->zone);
  return practice_object_node (view);
}

static JsonNode *
list_goods_out (PracticeAccount *account, gpointer record)
{
  PracticeGoodsOut *note = record;
  JsonObject *view = practice_goods_out_view (account, note);

  json_object_set_int_member (view, "id", note->record.id);
  json_object_set_boolean_member (view, "dropShip", note->drop_ship);
  return practice_object_node (view);
}

static JsonNode *
list_note (PracticeAccount *account, gpointer record)
{
  return practice_object_node (practice_note_view (account, record));
}

void
practice_account_control_list (PracticeWorld *world, const char *kind, PracticeAnswer *answer)
{
  PracticeAccount *account = world->account;
  const struct
  {
    const char *kind;
    const PracticeTable *table;
    Lister *lister;
  } lists[] = {
    { "sales-orders", &account->orders, list_sales_order },
    { "sales-credits", &account->orders, list_sales_credit },
    { "reservations", &account->orders, list_reservation },
    { "contacts", &account->contacts, list_contact },
    { "addresses", &account->addresses, list_address },
    { "products", &account->products, list_product },
    { "payments", &account->payments, list_payment },
    { "goods-out-notes", &account->goods_out_notes, list_goods_out },
    { "notes", &account->notes, list_note },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *array;

      if (g_strcmp0 (lists[i].kind, kind) != 0)
        continue;
      array = json_array_new ();
      for (guint j = 0; j < lists[i].table->records->len; j++)
        {
          PracticeRecord *record = lists[i].table->records->pdata[j];
          JsonNode *node = record->deleted ? NULL : lists[i].lister (account, record);

          if (node != NULL)
            json_array_add_element (array, node);
        }
      answer->status = 200;
      answer->body = practice_array_node (array);
      return;
    }
  practice_refuse (answer, 404, "CMNC-404", "There is no such list");
}

void
practice_account_ship_one (PracticeWorld *world)
{
  GPtrArray *orders = world->account->orders.records;

  for (guint i = 0; i < orders->len; i++)
    {
      PracticeOrder *order = orders->pdata[i];
      PracticeAnswer answer = { 0 };
      g_autoptr (JsonNode) body = NULL;

      if (order->record.deleted || order->reservation_warehouse == 0
          || strcmp (practice_order_codes (world->account, order).allocation, "AAA") != 0)
        continue;
      body = practice_literal_node ("{\"reference\":\"HL4711GB\"}");
      practice_goods_out_ship (world, order, body, &answer);
      g_clear_pointer (&answer.body, json_node_unref);
      return;
    }
}
