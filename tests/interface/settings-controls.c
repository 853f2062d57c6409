/* Using the control of any setting as a person does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "settings-controls.h"

#include "bright-choices.h"
#include "bright-map-row.h"

#include <string.h>

static char *
change_switch (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkSwitch *control = GTK_SWITCH (settings_view_get_control (view, spec->key, GTK_TYPE_SWITCH));
  gboolean wanted = !gtk_switch_get_active (control);

  gtk_widget_activate (GTK_WIDGET (control));
  interface_settle (view->profile);
  return g_strdup (wanted ? "true" : "false");
}

static char *
change_number (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkSpinButton *control
      = GTK_SPIN_BUTTON (settings_view_get_control (view, spec->key, GTK_TYPE_SPIN_BUTTON));

  gtk_spin_button_spin (control, GTK_SPIN_STEP_FORWARD, 1);
  return g_strdup_printf (
      "%d", (int)(gtk_spin_button_get_value (control) * (double)MAX (1, spec->factor)));
}

/* What is typed for a text, and what the setting becomes. */
static char *
change_text (SettingsView *view, const BrightSettingSpec *spec)
{
  static const char *const texts[][3] = {
    { "orders.rounding-threshold", "0.1", "\"0.10\"" },
    { "items.brightpearl-field", "ean", "\"ean\"" },
    { "items.placeholder-contact-id", "501", "501" },
    { "fulfillment.default-shipping", " Courier ", "\"Courier\"" },
    { "schedule.go-live", "2026-11-02 10:30", "\"2026-11-02T10:30:00Z\"" },
  };
  GtkWidget *control = settings_view_get_control (view, spec->key, GTK_TYPE_ENTRY);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i][0], spec->key) == 0)
      {
        g_autofree char *before = settings_view_dup_value (view, spec->key);
        g_autofree char *while_typing = NULL;

        gtk_editable_set_text (GTK_EDITABLE (control), texts[i][1]);
        while_typing = settings_view_dup_value (view, spec->key);
        g_assert_cmpstr (while_typing, ==, before);
        g_signal_emit_by_name (control, "activate");
        return g_strdup (texts[i][2]);
      }
  g_error ("there is no text for %s", spec->key);
}

static char *
change_choice (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkDropDown *control
      = GTK_DROP_DOWN (settings_view_get_control (view, spec->key, GTK_TYPE_DROP_DOWN));
  guint wanted = gtk_drop_down_get_selected (control) == 0 ? 1 : 0;

  gtk_drop_down_set_selected (control, wanted);
  return g_strdup_printf ("\"%s\"", spec->options[wanted].value);
}

static char *
change_radio (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkWidget *button = settings_view_get_control (view, spec->key, GTK_TYPE_CHECK_BUTTON);
  guint wanted = 0;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    {
      button = gtk_widget_get_next_sibling (button);
      wanted = 1;
    }
  gtk_widget_activate (button);
  interface_settle (view->profile);
  return g_strdup_printf ("\"%s\"", spec->options[wanted].value);
}

static char *
change_reference (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkDropDown *control
      = GTK_DROP_DOWN (settings_view_get_control (view, spec->key, GTK_TYPE_DROP_DOWN));
  guint n_choices = g_list_model_get_n_items (gtk_drop_down_get_model (control));
  guint wanted = n_choices - 1;
  BrightChoice *choice;

  g_assert_cmpuint (n_choices, >, 1);
  if (gtk_drop_down_get_selected (control) == wanted)
    wanted--;
  gtk_drop_down_set_selected (control, wanted);
  choice = gtk_drop_down_get_selected_item (control);
  return spec->reference->by_code
             ? g_strdup_printf ("\"%s\"", bright_choice_get_code (choice))
             : g_strdup_printf ("%" G_GINT64_FORMAT, bright_choice_get_id (choice));
}

/* Ticks the first entry that is not, which makes the list longer. */
static GtkWidget *
find_unticked (GtkWidget *root)
{
  if (GTK_IS_CHECK_BUTTON (root) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_unticked (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
change_list (SettingsView *view, const BrightSettingSpec *spec)
{
  GtkWidget *row;
  g_autofree char *before = settings_view_dup_value (view, spec->key);
  char *after;

  settings_view_open (view, spec->key);
  row = interface_find_named (GTK_WIDGET (view->window), spec->key);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  interface_settle (view->profile);
  gtk_widget_activate (find_unticked (row));
  interface_settle (view->profile);
  after = settings_view_dup_value (view, spec->key);
  g_assert_cmpuint (strlen (after), >, strlen (before));
  return after;
}

char *
settings_control_change (SettingsView *view, const BrightSettingSpec *spec)
{
  static char *(*const change[]) (SettingsView *, const BrightSettingSpec *) = {
    [BRIGHT_CONTROL_SWITCH] = change_switch,       [BRIGHT_CONTROL_NUMBER] = change_number,
    [BRIGHT_CONTROL_TEXT] = change_text,           [BRIGHT_CONTROL_TIME] = change_text,
    [BRIGHT_CONTROL_CHOICE] = change_choice,       [BRIGHT_CONTROL_RADIO] = change_radio,
    [BRIGHT_CONTROL_REFERENCE] = change_reference, [BRIGHT_CONTROL_LIST] = change_list,
  };

  g_assert_cmpuint (spec->control, <, G_N_ELEMENTS (change));
  return change[spec->control](view, spec);
}

/* What each kind of control shows. */
static void
read_widget (GtkWidget *widget, GString *words)
{
  if (GTK_IS_SWITCH (widget))
    g_string_append (words, gtk_switch_get_active (GTK_SWITCH (widget)) ? "on " : "off ");
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append (words, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? "ticked "
                                                                                    : "blank ");
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (words, "%u ", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (words, "%s ", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      read_widget (child, words);
}

char *
settings_control_read (SettingsView *view, const BrightSettingSpec *spec)
{
  GString *words = g_string_new (NULL);

  read_widget (interface_find_named (GTK_WIDGET (view->window), spec->key), words);
  return g_string_free (words, FALSE);
}
