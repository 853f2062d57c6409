/* Tests of the decision about the refunds of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-money.h"

#define PAID_BACK(amount) "'payments': [{'provider_id': 'stripe', 'amount': " amount "}]"
#define REFUND(total, tax, items)                                                                  \
  "[{'id': 12, 'order_id': 1042, 'created': '2026-11-19T10:00:00Z', 'total_amount': " total        \
  ", 'total_tax': " tax ", 'items': [" items "], " PAID_BACK (total) "}]"
#define LINE(quantity) "{'item_type': 'PRODUCT', 'item_id': 31877, 'quantity': " quantity "}"
#define BACK(amount) "PAYMENT bigcommerce-refund-12-1 STRIPE " amount "; in step"
#define SHIPPED                                                                                    \
  "{'shipping_cost_inc_tax': '6.00', 'shipping_cost_ex_tax': '5.00', 'shipping_cost_tax': '1.00'," \
  " 'total_inc_tax': '30.00', 'total_tax': '5.00'}"

static const MoneyCase rows[] = {
  { { .name = "all-of-a-line" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{}",
    "credit R12 MUG-1 x2 20.00+4.00 T20; " BACK ("24.00") },
  { { .name = "nothing-comes-back", .settings = "{'payments': {'restock-refunds': false}}" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{}",
    "credit R12 MUG-1 (no product) x2 20.00+4.00 T20; " BACK ("24.00") },
  { { .name = "half-of-a-line" },
    NULL,
    REFUND ("12", "2", LINE ("1")),
    "{}",
    "credit R12 MUG-1 x1 10.00+2.00 T20; " BACK ("12.00") },
  { { .name = "a-penny-is-a-rounding-row" },
    NULL,
    REFUND ("12.01", "2", LINE ("1")),
    "{}",
    "credit R12 MUG-1 x1 10.00+2.00 T20, Rounding x1 0.01+0.00 T0; " BACK ("12.01") },
  { { .name = "more-than-pennies-is-a-hold" },
    NULL,
    REFUND ("13", "2", LINE ("1")),
    "{}",
    "totals-differ" },
  { { .name = "shipping", .order = SHIPPED },
    NULL,
    REFUND ("6", "1", "{'item_type': 'SHIPPING', 'item_id': 1, 'requested_amount': 6}"),
    "{}",
    "credit R12 Shipping x1 5.00+1.00 T20; " BACK ("6.00") },
  { { .name = "half-of-the-shipping", .order = SHIPPED },
    NULL,
    REFUND ("3", "0.5", "{'item_type': 'SHIPPING', 'item_id': 1, 'requested_amount': 3}"),
    "{}",
    "credit R12 Shipping x1 2.50+0.50 T20; " BACK ("3.00") },
  { { .name = "an-amount-of-the-order" },
    NULL,
    REFUND ("5", "0", "{'item_type': 'ORDER', 'item_id': 1042, 'requested_amount': 5}"),
    "{}",
    "credit R12 Refund x1 5.00+0.00 T0; " BACK ("5.00") },
  { { .name = "tax-alone" },
    NULL,
    REFUND ("4", "4", "{'item_type': 'TAX', 'item_id': 1042, 'requested_amount': 4}"),
    "{}",
    "credit R12 Tax x1 0.00+4.00 T20; " BACK ("4.00") },
  { { .name = "no-items" },
    NULL,
    REFUND ("6", "1", ""),
    "{}",
    "credit R12 Refund x1 5.00+1.00 T20; " BACK ("6.00") },
};

static const MoneyCase course[] = {
  { { .name = "none" }, NULL, NULL, NULL, "in step" },
  { { .name = "the-order-tells-of-one", .order = "{'payment_status': 'partially refunded'}" },
    NULL,
    NULL,
    NULL,
    "read refunds" },
  { { .name = "told-but-not-there", .order = "{'payment_status': 'refunded'}" },
    NULL,
    "[]",
    NULL,
    "in step" },
  { { .name = "looked-for-first" }, NULL, REFUND ("24", "4", LINE ("2")), NULL, "read payments" },
  { { .name = "found" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{'credits': [{'orderId': 5600, 'parentOrderId': 5501, 'externalRef': 'R12'}]}",
    BACK ("24.00") },
  { { .name = "another-one-is-not-it" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{'credits': [{'orderId': 5600, 'parentOrderId': 5501, 'externalRef': 'R1'}]}",
    "credit R12 MUG-1 x2 20.00+4.00 T20; " BACK ("24.00") },
  { { .name = "found-with-its-money" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{'credits': [{'orderId': 5600, 'parentOrderId': 5501, 'externalRef': 'R12'}],"
    " 'payments': [{'paymentId': 9, 'orderId': 5600, 'transactionRef': 'bigcommerce-refund-12-1',"
    "  'paymentType': 'PAYMENT', 'amountPaid': '24'}]}",
    "in step" },
  { { .name = "declined-money-did-not-go-back" },
    NULL,
    "[{'id': 12, 'order_id': 1042, 'total_amount': 5, 'total_tax': 0, 'items': [],"
    " 'payments': [{'amount': 5, 'is_declined': true, 'provider_id': 'stripe'},"
    "  {'amount': 5, 'provider_id': 'stripe'}]}]",
    "{}",
    "credit R12 Refund x1 5.00+0.00 T0; PAYMENT bigcommerce-refund-12-2 STRIPE 5.00; in step" },
  { { .name = "given-as-store-credit",
      .settings = "{'payments': {'method-map': [{'bigcommerce': 'store_credit',"
                  " 'brightpearl': 'CREDIT'}]}}" },
    NULL,
    "[{'id': 12, 'order_id': 1042, 'total_amount': 5, 'total_tax': 0, 'items': [],"
    " 'payments': [{'amount': 5, 'provider_id': 'storecredit'}]}]",
    "{}",
    "credit R12 Refund x1 5.00+0.00 T0; PAYMENT bigcommerce-refund-12-1 CREDIT 5.00; in step" },
  { { .name = "no-method", .settings = "{'payments': {'default-method': ''}}" },
    NULL,
    REFUND ("24", "4", LINE ("2")),
    "{}",
    "credit R12 MUG-1 x2 20.00+4.00 T20; payment-method-missing" },
};

static void
check (gconstpointer row)
{
  money_check (row, bright_refunds_flow.decide, bright_refunds_flow.kinds);
}

static void
add (const char *path, const MoneyCase *table, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, table[i].base.name);

      g_test_add_data_func (name, &table[i], check);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/refunds/rows", rows, G_N_ELEMENTS (rows));
  add ("/refunds/course", course, G_N_ELEMENTS (course));
  return g_test_run ();
}
