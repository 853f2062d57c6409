/* One side of a row of a map: a drop-down or an entry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-side.h"

#include "bright-offer-button.h"
#include "bright-reference-picker.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightMapSide
{
  AdwBin parent_instance;

  BrightSettingsDesk *desk; /* (owned) */
  const BrightSideSpec *spec;
  const char *offered;
  char *value; /* (owned) (nullable) */

  BrightReferencePicker *picker; /* (nullable): of what a platform has */
  GtkEntry *entry;               /* (nullable): of a text */
  BrightOfferButton *offers;     /* (nullable): beside it */
  gboolean is_typing;            /* the entry has text that was not taken yet */
  gboolean is_showing;
};

enum
{
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightMapSide, bright_map_side, ADW_TYPE_BIN)

static void
bright_map_side_dispose (GObject *object)
{
  g_clear_object (&BRIGHT_MAP_SIDE (object)->desk);
  G_OBJECT_CLASS (bright_map_side_parent_class)->dispose (object);
}

static void
bright_map_side_finalize (GObject *object)
{
  g_free (BRIGHT_MAP_SIDE (object)->value);
  G_OBJECT_CLASS (bright_map_side_parent_class)->finalize (object);
}

static void
bright_map_side_class_init (BrightMapSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_map_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_map_side_finalize;
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
bright_map_side_init (BrightMapSide *self)
{
}

GListModel *
bright_map_side_get_list (BrightSettingsDesk *desk, const BrightSideSpec *spec)
{
  BrightChoices *choices = bright_settings_desk_get_choices (desk);

  if (spec->reference.kind != NULL)
    return bright_choices_get_list (choices, spec->reference.platform, spec->reference.kind);
  return spec->words != NULL
             ? bright_choices_get_list (choices, BRIGHT_PLATFORM_BIGCOMMERCE, spec->words)
             : NULL;
}

static void
set_value (BrightMapSide *self, const char *value)
{
  g_autofree char *before = self->value;

  self->value = g_strdup (value);
}

static void
on_picked (BrightMapSide *self)
{
  set_value (self, bright_reference_picker_get_value (self->picker));
  g_signal_emit (self, signals[TAKEN], 0);
}

/* ---- An entry ---- */

void
bright_map_side_commit (BrightMapSide *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BRIGHT_IS_MAP_SIDE (self));

  if (!self->is_typing)
    return;
  self->is_typing = FALSE;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  set_value (self, text);
}

static void
apply (BrightMapSide *self)
{
  g_autofree char *before = g_strdup (self->value);

  bright_map_side_commit (self);
  if (g_strcmp0 (before, self->value) != 0)
    g_signal_emit (self, signals[TAKEN], 0);
}

static void
on_typed (BrightMapSide *self)
{
  self->is_typing = !self->is_showing;
}

static void
on_offered (BrightMapSide *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  apply (self);
}

/* Offers the words that orders have, then those that the store knows. */
static void
offer (BrightMapSide *self)
{
  GPtrArray *seen = bright_settings_desk_get_seen (self->desk);
  GListModel *list = bright_map_side_get_list (self->desk, self->spec);
  g_autoptr (GHashTable) offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  bright_offer_button_clear (self->offers);
  for (guint i = 0; seen != NULL && self->offered != NULL && i < seen->len; i++)
    {
      const BrightSeen *entry = seen->pdata[i];

      if (strcmp (entry->kind, self->offered) == 0
          && g_hash_table_add (offered, g_strdup (entry->value)))
        bright_offer_button_add (self->offers, entry->value, entry->value);
    }
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (list, i);
      const char *name = bright_choice_get_name (choice);

      if (g_hash_table_add (offered, g_strdup (name)))
        bright_offer_button_add (self->offers, name, name);
    }
}

static void
make_entry (BrightMapSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->offers = bright_offer_button_new (_ ("Words that the store uses"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 22);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->offers));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_object (self->offers, "offered", G_CALLBACK (on_offered), self,
                           G_CONNECT_SWAPPED);
  offer (self);
  g_signal_connect_object (self->desk, "seen", G_CALLBACK (offer), self, G_CONNECT_SWAPPED);
}

static void
make_picker (BrightMapSide *self)
{
  self->picker = bright_reference_picker_new (bright_map_side_get_list (self->desk, self->spec),
                                              &self->spec->reference, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->picker));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
}

BrightMapSide *
bright_map_side_new (BrightSettingsDesk *desk, const BrightSideSpec *spec, const char *offered)
{
  BrightMapSide *self = g_object_new (BRIGHT_TYPE_MAP_SIDE, "hexpand", TRUE, NULL);

  self->desk = g_object_ref (desk);
  self->spec = spec;
  self->offered = offered;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  if (spec->reference.kind != NULL)
    make_picker (self);
  else
    make_entry (self);
  return self;
}

void
bright_map_side_set_value (BrightMapSide *self, const char *value)
{
  g_return_if_fail (BRIGHT_IS_MAP_SIDE (self));

  set_value (self, value);
  if (self->picker != NULL)
    bright_reference_picker_set_value (self->picker, value);
  else if (!self->is_typing)
    {
      self->is_showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), value != NULL ? value : "");
      self->is_showing = FALSE;
    }
}

const char *
bright_map_side_get_value (BrightMapSide *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAP_SIDE (self), NULL);

  return self->value;
}

gboolean
bright_map_side_is_gone (BrightMapSide *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAP_SIDE (self), FALSE);

  return self->picker != NULL && bright_reference_picker_is_gone (self->picker);
}

void
bright_map_side_name (BrightMapSide *self, const char *name)
{
  GtkWidget *control;

  g_return_if_fail (BRIGHT_IS_MAP_SIDE (self) && name != NULL);

  control = self->picker != NULL ? bright_reference_picker_get_control (self->picker)
                                 : GTK_WIDGET (self->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
