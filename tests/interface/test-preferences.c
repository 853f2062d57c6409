/* Tests of the preferences and of exporting from the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-export-dialog.h"
#include "bright-preferences.h"
#include "interface.h"

#include <glib/gstdio.h>
#include <string.h>

#define SCHEMA "com.example.BrightConnect"

typedef struct
{
  GtkWindow *parent;
  GSimpleActionGroup *actions;
  GSettings *settings;
  GtkWindow *window;
} Fixture;

static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer unused)
{
  g_simple_action_set_state (action, state);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GSimpleAction) running
      = g_simple_action_new_stateful ("keep-running", NULL, g_variant_new_boolean (FALSE));
  g_autoptr (GSimpleAction) problem
      = g_simple_action_new_stateful ("background-problem", NULL, g_variant_new_string (""));

  g_signal_connect (running, "change-state", G_CALLBACK (change_state_cb), NULL);
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (running));
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (problem));
  fixture->settings = g_settings_new (SCHEMA);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  fixture->window = bright_preferences_new (fixture->parent, G_ACTION_GROUP (fixture->actions),
                                            fixture->settings);
  gtk_window_present (fixture->window);
  interface_settle (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  gtk_window_destroy (fixture->window);
  gtk_window_destroy (fixture->parent);
  interface_settle (NULL);
  g_assert_null (window);
  g_settings_reset (fixture->settings, "notification-level");
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->actions);
}

static gboolean
keeps_running (Fixture *fixture)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (fixture->actions), "keep-running");

  return g_variant_get_boolean (state);
}

/* Both ways: the switch changes the action, and the action the switch. */
static void
test_running (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *running = interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_SWITCH, NULL);

  interface_assert_accessible (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (running)));
  gtk_switch_set_active (GTK_SWITCH (running), TRUE);
  g_assert_true (keeps_running (fixture));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->actions), "keep-running",
                                      g_variant_new_boolean (FALSE));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (running)));
  interface_shoot (fixture->window, "preferences");
}

static void
test_problem (Fixture *fixture, gconstpointer unused)
{
  GAction *problem
      = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "background-problem");

  g_simple_action_set_state (G_SIMPLE_ACTION (problem), g_variant_new_string ("Refused."));
  interface_settle (NULL);
  interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Refused.");
  g_simple_action_set_state (G_SIMPLE_ACTION (problem), g_variant_new_string (""));
  interface_settle (NULL);
  g_assert_null (interface_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Refused."));
}

static void
test_level (Fixture *fixture, gconstpointer unused)
{
  static const char *const levels[] = { "all", "important", "none" };
  GtkWidget *row = interface_get (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW, "Notify of");

  for (guint i = G_N_ELEMENTS (levels); i > 0; i--)
    {
      g_autofree char *level = NULL;

      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i - 1);
      level = g_settings_get_string (fixture->settings, "notification-level");
      g_assert_cmpstr (level, ==, levels[i - 1]);
    }
  g_settings_set_string (fixture->settings, "notification-level", "important");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
}

static gboolean
is_written (gpointer path)
{
  const char *end = g_str_has_suffix (path, ".json") ? "]}\n" : "\n";
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strlen (text) > 1000
         && g_str_has_suffix (text, end);
}

/* The name decides the form; what was written is complete when the file is there. */
static void
test_export (gconstpointer data)
{
  const char *suffix = data;
  gboolean replaces = g_str_equal (suffix, "-old.csv");
  g_autoptr (Practice) practice = practice_start ("--orders", "30", NULL);
  g_autoptr (Profile) profile = profile_new (practice, NULL);
  g_autofree char *folder = g_dir_make_tmp ("brightconnect-export-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("activity", suffix, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *child = gtk_label_new ("Here");
  g_autofree char *text = NULL;
  gsize length = 0;
  GStatBuf status;

  profile_sync_and_forget (profile);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  if (replaces)
    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  bright_export_dialog_save (child, profile->service, BRIGHT_EXPORT_ACTIVITY, file);
  interface_wait (profile, is_written, path, "the file");
  interface_settle (profile);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (
      g_str_has_prefix (text, g_str_equal (suffix, ".json") ? "{\"export\": \"activity\"" : "id,"));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0077, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/preferences/running", Fixture, NULL, set_up, test_running, tear_down);
  g_test_add ("/preferences/problem", Fixture, NULL, set_up, test_problem, tear_down);
  g_test_add ("/preferences/level", Fixture, NULL, set_up, test_level, tear_down);
  g_test_add_data_func ("/export/csv", ".csv", test_export);
  g_test_add_data_func ("/export/over-another-file", "-old.csv", test_export);
  g_test_add_data_func ("/export/json", ".json", test_export);
  return g_test_run ();
}
