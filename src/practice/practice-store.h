/* The BigCommerce half of the practice store: what its parts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-store-json.h"
#include "practice-store-order.h"
#include "practice.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  const char *name;
  const char *custom_label;
  gint64 position;
} PracticeStatus;

/* One SKU. Variants of one product stand next to each other. */
typedef struct
{
  gint64 id;
  gint64 product_id;
  gint64 sku_id;
  gint64 brightpearl_id; /* 0 if Brightpearl does not know it */
  char *sku;
  char *name;              /* of the product */
  char *option_value;      /* "" of a base variant */
  const char *option_name; /* static */
  const char *type;        /* "physical" or "digital"; static */
  const char *tracking;    /* "none", "product" or "variant"; static */
  BrightMoney price;
  gint64 rate; /* of its tax; 2000 is 20 % */
  gint64 level;
  gint64 visible_level; /* what reads show until visible_from */
  gint64 visible_from;
  gint64 date_modified;
} PracticeVariant;

typedef struct
{
  gint64 id;
  gint64 date_created;
  gint64 date_modified;
  PracticeStoreAddress address;
} PracticeCustomer;

typedef struct
{
  gint64 id;
  gint64 order_id;
  gint64 created;
  char *transaction_id;
  JsonObject *shown;
} PracticeRefund;

/* What the real thing leaves open, to be tried both ways. */
typedef struct
{
  gboolean auto_status;
  gboolean bounds_exclusive;
  gboolean clamp_limit;
  gboolean shipments_bump_date_modified;
  gboolean fill_refunded_amount;
  gboolean decimals_as_numbers;
  gboolean list_archived;
  gboolean sku_for_product_tracked;
  gboolean refuse_carriers;
  gint64 inventory_delay_seconds;
} PracticeKnobs;

typedef enum
{
  PRACTICE_ID_ORDER,
  PRACTICE_ID_LINE,
  PRACTICE_ID_ADDRESS,
  PRACTICE_ID_SHIPMENT,
  PRACTICE_ID_TRANSACTION,
  PRACTICE_ID_REFUND,
  PRACTICE_ID_METAFIELD,
  PRACTICE_ID_CUSTOMER,
  PRACTICE_ID_VARIANT,
  PRACTICE_ID_PRODUCT,
  PRACTICE_ID_OTHER,
  PRACTICE_N_IDS,
} PracticeIdKind;

struct _PracticeStore
{
  PracticeWorld *world;
  PracticeKnobs knobs;
  GPtrArray *orders;           /* (element-type PracticeStoreOrder): by id, as the next ones */
  GPtrArray *customers;        /* (element-type PracticeCustomer) */
  GPtrArray *variants;         /* (element-type PracticeVariant) */
  GPtrArray *refunds;          /* (element-type PracticeRefund) */
  GPtrArray *metafields;       /* (element-type JsonObject) */
  GHashTable *variants_by_sku; /* (element-type utf8 PracticeVariant): the keys in lower case */
  GArray *product_starts;      /* (element-type guint): where in variants each product begins */
  gint64 last_ids[PRACTICE_N_IDS];
  gpointer seed; /* practice-seed.c's own */
  GDestroyNotify free_seed;
};

/* practice-store-data.c */
gint64 practice_store_next_id (PracticeStore *store, PracticeIdKind kind);
PracticeStoreOrder *practice_store_find_order (PracticeStore *store, gint64 id);
PracticeVariant *practice_store_find_variant (PracticeStore *store, gint64 id);
PracticeVariant *practice_store_find_sku (PracticeStore *store, const char *sku);
/* (nullable): the first variant of a product; @n_variants (out) (optional). */
PracticeVariant *practice_store_find_product (PracticeStore *store, gint64 id, guint *n_variants);
PracticeCustomer *practice_store_find_customer (PracticeStore *store, gint64 id);
/* Takes @variant over; a product's variants must come one after the other. */
void practice_store_add_variant (PracticeStore *store, PracticeVariant *variant);
/* Sets what is on hand; reads show it after the delay that the knobs ask for. */
void practice_store_set_level (PracticeStore *store, PracticeVariant *variant, gint64 level);
/* What the order takes is no longer for sale. */
void practice_store_take_stock (PracticeStore *store, const PracticeStoreOrder *order);
gint64 practice_store_visible_level (PracticeStore *store, const PracticeVariant *variant);
/* Never %NULL: an unknown status is shown as Incomplete. */
const PracticeStatus *practice_store_find_status (gint64 id);
const PracticeStatus *practice_store_get_statuses (guint *n_statuses);
/* Works the totals out again and moves date_modified. */
void practice_store_order_changed (PracticeStore *store, PracticeStoreOrder *order);

/* practice-bigcommerce-refunds.c: refunds @items (as in the API); %NULL and a message if it cannot.
 */
PracticeRefund *practice_store_refund (PracticeStore *store,
                                       PracticeStoreOrder *order,
                                       JsonArray *items,
                                       const char *reason,
                                       const char **message);
/* practice-bigcommerce-transactions.c */
PracticeTransaction *practice_store_add_transaction (PracticeStore *store,
                                                     PracticeStoreOrder *order,
                                                     const char *event,
                                                     const char *method,
                                                     const char *gateway,
                                                     BrightMoney amount);
/* What has arrived: purchases, captures and settlements less refunds. */
BrightMoney practice_store_order_received (const PracticeStoreOrder *order);
gboolean practice_store_capture (PracticeStore *store, PracticeStoreOrder *order);
gboolean practice_store_void (PracticeStore *store, PracticeStoreOrder *order);

G_END_DECLS
