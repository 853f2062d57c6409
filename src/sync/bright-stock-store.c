/* The stock flow: what the store has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-run.h"

#include "bigcommerce-stock.h"
#include "bright-error.h"

#include <string.h>

#define CHECKPOINT_LOCATION "stock:location"
/* The one that every store begins with. */
#define FIRST_LOCATION 1

static GHashTable *
texts_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
list (GTask *task, BigcommerceStockList what, GArray *ids, GAsyncReadyCallback callback)
{
  const BrightStockRun *run = g_task_get_task_data (task);

  bigcommerce_client_list_stock_async (run->sync->bigcommerce, what, ids, run->offset, run->page,
                                       run->sync->cancellable, callback, task);
}

/* ---- The location ---- */

static void
location_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  gboolean more;
  GError *error = NULL;
  g_autoptr (GPtrArray) locations = bigcommerce_client_list_stock_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &error);

  /* Locations are a permission of their own, which a token may do without. */
  if (locations == NULL && !g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING))
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  g_clear_error (&error);
  run->location_id = locations != NULL && locations->len > 0
                         ? ((BigcommerceTracking *) locations->pdata[0])->id
                         : FIRST_LOCATION;
  if (!run->sync->plan_only)
    {
      bright_sync_set_checkpoint_number (run->sync, batch, CHECKPOINT_LOCATION, run->location_id);
      bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
    }
  bright_stock_run_next (user_data);
}

void
bright_stock_find_location (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  run->location_id = run->sync->settings->inventory.bigcommerce_location_id;
  if (run->location_id == 0)
    run->location_id = bright_sync_get_checkpoint_number (run->sync, CHECKPOINT_LOCATION);
  if (run->location_id != 0)
    bright_stock_run_next (task);
  else
    list (task, BIGCOMMERCE_STOCK_LOCATION, NULL, location_found_cb);
}

/* ---- Identifiers other than the SKU ---- */

static const char *
choose_identifier (const BigcommerceIdentifiers *identifiers, BrightBigcommerceField field)
{
  switch (field)
    {
    case BRIGHT_BIGCOMMERCE_FIELD_UPC:
      return identifiers->upc;
    case BRIGHT_BIGCOMMERCE_FIELD_MPN:
      return identifiers->mpn;
    case BRIGHT_BIGCOMMERCE_FIELD_GTIN:
      return identifiers->gtin;
    case BRIGHT_BIGCOMMERCE_FIELD_SKU:
    default:
      return "";
    }
}

static void
identifiers_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  gboolean more;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = bigcommerce_client_list_stock_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &error);

  if (records == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const BigcommerceIdentifiers *record = records->pdata[i];

      g_hash_table_replace (
          run->found, g_memdup2 (&record->id, sizeof record->id),
          g_strdup (choose_identifier (record, run->sync->settings->items.bigcommerce_field)));
    }
  run->page++;
  if (more)
    list (user_data, BIGCOMMERCE_STOCK_IDENTIFIERS, NULL, identifiers_listed_cb);
  else
    bright_stock_run_next (user_data);
}

void
bright_stock_list_identifiers (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  if (!run->is_full
      || run->sync->settings->items.bigcommerce_field == BRIGHT_BIGCOMMERCE_FIELD_SKU)
    {
      bright_stock_run_next (task);
      return;
    }
  run->found = texts_new ();
  list (task, BIGCOMMERCE_STOCK_IDENTIFIERS, NULL, identifiers_listed_cb);
}

/* ---- Levels ---- */

static gint64
get_level (const BigcommerceStockItem *record, gint64 location_id)
{
  for (guint i = 0; i < record->levels->len; i++)
    {
      const BigcommerceStockLevel *level = record->levels->pdata[i];

      if (level->location_id == location_id)
        return level->on_hand;
    }
  return 0;
}

static void
set_text (BrightStockItem *item, char **field, const char *text)
{
  if (strcmp (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  item->is_dirty = TRUE;
}

static BrightStockItem *
find_or_make (BrightStockRun *run, const BigcommerceStockItem *record)
{
  BrightStockItem *item = g_hash_table_lookup (run->items, &record->variant_id);

  if (item != NULL)
    return item;
  item = bright_record_new (&bright_stock_item_type);
  item->variant_id = record->variant_id;
  item->is_dirty = TRUE;
  g_hash_table_insert (run->items, &item->variant_id, item);
  return item;
}

static void
take_level (BrightStockRun *run, BrightStockItem *item, const BigcommerceStockItem *record)
{
  gint64 level = get_level (record, run->location_id);

  item->is_dirty = item->is_dirty || item->level != level;
  item->level = level;
}

static void
take_item (BrightStockRun *run, const BigcommerceStockItem *record)
{
  BrightStockItem *item = find_or_make (run, record);
  const char *identifier = record->sku;

  /* Rows can shift between pages. */
  if (item->is_seen)
    return;
  if (run->found != NULL)
    identifier = g_hash_table_lookup (run->found, &record->variant_id);
  item->is_seen = TRUE;
  item->product_id = record->product_id;
  set_text (item, &item->sku, record->sku);
  set_text (item, &item->identifier, identifier != NULL ? identifier : "");
  take_level (run, item, record);
  bright_stock_match (item, run->sync->world, run->sync->settings);
  g_ptr_array_add (run->looked_at, item);
}

static void
take_levels (BrightStockRun *run, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const BigcommerceStockItem *record = records->pdata[i];
      BrightStockItem *item = g_hash_table_lookup (run->items, &record->variant_id);

      if (record->variant_id == 0)
        continue;
      if (run->is_full)
        take_item (run, record);
      else if (item != NULL)
        take_level (run, item, record);
    }
}

static void
levels_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  gboolean more;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = bigcommerce_client_list_stock_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &error);

  if (records == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  take_levels (run, records);
  run->page += run->is_full;
  run->offset += run->is_full ? 0 : BIGCOMMERCE_STOCK_IDS;
  if (run->is_full ? more : run->offset < run->ids->len)
    {
      list (user_data, BIGCOMMERCE_STOCK_ITEMS, run->is_full ? NULL : run->ids, levels_listed_cb);
      return;
    }
  g_clear_pointer (&run->found, g_hash_table_unref);
  bright_stock_run_next (user_data);
}

void
bright_stock_list_levels (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  for (guint i = 0; !run->is_full && i < run->looked_at->len; i++)
    g_array_append_val (run->ids, ((BrightStockItem *) run->looked_at->pdata[i])->variant_id);
  if (run->is_full || run->ids->len > 0)
    list (task, BIGCOMMERCE_STOCK_ITEMS, run->is_full ? NULL : run->ids, levels_listed_cb);
  else
    bright_stock_run_next (task);
}

/* ---- How the store keeps stock ---- */

static void
apply_tracking (BrightStockRun *run)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;
      const char *tracking = g_hash_table_lookup (run->found, &item->product_id);

      if (tracking != NULL)
        set_text (item, &item->tracking, tracking);
    }
  g_clear_pointer (&run->found, g_hash_table_unref);
}

static void
tracking_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GArray *unknown = run->decision->unknown;
  gboolean more;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = bigcommerce_client_list_stock_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &error);

  if (records == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const BigcommerceTracking *record = records->pdata[i];

      g_hash_table_replace (run->found, g_memdup2 (&record->id, sizeof record->id),
                            g_strdup (record->tracking));
    }
  run->offset += BIGCOMMERCE_STOCK_IDS;
  if (run->offset < unknown->len)
    {
      list (user_data, BIGCOMMERCE_STOCK_TRACKING, unknown, tracking_read_cb);
      return;
    }
  apply_tracking (run);
  bright_stock_run_next (user_data);
}

void
bright_stock_read_tracking (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);

  if (run->decision->unknown->len == 0)
    {
      bright_stock_run_next (task);
      return;
    }
  run->found = texts_new ();
  list (task, BIGCOMMERCE_STOCK_TRACKING, run->decision->unknown, tracking_read_cb);
}
