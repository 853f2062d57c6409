/* BigCommerce's API, as far as it is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every call is asynchronous and cancellable; answers are parsed off the main
 * thread. Errors are in the domain BRIGHT_ERROR, with the platform's own words
 * in the message. Belongs to the main thread.
 */
#pragma once

#include "bigcommerce-order.h"
#include "bright-clock.h"
#include "bright-step.h"
#include "brightpearl-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BIGCOMMERCE_TYPE_CLIENT (bigcommerce_client_get_type ())
G_DECLARE_FINAL_TYPE (BigcommerceClient, bigcommerce_client, BIGCOMMERCE, CLIENT, GObject)

/**
 * bigcommerce_client_new:
 * @base_url: e.g. `https://api.bigcommerce.com`
 * @store_hash: the store's hash
 * @token: the access token of the API account
 * @patience: seconds without progress after which a fault is final
 * @clock: the clock for waiting
 * @error: return location
 *
 * Has the properties of its endpoint: `requests`, `remaining`, `throttled-until`.
 *
 * Returns: (transfer full) (nullable): a client
 */
BigcommerceClient *bigcommerce_client_new (const char *base_url,
                                           const char *store_hash,
                                           const char *token,
                                           guint patience,
                                           BrightClock *clock,
                                           GError **error);

/* How many requests were sent. */
guint64 bigcommerce_client_get_requests (BigcommerceClient *self);

/* How many requests were sent in the current window of time, how many may be, how long it is. */
void bigcommerce_client_get_budget (BigcommerceClient *self,
                                    guint *used,
                                    guint *limit,
                                    guint *window_seconds);

/**
 * bigcommerce_client_send_async:
 * @self: the client
 * @method: GET, POST, PUT or DELETE
 * @path: the path after `/stores/{hash}`, e.g. `/v2/orders/1042`
 * @body: (nullable): JSON text
 * @repeatable: whether a write may be repeated; GET always may
 *
 * The finish function gives the answer, or a JSON null where it had no bytes.
 */
void bigcommerce_client_send_async (BigcommerceClient *self,
                                    const char *method,
                                    const char *path,
                                    const char *body,
                                    gboolean repeatable,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
JsonNode *
bigcommerce_client_send_finish (BigcommerceClient *self, GAsyncResult *result, GError **error);

/**
 * BigcommerceOrderQuery:
 * @created_since: seconds since 1970; 0 for any
 * @modified_since: seconds since 1970; 0 for any
 * @modified_until: seconds since 1970; 0 for any
 * @minimum_id: the lowest id wanted; 0 for any
 * @by_modification: sorted by when they were modified, else by id, ascending
 * @page: from 1
 * @heads_only: without lines and addresses, for counting
 *
 * Which orders are wanted: GET /v2/orders, 250 a page.
 */
typedef struct
{
  gint64 created_since;
  gint64 modified_since;
  gint64 modified_until;
  gint64 minimum_id;
  gboolean by_modification;
  guint page;
  gboolean heads_only;
} BigcommerceOrderQuery;

/**
 * bigcommerce_client_list_orders_async:
 * @self: the client
 * @query: which orders
 *
 * One page of GET /v2/orders with consignments, line items and fees. Orders
 * whose lines were cut off are completed from /v2/orders/{id}/products. A page
 * that the platform cannot deliver (timeout, 500) is asked for in smaller ones.
 * An order that cannot be understood is left out of the list and named in the
 * finish function's @broken.
 */
void bigcommerce_client_list_orders_async (BigcommerceClient *self,
                                           const BigcommerceOrderQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * bigcommerce_client_list_orders_finish:
 * @self: the client
 * @result: what the callback was given
 * @more: (out): whether another page may follow
 * @server_time: (out): the platform's own clock, seconds since 1970, when it answered
 * @broken: (out) (transfer full): "order 1042: .lines: expected a list" and the like,
 *   terminated by %NULL
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type BigcommerceOrder): the orders
 */
GPtrArray *bigcommerce_client_list_orders_finish (BigcommerceClient *self,
                                                  GAsyncResult *result,
                                                  gboolean *more,
                                                  gint64 *server_time,
                                                  char ***broken,
                                                  GError **error);

/* One order as in the list, by its id: GET /v2/orders/{id}. */
void bigcommerce_client_get_order_async (BigcommerceClient *self,
                                         gint64 id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
BigcommerceOrder *bigcommerce_client_get_order_finish (BigcommerceClient *self,
                                                       GAsyncResult *result,
                                                       GError **error);

/**
 * bigcommerce_client_load_reference_async:
 * @self: the client
 * @kind: `order-status`, `payment-method`, `shipping-method`, `channel`, `currency`, `location`
 *
 * The choices that the settings offer (element-type BrightReferenceItem).
 */
void bigcommerce_client_load_reference_async (BigcommerceClient *self,
                                              const char *kind,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *bigcommerce_client_load_reference_finish (BigcommerceClient *self,
                                                     GAsyncResult *result,
                                                     GError **error);

/* The kinds that bigcommerce_client_load_reference_async() knows, terminated by NULL. */
const char *const *bigcommerce_client_get_reference_kinds (void);

/* What a check of the credentials found. */
typedef struct
{
  char *name; /* the store's */
  char *plan;
  char *currency;
  char *time_zone;
  char **missing_scopes; /* as the control panel names them, e.g. "Orders"; terminated by NULL */
} BigcommerceCheck;

void bigcommerce_check_free (BigcommerceCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BigcommerceCheck, bigcommerce_check_free)

/* GET /v2/store, and one harmless read for each scope that is needed; writes nothing. */
void bigcommerce_client_check_async (BigcommerceClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
BigcommerceCheck *
bigcommerce_client_check_finish (BigcommerceClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
