/* What tests share: waiting with a deadline, and catching results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-util.h"

#define LONGEST_WAIT (20 * G_TIME_SPAN_SECOND)
#define MOMENT 2

static void
note_moment (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Long enough for what is on its way over loopback, with room to spare. */
static void
run_a_moment (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (MOMENT, note_moment, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
test_wait_until (TestCondition condition, TestTick tick, gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for: %s", what);
      if (tick != NULL)
        tick (data);
      run_a_moment ();
    }
}

void
test_run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    run_a_moment ();
}

void
test_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
test_wait_for_result (GAsyncResult **result, const char *what)
{
  test_wait_until (has_result, NULL, result, what);
}
