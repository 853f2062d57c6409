/* An order as a row of the window's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-step.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_ITEM (bright_order_item_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderItem, bright_order_item, BRIGHT, ORDER_ITEM, GObject)

/**
 * BrightOrderItem::changed:
 *
 * More or something else is known of the order.
 */

/**
 * bright_order_item_new:
 * @number: the store's order
 *
 * Returns: (transfer full): the row for it, of which only the number is known
 */
BrightOrderItem *bright_order_item_new (gint64 number);

/**
 * bright_order_item_get_number:
 * @self: a row
 *
 * Returns: the store's order
 */
gint64 bright_order_item_get_number (BrightOrderItem *self);

/**
 * bright_order_item_get_subject:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): where the order is; %NULL until it was read
 */
const BrightSubject *bright_order_item_get_subject (BrightOrderItem *self);

/**
 * bright_order_item_take_subject:
 * @self: a row
 * @subject: (transfer full): where the order is
 */
void bright_order_item_take_subject (BrightOrderItem *self, BrightSubject *subject);

G_END_DECLS
