/* Brightpearl's warehouse: what can still be sold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many products are read in pieces of a hundred, some at the same time. One
 * unknown id makes the platform refuse its whole piece; such a piece is halved
 * until the unknown one stands alone, which then counts as a product of which
 * there is none.
 */
#include "brightpearl-client-private.h"
#include "brightpearl-stock.h"

#include "bright-error.h"
#include "brightpearl-ask.h"

#define PIECE_SIZE 100
#define MAXIMUM_IN_FLIGHT 4

/* A few products may have been deleted a moment ago. When more are refused one
 * by one, the reason is another, and taking them for sold out would be wrong. */
#define MAXIMUM_UNKNOWN 20

typedef struct
{
  guint offset;
  guint count;
} Piece;

typedef struct
{
  GArray *ids; /* ascending, each once */
  GArray *warehouse_ids; /* of gint64 */
  GQueue pieces; /* (element-type Piece) (owned): not asked for yet */
  guint in_flight;
  guint n_unknown;
  GHashTable *units;
  GError *failure; /* (nullable): the first one */
} Reading;

/* What a piece's callback is given. */
typedef struct
{
  GTask *task;
  Piece *piece;
} Request;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->ids);
  g_array_unref (reading->warehouse_ids);
  g_queue_clear_full (&reading->pieces, g_free);
  g_clear_pointer (&reading->units, g_hash_table_unref);
  g_clear_error (&reading->failure);
  g_free (reading);
}

static void
queue_piece (Reading *reading, guint offset, guint count)
{
  Piece *piece = g_new (Piece, 1);

  piece->offset = offset;
  piece->count = count;
  g_queue_push_tail (&reading->pieces, piece);
}

/* Adds a product that one of the warehouses holds. */
static gboolean
add_product (GHashTable *units,
             const char *name,
             JsonNode *node,
             const GArray *warehouse_ids,
             GError **error)
{
  g_autofree gint64 *numbers = g_new0 (gint64, warehouse_ids->len);
  gboolean is_held = FALSE;
  gboolean is_sound = TRUE;
  gint64 id;

  for (guint i = 0; i < warehouse_ids->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("warehouses/%" G_GINT64_FORMAT "/onHand",
                                               g_array_index (warehouse_ids, gint64, i));
      JsonNode *on_hand = bright_json_get (node, path);

      if (on_hand == NULL)
        continue;
      is_held = TRUE;
      is_sound = is_sound && bright_json_read_integer (on_hand, &numbers[i]);
    }
  if (!is_sound || !g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                   "product %s: expected a number of units", name);
      return FALSE;
    }
  if (is_held)
    g_hash_table_insert (units, g_memdup2 (&id, sizeof id), g_steal_pointer (&numbers));
  return TRUE;
}

static gpointer
read_units (JsonNode *response, gconstpointer data, GError **error)
{
  const GArray *warehouse_ids = data;
  g_autoptr (GHashTable) units
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  JsonObject *products = bright_json_get_object (response, NULL);
  JsonArray *nothing = bright_json_get_array (response, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (JSON_NODE_HOLDS_NULL (response) || (nothing != NULL && json_array_get_length (nothing) == 0))
    return g_steal_pointer (&units);
  if (products == NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected the availability by product");
      return NULL;
    }
  json_object_iter_init (&iter, products);
  while (json_object_iter_next (&iter, &name, &node))
    if (!add_product (units, name, node, warehouse_ids, error))
      return NULL;
  return g_steal_pointer (&units);
}

/* Adds what a piece gave; steals it. */
static void
merge_units (GHashTable *all, GHashTable *units)
{
  GHashTableIter iter;
  gpointer id;
  gpointer number;

  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, &id, &number))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (all, id, number);
    }
}

/* Takes @error. */
static void
handle_failure (Reading *reading, const Piece *piece, GError *error)
{
  g_autoptr (GError) failure = error;

  if (g_error_matches (failure, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED) && piece->count > 1)
    {
      queue_piece (reading, piece->offset, piece->count / 2);
      queue_piece (reading, piece->offset + piece->count / 2, piece->count - piece->count / 2);
    }
  else if (g_error_matches (failure, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED)
           && reading->n_unknown++ < MAXIMUM_UNKNOWN)
    return;
  else if (reading->failure == NULL)
    reading->failure = g_steal_pointer (&failure);
}

static void ask_for_pieces (GTask *task);

static void
on_piece (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autofree Piece *piece = request->piece;
  g_autoptr (GTask) task = request->task;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) units = NULL;

  units = brightpearl_client_ask_finish (BRIGHTPEARL_CLIENT (source), result, &error);
  reading->in_flight--;
  if (units != NULL)
    merge_units (reading->units, units);
  else
    handle_failure (reading, piece, error);
  ask_for_pieces (task);
}

static void
ask_for_piece (BrightpearlClient *self, GTask *task, Piece *piece)
{
  Reading *reading = g_task_get_task_data (task);
  Request *request = g_new (Request, 1);
  g_autofree char *ids = brightpearl_format_id_set (reading->ids, piece->offset, piece->count);
  g_autofree char *path = g_strconcat ("/warehouse-service/product-availability/", ids, NULL);

  request->task = g_object_ref (task);
  request->piece = piece;
  reading->in_flight++;
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_units,
                                    .data = reading->warehouse_ids,
                                    .free_result = (GDestroyNotify) g_hash_table_unref,
                                },
                                g_task_get_cancellable (task), on_piece, request);
}

static void
ask_for_pieces (GTask *task)
{
  BrightpearlClient *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  while (reading->failure == NULL && reading->in_flight < MAXIMUM_IN_FLIGHT
         && !g_queue_is_empty (&reading->pieces))
    ask_for_piece (self, task, g_queue_pop_head (&reading->pieces));
  if (reading->in_flight > 0)
    return;
  if (reading->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&reading->failure));
  else
    g_task_return_pointer (task, g_steal_pointer (&reading->units),
                           (GDestroyNotify) g_hash_table_unref);
}

void
brightpearl_client_read_stock_async (BrightpearlClient *self,
                                     GArray *product_ids,
                                     GArray *warehouse_ids,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && product_ids != NULL && warehouse_ids != NULL);

  reading = g_new0 (Reading, 1);
  reading->ids = brightpearl_sort_ids (product_ids);
  reading->warehouse_ids = g_array_copy (warehouse_ids);
  g_queue_init (&reading->pieces);
  reading->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint offset = 0; offset < reading->ids->len; offset += PIECE_SIZE)
    queue_piece (reading, offset, MIN (PIECE_SIZE, reading->ids->len - offset));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brightpearl_client_read_stock_async);
  g_task_set_task_data (task, reading, reading_free);
  ask_for_pieces (task);
}

GHashTable *
brightpearl_client_read_stock_finish (BrightpearlClient *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
brightpearl_client_read_availability_async (BrightpearlClient *self,
                                            GArray *product_ids,
                                            gint64 warehouse_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (GArray) warehouse_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (warehouse_ids, warehouse_id);
  brightpearl_client_read_stock_async (self, product_ids, warehouse_ids, cancellable, callback,
                                       user_data);
}

GHashTable *
brightpearl_client_read_availability_finish (BrightpearlClient *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  return brightpearl_client_read_stock_finish (self, result, error);
}
