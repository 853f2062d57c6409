/* BigCommerce's orders: one of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-client-private.h"

#include "bigcommerce-ask.h"
#include "bigcommerce-order-lines.h"
#include "bigcommerce-order-page.h"
#include "bright-error.h"

/* Lists of one, since an order is completed as a list is. */
typedef struct
{
  GPtrArray *orders;
  GPtrArray *broken;
} Single;

static void
single_free (gpointer data)
{
  Single *single = data;

  g_ptr_array_unref (single->orders);
  g_ptr_array_unref (single->broken);
  g_free (single);
}

static void
on_completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Single *single = g_task_get_task_data (task);
  GError *error = NULL;

  if (!bigcommerce_client_complete_orders_finish (BIGCOMMERCE_CLIENT (source), result, &error))
    g_task_return_error (task, error);
  else if (single->orders->len > 0)
    g_task_return_pointer (task, g_ptr_array_steal_index (single->orders, 0),
                           (GDestroyNotify) bigcommerce_order_free);
  else
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "%s",
                             (const char *) single->broken->pdata[0]);
}

static void
on_order (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BigcommerceClient *self = BIGCOMMERCE_CLIENT (source);
  Single *single = g_task_get_task_data (task);
  GError *error = NULL;
  BigcommerceOrder *order = bigcommerce_client_ask_finish (self, result, NULL, &error);

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (single->orders, order);
  bigcommerce_client_complete_orders_async (self, single->orders, single->broken,
                                            g_task_get_cancellable (task), on_completed,
                                            g_object_ref (task));
}

void
bigcommerce_client_get_order_async (BigcommerceClient *self,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autofree char *path = NULL;
  Single *single;
  GTask *task;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  path = g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT "?" BIGCOMMERCE_ORDER_INCLUDE, id);
  single = g_new0 (Single, 1);
  single->orders = bright_record_list_new (&bigcommerce_order_type);
  single->broken = g_ptr_array_new_with_free_func (g_free);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bigcommerce_client_get_order_async);
  g_task_set_task_data (task, single, single_free);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = bigcommerce_read_order,
                                    .free_result = (GDestroyNotify) bigcommerce_order_free,
                                },
                                cancellable, on_order, task);
}

BigcommerceOrder *
bigcommerce_client_get_order_finish (BigcommerceClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
