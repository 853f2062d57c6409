/* What stands in the practice account in the way of money, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "profile.h"

G_BEGIN_DECLS

/**
 * money_list:
 * @practice: a practice store
 *
 * Returns: (transfer full): a line for each payment, sorted: the external reference of its sales
 *   order or sales credit, type, transaction reference, method and amount
 */
char *money_list (Practice *practice);

/**
 * money_list_for:
 * @practice: a practice store
 * @external_ref: of a sales order or sales credit
 *
 * Returns: (transfer full): as money_list(), for one of them, joined by `; `
 */
char *money_list_for (Practice *practice, const char *external_ref);

/**
 * money_list_credits:
 * @practice: a practice store
 *
 * Returns: (transfer full): a line for each sales credit, sorted: its external reference, that of
 *   its sales order, and its total
 */
char *money_list_credits (Practice *practice);

/**
 * money_find_order:
 * @practice: a practice store
 * @payment_status: the state of its payment in the store
 * @status_id: its status in the store
 *
 * Returns: the newest order of that kind that is not archived and costs something
 */
gint64 money_find_order (Practice *practice, const char *payment_status, gint64 status_id);

/**
 * money_sum:
 * @practice: a practice store
 * @external_ref: of a sales order
 *
 * Returns: what receipts and captures on it add up to
 */
BrightMoney money_sum (Practice *practice, const char *external_ref);

G_END_DECLS
