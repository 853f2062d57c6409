/* A page of orders, as it is read in a worker thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-order.h"

G_BEGIN_DECLS

/* What makes an order come with its lines, addresses and fees. */
#define BIGCOMMERCE_ORDER_INCLUDE                                                                  \
  "include=consignments.line_items,fees&consignment_structure=object"

/* Which rows of the page are wanted. */
typedef struct
{
  guint skip;
  guint take;
} BigcommerceOrderWindow;

/* What a page gave. */
typedef struct
{
  guint n_rows; /* rows that the platform sent */
  guint n_taken; /* those of them in the window */
  GPtrArray *orders; /* (element-type BigcommerceOrder) */
  GPtrArray *broken; /* (element-type utf8): orders that cannot be understood, with the reason */
} BigcommerceOrderPage;

void bigcommerce_order_page_free (BigcommerceOrderPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BigcommerceOrderPage, bigcommerce_order_page_free)

/* Readers of answers: @window is a BigcommerceOrderWindow. The first gives a
 * BigcommerceOrderPage, the second a BigcommerceOrder, the third a list of
 * BigcommerceLine. */
gpointer bigcommerce_read_order_page (JsonNode *answer, gconstpointer window, GError **error);
gpointer bigcommerce_read_order (JsonNode *answer, gconstpointer unused, GError **error);
gpointer bigcommerce_read_lines (JsonNode *answer, gconstpointer unused, GError **error);

/**
 * bigcommerce_order_place_lines:
 * @order: an order whose lines were cut off
 * @lines: (element-type BigcommerceLine): all its lines; emptied
 *
 * Puts every line where it is delivered: a line that was there stays in its
 * consignment, the others go by their address.
 */
void bigcommerce_order_place_lines (BigcommerceOrder *order, GPtrArray *lines);

G_END_DECLS
