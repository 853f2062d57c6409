/* An order as a row of the window's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read-only text properties: `number`, `customer`, `total`, `state` and `why`.
 */
#pragma once

#include "bright-step.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_ITEM (bright_order_item_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderItem, bright_order_item, BRIGHT, ORDER_ITEM, GObject)

/**
 * bright_order_item_new:
 * @subject: an order
 *
 * Returns: (transfer full): the row for it, which never changes
 */
BrightOrderItem *bright_order_item_new (const BrightSubject *subject);

G_END_DECLS
