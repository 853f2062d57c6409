/* The list of all orders, which can be scrolled from the newest to the oldest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_LIST (bright_order_list_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderList, bright_order_list, BRIGHT, ORDER_LIST, AdwBin)

/**
 * BrightOrderList::open:
 * @number: (type gint64): the store's order
 *
 * The person wants to see an order.
 */

/**
 * BrightOrderList::selected:
 * @number: (type gint64): the store's order
 *
 * An order was selected, be it on the way to another one.
 */

/**
 * bright_order_list_get_model:
 * @self: the list
 *
 * Returns: (transfer none): what it lists
 */
BrightOrderModel *bright_order_list_get_model (BrightOrderList *self);

/**
 * bright_order_list_select:
 * @self: the list
 * @number: the store's order; nothing changes if it is not in the list
 */
void bright_order_list_select (BrightOrderList *self, gint64 number);

/**
 * bright_order_list_open_first:
 * @self: the list
 *
 * Selects and opens the order on top, if there is one.
 */
void bright_order_list_open_first (BrightOrderList *self);

/**
 * bright_order_list_set_opens_on_click:
 * @self: the list
 * @opens: whether a single click opens an order, as there is no pane beside the list
 */
void bright_order_list_set_opens_on_click (BrightOrderList *self, gboolean opens);

G_END_DECLS
