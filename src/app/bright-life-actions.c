/* The actions that work without a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desktop, a notification or the tray may ask for one before the profile is
 * open; it is done as soon as it is.
 */
#include "bright-life-private.h"
#include "bright-sync-insight.h"
#include "bright-sync-pace.h"
#include "bright-window.h"

GtkWindow *
bright_life_find_window (BrightLife *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (BRIGHT_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  /* What went wrong stands in the service's state. */
  if (report == NULL)
    g_debug ("sync ended: %s", error->message);
}

/* With a window in sight it is the window that syncs, and says what came of it. */
static void
sync_now (BrightLife *self)
{
  GtkWindow *window = bright_life_find_window (self);
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  if (g_strcmp0 (state, "working") == 0)
    bright_sync_service_sync_soon (self->service);
  else if (window == NULL || !gtk_widget_is_visible (GTK_WIDGET (window))
           || !gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.sync-now", NULL))
    bright_sync_service_run_async (self->service, FALSE, NULL, NULL, synced_cb, NULL);
}

static void
show_in_window (BrightLife *self, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("win.", action, NULL);
  GtkWindow *window = bright_life_find_window (self);

  if (window == NULL || !gtk_widget_activate_action_variant (GTK_WIDGET (window), name, parameter))
    g_warning ("there is nothing that shows %s", action);
}

static void
act (BrightLife *self, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "sync-now"))
    sync_now (self);
  else if (g_str_equal (action, "pause"))
    bright_sync_service_pause (self->service, NULL, G_MAXINT64);
  else if (g_str_equal (action, "resume"))
    bright_sync_service_pause (self->service, NULL, 0);
  else
    show_in_window (self, action, parameter);
}

void
bright_life_do_pending (BrightLife *self)
{
  g_autofree char *action = g_steal_pointer (&self->pending_action);
  g_autoptr (GVariant) parameter = g_steal_pointer (&self->pending_parameter);

  /* A service that was just started syncs anyway, unless it is paused. */
  if (action != NULL
      && (!g_str_equal (action, "sync-now")
          || bright_sync_service_get_paused_until (self->service) != 0))
    act (self, action, parameter);
}

static void
act_when_open (BrightLife *self, const char *action, GVariant *parameter)
{
  if (self->service != NULL)
    {
      act (self, action, parameter);
      return;
    }
  g_free (self->pending_action);
  g_clear_pointer (&self->pending_parameter, g_variant_unref);
  self->pending_action = g_strdup (action);
  if (parameter != NULL)
    self->pending_parameter = g_variant_ref (parameter);
}

/* Nothing is synced where nobody sees it, unless that was chosen. */
static void
activate_quietly (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrightLife *self = user_data;

  act_when_open (self, g_action_get_name (G_ACTION (action)), parameter);
  if (self->service != NULL)
    return;
  if (bright_life_keeps_running (self))
    self->start (self->application);
  else
    g_application_activate (G_APPLICATION (self->application));
}

static void
activate_in_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrightLife *self = user_data;

  g_application_activate (G_APPLICATION (self->application));
  act_when_open (self, g_action_get_name (G_ACTION (action)), parameter);
}

static void
activate_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (G_APPLICATION (((BrightLife *)user_data)->application));
}

static void
show_problem (BrightLife *self)
{
  GAction *action
      = g_action_map_lookup_action (G_ACTION_MAP (self->application), "background-problem");
  g_autofree char *problem = NULL;

  g_object_get (self->background, "problem", &problem, NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (problem));
}

/* What the preferences show is a state of an action, as they know nothing of this room. */
static void
add_choice (BrightLife *self)
{
  g_autoptr (GPropertyAction) choice
      = g_property_action_new ("keep-running", self->background, "enabled");
  g_autoptr (GSimpleAction) problem
      = g_simple_action_new_stateful ("background-problem", NULL, g_variant_new_string (""));

  g_action_map_add_action (G_ACTION_MAP (self->application), G_ACTION (choice));
  g_action_map_add_action (G_ACTION_MAP (self->application), G_ACTION (problem));
  g_signal_connect_object (self->background, "notify::problem", G_CALLBACK (show_problem), self,
                           G_CONNECT_SWAPPED);
  show_problem (self);
}

void
bright_life_add_actions (BrightLife *self)
{
  static const GActionEntry actions[] = {
    { .name = "open", .activate = activate_open },
    { .name = "sync-now", .activate = activate_quietly },
    { .name = "pause", .activate = activate_quietly },
    { .name = "resume", .activate = activate_quietly },
    { .name = "show-order", .activate = activate_in_window, .parameter_type = "s" },
    { .name = "show-attention", .activate = activate_in_window, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->application), actions,
                                   G_N_ELEMENTS (actions), self);
  if (!self->is_demo)
    add_choice (self);
}
