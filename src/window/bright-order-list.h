/* The orders in the window: a model that is filled on demand, and its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_LIST (bright_order_list_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderList, bright_order_list, BRIGHT, ORDER_LIST, GObject)

/**
 * bright_order_list_new:
 *
 * Returns: (transfer full): an empty list; notifies `filled` when it was read anew
 */
BrightOrderList *bright_order_list_new (void);

/**
 * bright_order_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none): its rows
 */
GListModel *bright_order_list_get_model (BrightOrderList *self);

/**
 * bright_order_list_set_service:
 * @self: a list
 * @service: whose orders it shows
 *
 * Reads the orders, and again whenever the service got further.
 */
void bright_order_list_set_service (BrightOrderList *self, BrightSyncService *service);

/**
 * bright_order_list_set_search:
 * @self: a list
 * @search: a number, name or e-mail; "" for all orders
 */
void bright_order_list_set_search (BrightOrderList *self, const char *search);

/**
 * bright_order_list_add_columns:
 * @view: takes the columns
 */
void bright_order_list_add_columns (GtkColumnView *view);

G_END_DECLS
