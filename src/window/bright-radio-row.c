/* A setting that is one of a few words, with a sentence for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightRadioRow
{
  AdwPreferencesRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkCheckButton *buttons[8];
  guint n_buttons;
};

G_DEFINE_FINAL_TYPE (BrightRadioRow, bright_radio_row, ADW_TYPE_PREFERENCES_ROW)

static void
show (GtkWidget *widget)
{
  BrightRadioRow *self = BRIGHT_RADIO_ROW (widget);
  const BrightOptionSpec *options = bright_setting_link_get_spec (self->link)->options;
  g_autofree char *value = bright_settings_group_dup_text (
      bright_setting_link_get_group (self->link), bright_setting_link_get_key (self->link));

  for (guint i = 0; i < self->n_buttons; i++)
    if (strcmp (options[i].value, value) == 0)
      gtk_check_button_set_active (self->buttons[i], TRUE);
}

static void
on_toggled (GtkCheckButton *button, BrightRadioRow *self)
{
  const BrightOptionSpec *options = bright_setting_link_get_spec (self->link)->options;

  if (!gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < self->n_buttons; i++)
    if (self->buttons[i] == button)
      bright_setting_link_take_text (self->link, options[i].value);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A button with the title of a value and the sentence about it. */
static GtkWidget *
make_button (BrightRadioRow *self, const BrightOptionSpec *option)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = make_label (_ (option->title), NULL);

  gtk_box_append (GTK_BOX (words), title);
  if (option->detail != NULL)
    gtk_box_append (GTK_BOX (words), make_label (_ (option->detail), "dim-label"));
  gtk_widget_set_margin_start (words, 6);
  /* A check button in GTK 4.8 must be made with its own label; another child goes beside it. */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (option->title), -1);
  if (option->detail != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ (option->detail), -1);
  if (self->n_buttons > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons[0]);
  self->buttons[self->n_buttons++] = GTK_CHECK_BUTTON (button);
  return button;
}

static void
bright_radio_row_dispose (GObject *object)
{
  BrightRadioRow *self = BRIGHT_RADIO_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_radio_row_parent_class)->dispose (object);
}

static void
bright_radio_row_class_init (BrightRadioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_radio_row_dispose;
}

static void
bright_radio_row_init (BrightRadioRow *self)
{
}

GtkWidget *
bright_radio_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightRadioRow *self = g_object_new (BRIGHT_TYPE_RADIO_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  gtk_box_append (GTK_BOX (box), make_label (_ (spec->title), "heading"));
  for (const BrightOptionSpec *option = spec->options; option->value != NULL; option++)
    gtk_box_append (GTK_BOX (box), make_button (self, option));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  bright_setting_link_refresh (self->link);
  for (guint i = 0; i < self->n_buttons; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self, 0);
  return GTK_WIDGET (self);
}
