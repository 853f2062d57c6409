/* The rows of a sales credit, to the penny.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was refunded of a line is its share of what the shopper paid for the
 * line. What is left between the rows and the refund's total is a visible
 * rounding row, or a hold if it is more than the threshold.
 */
#include "bright-refunds.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  const BrightOrderCase *order_case;
  GPtrArray *rows;
  BrightMoney net;
  BrightMoney tax;
  BrightDecision *hold;
} Builder;

static void
hold (Builder *builder, const char *code, const char *setting, char *message)
{
  if (builder->hold == NULL)
    builder->hold = bright_decision_hold (code, setting, message);
  else
    g_free (message);
}

static void
hold_for_range (Builder *builder)
{
  hold (builder, "totals-differ", NULL, g_strdup (_ ("An amount of the refund is out of range.")));
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

static BrightpearlRow *
add_row (Builder *builder,
         const char *name,
         BrightMoney gross,
         BrightMoney tax,
         const char *nominal_code)
{
  const BrightSettingsSnapshot *settings = builder->order_case->settings;
  BrightpearlRow *row = bright_record_new (&brightpearl_row_type);
  const char *setting;
  const char *tax_code;

  row->quantity = BRIGHT_MONEY_UNIT;
  row->net = gross;
  row->tax = tax;
  row->sequence = 10 * (builder->rows->len + 1);
  g_ptr_array_add (builder->rows, row);
  if (!bright_money_subtract (&row->net, tax) || !bright_money_add (&builder->net, row->net)
      || !bright_money_add (&builder->tax, tax))
    hold_for_range (builder);
  tax_code = bright_tax_code_for (settings, row->net, tax, BRIGHT_MONEY_UNIT, &setting);
  if (tax_code == NULL)
    hold (builder, "reference-gone", setting,
          g_strdup (_ ("No Brightpearl tax code is chosen for what was refunded.")));
  set_text (&row->name, name);
  set_text (&row->tax_code, tax_code);
  set_text (&row->nominal_code, nominal_code);
  return row;
}

/* @part of @whole to the penny, in proportion to @of. */
static BrightMoney
share (Builder *builder, BrightMoney of, BrightMoney part, BrightMoney whole)
{
  BrightMoney result;

  if (whole == 0 || part == whole)
    return whole == 0 ? 0 : of;
  if (!bright_money_scale (of, part, whole, &result)
      || !bright_money_scale (result, 1, 100, &result))
    {
      hold_for_range (builder);
      return 0;
    }
  return result * 100;
}

/* What the store says was asked for; @fallback where it computed the amount itself. */
static BrightMoney
get_amount (const BigcommerceRefundItem *item, BrightMoney fallback)
{
  BrightMoney amount;

  if (item->requested_amount[0] == '\0'
      || !bright_money_parse (item->requested_amount, &amount, NULL))
    return fallback;
  return amount;
}

typedef struct
{
  gint64 id;
  const BigcommerceLine *line;
} Search;

static void
match_line (gpointer data, gpointer user_data)
{
  Search *search = user_data;

  if (((BigcommerceLine *)data)->id == search->id)
    search->line = data;
}

/* The row that the line became. */
static const BrightpearlRow *
find_row (Builder *builder, gint64 line_id)
{
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, line_id);

  for (guint i = 0; i < builder->order_case->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order
          = bright_order_case_get_sales_order (builder->order_case, i);

      for (guint j = 0; sales_order != NULL && j < sales_order->rows->len; j++)
        {
          const BrightpearlRow *row = sales_order->rows->pdata[j];

          if (!row->is_bundle_child && strcmp (row->external_ref, reference) == 0)
            return row;
        }
    }
  return NULL;
}

static void
add_product (Builder *builder, const BigcommerceRefundItem *item)
{
  const BigcommerceOrder *order = builder->order_case->order;
  Search search = { .id = item->id };
  const BrightpearlRow *sold = find_row (builder, item->id);
  BrightLineAmounts amounts;
  BrightMoney units;
  BrightMoney gross;
  BrightMoney refunded;
  BrightpearlRow *row;

  bigcommerce_order_foreach_line (order, match_line, &search);
  if (search.line == NULL)
    {
      add_row (builder, _ ("Article"), get_amount (item, 0), 0,
               builder->order_case->settings->orders.sales_nominal_code);
      return;
    }
  if (!bright_line_get_amounts (search.line, order->is_tax_inclusive_pricing, &amounts)
      || !bright_money_scale (BRIGHT_MONEY_UNIT, item->quantity, 1, &units))
    {
      hold_for_range (builder);
      return;
    }
  gross = amounts.net;
  if (!bright_money_add (&gross, amounts.tax))
    hold_for_range (builder);
  refunded = get_amount (item, share (builder, gross, units, search.line->quantity));
  row = add_row (builder, search.line->name, refunded,
                 share (builder, amounts.tax, refunded, gross),
                 builder->order_case->settings->orders.sales_nominal_code);
  row->quantity = item->quantity > 0 ? units : BRIGHT_MONEY_UNIT;
  if (sold == NULL)
    return;
  /* A row with its product waits for the goods to be received back; one without does not. */
  if (builder->order_case->settings->payments.restock_refunds
      && sold->product_id != BRIGHTPEARL_FREE_TEXT_PRODUCT)
    row->product_id = sold->product_id;
  set_text (&row->name, sold->name);
  set_text (&row->tax_code, sold->tax_code);
  set_text (&row->nominal_code, sold->nominal_code);
  set_text (&row->external_ref, sold->external_ref);
}

static void
add_charge (Builder *builder,
            const char *name,
            const BigcommerceRefundItem *item,
            BrightMoney with_tax,
            BrightMoney without_tax,
            const char *nominal_code)
{
  BrightMoney tax = with_tax;
  BrightMoney refunded = get_amount (item, with_tax);

  if (!bright_money_subtract (&tax, without_tax))
    hold_for_range (builder);
  if (refunded != 0)
    add_row (builder, name, refunded, share (builder, tax, refunded, with_tax), nominal_code);
}

static void
add_fee (Builder *builder, const BigcommerceRefundItem *item)
{
  GPtrArray *fees = builder->order_case->order->fees;

  for (guint i = 0; i < fees->len; i++)
    {
      const BigcommerceFee *fee = fees->pdata[i];

      if (fee->id == item->id)
        {
          add_charge (builder, fee->name[0] != '\0' ? fee->name : _ ("Fee"), item,
                      fee->cost_inc_tax, fee->cost_ex_tax, "");
          return;
        }
    }
  add_charge (builder, _ ("Fee"), item, 0, 0, "");
}

static void
add_item (Builder *builder, const BigcommerceRefundItem *item)
{
  const BigcommerceOrder *order = builder->order_case->order;
  const char *shipping = builder->order_case->settings->orders.shipping_nominal_code;
  BrightMoney amount = get_amount (item, 0);

  if (strcmp (item->type, "PRODUCT") == 0)
    add_product (builder, item);
  else if (strcmp (item->type, "SHIPPING") == 0)
    add_charge (builder, _ ("Shipping"), item, order->shipping_inc_tax, order->shipping_ex_tax,
                shipping);
  else if (strcmp (item->type, "HANDLING") == 0)
    add_charge (builder, _ ("Handling"), item, order->handling_inc_tax, order->handling_ex_tax,
                shipping);
  else if (strcmp (item->type, "GIFT_WRAPPING") == 0)
    add_charge (builder, _ ("Gift wrapping"), item, order->wrapping_inc_tax, order->wrapping_ex_tax,
                "");
  else if (strcmp (item->type, "FEE") == 0)
    add_fee (builder, item);
  else if (strcmp (item->type, "TAX") == 0)
    add_row (builder, _ ("Tax"), amount, amount, "");
  else
    /* The store refunds an amount of the order as such without tax. */
    add_row (builder, _ ("Refund"), amount, 0, "");
}

static const char *
get_rounding_nominal (Builder *builder)
{
  const BrightpearlConfiguration *configuration
      = bright_world_get_configuration (builder->order_case->world);
  const char *chosen = builder->order_case->settings->orders.rounding_nominal_code;

  return chosen[0] != '\0' || configuration == NULL ? chosen : configuration->rounding_nominal_code;
}

static void
balance (Builder *builder, const BigcommerceRefund *refund)
{
  BrightMoney threshold = builder->order_case->settings->orders.rounding_threshold;
  BrightMoney gap = refund->total_amount;
  BrightMoney tax_gap = refund->total_tax;
  g_autofree char *text = NULL;

  if (!bright_money_subtract (&gap, builder->net) || !bright_money_subtract (&gap, builder->tax)
      || !bright_money_subtract (&tax_gap, builder->tax))
    {
      hold_for_range (builder);
      return;
    }
  if (bright_money_absolute (gap) > threshold)
    {
      text = bright_money_to_string (bright_money_absolute (gap));
      hold (builder, "totals-differ", "orders.rounding-threshold",
            g_strdup_printf (_ ("The refund %" PRId64 " differs by %s from what was refunded."),
                             refund->id, text));
      return;
    }
  /* The store does not always tell the tax of a refund; then that of the lines stands. */
  if (bright_money_absolute (tax_gap) > threshold)
    tax_gap = 0;
  if (gap != 0 || tax_gap != 0)
    add_row (builder, _ ("Rounding"), gap, tax_gap, get_rounding_nominal (builder));
}

GPtrArray *
bright_refund_plan_rows (const BrightOrderCase *order_case,
                         const BigcommerceRefund *refund,
                         BrightDecision **reason)
{
  g_autoptr (GPtrArray) rows = bright_record_list_new (&brightpearl_row_type);
  Builder builder = { .order_case = order_case, .rows = rows };

  for (guint i = 0; i < refund->items->len; i++)
    add_item (&builder, refund->items->pdata[i]);
  if (refund->items->len == 0)
    add_row (&builder, _ ("Refund"), refund->total_amount, refund->total_tax,
             order_case->settings->orders.sales_nominal_code);
  balance (&builder, refund);
  *reason = builder.hold;
  return builder.hold == NULL ? g_steal_pointer (&rows) : NULL;
}
