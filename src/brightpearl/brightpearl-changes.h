/* Which sales orders changed in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client.h"

G_BEGIN_DECLS

/**
 * BrightpearlChange:
 * @id: the sales order
 * @status_id: its status
 * @updated_on: seconds since 1970, when it last changed
 *
 * A sales order that changed: one row of a search.
 */
typedef struct
{
  gint64 id;
  gint64 status_id;
  gint64 updated_on;
} BrightpearlChange;

BRIGHT_DECLARE_RECORD (BrightpearlChange, brightpearl_change)

/**
 * brightpearl_client_search_changes_async:
 * @self: the client
 * @since: seconds since 1970
 * @first: the index of the first row wanted, from 1
 *
 * One page, 500 rows, of the sales orders that changed since then: GET
 * order-service/sales-order-search?updatedOn={since}/. Those that were never
 * changed after they were made are not among them, nor are changes of custom
 * fields alone.
 */
void brightpearl_client_search_changes_async (BrightpearlClient *self,
                                              gint64 since,
                                              guint first,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * brightpearl_client_search_changes_finish:
 * @self: the client
 * @result: what the callback was given
 * @more: (out): whether another page follows
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type BrightpearlChange): the rows
 */
GPtrArray *brightpearl_client_search_changes_finish (BrightpearlClient *self,
                                                     GAsyncResult *result,
                                                     gboolean *more,
                                                     GError **error);

G_END_DECLS
