/* What a list of all orders asks a sync service: which there are, and some of them whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of 100,000 orders shows 30 of them. It knows the number of each, which tells its place
 * whatever a sync changes, and loads those that are looked at.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * bright_sync_service_list_numbers_async:
 * @self: the service, opened
 * @search: (nullable): a number, name or e-mail
 * @state: (nullable): only those in this state, or `attention`
 * @code: (nullable): only those with this code, e.g. `product-missing`
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: given to @callback
 *
 * The numbers of all orders that match (element-type gint64), each once, descending.
 */
void bright_sync_service_list_numbers_async (BrightSyncService *self,
                                             const char *search,
                                             const char *state,
                                             const char *code,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GArray *bright_sync_service_list_numbers_finish (BrightSyncService *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/**
 * bright_sync_service_load_orders_async:
 * @self: the service, opened
 * @numbers: (array length=n_numbers): which orders
 * @n_numbers: how many
 * @cancellable: (nullable): to stop
 * @callback: called when they are read
 * @user_data: given to @callback
 *
 * Where these orders are (element-type BrightSubject), in any order; those that are not known are
 * left out.
 */
void bright_sync_service_load_orders_async (BrightSyncService *self,
                                            const gint64 *numbers,
                                            gsize n_numbers,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *bright_sync_service_load_orders_finish (BrightSyncService *self,
                                                   GAsyncResult *result,
                                                   GError **error);

G_END_DECLS
