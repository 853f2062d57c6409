/* The window: what can be done in it, by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-accounts-dialog.h"
#include "bright-export-dialog.h"
#include "bright-first-run.h"
#include "bright-moment.h"
#include "bright-preferences.h"
#include "bright-report-words.h"
#include "bright-sync-desk.h"
#include "bright-sync-insight.h"
#include "bright-toast.h"
#include "bright-window-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} Action;

/* A failure of the sync itself stands in the bar. */
static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);
  g_autofree char *words = NULL;

  if (self->service == NULL)
    return;
  if (report != NULL)
    {
      words = bright_report_words (report);
      bright_toast_show (GTK_WIDGET (self->content), words);
    }
  else if (bright_error_is_cancelled (error))
    bright_toast_show (GTK_WIDGET (self->content), _ ("Stopped. What was sent is kept."));
  else if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY))
    bright_toast_show_error (GTK_WIDGET (self->content), error);
}

static void
sync_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  bright_sync_service_run_async (self->service, FALSE, NULL, NULL, synced_cb, g_object_ref (self));
}

static void
cancel_sync (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_sync_service_cancel_run (BRIGHT_WINDOW (widget)->service);
}

static void
make_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "plan");
  bright_plan_page_make_plan (self->plan);
}

static void
pause_sync (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 until = bright_moment_pause_end (g_variant_get_string (parameter, NULL), now);

  if (until > 0)
    bright_sync_service_pause (self->service, NULL, until);
}

static void
resume_sync (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_sync_service_pause (BRIGHT_WINDOW (widget)->service, NULL, 0);
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (BRIGHT_WINDOW (widget)->views,
                                         g_variant_get_string (parameter, NULL));
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "orders");
  bright_orders_page_focus_search (self->orders);
}

static void
show_order (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "orders");
  bright_orders_page_show_order (
      self->orders, g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10));
}

static void
show_orders (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "orders");
  bright_orders_page_show_state (self->orders, g_variant_get_string (parameter, NULL));
}

static void
show_attention (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "orders");
  bright_orders_page_show_cause (self->orders, g_variant_get_string (parameter, NULL));
}

static void
show_setting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "settings");
  bright_settings_page_show_setting (self->settings, g_variant_get_string (parameter, NULL));
}

static void
show_accounts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (
      bright_accounts_dialog_new (GTK_WINDOW (widget), BRIGHT_WINDOW (widget)->service));
}

static void
show_first_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (bright_first_run_new (GTK_WINDOW (widget), BRIGHT_WINDOW (widget)->service));
}

static void
export_settings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_settings_page_export (BRIGHT_WINDOW (widget)->settings);
}

static void
import_settings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_settings_page_import (BRIGHT_WINDOW (widget)->settings);
}

static void
export_journal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);
  const char *wanted = g_variant_get_string (parameter, NULL);

  for (guint what = 0; what < BRIGHT_N_EXPORTS; what++)
    if (g_str_equal (bright_export_get_name (what), wanted))
      bright_export_dialog_show (GTK_WIDGET (self->content), self->service, what);
}

static void
show_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  gtk_window_present (bright_preferences_new (
      GTK_WINDOW (widget), application != NULL ? G_ACTION_GROUP (application) : NULL,
      BRIGHT_WINDOW (widget)->state));
}

static void
show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget), "application-name", _ ("BrightConnect"),
                         "application-icon", "com.example.BrightConnect", "version", BRIGHT_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Keeps a BigCommerce store and Brightpearl in step, from your own "
                            "machine."),
                         NULL);
}

/* It is made when somebody asks for it. */
static void
show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      builder = gtk_builder_new_from_resource ("/com/example/BrightConnect/bright-shortcuts.ui");
      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* Those that need the profile. */
static const Action actions[] = {
  { "win.sync-now", NULL, sync_now },
  { "win.cancel-sync", NULL, cancel_sync },
  { "win.plan", NULL, make_plan },
  { "win.accounts", NULL, show_accounts },
  { "win.first-run", NULL, show_first_run },
  { "win.pause", "s", pause_sync },
  { "win.resume", NULL, resume_sync },
  { "win.show-page", "s", show_page },
  { "win.search", NULL, search },
  { "win.show-order", "s", show_order },
  { "win.show-orders", "s", show_orders },
  { "win.show-attention", "s", show_attention },
  { "win.show-setting", "s", show_setting },
  { "win.export-settings", NULL, export_settings },
  { "win.import-settings", NULL, import_settings },
  { "win.export", "s", export_journal },
};

void
bright_window_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, show_about);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts);
}

void
bright_window_enable_actions (BrightWindow *self, gboolean is_open)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, is_open);
}

void
bright_window_enable_sync (BrightWindow *self, gboolean is_working)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync-now", !is_working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.plan", !is_working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-sync", is_working);
}

void
bright_window_enable_resume (BrightWindow *self, gboolean is_paused)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.resume", is_paused);
}
