/* The orders that a list keeps in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item is made when it is asked for, and filled when its order was read: a
 * page at a time, those that were asked for last first. Those that were used
 * longest ago are forgotten, unless they are held.
 */
#pragma once

#include "bright-order-item.h"
#include "bright-sync-service.h"

G_BEGIN_DECLS

/* BRIGHT_ORDER_CACHE_MOST_KEPT: how many items are kept, besides those that are held. */
#define BRIGHT_ORDER_CACHE_MOST_KEPT 2000

#define BRIGHT_TYPE_ORDER_CACHE (bright_order_cache_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderCache, bright_order_cache, BRIGHT, ORDER_CACHE, GObject)

/**
 * bright_order_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
BrightOrderCache *bright_order_cache_new (void);

/**
 * bright_order_cache_set_service:
 * @self: a cache, which has none yet
 * @service: whose orders it keeps
 */
void bright_order_cache_set_service (BrightOrderCache *self, BrightSyncService *service);

/**
 * bright_order_cache_get:
 * @self: a cache
 * @number: the store's order
 *
 * Returns: (transfer full): the item of it, which may be filled later
 */
BrightOrderItem *bright_order_cache_get (BrightOrderCache *self, gint64 number);

/**
 * bright_order_cache_hold:
 * @self: a cache
 * @item: an item, which is shown from now on
 *
 * Keeps an item, and up to date, until it was let go as often.
 */
void bright_order_cache_hold (BrightOrderCache *self, BrightOrderItem *item);
void bright_order_cache_let_go (BrightOrderCache *self, BrightOrderItem *item);

/**
 * bright_order_cache_renew:
 * @self: a cache
 *
 * Reads the orders of held items anew, and those of others when they are asked for.
 */
void bright_order_cache_renew (BrightOrderCache *self);

/**
 * bright_order_cache_count:
 * @self: a cache
 *
 * Returns: how many items it keeps
 */
guint bright_order_cache_count (BrightOrderCache *self);

G_END_DECLS
