/* Which sales orders changed in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-changes.h"

#include "bright-time.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

#define COLUMNS "salesOrderId,orderStatusId,updatedOn"

static const BrightField change_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlChange, INTEGER, id, "salesOrderId"),
  BRIGHT_FIELD (BrightpearlChange, INTEGER, status_id, "orderStatusId"),
  BRIGHT_FIELD (BrightpearlChange, TIME, updated_on, "updatedOn"),
  {},
};

const BrightRecordType brightpearl_change_type = { "changed sales order",
                                                   sizeof (BrightpearlChange), change_fields };

typedef struct
{
  GPtrArray *changes;
  gboolean more;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_pointer (&page->changes, g_ptr_array_unref);
  g_free (page);
}

static gpointer
read_page (JsonNode *response, gconstpointer unused, GError **error)
{
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, COLUMNS, &more, error);
  g_autoptr (GPtrArray) changes = NULL;
  Page *page;

  if (rows == NULL)
    return NULL;
  changes = bright_record_list_new (&brightpearl_change_type);
  for (guint i = 0; i < rows->len; i++)
    {
      BrightpearlChange *change
          = bright_record_read (&brightpearl_change_type, rows->pdata[i], error);

      if (change == NULL)
        {
          g_prefix_error (error, "row %u", i + 1);
          return NULL;
        }
      g_ptr_array_add (changes, change);
    }
  page = g_new0 (Page, 1);
  page->changes = g_steal_pointer (&changes);
  page->more = more;
  return page;
}

void
brightpearl_client_search_changes_async (BrightpearlClient *self,
                                         gint64 since,
                                         guint first,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autofree char *time = bright_time_format (MAX (since, 0));
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && first >= 1);

  path = g_strdup_printf ("/order-service/sales-order-search?columns=" COLUMNS
                          "&sort=salesOrderId.ASC&pageSize=%d&firstResult=%u&updatedOn=%s/",
                          BRIGHTPEARL_PAGE_SIZE, first, time);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .reader = read_page,
                                    .free_result = page_free,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_search_changes_finish (BrightpearlClient *self,
                                          GAsyncResult *result,
                                          gboolean *more,
                                          GError **error)
{
  Page *page;
  GPtrArray *changes;

  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self) && more != NULL, NULL);

  page = brightpearl_client_ask_finish (self, result, error);
  if (page == NULL)
    return NULL;
  *more = page->more;
  changes = g_steal_pointer (&page->changes);
  page_free (page);
  return changes;
}
