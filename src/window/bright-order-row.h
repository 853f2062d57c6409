/* One order in the window's list: two lines, which fit any width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_ROW (bright_order_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderRow, bright_order_row, BRIGHT, ORDER_ROW, GtkBox)

/**
 * bright_order_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *bright_order_row_new (void);

/**
 * bright_order_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows from now on, and whose changes it follows
 */
void bright_order_row_set_item (BrightOrderRow *self, BrightOrderItem *item);

G_END_DECLS
