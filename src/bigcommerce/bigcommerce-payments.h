/* BigCommerce's transactions and refunds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"
#include "bigcommerce-refund.h"
#include "bigcommerce-transaction.h"

G_BEGIN_DECLS

/**
 * bigcommerce_client_list_transactions_async:
 * @self: the client
 * @order_id: the order
 * @cancellable: (nullable): to stop
 * @callback: called when they were read
 * @user_data: given to @callback
 *
 * GET /v3/orders/{id}/transactions. There is no list over orders. Orders that were not paid
 * through a gateway have none.
 *
 * The finish function gives them (element-type BigcommerceTransaction).
 */
void bigcommerce_client_list_transactions_async (BigcommerceClient *self,
                                                 gint64 order_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GPtrArray *bigcommerce_client_list_transactions_finish (BigcommerceClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

/**
 * bigcommerce_client_list_refunds_async:
 * @self: the client
 * @created_since: seconds since 1970; 0 for all
 * @orders: (nullable): order numbers joined by commas; %NULL for all
 * @page: which page, from 1
 * @cancellable: (nullable): to stop
 * @callback: called when the page was read
 * @user_data: given to @callback
 *
 * GET /v3/orders/payment_actions/refunds, by growing id.
 *
 * The finish function gives them (element-type BigcommerceRefund), tells whether another
 * page follows, and the store's time, seconds since 1970.
 */
void bigcommerce_client_list_refunds_async (BigcommerceClient *self,
                                            gint64 created_since,
                                            const char *orders,
                                            guint page,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *bigcommerce_client_list_refunds_finish (BigcommerceClient *self,
                                                   GAsyncResult *result,
                                                   gboolean *more,
                                                   gint64 *server_time,
                                                   GError **error);

G_END_DECLS
