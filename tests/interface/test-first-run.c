/* Tests of the first run, from nothing to the first sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-first-run.h"
#include "setup-support.h"

#include <string.h>

#define CHANNEL 4
#define WAREHOUSE 2

static void
open_first_run (Setup *setup)
{
  setup_present (setup, bright_first_run_new (NULL, setup->place->service));
}

static void
choose_references (Setup *setup)
{
  g_object_set (place_get_group (setup->place, "orders"), "channel-id", (gint64)CHANNEL,
                "warehouse-id", (gint64)WAREHOUSE, "price-list-id", (gint64)2, "taxable-code",
                "T20", "tax-free-code", "T9", "default-brightpearl-status", (gint64)3, NULL);
}

static void
assert_writes (Setup *setup, guint expected)
{
  g_autoptr (JsonArray) writes = practice_list (setup->practice, "writes");

  g_assert_cmpuint (json_array_get_length (writes), ==, expected);
}

static void
look_at (Setup *setup, const char *name)
{
  interface_settle (&setup->profile);
  interface_assert_accessible (GTK_WIDGET (setup->window));
  interface_shoot (setup->window, name);
}

static void
connect_store (Setup *setup)
{
  setup_type (setup, "connection.bigcommerce-store-hash", setup->practice->store_hash);
  setup_type (setup, "token", setup->practice->bigcommerce_token);
  setup_press (setup, "Connect");
  setup_wait_for_text (setup, "The token is in the keyring");
}

static void
connect_account (Setup *setup)
{
  setup_type (setup, "connection.brightpearl-account", setup->practice->account);
  setup_type (setup, "connection.brightpearl-app-ref", setup->practice->app_reference);
  setup_type (setup, "token", setup->practice->brightpearl_token);
  setup_press (setup, "Connect");
  setup_wait_for_text (setup, "The token is in the keyring");
}

/* Picks a day in the calendar that is shown. */
static void
pick_day (Setup *setup)
{
  GtkWidget *calendar = interface_get (GTK_WIDGET (setup->window), GTK_TYPE_CALENDAR, NULL);
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 10, 1, 0, 0, 0);
  g_autofree char *go_live = NULL;

  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  setup_wait_for_text (setup, "Orders placed on 1 October 2026 or later");
  go_live = place_dup (setup->place, "schedule", "go-live");
  g_assert_cmpstr (go_live, ==, "2026-10-01T00:00:00Z");
}

static gboolean
is_started (Setup *setup)
{
  g_autofree char *state = NULL;
  gint64 next_run;

  g_object_get (setup->place->service, "state", &state, "next-run", &next_run, NULL);
  return strcmp (state, "idle") != 0 || next_run != 0;
}

static gboolean
has_started (gpointer data)
{
  return is_started (data);
}

/* All the way, with nothing written before the end. */
static void
test_whole_way (Setup *setup, gconstpointer unused)
{
  g_autofree char *mode = NULL;

  open_first_run (setup);
  look_at (setup, "first-run-welcome");
  setup_press (setup, "Connect Your Shop");
  setup_wait_for_text (setup, "Step 1 of 6");
  look_at (setup, "first-run-store");
  g_assert_false (gtk_widget_is_sensitive (
      interface_get (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Continue")));
  connect_store (setup);
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "Step 2 of 6");
  connect_account (setup);
  look_at (setup, "first-run-account");
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "Step 3 of 6");
  pick_day (setup);
  look_at (setup, "first-run-go-live");
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "2 things are still to do");
  setup_wait_for_text (setup, "Choose the channel");
  look_at (setup, "first-run-mapping");
  choose_references (setup);
  setup_press (setup, "Check Again");
  setup_wait_for_text (setup, "Everything that orders need is chosen");
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "Step 5 of 6");
  setup_press (setup, "Make a Preview");
  setup_wait_for_button (setup, "Continue");
  g_assert_nonnull (strstr (
      gtk_label_get_text (GTK_LABEL (interface_find_named (GTK_WIDGET (setup->window), "preview"))),
      "nothing is written yet"));
  look_at (setup, "first-run-preview");
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "Step 6 of 6");
  look_at (setup, "first-run-mode");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (interface_find_named (GTK_WIDGET (setup->window), "ask")), TRUE);
  mode = place_dup (setup->place, "schedule", "mode");
  g_assert_cmpstr (mode, ==, "watch");
  assert_writes (setup, 0);
  setup_press (setup, "Start");
  interface_wait (&setup->profile, has_started, setup, "the service to be started");
  g_free (mode);
  mode = place_dup (setup->place, "schedule", "mode");
  g_assert_cmpstr (mode, ==, "ask");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (setup->window)));
}

static gboolean
is_cancelled (gpointer data)
{
  Setup *setup = data;
  GtkWidget *label = interface_find_named (GTK_WIDGET (setup->window), "preview");

  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Cancelled");
}

/* A preview can be cancelled, and be made again. */
static void
test_cancel (Setup *setup, gconstpointer unused)
{
  setup_connect (setup);
  choose_references (setup);
  open_first_run (setup);
  setup_wait_for_text (setup, "Step 5 of 6");
  setup_press (setup, "Make a Preview");
  setup_press (setup, "Cancel");
  interface_wait (&setup->profile, is_cancelled, setup, "the preview to be cancelled");
  g_assert_false (gtk_widget_is_sensitive (
      interface_get (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Continue")));
  setup_press (setup, "Make a Preview");
  setup_wait_for_button (setup, "Continue");
  assert_writes (setup, 0);
}

static gboolean
has_stopped (gpointer data)
{
  Setup *setup = data;
  g_autofree char *message = NULL;

  g_object_get (setup->place->service, "message", &message, NULL);
  return strcmp (message, "Stopped.") == 0;
}

/* Whoever closes the window waits for no preview. */
static void
test_leave (Setup *setup, gconstpointer unused)
{
  setup_connect (setup);
  choose_references (setup);
  open_first_run (setup);
  setup_wait_for_text (setup, "Step 5 of 6");
  setup_press (setup, "Make a Preview");
  gtk_window_destroy (setup->window);
  interface_await_finalized (&setup->profile, setup->window);
  setup->window = NULL;
  interface_wait (&setup->profile, has_stopped, setup, "the preview to be stopped");
}

/* What stops a preview is said, and the way on stays shut. */
static void
test_trouble (Setup *setup, gconstpointer unused)
{
  setup_connect (setup);
  choose_references (setup);
  open_first_run (setup);
  setup_wait_for_text (setup, "Step 5 of 6");
  practice_do (setup->practice, "bigcommerce/tokens", "{'valid':false}");
  setup_press (setup, "Make a Preview");
  setup_wait_for_text (setup, "There is no preview yet: ");
  g_assert_false (gtk_widget_is_sensitive (
      interface_get (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Continue")));
}

static void
reopen (Setup *setup)
{
  gtk_window_destroy (setup->window);
  interface_settle (&setup->profile);
  interface_await_finalized (&setup->profile, setup->window);
  open_first_run (setup);
}

/* Where it goes on is known from what was done, not from what was seen. */
static void
test_resume (Setup *setup, gconstpointer unused)
{
  g_autofree char *go_live = NULL;

  open_first_run (setup);
  setup_press (setup, "Connect Your Shop");
  setup_wait_for_text (setup, "Step 1 of 6");
  reopen (setup);
  setup_wait_for_button (setup, "Connect Your Shop");
  setup_press (setup, "Connect Your Shop");
  connect_store (setup);
  reopen (setup);
  setup_wait_for_text (setup, "Step 2 of 6");
  connect_account (setup);
  reopen (setup);
  setup_wait_for_text (setup, "Step 3 of 6");
  setup_press (setup, "Continue");
  setup_wait_for_text (setup, "Step 4 of 6");
  /* The day that was shown counts from its beginning, though nobody picked it. */
  go_live = place_dup (setup->place, "schedule", "go-live");
  g_assert_true (g_str_has_suffix (go_live, "T00:00:00Z"));
  g_object_set (place_get_group (setup->place, "orders"), "channel-id", (gint64)CHANNEL, NULL);
  reopen (setup);
  setup_wait_for_text (setup, "Step 4 of 6");
  setup_wait_for_text (setup, "1 thing is still to do");
  choose_references (setup);
  g_object_set (place_get_group (setup->place, "schedule"), "go-live", "2020-01-01T00:00:00Z",
                NULL);
  reopen (setup);
  setup_wait_for_text (setup, "Step 5 of 6");
  setup_press (setup, "Make a Preview");
  setup_wait_for_button (setup, "Continue");
  reopen (setup);
  setup_wait_for_text (setup, "Step 6 of 6");
  interface_click (interface_get (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Back"));
  setup_wait_for_text (setup, "Step 5 of 6");
}

static void
keep_setting (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **setting = user_data;

  *setting = g_variant_dup_string (parameter, NULL);
}

/* What is chosen in the settings is shown there by the window below. */
static void
test_choose (Setup *setup, gconstpointer unused)
{
  static const GActionEntry entries[]
      = { { .name = "show-setting", .activate = keep_setting, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *parent = gtk_window_new ();
  g_autofree char *setting = NULL;

  setup_connect (setup);
  g_object_set (place_get_group (setup->place, "orders"), "channel-id", (gint64)CHANNEL, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   &setting);
  gtk_widget_insert_action_group (parent, "win", G_ACTION_GROUP (actions));
  gtk_window_present (GTK_WINDOW (parent));
  setup_present (setup, bright_first_run_new (GTK_WINDOW (parent), setup->place->service));
  setup_wait_for_text (setup, "Choose the warehouse");
  interface_click (interface_get (interface_get (GTK_WIDGET (setup->window), ADW_TYPE_ACTION_ROW,
                                                 "Choose the warehouse that stock is reserved in"),
                                  GTK_TYPE_BUTTON, NULL));
  interface_settle (&setup->profile);
  g_assert_cmpstr (setting, ==, "orders.warehouse-id");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (setup->window)));
  interface_await_finalized (&setup->profile, setup->window);
  setup->window = NULL;
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
keep_demo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
test_demo (Setup *setup, gconstpointer unused)
{
  static const GActionEntry entries[] = { { .name = "demo", .activate = keep_demo } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  gboolean is_asked = FALSE;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   &is_asked);
  open_first_run (setup);
  gtk_widget_insert_action_group (GTK_WIDGET (setup->window), "app", G_ACTION_GROUP (actions));
  setup_press (setup, "Try the Practice Store");
  interface_settle (&setup->profile);
  g_assert_true (is_asked);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Setup *setup, gconstpointer unused);
  } tests[] = {
    { "/first-run/whole-way", test_whole_way }, { "/first-run/cancel", test_cancel },
    { "/first-run/leave", test_leave },         { "/first-run/trouble", test_trouble },
    { "/first-run/resume", test_resume },       { "/first-run/choose", test_choose },
    { "/first-run/demo", test_demo },
  };

  interface_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Setup, NULL, setup_begin, tests[i].test, setup_end);
  return g_test_run ();
}
