/* One order in the window's list: two lines, which fit any width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view keeps some 200 rows, of which a dozen can be seen. So a row is one widget that
 * draws its texts when it is drawn itself, and costs next to nothing until then.
 */
#pragma once

#include "bright-order-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_ROW (bright_order_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderRow, bright_order_row, BRIGHT, ORDER_ROW, GtkWidget)

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

/**
 * bright_order_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
BrightOrderItem *bright_order_row_get_item (BrightOrderRow *self);

G_END_DECLS
