/* How long the main loop is busy at a stretch while very many orders are synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     PRACTICE_PROGRAM=build/src/practice/brightconnect-practice \
 *       tests/interface/run-on-display.sh build/tests/benchmarks/window-stalls [ORDERS]
 *
 * Syncs the practice store twice from nothing: once without a window, and once with the window's
 * list of orders scrolling from end to end. Prints and asserts nothing. The time of day counts
 * whatever else the machine does; the processor time is that of the main thread alone.
 */
#include "bright-order-list.h"
#include "bright-window.h"
#include "interface.h"

#include <stdlib.h>
#include <time.h>

#define SHARE_IN_SCOPE 0.63
#define LONGEST_ALLOWED 16.0
#define MILLISECONDS_BETWEEN_STEPS 50

/* What the main loop did between two waits. */
typedef struct
{
  gint64 woken;           /* nanoseconds, when it last woke up; 0 if that is not known */
  gint64 woken_processor; /* the same, of processor time */
  guint64 iterations;
  guint late;           /* iterations that took too long, by the time of day */
  guint late_processor; /* the same, by processor time */
  double longest;       /* milliseconds */
  double longest_processor;
} Loop;

static Loop loop;

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gint64)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
note_iteration (void)
{
  double took = (double)(read_clock (CLOCK_MONOTONIC) - loop.woken) / 1e6;
  double processor = (double)(read_clock (CLOCK_THREAD_CPUTIME_ID) - loop.woken_processor) / 1e6;

  loop.iterations++;
  loop.longest = MAX (loop.longest, took);
  loop.longest_processor = MAX (loop.longest_processor, processor);
  loop.late += took > LONGEST_ALLOWED;
  loop.late_processor += processor > LONGEST_ALLOWED;
}

static gint
poll_and_measure (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint result;

  if (loop.woken != 0)
    note_iteration ();
  result = g_poll (descriptors, n_descriptors, timeout);
  loop.woken = read_clock (CLOCK_MONOTONIC);
  loop.woken_processor = read_clock (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

static void
show (const char *words, guint created, double seconds)
{
  g_print ("%s: %u orders in %.1f s, %" G_GUINT64_FORMAT " iterations\n", words, created, seconds,
           loop.iterations);
  g_print ("  by the time of day:     longest %6.1f ms, %u over %.0f ms\n", loop.longest, loop.late,
           LONGEST_ALLOWED);
  g_print ("  by its processor time:  longest %6.1f ms, %u over %.0f ms\n", loop.longest_processor,
           loop.late_processor, LONGEST_ALLOWED);
}

/* ---- The sync ---- */

typedef struct
{
  gboolean over;
  guint created;
} Run;

static gboolean
is_over (gpointer run)
{
  return ((Run *)run)->over;
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (report == NULL)
    g_error ("the sync failed: %s", error->message);
  run->created = report->orders_created;
  run->over = TRUE;
}

static gboolean
advance_clock (gpointer profile)
{
  bright_clock_advance (((Profile *)profile)->clock, 20 * G_TIME_SPAN_MILLISECOND);
  return G_SOURCE_CONTINUE;
}

static void
sync_and_measure (Profile *profile, const char *words)
{
  Run run = { FALSE, 0 };
  gint64 start = g_get_monotonic_time ();
  guint clock = g_timeout_add (2, advance_clock, profile);

  loop = (Loop){ 0 };
  g_main_context_set_poll_func (NULL, poll_and_measure);
  bright_sync_service_run_async (profile->service, FALSE, NULL, NULL, synced_cb, &run);
  while (!is_over (&run))
    g_main_context_iteration (NULL, TRUE);
  g_main_context_set_poll_func (NULL, NULL);
  g_source_remove (clock);
  show (words, run.created, (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

/* ---- The window ---- */

static gboolean
scroll (gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value
      = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 4;

  gtk_adjustment_set_value (adjustment, value < end ? value : 0.0);
  return G_SOURCE_CONTINUE;
}

static GtkAdjustment *
find_adjustment (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root)
      && gtk_widget_get_ancestor (root, BRIGHT_TYPE_ORDER_LIST) != NULL)
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
measure_with_window (Profile *profile)
{
  BrightWindow *window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  guint scrolling;

  bright_window_set_service (window, profile->service);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "orders");
  interface_settle (profile);
  scrolling
      = g_timeout_add (MILLISECONDS_BETWEEN_STEPS, scroll, find_adjustment (GTK_WIDGET (window)));
  sync_and_measure (profile, "with the list of orders scrolling");
  g_source_remove (scrolling);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  interface_settle (profile);
}

static void
measure (const char *orders, gboolean with_window)
{
  Practice *practice = practice_start ("--limits", "off", "--orders", orders, NULL);
  Profile *profile = profile_new (practice, NULL);

  if (with_window)
    measure_with_window (profile);
  else
    sync_and_measure (profile, "without a window");
  profile_free (profile);
  practice_stop (practice);
}

int
main (int argc, char **argv)
{
  g_autofree char *orders = NULL;

  adw_init ();
  orders = g_strdup_printf ("%.0f", (argc > 1 ? atof (argv[1]) : 10000) / SHARE_IN_SCOPE);
  measure (orders, FALSE);
  measure (orders, TRUE);
  return 0;
}
