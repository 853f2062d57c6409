/* From a store's order to the rows of sales orders, to the penny.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-link.h"

G_BEGIN_DECLS

/**
 * BrightPartPlan:
 * @consignment: (unowned) (nullable): the delivery that it is for
 * @suffix: 1 for the first
 * @rows: (element-type BrightpearlRow): its rows
 * @net: their sum without tax
 * @tax: their tax
 *
 * One sales order as it should be.
 */
typedef struct
{
  const BigcommerceConsignment *consignment;
  guint suffix;
  GPtrArray *rows;
  BrightMoney net;
  BrightMoney tax;
} BrightPartPlan;

/**
 * BrightOrderPlan:
 * @parts: (element-type BrightPartPlan): at least one
 * @hold: (nullable): why nothing may be written
 *
 * All sales orders of an order as they should be.
 */
typedef struct
{
  GPtrArray *parts;
  BrightDecision *hold;
} BrightOrderPlan;

/**
 * bright_order_plan_new:
 * @order: the store's order
 * @settings: the settings
 * @world: what is known of Brightpearl
 *
 * Every amount is the store's own. The sums over all parts equal the store's
 * total and tax to the last digit, if need be by a visible rounding row; where
 * that would have to be larger than the threshold, the plan is on hold.
 *
 * Returns: (transfer full): the plan
 */
BrightOrderPlan *bright_order_plan_new (const BigcommerceOrder *order,
                                        const BrightSettingsSnapshot *settings,
                                        BrightWorld *world);
void bright_order_plan_free (BrightOrderPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightOrderPlan, bright_order_plan_free)

/* Net and tax of a line, before and after discounts. bright-order-amounts.c */
typedef struct
{
  BrightMoney full_net;
  BrightMoney full_tax;
  BrightMoney net;
  BrightMoney tax;
  BrightMoney discount; /* the sum of the applied discounts */
} BrightLineAmounts;

/**
 * bright_line_get_amounts:
 * @line: a line
 * @tax_inclusive: whether the store's prices include tax
 * @amounts: (out): its amounts
 *
 * Returns: %FALSE if an amount overflows or is no number
 */
gboolean bright_line_get_amounts (const BigcommerceLine *line,
                                  gboolean tax_inclusive,
                                  BrightLineAmounts *amounts);

/**
 * bright_tax_code_for:
 * @settings: the settings
 * @net: an amount without tax
 * @tax: its tax
 * @quantity: units that were rounded one by one, in 1/10000
 * @setting: (out) (nullable): the setting that would have to name a code, if none does
 *
 * Returns: (transfer none) (nullable): the tax code of the map whose rate fits, else the
 *   code for other taxed or for tax-free lines; %NULL if that is not chosen
 */
const char *bright_tax_code_for (const BrightSettingsSnapshot *settings,
                                 BrightMoney net,
                                 BrightMoney tax,
                                 BrightMoney quantity,
                                 const char **setting);

G_END_DECLS
