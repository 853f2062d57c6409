/* An order of the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-store-order-parts.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 line_id;
  gint64 quantity;
} PracticeShippedItem;

typedef struct
{
  gint64 id;
  gint64 order_id;
  gint64 customer_id;
  gint64 address_id;
  gint64 date_created;
  char *tracking_number;
  char *tracking_carrier;
  char *tracking_link;
  char *shipping_provider;
  char *shipping_method;
  char *comments;
  BrightMoney merchant_cost;
  GArray *items; /* (element-type PracticeShippedItem) */
} PracticeShipment;

typedef struct
{
  gint64 id;
  const char *kind; /* which of the seed's kinds; static */
  gint64 customer_id;
  gint64 status_id;
  gint64 channel_id;
  gint64 date_created;
  gint64 date_modified;
  gint64 date_shipped;
  gboolean is_deleted;
  gboolean prices_include_tax;
  gboolean is_digital;
  const char *order_source; /* static */
  const char *currency;     /* of all amounts; static */
  gint64 currency_id;
  const char *display_currency; /* static */
  gint64 display_currency_id;
  const char *display_rate;       /* static */
  const char *transactional_rate; /* static */
  PracticeStoreAddress billing;
  GPtrArray *lines;        /* (element-type PracticeLine) */
  GPtrArray *consignments; /* (element-type PracticeConsignment) */
  GPtrArray *fees;         /* (element-type PracticeFee) */
  GPtrArray *coupons;      /* (element-type PracticeCoupon) */
  GPtrArray *transactions; /* (element-type PracticeTransaction) */
  GPtrArray *shipments;    /* (element-type PracticeShipment) */
  JsonArray *messages;     /* (nullable) */
  char *payment_method;
  char *payment_provider_id;
  char *payment_status;
  char *staff_notes;
  char *customer_message;
  char *external_order_id;
  char *external_source;
  char *external_merchant_id;
  BrightMoney store_credit_amount;
  BrightMoney gift_certificate_amount;
  BrightMoney refunded_amount;
  /* What the totals are off by, on purpose. */
  BrightMoney total_error;
  BrightMoney tax_error;
  /* Worked out. */
  PracticeCost subtotal;
  PracticeCost shipping;
  PracticeCost handling;
  PracticeCost wrapping;
  PracticeCost total;
  BrightMoney discount_amount;
  BrightMoney coupon_discount;
  gint64 items_total;
  gint64 items_shipped;
  gint64 address_count;
} PracticeStoreOrder;

/* practice-store-order.c */
PracticeStoreOrder *practice_store_order_new (void);
void practice_store_order_free (PracticeStoreOrder *order);
void practice_store_line_free (PracticeLine *line);
/* Adds an empty part and returns it. */
PracticeLine *practice_store_order_add_line (PracticeStoreOrder *order, gint64 id);
PracticeConsignment *practice_store_order_add_consignment (PracticeStoreOrder *order,
                                                           gint64 id,
                                                           PracticeConsignmentKind kind);
PracticeShipment *practice_store_order_add_shipment (PracticeStoreOrder *order, gint64 id);
void practice_store_line_add_discount (PracticeLine *line,
                                       const char *id,
                                       const char *name,
                                       const char *code,
                                       const char *target,
                                       BrightMoney amount);
/* (nullable): what bears @id. */
PracticeLine *practice_store_order_find_line (PracticeStoreOrder *order, gint64 id);
PracticeConsignment *practice_store_order_find_consignment (PracticeStoreOrder *order, gint64 id);
void practice_store_address_copy (PracticeStoreAddress *to, const PracticeStoreAddress *from);
void practice_store_address_set (PracticeStoreAddress *address,
                                 PracticeAddressPart part,
                                 const char *text);
/* The member that holds @part, e.g. "street_1". */
const char *practice_store_address_part_name (PracticeAddressPart part);
/* Takes over the members of @object that are parts of an address. */
void practice_store_address_read (PracticeStoreAddress *address, JsonNode *object);

/* practice-store-settle.c: works out every total of the order. */
void practice_store_order_settle (PracticeStoreOrder *order);
/* Works out the two sides of one amount, the tax rounded to a multiple of @step. */
void practice_store_cost_settle (PracticeCost *cost, gboolean includes_tax, BrightMoney step);
/* What was paid for @quantity units of the line, with tax, and the tax in it. */
void practice_store_line_share (const PracticeLine *line,
                                gint64 quantity,
                                BrightMoney *with_tax,
                                BrightMoney *tax);

/* practice-store-render.c, practice-store-render-parts.c; (transfer full). */
typedef enum
{
  PRACTICE_INCLUDE_CONSIGNMENTS = 1 << 0,
  PRACTICE_INCLUDE_LINES = 1 << 1,
  PRACTICE_INCLUDE_FEES = 1 << 2,
  PRACTICE_CONSIGNMENTS_AS_OBJECT = 1 << 3,
  PRACTICE_DECIMALS_AS_NUMBERS = 1 << 4,
  PRACTICE_WITH_REFUNDED_AMOUNT = 1 << 5,
} PracticeRendering;

JsonObject *practice_store_render_order (const PracticeStoreOrder *order, guint rendering);
JsonObject *practice_store_render_line (const PracticeLine *line, gboolean decimals_as_numbers);
JsonObject *practice_store_render_consignments (const PracticeStoreOrder *order, guint rendering);
JsonObject *practice_store_render_shipping_address (const PracticeConsignment *consignment);
JsonObject *practice_store_render_address (const PracticeStoreAddress *address);
JsonArray *practice_store_render_fees (const PracticeStoreOrder *order);
JsonObject *practice_store_render_link (gint64 order_id, const char *what);
void practice_store_render_address_into (JsonObject *object, const PracticeStoreAddress *address);

G_END_DECLS
