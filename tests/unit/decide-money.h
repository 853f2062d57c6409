/* Cases about payments and refunds, played to their end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-flows.h"
#include "decide-fixture.h"

G_BEGIN_DECLS

/**
 * MoneyCase:
 * @base: order, settings and the like; what it expects does not count here. The usual order is
 *   paid 24.00 by Credit Card, and the usual default method is STRIPE
 * @transactions: (nullable): a list of the store's transactions, by default `ok` and in pounds;
 *   %NULL where they were not read
 * @refunds: (nullable): a list of the store's refunds
 * @present: (nullable): what is known to stand in Brightpearl: lists `payments` and `credits`
 * @expected: what is done and how it ends, e.g. `RECEIPT bigcommerce-1 STRIPE 24.00; in step`
 *
 * One row of a table.
 */
typedef struct
{
  DecideCase base;
  const char *transactions;
  const char *refunds;
  const char *present;
  const char *expected;
} MoneyCase;

/**
 * money_check:
 * @row: a row
 * @decide: the flow's decide-function
 * @kinds: the flow's steps
 *
 * Decides again and again, as if each step had been done, and compares what came of it.
 */
void money_check (const MoneyCase *row,
                  BrightDecision *(*decide) (const BrightOrderCase *order_case),
                  const BrightStepKind *kinds);

G_END_DECLS
