/* Tokens in files that somebody else provides, one per platform.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files are read on a thread, since nobody knows what they lie on.
 */
#include "bright-vault-private.h"

#include "bright-error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAXIMUM_TOKEN 16384 /* bytes */

#define BRIGHT_TYPE_VAULT_FILES (bright_vault_files_get_type ())
G_DECLARE_FINAL_TYPE (BrightVaultFiles, bright_vault_files, BRIGHT, VAULT_FILES, BrightVault)

struct _BrightVaultFiles
{
  BrightVault parent_instance;

  char *folder; /* (owned) */
};

G_DEFINE_FINAL_TYPE (BrightVaultFiles, bright_vault_files, BRIGHT_TYPE_VAULT)

static gboolean
check_status (int descriptor, const char *path, GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED, "%s is not a file", path);
      return FALSE;
    }
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED,
                   "%s can be read by others; its mode must be 0600 or 0400", path);
      return FALSE;
    }
  return TRUE;
}

/* Reads what is there into a terminated buffer; returns FALSE if it does not fit. */
static gboolean
read_into (int descriptor, char *buffer, gsize size)
{
  gsize n_read = 0;

  while (n_read < size)
    {
      gssize n = read (descriptor, buffer + n_read, size - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          buffer[n_read] = '\0';
          return n == 0;
        }
      n_read += (gsize)n;
    }
  return FALSE;
}

static char *
read_token (int descriptor, const char *path, GError **error)
{
  char buffer[MAXIMUM_TOKEN];
  char *token = NULL;

  if (check_status (descriptor, path, error))
    {
      if (read_into (descriptor, buffer, sizeof buffer)
          && bright_vault_is_token (g_strchomp (buffer)))
        token = g_strdup (buffer);
      else
        g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED, "%s does not hold a token",
                     path);
    }
  explicit_bzero (buffer, sizeof buffer);
  return token;
}

/* task_data: the path of the file. */
static void
read_in_thread (GTask *task, gpointer vault, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  /* Not blocking: a pipe in the place of the file would keep the thread for ever. */
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  GError *error = NULL;
  char *token;

  if (descriptor < 0)
    {
      g_task_return_new_error (task, BRIGHT_ERROR,
                               errno == ENOENT ? BRIGHT_ERROR_TOKEN_MISSING
                                               : BRIGHT_ERROR_TOKEN_REFUSED,
                               "%s cannot be read: %s", path, g_strerror (errno));
      return;
    }
  token = read_token (descriptor, path, &error);
  close (descriptor);
  if (token == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, token, (GDestroyNotify)bright_vault_free_token);
}

static void
files_lookup (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  g_autofree char *name = g_strconcat (bright_platform_name (platform), "-token", NULL);

  g_task_set_task_data (task, g_build_filename (BRIGHT_VAULT_FILES (vault)->folder, name, NULL),
                        g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
bright_vault_files_finalize (GObject *object)
{
  g_free (BRIGHT_VAULT_FILES (object)->folder);
  G_OBJECT_CLASS (bright_vault_files_parent_class)->finalize (object);
}

static void
bright_vault_files_class_init (BrightVaultFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_vault_files_finalize;
  BRIGHT_VAULT_CLASS (klass)->lookup = files_lookup;
}

static void
bright_vault_files_init (BrightVaultFiles *self)
{
}

BrightVault *
bright_vault_new_files (const char *folder)
{
  BrightVaultFiles *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (BRIGHT_TYPE_VAULT_FILES, NULL);
  self->folder = g_strdup (folder);
  return BRIGHT_VAULT (self);
}
