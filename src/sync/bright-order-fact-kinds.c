/* How the kinds of facts about an order are kept and read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flows.h"

const BrightOrderFactKind bright_order_fact_kinds[BRIGHT_N_ORDER_FACTS] = {
  [BRIGHT_ORDER_FACT_TRANSACTIONS] = {},
};
