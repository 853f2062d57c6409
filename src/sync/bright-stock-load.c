/* The stock flow: what is known, and what moved since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-run.h"

#include "bright-stock-units.h"
#include "brightpearl-stock.h"

#include <string.h>

/* Searches may lag and clocks may differ by this much. */
#define OVERLAP_SECONDS 600
/* Clocks may differ by this much: what moved before a full check was seen by it. */
#define SKEW_SECONDS 60
/* When more than this moved, reading everything costs less. */
#define MOST_LOOKED_AT 2000
/* Movements beyond this many bytes of text are not remembered, and looked at twice. */
#define MOST_REMEMBERED 65536

/* What a plan found out about orders stands in place of what is kept about them. */
static void
merge_planned (BrightStockRun *run)
{
  GPtrArray *planned = run->sync->planned_claims;
  g_autoptr (GHashTable) orders = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < planned->len; i++)
    g_hash_table_add (orders, &((BrightStockClaim *) planned->pdata[i])->order_id);
  for (guint i = run->claims->len; i > 0; i--)
    if (g_hash_table_contains (orders,
                               &((BrightStockClaim *) run->claims->pdata[i - 1])->order_id))
      g_ptr_array_remove_index (run->claims, i - 1);
  for (guint i = 0; i < planned->len; i++)
    g_ptr_array_add (run->claims,
                     bright_record_copy (&bright_stock_claim_type, planned->pdata[i]));
}

static void
claims_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;

  run->claims = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (run->claims == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  merge_planned (run);
  bright_stock_run_next (user_data);
}

static void
load (GTask *task, const char *kind, const BrightRecordType *type, GAsyncReadyCallback callback)
{
  const BrightStockRun *run = g_task_get_task_data (task);

  bright_journal_load_facts_async (run->sync->journal, kind, NULL, type, run->sync->cancellable,
                                   callback, task);
}

void
bright_stock_load_claims (GTask *task)
{
  load (task, BRIGHT_FACT_STOCK_CLAIM, &bright_stock_claim_type, claims_loaded_cb);
}

static void
moves_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;

  run->moves = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (run->moves == NULL)
    bright_stock_run_fail (user_data, error);
  else
    bright_stock_run_next (user_data);
}

void
bright_stock_load_moves (GTask *task)
{
  load (task, BRIGHT_FACT_STOCK_MOVE, &bright_stock_units_type, moves_loaded_cb);
}

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
note_movements (BrightStockRun *run, GPtrArray *movements)
{
  const char *text = bright_sync_get_checkpoint (run->sync, BRIGHT_CHECKPOINT_STOCK_MOVEMENTS);
  g_auto (GStrv) known = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **token = known; *token != NULL; token++)
    g_hash_table_add (seen, *token);
  for (guint i = 0; i < movements->len; i++)
    {
      const BrightpearlMovement *movement = movements->pdata[i];
      g_autofree char *token
          = g_strdup_printf ("%" G_GINT64_FORMAT "@%s", movement->id, movement->updated_on);

      g_strdelimit (token, " ", '_');
      if (run->movements->len < MOST_REMEMBERED)
        g_string_append_printf (run->movements, "%s%s", run->movements->len > 0 ? " " : "", token);
      if (!g_hash_table_contains (seen, token))
        add_id (run->moved, movement->product_id);
    }
}

static gboolean
is_anything_to_do (const BrightStockRun *run)
{
  return run->reviews || run->moves->len > 0 || g_hash_table_size (run->moved) > 0
         || run->sync->planned_claims->len > 0
         || bright_sync_get_checkpoint_number (run->sync, BRIGHT_CHECKPOINT_STOCK_OPEN) > 0;
}

static void
movements_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  gboolean more = FALSE;
  GError *error = NULL;
  g_autoptr (GPtrArray) movements = brightpearl_client_search_movements_finish (
      BRIGHTPEARL_CLIENT (source), result, &more, &error);

  if (movements == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  run->offset += movements->len;
  note_movements (run, movements);
  if (more)
    bright_stock_search_movements (user_data);
  else if (is_anything_to_do (run))
    bright_stock_run_next (user_data);
  else
    bright_stock_run_skip_to (user_data, BRIGHT_STOCK_SETTLE);
}

void
bright_stock_search_movements (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  gint64 moved = bright_sync_get_checkpoint_number (run->sync, BRIGHT_CHECKPOINT_STOCK_MOVED);
  gint64 seen = bright_sync_get_checkpoint_number (run->sync, BRIGHT_CHECKPOINT_STOCK_SEEN);
  gint64 since = MAX (moved - OVERLAP_SECONDS, seen - SKEW_SECONDS);

  if (run->is_full)
    bright_stock_run_next (task);
  else
    brightpearl_client_search_movements_async (run->sync->brightpearl, since, run->offset + 1,
                                               run->sync->cancellable, movements_found_cb, task);
}

void
bright_stock_item_foreach_product (const BrightStockItem *item,
                                   BrightStockProductFunc function,
                                   gpointer user_data)
{
  if (item->brightpearl_id != 0 && !item->is_bundle && item->is_stock_tracked)
    function (item->brightpearl_id, user_data);
  for (guint i = 0; i < item->components->len; i++)
    function (((BrightpearlComponent *) item->components->pdata[i])->product_id, user_data);
}

static void
add_moved (gint64 product_id, gpointer user_data)
{
  add_id (user_data, product_id);
}

static void
move_variant (BrightStockRun *run, gint64 variant_id)
{
  const BrightStockItem *item = g_hash_table_lookup (run->items, &variant_id);

  if (item != NULL)
    bright_stock_item_foreach_product (item, add_moved, run->moved);
}

static void
note_move (BrightStockRun *run, const BrightStockUnits *move)
{
  if (move->variant_id != 0)
    move_variant (run, move->variant_id);
  else
    add_id (run->moved, move->product_id);
}

typedef struct
{
  GHashTable *moved;
  GHashTable *strange; /* of those that moved, what no SKU of the store is known to be */
  gboolean has_moved;
} Looking;

static void
look (gint64 product_id, gpointer user_data)
{
  Looking *looking = user_data;

  looking->has_moved
      = looking->has_moved || g_hash_table_contains (looking->moved, &product_id);
  g_hash_table_remove (looking->strange, &product_id);
}

/* Whatever sells what moved, by itself or in a bundle. A product that is none of these may be
 * new, and what a SKU without a match waits for. */
static void
choose_items (BrightStockRun *run)
{
  g_autoptr (GHashTable) strange = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean waits = FALSE;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->moved);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_hash_table_add (strange, value);
  g_hash_table_iter_init (&iter, run->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BrightStockItem *item = value;
      Looking looking = { run->moved, strange, FALSE };

      bright_stock_item_foreach_product (item, look, &looking);
      if (looking.has_moved)
        g_ptr_array_add (run->looked_at, value);
      waits = waits || strcmp (item->reason, BRIGHT_STOCK_UNMATCHED) == 0;
    }
  run->reviews = run->reviews || (waits && g_hash_table_size (strange) > 0);
}

static void
choose_moved (BrightStockRun *run)
{
  for (guint i = 0; i < run->moves->len; i++)
    note_move (run, run->moves->pdata[i]);
  for (guint i = 0; i < run->sync->planned_claims->len; i++)
    {
      const BrightStockClaim *claim = run->sync->planned_claims->pdata[i];

      for (guint j = 0; j < claim->lines->len; j++)
        note_move (run, claim->lines->pdata[j]);
    }
  choose_items (run);
  if (run->looked_at->len <= MOST_LOOKED_AT)
    return;
  g_ptr_array_set_size (run->looked_at, 0);
  run->is_full = TRUE;
  run->reviews = TRUE;
}

static void
items_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightStockRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (GPtrArray) items
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (items == NULL)
    {
      bright_stock_run_fail (user_data, error);
      return;
    }
  while (items->len > 0)
    {
      BrightStockItem *item = g_ptr_array_steal_index_fast (items, items->len - 1);

      g_hash_table_replace (run->items, &item->variant_id, item);
    }
  if (!run->is_full)
    choose_moved (run);
  bright_stock_run_next (user_data);
}

void
bright_stock_load_items (GTask *task)
{
  load (task, BRIGHT_FACT_STOCK_ITEM, &bright_stock_item_type, items_loaded_cb);
}
