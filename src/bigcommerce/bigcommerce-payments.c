/* BigCommerce's transactions and refunds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-payments.h"

#include "bigcommerce-ask.h"
#include "bright-error.h"
#include "bright-time.h"

static gpointer
refuse (GError **error, const char *what)
{
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a list of %s", what);
  return NULL;
}

static void
copy_member (JsonObject *unused, const char *name, JsonNode *member, gpointer target)
{
  json_object_set_member (target, name, json_node_copy (member));
}

/* The store writes "refers to nothing" as null or as an empty object. */
static JsonNode *
drop_empty_reference (JsonNode *node)
{
  g_autoptr (JsonObject) object = NULL;

  if (bright_json_get_object (node, "reference_transaction_id") == NULL)
    return json_node_ref (node);
  object = json_object_new ();
  json_object_foreach_member (json_node_get_object (node), copy_member, object);
  json_object_remove_member (object, "reference_transaction_id");
  return json_node_init_object (json_node_alloc (), object);
}

static gpointer
read_transactions (JsonNode *answer, gconstpointer unused, GError **error)
{
  g_autoptr (GPtrArray) transactions = bright_record_list_new (&bigcommerce_transaction_type);
  JsonArray *rows = bright_json_get_array (answer, "data");

  if (JSON_NODE_HOLDS_NULL (answer))
    return g_steal_pointer (&transactions);
  if (rows == NULL)
    return refuse (error, "transactions");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autoptr (JsonNode) node = drop_empty_reference (json_array_get_element (rows, i));
      gpointer transaction = bright_record_read (&bigcommerce_transaction_type, node, error);

      if (transaction == NULL)
        return NULL;
      g_ptr_array_add (transactions, transaction);
    }
  return g_steal_pointer (&transactions);
}

void
bigcommerce_client_list_transactions_async (BigcommerceClient *self,
                                            gint64 order_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autofree char *path = g_strdup_printf ("/v3/orders/%" G_GINT64_FORMAT "/transactions?limit=%d",
                                           order_id, BIGCOMMERCE_PAGE_SIZE);

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = read_transactions,
                                    .free_result = (GDestroyNotify)g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
bigcommerce_client_list_transactions_finish (BigcommerceClient *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self), NULL);

  return bigcommerce_client_ask_finish (self, result, NULL, error);
}

static gpointer
read_refunds (JsonNode *answer, gconstpointer unused, GError **error)
{
  JsonNode *rows = bright_json_get (answer, "data");

  if (JSON_NODE_HOLDS_NULL (answer))
    return bright_record_list_new (&bigcommerce_refund_type);
  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows))
    return refuse (error, "refunds");
  return bright_record_read_list (&bigcommerce_refund_type, rows, error);
}

void
bigcommerce_client_list_refunds_async (BigcommerceClient *self,
                                       gint64 created_since,
                                       const char *orders,
                                       guint page,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GString) path = g_string_new ("/v3/orders/payment_actions/refunds");

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self) && page >= 1);

  g_string_append_printf (path, "?limit=%d&page=%u", BIGCOMMERCE_PAGE_SIZE, page);
  if (created_since != 0)
    {
      g_autofree char *since = bright_time_format (created_since);

      g_string_append_printf (path, "&created:min=%s", since);
    }
  if (orders != NULL)
    g_string_append_printf (path, "&order_id:in=%s", orders);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path->str,
                                    .reader = read_refunds,
                                    .free_result = (GDestroyNotify)g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
bigcommerce_client_list_refunds_finish (BigcommerceClient *self,
                                        GAsyncResult *result,
                                        gboolean *more,
                                        gint64 *server_time,
                                        GError **error)
{
  GPtrArray *refunds;

  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self) && more != NULL, NULL);

  refunds = bigcommerce_client_ask_finish (self, result, server_time, error);
  *more = refunds != NULL && refunds->len >= BIGCOMMERCE_PAGE_SIZE;
  return refunds;
}
