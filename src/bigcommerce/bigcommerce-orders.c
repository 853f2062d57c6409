/* BigCommerce's orders: lists of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of 250 orders with all their lines can be more than a slow store
 * delivers. Then the same rows are asked for in smaller pages. The numbers of
 * those pages differ, so a list is thought of as rows, counted from 0.
 */
#include "bigcommerce-client-private.h"

#include "bigcommerce-ask.h"
#include "bigcommerce-order-lines.h"
#include "bigcommerce-order-page.h"
#include "bright-error.h"
#include "bright-time.h"

/* How long a page may take before a smaller one is tried: a quarter of the
 * client's patience, but no less than a slow store needs. */
#define SHORTEST_STAGE (5 * G_USEC_PER_SEC)

static const guint limits[] = { BIGCOMMERCE_PAGE_SIZE, 125, 60 };

typedef struct
{
  BigcommerceOrderQuery query;
  guint next_row;
  guint end_row;
  guint limit;
  BigcommerceOrderWindow window; /* of the page that is asked for */
  GPtrArray *orders;
  GPtrArray *broken;
  gint64 server_time;
  gboolean is_complete; /* the end of the list was seen */

  GCancellable *attempt; /* stops one page, where the task's own stops the whole */
  GSource *stopper; /* hands a stop of the whole on to the page */
  guint timer;
  guint64 requests_before; /* that the endpoint had sent when the page was asked for */
  gboolean is_slow;
} Listing;

static void read_page (GTask *task);
static void start_timer (GTask *task);

static void
end_attempt (BigcommerceClient *self, Listing *listing)
{
  if (listing->timer != 0)
    bright_clock_cancel_call (self->clock, listing->timer);
  listing->timer = 0;
  if (listing->stopper != NULL)
    g_source_destroy (listing->stopper);
  g_clear_pointer (&listing->stopper, g_source_unref);
  g_clear_object (&listing->attempt);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->orders, g_ptr_array_unref);
  g_clear_pointer (&listing->broken, g_ptr_array_unref);
  g_free (listing);
}

static Listing *
listing_new (void)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->orders = bright_record_list_new (&bigcommerce_order_type);
  listing->broken = g_ptr_array_new_with_free_func (g_free);
  return listing;
}

/* An order that moved to another page while pages were read comes twice; the
 * later one is newer. */
static void
drop_doubles (GPtrArray *orders)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = orders->len; i > 0; i--)
    {
      BigcommerceOrder *order = orders->pdata[i - 1];

      if (g_hash_table_contains (seen, &order->id))
        g_ptr_array_remove_index (orders, i - 1);
      else
        g_hash_table_add (seen, &order->id);
    }
}

static void
on_completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bigcommerce_client_complete_orders_finish (BIGCOMMERCE_CLIENT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @task. */
static void
complete (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);

  if (listing->query.heads_only)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  bigcommerce_client_complete_orders_async (self, listing->orders, listing->broken,
                                            g_task_get_cancellable (task), on_completed, task);
}

static void
take_page (BigcommerceClient *self, Listing *listing, BigcommerceOrderPage *page)
{
  self->order_limit = listing->limit;
  listing->next_row += page->n_taken;
  listing->is_complete = page->n_rows < listing->limit;
  g_ptr_array_extend_and_steal (listing->orders, g_steal_pointer (&page->orders));
  g_ptr_array_extend_and_steal (listing->broken, g_steal_pointer (&page->broken));
}

static gboolean
choose_smaller_limit (Listing *listing)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (limits[i] < listing->limit)
      {
        listing->limit = limits[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_too_much (GTask *task, const GError *error)
{
  const Listing *listing = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return FALSE;
  return (listing->is_slow && bright_error_is_cancelled (error))
         || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BigcommerceClient *self = BIGCOMMERCE_CLIENT (source);
  Listing *listing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceOrderPage) page = NULL;
  gint64 server_time;

  page = bigcommerce_client_ask_finish (self, result, &server_time, &error);
  end_attempt (self, listing);
  if (page == NULL)
    {
      if (is_too_much (task, error) && choose_smaller_limit (listing))
        read_page (g_steal_pointer (&task));
      else
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* The earliest time is the safe one to go on from. */
  if (listing->server_time == 0)
    listing->server_time = server_time;
  take_page (self, listing, page);
  if (listing->is_complete || listing->next_row >= listing->end_row)
    {
      drop_doubles (listing->orders);
      complete (g_steal_pointer (&task));
    }
  else
    read_page (g_steal_pointer (&task));
}

static void
on_slow (gpointer user_data)
{
  GTask *task = user_data;
  BigcommerceClient *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);

  listing->timer = 0;
  /* While nothing reaches the platform, its pages are not too large. */
  if (bright_http_endpoint_get_requests (self->endpoint) == listing->requests_before
      || bright_http_endpoint_get_throttled_until (self->endpoint)
             > bright_clock_get_seconds (self->clock))
    {
      start_timer (task);
      return;
    }
  listing->is_slow = TRUE;
  g_cancellable_cancel (listing->attempt);
}

static void
start_timer (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  gint64 stage = (gint64) self->patience * G_USEC_PER_SEC / 4;

  if (listing->limit > limits[G_N_ELEMENTS (limits) - 1])
    listing->timer
        = bright_clock_call_after (self->clock, MAX (stage, SHORTEST_STAGE), on_slow, task);
}

static gboolean
on_stopped (GCancellable *cancellable, gpointer attempt)
{
  g_cancellable_cancel (attempt);
  return G_SOURCE_REMOVE;
}

/* Hands a stop on in an iteration of its own: a handler of the cancellable
 * could not be taken off while it runs. */
static void
start_attempt (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  listing->attempt = g_cancellable_new ();
  listing->is_slow = FALSE;
  listing->requests_before = bright_http_endpoint_get_requests (self->endpoint);
  if (cancellable != NULL)
    {
      listing->stopper = g_cancellable_source_new (cancellable);
      g_source_set_callback (listing->stopper, G_SOURCE_FUNC (on_stopped),
                             g_object_ref (listing->attempt), g_object_unref);
      g_source_attach (listing->stopper, g_main_context_get_thread_default ());
    }
  start_timer (task);
}

static void
append_time (GString *path, const char *filter, gint64 seconds)
{
  g_autofree char *time = bright_time_format (seconds);

  if (seconds != 0)
    g_string_append_printf (path, "&%s=%s", filter, time);
}

static char *
make_path (const BigcommerceOrderQuery *query, guint limit, guint page)
{
  GString *path = g_string_new (NULL);

  g_string_append_printf (path, "/v2/orders?sort=%s:asc&limit=%u&page=%u",
                          query->by_modification ? "date_modified" : "id", limit, page);
  append_time (path, "min_date_created", query->created_since);
  append_time (path, "min_date_modified", query->modified_since);
  append_time (path, "max_date_modified", query->modified_until);
  if (query->minimum_id != 0)
    g_string_append_printf (path, "&min_id=%" G_GINT64_FORMAT, query->minimum_id);
  if (!query->heads_only)
    g_string_append (path, "&" BIGCOMMERCE_ORDER_INCLUDE);
  return g_string_free (path, FALSE);
}

/* Takes @task. */
static void
read_page (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  g_autofree char *path
      = make_path (&listing->query, listing->limit, listing->next_row / listing->limit + 1);

  listing->window.skip = listing->next_row % listing->limit;
  listing->window.take = listing->end_row - listing->next_row;
  start_attempt (task);
  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = bigcommerce_read_order_page,
                                    .data = &listing->window,
                                    .free_result = (GDestroyNotify) bigcommerce_order_page_free,
                                },
                                listing->attempt, on_page, task);
}

void
bigcommerce_client_list_orders_async (BigcommerceClient *self,
                                      const BigcommerceOrderQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  Listing *listing;
  GTask *task;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));
  g_return_if_fail (query != NULL && query->page >= 1);

  listing = listing_new ();
  listing->query = *query;
  listing->next_row = (query->page - 1) * BIGCOMMERCE_PAGE_SIZE;
  listing->end_row = listing->next_row + BIGCOMMERCE_PAGE_SIZE;
  listing->limit = self->order_limit;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bigcommerce_client_list_orders_async);
  g_task_set_task_data (task, listing, listing_free);
  read_page (task);
}

GPtrArray *
bigcommerce_client_list_orders_finish (BigcommerceClient *self,
                                       GAsyncResult *result,
                                       gboolean *more,
                                       gint64 *server_time,
                                       char ***broken,
                                       GError **error)
{
  Listing *listing;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  listing = g_task_get_task_data (G_TASK (result));
  *more = !listing->is_complete;
  *server_time = listing->server_time;
  g_ptr_array_add (listing->broken, NULL);
  *broken = (char **) g_ptr_array_steal (listing->broken, NULL);
  return g_steal_pointer (&listing->orders);
}
