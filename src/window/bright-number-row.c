/* A setting that is a whole number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"

#include <string.h>

struct _BrightNumberRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkSpinButton *control;
  gint64 factor;
};

G_DEFINE_FINAL_TYPE (BrightNumberRow, bright_number_row, ADW_TYPE_ACTION_ROW)

static void
show (GtkWidget *widget)
{
  BrightNumberRow *self = BRIGHT_NUMBER_ROW (widget);
  gint64 number = bright_settings_group_get_integer (bright_setting_link_get_group (self->link),
                                                     bright_setting_link_get_key (self->link));

  gtk_spin_button_set_value (self->control, (double)number / (double)self->factor);
  bright_setting_link_show_words (self->link, NULL);
}

static void
on_changed (BrightNumberRow *self)
{
  double value = gtk_spin_button_get_value (self->control) * (double)self->factor;

  bright_setting_link_take_number (self->link, (gint64)(value + 0.5));
}

/* No more digits than there are. */
static gboolean
on_output (BrightNumberRow *self)
{
  g_autofree char *text = g_strdup_printf ("%.6g", gtk_spin_button_get_value (self->control));

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->control)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  return TRUE;
}

/* A number that is shown in a larger unit may have a fraction of it. */
static void
set_range (BrightNumberRow *self)
{
  gint64 minimum;
  gint64 maximum;

  bright_settings_group_get_range (bright_setting_link_get_group (self->link),
                                   bright_setting_link_get_key (self->link), &minimum, &maximum);
  gtk_spin_button_set_digits (self->control, self->factor > 1 ? 2 : 0);
  gtk_spin_button_set_range (self->control, (double)minimum / (double)self->factor,
                             (double)maximum / (double)self->factor);
  gtk_spin_button_set_increments (self->control, 1, 10);
}

static void
bright_number_row_dispose (GObject *object)
{
  BrightNumberRow *self = BRIGHT_NUMBER_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_number_row_parent_class)->dispose (object);
}

static void
bright_number_row_class_init (BrightNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_number_row_dispose;
}

static void
bright_number_row_init (BrightNumberRow *self)
{
}

GtkWidget *
bright_number_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightNumberRow *self = g_object_new (BRIGHT_TYPE_NUMBER_ROW, NULL);

  self->control = GTK_SPIN_BUTTON (gtk_spin_button_new (NULL, 1, 0));
  self->factor = MAX (1, spec->factor);
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  set_range (self);
  gtk_spin_button_set_numeric (self->control, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->control), 7);
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  bright_setting_link_name (self->link, GTK_WIDGET (self->control));
  if (self->factor > 1)
    g_signal_connect_object (self->control, "output", G_CALLBACK (on_output), self,
                             G_CONNECT_SWAPPED);
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->control, "value-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
