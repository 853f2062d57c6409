/* Refunds: what the store gave back becomes sales credits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One sales credit for each refund, with `R` and the refund's id as its
 * external reference, and on it the money that went back. A sales credit hangs
 * on the first sales order of its order, also where that has several.
 */
#pragma once

#include "bigcommerce-refund.h"
#include "bright-order-rows.h"
#include "bright-payments.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_CREATE_SALES_CREDIT "create-sales-credit"

#define BRIGHT_FACT_REFUNDS "bigcommerce-refunds"
#define BRIGHT_REFUNDS_BATCH 50

/**
 * bright_refund_plan_rows:
 * @order_case: the case
 * @refund: the refund
 * @hold: (out) (nullable) (transfer full): why nothing may be written
 *
 * Returns: (transfer full) (nullable) (element-type BrightpearlRow): the rows of its sales
 *   credit; they add up to what was refunded
 */
GPtrArray *bright_refund_plan_rows (const BrightOrderCase *order_case,
                                    const BigcommerceRefund *refund,
                                    BrightDecision **hold);

/* `R12` */
char *bright_refund_format_reference (gint64 refund_id);

/* What is to be done next about the refunds of an order: bright-refunds-decide.c */
BrightDecision *bright_refunds_decide (const BrightOrderCase *order_case);

/* What the outcomes of its steps mean: bright-refunds-decide.c */
void bright_refund_credited (BrightStepApplication *application);

/* Asks the store for all refunds that were made since the last time: bright-refunds-discover.c */
void
bright_refunds_discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data);
gboolean bright_refunds_discover_finish (GAsyncResult *result, GError **error);

/* Reads the fact BRIGHT_ORDER_FACT_REFUNDS: bright-refunds-discover.c */
void bright_refunds_read_async (BrightSync *sync,
                                GPtrArray *actives,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *bright_refunds_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
