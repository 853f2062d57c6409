/* The window: the orders of a profile and how its sync stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-window.h"

#include "bright-order-list.h"
#include "bright-window-resources.h"
#include "bright-words.h"

#include <glib/gi18n.h>

struct _BrightWindow
{
  AdwApplicationWindow parent_instance;

  GtkRevealer *condition_bar;
  GtkLabel *condition;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *nothing;
  GtkLabel *sentence;
  GtkProgressBar *progress;
  GtkEditable *search;
  GtkStack *lists;
  GtkColumnView *orders;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  BrightOrderList *list;      /* (owned) */
  GCancellable *cancellable;  /* (owned): fired when the window goes */
  gboolean is_demo;
};

G_DEFINE_FINAL_TYPE (BrightWindow, bright_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_toast (BrightWindow *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_synced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);
  g_autofree char *done = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (error != NULL)
    {
      show_toast (self, error->domain == BRIGHT_ERROR ? bright_error_sentence (error->code)
                                                      : error->message);
      return;
    }
  if (report->orders_created == 0)
    {
      show_toast (self, _ ("No new orders."));
      return;
    }
  done = g_strdup_printf (ngettext ("%u order created in Brightpearl",
                                    "%u orders created in Brightpearl", report->orders_created),
                          report->orders_created);
  show_toast (self, done);
}

static void
sync_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightWindow *self = BRIGHT_WINDOW (widget);

  bright_sync_service_run_async (self->service, FALSE, NULL, self->cancellable, on_synced,
                                 g_object_ref (self));
}

static void
focus_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BRIGHT_WINDOW (widget)->search));
}

static void
on_search_changed (BrightWindow *self)
{
  bright_order_list_set_search (self->list, gtk_editable_get_text (self->search));
}

static void
on_filled (BrightWindow *self)
{
  gboolean filled;

  g_object_get (self->list, "filled", &filled, NULL);
  gtk_stack_set_visible_child_name (self->lists, filled ? "filled" : "empty");
}

/* One sentence: what the service says, and when it last succeeded if it rests. */
static char *
describe_state (BrightWindow *self, gboolean is_working)
{
  g_autofree char *message = NULL;
  g_autofree char *time = NULL;
  gint64 last_success;

  g_object_get (self->service, "message", &message, "last-success", &last_success, NULL);
  if (message != NULL && *message != '\0')
    return g_steal_pointer (&message);
  if (is_working)
    return g_strdup (_ ("Syncing…"));
  if (last_success == 0)
    return g_strdup (_ ("Nothing was synced yet."));
  time = bright_words_for_time (last_success);
  /* Translators: a moment */
  return g_strdup_printf (_ ("Last synced %s."), time);
}

static void
show_state (BrightWindow *self)
{
  g_autofree char *state = NULL;
  g_autofree char *sentence = NULL;
  gboolean is_working;
  guint done;
  guint total;

  g_object_get (self->service, "state", &state, "done", &done, "total", &total, NULL);
  is_working = g_strcmp0 (state, "working") == 0;
  sentence = describe_state (self, is_working);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_working && total > 0);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0.0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync-now", !is_working);
}

/* The demo says that nothing is real; a profile that only watches says that nothing is written. */
static void
show_condition (BrightWindow *self)
{
  const char *condition = NULL;
  g_autofree char *mode = NULL;

  if (self->service != NULL)
    mode = bright_settings_group_dup_text (
        bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule"),
        "mode");
  if (self->is_demo)
    condition = _ ("Demo: a practice store on this machine. Nothing here is real.");
  else if (g_strcmp0 (mode, "watch") == 0)
    condition = _ ("Watching only: nothing is written until the settings choose ask or automatic.");
  gtk_label_set_label (self->condition, condition != NULL ? condition : "");
  gtk_revealer_set_reveal_child (self->condition_bar, condition != NULL);
}

static void
bright_window_dispose (GObject *object)
{
  BrightWindow *self = BRIGHT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_WINDOW);
  G_OBJECT_CLASS (bright_window_parent_class)->dispose (object);
}

static void
bright_window_finalize (GObject *object)
{
  g_clear_object (&BRIGHT_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (bright_window_parent_class)->finalize (object);
}

static void
bright_window_class_init (BrightWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_window_finalize;
  bright_window_resources_register_resource ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, condition_bar);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, condition);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, search);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, BrightWindow, orders);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_install_action (widget_class, "win.sync-now", NULL, sync_now);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, focus_search);
}

static void
bright_window_init (BrightWindow *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->list = bright_order_list_new ();
  g_signal_connect_object (self->list, "notify::filled", G_CALLBACK (on_filled), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_single_selection_new (g_object_ref (bright_order_list_get_model (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_column_view_set_model (self->orders, GTK_SELECTION_MODEL (selection));
  bright_order_list_add_columns (self->orders);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync-now", FALSE);
}

BrightWindow *
bright_window_new (GtkApplication *application, gboolean demo)
{
  BrightWindow *self = g_object_new (BRIGHT_TYPE_WINDOW, "application", application, NULL);

  self->is_demo = demo;
  show_condition (self);
  return self;
}

void
bright_window_set_service (BrightWindow *self, BrightSyncService *service)
{
  static const char *const watched[] = {
    "notify::state", "notify::message", "notify::done", "notify::total", "notify::last-success",
  };
  BrightSettings *settings;

  g_return_if_fail (BRIGHT_IS_WINDOW (self) && self->service == NULL);

  self->service = g_object_ref (service);
  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (service, watched[i], G_CALLBACK (show_state), self,
                             G_CONNECT_SWAPPED);
  settings = bright_sync_service_get_settings (service);
  g_signal_connect_object (settings, "changed::schedule.mode", G_CALLBACK (show_condition), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->pages, "orders");
  show_state (self);
  show_condition (self);
  bright_order_list_set_service (self->list, service);
}

static void
show_nothing (BrightWindow *self, const char *title, const char *description)
{
  /* The status page reads markup. */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->pages, "nothing");
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
