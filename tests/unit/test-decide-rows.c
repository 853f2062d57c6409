/* Tests of the rows that a store order becomes: money, charges, discounts and tax codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every plan that is not on hold is also checked to equal the store's totals.
 */
#include "decide-fixture.h"

#define MUGS "#1001 x2 20.00+4.00 T20"
#define OWN_DISCOUNT_ROWS "{'orders': {'discount-nominal-code': '4310'}}"

static const DecideCase charges[] = {
  { .name = "lines-only", .expected = MUGS },
  { .name = "shipping",
    .settings = "{'orders': {'sales-nominal-code': '4000', 'shipping-nominal-code': '4040'}}",
    .order = "{'shipping_cost_ex_tax': '3.50', 'shipping_cost_inc_tax': '4.20',"
             " 'total_inc_tax': '28.20', 'total_tax': '4.70'}",
    .expected = MUGS "/4000; Shipping: Courier x1 3.50+0.70 T20/4040" },
  { .name = "handling",
    .settings = "{'orders': {'shipping-nominal-code': '4040'}}",
    .order = "{'handling_cost_ex_tax': '1.00', 'handling_cost_inc_tax': '1.20',"
             " 'total_inc_tax': '25.20', 'total_tax': '4.20'}",
    .expected = MUGS "; Handling x1 1.00+0.20 T20/4040" },
  { .name = "gift-wrapping",
    .order = "{'wrapping_cost_ex_tax': '2.00', 'wrapping_cost_inc_tax': '2.40',"
             " 'total_inc_tax': '26.40', 'total_tax': '4.40'}",
    .expected = MUGS "; Gift wrapping x1 2.00+0.40 T20" },
  { .name = "fee",
    .order = "{'fees': [{'id': 1, 'display_name_customer': 'Rush', 'cost_ex_tax': '5.00',"
             " 'cost_inc_tax': '6.00'}], 'total_inc_tax': '30.00', 'total_tax': '5.00'}",
    .expected = MUGS "; Rush x1 5.00+1.00 T20" },
  { .name = "fee-under-the-misspelt-name",
    .order = "{'fees': [{'id': 1, 'display_name_customer': 'Rush', 'cost_exc_tax': '5.00',"
             " 'cost_inc_tax': '6.00'}], 'total_inc_tax': '30.00', 'total_tax': '5.00'}",
    .expected = MUGS "; Rush x1 5.00+1.00 T20" },
  { .name = "two-fees-without-a-name",
    .order = "{'fees': [{'id': 1, 'cost_ex_tax': '1.00', 'cost_inc_tax': '1.20'},"
             " {'id': 2, 'cost_ex_tax': '2.00', 'cost_inc_tax': '2.40'}],"
             " 'total_inc_tax': '27.60', 'total_tax': '4.60'}",
    .expected = MUGS "; Fee x1 1.00+0.20 T20; Fee x1 2.00+0.40 T20" },
  { .name = "tax-free-shipping",
    .order = "{'shipping_cost_ex_tax': '3.50', 'shipping_cost_inc_tax': '3.50',"
             " 'total_inc_tax': '27.50'}",
    .expected = MUGS "; Shipping: Courier x1 3.50+0.00 T0" },
  { .name = "store-credit-and-certificates-used-are-no-rows",
    .order = "{'store_credit_amount': '5.00', 'gift_certificate_amount': '3.00'}",
    .expected = MUGS },
  { .name = "nothing-to-pay",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '0.00', 'inc': '0.00'}],"
             " 'total_inc_tax': '0.00', 'total_tax': '0.00'}",
    .expected = "#1001 x1 0.00+0.00 T0" },
  { .name = "all-taken-off",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '20.00',"
             " 'tax': '0.00', 'paid': '0.00'}], 'coupon_discount': '20.00',"
             " 'total_inc_tax': '0.00', 'total_tax': '0.00'}",
    .expected = "#1001 x1 0.00+0.00 T20" },
};

/* A line of 20.00 + 4.00 with 2.00 off, priced without tax: 18.00 + 3.60. */
static const DecideCase exclusive_discounts[] = {
  { .name = "tax-after-it",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'tax': '3.60', 'paid': '21.60'}], 'coupon_discount': '2.00',"
             " 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "tax-before-it",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'tax': '4.00', 'paid': '21.60'}], 'coupon_discount': '2.00',"
             " 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "tax-after-it-and-paid-is-not-told",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'tax': '3.60'}], 'coupon_discount': '2.00',"
             " 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "tax-before-it-and-paid-is-not-told",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'tax': '4.00'}], 'coupon_discount': '2.00',"
             " 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "coupon-and-manual-on-one-line",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'tax': '3.00',"
             " 'paid': '18.00', 'applied_discounts': [{'id': 'total-coupon', 'code': 'TEA10',"
             " 'amount': '2.00'}, {'id': 'manual-discount', 'amount': '3.00'}]}],"
             " 'coupon_discount': '2.00', 'discount_amount': '3.00',"
             " 'total_inc_tax': '18.00', 'total_tax': '3.00'}",
    .expected = "#1001 x1 15.00+3.00 T20" },
  { .name = "as-a-row-of-its-own",
    .settings = OWN_DISCOUNT_ROWS,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'tax': '4.00', 'paid': '21.60'}], 'coupon_discount': '2.00',"
             " 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 20.00+4.00 T20; Discount x1 -2.00+-0.40 T20/4310" },
  { .name = "rows-of-their-own-for-each-tax-code",
    .settings = OWN_DISCOUNT_ROWS,
    .order = "{'lines': ["
             " {'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00', 'paid': '21.60'},"
             " {'sku': 'TEA-1', 'ex': '10.00', 'inc': '10.00', 'off': '1.00', 'paid': '9.00'},"
             " {'sku': 'MUG-1', 'ex': '10.00', 'inc': '12.00', 'off': '1.00', 'paid': '10.80'}],"
             " 'coupon_discount': '4.00', 'total_inc_tax': '41.40', 'total_tax': '5.40'}",
    .expected = "#1001 x1 20.00+4.00 T20; #1002 x1 10.00+0.00 T0; #1001 x1 10.00+2.00 T20; "
                "Discount x1 -3.00+-0.60 T20/4310; Discount x1 -1.00+0.00 T0/4310" },
  { .name = "paid-is-zero-where-nothing-was-taken-off",
    .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 2, 'ex': '20.00', 'inc': '24.00',"
             " 'paid': '0.0000'}]}",
    .expected = MUGS },
};

/* The same with prices that include tax: 24.00 with 2.40 off is 21.60. */
static const DecideCase inclusive_discounts[] = {
  { .name = "tax-after-it",
    .order = "{'is_tax_inclusive_pricing': true, 'lines': [{'sku': 'MUG-1', 'ex': '20.00',"
             " 'inc': '24.00', 'off': '2.40', 'tax': '3.60', 'paid': '21.60'}],"
             " 'coupon_discount': '2.40', 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "tax-before-it",
    .order = "{'is_tax_inclusive_pricing': true, 'lines': [{'sku': 'MUG-1', 'ex': '20.00',"
             " 'inc': '24.00', 'off': '2.40', 'tax': '4.00', 'paid': '21.60'}],"
             " 'coupon_discount': '2.40', 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "tax-before-it-and-paid-is-not-told",
    .order = "{'is_tax_inclusive_pricing': true, 'lines': [{'sku': 'MUG-1', 'ex': '20.00',"
             " 'inc': '24.00', 'off': '2.40', 'tax': '4.00'}],"
             " 'coupon_discount': '2.40', 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 18.00+3.60 T20" },
  { .name = "as-a-row-of-its-own",
    .settings = OWN_DISCOUNT_ROWS,
    .order = "{'is_tax_inclusive_pricing': true, 'lines': [{'sku': 'MUG-1', 'ex': '20.00',"
             " 'inc': '24.00', 'off': '2.40', 'tax': '3.60', 'paid': '21.60'}],"
             " 'coupon_discount': '2.40', 'total_inc_tax': '21.60', 'total_tax': '3.60'}",
    .expected = "#1001 x1 20.00+4.00 T20; Discount x1 -2.00+-0.40 T20/4310" },
};

/* A discount on the order as a whole that no line tells of. */
static const DecideCase order_discounts[] = {
  { .name = "priced-without-tax",
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '18.00', 'total_tax': '3.00'}",
    .expected = MUGS "; Discount x1 -5.00+-1.00 T20" },
  { .name = "priced-with-tax",
    .order = "{'is_tax_inclusive_pricing': true, 'coupon_discount': '6.00',"
             " 'total_inc_tax': '18.00', 'total_tax': '3.00'}",
    .expected = MUGS "; Discount x1 -5.00+-1.00 T20" },
  { .name = "with-a-code-of-its-own",
    .settings = OWN_DISCOUNT_ROWS,
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '18.00', 'total_tax': '3.00'}",
    .expected = MUGS "; Discount x1 -5.00+-1.00 T20/4310" },
  { .name = "that-takes-no-tax-off",
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '19.00'}",
    .expected = MUGS "; Discount x1 -5.00+0.00 T0" },
  { .name = "off-by-a-cent",
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '18.01', 'total_tax': '3.00'}",
    .expected = MUGS "; Discount x1 -5.00+-1.00 T20; Rounding x1 0.01+0.00 T0" },
  { .name = "beside-one-that-a-line-tells-of",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'paid': '21.60'}], 'coupon_discount': '2.00', 'discount_amount': '3.00',"
             " 'total_inc_tax': '18.00', 'total_tax': '3.00'}",
    .expected = "#1001 x1 18.00+3.60 T20; Discount x1 -3.00+-0.60 T20" },
  { .name = "is-not-what-is-missing",
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '12.00', 'total_tax': '2.00'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "nothing-is-missing", .order = "{'discount_amount': '5.00'}", .expected = MUGS },
  { .name = "may-not-bring-tax",
    .order = "{'discount_amount': '5.00', 'total_inc_tax': '29.00', 'total_tax': '14.00'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "may-not-take-off-more-tax-than-itself",
    .order = "{'discount_amount': '1.00', 'total_inc_tax': '19.00', 'total_tax': '0.00'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
};

static const DecideCase names[] = {
  { .name = "options",
    .settings = "{'orders': {'missing-product': 'free-text'}}",
    .order = "{'lines': [{'sku': 'NO-1', 'name': 'Mug', 'ex': '20.00', 'inc': '24.00',"
             " 'product_options': [{'display_name': 'Size', 'display_value': 'L'},"
             " {'display_name': 'Colour', 'display_value': 'Blue'}]}]}",
    .expected = "Mug (Size: L, Colour: Blue) x1 20.00+4.00 T20" },
  { .name = "custom-line",
    .order = "{'lines': [{'product_id': 0, 'name': 'Engraving', 'ex': '20.00', 'inc': '24.00'}]}",
    .expected = "Engraving x1 20.00+4.00 T20" },
  { .name = "gift-certificate-sold",
    .settings = "{'orders': {'gift-certificate-nominal-code': '2105',"
                " 'sales-nominal-code': '4000'}}",
    .order = "{'total_inc_tax': '74.00', 'consignments': {'email': {'gift_certificates': ["
             " {'line_items': [{'product_id': 0, 'type': 'giftcertificate',"
             " 'name': 'Gift Certificate', 'ex': '50.00', 'inc': '50.00'}]}]}}}",
    .expected = MUGS "/4000; Gift Certificate x1 50.00+0.00 T0/2105" },
  { .name = "gift-certificate-with-a-product-number",
    .order = "{'total_inc_tax': '74.00', 'consignments': {'email': {'gift_certificates': ["
             " {'line_items': [{'type': 'giftcertificate', 'name': 'Gift Certificate',"
             " 'ex': '50.00', 'inc': '50.00'}]}]}}}",
    .expected = MUGS "; Gift Certificate x1 50.00+0.00 T0" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/rows/charges", charges, G_N_ELEMENTS (charges), decide_check_plan);
  decide_add_tests ("/decide/rows/discounts/without-tax", exclusive_discounts,
                    G_N_ELEMENTS (exclusive_discounts), decide_check_plan);
  decide_add_tests ("/decide/rows/discounts/with-tax", inclusive_discounts,
                    G_N_ELEMENTS (inclusive_discounts), decide_check_plan);
  decide_add_tests ("/decide/rows/discounts/on-the-order", order_discounts,
                    G_N_ELEMENTS (order_discounts), decide_check_plan);
  decide_add_tests ("/decide/rows/names", names, G_N_ELEMENTS (names), decide_check_plan);
  return g_test_run ();
}
