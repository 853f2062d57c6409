/* The rows of the order itself, and the balance with the store's totals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-builder.h"

#include <glib/gi18n.h>

/* A row of the order itself, such as shipping; nothing where it costs nothing. */
static void
add_charge (BrightOrderBuilder *builder,
            char *name,
            BrightMoney ex_tax,
            BrightMoney inc_tax,
            const char *nominal_code)
{
  BrightMoney tax = inc_tax;
  const char *setting;
  const char *tax_code;

  gboolean is_in_range = bright_money_subtract (&tax, ex_tax);

  if (!is_in_range)
    bright_order_builder_hold_for_overflow (builder);
  if (!is_in_range || (ex_tax == 0 && inc_tax == 0))
    {
      g_free (name);
      return;
    }
  tax_code = bright_tax_code_for (builder->settings, ex_tax, tax, BRIGHT_MONEY_UNIT, &setting);
  if (tax_code == NULL)
    bright_order_builder_hold_for_tax_code (builder, setting);
  bright_order_builder_add_row (builder, name, ex_tax, tax, tax_code, nominal_code);
}

static char *
name_shipping (const BigcommerceOrder *order)
{
  const BigcommerceConsignment *consignment
      = order->shipping->len > 0 ? order->shipping->pdata[0] : NULL;

  if (consignment == NULL || consignment->shipping_method[0] == '\0')
    return g_strdup (_ ("Shipping"));
  return g_strdup_printf (_ ("Shipping: %s"), consignment->shipping_method);
}

static void
add_discounts (BrightOrderBuilder *builder)
{
  const char *nominal_code = builder->settings->orders.discount_nominal_code;

  for (guint i = 0; i < builder->discounts->len; i++)
    {
      const BrightDiscountTotal *total
          = &g_array_index (builder->discounts, BrightDiscountTotal, i);

      if (total->net != 0 || total->tax != 0)
        bright_order_builder_add_row (builder, g_strdup (_ ("Discount")), total->net, total->tax,
                                      total->tax_code, nominal_code);
    }
}

void
bright_order_builder_add_charges (BrightOrderBuilder *builder)
{
  const BigcommerceOrder *order = builder->order;
  const char *shipping = builder->settings->orders.shipping_nominal_code;

  add_charge (builder, name_shipping (order), order->shipping_ex_tax, order->shipping_inc_tax,
              shipping);
  add_charge (builder, g_strdup (_ ("Handling")), order->handling_ex_tax, order->handling_inc_tax,
              shipping);
  add_charge (builder, g_strdup (_ ("Gift wrapping")), order->wrapping_ex_tax,
              order->wrapping_inc_tax, "");
  for (guint i = 0; i < order->fees->len; i++)
    {
      const BigcommerceFee *fee = order->fees->pdata[i];

      add_charge (builder, g_strdup (fee->name[0] != '\0' ? fee->name : _ ("Fee")),
                  fee->cost_ex_tax, fee->cost_inc_tax, "");
    }
  add_discounts (builder);
}

/* What the store's totals are ahead of the rows: without tax, and tax. */
static gboolean
get_gap (BrightOrderBuilder *builder, BrightMoney *net, BrightMoney *tax)
{
  *net = builder->order->total_inc_tax;
  *tax = builder->order->total_tax;
  if (!bright_money_subtract (net, *tax))
    return FALSE;
  for (guint i = 0; i < builder->plan->parts->len; i++)
    {
      const BrightPartPlan *part = builder->plan->parts->pdata[i];

      if (!bright_money_subtract (net, part->net) || !bright_money_subtract (tax, part->tax))
        return FALSE;
    }
  return TRUE;
}

static const char *
get_balancing_code (BrightOrderBuilder *builder, BrightMoney tax)
{
  const BrightOrdersValues *orders = &builder->settings->orders;
  const char *setting;
  const char *code = tax == 0 ? bright_tax_code_for (builder->settings, 0, 0, 0, &setting)
                              : builder->main_tax_code;

  if (code == NULL || code[0] == '\0')
    code = tax == 0 ? builder->main_tax_code : orders->taxable_code;
  if (code == NULL || code[0] == '\0')
    {
      bright_order_builder_hold_for_tax_code (builder, tax == 0 ? "orders.tax-free-code"
                                                                : "orders.taxable-code");
      return NULL;
    }
  return code;
}

/* A discount on the order as a whole that no line accounts for. */
static gboolean
add_order_discount (BrightOrderBuilder *builder)
{
  const BigcommerceOrder *order = builder->order;
  BrightMoney left = order->discount_amount;
  BrightMoney net;
  BrightMoney tax;
  BrightMoney gap;

  if (!bright_money_add (&left, order->coupon_discount)
      || !bright_money_subtract (&left, builder->line_discounts) || !get_gap (builder, &net, &tax))
    return FALSE;
  gap = net;
  if (order->is_tax_inclusive_pricing && !bright_money_add (&gap, tax))
    return FALSE;
  if (left <= 0 || gap >= 0 || !bright_money_add (&gap, left))
    return TRUE;
  /* Only what was announced as a discount may be booked as one. */
  if (bright_money_absolute (gap) > builder->settings->orders.rounding_threshold)
    return TRUE;
  /* It takes away no more tax than itself, and brings none; what is beyond is no discount. */
  tax = CLAMP (tax, -left, 0);
  net = -left;
  if (order->is_tax_inclusive_pricing && !bright_money_subtract (&net, tax))
    return FALSE;
  bright_order_builder_add_row (builder, g_strdup (_ ("Discount")), net, tax,
                                get_balancing_code (builder, tax),
                                builder->settings->orders.discount_nominal_code);
  return TRUE;
}

static const char *
get_rounding_nominal (BrightOrderBuilder *builder)
{
  const BrightpearlConfiguration *configuration = bright_world_get_configuration (builder->world);
  const char *chosen = builder->settings->orders.rounding_nominal_code;

  return chosen[0] != '\0' || configuration == NULL ? chosen : configuration->rounding_nominal_code;
}

void
bright_order_builder_balance (BrightOrderBuilder *builder)
{
  BrightMoney threshold = builder->settings->orders.rounding_threshold;
  BrightMoney net;
  BrightMoney tax;
  BrightMoney gross;

  if (!add_order_discount (builder) || !get_gap (builder, &net, &tax))
    {
      bright_order_builder_hold_for_overflow (builder);
      return;
    }
  gross = net;
  if (!bright_money_add (&gross, tax))
    {
      bright_order_builder_hold_for_overflow (builder);
      return;
    }
  if (net == 0 && tax == 0)
    return;
  if (bright_money_absolute (gross) > threshold || bright_money_absolute (tax) > threshold)
    {
      gboolean is_total = bright_money_absolute (gross) > threshold;
      g_autofree char *amount
          = bright_money_to_string (bright_money_absolute (is_total ? gross : tax));

      bright_order_builder_hold (
          builder, "totals-differ", "orders.rounding-threshold",
          g_strdup_printf (is_total ? _ ("Totals differ by %s: the lines do not add up to the "
                                         "store's total.")
                                    : _ ("Totals differ by %s: the tax of the lines does not add "
                                         "up to the store's tax."),
                           amount));
      return;
    }
  bright_order_builder_add_row (builder, g_strdup (_ ("Rounding")), net, tax,
                                get_balancing_code (builder, tax), get_rounding_nominal (builder));
}
