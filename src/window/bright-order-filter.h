/* Which orders a list shows: a choice of states, with how many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: `state` (string, with notification): a state of orders,
 * `attention`, or "" for all.
 */
#pragma once

#include "bright-sync-insight.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_FILTER (bright_order_filter_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderFilter, bright_order_filter, BRIGHT, ORDER_FILTER, AdwBin)

/**
 * bright_order_filter_get_state:
 * @self: a filter
 *
 * Returns: (transfer none): what was chosen
 */
const char *bright_order_filter_get_state (BrightOrderFilter *self);

/**
 * bright_order_filter_set_state:
 * @self: a filter
 * @state: what is to be chosen; all, if it is no state
 */
void bright_order_filter_set_state (BrightOrderFilter *self, const char *state);

/**
 * bright_order_filter_set_counts:
 * @self: a filter
 * @counts: how many orders are where
 */
void bright_order_filter_set_counts (BrightOrderFilter *self, const BrightOrderCounts *counts);

G_END_DECLS
