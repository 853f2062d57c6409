/* The window: four views over one profile, and one bar for what stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-window-private.h"

#include "bright-resources.h"
#include "bright-sync-accounts.h"
#include "bright-sync-insight.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

/* Words such as "5 minutes ago" age, and some conditions end by themselves. */
#define SECONDS_BETWEEN_TICKS 30

G_DEFINE_FINAL_TYPE (BrightWindow, bright_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_condition (BrightWindow *self)
{
  BrightSettingsGroup *schedule
      = bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule");
  g_autofree char *mode = bright_settings_group_dup_text (schedule, "mode");
  g_autofree char *state = NULL;
  g_autofree char *message = NULL;
  BrightConditionFacts facts = { .is_demo = self->is_demo, .mode = mode };

  g_object_get (self->service, "state", &state, "message", &message, "throttled-until",
                &facts.throttled_until, "planned", &facts.planned, NULL);
  facts.state = state;
  facts.message = message;
  facts.is_configured = bright_sync_service_is_configured (self->service);
  facts.settings_problem = bright_sync_service_get_settings_problem (self->service);
  /* The page says it itself. */
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "plan") == 0)
    facts.planned = 0;
  facts.paused_until = bright_sync_service_get_paused_until (self->service);
  bright_condition_bar_show (self->condition_bar, &facts);
  bright_window_enable_resume (self, facts.paused_until > 0);
}

static void
show_work (BrightWindow *self)
{
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  bright_window_enable_sync (self, g_strcmp0 (state, "working") == 0);
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

  bright_window_state_save (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->service);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (bright_window_parent_class)->dispose (object);
}

static gboolean
tick_cb (gpointer user_data)
{
  BrightWindow *self = user_data;

  show_condition (self);
  bright_home_page_tick (self->home);
  return G_SOURCE_CONTINUE;
}

/* Only while somebody can see it: a hidden window wakes nobody. */
static void
start_ticking (BrightWindow *self)
{
  if (self->service == NULL || self->tick != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->tick = g_timeout_add_seconds (SECONDS_BETWEEN_TICKS, tick_cb, self);
  tick_cb (self);
}

static void
bright_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bright_window_parent_class)->map (widget);
  start_ticking (BRIGHT_WINDOW (widget));
}

/* Whether it is closed or only hidden. */
static void
bright_window_unmap (GtkWidget *widget)
{
  bright_window_state_save (BRIGHT_WINDOW (widget));
  g_clear_handle_id (&BRIGHT_WINDOW (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (bright_window_parent_class)->unmap (widget);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, header);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, condition_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, work_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, plan_view);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, orders_view);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, home);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, orders);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, settings);
}

static void
bright_window_class_init (BrightWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  g_type_ensure (BRIGHT_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BRIGHT_TYPE_CONDITION_BAR);
  g_type_ensure (BRIGHT_TYPE_WORK_BAR);
  g_type_ensure (BRIGHT_TYPE_HOME_PAGE);
  g_type_ensure (BRIGHT_TYPE_PLAN_PAGE);
  g_type_ensure (BRIGHT_TYPE_ORDERS_PAGE);
  g_type_ensure (BRIGHT_TYPE_SETTINGS_PAGE);
  G_OBJECT_CLASS (klass)->dispose = bright_window_dispose;
  widget_class->map = bright_window_map;
  widget_class->unmap = bright_window_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-window.ui");
  bind_children (widget_class);
  bright_window_install_actions (widget_class);
}

/* In a narrow window the views are switched at the bottom, and the header says what it is. */
static void
on_narrow (BrightWindow *self)
{
  gboolean is_narrow = bright_adaptive_bin_is_narrow (self->adaptive);

  if (is_narrow)
    gtk_button_set_icon_name (self->sync_button, "view-refresh-symbolic");
  else
    {
      gtk_button_set_label (self->sync_button, _ ("_Sync Now"));
      gtk_button_set_use_underline (self->sync_button, TRUE);
    }
  /* Strict centering takes twice the room of the wider side. */
  adw_header_bar_set_centering_policy (self->header, is_narrow ? ADW_CENTERING_POLICY_LOOSE
                                                               : ADW_CENTERING_POLICY_STRICT);
  gtk_stack_set_visible_child_name (self->title,
                                    self->service != NULL && !is_narrow ? "switcher" : "title");
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->service != NULL && is_narrow);
}

static void
bright_window_init (BrightWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bright_adaptive_bin_set_measured (self->adaptive, GTK_WIDGET (self->header));
  g_signal_connect_object (self->adaptive, "notify::narrow", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  bright_window_enable_actions (self, FALSE);
  on_narrow (self);
}

BrightWindow *
bright_window_new (GtkApplication *application, gboolean demo)
{
  BrightWindow *self = g_object_new (BRIGHT_TYPE_WINDOW, "application", application, NULL);

  self->is_demo = demo;
  self->state = bright_window_state_open ();
  bright_window_state_restore (self);
  return self;
}

static void
watch (BrightWindow *self, const char *const *signals, GCallback callback)
{
  for (; *signals != NULL; signals++)
    g_signal_connect_object (self->service, *signals, callback, self, G_CONNECT_SWAPPED);
}

static void
watch_service (BrightWindow *self)
{
  static const char *const work[] = { "notify::state", NULL };
  static const char *const condition[] = { "notify::state",
                                           "notify::message",
                                           "notify::throttled-until",
                                           "notify::planned",
                                           "notify::paused-until",
                                           "notify::settings-problem",
                                           NULL };
  static const char *const numbers[] = { "notify::attention", "notify::planned", NULL };
  BrightSettings *settings = bright_sync_service_get_settings (self->service);

  g_signal_connect_object (settings, "changed", G_CALLBACK (show_condition), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child-name", G_CALLBACK (show_condition),
                           self, G_CONNECT_SWAPPED);
  watch (self, work, G_CALLBACK (show_work));
  watch (self, condition, G_CALLBACK (show_condition));
  watch (self, numbers, G_CALLBACK (show_numbers));
}

void
bright_window_set_service (BrightWindow *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_WINDOW (self) && self->service == NULL);

  self->service = g_object_ref (service);
  watch_service (self);
  bright_work_bar_set_service (self->work_bar, service);
  bright_home_page_set_service (self->home, service);
  bright_plan_page_set_service (self->plan, service);
  bright_orders_page_set_service (self->orders, service);
  bright_settings_page_set_service (self->settings, service);
  gtk_stack_set_visible_child_name (self->content, "views");
  bright_window_enable_actions (self, TRUE);
  bright_window_state_restore_page (self);
  on_narrow (self);
  show_work (self);
  show_condition (self);
  show_numbers (self);
  start_ticking (self);
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
bright_window_show_error (BrightWindow *self, const GError *error)
{
  g_return_if_fail (BRIGHT_IS_WINDOW (self) && error != NULL);

  bright_toast_show_error (GTK_WIDGET (self->content), error);
}
