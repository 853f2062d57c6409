/* Goods-out and drop-ship notes: what has left the warehouse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client.h"
#include "brightpearl-goods-note.h"

G_BEGIN_DECLS

/**
 * brightpearl_client_search_shipped_async:
 * @self: the client
 * @shipped_since: seconds since 1970
 * @first: the index of the first row wanted, from 1
 *
 * GET warehouse-service/goods-note/goods-out-search?shippedOn=: one page of 500
 * goods-out notes that were shipped since, sorted by their numbers.
 */
void brightpearl_client_search_shipped_async (BrightpearlClient *self,
                                              gint64 shipped_since,
                                              guint first,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * brightpearl_client_search_shipped_finish:
 * @self: the client
 * @result: what the callback was given
 * @more: (out): whether another page follows
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type BrightpearlShippedNote): the notes
 */
GPtrArray *brightpearl_client_search_shipped_finish (BrightpearlClient *self,
                                                     GAsyncResult *result,
                                                     gboolean *more,
                                                     GError **error);

/**
 * brightpearl_client_read_goods_notes_async:
 * @self: the client
 * @sales_order_ids: (element-type gint64): any number of sales orders
 * @drop_ship: drop-ship notes instead of goods-out notes
 *
 * GET warehouse-service/order/{ids}/goods-note/goods-out (or drop-ship), 500
 * sales orders at a time.
 */
void brightpearl_client_read_goods_notes_async (BrightpearlClient *self,
                                                GArray *sales_order_ids,
                                                gboolean drop_ship,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);

/**
 * brightpearl_client_read_goods_notes_finish:
 * @self: the client
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type BrightpearlGoodsNote): the notes, in no
 *   sequence
 */
GPtrArray *brightpearl_client_read_goods_notes_finish (BrightpearlClient *self,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
