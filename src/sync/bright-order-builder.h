/* What the files that make rows share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-rows.h"

G_BEGIN_DECLS

/* Discounts that share a tax code, while discounts are rows of their own. */
typedef struct
{
  const char *tax_code;
  BrightMoney net;
  BrightMoney tax;
} BrightDiscountTotal;

typedef struct
{
  const BigcommerceOrder *order;
  const BrightSettingsSnapshot *settings;
  BrightWorld *world;
  BrightOrderPlan *plan;
  BrightPartPlan *part;     /* that rows are added to */
  GHashTable *seen;         /* line ids: a consignment may repeat a line */
  GArray *discounts;        /* of BrightDiscountTotal */
  BrightMoney line_discounts; /* what the lines account for */
  const char *main_tax_code;  /* of the row with the most tax */
  BrightMoney main_tax;
} BrightOrderBuilder;

/* Puts the plan on hold; takes @message. The first reason stays: a later one would only
 * follow from it. */
void bright_order_builder_hold (BrightOrderBuilder *builder,
                                const char *code,
                                const char *setting,
                                char *message);
void bright_order_builder_hold_for_overflow (BrightOrderBuilder *builder);
void bright_order_builder_hold_for_tax_code (BrightOrderBuilder *builder, const char *setting);

/* Adds a row to the current part; takes @name. */
BrightpearlRow *bright_order_builder_add_row (BrightOrderBuilder *builder,
                                              char *name,
                                              BrightMoney net,
                                              BrightMoney tax,
                                              const char *tax_code,
                                              const char *nominal_code);

/* Adds shipping, handling, wrapping, fees and discounts to the current part. */
void bright_order_builder_add_charges (BrightOrderBuilder *builder);

/* Adds what is left between the rows and the store's totals, or puts the plan on hold. */
void bright_order_builder_balance (BrightOrderBuilder *builder);

G_END_DECLS
