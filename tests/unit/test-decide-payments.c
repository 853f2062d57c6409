/* Tests of the decision about the payments of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-money.h"

#define PURCHASE "{'id': 1, 'event': 'purchase', 'amount': 24, 'gateway': 'stripe'}"
#define AUTHORIZATION                                                                              \
  "{'id': 1, 'event': 'authorization', 'amount': 24, 'gateway': 'stripe',"                         \
  " 'gateway_transaction_id': 'pi_1'}"
#define CAPTURE "{'id': 2, 'event': 'capture', 'amount': 24, 'reference_transaction_id': 1}"
#define VOIDED "{'id': 2, 'event': 'void', 'amount': 24, 'reference_transaction_id': 1}"
#define UNCAPTURED "{'payments': {'include-uncaptured': true}}"
#define STATUS(words) "{'payment_status': '" words "'}"
#define AUTHORIZED_BEFORE                                                                          \
  "{'payments': {'entries': [{'reference': 'bigcommerce-1', 'code': 'pi_1', 'type': 'AUTH',"       \
  " 'payment': 700}]}}"
#define MAP(rows) "{'payments': {'default-method': '', 'method-map': [" rows "]}}"
#define PAID "'orderPaymentStatus': 'PAID'"

static const MoneyCase states[] = {
  { { .name = "captured" },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "paid", .order = STATUS ("Paid") },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "refunded-was-paid", .order = STATUS ("refunded") },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "given-back-after-it-was-mirrored",
      .order = STATUS ("refunded"),
      .link = "{'payments': {'complete': true, 'state': 'received 240000 0 0 0'}}" },
    NULL,
    NULL,
    NULL,
    "in step" },
  { { .name = "not-read-yet" }, NULL, NULL, NULL, "read transactions" },
  { { .name = "pending", .order = STATUS ("pending") }, NULL, NULL, NULL, "in step" },
  { { .name = "declined", .order = STATUS ("declined") }, NULL, NULL, NULL, "in step" },
  { { .name = "held-for-review", .order = STATUS ("held for review") },
    NULL,
    NULL,
    NULL,
    "in step" },
  { { .name = "nothing-said", .order = STATUS ("") }, NULL, NULL, NULL, "in step" },
  { { .name = "authorized", .order = STATUS ("authorized") }, NULL, NULL, NULL, "in step" },
  { { .name = "costs-nothing",
      .order = "{'total_inc_tax': '0', 'total_tax': '0', 'consignments': {'shipping': []}}" },
    NULL,
    NULL,
    NULL,
    "in step" },
};

static const MoneyCase chains[] = {
  { { .name = "settled-after-a-purchase-counts-once" },
    "[" PURCHASE ", {'id': 2, 'event': 'settled', 'amount': 24, 'reference_transaction_id': 1}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "settled-by-the-gateway-s-own-name-counts-once" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24, 'gateway_transaction_id': 'ch_1'},"
    " {'id': 2, 'event': 'settled', 'amount': 24, 'gateway_transaction_id': 'ch_1'}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "settled-alone" },
    "[{'id': 2, 'event': 'settled', 'amount': 24}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-2 STRIPE 24.00; in step" },
  { { .name = "captured-without-authorizations" },
    "[" AUTHORIZATION ", " CAPTURE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-2 STRIPE 24.00; in step" },
  { { .name = "captured-with-authorizations", .settings = UNCAPTURED },
    "[" CAPTURE ", " AUTHORIZATION "]",
    NULL,
    NULL,
    "AUTH bigcommerce-1 STRIPE 24.00; CAPTURE bigcommerce-2 STRIPE 24.00; in step" },
  { { .name = "captured-after-the-authorization-was-mirrored", .link = AUTHORIZED_BEFORE },
    "[" AUTHORIZATION ", " CAPTURE "]",
    NULL,
    NULL,
    "CAPTURE bigcommerce-2 STRIPE 24.00; in step" },
  { { .name = "authorized", .settings = UNCAPTURED, .order = STATUS ("authorized") },
    "[" AUTHORIZATION "]",
    NULL,
    NULL,
    "AUTH bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "voided", .order = STATUS ("void"), .link = AUTHORIZED_BEFORE },
    "[" AUTHORIZATION ", " VOIDED "]",
    NULL,
    NULL,
    "VOID bigcommerce-2 STRIPE 24.00; in step" },
  { { .name = "voided-before-it-was-seen", .settings = UNCAPTURED, .order = STATUS ("void") },
    "[" AUTHORIZATION ", " VOIDED "]",
    NULL,
    NULL,
    "in step" },
  { { .name = "tests-and-failures-are-no-money" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24, 'status': 'error'},"
    " {'id': 2, 'event': 'purchase', 'amount': 24, 'test': true},"
    " {'id': 3, 'event': 'purchase', 'amount': 24}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-3 STRIPE 24.00; in step" },
  { { .name = "refunds-are-another-flow", .order = STATUS ("partially refunded") },
    "[" PURCHASE ", {'id': 9, 'event': 'refund', 'amount': 5, 'reference_transaction_id': 1}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "a-circle-ends" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24, 'reference_transaction_id': 2},"
    " {'id': 2, 'event': 'settled', 'amount': 24, 'reference_transaction_id': 1}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.00; RECEIPT bigcommerce-2 STRIPE 24.00; totals-differ" },
};

static const MoneyCase tenders[] = {
  { { .name = "in-two-parts",
      .settings = MAP ("{'bigcommerce': 'gift_certificate', 'brightpearl': 'GIFT'},"
                       "{'bigcommerce': 'credit card', 'brightpearl': 'CARD'}") },
    "[{'id': 1, 'event': 'purchase', 'amount': 5, 'method': 'gift_certificate'},"
    " {'id': 2, 'event': 'purchase', 'amount': 19, 'gateway': 'stripe'}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 GIFT 5.00; RECEIPT bigcommerce-2 CARD 19.00; in step" },
  { { .name = "without-transactions" },
    "[]",
    NULL,
    NULL,
    "RECEIPT order-1042 STRIPE 24.00; in step" },
  { { .name = "without-transactions-in-parts",
      .order = "{'store_credit_amount': '4.00', 'gift_certificate_amount': '5.00'}",
      .settings = "{'payments': {'method-map': ["
                  "{'bigcommerce': 'store_credit', 'brightpearl': 'CREDIT'},"
                  "{'bigcommerce': 'gift_certificate', 'brightpearl': 'GIFT'}]}}" },
    "[]",
    NULL,
    NULL,
    "RECEIPT order-1042 STRIPE 15.00; RECEIPT order-1042-store-credit CREDIT 4.00; "
    "RECEIPT order-1042-gift-certificate GIFT 5.00; in step" },
  { { .name = "too-little" },
    "[{'id': 1, 'event': 'purchase', 'amount': 20}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 20.00; totals-differ" },
  { { .name = "in-another-currency" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24, 'currency': 'USD'}]",
    NULL,
    NULL,
    "totals-differ" },
  { { .name = "too-much" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24.01}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 STRIPE 24.01; totals-differ" },
  { { .name = "never-came" },
    "[{'id': 1, 'event': 'purchase', 'amount': 24, 'status': 'error'}]",
    NULL,
    NULL,
    "totals-differ" },
};

static const MoneyCase methods[] = {
  { { .name = "by-the-store-s-words",
      .settings = MAP ("{'bigcommerce': 'stripe', 'brightpearl': 'SECOND'},"
                       "{'bigcommerce': ' CREDIT card', 'brightpearl': 'FIRST'}") },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 FIRST 24.00; in step" },
  { { .name = "by-the-gateway", .settings = MAP ("{'bigcommerce': 'Stripe', 'brightpearl': 'S'}") },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-1 S 24.00; in step" },
  { { .name = "none", .settings = MAP ("") },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "payment-method-missing" },
  { { .name = "one-missing-does-not-keep-the-others-away",
      .settings = MAP ("{'bigcommerce': 'stripe', 'brightpearl': 'S'}"),
      .order = "{'payment_method': ''}" },
    "[{'id': 1, 'event': 'purchase', 'amount': 5, 'method': 'store_credit'},"
    " {'id': 2, 'event': 'purchase', 'amount': 19, 'gateway': 'stripe'}]",
    NULL,
    NULL,
    "RECEIPT bigcommerce-2 S 19.00; payment-method-missing" },
  { { .name = "not-to-be-created",
      .settings = "{'payments': {'method-map': [{'bigcommerce': 'stripe', 'brightpearl': ''}]}}" },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "in step" },
};

static const MoneyCase never_twice[] = {
  { { .name = "a-lost-answer-is-looked-into", .link = "{'stale-facts': 32}" },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "read payments" },
  { { .name = "found" },
    "[" PURCHASE "]",
    NULL,
    "{'payments': [{'paymentId': 5, 'orderId': 5501, 'transactionRef': 'bigcommerce-1',"
    " 'paymentType': 'RECEIPT', 'amountPaid': '24.00'}]}",
    "in step" },
  { { .name = "not-found" },
    "[" PURCHASE "]",
    NULL,
    "{}",
    "RECEIPT bigcommerce-1 STRIPE 24.00; in step" },
  { { .name = "paid-by-somebody-else", .sales_orders = "[{" PAID "}]" },
    "[" PURCHASE "]",
    NULL,
    "{'payments': [{'paymentId': 5, 'orderId': 5501, 'transactionRef': 'X',"
    " 'paymentType': 'RECEIPT', 'amountPaid': '24.00'}]}",
    "in step" },
  { { .name = "paid-in-part-by-somebody-else", .sales_orders = "[{" PAID "}]" },
    "[" PURCHASE "]",
    NULL,
    "{'payments': [{'paymentId': 5, 'orderId': 5501, 'paymentType': 'RECEIPT',"
    " 'amountPaid': '4.00'}]}",
    "totals-differ" },
  { { .name = "asks-who-paid", .sales_orders = "[{" PAID "}]" },
    "[" PURCHASE "]",
    NULL,
    NULL,
    "read payments" },
};

static void
check (gconstpointer row)
{
  money_check (row, bright_payments_flow.decide, bright_payments_flow.kinds);
}

static void
add (const char *path, const MoneyCase *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, rows[i].base.name);

      g_test_add_data_func (name, &rows[i], check);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/payments/states", states, G_N_ELEMENTS (states));
  add ("/payments/chains", chains, G_N_ELEMENTS (chains));
  add ("/payments/tenders", tenders, G_N_ELEMENTS (tenders));
  add ("/payments/methods", methods, G_N_ELEMENTS (methods));
  add ("/payments/never-twice", never_twice, G_N_ELEMENTS (never_twice));
  return g_test_run ();
}
