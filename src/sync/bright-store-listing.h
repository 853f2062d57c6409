/* All orders of the store since go-live, at a glance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Listed without looking at what is known, for whoever wants to compare.
 */
#pragma once

#include "bright-sync.h"

G_BEGIN_DECLS

/**
 * BrightStoreHead:
 * @id: the order's number
 * @date_created: seconds since 1970
 * @date_modified: seconds since 1970
 * @total: with tax
 * @currency: (unowned): ISO 4217, for the life of the program
 * @is_deleted: the store says that it is archived
 *
 * An order without what is in it.
 */
typedef struct
{
  gint64 id;
  gint64 date_created;
  gint64 date_modified;
  BrightMoney total;
  const char *currency;
  gboolean is_deleted;
} BrightStoreHead;

/**
 * BrightStoreListing:
 * @heads: (element-type BrightStoreHead): by growing number
 * @ids: the numbers (gint64 *, owned) of all that were listed, also of orders that make no sense
 *
 * What the store listed.
 */
typedef struct
{
  GArray *heads;
  GHashTable *ids;
} BrightStoreListing;

void bright_store_listing_free (BrightStoreListing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightStoreListing, bright_store_listing_free)

/* Lists the orders: one request for each 250. */
void
bright_store_listing_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full) (nullable): what the store listed. */
BrightStoreListing *bright_store_listing_finish (GAsyncResult *result, GError **error);

G_END_DECLS
