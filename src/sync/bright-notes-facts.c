/* Reading the custom fields of orders' sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notes-flow.h"

#include "brightpearl-fields.h"

typedef struct
{
  BrightSync *sync;
  GArray *orders;       /* of gint64: the store's numbers */
  GArray *sales_orders; /* of gint64: their sales orders, by the same index */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->orders);
  g_array_unref (reading->sales_orders);
  g_free (reading);
}

/* A sales order that does not come back has no fields; whoever looks for it finds that out. */
static BrightpearlFieldTexts *
make_blank (const BrightNotesValues *settings, gint64 sales_order_id)
{
  BrightpearlFieldTexts *texts = bright_record_new (&brightpearl_field_texts_type);

  texts->sales_order_id = sales_order_id;
  g_free (texts->customer_field);
  texts->customer_field = g_strdup (settings->customer_field);
  g_free (texts->staff_field);
  texts->staff_field = g_strdup (settings->staff_field);
  return texts;
}

static BrightpearlFieldTexts *
steal_texts (GPtrArray *read, gint64 sales_order_id)
{
  for (guint i = 0; i < read->len; i++)
    if (((BrightpearlFieldTexts *) read->pdata[i])->sales_order_id == sales_order_id)
      return g_ptr_array_steal_index_fast (read, i);
  return NULL;
}

/* One record for each order that was asked for. */
static GPtrArray *
place (Reading *reading, GPtrArray *read)
{
  GPtrArray *records = bright_record_list_new (&brightpearl_field_texts_type);

  for (guint i = 0; i < reading->orders->len; i++)
    {
      gint64 sales_order_id = g_array_index (reading->sales_orders, gint64, i);
      BrightpearlFieldTexts *texts = read != NULL ? steal_texts (read, sales_order_id) : NULL;

      if (texts == NULL)
        texts = make_blank (&reading->sync->settings->notes, sales_order_id);
      texts->order = g_array_index (reading->orders, gint64, i);
      texts->read_at = bright_clock_get_seconds (reading->sync->clock);
      g_ptr_array_add (records, texts);
    }
  return records;
}

static void
fields_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) read
      = brightpearl_client_read_fields_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (read == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, place (g_task_get_task_data (task), read),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
bright_notes_read_async (BrightSync *sync,
                         GPtrArray *actives,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *set = NULL;

  g_task_set_source_tag (task, bright_notes_read_async);
  reading->sync = sync;
  reading->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading->sales_orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_task_data (task, reading, reading_free);
  for (guint i = 0; i < actives->len; i++)
    {
      const BrightActiveOrder *active = actives->pdata[i];
      gint64 id = ((BrightOrderPart *) active->link->parts->pdata[0])->sales_order_id;

      g_array_append_val (reading->orders, active->order->id);
      g_array_append_val (reading->sales_orders, id);
      if (id > 0)
        g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    {
      g_task_return_pointer (task, place (reading, NULL), (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  set = brightpearl_format_id_set (ids, 0, ids->len);
  brightpearl_client_read_fields_async (sync->brightpearl, set, &sync->settings->notes,
                                        sync->cancellable, fields_read_cb, g_steal_pointer (&task));
}

GPtrArray *
bright_notes_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
