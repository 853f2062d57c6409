/* Order statuses, kept in step both ways: what is kept, and the decision.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-link.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_SET_BRIGHTPEARL_STATUS "set-brightpearl-status"
#define BRIGHT_STEP_SET_BIGCOMMERCE_STATUS "set-bigcommerce-status"

/**
 * bright_statuses_decide:
 * @order_case: the case of a linked order
 *
 * A three-way merge against the statuses on which both sides last agreed. The
 * first contact only records what they are.
 *
 * Returns: (transfer full) (nullable): the decision; %NULL if nothing is to be done now
 */
BrightDecision *bright_statuses_decide (const BrightOrderCase *order_case);

/**
 * bright_statuses_agree:
 * @link: what is kept about an order
 * @bigcommerce: the store's status that is agreed on
 *
 * Makes sure that there are agreed statuses, with as many of Brightpearl as
 * there are sales orders.
 *
 * Returns: (transfer none): the agreed statuses
 */
BrightAgreedStatuses *bright_statuses_agree (BrightOrderLink *link, gint64 bigcommerce);

/* PUT order-service/order/{id}/status for one part: bright-status-steps.c */
BrightStep *bright_step_set_brightpearl_status (const BrightOrderCase *order_case,
                                                const BrightpearlSalesOrder *sales_order,
                                                gint64 status_id);

/* PUT /v2/orders/{id} with the status alone. */
BrightStep *
bright_step_set_bigcommerce_status (const BrightOrderCase *order_case, gint64 status_id);

/* The name of Brightpearl's status for people; newly allocated. */
char *bright_status_describe_brightpearl (const BrightOrderCase *order_case, gint64 status_id);

/* The name of the store's status for people; newly allocated. */
char *bright_status_describe_bigcommerce (const BrightOrderCase *order_case, gint64 status_id);

G_END_DECLS
