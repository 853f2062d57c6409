/* Brightpearl's customer payments, and the sales credits of sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client.h"
#include "brightpearl-payment.h"

G_BEGIN_DECLS

/**
 * brightpearl_client_list_payments_async:
 * @self: the client
 * @orders: ids of sales orders and sales credits, as an id set of at most
 *   %BRIGHTPEARL_ID_SET_SIZE
 * @cancellable: (nullable): to stop
 * @callback: called when all pages were read
 * @user_data: given to @callback
 *
 * GET accounting-service/customer-payment-search by `orderId`. The search may lag behind what
 * was written a moment ago.
 *
 * The finish function gives the payments (element-type BrightpearlPayment), by growing id.
 */
void brightpearl_client_list_payments_async (BrightpearlClient *self,
                                             const char *orders,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

/**
 * brightpearl_client_list_credits_async:
 * @self: the client
 * @parents: ids of sales orders, as an id set of at most %BRIGHTPEARL_ID_SET_SIZE
 * @cancellable: (nullable): to stop
 * @callback: called when all pages were read
 * @user_data: given to @callback
 *
 * GET order-service/order-search by `parentOrderId`. The search may lag behind what was written
 * a moment ago.
 *
 * The finish function gives what hangs on them (element-type BrightpearlCredit), by growing id.
 */
void brightpearl_client_list_credits_async (BrightpearlClient *self,
                                            const char *parents,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

/**
 * brightpearl_client_read_newest_credits_async:
 * @self: the client
 * @after: the id after which is read
 * @cancellable: (nullable): to stop
 * @callback: called when there are no newer ones
 * @user_data: given to @callback
 *
 * GET order-service/order/{ids}, which goes past the search index: orders of every type get
 * their ids from one counter, so that whatever was made lately is read.
 *
 * The finish function gives those that hang on another one (element-type BrightpearlCredit).
 */
void brightpearl_client_read_newest_credits_async (BrightpearlClient *self,
                                                   gint64 after,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);

/* The end of any of these. */
GPtrArray *
brightpearl_client_list_finish (BrightpearlClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
