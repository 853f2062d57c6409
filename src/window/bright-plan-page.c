/* The page Plan: what would be written, and its approval.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-page.h"

#include "bright-resources.h"

struct _BrightPlanPage
{
  AdwBin parent_instance;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
};

G_DEFINE_FINAL_TYPE (BrightPlanPage, bright_plan_page, ADW_TYPE_BIN)

static void
bright_plan_page_dispose (GObject *object)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (object);

  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_plan_page_parent_class)->dispose (object);
}

static void
bright_plan_page_class_init (BrightPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_plan_page_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-plan-page.ui");
}

static void
bright_plan_page_init (BrightPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bright_plan_page_set_service (BrightPlanPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_PLAN_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
}
