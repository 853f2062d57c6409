/* Tests of the window itself: its views, its bars and its memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-adaptive-bin.h"
#include "bright-condition-bar.h"
#include "window-support.h"

#include <glib/gstdio.h>

#define NARROW 360

/* Every view has named controls only. */
static void
test_views (WindowFixture *fixture, gconstpointer unused)
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

/* What the window shows asks for no more room than it has. */
static void
assert_fits (WindowFixture *fixture)
{
  GtkWidget *content
      = adw_bin_get_child (ADW_BIN (window_fixture_get (fixture, BRIGHT_TYPE_ADAPTIVE_BIN, NULL)));
  int least;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_assert_cmpint (gtk_widget_get_width (content), <=, NARROW);
}

/* At 360 pixels the views are switched at the bottom and nothing is cut off. */
static void
test_narrow (WindowFixture *fixture, gconstpointer unused)
{
  AdwViewSwitcherBar *bar
      = ADW_VIEW_SWITCHER_BAR (window_fixture_get (fixture, ADW_TYPE_VIEW_SWITCHER_BAR, NULL));
  GtkWidget *sync = window_fixture_get (fixture, GTK_TYPE_BUTTON, "Sync Now");

  g_assert_false (adw_view_switcher_bar_get_reveal (bar));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 600);
  interface_settle (fixture->profile);
  g_assert_true (adw_view_switcher_bar_get_reveal (bar));
  assert_fits (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.plan", NULL);
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the plan");
  interface_settle (fixture->profile);
  assert_fits (fixture);
  g_assert_nonnull (gtk_button_get_icon_name (GTK_BUTTON (sync)));
  interface_assert_accessible (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  interface_settle (fixture->profile);
  g_assert_false (adw_view_switcher_bar_get_reveal (bar));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (sync)), ==, "_Sync Now");
}

static void
test_watch (WindowFixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = window_fixture_get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);

  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Choose Mode…"));
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "settings");
}

/* What waits for approval stands in the bar, with the way to it. */
static void
test_ask (WindowFixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = window_fixture_get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);

  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Review"));
  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-ask");
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Review"));
  interface_settle (fixture->profile);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "plan");
  /* There the page says it itself. */
  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Review"));
}

/* A failure stands in the bar, and goes with the next success. */
static void
test_failure (WindowFixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = window_fixture_get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);
  BrightSettingsGroup *orders = bright_settings_get_group (
      bright_sync_service_get_settings (fixture->profile->service), "orders");

  g_object_set (orders, "channel-id", (gint64)0, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the sync to fail");
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-failed");
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Open Setting"));
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "settings");
  g_object_set (orders, "channel-id", (gint64)4, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the sync");
  interface_settle (fixture->profile);
  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Open Setting"));
}

/* The window opens where it was closed. */
static void
test_memory (WindowFixture *fixture, gconstpointer unused)
{
  int width;
  int height;

  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL)
    {
      g_test_skip ("there is no glib-compile-schemas");
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "orders");
  interface_settle (fixture->profile);
  window_fixture_close (fixture);
  window_fixture_open (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "orders");
}

/* Large letters and a script from right to left, to be looked at. */
static void
test_large_and_reversed (WindowFixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "home");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 720);
  profile_sync_and_forget (fixture->profile);
  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-large");
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window_fixture_close (fixture);
  window_fixture_open (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "home");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 720);
  interface_settle (fixture->profile);
  interface_assert_accessible (GTK_WIDGET (fixture->window));
  interface_shoot (GTK_WINDOW (fixture->window), "home-reversed");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The keys of the schema that the window reads; it must be there before GIO looks. */
static void
make_schema (void)
{
  static const char text[]
      = "<schemalist><schema id='com.example.BrightConnect' path='/com/example/BrightConnect/'>"
        "<key name='width' type='i'><default>1000</default></key>"
        "<key name='height' type='i'><default>720</default></key>"
        "<key name='maximized' type='b'><default>false</default></key>"
        "<key name='page' type='s'><default>'home'</default></key>"
        "</schema></schemalist>";
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "schemas", NULL);
  g_autofree char *path = g_build_filename (folder, "test.gschema.xml", NULL);
  g_autofree char *program = g_find_program_in_path ("glib-compile-schemas");
  const char *const command[] = { program, folder, NULL };
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_setenv ("GSETTINGS_SCHEMA_DIR", folder, TRUE);
}

int
main (int argc, char **argv)
{
  make_schema ();
  interface_init (&argc, &argv);
  g_test_add ("/window/views", WindowFixture, NULL, window_fixture_set_up, test_views,
              window_fixture_tear_down);
  g_test_add ("/window/narrow", WindowFixture, NULL, window_fixture_set_up, test_narrow,
              window_fixture_tear_down);
  g_test_add ("/window/watch", WindowFixture, "{'schedule': {'mode': 'watch'}}",
              window_fixture_set_up, test_watch, window_fixture_tear_down);
  g_test_add ("/window/ask", WindowFixture, "{'schedule': {'mode': 'ask'}}", window_fixture_set_up,
              test_ask, window_fixture_tear_down);
  g_test_add ("/window/failure", WindowFixture, NULL, window_fixture_set_up, test_failure,
              window_fixture_tear_down);
  g_test_add ("/window/memory", WindowFixture, NULL, window_fixture_set_up, test_memory,
              window_fixture_tear_down);
  g_test_add ("/window/large-and-reversed", WindowFixture, NULL, window_fixture_set_up,
              test_large_and_reversed, window_fixture_tear_down);
  return g_test_run ();
}
