/* The life of the application beside its window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-desktop-settings.h"
#include "bright-life-private.h"
#include "bright-status-line.h"
#include "bright-sync-accounts.h"
#include "bright-sync-insight.h"
#include "bright-sync-pace.h"

/* A sync that goes fast would flood the bus. */
#define UPDATE_MILLISECONDS 200

G_DEFINE_FINAL_TYPE (BrightLife, bright_life, G_TYPE_OBJECT)

static void hold_or_release (BrightLife *self);

static gboolean
update (gpointer user_data)
{
  g_autoptr (BrightLife) self = g_object_ref (user_data);
  g_autofree char *state = NULL;
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  BrightStatusFacts facts = { .now = g_get_real_time () / G_USEC_PER_SEC };

  self->update = 0;
  g_object_get (self->service, "state", &state, "message", &message, "done", &facts.done, "total",
                &facts.total, "last-success", &facts.last_success, "attention", &facts.attention,
                "throttled-until", &facts.throttled_until, NULL);
  facts.state = bright_life_has_work (self) ? state : "off";
  facts.message = message;
  facts.paused_until = bright_sync_service_get_paused_until (self->service);
  facts.pace_reason = bright_sync_service_get_pace_reason (self->service);
  line = bright_status_line (&facts);
  if (self->tray != NULL)
    bright_tray_show (self->tray, line, bright_status_level (&facts),
                      g_str_equal (state, "working"), facts.paused_until > facts.now);
  bright_background_set_status (self->background, line);
  hold_or_release (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_update (BrightLife *self)
{
  if (self->update == 0)
    self->update = g_timeout_add (UPDATE_MILLISECONDS, update, self);
}

/* Without a window in sight nothing may go on that was not chosen. */
static gboolean
is_out_of_sight (BrightLife *self)
{
  GtkWindow *window = bright_life_find_window (self);

  return window == NULL || !gtk_widget_get_visible (GTK_WIDGET (window));
}

static void
hold_or_release (BrightLife *self)
{
  gboolean was_holding = self->is_holding;
  GApplication *application = G_APPLICATION (self->application);

  if (self->service == NULL)
    return;
  self->is_holding = bright_life_has_work (self) && bright_life_keeps_running (self);
  if (self->is_holding && !was_holding)
    g_application_hold (application);
  if (!self->is_holding && is_out_of_sight (self))
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  if (was_holding && !self->is_holding)
    g_application_release (application);
}

gboolean
bright_life_has_work (BrightLife *self)
{
  return self->is_opening
         || (self->service != NULL && bright_sync_service_is_configured (self->service));
}

static void
tray_cb (const char *action, const char *token, gpointer user_data)
{
  BrightLife *self = user_data;
  GtkWindow *window = bright_life_find_window (self);

  /* Lets the desktop raise the window instead of saying that it is ready. */
  if (token != NULL && window != NULL)
    gtk_window_set_startup_id (window, token);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer user_data)
{
  bright_life_watch_window (user_data, window);
}

static void
bright_life_dispose (GObject *object)
{
  BrightLife *self = BRIGHT_LIFE (object);

  bright_life_stop (self);
  g_clear_object (&self->background);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->pending_action, g_free);
  g_clear_pointer (&self->pending_parameter, g_variant_unref);
  G_OBJECT_CLASS (bright_life_parent_class)->dispose (object);
}

static void
bright_life_class_init (BrightLifeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_life_dispose;
}

static void
bright_life_init (BrightLife *self)
{
}

/* The demo keeps nothing, and asks the desktop for nothing. */
BrightLife *
bright_life_new (GtkApplication *application, BrightLifeStart start, gboolean is_demo)
{
  BrightLife *self = g_object_new (BRIGHT_TYPE_LIFE, NULL);

  self->application = application;
  self->start = start;
  self->is_demo = is_demo;
  if (!is_demo)
    self->settings = bright_desktop_settings_new ();
  self->background = bright_background_new (
      self->settings,
      is_demo ? NULL : g_application_get_dbus_connection (G_APPLICATION (application)));
  g_signal_connect_object (self->background, "notify", G_CALLBACK (hold_or_release), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, 0);
  bright_life_add_actions (self);
  return self;
}

static void
watch (BrightLife *self)
{
  static const char *const signals[] = {
    "notify::state",     "notify::message",         "notify::done",         "notify::total",
    "notify::attention", "notify::throttled-until", "notify::last-success", "notify::next-run",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->service, signals[i], G_CALLBACK (schedule_update), self,
                             G_CONNECT_SWAPPED);
}

void
bright_life_set_service (BrightLife *self, BrightSyncService *service)
{
  GDBusConnection *bus;

  g_return_if_fail (BRIGHT_IS_LIFE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  if (!self->is_demo)
    {
      bus = g_application_get_dbus_connection (G_APPLICATION (self->application));
      if (bus != NULL)
        self->tray = bright_tray_new (bus, tray_cb, self);
      self->notifier
          = bright_notifier_new (G_APPLICATION (self->application), self->settings, service);
      self->machine = bright_machine_new (service);
      watch (self);
      update (self);
    }
  if (self->service != NULL)
    bright_life_do_pending (self);
}

void
bright_life_set_opening (BrightLife *self, gboolean is_opening)
{
  g_return_if_fail (BRIGHT_IS_LIFE (self));

  self->is_opening = is_opening;
}

gboolean
bright_life_keeps_running (BrightLife *self)
{
  g_return_val_if_fail (BRIGHT_IS_LIFE (self), FALSE);

  return !self->is_demo && bright_background_keeps_running (self->background);
}

void
bright_life_stop (BrightLife *self)
{
  g_return_if_fail (BRIGHT_IS_LIFE (self));

  if (self->update != 0)
    g_source_remove (self->update);
  self->update = 0;
  if (self->notifier != NULL)
    bright_notifier_stop (self->notifier);
  g_clear_object (&self->notifier);
  g_clear_object (&self->machine);
  g_clear_object (&self->tray);
  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
  g_clear_object (&self->service);
  if (self->background != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->background, self);
      bright_background_stop (self->background);
    }
  if (self->is_holding)
    g_application_release (G_APPLICATION (self->application));
  self->is_holding = FALSE;
}
