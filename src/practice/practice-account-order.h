/* Orders of the practice account, and what hangs on them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Brightpearl derives (totals, allocation, payment status) is derived
 * whenever it is asked for, so that it cannot disagree with the facts.
 */
#pragma once

#include "practice-account.h"

G_BEGIN_DECLS

#define PRACTICE_SALES_ORDER 1
#define PRACTICE_SALES_CREDIT 3
#define PRACTICE_CANCELLED_STATUS 5

typedef struct _PracticeRow PracticeRow;
struct _PracticeRow
{
  gint64 id;
  gint64 product_id;
  char *sku; /* (nullable) */
  char *name;
  PracticeDecimal quantity;
  char *tax_code;
  PracticeDecimal net;
  PracticeDecimal tax;
  char *nominal_code;
  char *external_reference; /* (nullable) */
  gint64 sequence;
  gboolean bundle_parent;
  PracticeRow *parent; /* (nullable) (unowned): the bundle that it is a component of */
  gint64 reserved;     /* units in the order's reservation */
};

typedef enum
{
  PRACTICE_ADDRESS_CUSTOMER,
  PRACTICE_ADDRESS_BILLING,
  PRACTICE_ADDRESS_DELIVERY,
  PRACTICE_N_ADDRESSES,
} PracticeAddressRole;

typedef struct
{
  PracticeRecord record;
  gint64 type_id; /* 1 sales order, 3 sales credit */
  gint64 parent_id;
  gint64 customer_id;
  gint64 billing_contact_id;
  gint64 status_id;
  gint64 warehouse_id;
  gint64 channel_id;
  gint64 staff_owner_id;
  gint64 project_id;
  gint64 lead_source_id;
  gint64 team_id;
  gint64 price_list_id;
  gint64 instance_id;
  gint64 shipping_method_id;
  gint64 created_by;
  gint64 version;
  gint64 placed_on;
  gint64 tax_date;
  gint64 delivery_date;
  gint64 closed_on;
  char *reference;
  char *external_reference;
  char *price_mode;
  char *currency_code;
  char *invoice_reference;
  gint64 exchange_rate; /* times PRACTICE_RATE_UNIT */
  gboolean fixed_rate;
  JsonObject *addresses[PRACTICE_N_ADDRESSES];
  GPtrArray *rows; /* (element-type PracticeRow) */
  JsonObject *custom_fields;
  gint64 reservation_warehouse; /* 0 without a reservation */
  GPtrArray *notes;             /* (element-type PracticeNote) (unowned) */
  GPtrArray *payments;          /* (element-type PracticePayment) (unowned) */
  GPtrArray *goods_out_notes;   /* (element-type PracticeGoodsOut) (unowned) */
} PracticeOrder;

/* What Brightpearl derives from an order's facts; static strings. */
typedef struct
{
  const char *allocation;
  const char *stock;
  gint64 stock_id;
  const char *shipping;
  gint64 shipping_id;
  const char *payment;
  gint64 payment_id;
} PracticeOrderCodes;

PracticeOrder *practice_order_new (void);
void practice_order_free (PracticeOrder *order);
void practice_row_free (PracticeRow *row);
/* Gives @order, which becomes the account's, and its rows their ids; that of the order. */
gint64 practice_order_add (PracticeWorld *world, PracticeOrder *order);
/* Gives ids and sequence to rows that have none. */
void practice_order_number_rows (PracticeWorld *world, PracticeOrder *order);
/* (transfer full): what makes a repeated POST of @order known; NULL if nothing does. */
char *practice_order_repeat_key (const PracticeOrder *order);
/* Marks a change of the order itself; a reservation that it left empty is gone. */
void practice_order_touch (PracticeWorld *world, PracticeOrder *order);
PracticeRow *practice_order_find_row (const PracticeOrder *order, gint64 row_id);
void practice_order_total (const PracticeOrder *order, PracticeDecimal *net, PracticeDecimal *tax);
PracticeOrderCodes practice_order_codes (PracticeAccount *account, const PracticeOrder *order);
void practice_order_forget_empty_reservation (PracticeOrder *order);
/* Whether @row takes up stock: no free text, no bundle, a product that is tracked. */
gboolean practice_row_is_stocked (const PracticeAccount *account, const PracticeRow *row);
/* Units of @row on goods-out notes, or on those that were shipped. */
gint64 practice_order_noted (const PracticeOrder *order, gint64 row_id, gboolean shipped_only);
/* Gives up to @wanted more units to @row's reservation; how many. */
gint64 practice_order_reserve (PracticeWorld *world,
                               PracticeOrder *order,
                               PracticeRow *row,
                               gint64 wanted);
/* Takes the reservation off @row, or with %NULL off all rows, down to @keep units each. */
void practice_order_release (PracticeWorld *world,
                             PracticeOrder *order,
                             PracticeRow *row,
                             gint64 keep);
/* Writes a note as Brightpearl does, or as the caller asked; its id. */
gint64 practice_order_add_note (PracticeWorld *world,
                                PracticeOrder *order,
                                const char *text,
                                gboolean is_public);

G_END_DECLS
