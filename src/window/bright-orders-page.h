/* The page Orders: every order with its state, what needs a person on top, one order whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDERS_PAGE (bright_orders_page_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrdersPage, bright_orders_page, BRIGHT, ORDERS_PAGE, AdwBin)

/**
 * bright_orders_page_set_service:
 * @self: the page, which has none yet
 * @service: the opened service to show
 */
void bright_orders_page_set_service (BrightOrdersPage *self, BrightSyncService *service);

/**
 * bright_orders_page_show_order:
 * @self: the page
 * @number: the store's order
 *
 * Opens one order, whatever the list shows.
 */
void bright_orders_page_show_order (BrightOrdersPage *self, gint64 number);

/**
 * bright_orders_page_show_state:
 * @self: the page
 * @state: a state of orders, `attention`, or "" for all
 *
 * Filters the list.
 */
void bright_orders_page_show_state (BrightOrdersPage *self, const char *state);

/**
 * bright_orders_page_show_cause:
 * @self: the page
 * @code: an attention code, e.g. `product-missing`
 *
 * Shows the subjects that need a person for one cause.
 */
void bright_orders_page_show_cause (BrightOrdersPage *self, const char *code);

/**
 * bright_orders_page_focus_search:
 * @self: the page
 */
void bright_orders_page_focus_search (BrightOrdersPage *self);

G_END_DECLS
