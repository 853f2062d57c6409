/* A setting that is a text, an amount, or a number that nobody counts with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"
#include "bright-offer-button.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightTextRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkEntry *control;
  BrightOfferButton *offers;
  gboolean is_typing; /* there is text that was not taken yet */
};

G_DEFINE_FINAL_TYPE (BrightTextRow, bright_text_row, ADW_TYPE_ACTION_ROW)

static gboolean
is_number (BrightTextRow *self)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (bright_setting_link_get_group (self->link));

  return g_object_class_find_property (klass, bright_setting_link_get_key (self->link))->value_type
         == G_TYPE_INT64;
}

static void
show (GtkWidget *widget)
{
  BrightTextRow *self = BRIGHT_TEXT_ROW (widget);
  BrightSettingsGroup *group = bright_setting_link_get_group (self->link);
  const char *key = bright_setting_link_get_key (self->link);
  g_autofree char *text
      = is_number (self)
            ? g_strdup_printf ("%" G_GINT64_FORMAT, bright_settings_group_get_integer (group, key))
            : bright_settings_group_dup_text (group, key);

  /* What is being typed stays until it is taken. */
  if (!self->is_typing && strcmp (gtk_editable_get_text (GTK_EDITABLE (self->control)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  bright_setting_link_show_words (self->link, NULL);
}

/* Takes what was typed. */
static void
apply (BrightTextRow *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
  gint64 number;

  if (!self->is_typing || self->link == NULL)
    return;
  self->is_typing = FALSE;
  if (is_number (self)
      && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    bright_setting_link_take_number (self->link, number);
  else
    bright_setting_link_take_text (self->link, text);
}

/* Text that the row shows by itself is not typed. */
static void
on_typed (BrightTextRow *self)
{
  self->is_typing = self->link != NULL && !bright_setting_link_is_showing (self->link);
}

static void
on_offered (BrightTextRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  apply (self);
}

static gboolean
on_key (BrightTextRow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || !self->is_typing)
    return GDK_EVENT_PROPAGATE;
  self->is_typing = FALSE;
  bright_setting_link_refresh (self->link);
  return GDK_EVENT_STOP;
}

static void
watch (BrightTextRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (self->control, "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "activate", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->control), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->control), keys);
}

static void
bright_text_row_dispose (GObject *object)
{
  BrightTextRow *self = BRIGHT_TEXT_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_text_row_parent_class)->dispose (object);
}

static void
bright_text_row_class_init (BrightTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_text_row_dispose;
}

static void
bright_text_row_init (BrightTextRow *self)
{
}

GtkWidget *
bright_text_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightTextRow *self = g_object_new (BRIGHT_TYPE_TEXT_ROW, NULL);

  self->control = GTK_ENTRY (gtk_entry_new ());
  self->offers = bright_offer_button_new (_ ("Choose one of the usual values"));
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->control), 16);
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->offers));
  for (const BrightOptionSpec *option = spec->options; option != NULL && option->value != NULL;
       option++)
    bright_offer_button_add (self->offers, option->value, _ (option->title));
  bright_setting_link_name (self->link, GTK_WIDGET (self->control));
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->offers, "offered", G_CALLBACK (on_offered), self,
                           G_CONNECT_SWAPPED);
  watch (self);
  return GTK_WIDGET (self);
}
