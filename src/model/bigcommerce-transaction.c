/* BigCommerce's transactions of an order: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-transaction.h"

#define TRANSACTION(kind, member, name) BRIGHT_FIELD (BigcommerceTransaction, kind, member, name)

static const BrightField transaction_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceTransaction, INTEGER, id, "id"),
  TRANSACTION (STRING, event, "event"),
  TRANSACTION (STRING, method, "method"),
  BRIGHT_FIELD_NEEDED (BigcommerceTransaction, MONEY, amount, "amount"),
  TRANSACTION (STRING, currency, "currency"),
  TRANSACTION (STRING, gateway, "gateway"),
  TRANSACTION (STRING, gateway_id, "gateway_transaction_id"),
  TRANSACTION (STRING, status, "status"),
  TRANSACTION (BOOLEAN, is_test, "test"),
  TRANSACTION (INTEGER, reference_id, "reference_transaction_id"),
  TRANSACTION (TIME, date_created, "date_created"),
  {},
};

const BrightRecordType bigcommerce_transaction_type
    = { "transaction", sizeof (BigcommerceTransaction), transaction_fields };

static const BrightField transactions_fields[] = {
  BRIGHT_FIELD_NEEDED (BigcommerceTransactions, INTEGER, order_id, "order"),
  BRIGHT_FIELD (BigcommerceTransactions, STRING, state, "state"),
  BRIGHT_FIELD (BigcommerceTransactions, INTEGER, read_at, "read-at"),
  BRIGHT_FIELD (BigcommerceTransactions, STRING, failure, "failure"),
  BRIGHT_FIELD_OF (BigcommerceTransactions,
                   RECORDS,
                   transactions,
                   "transactions",
                   &bigcommerce_transaction_type),
  {},
};

const BrightRecordType bigcommerce_transactions_type
    = { "transactions", sizeof (BigcommerceTransactions), transactions_fields };
