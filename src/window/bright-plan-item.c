/* A row of the plan: a subject, or one of its steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-item.h"

struct _BrightPlanItem
{
  GObject parent_instance;

  GPtrArray *plan;        /* (owned): holds what is pointed to below */
  const char *subject;    /* (unowned) */
  const BrightStep *step; /* (unowned) (nullable) */
  guint n_steps;
  gboolean is_expanded;
};

G_DEFINE_FINAL_TYPE (BrightPlanItem, bright_plan_item, G_TYPE_OBJECT)

static void
bright_plan_item_finalize (GObject *object)
{
  g_ptr_array_unref (BRIGHT_PLAN_ITEM (object)->plan);
  G_OBJECT_CLASS (bright_plan_item_parent_class)->finalize (object);
}

static void
bright_plan_item_class_init (BrightPlanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_plan_item_finalize;
}

static void
bright_plan_item_init (BrightPlanItem *self)
{
}

BrightPlanItem *
bright_plan_item_new (GPtrArray *plan, const char *subject, guint n_steps, const BrightStep *step)
{
  BrightPlanItem *self = g_object_new (BRIGHT_TYPE_PLAN_ITEM, NULL);

  self->plan = g_ptr_array_ref (plan);
  self->subject = subject;
  self->n_steps = n_steps;
  self->step = step;
  return self;
}

const char *
bright_plan_item_get_subject (BrightPlanItem *self)
{
  return self->subject;
}

guint
bright_plan_item_get_n_steps (BrightPlanItem *self)
{
  return self->n_steps;
}

const BrightStep *
bright_plan_item_get_step (BrightPlanItem *self)
{
  return self->step;
}

gboolean
bright_plan_item_get_expanded (BrightPlanItem *self)
{
  return self->is_expanded;
}

void
bright_plan_item_set_expanded (BrightPlanItem *self, gboolean expanded)
{
  self->is_expanded = expanded;
}
