/* The stock flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brightpearl tells what can be sold, the store is told. It runs after all
 * orders were brought over, so that what they took is counted. The first time,
 * and then every few hours, everything is compared; in between only what moved.
 */
#include "bright-order-flows.h"
#include "bright-stock-run.h"

#include "bright-error.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define REVIEW_SECONDS 900

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return settings->inventory.enabled;
}

static const BrightStepKind kinds[] = { {} };

static void
run_free (gpointer data)
{
  BrightStockRun *run = data;

  g_clear_pointer (&run->claims, g_ptr_array_unref);
  g_clear_pointer (&run->moves, g_ptr_array_unref);
  g_hash_table_unref (run->moved);
  g_string_free (run->movements, TRUE);
  g_clear_pointer (&run->decision, bright_stock_decision_free);
  g_ptr_array_unref (run->looked_at);
  g_hash_table_unref (run->items);
  g_clear_pointer (&run->found, g_hash_table_unref);
  g_free (run->settings);
  g_hash_table_unref (run->asked);
  g_hash_table_unref (run->units);
  g_array_unref (run->ids);
  g_queue_clear_full (&run->pieces, (GDestroyNotify) g_ptr_array_unref);
  g_free (run);
}

/* What every number depends on; after a change of it everything is looked at. */
static char *
describe_settings (const BrightSettingsSnapshot *settings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const BrightInventoryValues *inventory = &settings->inventory;

  for (guint i = 0; i < inventory->warehouse_ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ",",
                            g_array_index (inventory->warehouse_ids, gint64, i));
  g_string_append_printf (text, " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s",
                          inventory->buffer, inventory->bigcommerce_location_id,
                          settings->items.bigcommerce_field, settings->items.brightpearl_field);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_full_check_due (BrightSync *sync, const char *described)
{
  gint64 checked = bright_sync_get_checkpoint_number (sync, BRIGHT_CHECKPOINT_STOCK_CHECKED);
  gint64 age = bright_clock_get_seconds (sync->clock) - checked;

  return checked == 0 || age < 0 || age >= sync->settings->inventory.full_check_hours * 3600
         || g_strcmp0 (bright_sync_get_checkpoint (sync, BRIGHT_CHECKPOINT_STOCK_SETTINGS),
                    described) != 0;
}

/* Works out what the store should have of what is looked at. */
static void
set_targets (BrightStockRun *run)
{
  const BrightInventoryValues *inventory = &run->sync->settings->inventory;
  g_autoptr (GHashTable) claimed = bright_stock_sum_claims (run->claims, run->items);

  run->n_checked = 0;
  for (guint i = 0; i < run->looked_at->len; i++)
    {
      BrightStockItem *item = run->looked_at->pdata[i];
      gboolean has_target
          = item->brightpearl_id != 0 && (item->is_stock_tracked || item->is_bundle);
      gint64 target = has_target ? bright_stock_count_units (item, run->units,
                                                             inventory->warehouse_ids->len,
                                                             claimed, inventory->buffer)
                                 : 0;

      if (item->has_target != has_target || item->target != target)
        item->is_dirty = TRUE;
      item->has_target = has_target;
      item->target = target;
      run->n_checked += has_target;
      if (item->brightpearl_id != 0 && !has_target && item->is_composed)
        bright_stock_set_reason (item, BRIGHT_STOCK_NOT_KEPT, NULL);
      else if (has_target
               && (strcmp (item->reason, BRIGHT_STOCK_REFUSED) == 0
                   || strcmp (item->reason, BRIGHT_STOCK_NOT_KEPT) == 0))
        bright_stock_set_reason (item, "", NULL);
    }
}

static void
decide (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  if (run->phase == BRIGHT_STOCK_DECIDE)
    set_targets (run);
  g_clear_pointer (&run->decision, bright_stock_decision_free);
  run->decision = bright_stock_decide (run->items, run->sync->settings,
                                       run->is_full && run->phase == BRIGHT_STOCK_DECIDE);
  bright_stock_run_next (task);
}

static void
finish (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  run->sync->counts.stock_checked += run->n_checked;
  run->sync->counts.stock_updated += run->n_updated;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void (*const phases[]) (GTask *task) = {
  [BRIGHT_STOCK_CLAIMS] = bright_stock_load_claims,
  [BRIGHT_STOCK_MOVES] = bright_stock_load_moves,
  [BRIGHT_STOCK_MOVEMENTS] = bright_stock_search_movements,
  [BRIGHT_STOCK_ITEMS] = bright_stock_load_items,
  [BRIGHT_STOCK_LOCATION] = bright_stock_find_location,
  [BRIGHT_STOCK_MIRROR] = bright_stock_refresh_mirror,
  [BRIGHT_STOCK_IDENTIFIERS] = bright_stock_list_identifiers,
  [BRIGHT_STOCK_LEVELS] = bright_stock_list_levels,
  [BRIGHT_STOCK_UNITS] = bright_stock_read_units,
  [BRIGHT_STOCK_COMPOSITIONS] = bright_stock_read_compositions,
  [BRIGHT_STOCK_COMPONENT_UNITS] = bright_stock_read_units,
  [BRIGHT_STOCK_DECIDE] = decide,
  [BRIGHT_STOCK_TRACKING] = bright_stock_read_tracking,
  [BRIGHT_STOCK_DECIDE_AGAIN] = decide,
  [BRIGHT_STOCK_KEEP] = bright_stock_keep_items,
  [BRIGHT_STOCK_PUSH] = bright_stock_push,
  [BRIGHT_STOCK_KEEP_REST] = bright_stock_keep_items,
  [BRIGHT_STOCK_SETTLE] = bright_stock_settle,
  [BRIGHT_STOCK_DONE] = finish,
};

void
bright_stock_run_skip_to (GTask *task, BrightStockPhase phase)
{
  BrightStockRun *run = g_task_get_task_data (task);

  run->phase = phase;
  run->offset = 0;
  run->page = 1;
  g_array_set_size (run->ids, 0);
  phases[phase] (task);
}

void
bright_stock_run_next (GTask *task)
{
  const BrightStockRun *run = g_task_get_task_data (task);

  bright_stock_run_skip_to (task, run->phase + 1);
}

static gboolean
is_asking_brightpearl (const BrightStockRun *run)
{
  return run->phase == BRIGHT_STOCK_MOVEMENTS || run->phase == BRIGHT_STOCK_MIRROR
         || (run->phase >= BRIGHT_STOCK_UNITS && run->phase <= BRIGHT_STOCK_COMPONENT_UNITS);
}

/* What a platform refuses about stock must not keep later syncs from orders; what stops
 * everything stops this sync too. */
void
bright_stock_run_fail (GTask *task, GError *error)
{
  const BrightStockRun *run = g_task_get_task_data (task);

  if (run->phase < BRIGHT_STOCK_SETTLE
      && (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED)
          || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND)))
    {
      bright_stock_settle_held (task,
                                is_asking_brightpearl (run) ? "refused-by-brightpearl"
                                                            : "refused-by-bigcommerce",
                                "", g_strdup (error->message));
      g_error_free (error);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* A warehouse that is gone would count as an empty one. */
static char *
find_problem (const BrightSync *sync)
{
  GArray *ids = sync->settings->inventory.warehouse_ids;

  if (ids->len == 0)
    return g_strdup (_ ("Choose the warehouses whose stock is sold in the store."));
  for (guint i = 0; bright_world_has_reference (sync->world, "warehouse") && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (bright_world_find_reference (sync->world, "warehouse", id, NULL) == NULL)
        return g_strdup_printf (_ ("The warehouse %" PRId64 " does not exist in Brightpearl."), id);
    }
  return NULL;
}

/* Somebody may have mended what could not be told apart; a person who just did says so. */
static gboolean
is_review_due (const BrightSync *sync)
{
  gint64 age = bright_clock_get_seconds (sync->clock)
               - bright_sync_get_checkpoint_number (sync, BRIGHT_CHECKPOINT_STOCK_REVIEWED);

  return bright_sync_get_checkpoint_number (sync, BRIGHT_CHECKPOINT_STOCK_AMBIGUOUS) > 0
         && (age < 0 || age >= REVIEW_SECONDS || bright_sync_is_approved (sync, "stock", "stock"));
}

static BrightStockRun *
run_new (BrightSync *sync)
{
  BrightStockRun *run = g_new0 (BrightStockRun, 1);

  run->sync = sync;
  run->began = bright_sync_get_time (sync);
  run->settings = describe_settings (sync->settings);
  run->is_full = is_full_check_due (sync, run->settings);
  run->reviews = run->is_full || is_review_due (sync);
  run->on_paper = bright_sync_is_on_paper (sync, "stock", "stock");
  run->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run->movements = g_string_new (NULL);
  run->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                      (GDestroyNotify) bright_stock_item_free);
  run->looked_at = g_ptr_array_new ();
  run->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  run->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&run->pieces);
  return run;
}

static void
discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  char *problem = find_problem (sync);

  g_task_set_source_tag (task, discover_async);
  /* What was written is to be settled, whether or not the sync was stopped meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run_new (sync), run_free);
  if (problem != NULL)
    bright_stock_settle_held (task, "reference-gone", "inventory.warehouse-ids", problem);
  else
    bright_stock_run_skip_to (task, BRIGHT_STOCK_CLAIMS);
}

static gboolean
discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const BrightFlow bright_stock_flow = {
  .name = "stock",
  .is_enabled = is_enabled,
  .kinds = kinds,
  .discover_async = discover_async,
  .discover_finish = discover_finish,
};
