/* The profile's lock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a child says: the error's name, or "held" while it holds the lock until it is killed. */
static int
try_to_lock (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightProfileLock) lock = bright_profile_lock_acquire (folder, &error);

  if (lock == NULL)
    {
      g_print ("%s\n", bright_error_name (error->code));
      return 0;
    }
  g_print ("held\n");
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_line (GSubprocess *child)
{
  g_autoptr (GDataInputStream) lines
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  return g_data_input_stream_read_line (lines, NULL, NULL, NULL);
}

static void
test_lock (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "deep", "profile", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BrightProfileLock) lock = bright_profile_lock_acquire (folder, &error);

      g_assert_no_error (error);
      g_assert_nonnull (lock);
      g_assert_cmpint (g_stat (folder, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
      g_assert_null (bright_profile_lock_acquire (folder, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY);
      g_clear_error (&error);
    }
  bright_profile_lock_release (NULL);
}

static void
test_two_processes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightProfileLock) lock = bright_profile_lock_acquire (fixture->folder, &error);
  g_autoptr (GSubprocess) refused = start_child ("try-to-lock", fixture->folder);
  g_autoptr (GSubprocess) holder = NULL;
  g_autofree char *answer = read_line (refused);
  g_autofree char *later_answer = NULL;

  g_assert_cmpstr (answer, ==, "profile-busy");
  g_assert_true (g_subprocess_wait_check (refused, NULL, &error));

  /* Now the other way round, until the kernel takes the lock from a process that was killed. */
  g_clear_pointer (&lock, bright_profile_lock_release);
  holder = start_child ("try-to-lock", fixture->folder);
  later_answer = read_line (holder);
  g_assert_cmpstr (later_answer, ==, "held");
  g_assert_null (bright_profile_lock_acquire (fixture->folder, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY);
  g_clear_error (&error);
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  lock = bright_profile_lock_acquire (fixture->folder, &error);
  g_assert_no_error (error);
}

/* A child that was started meanwhile does not keep the lock. */
static void
test_children_do_not_hold_it (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightProfileLock) lock = bright_profile_lock_acquire (fixture->folder, &error);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autoptr (GSubprocess) child = start_child ("try-to-lock", elsewhere);
  g_autofree char *answer = read_line (child);

  g_assert_cmpstr (answer, ==, "held");
  g_clear_pointer (&lock, bright_profile_lock_release);
  lock = bright_profile_lock_acquire (fixture->folder, &error);
  g_assert_no_error (error);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bright_profile_lock_acquire (fixture->path, &error));
  assert_storage_error (error, "cannot be locked");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "try-to-lock"))
    return try_to_lock (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-lock/lock", test_lock);
  ADD ("/journal-lock/two-processes", test_two_processes);
  ADD ("/journal-lock/children-do-not-hold-it", test_children_do_not_hold_it);
  ADD ("/journal-lock/folder-in-the-way", test_folder_in_the_way);
  return g_test_run ();
}
