/* Discover: sales orders of synced orders, read again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not every change in Brightpearl moves a date that can be searched for, so
 * those that are not shipped or cancelled are read again in id sets. One that
 * no longer comes back was deleted.
 */
#include "bright-fact-texts.h"
#include "bright-order-traits.h"
#include "bright-sync.h"

typedef struct
{
  BrightSync *sync;
  GHashTable *digests; /* sales order id as text -> digest */
  GArray *ids;         /* of gint64: to be read, in their sequence */
  gboolean all_open;   /* all that are open, whatever they are */
  guint offset;
  GPtrArray *sales_orders; /* (nullable): those that are being kept */
} Reread;

static void read_some (GTask *task);

static void
reread_free (gpointer data)
{
  Reread *reread = data;

  g_clear_pointer (&reread->digests, g_hash_table_unref);
  g_clear_pointer (&reread->sales_orders, g_ptr_array_unref);
  g_array_unref (reread->ids);
  g_free (reread);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    read_some (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
keep_changed (Reread *reread,
              BrightJournalBatch *batch,
              const BrightpearlSalesOrder *sales_order,
              const BrightFactText *fact)
{
  BrightSync *sync = reread->sync;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id);
  g_autofree char *digest = bright_sales_order_digest (sales_order, fact->digest);
  const char *known = g_hash_table_lookup (reread->digests, key);

  if (g_strcmp0 (known, digest) != 0)
    {
      bright_journal_batch_put_fact (batch, BRIGHT_FACT_SALES_ORDER, key, fact->text, digest,
                                     bright_sync_get_time (sync));
      bright_sales_order_traits_keep (sales_order->id, sales_order, batch,
                                      bright_sync_get_time (sync));
      bright_sync_add_undecided (sync,
                                 bright_parse_external_reference (sales_order->external_ref));
    }
  g_hash_table_remove (reread->digests, key);
}

/* Asks for the order of a sales order that is gone to be decided, by forgetting it. */
static void
forget_missing (Reread *reread, BrightJournalBatch *batch, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  const char *digest = g_hash_table_lookup (reread->digests, key);
  gint64 order = digest != NULL ? bright_sales_order_digest_get_open (digest) : 0;

  if (order == 0)
    return;
  bright_journal_batch_remove_fact (batch, BRIGHT_FACT_SALES_ORDER, key);
  bright_sales_order_traits_keep (id, NULL, batch, bright_sync_get_time (reread->sync));
  bright_sync_add_undecided (reread->sync, order);
}

static void
texts_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reread *reread = g_task_get_task_data (task);
  BrightSync *sync = reread->sync;
  GPtrArray *sales_orders = reread->sales_orders;
  GError *error = NULL;
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) texts = bright_fact_texts_finish (result, &error);
  guint end = MIN (reread->offset + BRIGHTPEARL_ID_SET_SIZE, reread->ids->len);

  if (texts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < sales_orders->len; i++)
    keep_changed (reread, batch, sales_orders->pdata[i], texts->pdata[i]);
  for (guint i = reread->offset; i < end; i++)
    forget_missing (reread, batch, g_array_index (reread->ids, gint64, i));
  reread->offset = end;
  bright_sync_save_undecided (sync, batch);
  bright_journal_commit_async (sync->journal, g_steal_pointer (&batch), NULL, committed_cb,
                               g_steal_pointer (&task));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reread *reread = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&reread->sales_orders, g_ptr_array_unref);
  reread->sales_orders = brightpearl_client_read_sales_orders_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);
  if (reread->sales_orders == NULL)
    g_task_return_error (task, error);
  else
    bright_fact_texts_async (&brightpearl_sales_order_type, reread->sales_orders,
                             reread->sync->cancellable, texts_written_cb,
                             g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_some (GTask *task)
{
  Reread *reread = g_task_get_task_data (task);
  g_autofree char *ids = NULL;

  if (reread->offset >= reread->ids->len)
    {
      if (reread->all_open)
        reread->sync->reread_at = bright_clock_get_seconds (reread->sync->clock);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  ids = brightpearl_format_id_set (reread->ids, reread->offset, BRIGHTPEARL_ID_SET_SIZE);
  brightpearl_client_read_sales_orders_async (reread->sync->brightpearl, ids,
                                              reread->sync->cancellable, read_cb, task);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
collect_open (Reread *reread)
{
  GHashTableIter iter;
  gpointer key;
  gpointer digest;

  g_hash_table_iter_init (&iter, reread->digests);
  while (g_hash_table_iter_next (&iter, &key, &digest))
    if (bright_sales_order_digest_get_open (digest) != 0)
      {
        gint64 id = g_ascii_strtoll (key, NULL, 10);

        g_array_append_val (reread->ids, id);
      }
}

static void
digests_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reread *reread = g_task_get_task_data (task);
  GError *error = NULL;

  reread->digests = bright_journal_load_digests_finish (BRIGHT_JOURNAL (source), result, &error);
  if (reread->digests == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (reread->all_open)
    collect_open (reread);
  g_array_sort (reread->ids, compare_ids);
  read_some (g_steal_pointer (&task));
}

/* Takes @task and @ids, which is NULL for all that are open. */
static void
start (BrightSync *sync, GArray *ids, GTask *task)
{
  Reread *reread = g_new0 (Reread, 1);

  reread->sync = sync;
  reread->all_open = ids == NULL;
  reread->ids = ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_task_data (task, reread, reread_free);
  bright_journal_load_digests_async (sync->journal, BRIGHT_FACT_SALES_ORDER, sync->cancellable,
                                     digests_loaded_cb, task);
}

void
bright_order_reread_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_order_reread_async);
  start (sync, NULL, task);
}

void
bright_order_reread_some_async (BrightSync *sync,
                                GArray *ids,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_order_reread_some_async);
  start (sync, g_array_ref (ids), task);
}

gboolean
bright_order_reread_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
