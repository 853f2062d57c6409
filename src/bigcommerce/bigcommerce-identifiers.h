/* BigCommerce's catalogue: identifiers that order lines do not carry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"

G_BEGIN_DECLS

/**
 * bigcommerce_client_load_identifiers_async:
 * @self: the client
 * @product_ids: (element-type gint64): products of the store
 * @field: `mpn` or `gtin`
 *
 * Looks products and their variants up in the catalogue, 100 products a
 * request: GET /v3/catalog/products?id:in=…&include=variants.
 */
void bigcommerce_client_load_identifiers_async (BigcommerceClient *self,
                                                GArray *product_ids,
                                                const char *field,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);

/**
 * bigcommerce_client_load_identifiers_finish:
 * @self: the client
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): `product/variant` as text with the identifier, where
 *   there is one; a variant without one of its own has its product's
 */
GHashTable *bigcommerce_client_load_identifiers_finish (BigcommerceClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

G_END_DECLS
