/* A row of the plan: a subject, or one of its steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-plan-group.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PLAN_ITEM (bright_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (BrightPlanItem, bright_plan_item, BRIGHT, PLAN_ITEM, GObject)

/**
 * bright_plan_item_new:
 * @plan: (element-type BrightStep): the plan, which the row keeps alive
 * @subject: whom the row concerns
 * @n_steps: how many steps the subject has
 * @step: (nullable): the step of @plan that the row shows; %NULL for the subject's own row
 *
 * Returns: (transfer full): a row
 */
BrightPlanItem *bright_plan_item_new (GPtrArray *plan,
                                      const char *subject,
                                      guint n_steps,
                                      const BrightStep *step);

const char *bright_plan_item_get_subject (BrightPlanItem *self);
guint bright_plan_item_get_n_steps (BrightPlanItem *self);

/**
 * bright_plan_item_get_step:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its step; %NULL for the subject's own row
 */
const BrightStep *bright_plan_item_get_step (BrightPlanItem *self);

/* Whether a person wants to see all of a long text; it stays when the row scrolls away. */
gboolean bright_plan_item_get_expanded (BrightPlanItem *self);
void bright_plan_item_set_expanded (BrightPlanItem *self, gboolean expanded);

G_END_DECLS
