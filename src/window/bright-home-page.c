/* The page Home: how everything stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-home-page.h"

#include "bright-resources.h"

struct _BrightHomePage
{
  AdwBin parent_instance;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
};

G_DEFINE_FINAL_TYPE (BrightHomePage, bright_home_page, ADW_TYPE_BIN)

static void
bright_home_page_dispose (GObject *object)
{
  BrightHomePage *self = BRIGHT_HOME_PAGE (object);

  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_home_page_parent_class)->dispose (object);
}

static void
bright_home_page_class_init (BrightHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_home_page_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-home-page.ui");
}

static void
bright_home_page_init (BrightHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bright_home_page_set_service (BrightHomePage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_HOME_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
}
