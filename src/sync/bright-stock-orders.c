/* What orders tell the stock flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When an order is settled in another situation than before, its claim is kept,
 * and its products are noted, so that the next run looks at them. Both are
 * committed with the order itself.
 */
#include "bright-stock-orders.h"

#include "bright-stock-units.h"

#include <string.h>

static void
put_move (BrightSync *sync, BrightJournalBatch *batch, gint64 variant_id, gint64 product_id)
{
  BrightStockUnits units = { .variant_id = variant_id, .product_id = product_id };
  g_autofree char *key = variant_id != 0 ? g_strdup_printf ("v%" G_GINT64_FORMAT, variant_id)
                                         : g_strdup_printf ("p%" G_GINT64_FORMAT, product_id);
  g_autofree char *text = bright_record_to_string (&bright_stock_units_type, &units);

  bright_journal_batch_put_fact (batch, BRIGHT_FACT_STOCK_MOVE, key, text, "",
                                 bright_sync_get_time (sync));
}

typedef struct
{
  BrightSync *sync;
  BrightJournalBatch *batch;
} Moving;

static void
move_line (gpointer data, gpointer user_data)
{
  const BigcommerceLine *line = data;
  const Moving *moving = user_data;

  if (line->variant_id != 0)
    put_move (moving->sync, moving->batch, line->variant_id, 0);
}

/* Before the first full check, which looks at everything, there is nothing to remember. */
static void
put_moves (BrightActiveOrder *active, BrightSync *sync, BrightJournalBatch *batch)
{
  Moving moving = { sync, batch };

  if (bright_sync_get_checkpoint_number (sync, BRIGHT_CHECKPOINT_STOCK_CHECKED) == 0)
    return;
  bigcommerce_order_foreach_line (active->order, move_line, &moving);
  for (guint i = 0; i < active->sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      for (guint j = 0; sales_order != NULL && j < sales_order->rows->len; j++)
        {
          const BrightpearlRow *row = sales_order->rows->pdata[j];

          if (row->product_id > BRIGHTPEARL_FREE_TEXT_PRODUCT)
            put_move (sync, batch, 0, row->product_id);
        }
    }
}

/* Tells two situations of an order apart, as far as stock is concerned. */
static char *
digest (BrightActiveOrder *active, const char *claim, gboolean on_paper)
{
  g_autoptr (GString) text = g_string_new (claim);

  g_string_append_printf (text, " %s", active->content);
  for (guint i = 0; !on_paper && i < active->sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      if (sales_order != NULL)
        g_string_append_printf (text, " %" G_GINT64_FORMAT " %s %d", sales_order->id,
                                sales_order->allocation_status, sales_order->is_cancelled);
    }
  return g_strdup_printf ("%x", g_str_hash (text->str));
}

static void
put_claim (BrightSync *sync, BrightJournalBatch *batch, BrightStockClaim *claim, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, claim->order_id);

  if (claim->lines->len > 0)
    bright_journal_batch_put_fact (batch, BRIGHT_FACT_STOCK_CLAIM, key, text, "",
                                   bright_sync_get_time (sync));
  else
    bright_journal_batch_remove_fact (batch, BRIGHT_FACT_STOCK_CLAIM, key);
}

static void
count_rows (GHashTable *changes, const BrightpearlSalesOrder *sales_order, gint64 sign)
{
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      gint64 *units = g_hash_table_lookup (changes, &row->product_id);

      if (row->product_id <= BRIGHTPEARL_FREE_TEXT_PRODUCT || row->is_bundle_parent)
        continue;
      if (units == NULL)
        {
          units = g_new0 (gint64, 1);
          g_hash_table_insert (changes, g_memdup2 (&row->product_id, sizeof row->product_id),
                               units);
        }
      *units += sign * row->quantity / BRIGHT_MONEY_UNIT;
    }
}

static void
add_changes (BrightStockClaim *claim, GHashTable *changes)
{
  GHashTableIter iter;
  gpointer product;
  gpointer units;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &product, &units))
    if (*(gint64 *) units != 0)
      {
        BrightStockUnits *line = bright_record_new (&bright_stock_units_type);

        line->product_id = *(gint64 *) product;
        line->units = *(gint64 *) units;
        g_ptr_array_add (claim->lines, line);
      }
}

/* The components of a bundle are not known on paper. */
static gboolean
has_bundle (const BrightpearlSalesOrder *sales_order)
{
  for (guint i = 0; i < sales_order->rows->len; i++)
    if (((BrightpearlRow *) sales_order->rows->pdata[i])->is_bundle_parent)
      return TRUE;
  return FALSE;
}

/* An edit that is planned will allocate more or less than is allocated now, and a cancellation
 * will give back what is; less than nothing is claimed where units come back. */
static void
add_planned_changes (BrightActiveOrder *active,
                     const BrightOrderLink *original,
                     BrightStockClaim *claim)
{
  guint count = active->original_sales_orders != NULL ? active->original_sales_orders->len : 0;
  g_autoptr (GHashTable) changes
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < MIN (count, original->parts->len); i++)
    {
      const BrightOrderPart *part = original->parts->pdata[i];
      const BrightpearlSalesOrder *before = active->original_sales_orders->pdata[i];
      const BrightpearlSalesOrder *after = active->sales_orders->pdata[i];
      gboolean is_whole = before != NULL && strcmp (before->allocation_status, "AAA") == 0;
      gboolean is_part = before != NULL && strcmp (before->allocation_status, "APA") == 0;

      if (after == NULL || (!is_whole && !is_part) || before->is_cancelled || has_bundle (after))
        continue;
      count_rows (changes, before, -1);
      if (!after->is_cancelled)
        count_rows (changes, after, 1);
      for (guint j = 0; after->is_cancelled && is_part && j < part->missing->len; j++)
        g_ptr_array_add (claim->lines,
                         bright_record_copy (&bright_stock_units_type, part->missing->pdata[j]));
    }
  add_changes (claim, changes);
}

void
bright_stock_note_order (BrightActiveOrder *active,
                         BrightSync *sync,
                         BrightJournalBatch *batch,
                         const BrightVerdict *verdict)
{
  gboolean on_paper = active->on_paper && active->steps > 0;
  g_autoptr (BrightOrderLink) original = NULL;
  BrightOrderLink *link = active->link;
  g_autoptr (BrightStockClaim) claim = NULL;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;

  /* What is planned is not done: the units are still to be allocated. */
  if (on_paper && active->original_link != NULL && active->original_link[0] != '\0')
    original = bright_record_read_text (&bright_order_link_type, active->original_link, NULL);
  else if (on_paper)
    original = bright_record_new (&bright_order_link_type);
  if (original != NULL)
    link = original;
  claim = bright_stock_claim_new (active->order, verdict->state, verdict->code, link,
                                  active->sales_orders, !on_paper);
  text = bright_record_to_string (&bright_stock_claim_type, claim);
  if (sync->plan_only)
    {
      if (original != NULL)
        add_planned_changes (active, original, claim);
      g_ptr_array_add (sync->planned_claims, g_steal_pointer (&claim));
      return;
    }
  told = digest (active, text, on_paper);
  if (strcmp (told, link->stock) == 0)
    return;
  put_claim (sync, batch, claim, text);
  put_moves (active, sync, batch);
  g_free (link->stock);
  link->stock = g_steal_pointer (&told);
  if (original != NULL)
    {
      g_free (active->original_link);
      active->original_link = bright_record_to_string (&bright_order_link_type, original);
    }
}
