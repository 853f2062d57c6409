/* Brightpearl's sales orders, read by their ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-client-private.h"

#include "brightpearl-ask.h"

static gpointer
read_sales_orders (JsonNode *response, gconstpointer unused, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (response))
    return bright_record_list_new (&brightpearl_sales_order_type);
  return bright_record_read_list (&brightpearl_sales_order_type, response, error);
}

void
brightpearl_client_read_sales_orders_async (BrightpearlClient *self,
                                            const char *ids,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && ids != NULL && ids[0] != '\0');

  path = g_strconcat ("/order-service/sales-order/", ids, NULL);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_sales_orders,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_read_sales_orders_finish (BrightpearlClient *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
