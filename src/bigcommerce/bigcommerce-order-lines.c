/* Completing orders whose lines were cut off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-order-lines.h"

#include "bigcommerce-ask.h"
#include "bigcommerce-order-page.h"
#include "bright-error.h"

typedef struct
{
  GPtrArray *orders;
  GPtrArray *broken;
  guint current; /* the order whose lines are read */
  guint page; /* of them, from 1 */
  GPtrArray *lines; /* read so far */
} Completion;

static void complete_next (GTask *task);

static void
completion_free (gpointer data)
{
  Completion *completion = data;

  g_ptr_array_unref (completion->orders);
  g_ptr_array_unref (completion->broken);
  g_clear_pointer (&completion->lines, g_ptr_array_unref);
  g_free (completion);
}

static void
start_afresh (Completion *completion)
{
  completion->page = 1;
  g_ptr_array_set_size (completion->lines, 0);
}

/* The next order moves up into the place of the dropped one. */
static void
drop_current (Completion *completion, const char *reason)
{
  const BigcommerceOrder *order = completion->orders->pdata[completion->current];

  start_afresh (completion);
  g_ptr_array_add (completion->broken,
                   g_strdup_printf ("order %" G_GINT64_FORMAT ": %s", order->id, reason));
  g_ptr_array_remove_index (completion->orders, completion->current);
}

static void
settle_current (Completion *completion)
{
  BigcommerceOrder *order = completion->orders->pdata[completion->current];

  bigcommerce_order_place_lines (order, completion->lines);
  start_afresh (completion);
  if (bigcommerce_order_is_truncated (order))
    drop_current (completion, "it has articles, but no lines");
  else
    completion->current++;
}

static void
on_lines (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Completion *completion = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gboolean is_full;

  lines = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  if (lines == NULL && bright_error_is_systemic (error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (lines == NULL)
    drop_current (completion, error->message);
  else
    {
      is_full = lines->len >= BIGCOMMERCE_PAGE_SIZE;
      g_ptr_array_extend_and_steal (completion->lines, g_steal_pointer (&lines));
      if (is_full)
        completion->page++;
      else
        settle_current (completion);
    }
  complete_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
complete_next (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  Completion *completion = g_task_get_task_data (task);
  GPtrArray *orders = completion->orders;
  g_autofree char *path = NULL;
  const BigcommerceOrder *order;

  while (completion->current < orders->len
         && !bigcommerce_order_is_truncated (orders->pdata[completion->current]))
    completion->current++;
  if (completion->current >= orders->len)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  order = orders->pdata[completion->current];
  path = g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT "/products?limit=%u&page=%u", order->id,
                          BIGCOMMERCE_PAGE_SIZE, completion->page);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = bigcommerce_read_lines,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                g_task_get_cancellable (task), on_lines, task);
}

void
bigcommerce_client_complete_orders_async (BigcommerceClient *self,
                                          GPtrArray *orders,
                                          GPtrArray *broken,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  Completion *completion = g_new0 (Completion, 1);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  completion->orders = g_ptr_array_ref (orders);
  completion->broken = g_ptr_array_ref (broken);
  completion->lines = bright_record_list_new (&bigcommerce_line_type);
  completion->page = 1;
  g_task_set_source_tag (task, bigcommerce_client_complete_orders_async);
  g_task_set_task_data (task, completion, completion_free);
  complete_next (task);
}

gboolean
bigcommerce_client_complete_orders_finish (BigcommerceClient *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
