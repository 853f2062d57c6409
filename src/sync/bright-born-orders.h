/* Sales orders that were born in Brightpearl, brought to the store once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-decision.h"
#include "bright-settings.h"
#include "bright-world.h"

G_BEGIN_DECLS

/* The flow of their subjects, apart from that of the store's orders. */
#define BRIGHT_FLOW_BORN_ORDERS "born-orders"
#define BRIGHT_STEP_CREATE_STORE_ORDER "create-store-order"

/* Checkpoints `born-order:5501` tell how far a sales order has come. */
#define BRIGHT_CHECKPOINT_BORN_ORDER "born-order:"
#define BRIGHT_BORN_ORDER_SENT "sent"

/**
 * BrightBornProduct:
 * @product_id: the store's product; 0 if the store has none with this SKU
 * @variant_id: its variant
 *
 * What the store sells under a SKU.
 */
typedef struct
{
  gint64 product_id;
  gint64 variant_id;
} BrightBornProduct;

/**
 * BrightBornCase:
 * @sales_order: the sales order
 * @settings: the settings
 * @products: (nullable): what is known of the store's products: SKU -> BrightBornProduct; %NULL
 *   to name products by their words alone
 *
 * Everything that the decision about such a sales order depends on.
 */
typedef struct
{
  const BrightpearlSalesOrder *sales_order;
  const BrightSettingsSnapshot *settings;
  GHashTable *products;
} BrightBornCase;

/**
 * bright_born_order_is_wanted:
 * @born_case: the case
 *
 * Those of the chosen channel, in a ticked status, placed since go-live, whose
 * external reference names no order of the store.
 *
 * Returns: whether the store should have it
 */
gboolean bright_born_order_is_wanted (const BrightBornCase *born_case);

/**
 * bright_born_order_find_sku:
 * @born_case: the case
 *
 * Returns: (transfer none) (nullable): a SKU that must be looked for in the store first
 */
const char *bright_born_order_find_sku (const BrightBornCase *born_case);

/**
 * bright_born_order_decide:
 * @born_case: the case of a sales order that is wanted and that the store does not have
 *
 * Returns: (transfer full): the step that makes the store order, or why there is none
 */
BrightDecision *bright_born_order_decide (const BrightBornCase *born_case);

/* POST /v2/orders: bright-born-order-step.c */
BrightStep *bright_step_create_store_order (const BrightBornCase *born_case);

/* The subject's name: `sales order 5501`; newly allocated. */
char *bright_born_order_format_subject (gint64 sales_order_id);

G_END_DECLS
