/* Tests of the rows that a store order becomes: tax codes and the penny rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#define MUGS "#1001 x2 20.00+4.00 T20"
#define RATES                                                                                      \
  "'tax-map': [{'rate': '20', 'brightpearl': 'VAT20'}, {'rate': '5', 'brightpearl': 'VAT5'},"      \
  " {'rate': '0', 'brightpearl': 'VAT0'}]"
#define MAPPED "{'orders': {" RATES "}}"
#define MAPPED_ONLY "{'orders': {" RATES ", 'taxable-code': '', 'tax-free-code': ''}}"

static const DecideCase tax_codes[] = {
  { .name = "the-rate-is-in-the-map", .settings = MAPPED, .expected = "#1001 x2 20.00+4.00 VAT20" },
  { .name = "mixed-rates",
    .settings = MAPPED,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00'},"
             " {'sku': 'TEA-1', 'ex': '10.00', 'inc': '10.50'},"
             " {'sku': 'WRAP', 'ex': '3.00', 'inc': '3.00'},"
             " {'sku': 'TEA-1', 'ex': '10.00', 'inc': '11.30'}],"
             " 'total_inc_tax': '48.80', 'total_tax': '5.80'}",
    .expected = "#1001 x1 20.00+4.00 VAT20; #1002 x1 10.00+0.50 VAT5; #1003 x1 3.00+0.00 VAT0; "
                "#1002 x1 10.00+1.30 T20" },
  { .name = "a-rate-with-decimals",
    .settings = "{'orders': {'tax-map': [{'rate': '8.875', 'brightpearl': 'NYC'}]}}",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '19.99', 'inc': '21.76'}],"
             " 'total_inc_tax': '21.76', 'total_tax': '1.77'}",
    .expected = "#1001 x1 19.99+1.77 NYC" },
  { .name = "tax-rounded-to-the-penny",
    .settings = MAPPED,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '0.99', 'inc': '1.19'}],"
             " 'total_inc_tax': '1.19', 'total_tax': '0.20'}",
    .expected = "#1001 x1 0.99+0.20 VAT20" },
  { .name = "tax-rounded-for-each-unit",
    .settings = MAPPED,
    .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 12, 'ex': '3.96', 'inc': '4.80'}],"
             " 'total_inc_tax': '4.80', 'total_tax': '0.84'}",
    .expected = "#1001 x12 3.96+0.84 VAT20" },
  { .name = "the-nearest-rate-of-two-that-fit",
    .settings = "{'orders': {'tax-map': [{'rate': '21', 'brightpearl': 'A'},"
                " {'rate': '20', 'brightpearl': 'B'}]}}",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '0.50', 'inc': '0.60'}],"
             " 'total_inc_tax': '0.60', 'total_tax': '0.10'}",
    .expected = "#1001 x1 0.50+0.10 B" },
  { .name = "many-small-units-at-a-rate-that-is-not-in-the-map",
    .settings = "{'orders': {'tax-map': [{'rate': '5', 'brightpearl': 'VAT5'}]}}",
    .order = "{'lines': [{'sku': 'MUG-1', 'quantity': 10000, 'ex': '100.00', 'inc': '120.00'}],"
             " 'total_inc_tax': '120.00', 'total_tax': '20.00'}",
    .expected = "#1001 x10000 100.00+20.00 T20" },
  { .name = "taxed-and-nothing-chosen",
    .settings = "{'orders': {'taxable-code': ''}}",
    .expected = "held reference-gone orders.taxable-code!" },
  { .name = "tax-free-and-nothing-chosen",
    .settings = "{'orders': {'tax-free-code': ''}}",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '20.00'}],"
             " 'total_inc_tax': '20.00', 'total_tax': '0.00'}",
    .expected = "held reference-gone orders.tax-free-code!" },
  { .name = "shipping-and-nothing-chosen",
    .settings = "{'orders': {'tax-free-code': ''}}",
    .order = "{'shipping_cost_ex_tax': '3.50', 'shipping_cost_inc_tax': '3.50',"
             " 'total_inc_tax': '27.50'}",
    .expected = "held reference-gone orders.tax-free-code!" },
  { .name = "the-map-is-enough", .settings = MAPPED_ONLY, .expected = "#1001 x2 20.00+4.00 VAT20" },
  { .name = "not-in-the-map-and-nothing-else-chosen",
    .settings = MAPPED_ONLY,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '23.00'}],"
             " 'total_inc_tax': '23.00', 'total_tax': '3.00'}",
    .expected = "held reference-gone orders.taxable-code!" },
  { .name = "by-the-rate-before-the-discount",
    .settings = MAPPED,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '20.00',"
             " 'tax': '0.00', 'paid': '0.00'}], 'coupon_discount': '20.00',"
             " 'total_inc_tax': '0.00', 'total_tax': '0.00'}",
    .expected = "#1001 x1 0.00+0.00 VAT20" },
};

static const DecideCase pennies[] = {
  { .name = "equal", .expected = MUGS },
  { .name = "a-cent-more",
    .order = "{'total_inc_tax': '24.01'}",
    .expected = MUGS "; Rounding x1 0.01+0.00 T0" },
  { .name = "a-cent-less",
    .order = "{'total_inc_tax': '23.99'}",
    .expected = MUGS "; Rounding x1 -0.01+0.00 T0" },
  { .name = "a-tenth-of-a-cent",
    .order = "{'total_inc_tax': '24.001'}",
    .expected = MUGS "; Rounding x1 0.0010+0.00 T0" },
  { .name = "at-the-threshold",
    .order = "{'total_inc_tax': '24.05'}",
    .expected = MUGS "; Rounding x1 0.05+0.00 T0" },
  { .name = "above-the-threshold",
    .order = "{'total_inc_tax': '24.0501'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "below-by-more-than-the-threshold",
    .order = "{'total_inc_tax': '23.94'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "another-threshold",
    .settings = "{'orders': {'rounding-threshold': '1.20'}}",
    .order = "{'total_inc_tax': '25.20'}",
    .expected = MUGS "; Rounding x1 1.20+0.00 T0" },
  { .name = "no-threshold",
    .settings = "{'orders': {'rounding-threshold': '0'}}",
    .order = "{'total_inc_tax': '24.01'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "tax-off-by-a-cent",
    .order = "{'total_tax': '4.01'}",
    .expected = MUGS "; Rounding x1 -0.01+0.01 T20" },
  { .name = "total-and-tax-off-by-a-cent",
    .order = "{'total_inc_tax': '24.01', 'total_tax': '4.01'}",
    .expected = MUGS "; Rounding x1 0.00+0.01 T20" },
  { .name = "tax-off-by-more-than-the-threshold",
    .order = "{'total_tax': '4.06'}",
    .expected = "held totals-differ orders.rounding-threshold!" },
  { .name = "at-an-account-of-its-own",
    .settings = "{'orders': {'rounding-nominal-code': '2300'}}",
    .world = "{'configuration': {'roundingCorrectionsNominalCode': '2299'}}",
    .order = "{'total_inc_tax': '24.01'}",
    .expected = MUGS "; Rounding x1 0.01+0.00 T0/2300" },
  { .name = "at-the-account-that-brightpearl-has-for-it",
    .world = "{'configuration': {'roundingCorrectionsNominalCode': '2299'}}",
    .order = "{'total_inc_tax': '24.01'}",
    .expected = MUGS "; Rounding x1 0.01+0.00 T0/2299" },
  { .name = "tax-free-by-the-map",
    .settings = MAPPED_ONLY,
    .order = "{'total_inc_tax': '24.01'}",
    .expected = "#1001 x2 20.00+4.00 VAT20; Rounding x1 0.01+0.00 VAT0" },
  { .name = "an-order-without-tax-by-the-map",
    .settings = MAPPED_ONLY,
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '20.00'}],"
             " 'total_inc_tax': '20.01', 'total_tax': '0.00'}",
    .expected = "#1001 x1 20.00+0.00 VAT0; Rounding x1 0.01+0.00 VAT0" },
  { .name = "no-tax-free-code-anywhere",
    .settings = "{'orders': {'tax-free-code': ''}}",
    .order = "{'total_inc_tax': '24.01'}",
    .expected = MUGS "; Rounding x1 0.01+0.00 T20" },
};

/* The largest amount that is read is 922337203685477.5807. */
static const DecideCase extremes[] = {
  { .name = "as-large-as-can-be",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '922337203685477.5807',"
             " 'inc': '922337203685477.5807'}],"
             " 'total_inc_tax': '922337203685477.5807', 'total_tax': '0.00'}",
    .expected = "#1001 x1 922337203685477.5807+0.00 T0" },
  { .name = "the-sum-of-the-lines-overflows",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '922337203685477.58', 'inc': '922337203685477.58'},"
             " {'sku': 'MUG-1', 'ex': '1.00', 'inc': '1.00'}]}",
    .expected = "held totals-differ!" },
  { .name = "the-tax-of-a-line-overflows",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '-922337203685477.58',"
             " 'inc': '922337203685477.58', 'tax': '0.00'}]}",
    .expected = "held totals-differ!" },
  { .name = "the-tax-of-shipping-overflows",
    .order = "{'shipping_cost_ex_tax': '-922337203685477.58',"
             " 'shipping_cost_inc_tax': '922337203685477.58'}",
    .expected = "held totals-differ!" },
  { .name = "paid-is-no-number",
    .order = "{'lines': [{'sku': 'MUG-1', 'ex': '20.00', 'inc': '24.00', 'off': '2.00',"
             " 'paid': 'much'}]}",
    .expected = "held totals-differ!" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/tax-codes", tax_codes, G_N_ELEMENTS (tax_codes), decide_check_plan);
  decide_add_tests ("/decide/pennies", pennies, G_N_ELEMENTS (pennies), decide_check_plan);
  decide_add_tests ("/decide/extremes", extremes, G_N_ELEMENTS (extremes), decide_check_plan);
  return g_test_run ();
}
