/* What orders tell the stock flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-active.h"
#include "bright-stock.h"

G_BEGIN_DECLS

/**
 * bright_stock_note_order:
 * @active: an order that is being settled
 * @sync: what all flows share
 * @batch: what is committed with it
 * @verdict: how it is settled
 *
 * Keeps what the order means for stock, so that the stock flow looks at its
 * products once more; to be called before the link is kept.
 */
void bright_stock_note_order (BrightActiveOrder *active,
                              BrightSync *sync,
                              BrightJournalBatch *batch,
                              const BrightVerdict *verdict);

G_END_DECLS
