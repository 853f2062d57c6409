/* What stands where no orders are, and what to do next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_EMPTY_ORDERS (bright_empty_orders_get_type ())
G_DECLARE_FINAL_TYPE (BrightEmptyOrders, bright_empty_orders, BRIGHT, EMPTY_ORDERS, AdwBin)

/**
 * bright_empty_orders_show:
 * @self: the widget
 * @searched: whether something was searched for
 * @state: the state that was chosen, `attention`, or "" for all
 *
 * Says why there is nothing.
 */
void bright_empty_orders_show (BrightEmptyOrders *self, gboolean searched, const char *state);

G_END_DECLS
