/* The application with its window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens the profile once, when it is first needed, and closes it before the
 * program ends, so that whatever was sent is journalled.
 */
#include "bright-application.h"

#include "bright-demo.h"
#include "bright-first-run.h"
#include "bright-life.h"
#include "bright-shortcuts.h"
#include "bright-sync-accounts.h"
#include "bright-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define APPLICATION_ID "com.example.BrightConnect"

struct _BrightApplication
{
  AdwApplication parent_instance;

  const BrightCommandLine *line; /* (unowned): outlives the application */
  GCancellable *cancellable;     /* (owned): fired when the program is to end */
  BrightDemo *demo;              /* (owned) (nullable) */
  BrightProfile *profile;        /* (owned) (nullable): of the user, unless there is a demo */
  BrightSyncService *service;    /* (owned) (nullable) until the profile opens */
  BrightLife *life;              /* (owned) (nullable) before startup */
  GError *problem;               /* (owned) (nullable): why the profile is not open */
  gboolean is_started;           /* the profile was asked for */
  gboolean is_starting;          /* the demo or the profile is being opened */
  gboolean is_open;
  gboolean is_leaving;
};

G_DEFINE_FINAL_TYPE (BrightApplication, bright_application, ADW_TYPE_APPLICATION)

static BrightWindow *
find_window (BrightApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (BRIGHT_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Whatever became of the profile is shown, unless there is no window. A profile without accounts
 * is shown all the same, and how to set it up. */
static void
show_in_window (BrightApplication *self)
{
  BrightWindow *window = find_window (self);

  if (window == NULL || self->is_starting)
    return;
  if (self->problem != NULL)
    bright_window_show_problem (window, self->problem);
  else if (self->is_open)
    {
      bright_window_set_service (window, self->service);
      if (!bright_sync_service_is_configured (self->service))
        gtk_window_present (bright_first_run_new (GTK_WINDOW (window), self->service));
    }
}

static void
quit (BrightApplication *self)
{
  g_application_release (G_APPLICATION (self));
  g_application_quit (G_APPLICATION (self));
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!bright_sync_service_close_finish (BRIGHT_SYNC_SERVICE (source), result, &error))
    g_printerr ("%s\n", error->message);
  quit (self);
}

static void
close_profile (BrightApplication *self)
{
  if (self->is_open)
    bright_sync_service_close_async (self->service, on_closed, g_object_ref (self));
  else
    quit (self);
}

/* Closes the profile first; the hold keeps the program alive while that takes its time. */
static void
leave (BrightApplication *self)
{
  if (self->is_leaving)
    return;
  self->is_leaving = TRUE;
  g_application_hold (G_APPLICATION (self));
  g_cancellable_cancel (self->cancellable);
  if (self->life != NULL)
    bright_life_stop (self->life);
  if (!self->is_starting)
    close_profile (self);
}

/* Every way out of starting ends here. What went wrong needs a window. */
static void
finish_starting (BrightApplication *self, const GError *error)
{
  self->is_starting = FALSE;
  bright_life_set_opening (self->life, FALSE);
  if (self->is_leaving)
    {
      close_profile (self);
      return;
    }
  if (error != NULL)
    {
      self->problem = g_error_copy (error);
      g_application_activate (G_APPLICATION (self));
    }
  show_in_window (self);
  if (error == NULL)
    bright_life_set_service (self->life, self->service);
  if (error == NULL && !self->is_leaving)
    bright_sync_service_start (self->service);
}

static void
stop_starting (BrightApplication *self, const GError *error)
{
  finish_starting (self, error);
  g_application_release (G_APPLICATION (self));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_open = bright_sync_service_open_finish (self->service, result, &error);
  if (self->is_open && self->demo != NULL)
    bright_demo_hand_tokens (self->demo, self->service);
  stop_starting (self, error);
}

/* The hold keeps the program alive where there is no window; stop_starting() lets go of it. */
static void
set_starting (BrightApplication *self)
{
  if (!self->is_starting)
    g_application_hold (G_APPLICATION (self));
  self->is_starting = TRUE;
  bright_life_set_opening (self->life, TRUE);
}

static void
open_profile (BrightApplication *self, const BrightProfile *profile)
{
  g_autoptr (BrightClock) clock = bright_clock_new_system ();

  set_starting (self);
  self->service
      = bright_sync_service_new (profile->configuration_directory, profile->data_directory, clock);
  bright_sync_service_open_async (self->service, self->cancellable, on_opened, g_object_ref (self));
}

static void
on_demo_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  self->demo = bright_demo_start_finish (result, &error);
  if (self->demo != NULL)
    open_profile (self, bright_demo_get_profile (self->demo));
  else
    stop_starting (self, error);
}

static void
start (GtkApplication *application)
{
  BrightApplication *self = BRIGHT_APPLICATION (application);

  if (self->is_started || self->is_leaving)
    return;
  self->is_started = TRUE;
  if (self->line->demo)
    {
      set_starting (self);
      bright_demo_start_async (self->line, TRUE, self->cancellable, on_demo_started,
                               g_object_ref (self));
      return;
    }
  self->profile = bright_profile_new_for_user ();
  open_profile (self, self->profile);
}

static void
bright_application_activate (GApplication *application)
{
  BrightApplication *self = BRIGHT_APPLICATION (application);
  GtkWindow *window = GTK_WINDOW (find_window (self));
  gboolean is_new = window == NULL;

  if (self->is_leaving)
    return;
  if (is_new)
    window = GTK_WINDOW (bright_window_new (GTK_APPLICATION (self), self->line->demo));
  gtk_window_present (window);
  start (GTK_APPLICATION (self));
  if (is_new)
    show_in_window (self);
}

/* Started by the desktop at login: only if that was chosen, and never beside another one. */
static gboolean
bright_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  BrightApplication *self = BRIGHT_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (!self->line->background)
    return G_APPLICATION_CLASS (bright_application_parent_class)
        ->local_command_line (application, arguments, status);
  *status = 0;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      *status = 1;
    }
  else if (g_application_get_is_remote (application))
    g_debug ("it is running already");
  else if (!bright_life_keeps_running (self->life))
    g_printerr ("%s\n", _ ("Syncing without a window was not chosen."));
  else
    start (GTK_APPLICATION (self));
  return TRUE;
}

static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leave (user_data);
}

/* The practice store has a profile of its own, and so a program of its own. */
static void
activate_demo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrightWindow *window = find_window (user_data);
  g_autoptr (GError) error = NULL;

  if (!bright_demo_launch (&error) && window != NULL)
    bright_window_show_error (window, error);
}

static gboolean
on_signal (gpointer user_data)
{
  leave (user_data);
  return G_SOURCE_CONTINUE;
}

/* A window that is only hidden is still there; the last one takes the program with it. */
static void
bright_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (bright_application_parent_class)->window_removed (application, window);
  if (gtk_application_get_windows (application) == NULL)
    leave (BRIGHT_APPLICATION (application));
}

static void
bright_application_startup (GApplication *application)
{
  BrightApplication *self = BRIGHT_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = activate_quit },
    { .name = "demo", .activate = activate_demo },
  };

  G_APPLICATION_CLASS (bright_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  bright_shortcuts_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->life = bright_life_new (GTK_APPLICATION (application), start, self->line->demo);
}

/* The demo's store and folders must go even if something still refers to the application. */
static void
bright_application_shutdown (GApplication *application)
{
  BrightApplication *self = BRIGHT_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->life);
  G_APPLICATION_CLASS (bright_application_parent_class)->shutdown (application);
  g_clear_object (&self->service);
  g_clear_pointer (&self->demo, bright_demo_free);
  g_clear_pointer (&self->profile, bright_profile_free);
}

static void
bright_application_finalize (GObject *object)
{
  g_clear_object (&BRIGHT_APPLICATION (object)->cancellable);
  g_clear_error (&BRIGHT_APPLICATION (object)->problem);
  G_OBJECT_CLASS (bright_application_parent_class)->finalize (object);
}

static void
bright_application_class_init (BrightApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = bright_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = bright_application_shutdown;
  G_APPLICATION_CLASS (klass)->activate = bright_application_activate;
  G_APPLICATION_CLASS (klass)->local_command_line = bright_application_local_command_line;
  GTK_APPLICATION_CLASS (klass)->window_removed = bright_application_window_removed;
}

static void
bright_application_init (BrightApplication *self)
{
  self->cancellable = g_cancellable_new ();
}

int
bright_application_run (const BrightCommandLine *line)
{
  g_autoptr (BrightApplication) application = NULL;
  GApplicationFlags flags = G_APPLICATION_DEFAULT_FLAGS;
  char *arguments[] = { (char *)"brightconnect", NULL };
  guint interrupt;
  guint terminate;
  int status;

  if (line->demo)
    flags |= G_APPLICATION_NON_UNIQUE;
  if (line->service)
    flags |= G_APPLICATION_IS_SERVICE;
  g_set_application_name (_ ("BrightConnect"));
  application = g_object_new (BRIGHT_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                              flags, NULL);
  application->line = line;
  interrupt = g_unix_signal_add (SIGINT, on_signal, application);
  terminate = g_unix_signal_add (SIGTERM, on_signal, application);
  status = g_application_run (G_APPLICATION (application), 1, arguments);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return status;
}
