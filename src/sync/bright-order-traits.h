/* What orders have, kept small so that many can be counted at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fact beside each order and each sales order, which says only what the
 * settings are about: `payment-method Stripe`, `tax-rate 20` ...
 */
#pragma once

#include "bigcommerce-order.h"
#include "bright-journal.h"
#include "brightpearl-records.h"

G_BEGIN_DECLS

#define BRIGHT_FACT_TRAITS "traits"

/**
 * bright_order_traits_list:
 * @order: an order of the store
 *
 * Returns: (transfer full): what it has, each a kind, a space and a value, each once
 */
GStrv bright_order_traits_list (const BigcommerceOrder *order);

/**
 * bright_tax_rate_guess:
 * @net: an amount without tax, not 0
 * @tax: the tax on it, rounded to the penny
 * @units: how many units it is for, at least 1; each may have been rounded by itself
 *
 * Returns: the rate in 1/10000 percent: of those that explain the tax, the roundest
 */
BrightMoney bright_tax_rate_guess (BrightMoney net, BrightMoney tax, gint64 units);

/* Puts what an order has into @batch. */
void
bright_order_traits_keep (const BigcommerceOrder *order, BrightJournalBatch *batch, gint64 time);

/* The same of a sales order; @sales_order NULL forgets what @id had. */
void bright_sales_order_traits_keep (gint64 id,
                                     const BrightpearlSalesOrder *sales_order,
                                     BrightJournalBatch *batch,
                                     gint64 time);

G_END_DECLS
