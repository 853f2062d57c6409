/* Brightpearl's API, as far as it is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every call is asynchronous and cancellable; answers are parsed off the main
 * thread. Errors are in the domain BRIGHT_ERROR, with the platform's own code
 * and words in the message. Belongs to the main thread.
 */
#pragma once

#include "bright-clock.h"
#include "bright-outcome.h"
#include "bright-step.h"
#include "brightpearl-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BRIGHTPEARL_MULTI_MESSAGE_PARTS: writes that fit into one multi-message. */
#define BRIGHTPEARL_MULTI_MESSAGE_PARTS 10
/** BRIGHTPEARL_ID_SET_SIZE: ids that fit into one read. */
#define BRIGHTPEARL_ID_SET_SIZE 200

#define BRIGHTPEARL_TYPE_CLIENT (brightpearl_client_get_type ())
G_DECLARE_FINAL_TYPE (BrightpearlClient, brightpearl_client, BRIGHTPEARL, CLIENT, GObject)

/**
 * brightpearl_client_new:
 * @base_url: e.g. `https://euw1.brightpearlconnect.com`
 * @account: the account's id
 * @app_reference: the private app's reference
 * @token: its token
 * @is_staff_token: whether the token is a staff member's, not the account's
 * @requests_per_minute: the merchant's own ceiling; 0 for none
 * @patience: seconds without progress after which a fault is final
 * @clock: the clock for waiting
 * @error: return location
 *
 * Has the properties of its endpoint: `requests`, `remaining`, `throttled-until`.
 *
 * Returns: (transfer full) (nullable): a client
 */
BrightpearlClient *brightpearl_client_new (const char *base_url,
                                           const char *account,
                                           const char *app_reference,
                                           const char *token,
                                           gboolean is_staff_token,
                                           guint requests_per_minute,
                                           guint patience,
                                           BrightClock *clock,
                                           GError **error);

/* How many requests were sent; a multi-message counts as one. */
guint64 brightpearl_client_get_requests (BrightpearlClient *self);

/* How many requests were sent in the current window of time, how many may be, how long it is. */
void brightpearl_client_get_budget (BrightpearlClient *self,
                                    guint *used,
                                    guint *limit,
                                    guint *window_seconds);

/**
 * brightpearl_client_send_async:
 * @self: the client
 * @method: GET, POST, PUT, PATCH or DELETE
 * @path: the path after `/public-api/{account}`, e.g. `/order-service/sales-order`
 * @body: (nullable): JSON text
 * @version: what `If-Match` carries; 0 for none
 * @repeatable: whether a write may be repeated; GET always may
 *
 * The finish function gives the member `response`, or a JSON null without one.
 */
void brightpearl_client_send_async (BrightpearlClient *self,
                                    const char *method,
                                    const char *path,
                                    const char *body,
                                    gint64 version,
                                    gboolean repeatable,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
JsonNode *
brightpearl_client_send_finish (BrightpearlClient *self, GAsyncResult *result, GError **error);

/**
 * brightpearl_client_send_many_async:
 * @self: the client
 * @steps: (element-type BrightStep): up to %BRIGHTPEARL_MULTI_MESSAGE_PARTS writes (POST, PUT,
 *   DELETE)
 *
 * POST /multi-message. The finish function never fails: it gives an outcome
 * for each step, in their sequence.
 */
void brightpearl_client_send_many_async (BrightpearlClient *self,
                                         GPtrArray *steps,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *brightpearl_client_send_many_finish (BrightpearlClient *self, GAsyncResult *result);

/**
 * BrightpearlMirror:
 * @BRIGHTPEARL_MIRROR_CONTACTS: contact-search, as BrightpearlContact
 * @BRIGHTPEARL_MIRROR_PRODUCTS: product-search, as BrightpearlProduct
 * @BRIGHTPEARL_MIRROR_SALES_ORDERS: sales-order-search, as BrightpearlReference
 *
 * What is mirrored because it is asked for often.
 */
typedef enum
{
  BRIGHTPEARL_MIRROR_CONTACTS,
  BRIGHTPEARL_MIRROR_PRODUCTS,
  BRIGHTPEARL_MIRROR_SALES_ORDERS,
} BrightpearlMirror;

#define BRIGHTPEARL_N_MIRRORS 3

/* The type of a mirror's records. */
const BrightRecordType *brightpearl_mirror_get_type_of (BrightpearlMirror mirror);

/**
 * brightpearl_client_search_async:
 * @self: the client
 * @mirror: what is searched
 * @filter: an encoded query such as `createdOn=2026-11-01T00:00:00Z/`; may be "", or begin with
 *   its own `sort=` and then also tells the page size
 * @first: the index of the first row wanted, from 1
 *
 * One page of a search, 500 rows, sorted by id. The finish function gives the
 * records; @more tells whether another page follows.
 */
void brightpearl_client_search_async (BrightpearlClient *self,
                                      BrightpearlMirror mirror,
                                      const char *filter,
                                      guint first,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *brightpearl_client_search_finish (BrightpearlClient *self,
                                             GAsyncResult *result,
                                             gboolean *more,
                                             GError **error);

/**
 * brightpearl_client_read_mirror_async:
 * @self: the client
 * @mirror: what is read
 * @ids: an id set such as `5502-5701` or `1201,1204`, of up to 200 ids
 *
 * Reads contacts, products or sales orders by their ids, past the search index
 * and so without its lag. Unknown ids are left out; none at all is an empty
 * list. Contacts come complete, with telephone and default address.
 */
void brightpearl_client_read_mirror_async (BrightpearlClient *self,
                                           BrightpearlMirror mirror,
                                           const char *ids,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *brightpearl_client_read_mirror_finish (BrightpearlClient *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/* Sales orders by ids, up to 200 (element-type BrightpearlSalesOrder): GET
 * order-service/sales-order/{ids}. Unknown ids are left out. */
void brightpearl_client_read_sales_orders_async (BrightpearlClient *self,
                                                 const char *ids,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GPtrArray *brightpearl_client_read_sales_orders_finish (BrightpearlClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

/* What is reserved for one sales order: row ids (gint64 *, owned) with quantities in
 * 1/10000 (gint64 *, owned); empty where nothing is. GET
 * warehouse-service/order/{id}/reservation. */
void brightpearl_client_read_reservation_async (BrightpearlClient *self,
                                                gint64 sales_order_id,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
GHashTable *brightpearl_client_read_reservation_finish (BrightpearlClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

/* What can still be sold from one warehouse: product ids (gint64 *, owned) with numbers
 * of units (gint64 *, owned); a product that is not there has none. @product_ids may be of
 * any length; GET warehouse-service/product-availability/{ids}, 100 at a time. */
void brightpearl_client_read_availability_async (BrightpearlClient *self,
                                                 GArray *product_ids,
                                                 gint64 warehouse_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GHashTable *brightpearl_client_read_availability_finish (BrightpearlClient *self,
                                                         GAsyncResult *result,
                                                         GError **error);

/* The choices that the settings offer (element-type BrightReferenceItem). @kind:
 * `order-status`, `channel`, `warehouse`, `lead-source`, `project`, `price-list`,
 * `tax-code`, `nominal-code`, `currency`, `payment-method`, `shipping-method`,
 * `custom-field`. */
void brightpearl_client_load_reference_async (BrightpearlClient *self,
                                              const char *kind,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *brightpearl_client_load_reference_finish (BrightpearlClient *self,
                                                     GAsyncResult *result,
                                                     GError **error);

/* The kinds that brightpearl_client_load_reference_async() knows, terminated by NULL. */
const char *const *brightpearl_client_get_reference_kinds (void);

/* GET integration-service/account-configuration: also the cheapest check of the credentials. */
void brightpearl_client_load_configuration_async (BrightpearlClient *self,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
BrightpearlConfiguration *brightpearl_client_load_configuration_finish (BrightpearlClient *self,
                                                                        GAsyncResult *result,
                                                                        GError **error);

/**
 * brightpearl_format_id_set:
 * @ids: (element-type gint64): ids, in any sequence
 * @offset: the first one taken, in the sequence of their numbers
 * @count: how many are taken at most
 *
 * Returns: (transfer full): an id set with runs collapsed, e.g. `5-7,12`
 */
char *brightpearl_format_id_set (GArray *ids, guint offset, guint count);

G_END_DECLS
