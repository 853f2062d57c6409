/* The page Settings: the notebook of six tabs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows are made when the page is first seen, one group at a time, so
 * that nothing waits for them.
 */
#include "bright-settings-page.h"

#include "bright-resources.h"
#include "bright-settings-tab.h"
#include "bright-settings-transfer.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightSettingsPage
{
  AdwBin parent_instance;

  GtkNotebook *notebook;
  BrightSettingsTab *tabs[BRIGHT_N_TABS];

  BrightSettingsDesk *desk; /* (owned) (nullable) until there is a service */
  guint filling;            /* source */
};

G_DEFINE_FINAL_TYPE (BrightSettingsPage, bright_settings_page, ADW_TYPE_BIN)

/* Makes some rows of a tab that is not filled yet. */
static gboolean
fill_cb (gpointer user_data)
{
  BrightSettingsPage *self = user_data;

  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    if (!bright_settings_tab_is_filled (self->tabs[i]))
      {
        bright_settings_tab_fill_next (self->tabs[i], self->desk);
        return G_SOURCE_CONTINUE;
      }
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_to_fill (BrightSettingsPage *self)
{
  if (self->desk == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  bright_settings_desk_open (self->desk);
  if (self->filling == 0)
    self->filling = g_idle_add (fill_cb, self);
}

static void
show_needs (BrightSettingsPage *self)
{
  g_autoptr (BrightSettingsSnapshot) settings
      = bright_settings_snapshot (bright_settings_desk_get_settings (self->desk));
  g_autoptr (GArray) needs = bright_settings_find_needs (settings);

  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    bright_settings_tab_show_needs (self->tabs[i], needs, i);
}

/* The tab that is opened is filled at once. */
static void
on_switched (BrightSettingsPage *self, GtkWidget *page, guint number)
{
  if (self->desk != NULL && number < BRIGHT_N_TABS && gtk_widget_get_mapped (GTK_WIDGET (self)))
    bright_settings_tab_fill (self->tabs[number], self->desk);
}

static void
bright_settings_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bright_settings_page_parent_class)->map (widget);
  begin_to_fill (BRIGHT_SETTINGS_PAGE (widget));
}

static void
bright_settings_page_dispose (GObject *object)
{
  BrightSettingsPage *self = BRIGHT_SETTINGS_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  /* While it loses its pages, GTK 4.8's notebook would move the focus in a window that is gone. */
  if (self->notebook != NULL)
    gtk_widget_set_focus_child (GTK_WIDGET (self->notebook), NULL);
  self->notebook = NULL;
  if (self->desk != NULL)
    bright_settings_desk_close (self->desk);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bright_settings_page_parent_class)->dispose (object);
}

static void
bright_settings_page_class_init (BrightSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_settings_page_dispose;
  widget_class->map = bright_settings_page_map;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/com/example/BrightConnect/bright-settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightSettingsPage, notebook);
}

static void
bright_settings_page_init (BrightSettingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    {
      self->tabs[i] = bright_settings_tab_new (bright_tab_specs[i]);
      gtk_notebook_append_page (self->notebook, GTK_WIDGET (self->tabs[i]),
                                bright_settings_tab_get_label (self->tabs[i]));
      gtk_notebook_set_menu_label_text (self->notebook, GTK_WIDGET (self->tabs[i]),
                                        _ (bright_tab_specs[i]->title));
    }
  g_signal_connect_object (self->notebook, "switch-page", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
}

void
bright_settings_page_set_service (BrightSettingsPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && self->desk == NULL);

  self->desk = bright_settings_desk_new (service);
  g_signal_connect_object (bright_sync_service_get_settings (service), "changed",
                           G_CALLBACK (show_needs), self, G_CONNECT_SWAPPED);
  show_needs (self);
  begin_to_fill (self);
}

void
bright_settings_page_show_setting (BrightSettingsPage *self, const char *key)
{
  guint tab;

  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && key != NULL);

  tab = bright_settings_specs_find_tab (key);
  if (self->desk == NULL || tab == BRIGHT_N_TABS)
    return;
  bright_settings_tab_fill (self->tabs[tab], self->desk);
  gtk_notebook_set_current_page (self->notebook, (int)tab);
  bright_settings_tab_focus (self->tabs[tab], key);
}

void
bright_settings_page_export (BrightSettingsPage *self)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && self->desk != NULL);

  bright_settings_transfer_export (GTK_WIDGET (self), self->desk);
}

void
bright_settings_page_import (BrightSettingsPage *self)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_PAGE (self) && self->desk != NULL);

  bright_settings_transfer_import (GTK_WIDGET (self), self->desk);
}
