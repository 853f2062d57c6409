/* Tests of the page Settings: maps, effects, undo, and what no longer exists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-row.h"
#include "bright-setting-link.h"
#include "bright-settings-transfer.h"
#include "bright-sync-insight.h"
#include "settings-controls.h"

#include <string.h>

#define STATUS_MAP "orders.status-map"
#define METHOD_MAP "payments.method-map"

/* The row of an editor whose left side is so; NULL if there is none. */
static BrightMapRow *
find_row (GtkWidget *root, const char *left)
{
  if (BRIGHT_IS_MAP_ROW (root))
    return g_strcmp0 (bright_map_row_get_left (BRIGHT_MAP_ROW (root)), left) == 0
               ? BRIGHT_MAP_ROW (root)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BrightMapRow *found = find_row (child, left);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static BrightMapRow *
get_row (SettingsView *view, const char *key, const char *left)
{
  BrightMapRow *row = find_row (interface_find_named (GTK_WIDGET (view->window), key), left);

  if (row == NULL)
    g_error ("%s has no row for %s", key, left != NULL ? left : "something new");
  return row;
}

/* The drop-down or entry of a row, counted from the left. */
static GtkWidget *
get_side (GtkWidget *root, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = get_side (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Chooses something by its name, as a person does. */
static void
choose (BrightMapRow *row, guint number, const char *name)
{
  GtkDropDown *control = GTK_DROP_DOWN (get_side (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, &number));
  GListModel *model = gtk_drop_down_get_model (control);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (model, i);

      if (strcmp (bright_choice_get_name (choice), name) == 0)
        {
          gtk_drop_down_set_selected (control, i);
          return;
        }
    }
  g_error ("“%s” cannot be chosen", name);
}

static void
assert_value (SettingsView *view, const char *key, const char *expected)
{
  g_autofree char *value = settings_view_dup_value (view, key);
  g_autofree char *json = g_strdelimit (g_strdup (expected), "'", '"');

  g_assert_cmpstr (value, ==, json);
}

/* Rows are changed, added and removed; what a row has besides is kept. */
static void
test_status_map (SettingsView *view, gconstpointer unused)
{
  GtkWidget *row;

  settings_view_set_value (view, STATUS_MAP,
                           "[{'bigcommerce': 11, 'brightpearl': 3, 'remark': 'mine'}]");
  settings_view_open (view, STATUS_MAP);
  choose (get_row (view, STATUS_MAP, "11"), 1, "On hold");
  assert_value (view, STATUS_MAP, "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'}]");
  choose (get_row (view, STATUS_MAP, "11"), 0, "Leave as it is");
  assert_value (view, STATUS_MAP, "[{'bigcommerce':-1,'brightpearl':8,'remark':'mine'}]");
  settings_view_undo (view);
  assert_value (view, STATUS_MAP, "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'}]");
  choose (get_row (view, STATUS_MAP, "10"), 0, "Shipped");
  assert_value (view, STATUS_MAP,
                "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'},"
                "{'bigcommerce':10,'brightpearl':7}]");
  row = GTK_WIDGET (get_row (view, STATUS_MAP, "11"));
  interface_click (interface_get (row, GTK_TYPE_BUTTON, "Remove this row"));
  assert_value (view, STATUS_MAP, "[{'bigcommerce':10,'brightpearl':7}]");
}

/* A new row is added when both sides are chosen and the person says so. */
static void
test_new_row (SettingsView *view, gconstpointer unused)
{
  BrightMapRow *row;
  GtkWidget *add;

  settings_view_open (view, METHOD_MAP);
  row = get_row (view, METHOD_MAP, NULL);
  add = interface_get (GTK_WIDGET (row), GTK_TYPE_BUTTON, "Add this row");
  interface_click (add);
  interface_get (GTK_WIDGET (row), GTK_TYPE_LABEL, "⚠ Choose both sides first.");
  gtk_editable_set_text (GTK_EDITABLE (interface_get (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL)),
                         "store_credit");
  choose (row, 0, "Store credit");
  g_signal_emit_by_name (interface_get (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL), "activate");
  assert_value (view, METHOD_MAP, "[]");
  interface_click (add);
  assert_value (view, METHOD_MAP, "[{'bigcommerce':'store_credit','brightpearl':'STORECREDIT'}]");
  g_assert_null (bright_map_row_get_left (get_row (view, METHOD_MAP, NULL)));
}

/* What orders have and no row has comes first, with the rows that equal names suggest. */
static void
test_suggestions (SettingsView *view, gconstpointer unused)
{
  GtkWidget *editor = interface_find_named (GTK_WIDGET (view->window), METHOD_MAP);
  BrightMapRow *row;

  settings_view_open (view, METHOD_MAP);
  row = get_row (view, METHOD_MAP, "PayPal");
  g_assert_null (bright_map_row_get_right (row));
  interface_click (interface_get (editor, GTK_TYPE_BUTTON, "Use 2 Suggestions"));
  assert_value (view, METHOD_MAP,
                "[{'bigcommerce':'PayPal','brightpearl':'PAYPAL'},"
                "{'bigcommerce':'Cash','brightpearl':'CASH'}]");
  g_assert_cmpstr (settings_view_get_toast (view), ==, "Payment methods changed.");
  /* Cash has no bank account, which is said at once. */
  interface_get (GTK_WIDGET (get_row (view, METHOD_MAP, "Cash")), GTK_TYPE_LABEL,
                 "⚠ “Cash” has no bank account in GBP: Brightpearl will make no sales receipts for "
                 "it, and none later. Give it one in Brightpearl first.");
  settings_view_undo (view);
  assert_value (view, METHOD_MAP, "[]");
}

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
  assert_value (view, "orders.bigcommerce-statuses", "[10,11]");
  settings_view_undo (view);
  assert_value (view, "orders.bigcommerce-statuses", "[11]");
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
  interface_get (GTK_WIDGET (get_row (view, STATUS_MAP, "11")), GTK_TYPE_LABEL,
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
      assert_value (view, "schedule.go-live", before);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), i == 0 ? "cancel" : "move");
      interface_settle (view->profile);
      if (i == 0)
        assert_value (view, "schedule.go-live", before);
    }
  assert_value (view, "schedule.go-live", "'2026-01-02T00:00:00Z'");
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
  assert_value (view, "orders.channel-id", "5");
  settings_view_undo (view);
  assert_value (view, "orders.channel-id", "4");
  assert_value (view, "orders.status-map", before);
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
  assert_value (view, "orders.channel-id", "4");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (SettingsView *view, gconstpointer unused);
  } tests[] = {
    { "/settings/map/status", test_status_map },
    { "/settings/map/new", test_new_row },
    { "/settings/map/suggestions", test_suggestions },
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
