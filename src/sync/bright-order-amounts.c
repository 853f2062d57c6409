/* The amounts and the tax code of a line, as the store computed them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-rows.h"

/* What one rounding to the penny can be off by, in 1/10000. */
#define HALF_PENNY 50

static gboolean
sum_discounts (const BigcommerceLine *line, BrightMoney *sum)
{
  *sum = 0;
  for (guint i = 0; i < line->discounts->len; i++)
    {
      const BigcommerceDiscount *discount = line->discounts->pdata[i];

      if (!bright_money_add (sum, discount->amount))
        return FALSE;
    }
  return TRUE;
}

static BrightMoney
round_to_penny (BrightMoney amount)
{
  BrightMoney pennies;

  return bright_money_scale (amount, 1, 100, &pennies) ? pennies * 100 : amount;
}

/* The tax within @part if @full holds @full_tax, to the penny. */
static gboolean
share_tax (BrightMoney part, BrightMoney full_tax, BrightMoney full, BrightMoney *tax)
{
  *tax = 0;
  if (full == 0 || full_tax == 0)
    return TRUE;
  if (!bright_money_scale (part, full_tax, full, tax))
    return FALSE;
  *tax = round_to_penny (*tax);
  return TRUE;
}

/* The store tells tax before the discount in some cases and after it in others;
 * it is after it when it is not what lies between the two full prices. */
static gboolean
is_tax_discounted (const BigcommerceLine *line, BrightMoney full_tax)
{
  return line->total_tax != full_tax;
}

static gboolean
discount_tax_inclusive (const BigcommerceLine *line,
                        gboolean has_paid,
                        BrightMoney paid,
                        BrightLineAmounts *amounts)
{
  BrightMoney gross = paid;

  if (!has_paid)
    {
      gross = line->total_inc_tax;
      if (!bright_money_subtract (&gross, amounts->discount))
        return FALSE;
    }
  if (is_tax_discounted (line, amounts->full_tax))
    amounts->tax = line->total_tax;
  else if (!share_tax (gross, amounts->full_tax, line->total_inc_tax, &amounts->tax))
    return FALSE;
  amounts->net = gross;
  return bright_money_subtract (&amounts->net, amounts->tax);
}

static gboolean
discount_tax_exclusive (const BigcommerceLine *line,
                        gboolean has_paid,
                        BrightMoney paid,
                        BrightLineAmounts *amounts)
{
  amounts->net = line->total_ex_tax;
  if (!bright_money_subtract (&amounts->net, amounts->discount))
    return FALSE;
  if (has_paid)
    {
      amounts->tax = paid;
      return bright_money_subtract (&amounts->tax, amounts->net);
    }
  if (is_tax_discounted (line, amounts->full_tax))
    amounts->tax = line->total_tax;
  else
    return share_tax (amounts->net, amounts->full_tax, line->total_ex_tax, &amounts->tax);
  return TRUE;
}

gboolean
bright_line_get_amounts (const BigcommerceLine *line,
                         gboolean tax_inclusive,
                         BrightLineAmounts *amounts)
{
  gboolean has_paid = line->discounted_total_inc_tax[0] != '\0';
  BrightMoney paid = 0;

  amounts->full_net = line->total_ex_tax;
  amounts->full_tax = line->total_inc_tax;
  if (!bright_money_subtract (&amounts->full_tax, line->total_ex_tax)
      || !sum_discounts (line, &amounts->discount)
      || (has_paid && !bright_money_parse (line->discounted_total_inc_tax, &paid, NULL)))
    return FALSE;
  amounts->net = amounts->full_net;
  amounts->tax = amounts->full_tax;
  /* A store that does not tell what was paid may send a zero instead. */
  if (amounts->discount == 0)
    return TRUE;
  if (tax_inclusive)
    return discount_tax_inclusive (line, has_paid, paid, amounts);
  return discount_tax_exclusive (line, has_paid, paid, amounts);
}

/* How far @tax is from what @rate (in 1/10000 percent) gives on @net; -1 on overflow. */
static BrightMoney
distance_from_rate (BrightMoney net, BrightMoney tax, BrightMoney rate)
{
  BrightMoney expected;

  if (!bright_money_scale (net, rate, 100 * BRIGHT_MONEY_UNIT, &expected)
      || !bright_money_subtract (&expected, tax))
    return -1;
  return bright_money_absolute (expected);
}

const char *
bright_tax_code_for (const BrightSettingsSnapshot *settings,
                     BrightMoney net,
                     BrightMoney tax,
                     BrightMoney quantity,
                     const char **setting)
{
  GPtrArray *map = settings->orders.tax_map;
  gint64 units = MAX (1, bright_money_absolute (quantity) / BRIGHT_MONEY_UNIT);
  /* Each unit was rounded by itself if the tax is so many whole pennies for each. */
  gboolean is_by_unit = tax % (units * 100) == 0;
  BrightMoney tolerance = HALF_PENNY * (is_by_unit ? MIN (units, 100000) : 1) + HALF_PENNY;
  const char *best = NULL;
  BrightMoney best_distance = 0;
  const char *fallback = tax != 0 ? settings->orders.taxable_code : settings->orders.tax_free_code;

  *setting = NULL;
  for (guint i = 0; i < map->len; i++)
    {
      BrightMoney rate;
      BrightMoney distance;

      if (!bright_money_parse (bright_mapping_get_left (map->pdata[i]), &rate, NULL)
          || (rate == 0) != (tax == 0))
        continue;
      distance = distance_from_rate (net, tax, rate);
      if (distance < 0 || distance > tolerance || (best != NULL && distance >= best_distance))
        continue;
      best = bright_mapping_get_right (map->pdata[i]);
      best_distance = distance;
    }
  if (best != NULL)
    return best;
  if (fallback[0] == '\0')
    {
      *setting = tax != 0 ? "orders.taxable-code" : "orders.tax-free-code";
      return NULL;
    }
  return fallback;
}
