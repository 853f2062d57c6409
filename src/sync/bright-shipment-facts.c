/* The shipments flow: what has left the warehouse, and what the store has of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-shipments.h"
#include "bright-shipments-private.h"
#include "brightpearl-goods-out.h"

#include <string.h>

/* ---- Notes ---- */

typedef struct
{
  BrightSync *sync;
  GPtrArray *actives; /* (unowned elements) */
  GPtrArray *records; /* of BrightpearlGoodsNotes, by the same index */
  GHashTable *owners; /* sales order id (gint64 *, unowned) -> record (unowned) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->actives);
  g_ptr_array_unref (reading->records);
  g_hash_table_unref (reading->owners);
  g_free (reading);
}

char *
bright_goods_notes_describe_seen (GPtrArray *sales_orders)
{
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = sales_orders->pdata[i];

      if (sales_order == NULL)
        continue;
      g_string_append_printf (seen, "%s ", sales_order->shipping_status);
      /* A second part may leave without a change of the code. */
      if (strcmp (sales_order->shipping_status, "SPS") == 0)
        g_string_append_printf (seen, "%" G_GINT64_FORMAT " ", sales_order->updated_on);
    }
  return g_string_free (seen, FALSE);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const BrightpearlGoodsNote *one = *(BrightpearlGoodsNote *const *) a;
  const BrightpearlGoodsNote *other = *(BrightpearlGoodsNote *const *) b;

  if (one->shipped_on != other->shipped_on)
    return one->shipped_on < other->shipped_on ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* Puts notes where they belong; empties @notes. */
static void
place_notes (Reading *reading, GPtrArray *notes)
{
  while (notes->len > 0)
    {
      BrightpearlGoodsNote *note = g_ptr_array_steal_index (notes, notes->len - 1);
      BrightpearlGoodsNotes *record = g_hash_table_lookup (reading->owners, &note->sales_order_id);

      if (record != NULL)
        g_ptr_array_add (record->notes, note);
      else
        brightpearl_goods_note_free (note);
    }
  for (guint i = 0; i < reading->records->len; i++)
    g_ptr_array_sort (((BrightpearlGoodsNotes *) reading->records->pdata[i])->notes, compare_notes);
}

static gboolean
is_sent_from_stock (const BrightWorld *world, const BrightpearlRow *row)
{
  const BrightpearlProduct *product = bright_world_get_product (world, row->product_id);

  return row->product_id != BRIGHTPEARL_FREE_TEXT_PRODUCT && row->product_id != 0
         && !row->is_bundle_parent && row->quantity > 0
         && (product == NULL || product->is_stock_tracked);
}

/* Whether the goods-out notes account for what the sales order says has left. */
static gboolean
is_explained (const Reading *reading,
              const BrightpearlGoodsNotes *record,
              const BrightpearlSalesOrder *sales_order)
{
  gboolean all = strcmp (sales_order->shipping_status, "ASS") == 0;
  BrightMoney wanted = 0;
  BrightMoney units = 0;

  if (!all && strcmp (sales_order->shipping_status, "SPS") != 0)
    return TRUE;
  for (guint i = 0; i < sales_order->rows->len; i++)
    if (is_sent_from_stock (reading->sync->world, sales_order->rows->pdata[i]))
      wanted += ((BrightpearlRow *) sales_order->rows->pdata[i])->quantity / BRIGHT_MONEY_UNIT;
  for (guint i = 0; i < record->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = record->notes->pdata[i];

      for (guint j = 0; note->is_shipped && note->sales_order_id == sales_order->id
                        && j < note->rows->len;
           j++)
        units += ((BrightpearlGoodsNoteRow *) note->rows->pdata[j])->quantity;
    }
  return all ? units >= wanted : units > 0;
}

static gboolean
has_drop_ship_entry (const BrightActiveOrder *active)
{
  const BrightShipments *shipments = active->link->shipments;

  for (guint i = 0; shipments != NULL && i < shipments->entries->len; i++)
    if (((BrightShipmentEntry *) shipments->entries->pdata[i])->is_drop_ship)
      return TRUE;
  return FALSE;
}

/* The sales orders whose drop-ship notes must be read, too. */
static GArray *
collect_drop_ship (Reading *reading)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < reading->actives->len; i++)
    {
      const BrightActiveOrder *active = reading->actives->pdata[i];
      BrightpearlGoodsNotes *record = reading->records->pdata[i];
      gboolean is_wanted = has_drop_ship_entry (active);

      for (guint part = 0; !is_wanted && part < active->sales_orders->len; part++)
        is_wanted = active->sales_orders->pdata[part] != NULL
                    && !is_explained (reading, record, active->sales_orders->pdata[part]);
      record->has_drop_ship = is_wanted;
      for (guint part = 0; is_wanted && part < active->link->parts->len; part++)
        {
          gint64 id = ((BrightOrderPart *) active->link->parts->pdata[part])->sales_order_id;

          if (id > 0)
            g_array_append_val (ids, id);
        }
    }
  return ids;
}

static void
return_notes (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  BrightJournalBatch *batch = bright_journal_batch_new ();

  bright_recent_notes_remember (reading->sync, batch, reading->records);
  bright_journal_commit_async (reading->sync->journal, batch, NULL, NULL, NULL);
  g_task_return_pointer (task, g_ptr_array_ref (reading->records),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
drop_ship_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) notes = brightpearl_client_read_goods_notes_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);

  if (notes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  place_notes (g_task_get_task_data (task), notes);
  return_notes (task);
}

static void
goods_out_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GArray) drop_ship = NULL;
  g_autoptr (GPtrArray) notes = brightpearl_client_read_goods_notes_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);

  if (notes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  place_notes (reading, notes);
  drop_ship = collect_drop_ship (reading);
  if (drop_ship->len == 0)
    return_notes (task);
  else
    brightpearl_client_read_goods_notes_async (reading->sync->brightpearl, drop_ship, TRUE,
                                               reading->sync->cancellable, drop_ship_read_cb,
                                               g_steal_pointer (&task));
}

static void
add_record (Reading *reading, BrightActiveOrder *active, GArray *ids)
{
  BrightpearlGoodsNotes *record = bright_record_new (&brightpearl_goods_notes_type);

  record->order = active->order->id;
  g_free (record->seen);
  record->seen = bright_goods_notes_describe_seen (active->sales_orders);
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      BrightOrderPart *part = active->link->parts->pdata[i];

      if (part->sales_order_id <= 0)
        continue;
      g_array_append_val (ids, part->sales_order_id);
      g_hash_table_insert (reading->owners, g_memdup2 (&part->sales_order_id, sizeof (gint64)),
                           record);
    }
  g_ptr_array_add (reading->records, record);
}

void
bright_goods_notes_read_async (BrightSync *sync,
                               GPtrArray *actives,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_task_set_source_tag (task, bright_goods_notes_read_async);
  reading->sync = sync;
  reading->actives = g_ptr_array_ref (actives);
  reading->records = bright_record_list_new (&brightpearl_goods_notes_type);
  reading->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < actives->len; i++)
    add_record (reading, actives->pdata[i], ids);
  g_task_set_task_data (task, reading, reading_free);
  brightpearl_client_read_goods_notes_async (sync->brightpearl, ids, FALSE, sync->cancellable,
                                             goods_out_read_cb, task);
}

GPtrArray *
bright_goods_notes_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- The store's shipments ---- */

typedef struct
{
  BrightSync *sync;
  gint64 order_id;
} Listing;

static void
shipments_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *records;
  BigcommerceShipments *record;
  GPtrArray *shipments
      = bigcommerce_client_list_shipments_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  if (shipments == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  record = bright_record_new (&bigcommerce_shipments_type);
  record->order = listing->order_id;
  record->read_at = bright_clock_get_seconds (listing->sync->clock);
  g_ptr_array_unref (record->shipments);
  record->shipments = shipments;
  records = bright_record_list_new (&bigcommerce_shipments_type);
  g_ptr_array_add (records, record);
  g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

void
bright_shipments_read_async (BrightSync *sync,
                             GPtrArray *actives,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  /* One order each time: the fact's batch is 1. */
  g_assert (actives->len == 1);
  g_task_set_source_tag (task, bright_shipments_read_async);
  listing->sync = sync;
  listing->order_id = ((BrightActiveOrder *) actives->pdata[0])->order->id;
  g_task_set_task_data (task, listing, g_free);
  bigcommerce_client_list_shipments_async (sync->bigcommerce, listing->order_id,
                                           sync->cancellable, shipments_listed_cb, task);
}

GPtrArray *
bright_shipments_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
