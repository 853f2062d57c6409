/* An order of the practice store: making, finding and freeing its parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-order.h"

#include "practice-store-json.h"

static const char address_part_names[PRACTICE_N_ADDRESS_PARTS][16] = {
  [PRACTICE_FIRST_NAME] = "first_name", [PRACTICE_LAST_NAME] = "last_name",
  [PRACTICE_COMPANY] = "company",       [PRACTICE_STREET_1] = "street_1",
  [PRACTICE_STREET_2] = "street_2",     [PRACTICE_CITY] = "city",
  [PRACTICE_STATE] = "state",           [PRACTICE_ZIP] = "zip",
  [PRACTICE_COUNTRY] = "country",       [PRACTICE_COUNTRY_CODE] = "country_iso2",
  [PRACTICE_PHONE] = "phone",           [PRACTICE_EMAIL] = "email",
};

const char *
practice_store_address_part_name (PracticeAddressPart part)
{
  return address_part_names[part];
}

void
practice_store_address_set (PracticeStoreAddress *address,
                            PracticeAddressPart part,
                            const char *text)
{
  practice_store_replace_text (&address->parts[part], text);
}

void
practice_store_address_copy (PracticeStoreAddress *to, const PracticeStoreAddress *from)
{
  for (int part = 0; part < PRACTICE_N_ADDRESS_PARTS; part++)
    practice_store_address_set (to, part, from->parts[part]);
}

void
practice_store_address_read (PracticeStoreAddress *address, JsonNode *object)
{
  for (int part = 0; part < PRACTICE_N_ADDRESS_PARTS; part++)
    {
      const char *text = bright_json_get_string (object, address_part_names[part]);

      if (text != NULL)
        practice_store_address_set (address, part, text);
    }
}

static void
address_clear (PracticeStoreAddress *address)
{
  for (int part = 0; part < PRACTICE_N_ADDRESS_PARTS; part++)
    g_clear_pointer (&address->parts[part], g_free);
}

static void
discount_free (PracticeDiscount *discount)
{
  g_free (discount->name);
  g_free (discount->code);
  g_free (discount);
}

void
practice_store_line_free (PracticeLine *line)
{
  g_free (line->sku);
  g_free (line->name);
  g_free (line->option_name);
  g_free (line->option_value);
  g_clear_pointer (&line->discounts, g_ptr_array_unref);
  g_free (line);
}

static void
consignment_free (PracticeConsignment *consignment)
{
  address_clear (&consignment->address);
  g_free (consignment);
}

static void
transaction_free (PracticeTransaction *transaction)
{
  g_free (transaction->gateway_transaction_id);
  g_free (transaction);
}

static void
shipment_free (PracticeShipment *shipment)
{
  g_free (shipment->tracking_number);
  g_free (shipment->tracking_carrier);
  g_free (shipment->tracking_link);
  g_free (shipment->shipping_provider);
  g_free (shipment->shipping_method);
  g_free (shipment->comments);
  g_array_unref (shipment->items);
  g_free (shipment);
}

PracticeStoreOrder *
practice_store_order_new (void)
{
  PracticeStoreOrder *order = g_new0 (PracticeStoreOrder, 1);

  order->kind = "plain";
  order->channel_id = 1;
  order->order_source = "www";
  order->currency = "GBP";
  order->currency_id = 1;
  order->display_currency = "GBP";
  order->display_currency_id = 1;
  order->display_rate = "1.0000000000";
  order->transactional_rate = "1.0000000000";
  order->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)practice_store_line_free);
  order->consignments = g_ptr_array_new_with_free_func ((GDestroyNotify)consignment_free);
  order->fees = g_ptr_array_new_with_free_func (g_free);
  order->coupons = g_ptr_array_new_with_free_func (g_free);
  order->transactions = g_ptr_array_new_with_free_func ((GDestroyNotify)transaction_free);
  order->shipments = g_ptr_array_new_with_free_func ((GDestroyNotify)shipment_free);
  return order;
}

void
practice_store_order_free (PracticeStoreOrder *order)
{
  address_clear (&order->billing);
  g_ptr_array_unref (order->lines);
  g_ptr_array_unref (order->consignments);
  g_ptr_array_unref (order->fees);
  g_ptr_array_unref (order->coupons);
  g_ptr_array_unref (order->transactions);
  g_ptr_array_unref (order->shipments);
  g_clear_pointer (&order->messages, json_array_unref);
  g_free (order->payment_method);
  g_free (order->payment_provider_id);
  g_free (order->payment_status);
  g_free (order->staff_notes);
  g_free (order->customer_message);
  g_free (order->external_order_id);
  g_free (order->external_source);
  g_free (order->external_merchant_id);
  g_free (order);
}

PracticeLine *
practice_store_order_add_line (PracticeStoreOrder *order, gint64 id)
{
  PracticeLine *line = g_new0 (PracticeLine, 1);

  line->id = id;
  line->order_id = order->id;
  line->type = "physical";
  line->quantity = 1;
  g_ptr_array_add (order->lines, line);
  return line;
}

PracticeConsignment *
practice_store_order_add_consignment (PracticeStoreOrder *order,
                                      gint64 id,
                                      PracticeConsignmentKind kind)
{
  PracticeConsignment *consignment = g_new0 (PracticeConsignment, 1);

  consignment->id = id;
  consignment->order_id = order->id;
  consignment->kind = kind;
  consignment->shipping_method = "";
  consignment->zone_name = "";
  g_ptr_array_add (order->consignments, consignment);
  return consignment;
}

PracticeShipment *
practice_store_order_add_shipment (PracticeStoreOrder *order, gint64 id)
{
  PracticeShipment *shipment = g_new0 (PracticeShipment, 1);

  shipment->id = id;
  shipment->order_id = order->id;
  shipment->customer_id = order->customer_id;
  shipment->items = g_array_new (FALSE, FALSE, sizeof (PracticeShippedItem));
  g_ptr_array_add (order->shipments, shipment);
  return shipment;
}

void
practice_store_line_add_discount (PracticeLine *line,
                                  const char *id,
                                  const char *name,
                                  const char *code,
                                  const char *target,
                                  BrightMoney amount)
{
  PracticeDiscount *discount = g_new0 (PracticeDiscount, 1);

  if (line->discounts == NULL)
    line->discounts = g_ptr_array_new_with_free_func ((GDestroyNotify)discount_free);
  discount->id = id;
  discount->name = g_strdup (name);
  discount->code = g_strdup (code);
  discount->target = target;
  discount->amount = amount;
  g_ptr_array_add (line->discounts, discount);
}

PracticeLine *
practice_store_order_find_line (PracticeStoreOrder *order, gint64 id)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      PracticeLine *line = g_ptr_array_index (order->lines, i);

      if (line->id == id)
        return line;
    }
  return NULL;
}

PracticeConsignment *
practice_store_order_find_consignment (PracticeStoreOrder *order, gint64 id)
{
  for (guint i = 0; i < order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (order->consignments, i);

      if (consignment->id == id)
        return consignment;
    }
  return NULL;
}
