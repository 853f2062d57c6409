/* What the store should have, and whether it may be told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions over what was read: no I/O and no clock.
 */
#pragma once

#include "bright-settings.h"
#include "bright-stock.h"

G_BEGIN_DECLS

/* Why an item is left alone. */
#define BRIGHT_STOCK_UNMATCHED "unmatched"
#define BRIGHT_STOCK_AMBIGUOUS "product-ambiguous"
#define BRIGHT_STOCK_NOT_KEPT "not-stock-tracked"
#define BRIGHT_STOCK_NOT_TRACKED "not-tracked-in-store"
#define BRIGHT_STOCK_SHARED "shared-by-variants"
#define BRIGHT_STOCK_REFUSED "refused-by-bigcommerce"

/* Says which product an item is, or why that cannot be told. */
void bright_stock_match (BrightStockItem *item,
                         BrightWorld *world,
                         const BrightSettingsSnapshot *settings);

/* Sets why an item is left alone ("" if it is not), with a platform's own words (nullable). */
void
bright_stock_set_reason (BrightStockItem *item, const char *reason, const char *detail);

/**
 * bright_stock_sum_claims:
 * @claims: (element-type BrightStockClaim): claims
 * @items: variant ids with BrightStockItem
 *
 * Returns: (transfer full): products of Brightpearl (gint64 *, owned) with the units that are
 *   claimed of them (gint64 *, owned); what is claimed of a bundle is claimed of its components
 */
GHashTable *bright_stock_sum_claims (GPtrArray *claims, GHashTable *items);

/**
 * bright_stock_count_units:
 * @item: an item that is matched
 * @units: products of Brightpearl with units on hand for each warehouse
 * @n_warehouses: how many warehouses
 * @claimed: as bright_stock_sum_claims() gives
 * @buffer: units that are never sold
 *
 * On hand in all warehouses, less the buffer once and what is claimed, never
 * below 0. Bundles count whole within a warehouse only.
 *
 * Returns: what the store should have
 */
gint64 bright_stock_count_units (const BrightStockItem *item,
                                 GHashTable *units,
                                 guint n_warehouses,
                                 GHashTable *claimed,
                                 gint64 buffer);

/**
 * BrightStockDecision:
 * @changes: (element-type BrightStockItem) (unowned elements): what is to be set, by variant
 * @unknown: (element-type gint64): the store's products of whose tracking must be read first
 * @n_matched: items whose stock is kept in step
 * @n_dropping: of these, those that would fall to 0
 * @is_braked: so many that a person is asked first
 *
 * What is to be done about stock.
 */
typedef struct
{
  GPtrArray *changes;
  GArray *unknown;
  guint n_matched;
  guint n_dropping;
  gboolean is_braked;
} BrightStockDecision;

/**
 * bright_stock_decide:
 * @items: variant ids with BrightStockItem; why one is left alone is set
 * @settings: the settings
 * @doubts_untracked: whether a product of which the store kept no stock is to be looked at again
 *
 * Returns: (transfer full): what is to be done
 */
BrightStockDecision *bright_stock_decide (GHashTable *items,
                                          const BrightSettingsSnapshot *settings,
                                          gboolean doubts_untracked);
void bright_stock_decision_free (BrightStockDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightStockDecision, bright_stock_decision_free)

/**
 * bright_stock_step_new:
 * @changes: (element-type BrightStockItem): what is to be set
 * @offset: the first that is meant
 * @count: how many are
 * @location_id: the store's location
 * @time: the time, for the reason that the store shows
 *
 * Returns: (transfer full): one absolute adjustment
 */
BrightStep *bright_stock_step_new (GPtrArray *changes,
                                   guint offset,
                                   guint count,
                                   gint64 location_id,
                                   gint64 time);

/**
 * bright_stock_is_named:
 * @item: an item that was to be set
 * @words: why the store refused
 *
 * Returns: whether the words name the item
 */
gboolean bright_stock_is_named (const BrightStockItem *item, const char *words);

G_END_DECLS
