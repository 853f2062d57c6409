/* Tests of the page Home.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-condition-bar.h"
#include "bright-count-tiles.h"
#include "bright-day-chart.h"
#include "bright-home-flows.h"
#include "bright-home-page.h"
#include "bright-proof-view.h"
#include "bright-sync-insight.h"
#include "bright-window.h"
#include "interface.h"

#include <string.h>

typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "40", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  fixture->page = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_HOME_PAGE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  interface_await_finalized (fixture->profile, fixture->window);
  interface_await_finalized (fixture->profile, page);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static const char *
get_number (Fixture *fixture, const char *state)
{
  GtkWidget *tile = interface_find_named (fixture->page, state);

  return gtk_label_get_label (GTK_LABEL (interface_get (tile, GTK_TYPE_LABEL, NULL)));
}

static const char *
get_page (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (
      ADW_VIEW_STACK (interface_get (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK, NULL)));
}

static GtkWidget *
find_text (GtkWidget *root, const char *text)
{
  return interface_find (root, GTK_TYPE_LABEL, text);
}

/* The numbers are those of the sync, and each leads to its list. */
static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  static const char *const states[] = { "attention", "linked", "held", "waiting", "filtered" };
  g_autoptr (BrightSyncReport) report = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *filtered = NULL;

  g_assert_nonnull (find_text (fixture->page, "– Ready"));
  report = profile_sync (fixture->profile);
  interface_settle (fixture->profile);
  g_assert_cmpuint (report->orders_created, >, 0);
  filtered = g_strdup_printf ("%u", report->orders_filtered);
  g_assert_cmpstr (get_number (fixture, "filtered"), ==, filtered);
  g_assert_cmpstr (get_number (fixture, "linked"), !=, "0");
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      interface_click (interface_find_named (fixture->page, states[i]));
      interface_settle (fixture->profile);
      g_assert_cmpstr (get_page (fixture), ==, "orders");
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "home");
    }
}

/* Everything on the page has a name, and its pictures are taken with numbers on them. */
static void
test_look (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *scroller = interface_get (fixture->page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  profile_sync_and_forget (fixture->profile);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Prove Now"));
  interface_settle (fixture->profile);
  interface_settle (fixture->profile);
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "home-synced");
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  interface_settle (fixture->profile);
  interface_shoot (GTK_WINDOW (fixture->window), "home-below");
}

/* Without an open item it is up to date, and only then. */
static void
test_health (Fixture *fixture, gconstpointer unused)
{
  guint attention;

  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
  g_object_get (fixture->profile->service, "attention", &attention, NULL);
  g_assert_cmpuint (attention, >, 0);
  g_assert_nonnull (find_text (fixture->page, "! Needs you"));
  g_assert_null (find_text (fixture->page, "✓ Up to date"));
}

/* The whole sync is paused from the menu and resumed from the bar. */
static void
test_pause (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *bar = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_CONDITION_BAR, NULL);

  g_assert_null (interface_find (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.pause", "s", "endless");
  interface_settle (fixture->profile);
  g_assert_cmpint (bright_sync_service_get_paused_until (fixture->profile->service), ==,
                   G_MAXINT64);
  g_assert_nonnull (find_text (fixture->page, "‖ Paused"));
  interface_shoot (GTK_WINDOW (fixture->window), "home-paused");
  /* A sync that a person asks for is done, and the pause stays. */
  profile_sync_and_forget (fixture->profile);
  g_assert_nonnull (find_text (fixture->page, "‖ Paused"));
  interface_click (interface_get (bar, GTK_TYPE_BUTTON, "Resume"));
  interface_settle (fixture->profile);
  g_assert_cmpint (bright_sync_service_get_paused_until (fixture->profile->service), ==, 0);
  g_assert_null (find_text (fixture->page, "‖ Paused"));
  g_assert_null (interface_find (bar, GTK_TYPE_BUTTON, "Resume"));
}

/* A paused flow is left out; resumed, it catches up. */
static void
test_pause_flow (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = interface_find_named (fixture->page, "orders");
  g_autoptr (BrightSyncReport) paused = NULL;
  g_autoptr (BrightSyncReport) resumed = NULL;

  interface_get (row, GTK_TYPE_MENU_BUTTON, "Pause Orders");
  gtk_widget_activate_action (fixture->page, "home.pause", "(ss)", "orders", "hour");
  interface_settle (fixture->profile);
  g_assert_null (interface_find (row, GTK_TYPE_MENU_BUTTON, "Pause Orders"));
  paused = profile_sync (fixture->profile);
  g_assert_cmpuint (paused->orders_created, ==, 0);
  interface_click (interface_get (row, GTK_TYPE_BUTTON, "Resume Orders"));
  interface_settle (fixture->profile);
  resumed = profile_sync (fixture->profile);
  g_assert_cmpuint (resumed->orders_created, >, 0);
}

static gboolean
has_proof (gpointer data)
{
  Fixture *fixture = data;

  return interface_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL) != NULL
         && interface_find (fixture->page, GTK_TYPE_BUTTON, "Prove Now") != NULL;
}

static void
test_proof (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *view = interface_get (fixture->page, BRIGHT_TYPE_PROOF_VIEW, NULL);
  gint64 before;

  before = profile_count_writes (fixture->profile);
  interface_click (interface_get (view, GTK_TYPE_BUTTON, "Prove Now"));
  interface_get (view, GTK_TYPE_BUTTON, "Cancel");
  interface_click (interface_get (view, GTK_TYPE_BUTTON, "Cancel"));
  interface_settle (fixture->profile);
  interface_get (view, GTK_TYPE_BUTTON, "Prove Now");
  interface_click (interface_get (view, GTK_TYPE_BUTTON, "Prove Now"));
  interface_wait (fixture->profile, has_proof, fixture, "the proof");
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, before);
  g_assert_true (find_text (view, "✓ Complete") != NULL
                 || find_text (view, "! Incomplete") != NULL);
  interface_assert_accessible (view);
}

static void
press (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (strcmp (trigger, key) == 0)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_error ("there is no key %s", key);
}

static char *
get_summary (GtkWidget *chart)
{
  char *summary;

  g_object_get (chart, "summary", &summary, NULL);
  return summary;
}

/* The keys walk over the days, and the words say what the bars show. */
static void
test_chart (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *chart = interface_get (fixture->page, BRIGHT_TYPE_DAY_CHART, NULL);
  g_autofree char *all = NULL;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;

  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
  all = get_summary (chart);
  g_assert_true (g_str_has_prefix (all, "Last 30 days: "));
  g_assert_null (strstr (all, ": 0 in Brightpearl"));
  press (chart, "Left");
  last = get_summary (chart);
  g_assert_nonnull (find_text (fixture->page, last));
  press (chart, "Home");
  first = get_summary (chart);
  g_assert_cmpstr (first, <, last);
  press (chart, "Left");
  press (chart, "Right");
  second = get_summary (chart);
  g_assert_cmpstr (second, >, first);
  press (chart, "Escape");
  none = get_summary (chart);
  g_assert_cmpstr (none, ==, all);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (chart),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/home/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/home/look", Fixture, NULL, set_up, test_look, tear_down);
  g_test_add ("/home/health", Fixture, NULL, set_up, test_health, tear_down);
  g_test_add ("/home/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/home/pause-flow", Fixture, NULL, set_up, test_pause_flow, tear_down);
  g_test_add ("/home/proof", Fixture, NULL, set_up, test_proof, tear_down);
  g_test_add ("/home/chart", Fixture, NULL, set_up, test_chart, tear_down);
  return g_test_run ();
}
