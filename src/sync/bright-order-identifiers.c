/* Discover: identifiers that order lines do not carry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where products are matched by MPN or GTIN, the lines of a page of orders are
 * looked up in the store's catalogue before they are kept.
 */
#include "bigcommerce-identifiers.h"
#include "bright-sync.h"

const char *
bright_order_identifiers_get_field (const BrightSync *sync)
{
  switch (sync->settings->items.bigcommerce_field)
    {
    case BRIGHT_BIGCOMMERCE_FIELD_MPN:
      return "mpn";
    case BRIGHT_BIGCOMMERCE_FIELD_GTIN:
      return "gtin";
    case BRIGHT_BIGCOMMERCE_FIELD_SKU:
    case BRIGHT_BIGCOMMERCE_FIELD_UPC:
    default:
      return NULL;
    }
}

static void
set_identifier (gpointer data, gpointer identifiers)
{
  BigcommerceLine *line = data;
  g_autofree char *of_variant = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                                 line->product_id, line->variant_id);
  g_autofree char *of_product = g_strdup_printf ("%" G_GINT64_FORMAT "/0", line->product_id);
  const char *identifier = g_hash_table_lookup (identifiers, of_variant);

  if (identifier == NULL)
    identifier = g_hash_table_lookup (identifiers, of_product);
  g_free (line->identifier);
  line->identifier = g_strdup (identifier != NULL ? identifier : "");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *orders = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) identifiers = bigcommerce_client_load_identifiers_finish (
      BIGCOMMERCE_CLIENT (source), result, &error);

  if (identifiers == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < orders->len; i++)
    bigcommerce_order_foreach_line (orders->pdata[i], set_identifier, identifiers);
  g_task_return_boolean (task, TRUE);
}

static void
collect_product (gpointer data, gpointer products)
{
  const BigcommerceLine *line = data;

  if (line->product_id != 0)
    g_hash_table_add (products, (gpointer) &line->product_id);
}

void
bright_order_identifiers_fill_async (BrightSync *sync,
                                     GPtrArray *orders,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  g_autoptr (GHashTable) products = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_task_set_source_tag (task, bright_order_identifiers_fill_async);
  g_task_set_task_data (task, g_ptr_array_ref (orders), (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < orders->len; i++)
    bigcommerce_order_foreach_line (orders->pdata[i], collect_product, products);
  g_hash_table_iter_init (&iter, products);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  bigcommerce_client_load_identifiers_async (sync->bigcommerce, ids,
                                             bright_order_identifiers_get_field (sync),
                                             sync->cancellable, loaded_cb, task);
}

gboolean
bright_order_identifiers_fill_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
