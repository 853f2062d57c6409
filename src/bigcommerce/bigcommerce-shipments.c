/* BigCommerce's shipments of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-shipments.h"

#include "bigcommerce-ask.h"

#define PAGE_SIZE 250

typedef struct
{
  gint64 order_id;
  guint page;
  GPtrArray *shipments;
} Listing;

static void list_page (GTask *task);

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_ptr_array_unref (listing->shipments);
  g_free (listing);
}

/* An order without shipments answers with no bytes at all. */
static gpointer
read_shipments (JsonNode *answer, gconstpointer unused, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (answer))
    return bright_record_list_new (&bigcommerce_shipment_type);
  return bright_record_read_list (&bigcommerce_shipment_type, answer, error);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *shipments
      = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  gboolean is_full;

  if (shipments == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  is_full = shipments->len >= PAGE_SIZE;
  g_ptr_array_extend_and_steal (listing->shipments, shipments);
  listing->page++;
  if (is_full)
    list_page (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_ptr_array_ref (listing->shipments),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* Takes @task. */
static void
list_page (GTask *task)
{
  const Listing *listing = g_task_get_task_data (task);
  g_autofree char *path
      = g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT "/shipments?limit=%d&page=%u",
                         listing->order_id, PAGE_SIZE, listing->page);

  bigcommerce_client_ask_async (g_task_get_source_object (task),
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = read_shipments,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                g_task_get_cancellable (task), on_page, task);
}

void
bigcommerce_client_list_shipments_async (BigcommerceClient *self,
                                         gint64 order_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  Listing *listing;
  GTask *task;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  listing = g_new0 (Listing, 1);
  listing->order_id = order_id;
  listing->page = 1;
  listing->shipments = bright_record_list_new (&bigcommerce_shipment_type);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bigcommerce_client_list_shipments_async);
  g_task_set_task_data (task, listing, listing_free);
  list_page (task);
}

GPtrArray *
bigcommerce_client_list_shipments_finish (BigcommerceClient *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
