/* How a row of the plan looks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-plan-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PLAN_ROW (bright_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightPlanRow, bright_plan_row, BRIGHT, PLAN_ROW, AdwBin)

/**
 * bright_plan_row_new:
 *
 * Returns: a row that shows nothing yet, and any number of items one after another
 */
GtkWidget *bright_plan_row_new (void);

/**
 * bright_plan_row_show:
 * @self: a row
 * @item: (nullable): what it shows; %NULL to let go of it
 * @can_approve: whether a subject has a button that approves it
 */
void bright_plan_row_show (BrightPlanRow *self, BrightPlanItem *item, gboolean can_approve);

G_END_DECLS
