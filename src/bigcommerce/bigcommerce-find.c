/* Finding things in the store by what others call them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-find.h"

#include "bigcommerce-ask.h"
#include "bright-error.h"

static const BrightField variant_fields[] = {
  BRIGHT_FIELD (BigcommerceVariant, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceVariant, INTEGER, product_id, "product_id"),
  BRIGHT_FIELD (BigcommerceVariant, STRING, sku, "sku"),
  {},
};

const BrightRecordType bigcommerce_variant_type = { "variant", sizeof (BigcommerceVariant),
                                                    variant_fields };

/* The lowest id, should there be several: that one was first. */
static gpointer
read_order_id (JsonNode *answer, gconstpointer unused, GError **error)
{
  JsonArray *rows = bright_json_get_array (answer, NULL);
  g_autofree gint64 *found = g_new0 (gint64, 1);

  if (rows == NULL && !JSON_NODE_HOLDS_NULL (answer))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected a list of orders");
      return NULL;
    }
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      gint64 id = bright_json_get_integer (json_array_get_element (rows, i), "id", 0);

      if (id != 0 && (*found == 0 || id < *found))
        *found = id;
    }
  return g_steal_pointer (&found);
}

void
bigcommerce_client_find_order_async (BigcommerceClient *self,
                                     gint64 external_order_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  path = g_strdup_printf ("/v2/orders?external_order_id=%" G_GINT64_FORMAT "&limit=%d",
                          external_order_id, BIGCOMMERCE_PAGE_SIZE);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = read_order_id,
                                    .free_result = g_free,
                                },
                                cancellable, callback, user_data);
}

gboolean
bigcommerce_client_find_order_finish (BigcommerceClient *self,
                                      GAsyncResult *result,
                                      gint64 *order_id,
                                      GError **error)
{
  g_autofree gint64 *found = NULL;

  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self) && order_id != NULL, FALSE);

  found = bigcommerce_client_ask_finish (self, result, NULL, error);
  *order_id = found != NULL ? *found : 0;
  return found != NULL;
}

static gpointer
read_variant (JsonNode *answer, gconstpointer unused, GError **error)
{
  JsonNode *data = bright_json_get (answer, "data");
  g_autoptr (GPtrArray) variants = NULL;

  if (data == NULL)
    return bright_record_new (&bigcommerce_variant_type);
  variants = bright_record_read_list (&bigcommerce_variant_type, data, error);
  if (variants == NULL)
    return NULL;
  if (variants->len != 1)
    return bright_record_new (&bigcommerce_variant_type);
  return g_ptr_array_steal_index (variants, 0);
}

void
bigcommerce_client_find_variant_async (BigcommerceClient *self,
                                       const char *sku,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self) && sku != NULL);

  escaped = g_uri_escape_string (sku, NULL, FALSE);
  path = g_strdup_printf ("/v3/catalog/variants?sku=%s&limit=2", escaped);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = read_variant,
                                    .free_result = (GDestroyNotify) bigcommerce_variant_free,
                                },
                                cancellable, callback, user_data);
}

BigcommerceVariant *
bigcommerce_client_find_variant_finish (BigcommerceClient *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self), NULL);

  return bigcommerce_client_ask_finish (self, result, NULL, error);
}
