/* BigCommerce's order: its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-order.h"

static const BrightField address_fields[] = {
  BRIGHT_FIELD (BigcommerceAddress, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, first_name, "first_name"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, last_name, "last_name"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, company, "company"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, street_1, "street_1"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, street_2, "street_2"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, city, "city"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, state, "state"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, postal_code, "zip"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, country, "country"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, country_code, "country_iso2"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, phone, "phone"),
  BRIGHT_FIELD (BigcommerceAddress, STRING, email, "email"),
  {},
};

const BrightRecordType bigcommerce_address_type = { "address", sizeof (BigcommerceAddress),
                                                    address_fields };

static const BrightField discount_fields[] = {
  BRIGHT_FIELD (BigcommerceDiscount, STRING, id, "id"),
  BRIGHT_FIELD (BigcommerceDiscount, STRING, name, "name"),
  BRIGHT_FIELD (BigcommerceDiscount, STRING, code, "code"),
  BRIGHT_FIELD (BigcommerceDiscount, MONEY, amount, "amount"),
  {},
};

const BrightRecordType bigcommerce_discount_type = { "discount", sizeof (BigcommerceDiscount),
                                                     discount_fields };

static const BrightField option_fields[] = {
  BRIGHT_FIELD (BigcommerceOption, STRING, name, "display_name"),
  BRIGHT_FIELD (BigcommerceOption, STRING, value, "display_value"),
  {},
};

const BrightRecordType bigcommerce_option_type = { "option", sizeof (BigcommerceOption),
                                                   option_fields };

static const BrightField line_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceLine, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceLine, INTEGER, product_id, "product_id"),
  BRIGHT_FIELD (BigcommerceLine, INTEGER, variant_id, "variant_id"),
  BRIGHT_FIELD (BigcommerceLine, INTEGER, order_address_id, "order_address_id"),
  BRIGHT_FIELD (BigcommerceLine, INTEGER, parent_line_id, "parent_order_product_id"),
  BRIGHT_FIELD (BigcommerceLine, STRING, name, "name"),
  BRIGHT_FIELD (BigcommerceLine, STRING, sku, "sku"),
  BRIGHT_FIELD (BigcommerceLine, STRING, upc, "upc"),
  BRIGHT_FIELD (BigcommerceLine, STRING, identifier, "identifier"),
  BRIGHT_FIELD (BigcommerceLine, STRING, type, "type"),
  BRIGHT_FIELD_NEEDED (BigcommerceLine, MONEY, quantity, "quantity"),
  BRIGHT_FIELD (BigcommerceLine, INTEGER, quantity_shipped, "quantity_shipped"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_ex_tax, "total_ex_tax"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_inc_tax, "total_inc_tax"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_tax, "total_tax"),
  BRIGHT_FIELD (BigcommerceLine, STRING, discounted_total_inc_tax, "discounted_total_inc_tax"),
  BRIGHT_FIELD_OF (BigcommerceLine, RECORDS, discounts, "applied_discounts",
                   &bigcommerce_discount_type),
  BRIGHT_FIELD_OF (BigcommerceLine, RECORDS, options, "product_options", &bigcommerce_option_type),
  {},
};

const BrightRecordType bigcommerce_line_type = { "line", sizeof (BigcommerceLine), line_fields };

/* A consignment is its address with lines added, hence the inline record. */
static const BrightField consignment_fields[] = {
  BRIGHT_FIELD_OF (BigcommerceConsignment, RECORD, address, "", &bigcommerce_address_type),
  BRIGHT_FIELD_OF (BigcommerceConsignment, RECORDS, lines, "line_items", &bigcommerce_line_type),
  BRIGHT_FIELD (BigcommerceConsignment, STRING, warning, "__warning__/message"),
  BRIGHT_FIELD (BigcommerceConsignment, STRING, shipping_method, "shipping_method"),
  BRIGHT_FIELD (BigcommerceConsignment, MONEY, cost_ex_tax, "cost_ex_tax"),
  BRIGHT_FIELD (BigcommerceConsignment, MONEY, cost_inc_tax, "cost_inc_tax"),
  {},
};

const BrightRecordType bigcommerce_consignment_type = { "consignment",
                                                        sizeof (BigcommerceConsignment),
                                                        consignment_fields };

static const BrightField fee_fields[] = {
  BRIGHT_FIELD (BigcommerceFee, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceFee, STRING, name, "display_name_customer"),
  /* Some stores answer with a misspelt name, so that one is read first. */
  BRIGHT_FIELD (BigcommerceFee, MONEY, cost_ex_tax, "cost_exc_tax"),
  BRIGHT_FIELD (BigcommerceFee, MONEY, cost_ex_tax, "cost_ex_tax"),
  BRIGHT_FIELD (BigcommerceFee, MONEY, cost_inc_tax, "cost_inc_tax"),
  BRIGHT_FIELD (BigcommerceFee, MONEY, cost_tax, "cost_tax"),
  {},
};

const BrightRecordType bigcommerce_fee_type = { "fee", sizeof (BigcommerceFee), fee_fields };

#define ORDER(kind, member, name) BRIGHT_FIELD (BigcommerceOrder, kind, member, name)

/* What a sales order is made of; a change of any of these is an edited order. */
#define ORDER_CONTENT                                                                              \
  ORDER (MONEY, shipping_ex_tax, "shipping_cost_ex_tax"),                                          \
      ORDER (MONEY, shipping_inc_tax, "shipping_cost_inc_tax"),                                    \
      ORDER (MONEY, shipping_tax, "shipping_cost_tax"),                                            \
      ORDER (MONEY, handling_ex_tax, "handling_cost_ex_tax"),                                      \
      ORDER (MONEY, handling_inc_tax, "handling_cost_inc_tax"),                                    \
      ORDER (MONEY, handling_tax, "handling_cost_tax"),                                            \
      ORDER (MONEY, wrapping_ex_tax, "wrapping_cost_ex_tax"),                                      \
      ORDER (MONEY, wrapping_inc_tax, "wrapping_cost_inc_tax"),                                    \
      ORDER (MONEY, wrapping_tax, "wrapping_cost_tax"),                                            \
      ORDER (MONEY, total_ex_tax, "total_ex_tax"), ORDER (MONEY, total_inc_tax, "total_inc_tax"),  \
      ORDER (MONEY, total_tax, "total_tax"),                                                       \
      ORDER (MONEY, discount_amount, "discount_amount"),                                           \
      ORDER (MONEY, coupon_discount, "coupon_discount"),                                           \
      ORDER (STRING, currency, "default_currency_code")

#define ORDER_CONSIGNMENTS(consignment)                                                            \
  BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, shipping, "consignments/shipping", consignment),     \
      BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, pickups, "consignments/pickups", consignment),   \
      BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, downloads, "consignments/downloads",             \
                       consignment),                                                               \
      BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, gift_certificates,                               \
                       "consignments/email/gift_certificates", consignment)

static const BrightField order_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceOrder, INTEGER, id, "id"),
  ORDER (INTEGER, customer_id, "customer_id"),
  BRIGHT_FIELD_NEEDED (BigcommerceOrder, TIME, date_created, "date_created"),
  ORDER (TIME, date_modified, "date_modified"),
  ORDER (INTEGER, status_id, "status_id"),
  ORDER (STRING, status_label, "custom_status"),
  ORDER_CONTENT,
  ORDER (BOOLEAN, is_tax_inclusive_pricing, "is_tax_inclusive_pricing"),
  ORDER (MONEY, store_credit_amount, "store_credit_amount"),
  ORDER (MONEY, gift_certificate_amount, "gift_certificate_amount"),
  ORDER (MONEY, items_total, "items_total"),
  ORDER (MONEY, items_shipped, "items_shipped"),
  ORDER (BOOLEAN, is_digital, "order_is_digital"),
  ORDER (STRING, payment_method, "payment_method"),
  ORDER (STRING, payment_provider_id, "payment_provider_id"),
  ORDER (STRING, payment_status, "payment_status"),
  ORDER (STRING, store_currency, "store_default_currency_code"),
  ORDER (STRING, exchange_rate, "store_default_to_transactional_exchange_rate"),
  ORDER (STRING, staff_notes, "staff_notes"),
  ORDER (STRING, customer_message, "customer_message"),
  ORDER (INTEGER, address_count, "shipping_address_count"),
  ORDER (BOOLEAN, is_deleted, "is_deleted"),
  ORDER (BOOLEAN, is_email_opt_in, "is_email_opt_in"),
  ORDER (INTEGER, channel_id, "channel_id"),
  ORDER (STRING, external_order_id, "external_order_id"),
  BRIGHT_FIELD_OF (BigcommerceOrder, RECORD, billing_address, "billing_address",
                   &bigcommerce_address_type),
  ORDER_CONSIGNMENTS (&bigcommerce_consignment_type),
  BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, fees, "fees", &bigcommerce_fee_type),
  {},
};

const BrightRecordType bigcommerce_order_type = { "order", sizeof (BigcommerceOrder),
                                                  order_fields };

static const BrightField line_content_fields[] = {
  BRIGHT_FIELD (BigcommerceLine, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceLine, STRING, sku, "sku"),
  BRIGHT_FIELD (BigcommerceLine, STRING, name, "name"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, quantity, "quantity"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_ex_tax, "total_ex_tax"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_inc_tax, "total_inc_tax"),
  BRIGHT_FIELD (BigcommerceLine, MONEY, total_tax, "total_tax"),
  BRIGHT_FIELD (BigcommerceLine, STRING, discounted_total_inc_tax, "discounted_total_inc_tax"),
  BRIGHT_FIELD_OF (BigcommerceLine, RECORDS, discounts, "applied_discounts",
                   &bigcommerce_discount_type),
  {},
};

static const BrightRecordType line_content_type = { "line", sizeof (BigcommerceLine),
                                                    line_content_fields };

static const BrightField consignment_content_fields[] = {
  BRIGHT_FIELD_OF (BigcommerceConsignment, RECORD, address, "", &bigcommerce_address_type),
  BRIGHT_FIELD_OF (BigcommerceConsignment, RECORDS, lines, "line_items", &line_content_type),
  {},
};

static const BrightRecordType consignment_content_type = { "consignment",
                                                           sizeof (BigcommerceConsignment),
                                                           consignment_content_fields };

static const BrightField order_content_fields[] = {
  ORDER_CONTENT,
  BRIGHT_FIELD_OF (BigcommerceOrder, RECORD, billing_address, "billing_address",
                   &bigcommerce_address_type),
  ORDER_CONSIGNMENTS (&consignment_content_type),
  BRIGHT_FIELD_OF (BigcommerceOrder, RECORDS, fees, "fees", &bigcommerce_fee_type),
  {},
};

const BrightRecordType bigcommerce_order_content_type = { "order", sizeof (BigcommerceOrder),
                                                          order_content_fields };

void
bigcommerce_order_foreach_line (const BigcommerceOrder *order, GFunc function, gpointer user_data)
{
  GPtrArray *const groups[] = { order->shipping, order->pickups, order->downloads,
                                order->gift_certificates };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i]->len; j++)
      {
        const BigcommerceConsignment *consignment = groups[i]->pdata[j];

        g_ptr_array_foreach (consignment->lines, function, user_data);
      }
}

static void
count (gpointer line, gpointer lines)
{
  ++*(guint *) lines;
}

guint
bigcommerce_order_count_lines (const BigcommerceOrder *order)
{
  guint lines = 0;

  bigcommerce_order_foreach_line (order, count, &lines);
  return lines;
}

static gboolean
has_warning (GPtrArray *consignments)
{
  for (guint i = 0; i < consignments->len; i++)
    if (((const BigcommerceConsignment *) consignments->pdata[i])->warning[0] != '\0')
      return TRUE;
  return FALSE;
}

gboolean
bigcommerce_order_is_truncated (const BigcommerceOrder *order)
{
  return has_warning (order->shipping) || has_warning (order->pickups)
         || has_warning (order->downloads) || has_warning (order->gift_certificates)
         || (bigcommerce_order_count_lines (order) == 0 && order->items_total > 0);
}
