/* How the kinds of facts about an order are kept and read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notes-flow.h"
#include "bright-order-answer.h"
#include "bright-order-flows.h"
#include "bright-payments.h"
#include "bright-refunds.h"
#include "bright-shipments-private.h"

const BrightOrderFactKind bright_order_fact_kinds[BRIGHT_N_ORDER_FACTS] = {
  [BRIGHT_ORDER_FACT_TRANSACTIONS] = {
    .kind = "bigcommerce-transactions",
    .type = &bigcommerce_transactions_type,
    .batch = 1,
    .read_async = bright_transactions_read_async,
    .read_finish = bright_payments_read_finish,
  },
  [BRIGHT_ORDER_FACT_REFUNDS] = {
    .kind = BRIGHT_FACT_REFUNDS,
    .type = &bigcommerce_refunds_type,
    .batch = BRIGHT_REFUNDS_BATCH,
    .read_async = bright_refunds_read_async,
    .read_finish = bright_refunds_read_finish,
  },
  [BRIGHT_ORDER_FACT_PAYMENTS] = {
    .kind = "brightpearl-payments",
    .type = &brightpearl_payments_type,
    .batch = BRIGHT_PAYMENTS_BATCH,
    .read_async = bright_payments_read_async,
    .read_finish = bright_payments_read_finish,
  },
  [BRIGHT_ORDER_FACT_FIELDS] = {
    .kind = "brightpearl-fields",
    .type = &brightpearl_field_texts_type,
    .batch = BRIGHTPEARL_ID_SET_SIZE,
    .read_async = bright_notes_read_async,
    .read_finish = bright_notes_read_finish,
  },
  [BRIGHT_ORDER_FACT_ORDER] = {
    .kind = "order-read-again",
    .type = &bright_order_read_again_type,
    .batch = 1,
    .read_async = bright_order_answer_read_async,
    .read_finish = bright_order_answer_read_finish,
  },
  [BRIGHT_ORDER_FACT_SHIPMENTS] = {
    .kind = "bigcommerce-shipments",
    .type = &bigcommerce_shipments_type,
    .batch = 1,
    .read_async = bright_shipments_read_async,
    .read_finish = bright_shipments_read_finish,
  },
  [BRIGHT_ORDER_FACT_GOODS_OUT] = {
    .kind = "brightpearl-goods-notes",
    .type = &brightpearl_goods_notes_type,
    .batch = BRIGHT_GOODS_OUT_BATCH,
    .read_async = bright_goods_notes_read_async,
    .read_finish = bright_goods_notes_read_finish,
  },
};
