/* The born-orders flow: which sales orders the store should have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mirror of sales orders tells which there are; those of the chosen channel
 * that are not of the store are read, since only that tells their status. One
 * that is not wanted is read again when it changed, and every hour.
 */
#include "bright-born-orders-run.h"
#include "bright-order-flows.h"

#define SALES_ORDERS BRIGHTPEARL_MIRROR_SALES_ORDERS
#define READ_AGAIN_SECONDS 3600

static void read_some (GTask *task);

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  const BrightOrdersValues *orders = &settings->orders;

  return orders->enabled && orders->create_in_bigcommerce && orders->channel_id != 0
         && orders->brightpearl_statuses->len > 0;
}

static void
free_subject (gpointer subject)
{
  bright_subject_free (subject);
}

static void
free_sales_order (gpointer sales_order)
{
  brightpearl_sales_order_free (sales_order);
}

static void
run_free (gpointer data)
{
  BrightBornRun *run = data;

  g_array_unref (run->ids);
  g_ptr_array_unref (run->wanted);
  g_hash_table_unref (run->listed);
  g_hash_table_unref (run->products);
  brightpearl_sales_order_free (run->current);
  g_free (run->subject);
  g_free (run);
}

static void
keep_wanted (BrightBornRun *run, BrightpearlSalesOrder *sales_order)
{
  const BrightBornCase born_case
      = { .sales_order = sales_order, .settings = run->sync->settings };

  if (bright_born_order_is_wanted (&born_case))
    {
      g_hash_table_remove (run->sync->born_unwanted, &sales_order->id);
      g_ptr_array_add (run->wanted, sales_order);
    }
  else
    brightpearl_sales_order_free (sales_order);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) sales_orders = brightpearl_client_read_sales_orders_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);

  if (sales_orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* One that does not come back was deleted. */
  for (guint i = run->offset; i < MIN (run->offset + BRIGHTPEARL_ID_SET_SIZE, run->ids->len); i++)
    g_hash_table_add (run->sync->born_unwanted,
                      g_memdup2 (&g_array_index (run->ids, gint64, i), sizeof (gint64)));
  while (sales_orders->len > 0)
    keep_wanted (run, g_ptr_array_steal_index (sales_orders, sales_orders->len - 1));
  run->offset += BRIGHTPEARL_ID_SET_SIZE;
  read_some (g_steal_pointer (&task));
}

static int
compare_sales_orders (gconstpointer a, gconstpointer b)
{
  const BrightpearlSalesOrder *one = *(const BrightpearlSalesOrder *const *) a;
  const BrightpearlSalesOrder *other = *(const BrightpearlSalesOrder *const *) b;

  return one->id < other->id ? -1 : one->id > other->id;
}

/* Takes @task. */
static void
read_some (GTask *task)
{
  BrightBornRun *run = g_task_get_task_data (task);
  g_autofree char *ids = NULL;

  if (run->offset >= run->ids->len)
    {
      g_ptr_array_sort (run->wanted, compare_sales_orders);
      bright_born_orders_do (task);
      return;
    }
  ids = brightpearl_format_id_set (run->ids, run->offset, BRIGHTPEARL_ID_SET_SIZE);
  brightpearl_client_read_sales_orders_async (run->sync->brightpearl, ids, run->sync->cancellable,
                                              read_cb, task);
}

typedef struct
{
  BrightBornRun *run;
  GHashTable *linked; /* ids, as texts, of the sales orders that we made or adopted */
} Collecting;

static void
collect (gpointer record, gpointer user_data)
{
  const BrightpearlReference *reference = record;
  const Collecting *collecting = user_data;
  BrightBornRun *run = collecting->run;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, reference->id);

  if (reference->channel_id == run->sync->settings->orders.channel_id
      && bright_parse_external_reference (reference->external_ref) == 0
      && !g_hash_table_contains (collecting->linked, key)
      && !bright_born_orders_is_made (run->sync, reference->id)
      && !g_hash_table_contains (run->sync->born_unwanted, &reference->id))
    g_array_append_val (run->ids, reference->id);
}

static void
digests_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  gint64 now = bright_clock_get_seconds (run->sync->clock);
  GError *error = NULL;
  g_autoptr (GHashTable) linked
      = bright_journal_load_digests_finish (BRIGHT_JOURNAL (source), result, &error);
  Collecting collecting = { run, linked };

  if (linked == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (now < run->sync->born_read_at || now - run->sync->born_read_at >= READ_AGAIN_SECONDS)
    {
      g_hash_table_remove_all (run->sync->born_unwanted);
      run->sync->born_read_at = now;
    }
  bright_world_foreach_sales_order (run->sync->world, collect, &collecting);
  read_some (g_steal_pointer (&task));
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!bright_mirrors_refresh_finish (result, &error))
    g_task_return_error (task, error);
  else
    bright_journal_load_digests_async (run->sync->journal, BRIGHT_FACT_SALES_ORDER,
                                       run->sync->cancellable, digests_loaded_cb,
                                       g_steal_pointer (&task));
}

static void
listed_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  BrightFreshness levels[BRIGHTPEARL_N_MIRRORS] = { BRIGHT_FRESHNESS_NONE };
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  while (subjects->len > 0)
    {
      BrightSubject *subject = g_ptr_array_steal_index (subjects, subjects->len - 1);

      g_hash_table_replace (run->listed, subject->subject, subject);
    }
  levels[SALES_ORDERS] = BRIGHT_FRESHNESS_KNOWN | BRIGHT_FRESHNESS_ADDED;
  bright_mirrors_refresh_async (run->sync, levels, refreshed_cb, g_steal_pointer (&task));
}

static void
discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  BrightBornRun *run = g_new0 (BrightBornRun, 1);
  BrightSubjectQuery listed = { .flow = BRIGHT_FLOW_BORN_ORDERS, .attention = TRUE };

  g_task_set_source_tag (task, discover_async);
  run->sync = sync;
  run->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  run->wanted = g_ptr_array_new_with_free_func (free_sales_order);
  run->listed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_subject);
  run->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_task_set_task_data (task, run, run_free);
  bright_journal_load_subjects_async (sync->journal, &listed, sync->cancellable, listed_loaded_cb,
                                      task);
}

static gboolean
discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const BrightStepKind kinds[] = { {} };

const BrightFlow bright_born_orders_flow = {
  .name = "orders",
  .is_enabled = is_enabled,
  .kinds = kinds,
  .discover_async = discover_async,
  .discover_finish = discover_finish,
};
