/* Tests of the page Settings: its maps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-choices.h"
#include "bright-map-row.h"
#include "settings-view.h"

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

/* Rows are changed, added and removed; what a row has besides is kept. */
static void
test_status_map (SettingsView *view, gconstpointer unused)
{
  GtkWidget *row;

  settings_view_set_value (view, STATUS_MAP,
                           "[{'bigcommerce': 11, 'brightpearl': 3, 'remark': 'mine'}]");
  settings_view_open (view, STATUS_MAP);
  choose (get_row (view, STATUS_MAP, "11"), 1, "On hold");
  settings_view_assert_value (view, STATUS_MAP,
                              "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'}]");
  choose (get_row (view, STATUS_MAP, "11"), 0, "Leave as it is");
  settings_view_assert_value (view, STATUS_MAP,
                              "[{'bigcommerce':-1,'brightpearl':8,'remark':'mine'}]");
  settings_view_undo (view);
  settings_view_assert_value (view, STATUS_MAP,
                              "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'}]");
  choose (get_row (view, STATUS_MAP, "10"), 0, "Shipped");
  settings_view_assert_value (view, STATUS_MAP,
                              "[{'bigcommerce':11,'brightpearl':8,'remark':'mine'},"
                              "{'bigcommerce':10,'brightpearl':7}]");
  row = GTK_WIDGET (get_row (view, STATUS_MAP, "11"));
  interface_click (interface_get (row, GTK_TYPE_BUTTON, "Remove this row"));
  settings_view_assert_value (view, STATUS_MAP, "[{'bigcommerce':10,'brightpearl':7}]");
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
  settings_view_assert_value (view, METHOD_MAP, "[]");
  interface_click (add);
  settings_view_assert_value (view, METHOD_MAP,
                              "[{'bigcommerce':'store_credit','brightpearl':'STORECREDIT'}]");
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
  settings_view_assert_value (view, METHOD_MAP,
                              "[{'bigcommerce':'PayPal','brightpearl':'PAYPAL'},"
                              "{'bigcommerce':'Cash','brightpearl':'CASH'}]");
  g_assert_cmpstr (settings_view_get_toast (view), ==, "Payment methods changed.");
  /* Cash has no bank account, which is said at once. */
  interface_get (GTK_WIDGET (get_row (view, METHOD_MAP, "Cash")), GTK_TYPE_LABEL,
                 "⚠ “Cash” has no bank account in GBP: Brightpearl will make no sales receipts for "
                 "it, and none later. Give it one in Brightpearl first.");
  settings_view_undo (view);
  settings_view_assert_value (view, METHOD_MAP, "[]");
}

/* A rate that is none is refused, and the row has its old one again. */
static void
test_tax_map (SettingsView *view, gconstpointer unused)
{
  BrightMapRow *row;
  GtkWidget *entry;
  GtkWidget *editor = interface_find_named (GTK_WIDGET (view->window), "orders.tax-map");

  settings_view_set_value (view, "orders.tax-map", "[{'rate': '20', 'brightpearl': 'T20'}]");
  settings_view_open (view, "orders.tax-map");
  row = get_row (view, "orders.tax-map", "20");
  entry = interface_get (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a fifth");
  g_signal_emit_by_name (entry, "activate");
  settings_view_assert_value (view, "orders.tax-map", "[{'rate':'20','brightpearl':'T20'}]");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "20");
  g_assert_true (gtk_widget_has_css_class (editor, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "17.5");
  g_signal_emit_by_name (entry, "activate");
  settings_view_assert_value (view, "orders.tax-map", "[{'rate':'17.5','brightpearl':'T20'}]");
  g_assert_false (gtk_widget_has_css_class (editor, "error"));
}

/* A method in no row gets the store's words in the list of those that no order has. */
static void
test_shipping_map (SettingsView *view, gconstpointer unused)
{
  GtkWidget *editor = interface_find_named (GTK_WIDGET (view->window), "fulfillment.shipping-map");
  GtkWidget *others;
  GtkWidget *entry;

  settings_view_open (view, "fulfillment.shipping-map");
  others = interface_get (editor, ADW_TYPE_EXPANDER_ROW, "3 more without a row");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (others), TRUE);
  interface_settle (view->profile);
  entry = interface_get (GTK_WIDGET (get_row (view, "fulfillment.shipping-map", "6")),
                         GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "By courier");
  g_signal_emit_by_name (entry, "activate");
  interface_settle (view->profile);
  settings_view_assert_value (view, "fulfillment.shipping-map",
                              "[{'brightpearl':6,'bigcommerce':'By courier'}]");
  interface_get (editor, ADW_TYPE_EXPANDER_ROW, "2 more without a row");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (SettingsView *view, gconstpointer unused);
  } tests[] = {
    { "/settings/map/status", test_status_map },       { "/settings/map/new", test_new_row },
    { "/settings/map/suggestions", test_suggestions }, { "/settings/map/tax", test_tax_map },
    { "/settings/map/shipping", test_shipping_map },
  };

  interface_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SettingsView, NULL, settings_view_set_up, tests[i].test,
                settings_view_tear_down);
  return g_test_run ();
}
