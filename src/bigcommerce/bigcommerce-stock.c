/* BigCommerce's stock: what the store has, and how it keeps it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-stock.h"

#include "bigcommerce-ask.h"
#include "bright-error.h"

static const struct
{
  const char *path;
  const char *ids; /* (nullable): the filter that takes ids */
  const BrightRecordType *type;
} lists[] = {
  [BIGCOMMERCE_STOCK_ITEMS]
  = { "/v3/inventory/items?limit=1000", "variant_id:in", &bigcommerce_stock_item_type },
  [BIGCOMMERCE_STOCK_TRACKING] = { "/v3/catalog/products?limit=250&include_fields="
                                   "inventory_tracking",
                                   "id:in", &bigcommerce_tracking_type },
  [BIGCOMMERCE_STOCK_IDENTIFIERS] = { "/v3/catalog/variants?limit=250&include_fields=upc,mpn,gtin",
                                      NULL, &bigcommerce_identifiers_type },
  [BIGCOMMERCE_STOCK_LOCATION]
  = { "/v3/inventory/locations?is_default=true", NULL, &bigcommerce_tracking_type },
};

/* What a page gave. */
typedef struct
{
  GPtrArray *records;
  gboolean more;
} StockPage;

static void
stock_page_free (gpointer data)
{
  StockPage *page = data;

  g_ptr_array_unref (page->records);
  g_free (page);
}

static gpointer
read_page (JsonNode *answer, gconstpointer data, GError **error)
{
  JsonNode *rows = bright_json_get (answer, "data");
  gint64 n_pages = bright_json_get_integer (answer, "meta/pagination/total_pages", 1);
  gint64 number = bright_json_get_integer (answer, "meta/pagination/current_page", 1);
  g_autoptr (GPtrArray) records = NULL;
  StockPage *page;

  if (JSON_NODE_HOLDS_NULL (answer))
    records = bright_record_list_new (data);
  else if (rows == NULL)
    g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a list");
  else
    records = bright_record_read_list (data, rows, error);
  if (records == NULL)
    return NULL;
  page = g_new0 (StockPage, 1);
  page->more = records->len > 0 && number < n_pages;
  page->records = g_steal_pointer (&records);
  return page;
}

static void
append_ids (GString *path, GArray *ids, guint offset)
{
  guint end = MIN (offset + BIGCOMMERCE_STOCK_IDS, ids->len);

  for (guint i = offset; i < end; i++)
    g_string_append_printf (path, "%s%" G_GINT64_FORMAT, i > offset ? "," : "",
                            g_array_index (ids, gint64, i));
}

void
bigcommerce_client_list_stock_async (BigcommerceClient *self,
                                     BigcommerceStockList list,
                                     GArray *ids,
                                     guint offset,
                                     guint page,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GString) path = NULL;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self) && (guint) list < G_N_ELEMENTS (lists));

  path = g_string_new (lists[list].path);
  g_string_append_printf (path, "&page=%u", page);
  if (ids != NULL && lists[list].ids != NULL)
    {
      g_string_append_printf (path, "&%s=", lists[list].ids);
      append_ids (path, ids, offset);
    }
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path->str,
                                    .reader = read_page,
                                    .data = lists[list].type,
                                    .free_result = stock_page_free,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
bigcommerce_client_list_stock_finish (BigcommerceClient *self,
                                      GAsyncResult *result,
                                      gboolean *more,
                                      GError **error)
{
  StockPage *page;
  GPtrArray *records;

  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self) && more != NULL, NULL);

  page = bigcommerce_client_ask_finish (self, result, NULL, error);
  if (page == NULL)
    return NULL;
  *more = page->more;
  records = g_ptr_array_ref (page->records);
  stock_page_free (page);
  return records;
}
