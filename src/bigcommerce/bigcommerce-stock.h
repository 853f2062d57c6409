/* BigCommerce's stock: what the store has, and how it keeps it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"
#include "bigcommerce-stock-records.h"

G_BEGIN_DECLS

/** BIGCOMMERCE_STOCK_IDS: ids that fit into one read of the calls below. */
#define BIGCOMMERCE_STOCK_IDS 250
/** BIGCOMMERCE_ADJUSTMENT_ITEMS: items that fit into one absolute adjustment. */
#define BIGCOMMERCE_ADJUSTMENT_ITEMS 2000

/**
 * BigcommerceStockList:
 * @BIGCOMMERCE_STOCK_ITEMS: GET /v3/inventory/items, 1000 a page, as BigcommerceStockItem; ids
 *   are those of variants
 * @BIGCOMMERCE_STOCK_TRACKING: GET /v3/catalog/products, 250 a page, as BigcommerceTracking;
 *   ids are those of products
 * @BIGCOMMERCE_STOCK_IDENTIFIERS: GET /v3/catalog/variants, 250 a page, as
 *   BigcommerceIdentifiers; always all of them
 * @BIGCOMMERCE_STOCK_LOCATION: GET /v3/inventory/locations?is_default=true, as
 *   BigcommerceTracking with only the id; always all of them
 *
 * What can be listed.
 */
typedef enum
{
  BIGCOMMERCE_STOCK_ITEMS,
  BIGCOMMERCE_STOCK_TRACKING,
  BIGCOMMERCE_STOCK_IDENTIFIERS,
  BIGCOMMERCE_STOCK_LOCATION,
} BigcommerceStockList;

/**
 * bigcommerce_client_list_stock_async:
 * @self: the client
 * @list: what is listed
 * @ids: (nullable) (element-type gint64): only these; %NULL for all
 * @offset: the first of @ids that is wanted; up to %BIGCOMMERCE_STOCK_IDS are
 * @page: from 1
 *
 * The finish function gives one page of records; @more tells whether another
 * follows.
 */
void bigcommerce_client_list_stock_async (BigcommerceClient *self,
                                          BigcommerceStockList list,
                                          GArray *ids,
                                          guint offset,
                                          guint page,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *bigcommerce_client_list_stock_finish (BigcommerceClient *self,
                                                 GAsyncResult *result,
                                                 gboolean *more,
                                                 GError **error);

G_END_DECLS
