/* The parts of an order of the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a shopper or merchant decides (prices, quantities, discounts, rates) is
 * kept; every total is worked out from it by practice_store_order_settle().
 */
#pragma once

#include "bright-money.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  PRACTICE_FIRST_NAME,
  PRACTICE_LAST_NAME,
  PRACTICE_COMPANY,
  PRACTICE_STREET_1,
  PRACTICE_STREET_2,
  PRACTICE_CITY,
  PRACTICE_STATE,
  PRACTICE_ZIP,
  PRACTICE_COUNTRY,
  PRACTICE_COUNTRY_CODE,
  PRACTICE_PHONE,
  PRACTICE_EMAIL,
  PRACTICE_N_ADDRESS_PARTS,
} PracticeAddressPart;

typedef struct
{
  char *parts[PRACTICE_N_ADDRESS_PARTS];
} PracticeStoreAddress;

/* An amount as it was entered, and its two sides. */
typedef struct
{
  BrightMoney base;
  gint64 rate;         /* 2000 is 20 % */
  gboolean overridden; /* without_tax and with_tax were given, not worked out */
  BrightMoney without_tax;
  BrightMoney with_tax;
  BrightMoney tax;
} PracticeCost;

typedef struct
{
  const char *id; /* "coupon", "total-coupon", "manual-discount" or a promotion's; static */
  char *name;
  char *code;         /* (nullable) */
  const char *target; /* "order" or "product"; static */
  BrightMoney amount; /* for the line, on the side on which prices are entered */
} PracticeDiscount;

typedef struct
{
  gint64 id;
  gint64 order_id;
  gint64 product_id;
  gint64 variant_id;
  gint64 address_id; /* of its consignment; 0 when it is not delivered to an address */
  gint64 parent_id;  /* of a pick-list child */
  char *sku;
  char *name;
  const char *type; /* static */
  gint64 quantity;
  gint64 quantity_shipped;
  gint64 quantity_refunded;
  PracticeCost unit; /* base and rate are what counts */
  PracticeCost full;
  PracticeCost paid; /* all discounts off */
  PracticeCost wrapping;
  const char *wrapping_name;    /* (nullable): static */
  gboolean tax_before_discount; /* what total_tax shows */
  BrightMoney shown_tax;
  char *option_name; /* (nullable) */
  char *option_value;
  GPtrArray *discounts; /* (nullable) (element-type PracticeDiscount) */
} PracticeLine;

typedef enum
{
  PRACTICE_CONSIGNMENT_SHIPPING,
  PRACTICE_CONSIGNMENT_PICKUP,
  PRACTICE_CONSIGNMENT_DOWNLOAD,
  PRACTICE_CONSIGNMENT_CERTIFICATE,
} PracticeConsignmentKind;

typedef struct
{
  gint64 id; /* the order address id */
  gint64 order_id;
  PracticeConsignmentKind kind;
  PracticeStoreAddress address;
  const char *shipping_method; /* static */
  PracticeCost shipping;
  PracticeCost handling;
  gint64 zone_id;
  const char *zone_name; /* static */
  gint64 items_total;
  gint64 items_shipped;
} PracticeConsignment;

typedef struct
{
  gint64 id;
  const char *name; /* static */
  PracticeCost cost;
  gboolean misspelt; /* cost_exc_tax instead of cost_ex_tax */
} PracticeFee;

typedef struct
{
  gint64 id;
  gint64 coupon_id;
  gint64 order_id;
  const char *code; /* static */
  gint64 type;
  BrightMoney amount;
  BrightMoney discount;
} PracticeCoupon;

/* What stands in reference_transaction_id besides a number. */
#define PRACTICE_REFERENCE_NULL 0
#define PRACTICE_REFERENCE_EMPTY_OBJECT (-1)

typedef struct
{
  gint64 id;
  const char *event; /* static, as the next three */
  const char *method;
  const char *gateway;
  const char *payment_method_id;
  char *gateway_transaction_id; /* (nullable) */
  BrightMoney amount;
  const char *currency; /* static */
  const char *status;
  gint64 reference;
  gint64 date_created;
} PracticeTransaction;

G_END_DECLS
