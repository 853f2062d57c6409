/* A command without a window, from opening the profile to the exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Demo, open, ask, close: each step starts the next one, and every way ends
 * in finish().
 */
#include "bright-console.h"

#include "bright-commands.h"
#include "bright-demo.h"
#include "bright-output.h"
#include "bright-profile.h"
#include "bright-progress.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  const BrightCommandLine *line; /* (unowned) */
  GMainLoop *loop;               /* (owned) */
  GCancellable *cancellable;     /* (owned): fired by a signal */
  BrightDemo *demo;              /* (owned) (nullable) */
  BrightProfile *profile;        /* (owned) (nullable): of the user, unless there is a demo */
  BrightSyncService *service;    /* (owned) (nullable) */
  BrightProgress *progress;      /* (owned) (nullable) */
  BrightExit status;
} Console;

/* Past the converter of g_print(): JSON is UTF-8 whatever the locale is. */
static void
write_answer (const char *answer, gboolean json)
{
  if (json)
    fputs (answer, stdout);
  else
    g_print ("%s", answer);
  fflush (stdout);
}

BrightExit
bright_console_refuse (const GError *error, gboolean json, gboolean as_check)
{
  g_autofree char *text = bright_output_error_text (error);

  g_printerr ("%s", text);
  if (json)
    {
      g_autofree char *answer = bright_output_error_json (error, as_check);

      write_answer (answer, TRUE);
    }
  return bright_exit_for_error (error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Console *console = user_data;
  g_autoptr (GError) error = NULL;

  if (!bright_sync_service_close_finish (BRIGHT_SYNC_SERVICE (source), result, &error))
    {
      g_printerr ("%s\n", error->message);
      if (console->status == BRIGHT_EXIT_IN_STEP)
        console->status = bright_exit_for_error (error);
    }
  g_main_loop_quit (console->loop);
}

static void
finish (Console *console, BrightExit status)
{
  g_clear_pointer (&console->progress, bright_progress_free);
  console->status = status;
  if (console->service != NULL)
    bright_sync_service_close_async (console->service, on_closed, console);
  else
    g_main_loop_quit (console->loop);
}

static void
fail (Console *console, const GError *error)
{
  g_clear_pointer (&console->progress, bright_progress_free);
  finish (console,
          bright_console_refuse (error, console->line->json,
                                 console->line->command == BRIGHT_COMMAND_CHECK));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Console *console = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  BrightExit status;

  if (!bright_commands_run_finish (result, &answer, &status, &error))
    {
      fail (console, error);
      return;
    }
  g_clear_pointer (&console->progress, bright_progress_free);
  write_answer (answer, console->line->json);
  finish (console, status);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Console *console = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *warnings;

  if (!bright_sync_service_open_finish (console->service, result, &error))
    {
      /* What did not open needs no closing. */
      g_clear_object (&console->service);
      fail (console, error);
      return;
    }
  if (console->demo != NULL)
    bright_demo_hand_tokens (console->demo, console->service);
  warnings = bright_sync_service_get_warnings (console->service);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (warnings, i));
  console->progress = bright_progress_new (console->service);
  bright_commands_run_async (console->service, console->line, console->cancellable, on_answered,
                             console);
}

static void
open_profile (Console *console)
{
  const BrightProfile *profile = console->profile;
  g_autoptr (BrightClock) clock = bright_clock_new_system ();

  if (console->demo != NULL)
    profile = bright_demo_get_profile (console->demo);
  if (!bright_profile_exists (profile))
    {
      g_autofree char *path = bright_profile_dup_settings_path (profile);
      g_autoptr (GError) error
          = g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                         _ ("there are no settings yet: %s does not exist. Add --demo to try a "
                            "practice store, or run brightconnect without options to see how to "
                            "connect a real one."),
                         path);

      fail (console, error);
      return;
    }
  console->service = bright_sync_service_new (profile->configuration_directory,
                                              profile->data_directory, clock);
  bright_sync_service_open_async (console->service, console->cancellable, on_opened, console);
}

static void
on_demo_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Console *console = user_data;
  g_autoptr (GError) error = NULL;

  console->demo = bright_demo_start_finish (result, &error);
  if (console->demo != NULL)
    open_profile (console);
  else
    fail (console, error);
}

static void
start (gpointer user_data)
{
  Console *console = user_data;

  if (console->line->demo)
    bright_demo_start_async (console->line, FALSE, console->cancellable, on_demo_started, console);
  else
    open_profile (console);
}

static gboolean
on_signal (gpointer user_data)
{
  Console *console = user_data;

  g_cancellable_cancel (console->cancellable);
  return G_SOURCE_CONTINUE;
}

BrightExit
bright_console_run (const BrightCommandLine *line)
{
  Console console = { .line = line };
  guint interrupt = g_unix_signal_add (SIGINT, on_signal, &console);
  guint terminate = g_unix_signal_add (SIGTERM, on_signal, &console);

  console.loop = g_main_loop_new (NULL, FALSE);
  console.cancellable = g_cancellable_new ();
  if (!line->demo)
    console.profile = bright_profile_new_for_user ();
  g_idle_add_once (start, &console);
  g_main_loop_run (console.loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_clear_object (&console.service);
  g_clear_pointer (&console.demo, bright_demo_free);
  g_clear_pointer (&console.profile, bright_profile_free);
  g_clear_object (&console.cancellable);
  g_clear_pointer (&console.loop, g_main_loop_unref);
  return console.status;
}
