/* Orders of the practice account: their rows, and what is derived from them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-order.h"

#include "practice-account-facts.h"

void
practice_row_free (PracticeRow *row)
{
  g_free (row->sku);
  g_free (row->name);
  g_free (row->tax_code);
  g_free (row->nominal_code);
  g_free (row->external_reference);
  g_free (row);
}

PracticeOrder *
practice_order_new (void)
{
  PracticeOrder *order = g_new0 (PracticeOrder, 1);

  order->type_id = PRACTICE_SALES_ORDER;
  order->version = 1;
  order->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) practice_row_free);
  order->custom_fields = json_object_new ();
  order->notes = g_ptr_array_new ();
  order->payments = g_ptr_array_new ();
  order->goods_out_notes = g_ptr_array_new ();
  return order;
}

void
practice_order_free (PracticeOrder *order)
{
  g_free (order->reference);
  g_free (order->external_reference);
  g_free (order->price_mode);
  g_free (order->currency_code);
  g_free (order->invoice_reference);
  for (guint i = 0; i < PRACTICE_N_ADDRESSES; i++)
    g_clear_pointer (&order->addresses[i], json_object_unref);
  g_ptr_array_unref (order->rows);
  json_object_unref (order->custom_fields);
  g_ptr_array_unref (order->notes);
  g_ptr_array_unref (order->payments);
  g_ptr_array_unref (order->goods_out_notes);
  g_free (order);
}

char *
practice_order_repeat_key (const PracticeOrder *order)
{
  if (order->external_reference == NULL || order->instance_id == 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", order->type_id,
                          order->instance_id, order->external_reference);
}

void
practice_order_number_rows (PracticeWorld *world, PracticeOrder *order)
{
  gint64 sequence = 0;

  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *row = order->rows->pdata[i];

      sequence += 10;
      if (row->id == 0)
        row->id = world->account->next_row_id++;
      if (row->sequence == 0)
        row->sequence = sequence;
    }
}

gint64
practice_order_add (PracticeWorld *world, PracticeOrder *order)
{
  PracticeAccount *account = world->account;
  g_autofree char *key = practice_order_repeat_key (order);
  gint64 id;

  /* Other users make orders, credits and purchases in between. */
  if (account->orders.records->len > 0 && g_rand_int_range (account->random, 0, 25) == 0)
    account->orders.next_id++;
  id = practice_table_add (world, &account->orders, order);
  practice_order_number_rows (world, order);
  if (key != NULL)
    g_hash_table_insert (account->repeat_keys, g_steal_pointer (&key), order);
  practice_order_add_note (world, order, "Order created by API", FALSE);
  return id;
}

void
practice_order_touch (PracticeWorld *world, PracticeOrder *order)
{
  practice_order_forget_empty_reservation (order);
  practice_record_touch (world, order);
  order->version++;
}

void
practice_order_forget_empty_reservation (PracticeOrder *order)
{
  for (guint i = 0; i < order->rows->len; i++)
    if (((PracticeRow *) order->rows->pdata[i])->reserved > 0)
      return;
  order->reservation_warehouse = 0;
}

PracticeRow *
practice_order_find_row (const PracticeOrder *order, gint64 row_id)
{
  for (guint i = 0; i < order->rows->len; i++)
    if (((PracticeRow *) order->rows->pdata[i])->id == row_id)
      return order->rows->pdata[i];
  return NULL;
}

void
practice_order_total (const PracticeOrder *order, PracticeDecimal *net, PracticeDecimal *tax)
{
  *net = 0;
  *tax = 0;
  for (guint i = 0; i < order->rows->len; i++)
    {
      const PracticeRow *row = order->rows->pdata[i];

      *net += row->net;
      *tax += row->tax;
    }
}

gboolean
practice_row_is_stocked (const PracticeAccount *account, const PracticeRow *row)
{
  const PracticeProduct *product = practice_table_get (&account->products, row->product_id);

  return product != NULL && product->stock_tracked && !row->bundle_parent;
}

/* Picks the code for a part of a whole. */
static guint
share (gint64 part, gint64 whole)
{
  return part <= 0 ? 0 : part < whole ? 1 : 2;
}

static void
derive_stock (PracticeAccount *account, const PracticeOrder *order, PracticeOrderCodes *codes)
{
  static const char *const allocation[] = { "ANA", "APA", "AAA" };
  static const char *const stock[] = { "SON", "SOP", "SOA" };
  static const char *const shipping[] = { "SNS", "SPS", "ASS" };
  gint64 wanted = 0;
  gint64 reserved = 0;
  gint64 noted = 0;
  gint64 shipped = 0;

  for (guint i = 0; i < order->rows->len; i++)
    {
      const PracticeRow *row = order->rows->pdata[i];

      if (!practice_row_is_stocked (account, row))
        continue;
      wanted += row->quantity / PRACTICE_DECIMAL_UNIT;
      reserved += row->reserved;
      noted += practice_order_noted (order, row->id, FALSE);
      shipped += practice_order_noted (order, row->id, TRUE);
    }
  if (wanted == 0)
    {
      codes->allocation = "ANR";
      codes->stock = "NON";
      codes->stock_id = 13;
      codes->shipping = "NST";
      codes->shipping_id = 1;
      return;
    }
  codes->allocation = allocation[share (reserved + noted, wanted)];
  codes->stock_id = order->type_id == PRACTICE_SALES_CREDIT ? 7 : 1 + share (noted, wanted);
  codes->stock = order->type_id == PRACTICE_SALES_CREDIT ? "SCN" : stock[share (noted, wanted)];
  codes->shipping = shipping[share (shipped, wanted)];
  codes->shipping_id = 2 + share (shipped, wanted);
}

static void
derive_payment (const PracticeOrder *order, PracticeOrderCodes *codes)
{
  static const char *const names[]
      = { "UNPAID", "PARTIALLY_PAID", "PAID", "AUTHORIZED", "NOT_APPLICABLE" };
  PracticeDecimal net;
  PracticeDecimal tax;
  PracticeDecimal paid = 0;
  gboolean authorized = FALSE;
  guint state;

  for (guint i = 0; i < order->payments->len; i++)
    {
      const PracticePayment *payment = order->payments->pdata[i];
      gboolean outgoing = strcmp (payment->type, "PAYMENT") == 0;

      paid += outgoing == (order->type_id == PRACTICE_SALES_CREDIT) ? payment->paid
                                                                    : -payment->paid;
      authorized = authorized || strcmp (payment->type, "AUTH") == 0;
    }
  practice_order_total (order, &net, &tax);
  if (net + tax <= 0)
    state = 4;
  else if (paid >= net + tax)
    state = 2;
  else if (paid > 0)
    state = 1;
  else
    state = authorized ? 3 : 0;
  codes->payment = names[state];
  codes->payment_id = state + 1;
}

PracticeOrderCodes
practice_order_codes (PracticeAccount *account, const PracticeOrder *order)
{
  PracticeOrderCodes codes = { 0 };

  derive_stock (account, order, &codes);
  derive_payment (order, &codes);
  return codes;
}

gint64
practice_order_reserve (PracticeWorld *world,
                        PracticeOrder *order,
                        PracticeRow *row,
                        gint64 wanted)
{
  PracticeProduct *product = practice_table_get (&world->account->products, row->product_id);
  PracticeStock *stock = practice_product_stock (product, order->reservation_warehouse);
  gint64 units = stock != NULL ? CLAMP (wanted, 0, MAX (stock->on_hand, 0)) : 0;

  if (units == 0)
    return 0;
  stock->on_hand -= units;
  stock->allocated += units;
  row->reserved += units;
  return units;
}

void
practice_order_release (PracticeWorld *world, PracticeOrder *order, PracticeRow *row, gint64 keep)
{
  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *each = order->rows->pdata[i];
      gint64 units = each->reserved - keep;

      if ((row == NULL || row == each) && units > 0)
        {
          PracticeProduct *product
              = practice_table_get (&world->account->products, each->product_id);
          PracticeStock *stock = practice_product_stock (product, order->reservation_warehouse);

          stock->on_hand += units;
          stock->allocated -= units;
          each->reserved = keep;
        }
    }
  if (row == NULL && keep == 0)
    order->reservation_warehouse = 0;
}
