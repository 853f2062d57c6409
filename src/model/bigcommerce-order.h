/* BigCommerce's order, as far as it matters here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET /v2/orders with
 * include=consignments.line_items,fees. Amounts are in the transactional
 * currency.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* A billing or delivery address. */
typedef struct
{
  gint64 id; /* the order address id of a delivery address; 0 for billing */
  char *first_name;
  char *last_name;
  char *company;
  char *street_1;
  char *street_2;
  char *city;
  char *state;
  char *postal_code;
  char *country;
  char *country_code; /* ISO 3166, two letters */
  char *phone;
  char *email;
} BigcommerceAddress;

BRIGHT_DECLARE_RECORD (BigcommerceAddress, bigcommerce_address)

/* A discount that was applied to a line. */
typedef struct
{
  char *id; /* coupon, total-coupon, manual-discount, or a promotion's number */
  char *name;
  char *code;
  BrightMoney amount; /* positive: what was taken off */
} BigcommerceDiscount;

BRIGHT_DECLARE_RECORD (BigcommerceDiscount, bigcommerce_discount)

/* What the shopper chose for a line. */
typedef struct
{
  char *name;
  char *value;
} BigcommerceOption;

BRIGHT_DECLARE_RECORD (BigcommerceOption, bigcommerce_option)

/* A line of an order. */
typedef struct
{
  gint64 id; /* order product id */
  gint64 product_id; /* 0 for a custom line */
  gint64 variant_id;
  gint64 order_address_id;
  gint64 parent_line_id; /* of a pick-list child */
  char *name;
  char *sku;
  char *upc;
  char *identifier; /* MPN or GTIN from the catalogue, where the settings match by it; else "" */
  char *type; /* physical, digital, giftcertificate */
  BrightMoney quantity; /* in 1/10000 */
  gint64 quantity_shipped;
  BrightMoney total_ex_tax; /* before discounts, as are the next two; the tax may be after */
  BrightMoney total_inc_tax;
  BrightMoney total_tax;
  char *discounted_total_inc_tax; /* what the shopper paid, as text; "" if not told */
  GPtrArray *discounts; /* of BigcommerceDiscount */
  GPtrArray *options; /* of BigcommerceOption */
} BigcommerceLine;

BRIGHT_DECLARE_RECORD (BigcommerceLine, bigcommerce_line)

/* The lines that go to one address, with the address. */
typedef struct
{
  BigcommerceAddress *address;
  GPtrArray *lines; /* of BigcommerceLine */
  char *warning; /* not "" when lines were left out */
  char *shipping_method;
  BrightMoney cost_ex_tax;
  BrightMoney cost_inc_tax;
} BigcommerceConsignment;

BRIGHT_DECLARE_RECORD (BigcommerceConsignment, bigcommerce_consignment)

/* A fee on the order. */
typedef struct
{
  gint64 id;
  char *name;
  BrightMoney cost_ex_tax;
  BrightMoney cost_inc_tax;
  BrightMoney cost_tax;
} BigcommerceFee;

BRIGHT_DECLARE_RECORD (BigcommerceFee, bigcommerce_fee)

/* The order. */
typedef struct
{
  gint64 id;
  gint64 customer_id; /* 0 for a guest */
  gint64 date_created;
  gint64 date_modified;
  gint64 status_id;
  char *status_label; /* as the merchant named it */
  BrightMoney shipping_ex_tax;
  BrightMoney shipping_inc_tax;
  BrightMoney shipping_tax;
  BrightMoney handling_ex_tax;
  BrightMoney handling_inc_tax;
  BrightMoney handling_tax;
  BrightMoney wrapping_ex_tax;
  BrightMoney wrapping_inc_tax;
  BrightMoney wrapping_tax;
  BrightMoney total_ex_tax;
  BrightMoney total_inc_tax;
  BrightMoney total_tax;
  gboolean is_tax_inclusive_pricing;
  BrightMoney discount_amount;
  BrightMoney coupon_discount;
  BrightMoney store_credit_amount;
  BrightMoney gift_certificate_amount;
  BrightMoney items_total;
  BrightMoney items_shipped;
  gboolean is_digital;
  char *payment_method;
  char *payment_provider_id;
  char *payment_status;
  char *currency; /* ISO 4217, the transactional one */
  char *store_currency; /* ISO 4217, the store's default one; may be "" */
  char *exchange_rate; /* from the store's default to the transactional currency; may be "" */
  char *staff_notes;
  char *customer_message;
  gint64 address_count;
  gboolean is_deleted;
  gboolean is_email_opt_in;
  gint64 channel_id;
  char *external_order_id;
  BigcommerceAddress *billing_address; /* (nullable) */
  GPtrArray *shipping; /* of BigcommerceConsignment: to addresses */
  GPtrArray *pickups; /* of BigcommerceConsignment: to be collected */
  GPtrArray *downloads; /* of BigcommerceConsignment: digital lines */
  GPtrArray *gift_certificates; /* of BigcommerceConsignment: sold, sent by e-mail */
  GPtrArray *fees; /* of BigcommerceFee */
} BigcommerceOrder;

BRIGHT_DECLARE_RECORD (BigcommerceOrder, bigcommerce_order)

/* The fields whose change matters to a sales order: money, lines, addresses. */
extern const BrightRecordType bigcommerce_order_content_type;

/**
 * bigcommerce_order_foreach_line:
 * @order: an order
 * @function: (scope call): called with each line and @user_data, in the order's own sequence
 * @user_data: given to @function
 */
void bigcommerce_order_foreach_line (const BigcommerceOrder *order,
                                     GFunc function,
                                     gpointer user_data);

/**
 * bigcommerce_order_count_lines:
 * @order: an order
 *
 * Returns: how many lines it has
 */
guint bigcommerce_order_count_lines (const BigcommerceOrder *order);

/**
 * bigcommerce_order_is_truncated:
 * @order: an order as it came in a list
 *
 * Returns: %TRUE if lines are missing, so that they must be read on their own
 */
gboolean bigcommerce_order_is_truncated (const BigcommerceOrder *order);

G_END_DECLS
