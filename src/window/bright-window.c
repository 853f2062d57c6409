/* The window: four views over one profile, and one bar for what stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-window.h"

#include "bright-condition-bar.h"
#include "bright-home-page.h"
#include "bright-orders-page.h"
#include "bright-plan-page.h"
#include "bright-settings-page.h"
#include "bright-resources.h"
#include "bright-sync-desk.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

struct _BrightWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwViewSwitcherTitle *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *sync_buttons;
  GtkButton *sync_button;
  GtkButton *cancel_button;
  GtkProgressBar *progress;
  BrightConditionBar *condition_bar;
  GtkStack *content;
  AdwStatusPage *nothing;
  AdwViewStack *views;
  AdwViewStackPage *plan_view;
  AdwViewStackPage *orders_view;
  BrightHomePage *home;
  BrightPlanPage *plan;
  BrightOrdersPage *orders;
  BrightSettingsPage *settings;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  gboolean is_demo;
};

G_DEFINE_FINAL_TYPE (BrightWindow, bright_window, ADW_TYPE_APPLICATION_WINDOW)

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);
  g_autofree char *done = NULL;

  if (self->service == NULL)
    return;
  if (error != NULL)
    {
      bright_toast_show_error (GTK_WIDGET (self->content), error);
      return;
    }
  if (report->orders_created == 0)
    {
      bright_toast_show (GTK_WIDGET (self->content), _ ("No new orders."));
      return;
    }
  done = g_strdup_printf (ngettext ("%u order created in Brightpearl",
                                    "%u orders created in Brightpearl", report->orders_created),
                          report->orders_created);
  bright_toast_show (GTK_WIDGET (self->content), done);
}

static void
sync_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  bright_sync_service_run_async (self->service, FALSE, NULL, cancellable, synced_cb,
                                 g_object_ref (self));
}

static void
cancel_sync (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_sync_service_cancel_run (BRIGHT_WINDOW (widget)->service);
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
show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget), "application-name", _ ("BrightConnect"),
                         "application-icon", "com.example.BrightConnect", "version", BRIGHT_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Keeps a BigCommerce store and Brightpearl in step, from your own "
                            "machine."),
                         NULL);
}

static void
show_condition (BrightWindow *self)
{
  BrightSettingsGroup *schedule
      = bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule");
  g_autofree char *mode = bright_settings_group_dup_text (schedule, "mode");
  g_autofree char *state = NULL;
  g_autofree char *message = NULL;
  BrightConditionFacts facts
      = { .is_demo = self->is_demo, .is_configured = TRUE, .mode = mode, .settings_problem = "" };

  g_object_get (self->service, "state", &state, "message", &message, "throttled-until",
                &facts.throttled_until, NULL);
  facts.state = state;
  facts.message = message;
  bright_condition_bar_show (self->condition_bar, &facts);
}

static void
show_progress (BrightWindow *self)
{
  g_autofree char *state = NULL;
  gboolean is_working;
  guint done;
  guint total;

  g_object_get (self->service, "state", &state, "done", &done, "total", &total, NULL);
  is_working = g_strcmp0 (state, "working") == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_working && total > 0);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double)done / total : 0.0);
  gtk_stack_set_visible_child_name (self->sync_buttons, is_working ? "cancel" : "sync");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync-now", !is_working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-sync", is_working);
}

/* Numbers on the views are open items. */
static void
show_numbers (BrightWindow *self)
{
  guint attention;
  guint planned;

  g_object_get (self->service, "attention", &attention, "planned", &planned, NULL);
  adw_view_stack_page_set_badge_number (self->plan_view, planned);
  adw_view_stack_page_set_badge_number (self->orders_view, attention);
  adw_view_stack_page_set_needs_attention (self->orders_view, attention > 0);
}

static void
bright_window_dispose (GObject *object)
{
  BrightWindow *self = BRIGHT_WINDOW (object);

  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.sync-now", NULL, sync_now },
    { "win.cancel-sync", NULL, cancel_sync },
    { "win.show-page", "s", show_page },
    { "win.search", NULL, search },
    { "win.show-order", "s", show_order },
    { "win.show-orders", "s", show_orders },
    { "win.show-attention", "s", show_attention },
    { "win.show-setting", "s", show_setting },
    { "win.about", NULL, show_about },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

static void
bright_window_class_init (BrightWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  g_type_ensure (BRIGHT_TYPE_CONDITION_BAR);
  g_type_ensure (BRIGHT_TYPE_HOME_PAGE);
  g_type_ensure (BRIGHT_TYPE_PLAN_PAGE);
  g_type_ensure (BRIGHT_TYPE_ORDERS_PAGE);
  g_type_ensure (BRIGHT_TYPE_SETTINGS_PAGE);
  G_OBJECT_CLASS (klass)->dispose = bright_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, sync_buttons);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, condition_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, plan_view);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, orders_view);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, home);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, orders);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, settings);
  install_actions (widget_class);
}

/* Nothing can be done before the profile is open. */
static void
set_actions_enabled (BrightWindow *self, gboolean enabled)
{
  static const char *const actions[] = {
    "win.sync-now",   "win.cancel-sync", "win.show-page",      "win.search",
    "win.show-order", "win.show-orders", "win.show-attention", "win.show-setting",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), enabled);
}

/* In a narrow window the views are switched at the bottom. */
static void
on_title_visible (BrightWindow *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar,
      self->service != NULL && adw_view_switcher_title_get_title_visible (self->switcher));
}

/* Some languages need more room for it than a narrow window has. */
static void
let_label_shrink (GtkButton *button)
{
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (button)), PANGO_ELLIPSIZE_END);
}

static void
bright_window_init (BrightWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_label_shrink (self->sync_button);
  let_label_shrink (self->cancel_button);
  g_signal_connect_object (self->switcher, "notify::title-visible", G_CALLBACK (on_title_visible),
                           self, G_CONNECT_SWAPPED);
  set_actions_enabled (self, FALSE);
}

BrightWindow *
bright_window_new (GtkApplication *application, gboolean demo)
{
  BrightWindow *self = g_object_new (BRIGHT_TYPE_WINDOW, "application", application, NULL);

  self->is_demo = demo;
  return self;
}

static void
watch (BrightWindow *self, const char *const *signals, GCallback callback)
{
  for (; *signals != NULL; signals++)
    g_signal_connect_object (self->service, *signals, callback, self, G_CONNECT_SWAPPED);
}

void
bright_window_set_service (BrightWindow *self, BrightSyncService *service)
{
  static const char *const progress[] = { "notify::state", "notify::done", "notify::total", NULL };
  static const char *const condition[]
      = { "notify::state", "notify::message", "notify::throttled-until", NULL };
  static const char *const numbers[] = { "notify::attention", "notify::planned", NULL };
  BrightSettings *settings;

  g_return_if_fail (BRIGHT_IS_WINDOW (self) && self->service == NULL);

  self->service = g_object_ref (service);
  settings = bright_sync_service_get_settings (service);
  g_signal_connect_object (settings, "changed::schedule.mode", G_CALLBACK (show_condition), self,
                           G_CONNECT_SWAPPED);
  watch (self, progress, G_CALLBACK (show_progress));
  watch (self, condition, G_CALLBACK (show_condition));
  watch (self, numbers, G_CALLBACK (show_numbers));
  bright_home_page_set_service (self->home, service);
  bright_plan_page_set_service (self->plan, service);
  bright_orders_page_set_service (self->orders, service);
  bright_settings_page_set_service (self->settings, service);
  gtk_stack_set_visible_child_name (self->content, "views");
  set_actions_enabled (self, TRUE);
  on_title_visible (self);
  show_progress (self);
  show_condition (self);
  show_numbers (self);
}

static void
show_nothing (BrightWindow *self, const char *title, const char *description)
{
  /* The status page reads markup. */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->content, "nothing");
}

void
bright_window_show_problem (BrightWindow *self, const GError *error)
{
  g_return_if_fail (BRIGHT_IS_WINDOW (self));

  show_nothing (self,
                error->domain == BRIGHT_ERROR ? bright_error_sentence (error->code)
                                              : _ ("Something went wrong."),
                error->message);
}

void
bright_window_show_welcome (BrightWindow *self, const char *path)
{
  g_autofree char *description = NULL;

  g_return_if_fail (BRIGHT_IS_WINDOW (self));

  description = g_strdup_printf (_ ("Start brightconnect --demo to try a practice store. To "
                                    "connect a real one, write its settings to %s; the README "
                                    "tells how, step by step."),
                                 path);
  show_nothing (self, _ ("Not connected yet"), description);
}
