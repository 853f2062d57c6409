/* Goods-out and drop-ship notes: what has left the warehouse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-goods-out.h"

#include "bright-error.h"
#include "bright-time.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

#define SEARCH_COLUMNS "goodsOutNoteId,orderId"
/* Sales orders that fit into one read. */
#define SALES_ORDERS_PER_READ 500
/* Nobody sends more of one thing than this. */
#define MAXIMUM_UNITS G_MAXINT32

/* ---- The search ---- */

typedef struct
{
  GPtrArray *notes;
  gboolean more;
} ShippedPage;

static void
shipped_page_free (gpointer data)
{
  ShippedPage *page = data;

  g_clear_pointer (&page->notes, g_ptr_array_unref);
  g_free (page);
}

static gpointer
read_shipped (JsonNode *response, gconstpointer unused, GError **error)
{
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, SEARCH_COLUMNS, &more, error);
  g_autoptr (GPtrArray) notes = NULL;
  ShippedPage *page;

  if (rows == NULL)
    return NULL;
  notes = bright_record_list_new (&brightpearl_shipped_note_type);
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer note = bright_record_read (&brightpearl_shipped_note_type, rows->pdata[i], error);

      if (note == NULL)
        {
          g_prefix_error (error, "row %u", i + 1);
          return NULL;
        }
      g_ptr_array_add (notes, note);
    }
  page = g_new0 (ShippedPage, 1);
  page->notes = g_steal_pointer (&notes);
  page->more = more;
  return page;
}

void
brightpearl_client_search_shipped_async (BrightpearlClient *self,
                                         gint64 shipped_since,
                                         guint first,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autofree char *since = bright_time_format (shipped_since);
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && first >= 1);

  path = g_strdup_printf ("/warehouse-service/goods-note/goods-out-search?columns=" SEARCH_COLUMNS
                          "&sort=goodsOutNoteId.ASC&pageSize=%d&firstResult=%u&shippedOn=%s/",
                          BRIGHTPEARL_PAGE_SIZE, first, since);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .reader = read_shipped,
                                    .free_result = shipped_page_free,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_search_shipped_finish (BrightpearlClient *self,
                                          GAsyncResult *result,
                                          gboolean *more,
                                          GError **error)
{
  ShippedPage *page;
  GPtrArray *notes;

  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self) && more != NULL, NULL);

  page = brightpearl_client_ask_finish (self, result, error);
  if (page == NULL)
    return NULL;
  *more = page->more;
  notes = g_steal_pointer (&page->notes);
  shipped_page_free (page);
  return notes;
}

/* ---- The notes ---- */

typedef struct
{
  GArray *ids;
  guint offset;
  gboolean drop_ship;
  GPtrArray *notes;
} Reading;

static void read_some (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->ids);
  g_ptr_array_unref (reading->notes);
  g_free (reading);
}

/* The entries of a row, one for each place in the warehouse, are added up. */
static gboolean
add_row (BrightpearlGoodsNote *note, const char *name, JsonNode *node, GError **error)
{
  JsonArray *entries = bright_json_get_array (node, NULL);
  BrightpearlGoodsNoteRow *row = bright_record_new (&brightpearl_goods_note_row_type);
  gboolean is_sound = g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &row->row_id, NULL);

  g_ptr_array_add (note->rows, row);
  for (guint i = 0; is_sound && entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonNode *quantity = bright_json_get (json_array_get_element (entries, i), "quantity");
      BrightMoney units = 0;

      is_sound = quantity == NULL || bright_json_read_money (quantity, &units, NULL);
      row->quantity += units / BRIGHT_MONEY_UNIT;
      is_sound = is_sound && row->quantity >= 0 && row->quantity <= MAXIMUM_UNITS;
    }
  if (!is_sound)
    g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                 "goods note %" G_GINT64_FORMAT ": row %s makes no sense", note->id, name);
  return is_sound;
}

static BrightpearlGoodsNote *
read_note (const char *name, JsonNode *node, gboolean drop_ship, GError **error)
{
  g_autoptr (BrightpearlGoodsNote) note
      = bright_record_read (&brightpearl_goods_note_type, node, error);
  JsonObject *rows = bright_json_get_object (node, "orderRows");
  JsonObjectIter iter;
  const char *row;
  JsonNode *entries;

  if (note == NULL)
    return NULL;
  if (!g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &note->id, NULL))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                   "a goods note without a number: %s", name);
      return NULL;
    }
  note->is_drop_ship = drop_ship;
  if (rows == NULL)
    return g_steal_pointer (&note);
  json_object_iter_init (&iter, rows);
  while (json_object_iter_next (&iter, &row, &entries))
    if (!add_row (note, row, entries, error))
      return NULL;
  return g_steal_pointer (&note);
}

static gpointer
read_notes (JsonNode *response, gconstpointer drop_ship, GError **error)
{
  g_autoptr (GPtrArray) notes = bright_record_list_new (&brightpearl_goods_note_type);
  JsonObject *objects = bright_json_get_object (response, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  /* Nothing may also be told as an empty list. */
  if (objects == NULL)
    return g_steal_pointer (&notes);
  json_object_iter_init (&iter, objects);
  while (json_object_iter_next (&iter, &name, &node))
    {
      BrightpearlGoodsNote *note
          = read_note (name, node, *(const gboolean *) drop_ship, error);

      if (note == NULL)
        return NULL;
      g_ptr_array_add (notes, note);
    }
  return g_steal_pointer (&notes);
}

static void
on_notes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *notes
      = brightpearl_client_ask_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (notes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_extend_and_steal (reading->notes, notes);
  read_some (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_some (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  g_autofree char *ids = NULL;
  g_autofree char *path = NULL;

  if (reading->offset >= reading->ids->len)
    {
      g_task_return_pointer (task, g_ptr_array_ref (reading->notes),
                             (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  ids = brightpearl_format_id_set (reading->ids, reading->offset, SALES_ORDERS_PER_READ);
  path = g_strdup_printf ("/warehouse-service/order/%s/goods-note/%s", ids,
                          reading->drop_ship ? "drop-ship" : "goods-out");
  reading->offset += SALES_ORDERS_PER_READ;
  brightpearl_client_ask_async (g_task_get_source_object (task),
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_notes,
                                    .data = &reading->drop_ship,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                g_task_get_cancellable (task), on_notes, task);
}

void
brightpearl_client_read_goods_notes_async (BrightpearlClient *self,
                                           GArray *sales_order_ids,
                                           gboolean drop_ship,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  Reading *reading;
  GTask *task;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && sales_order_ids != NULL);

  reading = g_new0 (Reading, 1);
  reading->ids = g_array_ref (sales_order_ids);
  reading->drop_ship = drop_ship;
  reading->notes = bright_record_list_new (&brightpearl_goods_note_type);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brightpearl_client_read_goods_notes_async);
  g_task_set_task_data (task, reading, reading_free);
  read_some (task);
}

GPtrArray *
brightpearl_client_read_goods_notes_finish (BrightpearlClient *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
