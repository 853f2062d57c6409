/* Tests of the page Settings as a whole: narrow, by keyboard, and while choices are read anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-insight.h"
#include "settings-controls.h"

#include <string.h>

#define NARROW 360

static GtkNotebook *
get_notebook (SettingsView *view)
{
  return GTK_NOTEBOOK (interface_get (GTK_WIDGET (view->window), GTK_TYPE_NOTEBOOK, NULL));
}

/* No tab needs more than the narrowest window has, with everything opened. */
static void
expand_all (GtkWidget *root)
{
  if (ADW_IS_EXPANDER_ROW (root))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static void
test_narrow (SettingsView *view, gconstpointer unused)
{
  GtkNotebook *notebook = get_notebook (view);

  settings_view_set_value (view, "orders.channel-id", "77");
  settings_view_set_value (view, "payments.method-map",
                           "[{'bigcommerce': 'A payment method with quite a long name of its own',"
                           " 'brightpearl': 'CASH'}]");
  expand_all (GTK_WIDGET (notebook));
  interface_settle (view->profile);
  for (int i = 0; i < BRIGHT_N_TABS; i++)
    {
      GtkWidget *page = gtk_notebook_get_nth_page (notebook, i);
      int minimum;

      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("tab %d: %d pixels", i, minimum);
      g_assert_cmpint (minimum, <=, NARROW);
      gtk_notebook_set_current_page (notebook, i);
      interface_settle (view->profile);
      interface_assert_accessible (page);
    }
}

/* Goes through a tab with the key Tab and notes what had the focus. */
static GHashTable *
walk (SettingsView *view, GtkWidget *page)
{
  GHashTable *visited = g_hash_table_new (NULL, NULL);
  GtkWidget *focus;

  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  while ((focus = gtk_window_get_focus (GTK_WINDOW (view->window))) != NULL
         && gtk_widget_is_ancestor (focus, page) && g_hash_table_add (visited, focus))
    if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
      break;
  return visited;
}

static gboolean
is_visited (GHashTable *visited, GtkWidget *row)
{
  GHashTableIter iter;
  gpointer focus;

  g_hash_table_iter_init (&iter, visited);
  while (g_hash_table_iter_next (&iter, &focus, NULL))
    if (focus != row && gtk_widget_is_ancestor (focus, row))
      return TRUE;
  return g_hash_table_contains (visited, row);
}

static void
test_keyboard (SettingsView *view, gconstpointer unused)
{
  GtkNotebook *notebook = get_notebook (view);

  for (int i = 0; i < BRIGHT_N_TABS; i++)
    {
      g_autoptr (GHashTable) visited = NULL;

      gtk_notebook_set_current_page (notebook, i);
      interface_settle (view->profile);
      gtk_window_set_focus (GTK_WINDOW (view->window), NULL);
      visited = walk (view, gtk_notebook_get_nth_page (notebook, i));
      for (const BrightGroupSpec *group = bright_tab_specs[i]->groups; group->title != NULL;
           group++)
        for (const BrightSettingSpec *spec = group->settings; spec->key != NULL; spec++)
          {
            g_test_message ("%s", spec->key);
            g_assert_true (
                is_visited (visited, interface_find_named (GTK_WIDGET (view->window), spec->key)));
          }
    }
}

/* A list that is empty for a while, and comes back otherwise, changes no setting. */
static void
test_reload (SettingsView *view, gconstpointer unused)
{
  BrightChoices *choices = bright_sync_service_get_choices (view->profile->service);
  static const char *const kinds[]
      = { "channel",      "warehouse",      "order-status",   "tax-code",
          "nominal-code", "payment-method", "shipping-method" };
  g_autofree char *before
      = bright_settings_dup_text (bright_sync_service_get_settings (view->profile->service));
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) something = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row = interface_find_named (GTK_WIDGET (view->window), "orders.channel-id");

  g_ptr_array_add (something, bright_choice_new (1, "one", "One", "", FALSE));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (BrightPlatform platform = 0; platform < BRIGHT_N_PLATFORMS; platform++)
      {
        bright_choices_set_list (choices, platform, kinds[i], nothing);
        bright_choices_set_list (choices, platform, kinds[i], something);
      }
  interface_settle (view->profile);
  settings_view_open (view, "orders.channel-id");
  interface_get (row, GTK_TYPE_LABEL, "4 (no longer exists)");
  after = bright_settings_dup_text (bright_sync_service_get_settings (view->profile->service));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (settings_view_get_toast (view));
}

/* The button reads the choices again. */
static gboolean
is_read (gpointer data)
{
  SettingsView *view = data;

  return bright_choices_find (bright_sync_service_get_choices (view->profile->service),
                              BRIGHT_PLATFORM_BRIGHTPEARL, "channel", 4, NULL)
         != NULL;
}

static void
test_read_again (SettingsView *view, gconstpointer unused)
{
  BrightChoices *choices = bright_sync_service_get_choices (view->profile->service);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  settings_view_open (view, "notes.enabled");
  bright_choices_set_list (choices, BRIGHT_PLATFORM_BRIGHTPEARL, "channel", nothing);
  g_assert_false (is_read (view));
  interface_click (interface_get (GTK_WIDGET (view->window), GTK_TYPE_BUTTON, "Read Again"));
  interface_wait (view->profile, is_read, view, "the channels to be read again");
}

/* Steps through a number are taken back together. */
static void
test_steps (SettingsView *view, gconstpointer unused)
{
  GtkWidget *control = settings_view_get_control (view, "inventory.buffer", GTK_TYPE_SPIN_BUTTON);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  settings_view_set_value (view, "inventory.buffer", "3");
  for (guint i = 0; i < 4; i++)
    gtk_spin_button_spin (GTK_SPIN_BUTTON (control), GTK_SPIN_STEP_FORWARD, 1);
  after = settings_view_dup_value (view, "inventory.buffer");
  g_assert_cmpstr (after, ==, "7");
  settings_view_undo (view);
  undone = settings_view_dup_value (view, "inventory.buffer");
  g_assert_cmpstr (undone, ==, "3");
}

/* What was typed is taken when the focus goes elsewhere. */
static void
test_typing (SettingsView *view, gconstpointer unused)
{
  GtkWidget *entry
      = settings_view_get_control (view, "fulfillment.default-shipping", GTK_TYPE_ENTRY);
  GtkWidget *other = settings_view_get_control (view, "fulfillment.enabled", GTK_TYPE_SWITCH);
  g_autofree char *typed = NULL;
  g_autofree char *taken = NULL;

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Van");
  typed = settings_view_dup_value (view, "fulfillment.default-shipping");
  g_assert_cmpstr (typed, ==, "\"\"");
  gtk_widget_grab_focus (other);
  interface_settle (view->profile);
  taken = settings_view_dup_value (view, "fulfillment.default-shipping");
  g_assert_cmpstr (taken, ==, "\"Van\"");
}

/* Where a widget begins, in the window. */
static float
get_start (SettingsView *view, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (view->window), &bounds));
  return bounds.origin.x;
}

/* From right to left the control comes first; with large text nothing is wider than the window. */
static void
test_looks (SettingsView *view, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *control = settings_view_get_control (view, "orders.channel-id", GTK_TYPE_DROP_DOWN);
  GtkWidget *title
      = interface_get (interface_find_named (GTK_WIDGET (view->window), "orders.channel-id"),
                       GTK_TYPE_LABEL, "Channel");
  int minimum;

  g_assert_cmpfloat (get_start (view, title), <, get_start (view, control));
  interface_shoot (GTK_WINDOW (view->window), "settings-ltr");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  interface_settle (view->profile);
  g_assert_cmpfloat (get_start (view, title), >, get_start (view, control));
  interface_shoot (GTK_WINDOW (view->window), "settings-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  interface_settle (view->profile);
  gtk_widget_measure (GTK_WIDGET (get_notebook (view)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  interface_shoot (GTK_WINDOW (view->window), "settings-large");
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  g_assert_cmpint (minimum, <=, NARROW * 3 / 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (SettingsView *view, gconstpointer unused);
  } tests[] = {
    { "/settings/narrow", test_narrow }, { "/settings/keyboard", test_keyboard },
    { "/settings/reload", test_reload }, { "/settings/read-again", test_read_again },
    { "/settings/steps", test_steps },   { "/settings/typing", test_typing },
    { "/settings/looks", test_looks },
  };

  interface_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SettingsView, NULL, settings_view_set_up, tests[i].test,
                settings_view_tear_down);
  return g_test_run ();
}
