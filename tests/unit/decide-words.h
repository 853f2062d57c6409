/* Plans and decisions in words, for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-rows.h"

G_BEGIN_DECLS

/**
 * decide_describe_plan:
 * @plan: a plan
 *
 * Rows are told as `#1001 x2 20.00+4.00 T20` with a product or `Shipping x1 3.50+0.70 T20`
 * without, and `/4000` for a nominal code; `; ` stands between rows, ` | ` between sales orders.
 *
 * Returns: (transfer full): its rows, or why it is on hold
 */
char *decide_describe_plan (const BrightOrderPlan *plan);

/**
 * decide_parse_freshness:
 * @words: for contacts, products and sales orders, each `none`, `all`, or `known`, `added`,
 *   `searched`, `reviewed` joined by `+`
 * @freshness: (out caller-allocates): what they stand for
 */
void decide_parse_freshness (const char *words, BrightFreshness freshness[3]);

/**
 * decide_describe:
 * @decision: a decision
 *
 * For instance `filtered guest orders.guest-orders`, `held totals-differ
 * orders.rounding-threshold`, `create-sales-order POST /order-service/sales-order`, `read
 * known added+known known`, `adopt 5501`. Who needs a person gets a `!`, a part from the second on
 * its number.
 *
 * Returns: (transfer full): what it says
 */
char *decide_describe (const BrightDecision *decision);

G_END_DECLS
