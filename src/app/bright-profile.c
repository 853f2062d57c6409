/* Where a profile lives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-profile.h"

#include "bright-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

BrightProfile *
bright_profile_new_for_user (void)
{
  BrightProfile *self = g_new0 (BrightProfile, 1);

  self->configuration_directory
      = g_build_filename (g_get_user_config_dir (), "brightconnect", NULL);
  self->data_directory = g_build_filename (g_get_user_data_dir (), "brightconnect", NULL);
  return self;
}

BrightProfile *
bright_profile_new_temporary (GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("brightconnect-XXXXXX", &cause);
  BrightProfile *self;

  if (folder == NULL)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
                   _ ("cannot make a folder for the practice profile: %s"), cause->message);
      return NULL;
    }
  self = g_new0 (BrightProfile, 1);
  self->configuration_directory = g_build_filename (folder, "configuration", NULL);
  self->data_directory = g_build_filename (folder, "data", NULL);
  self->temporary_directory = g_steal_pointer (&folder);
  return self;
}

/* A profile has folders in one folder and files in those; never follows a link. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  if (g_remove (path) != 0)
    g_debug ("cannot remove %s", path);
}

void
bright_profile_free (BrightProfile *self)
{
  if (self->temporary_directory != NULL)
    remove_tree (self->temporary_directory);
  g_free (self->configuration_directory);
  g_free (self->data_directory);
  g_free (self->temporary_directory);
  g_free (self);
}

char *
bright_profile_dup_settings_path (const BrightProfile *self)
{
  return g_build_filename (self->configuration_directory, "settings.json", NULL);
}

gboolean
bright_profile_exists (const BrightProfile *self)
{
  g_autofree char *path = bright_profile_dup_settings_path (self);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}
