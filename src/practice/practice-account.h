/* What the practice Brightpearl account holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every kind of record has a table; a record begins with a PracticeRecord.
 */
#pragma once

#include "practice-account-values.h"
#include "practice.h"

G_BEGIN_DECLS

#define PRACTICE_FREE_TEXT_PRODUCT 1000
#define PRACTICE_N_WAREHOUSES 2
#define PRACTICE_OWNER_ID 4 /* the member of staff in whose name the API acts */

typedef struct
{
  gint64 id;
  gint64 created_on;
  gint64 updated_on; /* 0 until the first change */
  gint64 seen_updated_on; /* what a search knew before the change at changed_at */
  gint64 changed_at;
  gboolean deleted;
} PracticeRecord;

/* (records: element-type PracticeRecord) in the order of their ids. */
typedef struct
{
  GPtrArray *records;
  GHashTable *by_id; /* (element-type gint64 PracticeRecord) (unowned) */
  gint64 next_id;
} PracticeTable;

typedef struct
{
  gint64 warehouse_id;
  gint64 on_hand;   /* can be sold */
  gint64 allocated; /* reserved, or on a goods-out note that was not shipped */
  gboolean held;    /* whether the warehouse ever held the product */
} PracticeStock;

typedef struct
{
  PracticeRecord record;
  char *sku;
  char *name;
  char *barcode;
  char *ean;
  char *upc;
  char *isbn;
  char *mpn;
  gboolean stock_tracked;
  GArray *components; /* (element-type gint64) (nullable): product ids of a bundle */
  PracticeStock stock[PRACTICE_N_WAREHOUSES];
} PracticeProduct;

typedef struct
{
  PracticeRecord record;
  JsonObject *body; /* as it is answered, without ids and dates of the record */
} PracticeContact;

typedef struct
{
  PracticeRecord record;
  gint64 contact_id; /* 0 until it is attached */
  JsonObject *body;
} PracticeAddress;

struct _PracticeAccount
{
  GTimeZone *zone;
  GRand *random;
  gint64 search_lag;       /* seconds */
  gint64 searchable_until; /* during a search: what happened later is not known to it */
  PracticeTable orders;
  PracticeTable contacts;
  PracticeTable addresses;
  PracticeTable products;
  PracticeTable notes;
  PracticeTable payments;
  PracticeTable goods_out_notes;
  PracticeTable movements;
  gint64 locked_until; /* no payment may be dated earlier */
  gint64 next_row_id;
  gint64 next_invoice;
  GHashTable *reference_lists; /* (element-type utf8 JsonArray): by path */
  GHashTable *repeat_keys;     /* (element-type utf8 PracticeOrder): external reference, instance */
  GHashTable *payment_keys;    /* (element-type utf8 PracticeRecord): reference, method */
};

/* Puts @record, which becomes the table's, in it under the next id; that id. */
gint64 practice_table_add (PracticeWorld *world, PracticeTable *table, gpointer record);
/* (nullable) (transfer none): the record, unless it was deleted. */
gpointer practice_table_get (const PracticeTable *table, gint64 id);
/* Marks a change of @record. */
void practice_record_touch (PracticeWorld *world, gpointer record);
/* Brings the elements of @array into an order of no meaning. */
void practice_shuffle (PracticeAccount *account, GPtrArray *array);

/* (nullable) (transfer none): the member of a fixed list whose id, or code, is @key. */
JsonObject *practice_reference_find (const PracticeAccount *account,
                                     const char *path,
                                     const char *key);
JsonObject *practice_reference_find_id (const PracticeAccount *account,
                                        const char *path,
                                        gint64 id);
/* (transfer none) (nullable): the list at @path, such as `product-service/channel`. */
JsonArray *practice_reference_list (const PracticeAccount *account, const char *path);
/* (transfer full): all fixed lists by their paths. */
GHashTable *practice_reference_new (void);

/* (nullable) (transfer none): @product's stock in a warehouse. */
PracticeStock *practice_product_stock (PracticeProduct *product, gint64 warehouse_id);
/* Sets what can be sold in a warehouse, as a stock correction would. */
void practice_product_set_on_hand (PracticeWorld *world,
                                   PracticeProduct *product,
                                   gint64 warehouse_id,
                                   gint64 on_hand);

G_END_DECLS
