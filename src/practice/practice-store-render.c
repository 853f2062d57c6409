/* An order of the practice store as the API shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-json.h"
#include "practice-store-order.h"
#include "practice-store.h"

#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeStoreOrder, member, name, kind)

static const PracticeField order_fields[] = {
  FIELD (id, "id", INTEGER),
  FIELD (customer_id, "customer_id", INTEGER),
  FIELD (date_created, "date_created", MAIL_DATE),
  FIELD (date_modified, "date_modified", MAIL_DATE),
  FIELD (date_shipped, "date_shipped", MAIL_DATE),
  FIELD (status_id, "status_id", INTEGER),
  PRACTICE_FIXED ("cart_id", NULL, NULL),
  FIELD (subtotal.without_tax, "subtotal_ex_tax", MONEY),
  FIELD (subtotal.with_tax, "subtotal_inc_tax", MONEY),
  FIELD (subtotal.tax, "subtotal_tax", MONEY),
  FIELD (shipping.base, "base_shipping_cost", MONEY),
  FIELD (shipping.without_tax, "shipping_cost_ex_tax", MONEY),
  FIELD (shipping.with_tax, "shipping_cost_inc_tax", MONEY),
  FIELD (shipping.tax, "shipping_cost_tax", MONEY),
  PRACTICE_FIXED ("shipping_cost_tax_class_id", ZERO, NULL),
  FIELD (handling.base, "base_handling_cost", MONEY),
  FIELD (handling.without_tax, "handling_cost_ex_tax", MONEY),
  FIELD (handling.with_tax, "handling_cost_inc_tax", MONEY),
  FIELD (handling.tax, "handling_cost_tax", MONEY),
  PRACTICE_FIXED ("handling_cost_tax_class_id", ZERO, NULL),
  FIELD (wrapping.base, "base_wrapping_cost", MONEY),
  FIELD (wrapping.without_tax, "wrapping_cost_ex_tax", MONEY),
  FIELD (wrapping.with_tax, "wrapping_cost_inc_tax", MONEY),
  FIELD (wrapping.tax, "wrapping_cost_tax", MONEY),
  PRACTICE_FIXED ("wrapping_cost_tax_class_id", ZERO, NULL),
  FIELD (total.without_tax, "total_ex_tax", MONEY),
  FIELD (total.with_tax, "total_inc_tax", MONEY),
  FIELD (total.tax, "total_tax", MONEY),
  FIELD (items_total, "items_total", INTEGER),
  FIELD (items_shipped, "items_shipped", INTEGER),
  FIELD (payment_method, "payment_method", TEXT),
  FIELD (payment_provider_id, "payment_provider_id", TEXT),
  FIELD (payment_status, "payment_status", TEXT),
  FIELD (is_digital, "order_is_digital", BOOLEAN),
  FIELD (store_credit_amount, "store_credit_amount", MONEY),
  FIELD (gift_certificate_amount, "gift_certificate_amount", MONEY),
  PRACTICE_FIXED ("ip_address", CONSTANT, "203.0.113.7"),
  PRACTICE_FIXED ("ip_address_v6", CONSTANT, ""),
  FIELD (billing.parts[PRACTICE_COUNTRY], "geoip_country", TEXT),
  FIELD (billing.parts[PRACTICE_COUNTRY_CODE], "geoip_country_iso2", TEXT),
  FIELD (display_currency_id, "currency_id", INTEGER),
  FIELD (display_currency, "currency_code", TEXT),
  FIELD (display_rate, "currency_exchange_rate", TEXT),
  FIELD (currency_id, "default_currency_id", INTEGER),
  FIELD (currency, "default_currency_code", TEXT),
  PRACTICE_FIXED ("store_default_currency_code", CONSTANT, "GBP"),
  FIELD (transactional_rate, "store_default_to_transactional_exchange_rate", TEXT),
  FIELD (staff_notes, "staff_notes", TEXT),
  FIELD (customer_message, "customer_message", TEXT),
  FIELD (discount_amount, "discount_amount", MONEY),
  FIELD (coupon_discount, "coupon_discount", MONEY),
  FIELD (address_count, "shipping_address_count", INTEGER),
  FIELD (is_deleted, "is_deleted", BOOLEAN),
  PRACTICE_FIXED ("ebay_order_id", CONSTANT, "0"),
  PRACTICE_FIXED ("is_email_opt_in", FALSE, NULL),
  PRACTICE_FIXED ("credit_card_type", NULL, NULL),
  FIELD (order_source, "order_source", TEXT),
  FIELD (channel_id, "channel_id", INTEGER),
  FIELD (external_source, "external_source", TEXT_OR_NULL),
  PRACTICE_FIXED ("external_id", NULL, NULL),
  FIELD (external_order_id, "external_order_id", TEXT),
  FIELD (external_merchant_id, "external_merchant_id", TEXT_OR_NULL),
  PRACTICE_FIXED ("tax_provider_id", CONSTANT, "BasicTaxProvider"),
  PRACTICE_FIXED ("customer_locale", CONSTANT, "en"),
  FIELD (prices_include_tax, "is_tax_inclusive_pricing", BOOLEAN),
};

JsonObject *
practice_store_render_link (gint64 order_id, const char *what)
{
  JsonObject *link = json_object_new ();
  g_autofree char *resource = g_strdup_printf ("/orders/%" G_GINT64_FORMAT "/%s", order_id, what);
  g_autofree char *url
      = g_strconcat ("https://api.bigcommerce.com/stores/k3x9demo1/v2", resource, NULL);

  json_object_set_string_member (link, "url", url);
  json_object_set_string_member (link, "resource", resource);
  return link;
}

void
practice_store_render_address_into (JsonObject *object, const PracticeStoreAddress *address)
{
  for (int part = 0; part < PRACTICE_N_ADDRESS_PARTS; part++)
    json_object_set_string_member (object, practice_store_address_part_name (part),
                                   address->parts[part] != NULL ? address->parts[part] : "");
  json_object_set_array_member (object, "form_fields", json_array_new ());
}

JsonObject *
practice_store_render_address (const PracticeStoreAddress *address)
{
  JsonObject *object = json_object_new ();

  practice_store_render_address_into (object, address);
  return object;
}

JsonArray *
practice_store_render_fees (const PracticeStoreOrder *order)
{
  JsonArray *fees = json_array_new ();

  for (guint i = 0; i < order->fees->len; i++)
    {
      const PracticeFee *fee = g_ptr_array_index (order->fees, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", fee->id);
      json_object_set_string_member (object, "type", "custom_fee");
      json_object_set_string_member (object, "display_name_customer", fee->name);
      json_object_set_string_member (object, "display_name_merchant", fee->name);
      json_object_set_string_member (object, "source", "AA");
      practice_store_add_money (object, "base_cost", fee->cost.base, FALSE);
      practice_store_add_money (object, fee->misspelt ? "cost_exc_tax" : "cost_ex_tax",
                                fee->cost.without_tax, FALSE);
      practice_store_add_money (object, "cost_inc_tax", fee->cost.with_tax, FALSE);
      practice_store_add_money (object, "cost_tax", fee->cost.tax, FALSE);
      json_object_set_int_member (object, "tax_class_id", 0);
      json_array_add_object_element (fees, object);
    }
  return fees;
}

static void
add_parts (JsonObject *object, const PracticeStoreOrder *order, guint rendering)
{
  static const struct
  {
    const char *name;
    const char *path;
  } links[] = {
    { "products", "products" },
    { "shipping_addresses", "shippingaddresses" },
    { "coupons", "coupons" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    json_object_set_object_member (object, links[i].name,
                                   practice_store_render_link (order->id, links[i].path));

  if ((rendering & PRACTICE_INCLUDE_FEES) != 0)
    json_object_set_array_member (object, "fees", practice_store_render_fees (order));
  else
    json_object_set_object_member (object, "fees", practice_store_render_link (order->id, "fees"));

  if ((rendering & PRACTICE_INCLUDE_CONSIGNMENTS) == 0)
    json_object_set_object_member (object, "consignments",
                                   practice_store_render_link (order->id, "consignments"));
  else if ((rendering & PRACTICE_CONSIGNMENTS_AS_OBJECT) != 0)
    json_object_set_object_member (object, "consignments",
                                   practice_store_render_consignments (order, rendering));
  else
    {
      JsonArray *list = json_array_new ();

      json_array_add_object_element (list, practice_store_render_consignments (order, rendering));
      json_object_set_array_member (object, "consignments", list);
    }
}

JsonObject *
practice_store_render_order (const PracticeStoreOrder *order, guint rendering)
{
  gboolean as_numbers = (rendering & PRACTICE_DECIMALS_AS_NUMBERS) != 0;
  const PracticeStatus *status = practice_store_find_status (order->status_id);
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, order_fields, G_N_ELEMENTS (order_fields), order, as_numbers);
  json_object_set_string_member (object, "status", status->name);
  json_object_set_string_member (object, "custom_status", status->custom_label);
  practice_store_add_money (
      object, "refunded_amount",
      (rendering & PRACTICE_WITH_REFUNDED_AMOUNT) != 0 ? order->refunded_amount : 0, as_numbers);
  json_object_set_object_member (object, "billing_address",
                                 practice_store_render_address (&order->billing));
  add_parts (object, order, rendering);
  return object;
}
