/* Brightpearl's warehouse: what is reserved for a sales order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-client-private.h"

#include "bright-error.h"
#include "brightpearl-ask.h"

static gboolean
add_row (GHashTable *quantities, const char *name, JsonNode *node, GError **error)
{
  JsonNode *quantity = bright_json_get (node, "quantity");
  gint64 id;
  BrightMoney amount = 0;
  const gint64 *before;

  if (!g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                   "a reservation for a row without a number: %s", name);
      return FALSE;
    }
  if (quantity != NULL && !bright_json_read_money (quantity, &amount, error))
    return FALSE;
  before = g_hash_table_lookup (quantities, &id);
  if (before != NULL && !bright_money_add (&amount, *before))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "a reserved quantity is too large");
      return FALSE;
    }
  g_hash_table_insert (quantities, g_memdup2 (&id, sizeof id), g_memdup2 (&amount, sizeof amount));
  return TRUE;
}

static gboolean
add_rows (GHashTable *quantities, JsonNode *reservation, GError **error)
{
  JsonObject *rows = bright_json_get_object (reservation, "orderRows");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (rows == NULL)
    return TRUE;
  json_object_iter_init (&iter, rows);
  while (json_object_iter_next (&iter, &name, &node))
    if (!add_row (quantities, name, node, error))
      return FALSE;
  return TRUE;
}

/* The reservation comes in a list, of which there is one for an order. */
static gpointer
read_reservation (JsonNode *response, gconstpointer unused, GError **error)
{
  g_autoptr (GHashTable) quantities
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  JsonArray *reservations = bright_json_get_array (response, NULL);

  if (reservations == NULL)
    return add_rows (quantities, response, error) ? g_steal_pointer (&quantities) : NULL;
  for (guint i = 0; i < json_array_get_length (reservations); i++)
    if (!add_rows (quantities, json_array_get_element (reservations, i), error))
      return NULL;
  return g_steal_pointer (&quantities);
}

void
brightpearl_client_read_reservation_async (BrightpearlClient *self,
                                           gint64 sales_order_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self));

  path = g_strdup_printf ("/warehouse-service/order/%" G_GINT64_FORMAT "/reservation",
                          sales_order_id);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_reservation,
                                    .free_result = (GDestroyNotify) g_hash_table_unref,
                                },
                                cancellable, callback, user_data);
}

GHashTable *
brightpearl_client_read_reservation_finish (BrightpearlClient *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
