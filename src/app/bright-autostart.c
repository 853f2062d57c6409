/* The file that has the desktop start us at login, where no portal does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-autostart.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define NAME "com.example.BrightConnect"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", NAME ".desktop", NULL);
}

/* A word of an Exec line. */
static char *
quote (const char *word)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (; *word != '\0'; word++)
    {
      if (strchr ("\"`$\\", *word) != NULL)
        g_string_append (quoted, "\\");
      else if (*word == '%')
        g_string_append (quoted, "%");
      g_string_append_c (quoted, *word);
    }
  g_string_append (quoted, "\"");
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* A program that was only built is not on the path. */
static char *
dup_command (void)
{
  g_autofree char *found = g_find_program_in_path ("brightconnect");
  g_autofree char *running = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *quoted = NULL;

  if (found != NULL || running == NULL)
    return g_strdup ("brightconnect --background");
  quoted = quote (running);
  return g_strconcat (quoted, " --background", NULL);
}

static gboolean
write_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *command = dup_command ();

  g_key_file_set_string (file, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (file, "Desktop Entry", "Name", _ ("BrightConnect"));
  g_key_file_set_string (file, "Desktop Entry", "Icon", NAME);
  g_key_file_set_string (file, "Desktop Entry", "Exec", command);
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", directory,
                   g_strerror (errno));
      return FALSE;
    }
  return g_key_file_save_to_file (file, path, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

static void
set_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = dup_path ();
  GError *error = NULL;
  gboolean success
      = GPOINTER_TO_INT (data) ? write_file (path, &error) : remove_file (path, &error);

  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bright_autostart_set_async (gboolean is_wanted,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_autostart_set_async);
  g_task_set_task_data (task, GINT_TO_POINTER (is_wanted), NULL);
  g_task_run_in_thread (task, set_in_thread);
}

gboolean
bright_autostart_set_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_task_return_boolean (
      task, g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
                && !g_key_file_get_boolean (file, "Desktop Entry", "Hidden", NULL)
                && (!g_key_file_has_key (file, "Desktop Entry", "X-GNOME-Autostart-enabled", NULL)
                    || g_key_file_get_boolean (file, "Desktop Entry", "X-GNOME-Autostart-enabled",
                                               NULL)));
}

void
bright_autostart_find_async (GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_autostart_find_async);
  g_task_run_in_thread (task, find_in_thread);
}

gboolean
bright_autostart_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
