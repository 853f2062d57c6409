/* The two sides of an order, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-link.h"
#include "bright-sync-insight.h"

G_BEGIN_DECLS

/**
 * BrightOrderSidesCase:
 * @order: the store's order
 * @link: what is kept about it
 * @sales_orders: (element-type BrightpearlSalesOrder): those that are known
 * @facts: what else is known, by BrightOrderFact; %NULL where it is not
 * @settings: the settings
 * @choices: the words for statuses
 *
 * What the two sides are made of.
 */
typedef struct
{
  const BigcommerceOrder *order;
  const BrightOrderLink *link;
  GPtrArray *sales_orders;
  gpointer facts[BRIGHT_N_ORDER_FACTS];
  const BrightSettingsSnapshot *settings;
  BrightChoices *choices;
} BrightOrderSidesCase;

/* What both sides have (element-type BrightOrderSide). Pure. */
GPtrArray *bright_order_sides_make (const BrightOrderSidesCase *sides_case);

/* Adds a line; takes @store and @brightpearl, which may be NULL for nothing. */
void bright_order_sides_add (GPtrArray *sides,
                             const char *label,
                             char *store,
                             char *brightpearl,
                             gboolean differs);

/* The lines of goods, notes and shipments: bright-order-sides-rows.c */
void bright_order_sides_add_rows (const BrightOrderSidesCase *sides_case, GPtrArray *sides);
void bright_order_sides_add_notes (const BrightOrderSidesCase *sides_case, GPtrArray *sides);
void bright_order_sides_add_shipments (const BrightOrderSidesCase *sides_case, GPtrArray *sides);

G_END_DECLS
