/* Completing orders whose lines were cut off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client-private.h"

G_BEGIN_DECLS

/**
 * bigcommerce_client_complete_orders_async:
 * @self: the client
 * @orders: (element-type BigcommerceOrder): orders as they came in a list
 * @broken: (element-type utf8): takes what is said about orders that cannot be completed
 *
 * Reads the lines of those orders that lack some, from
 * /v2/orders/{id}/products. An order that cannot be completed leaves @orders.
 */
void bigcommerce_client_complete_orders_async (BigcommerceClient *self,
                                               GPtrArray *orders,
                                               GPtrArray *broken,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean bigcommerce_client_complete_orders_finish (BigcommerceClient *self,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
