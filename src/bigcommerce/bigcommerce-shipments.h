/* BigCommerce's shipments of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"
#include "bigcommerce-shipment.h"

G_BEGIN_DECLS

/**
 * bigcommerce_client_list_shipments_async:
 * @self: the client
 * @order_id: an order
 *
 * GET /v2/orders/{id}/shipments, to the last page.
 */
void bigcommerce_client_list_shipments_async (BigcommerceClient *self,
                                              gint64 order_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * bigcommerce_client_list_shipments_finish:
 * @self: the client
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type BigcommerceShipment): the shipments
 */
GPtrArray *bigcommerce_client_list_shipments_finish (BigcommerceClient *self,
                                                     GAsyncResult *result,
                                                     GError **error);

G_END_DECLS
