/* What is known about an order beside the order itself and its sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One fact of a kind holds everything of that kind for one order (all its
 * transactions, all its shipments ...), so that what is learned replaces what
 * was known as a whole. Each record begins with the order's number.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightOrderFact:
 * @BRIGHT_ORDER_FACT_TRANSACTIONS: the store's transactions
 * @BRIGHT_ORDER_FACT_SHIPMENTS: the store's shipments
 * @BRIGHT_ORDER_FACT_REFUNDS: the store's refunds
 * @BRIGHT_ORDER_FACT_FIELDS: custom fields of the sales orders
 * @BRIGHT_ORDER_FACT_GOODS_OUT: goods-out and drop-ship notes of the sales orders
 * @BRIGHT_ORDER_FACT_PAYMENTS: payments on the sales orders
 * @BRIGHT_ORDER_FACT_ORDER: the store's order itself, read again after a write to it whose
 *   answer was lost
 *
 * Kinds of facts about an order.
 */
typedef enum
{
  BRIGHT_ORDER_FACT_TRANSACTIONS,
  BRIGHT_ORDER_FACT_SHIPMENTS,
  BRIGHT_ORDER_FACT_REFUNDS,
  BRIGHT_ORDER_FACT_FIELDS,
  BRIGHT_ORDER_FACT_GOODS_OUT,
  BRIGHT_ORDER_FACT_PAYMENTS,
  BRIGHT_ORDER_FACT_ORDER,
} BrightOrderFact;

#define BRIGHT_N_ORDER_FACTS (BRIGHT_ORDER_FACT_ORDER + 1)

G_END_DECLS
