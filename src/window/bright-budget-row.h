/* A row that tells how much of a platform's budget of requests is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-insight.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_BUDGET_ROW (bright_budget_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightBudgetRow, bright_budget_row, BRIGHT, BUDGET_ROW, AdwActionRow)

/**
 * bright_budget_row_show:
 * @self: the row
 * @platform: whose budget it is
 * @budget: how it stands
 */
void bright_budget_row_show (BrightBudgetRow *self,
                             BrightPlatform platform,
                             const BrightBudget *budget);

/**
 * bright_budget_words:
 * @budget: how it stands
 *
 * Returns: (transfer full): the same in words
 */
char *bright_budget_words (const BrightBudget *budget);

G_END_DECLS
