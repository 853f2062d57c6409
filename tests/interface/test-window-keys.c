/* Tests of what the keys of the window do, and of a sync that is under way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shortcuts.h"
#include "bright-sync-desk.h"
#include "bright-work-bar.h"
#include "window-support.h"

#include <string.h>

/* Activates what stands behind a key. */
static void
press (WindowFixture *fixture, const char *key)
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
test_shortcuts (WindowFixture *fixture, gconstpointer unused)
{
  press (fixture, "<Alt>3");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "orders");
  press (fixture, "<Alt>4");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "settings");
  press (fixture, "<Alt>1");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "home");
  press (fixture, "<Alt>2");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "plan");
  press (fixture, "<Control>comma");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "settings");
  press (fixture, "<Control>f");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "orders");
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static guint
count_sales_orders (WindowFixture *fixture)
{
  g_autoptr (JsonArray) list = practice_list (fixture->practice, "brightpearl/sales-orders");

  return json_array_get_length (list);
}

/* Ctrl+P plans and writes nothing, F5 syncs and says what it did. */
static void
test_sync_keys (WindowFixture *fixture, gconstpointer unused)
{
  guint before = count_sales_orders (fixture);

  press (fixture, "<Control>p");
  g_assert_cmpstr (window_fixture_get_page (fixture), ==, "plan");
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the plan");
  interface_settle (fixture->profile);
  g_assert_cmpuint (bright_sync_service_get_plan (fixture->profile->service)->len, >, 0);
  g_assert_cmpuint (count_sales_orders (fixture), ==, before);
  press (fixture, "F5");
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the sync");
  interface_settle (fixture->profile);
  g_assert_cmpuint (count_sales_orders (fixture), >, before);
  g_assert_nonnull (strstr (window_fixture_get_toast (fixture), "orders created"));
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
test_help (WindowFixture *fixture, gconstpointer unused)
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
  WindowFixture *fixture = data;
  GtkWidget *bar = window_fixture_get (fixture, BRIGHT_TYPE_WORK_BAR, NULL);
  GtkWidget *label = interface_find (bar, GTK_TYPE_LABEL, NULL);

  return label != NULL && gtk_widget_get_child_visible (label)
         && interface_find (bar, GTK_TYPE_BUTTON, "Cancel") != NULL
         && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), "Working: ");
}

/* A long sync tells how far it is, and can be stopped; what was sent is kept. */
static void
test_cancel (WindowFixture *fixture, gconstpointer unused)
{
  practice_set_faults (fixture->practice, "slow=1,on=multi-message");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sync-now", NULL);
  g_assert_false (
      gtk_widget_is_sensitive (window_fixture_get (fixture, GTK_TYPE_BUTTON, "Sync Now")));
  interface_wait (fixture->profile, shows_numbers, fixture, "the numbers of a sync");
  interface_assert_accessible (GTK_WIDGET (fixture->window));
  interface_shoot (GTK_WINDOW (fixture->window), "home-working");
  interface_click (window_fixture_get (fixture, GTK_TYPE_BUTTON, "Cancel"));
  interface_wait (fixture->profile, window_fixture_is_idle, fixture, "the sync to stop");
  interface_settle (fixture->profile);
  g_assert_cmpstr (window_fixture_get_toast (fixture), ==, "Stopped. What was sent is kept.");
  g_assert_true (
      gtk_widget_is_sensitive (window_fixture_get (fixture, GTK_TYPE_BUTTON, "Sync Now")));
  practice_set_faults (fixture->practice, "");
  profile_sync_and_forget (fixture->profile);
  profile_assert_settled (fixture->profile);
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/window/shortcuts", WindowFixture, NULL, window_fixture_set_up, test_shortcuts,
              window_fixture_tear_down);
  g_test_add ("/window/sync-keys", WindowFixture, NULL, window_fixture_set_up, test_sync_keys,
              window_fixture_tear_down);
  g_test_add ("/window/help", WindowFixture, NULL, window_fixture_set_up, test_help,
              window_fixture_tear_down);
  g_test_add ("/window/cancel", WindowFixture, NULL, window_fixture_set_up, test_cancel,
              window_fixture_tear_down);
  return g_test_run ();
}
