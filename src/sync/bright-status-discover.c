/* Discover: sales orders that changed in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One search tells which sales orders changed since the last time, whether
 * they are open or not. Those of synced orders that are not known as they are
 * now are read again, and their orders decided.
 */
#include "bright-status-discover.h"

#include "brightpearl-changes.h"

#define CHECKPOINT_SINCE "statuses:since"
#define OVERLAP_SECONDS 600

typedef struct
{
  BrightSync *sync;
  gint64 since;
  gint64 started;
  GHashTable *changes; /* sales order id -> BrightpearlChange */
  guint rows;
} Discovery;

static void search (GTask *task);

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_hash_table_unref (discovery->changes);
  g_free (discovery);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What was read is in the journal already; takes @task. */
static void
move_checkpoint (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  BrightJournalBatch *batch = bright_journal_batch_new ();

  bright_sync_set_checkpoint_number (discovery->sync, batch, CHECKPOINT_SINCE,
                                     discovery->started);
  bright_sync_save_undecided (discovery->sync, batch);
  bright_journal_commit_async (discovery->sync->journal, batch, NULL, committed_cb, task);
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_order_reread_finish (result, &error))
    move_checkpoint (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Only what is not known as it is now is worth a read. */
static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  g_autoptr (GPtrArray) known
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (known == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < known->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = known->pdata[i];
      const BrightpearlChange *change = g_hash_table_lookup (discovery->changes, &sales_order->id);

      if (change->updated_on != sales_order->updated_on
          || change->status_id != sales_order->status_id)
        g_array_append_val (ids, sales_order->id);
    }
  if (ids->len == 0)
    move_checkpoint (g_steal_pointer (&task));
  else
    bright_order_reread_some_async (discovery->sync, ids, reread_cb, g_steal_pointer (&task));
}

/* Takes @task. */
static void
compare (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, discovery->changes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  if (keys[0] == NULL)
    move_checkpoint (task);
  else
    bright_journal_load_facts_async (discovery->sync->journal, BRIGHT_FACT_SALES_ORDER,
                                     (const char *const *) keys, &brightpearl_sales_order_type,
                                     discovery->sync->cancellable, facts_loaded_cb, task);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  gboolean more = FALSE;
  GError *error = NULL;
  g_autoptr (GPtrArray) changes = brightpearl_client_search_changes_finish (
      BRIGHTPEARL_CLIENT (source), result, &more, &error);

  if (changes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  discovery->rows += changes->len;
  while (changes->len > 0)
    {
      BrightpearlChange *change = g_ptr_array_steal_index (changes, changes->len - 1);

      g_hash_table_replace (discovery->changes, &change->id, change);
      /* It may be wanted in the store now. */
      g_hash_table_remove (discovery->sync->born_unwanted, &change->id);
    }
  if (more)
    search (g_steal_pointer (&task));
  else
    compare (g_steal_pointer (&task));
}

/* The first time, what both statuses are is recorded for all orders, so that nothing that moves
 * from now on is missed. */
static void
digests_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  GHashTableIter iter;
  gpointer digest;
  g_autoptr (GHashTable) digests
      = bright_journal_load_digests_finish (BRIGHT_JOURNAL (source), result, &error);

  if (digests == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, NULL, &digest))
    if (bright_sales_order_digest_get_open (digest) != 0)
      bright_sync_add_undecided (discovery->sync, bright_sales_order_digest_get_open (digest));
  move_checkpoint (g_steal_pointer (&task));
}

/* Takes @task. */
static void
search (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);

  brightpearl_client_search_changes_async (discovery->sync->brightpearl,
                                           discovery->since - OVERLAP_SECONDS,
                                           discovery->rows + 1, discovery->sync->cancellable,
                                           searched_cb, task);
}

static void
free_change (gpointer change)
{
  brightpearl_change_free (change);
}

void
bright_statuses_discover_async (BrightSync *sync,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);

  g_task_set_source_tag (task, bright_statuses_discover_async);
  discovery->sync = sync;
  discovery->since = bright_sync_get_checkpoint_number (sync, CHECKPOINT_SINCE);
  discovery->started = bright_sync_get_time (sync);
  discovery->changes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_change);
  g_task_set_task_data (task, discovery, discovery_free);
  if (discovery->since != 0)
    search (task);
  else
    bright_journal_load_digests_async (sync->journal, BRIGHT_FACT_SALES_ORDER, sync->cancellable,
                                       digests_loaded_cb, task);
}

gboolean
bright_statuses_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
