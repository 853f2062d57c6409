/* Tests of the window itself: its views, its bars, its shortcuts and its memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-adaptive-bin.h"
#include "bright-condition-bar.h"
#include "bright-home-page.h"
#include "bright-shortcuts.h"
#include "bright-sync-desk.h"
#include "bright-sync-insight.h"
#include "bright-window.h"
#include "bright-work-bar.h"
#include "interface.h"

#include <glib/gstdio.h>
#include <string.h>

#define NARROW 360

typedef struct
{
  Practice *practice;
  Profile *profile;
  GtkApplication *application;
  BrightWindow *window;
} Fixture;

static void
open_window (Fixture *fixture)
{
  fixture->window = g_object_ref_sink (bright_window_new (fixture->application, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  g_assert_finalize_object (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  static guint number;
  /* An application that never ran leaves its objects on the bus. */
  g_autofree char *id = g_strdup_printf ("com.example.BrightConnect.Test%u", number++);
  g_autoptr (GError) error = NULL;

  fixture->practice = practice_start ("--orders", "60", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  bright_shortcuts_install (fixture->application);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  close_window (fixture);
  g_clear_object (&fixture->application);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static GtkWidget *
get (Fixture *fixture, GType type, const char *text)
{
  return interface_get (GTK_WIDGET (fixture->window), type, text);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return interface_find (GTK_WIDGET (fixture->window), type, text);
}

static const char *
get_page (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (
      ADW_VIEW_STACK (get (fixture, ADW_TYPE_VIEW_STACK, NULL)));
}

static gboolean
is_working (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *state = NULL;

  g_object_get (fixture->profile->service, "state", &state, NULL);
  return strcmp (state, "working") == 0;
}

static gboolean
is_idle (gpointer data)
{
  return !is_working (data);
}

/* What the toast says; NULL without one. */
static const char *
get_toast (Fixture *fixture)
{
  GtkWidget *toast = find (fixture, g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? interface_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
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

/* What the window shows asks for no more room than it has. */
static void
assert_fits (Fixture *fixture)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (get (fixture, BRIGHT_TYPE_ADAPTIVE_BIN, NULL)));
  int least;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_assert_cmpint (gtk_widget_get_width (content), <=, NARROW);
}

/* At 360 pixels the views are switched at the bottom and nothing is cut off. */
static void
test_narrow (Fixture *fixture, gconstpointer unused)
{
  AdwViewSwitcherBar *bar = ADW_VIEW_SWITCHER_BAR (get (fixture, ADW_TYPE_VIEW_SWITCHER_BAR, NULL));
  GtkWidget *sync = get (fixture, GTK_TYPE_BUTTON, "Sync Now");

  g_assert_false (adw_view_switcher_bar_get_reveal (bar));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 600);
  interface_settle (fixture->profile);
  g_assert_true (adw_view_switcher_bar_get_reveal (bar));
  assert_fits (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.plan", NULL);
  interface_wait (fixture->profile, is_idle, fixture, "the plan");
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
test_watch (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);

  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Choose Mode…"));
  g_assert_cmpstr (get_page (fixture), ==, "settings");
}

/* What waits for approval stands in the bar, with the way to it. */
static void
test_ask (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);

  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Review"));
  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-ask");
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Review"));
  interface_settle (fixture->profile);
  g_assert_cmpstr (get_page (fixture), ==, "plan");
  /* There the page says it itself. */
  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Review"));
}

/* Activates what stands behind a key. */
static void
press (Fixture *fixture, const char *key)
{
  g_auto (GStrv) actions = gtk_application_get_actions_for_accel (fixture->application, key);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (actions), ==, 1);
  g_action_parse_detailed_name (actions[0], &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, target));
  interface_settle (fixture->profile);
}

static void
test_shortcuts (Fixture *fixture, gconstpointer unused)
{
  press (fixture, "<Alt>3");
  g_assert_cmpstr (get_page (fixture), ==, "orders");
  press (fixture, "<Alt>4");
  g_assert_cmpstr (get_page (fixture), ==, "settings");
  press (fixture, "<Alt>1");
  g_assert_cmpstr (get_page (fixture), ==, "home");
  press (fixture, "<Alt>2");
  g_assert_cmpstr (get_page (fixture), ==, "plan");
  press (fixture, "<Control>comma");
  g_assert_cmpstr (get_page (fixture), ==, "settings");
  press (fixture, "<Control>f");
  g_assert_cmpstr (get_page (fixture), ==, "orders");
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static guint
count_sales_orders (Fixture *fixture)
{
  g_autoptr (JsonArray) list = practice_list (fixture->practice, "brightpearl/sales-orders");

  return json_array_get_length (list);
}

/* Ctrl+P plans and writes nothing, F5 syncs and says what it did. */
static void
test_sync_keys (Fixture *fixture, gconstpointer unused)
{
  guint before = count_sales_orders (fixture);

  press (fixture, "<Control>p");
  g_assert_cmpstr (get_page (fixture), ==, "plan");
  interface_wait (fixture->profile, is_idle, fixture, "the plan");
  interface_settle (fixture->profile);
  g_assert_cmpuint (bright_sync_service_get_plan (fixture->profile->service)->len, >, 0);
  g_assert_cmpuint (count_sales_orders (fixture), ==, before);
  press (fixture, "F5");
  interface_wait (fixture->profile, is_idle, fixture, "the sync");
  interface_settle (fixture->profile);
  g_assert_cmpuint (count_sales_orders (fixture), >, before);
  g_assert_nonnull (strstr (get_toast (fixture), "orders created"));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* Each key of the table has an action, and the list of keys opens and closes. */
static void
test_help (Fixture *fixture, gconstpointer unused)
{
  GtkWindow *help;

  for (const BrightShortcut *shortcut = bright_shortcuts; shortcut->action != NULL; shortcut++)
    for (const char *const *key = shortcut->accelerators; *key != NULL; key++)
      {
        g_auto (GStrv) actions = gtk_application_get_actions_for_accel (fixture->application, *key);

        g_assert_true (g_strv_contains ((const char *const *)actions, shortcut->action));
      }
  press (fixture, "<Control>question");
  help = find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (help);
  interface_get (GTK_WIDGET (help), GTK_TYPE_LABEL, "Make a plan");
  gtk_window_close (help);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.about", NULL);
  interface_settle (fixture->profile);
  g_assert_nonnull (find_window (ADW_TYPE_ABOUT_WINDOW));
  gtk_window_destroy (find_window (ADW_TYPE_ABOUT_WINDOW));
}

static gboolean
shows_numbers (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *bar = get (fixture, BRIGHT_TYPE_WORK_BAR, NULL);
  GtkWidget *label = interface_find (bar, GTK_TYPE_LABEL, NULL);

  return label != NULL && gtk_widget_get_child_visible (label)
         && interface_find (bar, GTK_TYPE_BUTTON, "Cancel") != NULL
         && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), "Working: ");
}

/* A long sync tells how far it is, and can be stopped; what was sent is kept. */
static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  practice_set_faults (fixture->practice, "slow=1,on=multi-message");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Sync Now")));
  interface_wait (fixture->profile, shows_numbers, fixture, "the numbers of a sync");
  interface_assert_accessible (GTK_WIDGET (fixture->window));
  interface_shoot (GTK_WINDOW (fixture->window), "home-working");
  interface_click (get (fixture, GTK_TYPE_BUTTON, "Cancel"));
  interface_wait (fixture->profile, is_idle, fixture, "the sync to stop");
  interface_settle (fixture->profile);
  g_assert_cmpstr (get_toast (fixture), ==, "Stopped. What was sent is kept.");
  g_assert_true (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Sync Now")));
  practice_set_faults (fixture->practice, "");
  profile_sync_and_forget (fixture->profile);
  profile_assert_settled (fixture->profile);
}

/* A failure stands in the bar, and goes with the next success. */
static void
test_failure (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = get (fixture, BRIGHT_TYPE_CONDITION_BAR, NULL);
  BrightSettingsGroup *orders = bright_settings_get_group (
      bright_sync_service_get_settings (fixture->profile->service), "orders");

  g_object_set (orders, "channel-id", (gint64)0, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  interface_wait (fixture->profile, is_idle, fixture, "the sync to fail");
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-failed");
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Open Setting"));
  g_assert_cmpstr (get_page (fixture), ==, "settings");
  g_object_set (orders, "channel-id", (gint64)4, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  interface_wait (fixture->profile, is_idle, fixture, "the sync");
  interface_settle (fixture->profile);
  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Open Setting"));
}

/* The window opens where it was closed. */
static void
test_memory (Fixture *fixture, gconstpointer unused)
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
  gtk_window_close (GTK_WINDOW (fixture->window));
  close_window (fixture);
  open_window (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
  g_assert_cmpstr (get_page (fixture), ==, "orders");
}

/* Large letters and a script from right to left, to be looked at. */
static void
test_large_and_reversed (Fixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution;

  profile_sync_and_forget (fixture->profile);
  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-large");
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  close_window (fixture);
  open_window (fixture);
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
  g_test_add ("/window/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/window/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/window/watch", Fixture, "{'schedule': {'mode': 'watch'}}", set_up, test_watch,
              tear_down);
  g_test_add ("/window/ask", Fixture, "{'schedule': {'mode': 'ask'}}", set_up, test_ask, tear_down);
  g_test_add ("/window/shortcuts", Fixture, NULL, set_up, test_shortcuts, tear_down);
  g_test_add ("/window/sync-keys", Fixture, NULL, set_up, test_sync_keys, tear_down);
  g_test_add ("/window/help", Fixture, NULL, set_up, test_help, tear_down);
  g_test_add ("/window/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/window/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/window/memory", Fixture, NULL, set_up, test_memory, tear_down);
  g_test_add ("/window/large-and-reversed", Fixture, NULL, set_up, test_large_and_reversed,
              tear_down);
  return g_test_run ();
}
