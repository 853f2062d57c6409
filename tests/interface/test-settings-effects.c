/* Tests of the page Settings: effects, undo, import, and what is missing or no longer exists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-link.h"
#include "bright-settings-transfer.h"
#include "settings-view.h"

#include <string.h>

#define STATUS_MAP "orders.status-map"

/* How many orders of the store have a status. */
static guint
count_orders (SettingsView *view, const char *status)
{
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), "orders.bigcommerce-statuses");
  GtkWidget *action;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  interface_settle (view->profile);
  action = interface_get (row, ADW_TYPE_ACTION_ROW, status);
  for (guint orders = 0; orders < 1000; orders++)
    {
      g_autofree char *words = g_strdup_printf (orders == 1 ? "%u order" : "%u orders", orders);

      if (interface_find (action, GTK_TYPE_LABEL, words) != NULL)
        return orders;
    }
  g_error ("“%s” shows no number", status);
}

/* A tick says how many orders it is about, and can be taken back. */
static void
test_effect (SettingsView *view, gconstpointer unused)
{
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), "orders.bigcommerce-statuses");
  guint orders;
  g_autofree char *words = NULL;

  settings_view_open (view, "orders.bigcommerce-statuses");
  orders = count_orders (view, "Completed");
  g_assert_cmpuint (orders, >, 1);
  words = g_strdup_printf ("%u more orders will sync.", orders);
  gtk_widget_activate (interface_get (interface_get (row, ADW_TYPE_ACTION_ROW, "Completed"),
                                      GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_cmpstr (settings_view_get_toast (view), ==, words);
  settings_view_assert_value (view, "orders.bigcommerce-statuses", "[10,11]");
  settings_view_undo (view);
  settings_view_assert_value (view, "orders.bigcommerce-statuses", "[11]");
}

/* No toast speaks of what another program changed. */
static void
test_silent (SettingsView *view, gconstpointer unused)
{
  settings_view_set_value (view, "orders.guest-orders", "false");
  settings_view_set_value (view, "orders.channel-id", "5");
  g_assert_null (settings_view_get_toast (view));
}

/* What no longer exists is said in words, wherever it is chosen. */
static void
test_gone (SettingsView *view, gconstpointer unused)
{
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), "orders.channel-id");

  settings_view_set_value (view, "orders.channel-id", "77");
  settings_view_open (view, "orders.channel-id");
  interface_get (row, GTK_TYPE_LABEL, "77 (no longer exists)");
  interface_get (row, GTK_TYPE_IMAGE, NULL);
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "It no longer exists there."));
  settings_view_set_value (view, STATUS_MAP, "[{'bigcommerce': 11, 'brightpearl': 99}]");
  settings_view_open (view, STATUS_MAP);
  interface_get (interface_find_named (GTK_WIDGET (view->window), STATUS_MAP), GTK_TYPE_LABEL,
                 "⚠ Part of this row no longer exists.");
  settings_view_set_value (view, "inventory.warehouse-ids", "[2, 44]");
  settings_view_open (view, "inventory.warehouse-ids");
  row = interface_find_named (GTK_WIDGET (view->window), "inventory.warehouse-ids");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  interface_settle (view->profile);
  interface_get (row, ADW_TYPE_ACTION_ROW, "44 (no longer exists)");
}

/* A tab that is switched on and lacks something says so, until it has it. */
static void
test_needs (SettingsView *view, gconstpointer unused)
{
  settings_view_set_value (view, "notes.enabled", "true");
  settings_view_open (view, "notes");
  interface_get (GTK_WIDGET (view->window), GTK_TYPE_BOX, "Notes: 1 thing is missing");
  interface_get (GTK_WIDGET (view->window), ADW_TYPE_ACTION_ROW,
                 "Choose a custom field for at least one note.");
  interface_shoot (GTK_WINDOW (view->window), "settings-needs");
  settings_view_set_value (view, "notes.staff-field", "'PCF_SHOPNOTE'");
  g_assert_null (interface_find (GTK_WIDGET (view->window), ADW_TYPE_ACTION_ROW,
                                 "Choose a custom field for at least one note."));
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  g_error ("there is no dialog");
}

/* Moving go-live back would sync older orders, which is asked first. */
static void
test_go_live (SettingsView *view, gconstpointer unused)
{
  GtkWidget *entry = settings_view_get_control (view, "schedule.go-live", GTK_TYPE_ENTRY);
  g_autofree char *before = settings_view_dup_value (view, "schedule.go-live");

  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "2026-01-02");
      g_signal_emit_by_name (entry, "activate");
      interface_settle (view->profile);
      settings_view_assert_value (view, "schedule.go-live", before);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), i == 0 ? "cancel" : "move");
      interface_settle (view->profile);
      if (i == 0)
        settings_view_assert_value (view, "schedule.go-live", before);
    }
  settings_view_assert_value (view, "schedule.go-live", "'2026-01-02T00:00:00Z'");
}

/* Offers a file as if a person had chosen it. */
static void
offer (SettingsView *view, const char *text)
{
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), STATUS_MAP);

  bright_settings_transfer_offer (row, bright_setting_link_get_desk (bright_setting_link_of (row)),
                                  text);
  interface_settle (view->profile);
}

/* An import says what it would change, does it when it may, and can be taken back. */
static void
test_import (SettingsView *view, gconstpointer unused)
{
  static const char text[] = "{\"orders\": {\"channel-id\": 5, \"bigcommerce-statuses\": []}}";
  GtkWindow *dialog;
  g_autofree char *before = settings_view_dup_value (view, "orders.status-map");

  offer (view, text);
  interface_settle (view->profile);
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Change 2 Settings?");
  interface_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Channel");
  interface_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Web store → Wholesale");
  interface_assert_accessible (GTK_WIDGET (dialog));
  interface_shoot (dialog, "settings-import");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "import");
  interface_settle (view->profile);
  settings_view_assert_value (view, "orders.channel-id", "5");
  settings_view_undo (view);
  settings_view_assert_value (view, "orders.channel-id", "4");
  settings_view_assert_value (view, "orders.status-map", before);
}

/* A file with a wrong value changes nothing. */
static void
test_import_refused (SettingsView *view, gconstpointer unused)
{
  GtkWindow *dialog;

  offer (view, "{\"orders\": {\"channel-id\": 5, \"warehouse-id\": \"two\"}}");
  interface_settle (view->profile);
  dialog = find_dialog ();
  interface_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "orders.warehouse-id: expected a number");
  gtk_window_close (dialog);
  interface_settle (view->profile);
  settings_view_assert_value (view, "orders.channel-id", "4");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (SettingsView *view, gconstpointer unused);
  } tests[] = {
    { "/settings/effect", test_effect },
    { "/settings/silent", test_silent },
    { "/settings/gone", test_gone },
    { "/settings/needs", test_needs },
    { "/settings/go-live", test_go_live },
    { "/settings/import", test_import },
    { "/settings/import-refused", test_import_refused },
  };

  interface_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SettingsView, NULL, settings_view_set_up, tests[i].test,
                settings_view_tear_down);
  return g_test_run ();
}
