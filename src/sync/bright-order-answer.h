/* What a write to the store's order tells about the order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store answers a change of an order with the whole order, and changes when
 * it was modified. What is known of the order is brought to that at once, so
 * that the next poll sees nothing new in it.
 */
#pragma once

#include "bright-order-flows.h"

G_BEGIN_DECLS

/**
 * bright_order_answer_take:
 * @application: the outcome of a PUT /v2/orders/{id} that was done
 *
 * Takes over the status, the staff notes and when the order was modified. Does
 * nothing on paper.
 */
void bright_order_answer_take (BrightStepApplication *application);

/**
 * bright_order_answer_is_missing:
 * @link: what is kept about an order
 *
 * After a write whose answer was lost, call bright_order_link_forget_fact() with
 * %BRIGHT_ORDER_FACT_ORDER; decide must then ask for that fact before it makes
 * another write to the store's order.
 *
 * Returns: %TRUE if the store's order must be read again
 */
gboolean bright_order_answer_is_missing (const BrightOrderLink *link);

/* Reads the store's order again: GET /v2/orders/{id}, for %BRIGHT_ORDER_FACT_ORDER. */
void bright_order_answer_read_async (BrightSync *sync,
                                     GPtrArray *actives,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *bright_order_answer_read_finish (GAsyncResult *result, GError **error);

/* The record of that fact: the order's number alone, for the order itself is kept as such. */
typedef struct
{
  gint64 order;
} BrightOrderReadAgain;

BRIGHT_DECLARE_RECORD (BrightOrderReadAgain, bright_order_read_again)

G_END_DECLS
