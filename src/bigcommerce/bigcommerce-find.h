/* Finding things in the store by what others call them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"

G_BEGIN_DECLS

/**
 * bigcommerce_client_find_order_async:
 * @self: the client
 * @external_order_id: the number that the order has elsewhere
 *
 * GET /v2/orders?external_order_id={number}.
 */
void bigcommerce_client_find_order_async (BigcommerceClient *self,
                                          gint64 external_order_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * bigcommerce_client_find_order_finish:
 * @self: the client
 * @result: what the callback was given
 * @order_id: (out): the order; 0 if there is none
 * @error: return location
 *
 * Returns: %TRUE if the store answered
 */
gboolean bigcommerce_client_find_order_finish (BigcommerceClient *self,
                                               GAsyncResult *result,
                                               gint64 *order_id,
                                               GError **error);

/**
 * BigcommerceVariant:
 * @id: the variant's id; 0 if the store does not have it
 * @product_id: its product's id
 * @sku: its SKU
 *
 * What is sold under one SKU.
 */
typedef struct
{
  gint64 id;
  gint64 product_id;
  char *sku;
} BigcommerceVariant;

BRIGHT_DECLARE_RECORD (BigcommerceVariant, bigcommerce_variant)

/**
 * bigcommerce_client_find_variant_async:
 * @self: the client
 * @sku: a SKU
 *
 * GET /v3/catalog/variants?sku={sku}. The finish function gives a variant with
 * the id 0 if none or several have that SKU.
 */
void bigcommerce_client_find_variant_async (BigcommerceClient *self,
                                            const char *sku,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
BigcommerceVariant *bigcommerce_client_find_variant_finish (BigcommerceClient *self,
                                                            GAsyncResult *result,
                                                            GError **error);

G_END_DECLS
