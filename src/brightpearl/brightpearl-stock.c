/* Brightpearl's stock: what moved, and what bundles are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-stock.h"

#include "bright-error.h"
#include "bright-time.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

#define MOVEMENT_COLUMNS "goodsMovementId,productId,updatedOn"

/* What a page of a search gave. */
typedef struct
{
  GPtrArray *movements;
  gboolean more;
} MovementPage;

static void
movement_page_free (gpointer data)
{
  MovementPage *page = data;

  g_ptr_array_unref (page->movements);
  g_free (page);
}

static gpointer
read_movements (JsonNode *response, gconstpointer unused, GError **error)
{
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, MOVEMENT_COLUMNS, &more, error);
  g_autoptr (GPtrArray) movements = bright_record_list_new (&brightpearl_movement_type);
  MovementPage *page;

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer movement = bright_record_read (&brightpearl_movement_type, rows->pdata[i], error);

      if (movement == NULL)
        return NULL;
      g_ptr_array_add (movements, movement);
    }
  page = g_new0 (MovementPage, 1);
  page->movements = g_steal_pointer (&movements);
  page->more = more;
  return page;
}

void
brightpearl_client_search_movements_async (BrightpearlClient *self,
                                           gint64 since,
                                           guint first,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autofree char *time = bright_time_format (MAX (since, 0));
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && first >= 1);

  path = g_strdup_printf ("/warehouse-service/goods-movement-search?columns=" MOVEMENT_COLUMNS
                          "&sort=goodsMovementId.ASC&pageSize=%d&firstResult=%u&updatedOn=%s/",
                          BRIGHTPEARL_PAGE_SIZE, first, time);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .reader = read_movements,
                                    .free_result = movement_page_free,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_search_movements_finish (BrightpearlClient *self,
                                            GAsyncResult *result,
                                            gboolean *more,
                                            GError **error)
{
  MovementPage *page;
  GPtrArray *movements;

  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self) && more != NULL, NULL);

  page = brightpearl_client_ask_finish (self, result, error);
  if (page == NULL)
    return NULL;
  *more = page->more;
  movements = g_ptr_array_ref (page->movements);
  movement_page_free (page);
  return movements;
}

static gpointer
read_compositions (JsonNode *response, gconstpointer unused, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (response))
    return bright_record_list_new (&brightpearl_composition_type);
  return bright_record_read_list (&brightpearl_composition_type, response, error);
}

void
brightpearl_client_read_compositions_async (BrightpearlClient *self,
                                            const char *ids,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && ids != NULL && ids[0] != '\0');

  path = g_strconcat ("/product-service/product/", ids, NULL);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_compositions,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_read_compositions_finish (BrightpearlClient *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
