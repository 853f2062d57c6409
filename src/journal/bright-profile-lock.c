/* The profile's lock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kernel locks a file that stays where it is: to remove it would let two
 * processes lock two files of one name.
 */
#include "bright-error.h"
#include "bright-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME "profile.lock"

struct _BrightProfileLock
{
  int descriptor;
};

static BrightProfileLock *
fail (const char *directory, GError **error)
{
  if (errno == EWOULDBLOCK)
    g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY,
                         "the profile is being synced by another process");
  else
    g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE,
                 "the profile \"%s\" cannot be locked: %s", directory, g_strerror (errno));
  return NULL;
}

BrightProfileLock *
bright_profile_lock_acquire (const char *directory, GError **error)
{
  g_autoptr (BrightProfileLock) lock = NULL;
  g_autofree char *path = NULL;
  int descriptor;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, LOCK_NAME, NULL);
  if (g_mkdir_with_parents (directory, 0700) != 0)
    return fail (directory, error);
  descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail (directory, error);
  lock = g_new0 (BrightProfileLock, 1);
  lock->descriptor = descriptor;
  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    return fail (directory, error);
  return g_steal_pointer (&lock);
}

void
bright_profile_lock_release (BrightProfileLock *lock)
{
  if (lock == NULL)
    return;
  close (lock->descriptor);
  g_free (lock);
}
