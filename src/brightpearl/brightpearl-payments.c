/* Brightpearl's customer payments, and the sales credits of sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two searches and a read by id, each page after page until nothing follows.
 */
#include "brightpearl-payments.h"

#include "bright-error.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

typedef struct
{
  const BrightRecordType *type;
  const char *path;
  const char *filter;
  const char *columns; /* as the record's table names them; the first is the id */
  const char *id;
} Search;

static const Search payment_search = {
  .type = &brightpearl_payment_type,
  .path = "/accounting-service/customer-payment-search",
  .filter = "orderId",
  .columns = "paymentId,transactionRef,transactionCode,paymentMethodCode,paymentType,orderId,"
             "amountPaid,amountAuthorized",
  .id = "paymentId",
};

static const Search credit_search = {
  .type = &brightpearl_credit_type,
  .path = "/order-service/order-search",
  .filter = "parentOrderId",
  .columns = "orderId,parentOrderId,externalRef",
  .id = "orderId",
};

static const BrightpearlName credit_names[] = {
  { "id", "orderId" },
  { "parentOrderId", "parentOrderId" },
  { "externalRef", "externalRef" },
  {},
};

typedef struct
{
  const Search *search; /* (nullable): NULL for a read by id */
  char *orders;         /* (nullable): what the search is for */
  guint first;          /* of the next page */
  gint64 after;         /* the last id that was read */
  GPtrArray *records;
} Listing;

/* What one answer gave. */
typedef struct
{
  GPtrArray *records;
  guint n_rows;
  gboolean more;
} ListPage;

static void read_page (GTask *task);

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->orders);
  g_clear_pointer (&listing->records, g_ptr_array_unref);
  g_free (listing);
}

static void
list_page_free (gpointer data)
{
  ListPage *page = data;

  g_clear_pointer (&page->records, g_ptr_array_unref);
  g_free (page);
}

static gpointer
read_rows (JsonNode *response, gconstpointer data, GError **error)
{
  const Search *search = data;
  g_autoptr (GPtrArray) records = bright_record_list_new (search->type);
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, search->columns, &more, error);
  ListPage *page;

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer record = bright_record_read (search->type, rows->pdata[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  page = g_new0 (ListPage, 1);
  page->n_rows = rows->len;
  page->more = more;
  page->records = g_steal_pointer (&records);
  return page;
}

static gpointer
read_orders (JsonNode *response, gconstpointer unused, GError **error)
{
  g_autoptr (GPtrArray) records = bright_record_list_new (&brightpearl_credit_type);
  JsonArray *orders = bright_json_get_array (response, NULL);
  guint n_orders = orders != NULL ? json_array_get_length (orders) : 0;
  ListPage *page;

  if (orders == NULL && !JSON_NODE_HOLDS_NULL (response))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected a list of orders");
      return NULL;
    }
  for (guint i = 0; i < n_orders; i++)
    {
      g_autoptr (JsonNode) node
          = brightpearl_rename_members (json_array_get_element (orders, i), credit_names);
      BrightpearlCredit *credit = bright_record_read (&brightpearl_credit_type, node, error);

      if (credit == NULL)
        return NULL;
      if (credit->parent_id != 0)
        g_ptr_array_add (records, credit);
      else
        brightpearl_credit_free (credit);
    }
  page = g_new0 (ListPage, 1);
  page->n_rows = n_orders;
  page->more = n_orders > 0;
  page->records = g_steal_pointer (&records);
  return page;
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  ListPage *page = brightpearl_client_ask_finish (BRIGHTPEARL_CLIENT (source), result, &error);
  gboolean more;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  more = page->more;
  listing->first += page->n_rows;
  listing->after += BRIGHTPEARL_ID_SET_SIZE;
  g_ptr_array_extend_and_steal (listing->records, g_steal_pointer (&page->records));
  list_page_free (page);
  if (more)
    read_page (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&listing->records),
                           (GDestroyNotify)g_ptr_array_unref);
}

/* Takes @task. */
static void
read_page (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  const Search *search = listing->search;
  g_autofree char *path
      = search != NULL
            ? g_strdup_printf ("%s?%s=%s&columns=%s&sort=%s.ASC&pageSize=%d&firstResult=%u",
                               search->path, search->filter, listing->orders, search->columns,
                               search->id, BRIGHTPEARL_PAGE_SIZE, listing->first)
            : g_strdup_printf ("/order-service/order/%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                               listing->after + 1, listing->after + BRIGHTPEARL_ID_SET_SIZE);

  brightpearl_client_ask_async (g_task_get_source_object (task),
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = search == NULL,
                                    .reader = search != NULL ? read_rows : read_orders,
                                    .data = search,
                                    .free_result = list_page_free,
                                },
                                g_task_get_cancellable (task), page_read_cb, task);
}

static void
start (BrightpearlClient *self,
       const Search *search,
       const char *orders,
       gint64 after,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->search = search;
  listing->orders = g_strdup (orders);
  listing->first = 1;
  listing->after = after;
  listing->records
      = bright_record_list_new (search != NULL ? search->type : &brightpearl_credit_type);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, listing, listing_free);
  read_page (task);
}

void
brightpearl_client_list_payments_async (BrightpearlClient *self,
                                        const char *orders,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && orders != NULL && orders[0] != '\0');

  start (self, &payment_search, orders, 0, cancellable, callback, user_data);
}

void
brightpearl_client_list_credits_async (BrightpearlClient *self,
                                       const char *parents,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && parents != NULL && parents[0] != '\0');

  start (self, &credit_search, parents, 0, cancellable, callback, user_data);
}

void
brightpearl_client_read_newest_credits_async (BrightpearlClient *self,
                                              gint64 after,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && after >= 0);

  start (self, NULL, NULL, after, cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_list_finish (BrightpearlClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
