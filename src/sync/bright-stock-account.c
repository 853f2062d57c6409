/* The stock flow: what Brightpearl can sell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A product that no warehouse holds may be a bundle, of which Brightpearl keeps
 * no stock of its own; what it is made of is read once, and with each full check.
 */
#include "bright-stock-run.h"

#include "brightpearl-stock.h"

#include <string.h>

/* ---- The mirror of products ---- */

static gboolean
is_unclear (const BrightStockItem *item)
{
  return strcmp (item->reason, BRIGHT_STOCK_AMBIGUOUS) == 0
         || strcmp (item->reason, BRIGHT_STOCK_UNMATCHED) == 0;
}

/* With a full check, everything is matched anew as the store lists it. */
static void
match_unclear (BrightStockRun *run)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->items);
  while (!run->is_full && g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;

      if (!is_unclear (item))
        continue;
      bright_stock_match (item, run->sync->world, run->sync->settings);
      if (!is_unclear (item))
        g_ptr_array_add (run->looked_at, item);
    }
}

static void
mirror_refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (!bright_mirrors_refresh_finish (result, &error))
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  match_unclear (g_task_get_task_data (user_data));
  bright_stock_run_next (user_data);
}

void
bright_stock_refresh_mirror (GTask *task)
{
  const BrightStockRun *run = g_task_get_task_data (task);
  BrightFreshness searched = run->is_full ? BRIGHT_FRESHNESS_SEARCHED : BRIGHT_FRESHNESS_NONE;
  const BrightFreshness levels[BRIGHTPEARL_N_MIRRORS] = {
    [BRIGHTPEARL_MIRROR_PRODUCTS] = BRIGHT_FRESHNESS_KNOWN | BRIGHT_FRESHNESS_ADDED
                                    | BRIGHT_FRESHNESS_REVIEWED | searched,
  };

  if (run->reviews)
    bright_mirrors_refresh_async (run->sync, levels, mirror_refreshed_cb, task);
  else
    bright_stock_run_next (task);
}

/* ---- Units ---- */

static void
ask_for (gint64 product_id, gpointer user_data)
{
  BrightStockRun *run = user_data;

  if (g_hash_table_contains (run->asked, &product_id))
    return;
  g_hash_table_add (run->asked, g_memdup2 (&product_id, sizeof product_id));
  g_array_append_val (run->ids, product_id);
}

static void
units_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GHashTableIter iter;
  gpointer id;
  gpointer units;
  GError *error = NULL;
  g_autoptr (GHashTable) read
      = brightpearl_client_read_stock_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (read == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  g_hash_table_iter_init (&iter, read);
  while (g_hash_table_iter_next (&iter, &id, &units))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (run->units, id, units);
    }
  bright_stock_run_next (user_data);
}

void
bright_stock_read_units (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  for (guint i = 0; i < run->looked_at->len; i++)
    bright_stock_item_foreach_product (run->looked_at->pdata[i], ask_for, run);
  if (run->ids->len == 0)
    bright_stock_run_next (task);
  else
    brightpearl_client_read_stock_async (run->sync->brightpearl, run->ids,
                                         run->sync->settings->inventory.warehouse_ids,
                                         run->sync->cancellable, units_read_cb, task);
}

/* ---- Bundles ---- */

static gboolean
is_composition_wanted (const BrightStockRun *run, const BrightStockItem *item)
{
  if (item->brightpearl_id == 0)
    return FALSE;
  if (item->is_bundle)
    return run->is_full;
  return !item->is_composed
         && (!item->is_stock_tracked
             || !g_hash_table_contains (run->units, &item->brightpearl_id));
}

/* Services in a bundle do not limit how many there can be. */
static GPtrArray *
choose_components (const BrightpearlComposition *composition, const BrightWorld *world)
{
  GPtrArray *chosen = bright_record_list_new (&brightpearl_component_type);

  for (guint i = 0; composition->is_bundle && i < composition->components->len; i++)
    {
      const BrightpearlComponent *component = composition->components->pdata[i];
      const BrightpearlProduct *product = bright_world_get_product (world, component->product_id);

      if (product == NULL || product->is_stock_tracked)
        g_ptr_array_add (chosen, bright_record_copy (&brightpearl_component_type, component));
    }
  return chosen;
}

static void
set_composition (BrightStockRun *run, BrightStockItem *item)
{
  const BrightpearlComposition *composition
      = g_hash_table_lookup (run->found, &item->brightpearl_id);

  item->is_dirty = TRUE;
  item->is_composed = TRUE;
  item->is_bundle = composition != NULL && composition->is_bundle;
  g_ptr_array_unref (item->components);
  item->components = composition != NULL
                         ? choose_components (composition, run->sync->world)
                         : bright_record_list_new (&brightpearl_component_type);
}

static void
apply_compositions (BrightStockRun *run)
{
  for (guint i = 0; i < run->looked_at->len; i++)
    if (is_composition_wanted (run, run->looked_at->pdata[i]))
      set_composition (run, run->looked_at->pdata[i]);
  g_clear_pointer (&run->found, g_hash_table_unref);
}

static void read_some (GTask *task);

static void
compositions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (GPtrArray) read
      = brightpearl_client_read_compositions_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (read == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  while (read->len > 0)
    {
      BrightpearlComposition *composition = g_ptr_array_steal_index_fast (read, read->len - 1);

      g_hash_table_replace (run->found, &composition->id, composition);
    }
  run->offset += BRIGHTPEARL_ID_SET_SIZE;
  read_some (user_data);
}

/* Takes @task. */
static void
read_some (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  g_autofree char *ids = NULL;

  if (run->offset >= run->ids->len)
    {
      apply_compositions (run);
      bright_stock_run_next (task);
      return;
    }
  ids = brightpearl_format_id_set (run->ids, run->offset, BRIGHTPEARL_ID_SET_SIZE);
  brightpearl_client_read_compositions_async (run->sync->brightpearl, ids,
                                              run->sync->cancellable, compositions_read_cb, task);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

void
bright_stock_read_compositions (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < run->looked_at->len; i++)
    {
      BrightStockItem *item = run->looked_at->pdata[i];

      if (is_composition_wanted (run, item)
          && g_hash_table_add (wanted, &item->brightpearl_id))
        g_array_append_val (run->ids, item->brightpearl_id);
    }
  g_array_sort (run->ids, compare_ids);
  run->found = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                      (GDestroyNotify) brightpearl_composition_free);
  read_some (task);
}
