/* The demo: a practice store and a profile that points at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-demo.h"

#include "bright-demo-settings.h"
#include "bright-json.h"

#include <glib/gi18n.h>
#include <signal.h>

#define PROGRAM "brightconnect-practice"
#define SECONDS_BETWEEN_NEW_ORDERS "20"

struct _BrightDemo
{
  GSubprocess *store;
  GDataInputStream *greetings; /* what the store says about itself */
  BrightProfile *profile;
  JsonNode *greeting; /* (nullable) until it serves */
};

void
bright_demo_free (BrightDemo *self)
{
  if (self->store != NULL)
    g_subprocess_send_signal (self->store, SIGTERM);
  g_clear_object (&self->greetings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->profile, bright_profile_free);
  g_clear_pointer (&self->greeting, json_node_unref);
  g_free (self);
}

/* Beside this program where it is installed, in the room next door where it was built. */
static char *
find_program (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);
  g_autofree char *built = g_build_filename (folder, "..", "practice", PROGRAM, NULL);

  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  if (g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);
  return g_find_program_in_path (PROGRAM);
}

static void
add_number (GStrvBuilder *arguments, const char *option, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  if (number == 0)
    return;
  g_strv_builder_add (arguments, option);
  g_strv_builder_add (arguments, text);
}

static GSubprocess *
spawn_store (const BrightCommandLine *line, gboolean grows, GError **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) cause = NULL;
  GSubprocess *store;

  if (program == NULL)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE,
                   _ ("the practice store is not installed: there is no program %s"), PROGRAM);
      return NULL;
    }
  g_strv_builder_add_many (builder, program, "--port", "0", NULL);
  /* A command is waited for, so its store knows no limits; a window may take its time. */
  if (grows)
    g_strv_builder_add_many (builder, "--grow", SECONDS_BETWEEN_NEW_ORDERS, NULL);
  else
    g_strv_builder_add_many (builder, "--limits", "off", NULL);
  add_number (builder, "--orders", line->demo_orders);
  add_number (builder, "--seed", line->demo_seed);
  arguments = g_strv_builder_end (builder);
  /* The store ends when its standard input does, so it never outlives this program. */
  store = g_subprocess_newv ((const char *const *) arguments,
                             G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                             &cause);
  if (store == NULL)
    g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE,
                 _ ("the practice store cannot be started: %s"), cause->message);
  return store;
}

static gboolean
accept_greeting (BrightDemo *self, const char *greeting, GError **error)
{
  g_autofree char *path = bright_profile_dup_settings_path (self->profile);

  self->greeting = greeting != NULL ? bright_json_parse (greeting, -1, NULL) : NULL;
  if (bright_json_get_string (self->greeting, "bigcommerce-token") == NULL
      || bright_json_get_string (self->greeting, "brightpearl-token") == NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE,
                           _ ("the practice store ended before it served"));
      return FALSE;
    }
  return bright_demo_settings_save (self->greeting, path, error);
}

static void
on_greeting (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightDemo *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *greeting
      = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  if (error == NULL)
    accept_greeting (self, greeting, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
bright_demo_start_async (const BrightCommandLine *line,
                         gboolean grows,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  BrightDemo *self = g_new0 (BrightDemo, 1);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, bright_demo_start_async);
  g_task_set_task_data (task, self, (GDestroyNotify) bright_demo_free);
  self->profile = bright_profile_new_temporary (&error);
  if (self->profile != NULL)
    self->store = spawn_store (line, grows, &error);
  if (self->store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->greetings = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->store));
  g_data_input_stream_read_line_async (self->greetings, G_PRIORITY_DEFAULT, cancellable,
                                       on_greeting, g_steal_pointer (&task));
}

BrightDemo *
bright_demo_start_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  BrightDemo *self = g_task_get_task_data (task);
  BrightDemo *demo;

  g_return_val_if_fail (g_task_get_source_tag (task) == bright_demo_start_async, NULL);

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  demo = g_new0 (BrightDemo, 1);
  *demo = *self;
  *self = (BrightDemo){ 0 };
  return demo;
}

const BrightProfile *
bright_demo_get_profile (const BrightDemo *self)
{
  return self->profile;
}

void
bright_demo_hand_tokens (const BrightDemo *self, BrightSyncService *service)
{
  bright_sync_service_use_tokens (service,
                                  bright_json_get_string (self->greeting, "bigcommerce-token"),
                                  bright_json_get_string (self->greeting, "brightpearl-token"));
}

gboolean
bright_demo_launch (GError **error)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GSubprocess) program
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &cause, own != NULL ? own : g_get_prgname (),
                          "--demo", NULL);

  if (program != NULL)
    return TRUE;
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_UNAVAILABLE,
               _ ("the practice store cannot be started: %s"), cause->message);
  return FALSE;
}
