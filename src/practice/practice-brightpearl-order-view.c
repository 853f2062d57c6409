/* How Brightpearl's order resource shows an order of any type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

static void
set_value (JsonObject *object,
           const char *name,
           const PracticeOrder *order,
           PracticeDecimal value,
           guint decimals)
{
  JsonObject *amount = json_object_new ();

  practice_set_text (amount, "currencyCode", order->currency_code);
  practice_set_decimal (amount, "value", value, decimals);
  json_object_set_object_member (object, name, amount);
}

static JsonObject *
row_value_view (PracticeAccount *account, const PracticeOrder *order, const PracticeRow *row)
{
  JsonObject *value = json_object_new ();
  JsonObject *code
      = practice_reference_find (account, "accounting-service/tax-code", row->tax_code);
  PracticeDecimal rate = 0;

  if (code != NULL)
    practice_decimal_read (json_object_get_member (code, "rate"), PRACTICE_DECIMAL_SCALE, &rate);
  practice_set_decimal (value, "taxRate", rate, 4);
  practice_set_text (value, "taxCode", row->tax_code);
  practice_set_text (value, "taxCalculator", "brightpearl");
  practice_set_id (value, "taxClassId",
                   code != NULL ? json_object_get_int_member (code, "id") : 0);
  set_value (value, "rowNet", order, row->net, 4);
  set_value (value, "rowTax", order, row->tax, 2);
  return value;
}

JsonObject *
practice_order_row_view (PracticeAccount *account,
                         const PracticeOrder *order,
                         const PracticeRow *row)
{
  JsonObject *object = json_object_new ();
  JsonObject *quantity = json_object_new ();
  JsonObject *composition = json_object_new ();
  char sequence[24];

  g_snprintf (sequence, sizeof sequence, "%" G_GINT64_FORMAT, row->sequence);
  json_object_set_string_member (object, "orderRowSequence", sequence);
  json_object_set_int_member (object, "productId", row->product_id);
  practice_set_text (object, "productName", row->name);
  practice_set_text (object, "productSku", row->sku);
  practice_set_decimal (quantity, "magnitude", row->quantity, 4);
  json_object_set_object_member (object, "quantity", quantity);
  set_value (object, "itemCost", order, 0, 4);
  set_value (object, "productPrice", order,
             practice_decimal_scale (row->net, PRACTICE_DECIMAL_UNIT, row->quantity), 4);
  json_object_set_string_member (object, "discountPercentage", "0.00");
  json_object_set_object_member (object, "rowValue", row_value_view (account, order, row));
  practice_set_text (object, "nominalCode", row->nominal_code);
  practice_set_text (object, "externalRef", row->external_reference);
  json_object_set_boolean_member (composition, "bundleParent", row->bundle_parent);
  json_object_set_boolean_member (composition, "bundleChild", row->parent != NULL);
  json_object_set_int_member (composition, "parentOrderRowId",
                              row->parent != NULL ? row->parent->id : 0);
  json_object_set_object_member (object, "composition", composition);
  json_object_set_int_member (object, "clonedFromId", 0);
  return object;
}

static JsonObject *
total_view (const PracticeOrder *order)
{
  JsonObject *total = json_object_new ();
  PracticeDecimal net;
  PracticeDecimal tax;

  practice_order_total (order, &net, &tax);
  practice_set_decimal (total, "net", net, 2);
  practice_set_decimal (total, "taxAmount", tax, 2);
  practice_set_decimal (total, "total", net + tax, 2);
  net = practice_decimal_scale (net, PRACTICE_RATE_UNIT, order->exchange_rate);
  tax = practice_decimal_scale (tax, PRACTICE_RATE_UNIT, order->exchange_rate);
  practice_set_decimal (total, "baseNet", net, 2);
  practice_set_decimal (total, "baseTaxAmount", tax, 2);
  practice_set_decimal (total, "baseTotal", net + tax, 2);
  return total;
}

static JsonObject *
party_view (const PracticeOrder *order, PracticeAddressRole role, gint64 contact_id)
{
  JsonObject *party = json_object_new ();
  GList *names = json_object_get_members (order->addresses[role]);

  practice_set_id (party, "contactId", contact_id);
  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (party, name->data,
                            json_object_dup_member (order->addresses[role], name->data));
  g_list_free (names);
  return party;
}

static JsonObject *
parties_view (const PracticeOrder *order)
{
  JsonObject *parties = json_object_new ();

  json_object_set_object_member (
      parties, "customer", party_view (order, PRACTICE_ADDRESS_CUSTOMER, order->customer_id));
  json_object_set_object_member (parties, "delivery",
                                 party_view (order, PRACTICE_ADDRESS_DELIVERY, 0));
  json_object_set_object_member (
      parties, "billing",
      party_view (order, PRACTICE_ADDRESS_BILLING, order->billing_contact_id));
  return parties;
}

static JsonObject *
assignment_view (const PracticeOrder *order)
{
  JsonObject *assignment = json_object_new ();
  JsonObject *current = json_object_new ();

  json_object_set_int_member (current, "staffOwnerContactId", order->staff_owner_id);
  json_object_set_int_member (current, "projectId", order->project_id);
  json_object_set_int_member (current, "channelId", order->channel_id);
  json_object_set_int_member (current, "leadSourceId", order->lead_source_id);
  json_object_set_int_member (current, "teamId", order->team_id);
  json_object_set_object_member (assignment, "current", current);
  return assignment;
}

static JsonObject *
status_view (PracticeAccount *account, const PracticeOrder *order)
{
  JsonObject *object = json_object_new ();
  JsonObject *status
      = practice_reference_find_id (account, "order-service/order-status", order->status_id);

  json_object_set_int_member (object, "orderStatusId", order->status_id);
  json_object_set_string_member (object, "name", json_object_get_string_member (status, "name"));
  return object;
}

static JsonObject *
currency_view (const PracticeOrder *order)
{
  JsonObject *currency = json_object_new ();
  g_autofree char *rate
      = practice_decimal_text (order->exchange_rate, PRACTICE_RATE_SCALE, PRACTICE_RATE_SCALE);

  json_object_set_string_member (currency, "accountingCurrencyCode", "GBP");
  practice_set_text (currency, "orderCurrencyCode", order->currency_code);
  json_object_set_string_member (currency, "exchangeRate", rate);
  json_object_set_boolean_member (currency, "fixedExchangeRate", order->fixed_rate);
  return currency;
}

static void
add_codes (PracticeAccount *account, JsonObject *root, const PracticeOrder *order)
{
  PracticeOrderCodes codes = practice_order_codes (account, order);

  practice_set_text (root, "orderPaymentStatus", codes.payment);
  practice_set_text (root, "stockStatusCode", codes.stock);
  practice_set_text (root, "allocationStatusCode", codes.allocation);
  practice_set_text (root, "shippingStatusCode", codes.shipping);
}

static void
add_dates (PracticeAccount *account, JsonObject *root, const PracticeOrder *order)
{
  JsonObject *delivery = json_object_new ();
  JsonArray *invoices = json_array_new ();
  JsonObject *invoice = json_object_new ();

  practice_set_time (root, "placedOn", order->placed_on, account->zone);
  practice_set_time (root, "createdOn", order->record.created_on, account->zone);
  practice_set_time (root, "updatedOn", order->record.updated_on, account->zone);
  practice_set_time (root, "closedOn", order->closed_on, account->zone);
  practice_set_time (delivery, "deliveryDate", order->delivery_date, account->zone);
  practice_set_id (delivery, "shippingMethodId", order->shipping_method_id);
  json_object_set_object_member (root, "delivery", delivery);
  practice_set_text (invoice, "invoiceReference", order->invoice_reference);
  practice_set_time (invoice, "taxDate", order->tax_date, account->zone);
  json_array_add_object_element (invoices, invoice);
  json_object_set_array_member (root, "invoices", invoices);
}

JsonObject *
practice_order_view (PracticeAccount *account, const PracticeOrder *order)
{
  JsonObject *root = json_object_new ();
  JsonObject *rows = json_object_new ();

  json_object_set_int_member (root, "id", order->record.id);
  json_object_set_int_member (root, "parentOrderId", order->parent_id);
  json_object_set_string_member (root, "orderTypeCode",
                                 order->type_id == PRACTICE_SALES_CREDIT ? "SC" : "SO");
  practice_set_text (root, "reference", order->reference);
  json_object_set_int_member (root, "version", order->version);
  practice_set_text (root, "externalRef", order->external_reference);
  json_object_set_object_member (root, "orderStatus", status_view (account, order));
  add_codes (account, root, order);
  add_dates (account, root, order);
  json_object_set_int_member (root, "createdById", order->created_by);
  json_object_set_int_member (root, "priceListId", order->price_list_id);
  practice_set_text (root, "priceModeCode", order->price_mode);
  json_object_set_int_member (root, "costPriceListId", 1);
  json_object_set_object_member (root, "currency", currency_view (order));
  json_object_set_object_member (root, "totalValue", total_view (order));
  json_object_set_object_member (root, "assignment", assignment_view (order));
  json_object_set_object_member (root, "parties", parties_view (order));
  for (guint i = 0; i < order->rows->len; i++)
    {
      const PracticeRow *row = order->rows->pdata[i];
      char id[24];

      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, row->id);
      json_object_set_object_member (rows, id, practice_order_row_view (account, order, row));
    }
  json_object_set_object_member (root, "orderRows", rows);
  json_object_set_int_member (root, "warehouseId", order->warehouse_id);
  json_object_set_int_member (root, "acknowledged", 0);
  json_object_set_boolean_member (root, "historicalOrder", FALSE);
  json_object_set_boolean_member (root, "isDropship", FALSE);
  json_object_set_int_member (root, "orderWeighting", 100);
  return root;
}
