/* A setting that names something that a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"
#include "bright-bank-account.h"
#include "bright-reference-picker.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightReferenceRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  BrightReferencePicker *picker;
  GtkImage *warning;
};

G_DEFINE_FINAL_TYPE (BrightReferenceRow, bright_reference_row, ADW_TYPE_ACTION_ROW)

static char *
dup_value (BrightReferenceRow *self)
{
  BrightSettingsGroup *group = bright_setting_link_get_group (self->link);
  const char *key = bright_setting_link_get_key (self->link);

  if (bright_setting_link_get_spec (self->link)->reference->by_code)
    return bright_settings_group_dup_text (group, key);
  return g_strdup_printf ("%" G_GINT64_FORMAT, bright_settings_group_get_integer (group, key));
}

/* What may go wrong with a payment method; NULL for nothing. */
static char *
find_trouble (BrightReferenceRow *self, const char *value)
{
  const BrightReferenceSpec *reference = bright_setting_link_get_spec (self->link)->reference;
  BrightChoices *choices
      = bright_settings_desk_get_choices (bright_setting_link_get_desk (self->link));

  if (bright_reference_picker_is_gone (self->picker))
    return g_strdup (_ ("It no longer exists there. Choose another."));
  if (strcmp (reference->kind, "payment-method") == 0)
    return bright_bank_account_warn (choices, value);
  return NULL;
}

static void
show (GtkWidget *widget)
{
  BrightReferenceRow *self = BRIGHT_REFERENCE_ROW (widget);
  g_autofree char *value = dup_value (self);
  g_autofree char *trouble = NULL;

  bright_reference_picker_set_value (self->picker, value);
  trouble = find_trouble (self, value);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), trouble != NULL);
  bright_setting_link_show_words (self->link, trouble);
}

static void
on_picked (BrightReferenceRow *self)
{
  const char *value = bright_reference_picker_get_value (self->picker);

  if (bright_setting_link_get_spec (self->link)->reference->by_code)
    bright_setting_link_take_text (self->link, value);
  else
    bright_setting_link_take_number (self->link, g_ascii_strtoll (value, NULL, 10));
}

static void
bright_reference_row_dispose (GObject *object)
{
  BrightReferenceRow *self = BRIGHT_REFERENCE_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_reference_row_parent_class)->dispose (object);
}

static void
bright_reference_row_class_init (BrightReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_reference_row_dispose;
}

static void
bright_reference_row_init (BrightReferenceRow *self)
{
}

GtkWidget *
bright_reference_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightReferenceRow *self = g_object_new (BRIGHT_TYPE_REFERENCE_ROW, NULL);
  GListModel *list = bright_choices_get_list (bright_settings_desk_get_choices (desk),
                                              spec->reference->platform, spec->reference->kind);

  self->picker = bright_reference_picker_new (list, spec->reference, FALSE);
  self->warning = GTK_IMAGE (gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  gtk_widget_add_css_class (GTK_WIDGET (self->warning), "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Warning"), -1);
  gtk_widget_set_valign (GTK_WIDGET (self->picker), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->warning));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->picker));
  bright_setting_link_name (self->link, bright_reference_picker_get_control (self->picker));
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (bright_setting_link_refresh),
                           self->link, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}
