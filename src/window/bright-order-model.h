/* All orders as a list model that holds few of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of BrightOrderItem, newest order first. It knows the number of
 * each order that matches, so that a change is told as what came and went and a
 * view stays where it is; the orders themselves are read when they are asked
 * for, a page at a time, and a few thousand are kept.
 *
 * Properties (read-only, with notification): `is-loading` (boolean: which
 * orders match is not known yet).
 */
#pragma once

#include "bright-order-cache.h"
#include "bright-sync-service.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_MODEL (bright_order_model_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderModel, bright_order_model, BRIGHT, ORDER_MODEL, GObject)

/**
 * bright_order_model_new:
 *
 * Returns: (transfer full): an empty model
 */
BrightOrderModel *bright_order_model_new (void);

/**
 * bright_order_model_set_service:
 * @self: a model, which has none yet
 * @service: whose orders it lists
 */
void bright_order_model_set_service (BrightOrderModel *self, BrightSyncService *service);

/**
 * bright_order_model_set_filter:
 * @self: a model
 * @search: a number, name or e-mail; "" for any
 * @state: a state of orders, or `attention`; "" for any
 * @code: an attention code; "" for any
 *
 * Lists other orders, as soon as it is known which.
 */
void bright_order_model_set_filter (BrightOrderModel *self,
                                    const char *search,
                                    const char *state,
                                    const char *code);

/**
 * bright_order_model_refresh:
 * @self: a model
 *
 * Reads anew which orders match, and those that are held.
 */
void bright_order_model_refresh (BrightOrderModel *self);

/**
 * bright_order_model_find:
 * @self: a model
 * @number: the store's order
 * @position: (out): where it is
 *
 * Returns: whether it is in the list
 */
gboolean bright_order_model_find (BrightOrderModel *self, gint64 number, guint *position);

/**
 * bright_order_model_get_cache:
 * @self: a model
 *
 * Returns: (transfer none): where items are held while they are shown
 */
BrightOrderCache *bright_order_model_get_cache (BrightOrderModel *self);

G_END_DECLS
