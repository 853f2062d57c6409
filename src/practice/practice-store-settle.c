/* The arithmetic of an order of the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exact, in integers of 1/10000: tax is worked out per line and rounded to the
 * penny, half up; everything above it is a sum.
 */
#include "practice-store-order.h"

#include <string.h>

#define WHOLE_RATE 10000
#define PENNY (BRIGHT_MONEY_UNIT / 100)

/* numerator / denominator as a multiple of step, half up. */
static BrightMoney
divide (gint64 numerator, gint64 denominator, BrightMoney step)
{
  gint64 divisor = denominator * step;
  gint64 doubled = 2 * ABS (numerator) + divisor;
  BrightMoney result = doubled / (2 * divisor) * step;

  return numerator < 0 ? -result : result;
}

void
practice_store_cost_settle (PracticeCost *cost, gboolean includes_tax, BrightMoney step)
{
  if (cost->overridden)
    cost->tax = cost->with_tax - cost->without_tax;
  else if (includes_tax)
    {
      cost->tax = divide (cost->base * cost->rate, WHOLE_RATE + cost->rate, step);
      cost->with_tax = cost->base;
      cost->without_tax = cost->base - cost->tax;
    }
  else
    {
      cost->tax = divide (cost->base * cost->rate, WHOLE_RATE, step);
      cost->without_tax = cost->base;
      cost->with_tax = cost->base + cost->tax;
    }
}

static void
add_cost (PracticeCost *sum, const PracticeCost *cost)
{
  sum->base += cost->base;
  sum->without_tax += cost->without_tax;
  sum->with_tax += cost->with_tax;
  sum->tax += cost->tax;
}

static BrightMoney
settle_discounts (PracticeStoreOrder *order, PracticeLine *line)
{
  BrightMoney sum = 0;

  for (guint i = 0; line->discounts != NULL && i < line->discounts->len; i++)
    {
      const PracticeDiscount *discount = g_ptr_array_index (line->discounts, i);

      sum += discount->amount;
      if (discount->code != NULL)
        order->coupon_discount += discount->amount;
      else
        order->discount_amount += discount->amount;
      for (guint j = 0; discount->code != NULL && j < order->coupons->len; j++)
        {
          PracticeCoupon *coupon = g_ptr_array_index (order->coupons, j);

          if (strcmp (coupon->code, discount->code) == 0)
            coupon->discount += discount->amount;
        }
    }
  return sum;
}

static void
settle_line (PracticeStoreOrder *order, PracticeLine *line)
{
  BrightMoney discounts = settle_discounts (order, line);

  line->order_id = order->id;
  practice_store_cost_settle (&line->unit, order->prices_include_tax, 1);
  line->full.base = line->unit.base * line->quantity;
  line->full.rate = line->unit.rate;
  line->full.overridden = line->unit.overridden;
  line->full.without_tax = line->unit.without_tax * line->quantity;
  line->full.with_tax = line->unit.with_tax * line->quantity;
  practice_store_cost_settle (&line->full, order->prices_include_tax, PENNY);
  line->paid = line->full;
  line->paid.base = line->full.base - discounts;
  line->paid.overridden = line->unit.overridden && discounts == 0;
  practice_store_cost_settle (&line->paid, order->prices_include_tax, PENNY);
  practice_store_cost_settle (&line->wrapping, order->prices_include_tax, PENNY);
  line->shown_tax = line->tax_before_discount ? line->full.tax : line->paid.tax;

  add_cost (&order->subtotal, &line->full);
  add_cost (&order->total, &line->paid);
  add_cost (&order->wrapping, &line->wrapping);
  order->items_total += line->quantity;
  order->items_shipped += line->quantity_shipped;
}

static void
settle_consignment (PracticeStoreOrder *order, PracticeConsignment *consignment)
{
  consignment->items_total = 0;
  consignment->items_shipped = 0;
  for (guint i = 0; i < order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (order->lines, i);

      if (line->address_id != consignment->id)
        continue;
      consignment->items_total += line->quantity;
      consignment->items_shipped += line->quantity_shipped;
    }
  practice_store_cost_settle (&consignment->shipping, order->prices_include_tax, PENNY);
  practice_store_cost_settle (&consignment->handling, order->prices_include_tax, PENNY);
  add_cost (&order->shipping, &consignment->shipping);
  add_cost (&order->handling, &consignment->handling);
  if (consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
    order->address_count++;
}

static void
forget_totals (PracticeStoreOrder *order)
{
  PracticeCost *const sums[]
      = { &order->subtotal, &order->shipping, &order->handling, &order->wrapping, &order->total };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    memset (sums[i], 0, sizeof *sums[i]);
  for (guint i = 0; i < order->coupons->len; i++)
    ((PracticeCoupon *)g_ptr_array_index (order->coupons, i))->discount = 0;
  order->discount_amount = 0;
  order->coupon_discount = 0;
  order->items_total = 0;
  order->items_shipped = 0;
  order->address_count = 0;
}

void
practice_store_order_settle (PracticeStoreOrder *order)
{
  forget_totals (order);
  for (guint i = 0; i < order->lines->len; i++)
    settle_line (order, g_ptr_array_index (order->lines, i));
  for (guint i = 0; i < order->consignments->len; i++)
    settle_consignment (order, g_ptr_array_index (order->consignments, i));
  for (guint i = 0; i < order->fees->len; i++)
    {
      PracticeFee *fee = g_ptr_array_index (order->fees, i);

      practice_store_cost_settle (&fee->cost, order->prices_include_tax, PENNY);
      add_cost (&order->total, &fee->cost);
    }
  add_cost (&order->total, &order->shipping);
  add_cost (&order->total, &order->handling);
  add_cost (&order->total, &order->wrapping);
  order->total.with_tax += order->total_error;
  order->total.tax += order->tax_error;
  order->total.without_tax = order->total.with_tax - order->total.tax;
}

void
practice_store_line_share (const PracticeLine *line,
                           gint64 quantity,
                           BrightMoney *with_tax,
                           BrightMoney *tax)
{
  if (line->quantity == 0 || quantity >= line->quantity)
    {
      *with_tax = line->paid.with_tax;
      *tax = line->paid.tax;
      return;
    }
  *with_tax = divide (line->paid.with_tax * quantity, line->quantity, PENNY);
  *tax = divide (line->paid.tax * quantity, line->quantity, PENNY);
}
