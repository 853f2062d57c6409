/* Brightpearl's stock: what can be sold from several warehouses, and what moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client.h"
#include "brightpearl-stock-records.h"

G_BEGIN_DECLS

/**
 * brightpearl_client_read_stock_async:
 * @self: the client
 * @product_ids: (element-type gint64): products, of any number
 * @warehouse_ids: (element-type gint64): warehouses
 *
 * GET warehouse-service/product-availability/{ids}, 100 at a time. The finish
 * function gives product ids (gint64 *, owned) with units on hand (gint64 *,
 * owned: one number for each warehouse, in their sequence). A product that none
 * of the warehouses holds is not there; nor is a bundle or one without stock.
 */
void brightpearl_client_read_stock_async (BrightpearlClient *self,
                                          GArray *product_ids,
                                          GArray *warehouse_ids,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GHashTable *brightpearl_client_read_stock_finish (BrightpearlClient *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * brightpearl_client_search_movements_async:
 * @self: the client
 * @since: seconds since 1970
 * @first: the index of the first row wanted, from 1
 *
 * GET warehouse-service/goods-movement-search?updatedOn={since}/, 500 rows,
 * sorted by id. The finish function gives the movements (element-type
 * BrightpearlMovement); @more tells whether another page follows.
 */
void brightpearl_client_search_movements_async (BrightpearlClient *self,
                                                gint64 since,
                                                guint first,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
GPtrArray *brightpearl_client_search_movements_finish (BrightpearlClient *self,
                                                       GAsyncResult *result,
                                                       gboolean *more,
                                                       GError **error);

/**
 * brightpearl_client_read_compositions_async:
 * @self: the client
 * @ids: an id set of up to 200 products
 *
 * GET product-service/product/{ids}. The finish function gives what bundles are
 * made of (element-type BrightpearlComposition), with one entry for every
 * product, bundle or not. Unknown ids are left out.
 */
void brightpearl_client_read_compositions_async (BrightpearlClient *self,
                                                 const char *ids,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GPtrArray *brightpearl_client_read_compositions_finish (BrightpearlClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

G_END_DECLS
