/* BigCommerce's catalogue: identifiers that order lines do not carry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-identifiers.h"

#include "bigcommerce-ask.h"

/* Products in one request, so that its address stays short. */
#define PRODUCTS_PER_REQUEST 100

typedef struct
{
  GArray *product_ids;
  guint offset;
  char *field;
  GHashTable *identifiers;
} Lookup;

static void ask_next (GTask *task);

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_array_unref (lookup->product_ids);
  g_free (lookup->field);
  g_clear_pointer (&lookup->identifiers, g_hash_table_unref);
  g_free (lookup);
}

static void
add_identifier (GHashTable *identifiers, gint64 product, gint64 variant, const char *identifier)
{
  if (identifier != NULL && identifier[0] != '\0')
    g_hash_table_replace (identifiers,
                          g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, product,
                                           variant),
                          g_strdup (identifier));
}

static void
read_product (GHashTable *identifiers, JsonNode *product, const char *field)
{
  gint64 id = bright_json_get_integer (product, "id", 0);
  const char *own = bright_json_get_string (product, field);
  JsonArray *variants = bright_json_get_array (product, "variants");

  add_identifier (identifiers, id, 0, own);
  for (guint i = 0; variants != NULL && i < json_array_get_length (variants); i++)
    {
      JsonNode *variant = json_array_get_element (variants, i);
      const char *identifier = bright_json_get_string (variant, field);

      add_identifier (identifiers, id, bright_json_get_integer (variant, "id", 0),
                      identifier != NULL && identifier[0] != '\0' ? identifier : own);
    }
}

static gpointer
read_answer (JsonNode *answer, gconstpointer field, GError **error)
{
  JsonArray *products = bright_json_get_array (answer, "data");
  GHashTable *identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; products != NULL && i < json_array_get_length (products); i++)
    read_product (identifiers, json_array_get_element (products, i), field);
  return identifiers;
}

static gboolean
always (gpointer key, gpointer value, gpointer unused)
{
  return TRUE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) found
      = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (lookup->identifiers, key, value);
  g_hash_table_foreach_steal (found, always, NULL);
  ask_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
ask_next (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GString) path = NULL;

  if (lookup->offset >= lookup->product_ids->len)
    {
      g_task_return_pointer (task, g_steal_pointer (&lookup->identifiers),
                             (GDestroyNotify) g_hash_table_unref);
      g_object_unref (task);
      return;
    }
  path = g_string_new ("/v3/catalog/products?include=variants&limit=250&id:in=");
  for (guint i = 0; i < PRODUCTS_PER_REQUEST && lookup->offset < lookup->product_ids->len;
       i++, lookup->offset++)
    g_string_append_printf (path, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (lookup->product_ids, gint64, lookup->offset));
  bigcommerce_client_ask_async (g_task_get_source_object (task),
                                &(BigcommerceQuestion){
                                    .path = path->str,
                                    .reader = read_answer,
                                    .data = lookup->field,
                                    .free_result = (GDestroyNotify) g_hash_table_unref,
                                },
                                g_task_get_cancellable (task), answered_cb, task);
}

void
bigcommerce_client_load_identifiers_async (BigcommerceClient *self,
                                           GArray *product_ids,
                                           const char *field,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Lookup *lookup = g_new0 (Lookup, 1);

  g_task_set_source_tag (task, bigcommerce_client_load_identifiers_async);
  lookup->product_ids = g_array_ref (product_ids);
  lookup->field = g_strdup (field);
  lookup->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_task_set_task_data (task, lookup, lookup_free);
  ask_next (task);
}

GHashTable *
bigcommerce_client_load_identifiers_finish (BigcommerceClient *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
