/* Tests of the window itself: its views, its bar and its shortcuts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-condition-bar.h"
#include "bright-window.h"
#include "interface.h"

typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "30", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  g_assert_finalize_object (fixture->window);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

/* Every view has named controls only. */
static void
test_views (Fixture *fixture, gconstpointer unused)
{
  static const char *const views[] = { "home", "plan", "orders", "settings" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", views[i]);
      interface_settle (fixture->profile);
      interface_assert_accessible (GTK_WIDGET (fixture->window));
      interface_shoot (GTK_WINDOW (fixture->window), views[i]);
    }
}

static void
test_watch (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_CONDITION_BAR, NULL);

  interface_get (bar, GTK_TYPE_BUTTON, "Choose Mode…");
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Choose Mode…"));
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/window/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/window/watch", Fixture, "{'schedule': {'mode': 'watch'}}", set_up, test_watch,
              tear_down);
  return g_test_run ();
}
