/* Tests of the page Settings: every setting has a control that works.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "settings-controls.h"

static GtkNotebook *
get_notebook (SettingsView *view)
{
  return GTK_NOTEBOOK (interface_get (GTK_WIDGET (view->window), GTK_TYPE_NOTEBOOK, NULL));
}

/* Six tabs by their names, each with named controls only. */
static void
test_tabs (SettingsView *view, gconstpointer unused)
{
  static const char *const names[]
      = { "Order Sync", "Items & Customers", "Fulfillment", "Notes", "Payments", "Inventory" };
  GtkNotebook *notebook = get_notebook (view);

  g_assert_cmpint (gtk_notebook_get_n_pages (notebook), ==, BRIGHT_N_TABS);
  for (int i = 0; i < BRIGHT_N_TABS; i++)
    {
      g_autofree char *picture = g_strdup_printf ("settings-%d", i);
      GtkWidget *label
          = gtk_notebook_get_tab_label (notebook, gtk_notebook_get_nth_page (notebook, i));

      interface_get (label, GTK_TYPE_LABEL, names[i]);
      gtk_notebook_set_current_page (notebook, i);
      interface_settle (view->profile);
      interface_assert_accessible (GTK_WIDGET (view->window));
      interface_shoot (GTK_WINDOW (view->window), picture);
    }
}

typedef void (*SettingFunction) (SettingsView *view, const BrightSettingSpec *spec);

static void
foreach_setting (SettingsView *view, SettingFunction function)
{
  for (guint i = 0; i < BRIGHT_N_TABS; i++)
    for (const BrightGroupSpec *group = bright_tab_specs[i]->groups; group->title != NULL; group++)
      for (const BrightSettingSpec *spec = group->settings; spec->key != NULL; spec++)
        function (view, spec);
}

/* Every key of the settings file, but those of the accounts, is on the page. */
static void
test_complete (SettingsView *view, gconstpointer unused)
{
  static const char *const groups[]
      = { "schedule", "orders", "items", "fulfillment", "notes", "payments", "inventory" };
  BrightSettings *settings = bright_sync_service_get_settings (view->profile->service);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GObject *group = G_OBJECT (bright_settings_get_group (settings, groups[i]));
      guint n_keys;
      g_autofree GParamSpec **keys
          = g_object_class_list_properties (G_OBJECT_GET_CLASS (group), &n_keys);

      g_assert_cmpuint (n_keys, >, 0);
      for (guint j = 0; j < n_keys; j++)
        {
          g_autofree char *key = g_strdup_printf ("%s.%s", groups[i], keys[j]->name);

          g_assert_nonnull (bright_settings_specs_find (key, NULL));
          interface_find_named (GTK_WIDGET (view->window), key);
        }
    }
}

/* Through the control into the settings and the file; and from the settings into the control. */
static void
check_setting (SettingsView *view, const BrightSettingSpec *spec)
{
  g_autofree char *before = NULL;
  g_autofree char *shown_before = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *after = NULL;
  g_autofree char *shown_after = NULL;
  g_autofree char *written = NULL;
  g_autofree char *shown_again = NULL;

  if (spec->control == BRIGHT_CONTROL_MAP)
    return;
  settings_view_open (view, spec->key);
  before = settings_view_dup_value (view, spec->key);
  shown_before = settings_control_read (view, spec);
  wanted = settings_control_change (view, spec);
  after = settings_view_dup_value (view, spec->key);
  shown_after = settings_control_read (view, spec);
  written = settings_view_dup_written (view, spec->key);
  g_test_message ("%s: %s, then %s", spec->key, before, after);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (after, ==, wanted);
  g_assert_cmpstr (written, ==, wanted);
  g_assert_cmpstr (shown_after, !=, shown_before);
  settings_view_set_value (view, spec->key, before);
  shown_again = settings_control_read (view, spec);
  g_assert_cmpstr (shown_again, ==, shown_before);
}

static void
test_controls (SettingsView *view, gconstpointer unused)
{
  foreach_setting (view, check_setting);
}

static gboolean
is_inside (GtkWidget *widget, GtkWidget *root)
{
  return widget != NULL && (widget == root || gtk_widget_is_ancestor (widget, root));
}

/* The tab opens, and the control has the focus and is in sight. */
static void
check_shown (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkNotebook *notebook = get_notebook (view);
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), spec->key);
  GtkWidget *focus;
  GtkWidget *scrolled;
  graphene_rect_t bounds;
  guint tab;

  settings_view_open (view, spec->key);
  bright_settings_specs_find (spec->key, &tab);
  focus = gtk_window_get_focus (GTK_WINDOW (view->window));
  g_test_message ("%s", spec->key);
  g_assert_cmpint (gtk_notebook_get_current_page (notebook), ==, (int)tab);
  g_assert_true (is_inside (focus, row));
  scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (focus, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
}

static void
test_show_setting (SettingsView *view, gconstpointer unused)
{
  foreach_setting (view, check_shown);
  settings_view_open (view, "payments");
  g_assert_cmpint (gtk_notebook_get_current_page (get_notebook (view)), ==, 4);
}

/* A value that the setting cannot take is not kept, and the row says why. */
static void
test_refused (SettingsView *view, gconstpointer unused)
{
  static const char *const refused[][2] = {
    { "orders.rounding-threshold", "much" },
    { "items.placeholder-contact-id", "nobody" },
    { "items.brightpearl-field", "size" },
    { "schedule.go-live", "yesterday" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *key = refused[i][0];
      GtkWidget *entry = settings_view_get_control (view, key, GTK_TYPE_ENTRY);
      GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), key);
      g_autofree char *before = settings_view_dup_value (view, key);
      g_autofree char *shown = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
      g_autofree char *after = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), refused[i][1]);
      g_signal_emit_by_name (entry, "activate");
      after = settings_view_dup_value (view, key);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, shown);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_true (
          g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Not possible: "));
    }
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/settings/tabs", SettingsView, NULL, settings_view_set_up, test_tabs,
              settings_view_tear_down);
  g_test_add ("/settings/complete", SettingsView, NULL, settings_view_set_up, test_complete,
              settings_view_tear_down);
  g_test_add ("/settings/controls", SettingsView, NULL, settings_view_set_up, test_controls,
              settings_view_tear_down);
  g_test_add ("/settings/show-setting", SettingsView, NULL, settings_view_set_up, test_show_setting,
              settings_view_tear_down);
  g_test_add ("/settings/refused", SettingsView, NULL, settings_view_set_up, test_refused,
              settings_view_tear_down);
  return g_test_run ();
}
