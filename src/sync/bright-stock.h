/* What is kept about stock, and what orders mean for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-link.h"
#include "brightpearl-stock-records.h"

G_BEGIN_DECLS

#define BRIGHT_FACT_STOCK_ITEM "stock-item"
#define BRIGHT_FACT_STOCK_CLAIM "stock-claim"
#define BRIGHT_FACT_STOCK_MOVE "stock-move"

/* The kind of a step that sets stock. */
#define BRIGHT_STEP_SET_STOCK "set-stock"

/* When all stock was last compared, by our own clock, seconds since 1970. */
#define BRIGHT_CHECKPOINT_STOCK_CHECKED "stock:checked"

/**
 * BrightStockItem:
 * @variant_id: the store's variant; the key of the fact
 * @product_id: the store's product
 * @sku: its SKU in the store
 * @identifier: by what it is matched; the SKU unless the settings say otherwise
 * @tracking: how the store keeps its stock: product, variant, none; "" while not known
 * @brightpearl_id: the one product that it is; 0 for none
 * @is_stock_tracked: Brightpearl keeps stock of that product
 * @is_composed: it is known whether that product is a bundle
 * @is_bundle: it is one
 * @components: (element-type BrightpearlComponent): of what, if it is one
 * @level: what the store had when it was last read or written
 * @has_target: @target was worked out
 * @target: what the store should have
 * @was_sent: @sent was sent at some time
 * @sent: what was last sent
 * @reason: why it is left alone; "" if it is not
 * @detail: a platform's own words about that
 * @is_dirty: (not kept): it is not as the journal has it
 * @is_seen: (not kept): the store still has it
 * @needs_words: (not kept): its subject does not say yet why it is left alone, or still does
 *
 * What is known about the stock of a SKU of the store.
 */
typedef struct
{
  gint64 variant_id;
  gint64 product_id;
  char *sku;
  char *identifier;
  char *tracking;
  gint64 brightpearl_id;
  gboolean is_stock_tracked;
  gboolean is_composed;
  gboolean is_bundle;
  GPtrArray *components;
  gint64 level;
  gboolean has_target;
  gint64 target;
  gboolean was_sent;
  gint64 sent;
  char *reason;
  char *detail;
  gboolean is_dirty;
  gboolean is_seen;
  gboolean needs_words;
} BrightStockItem;

BRIGHT_DECLARE_RECORD (BrightStockItem, bright_stock_item)

/**
 * BrightStockClaim:
 * @order_id: the store's order; the key of the fact
 * @lines: (element-type BrightStockUnits): its units
 *
 * Units that the store has sold and Brightpearl has not allocated yet.
 */
typedef struct
{
  gint64 order_id;
  GPtrArray *lines;
} BrightStockClaim;

BRIGHT_DECLARE_RECORD (BrightStockClaim, bright_stock_claim)

/**
 * bright_stock_claim_new:
 * @order: the store's order
 * @state: where it is, e.g. `held`
 * @code: (nullable): why
 * @link: what is kept about it
 * @sales_orders: (element-type BrightpearlSalesOrder): of its parts; %NULL where not read
 * @trusts_allocation: whether the sales orders are as Brightpearl has them, and not as they
 *   would be
 *
 * A pure function.
 *
 * Returns: (transfer full): the units of the order that are not allocated, maybe none
 */
BrightStockClaim *bright_stock_claim_new (const BigcommerceOrder *order,
                                          const char *state,
                                          const char *code,
                                          const BrightOrderLink *link,
                                          GPtrArray *sales_orders,
                                          gboolean trusts_allocation);

/* Writes down which rows a reservation left short; @reserved has quantities in 1/10000 by row. */
void bright_stock_note_missing (BrightOrderPart *part,
                                const BrightpearlSalesOrder *sales_order,
                                GHashTable *reserved,
                                const BrightWorld *world);

G_END_DECLS
