/* All orders of the store since go-live, at a glance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By growing number: a page begins at the last order of the one before, so
 * that nothing which comes or goes meanwhile moves another order out of sight.
 */
#include "bright-store-listing.h"

#include <string.h>

typedef struct
{
  BrightSync *sync;
  BigcommerceOrderQuery query;
  BrightStoreListing *listing; /* the task's, until it goes to whoever asked */
} Listing;

static void read_page (GTask *task);

void
bright_store_listing_free (BrightStoreListing *listing)
{
  if (listing == NULL)
    return;
  g_array_unref (listing->heads);
  g_hash_table_unref (listing->ids);
  g_free (listing);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  bright_store_listing_free (listing->listing);
  g_free (listing);
}

/* FALSE for an order that was listed before. */
static gboolean
add_id (BrightStoreListing *listing, gint64 id)
{
  gint64 *key;

  if (g_hash_table_contains (listing->ids, &id))
    return FALSE;
  key = g_new (gint64, 1);
  *key = id;
  return g_hash_table_add (listing->ids, key);
}

static void
add_head (BrightStoreListing *listing, const BigcommerceOrder *order)
{
  BrightStoreHead head = {
    .id = order->id,
    .date_created = order->date_created,
    .date_modified = order->date_modified,
    .total = order->total_inc_tax,
    .currency = g_intern_string (order->currency),
    .is_deleted = order->is_deleted,
  };

  if (add_id (listing, order->id))
    g_array_append_val (listing->heads, head);
}

static void
add_broken (BrightStoreListing *listing, char **broken)
{
  for (; broken != NULL && *broken != NULL; broken++)
    if (g_str_has_prefix (*broken, "order "))
      add_id (listing, g_ascii_strtoll (*broken + strlen ("order "), NULL, 10));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  gint64 last = listing->query.minimum_id;
  gboolean more = FALSE;
  gint64 server_time;
  g_auto (GStrv) broken = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) orders = bigcommerce_client_list_orders_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &server_time, &broken, &error);

  if (orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < orders->len; i++)
    {
      const BigcommerceOrder *order = orders->pdata[i];

      last = MAX (last, order->id);
      add_head (listing->listing, order);
    }
  add_broken (listing->listing, broken);
  if (more && last > listing->query.minimum_id)
    {
      listing->query.minimum_id = last;
      read_page (g_steal_pointer (&task));
    }
  else
    g_task_return_pointer (task, g_steal_pointer (&listing->listing),
                           (GDestroyNotify) bright_store_listing_free);
}

/* Takes @task. */
static void
read_page (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);

  bigcommerce_client_list_orders_async (listing->sync->bigcommerce, &listing->query,
                                        listing->sync->cancellable, page_read_cb, task);
}

void
bright_store_listing_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, bright_store_listing_async);
  listing->sync = sync;
  listing->listing = g_new0 (BrightStoreListing, 1);
  listing->listing->heads = g_array_new (FALSE, FALSE, sizeof (BrightStoreHead));
  listing->listing->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  listing->query.created_since = sync->settings->schedule.go_live;
  listing->query.page = 1;
  listing->query.heads_only = TRUE;
  g_task_set_task_data (task, listing, listing_free);
  read_page (task);
}

BrightStoreListing *
bright_store_listing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
