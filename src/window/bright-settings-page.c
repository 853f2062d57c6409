/* The page Settings: the notebook of six tabs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-page.h"

#include "bright-resources.h"

struct _BrightSettingsPage
{
  AdwBin parent_instance;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
};

G_DEFINE_FINAL_TYPE (BrightSettingsPage, bright_settings_page, ADW_TYPE_BIN)

static void
bright_settings_page_dispose (GObject *object)
{
  BrightSettingsPage *self = BRIGHT_SETTINGS_PAGE (object);

  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_settings_page_parent_class)->dispose (object);
}

static void
bright_settings_page_class_init (BrightSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_settings_page_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/com/example/BrightConnect/bright-settings-page.ui");
}

static void
bright_settings_page_init (BrightSettingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bright_settings_page_set_service (BrightSettingsPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
}

void
bright_settings_page_show_setting (BrightSettingsPage *self, const char *key)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && key != NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self));
}
