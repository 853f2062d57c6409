/* A setting that is true or false.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"
#include "bright-settings-effect.h"

#include <glib/gi18n.h>

struct _BrightSwitchRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkSwitch *control;
};

G_DEFINE_FINAL_TYPE (BrightSwitchRow, bright_switch_row, ADW_TYPE_ACTION_ROW)

/* How many orders it is about. */
static char *
count (BrightSwitchRow *self)
{
  const BrightSettingSpec *spec = bright_setting_link_get_spec (self->link);
  GPtrArray *seen = bright_settings_desk_get_seen (bright_setting_link_get_desk (self->link));
  g_autofree char *orders = NULL;

  if (spec->seen == NULL || seen == NULL)
    return NULL;
  orders = bright_settings_count_words (bright_seen_count (seen, spec->seen, ""));
  /* Translators: a number of orders, e.g. "37 orders" */
  return g_strdup_printf (_ ("%s since go-live."), orders);
}

static void
show (GtkWidget *widget)
{
  BrightSwitchRow *self = BRIGHT_SWITCH_ROW (widget);
  g_autofree char *effect = count (self);

  gtk_switch_set_active (
      self->control, bright_settings_group_get_boolean (bright_setting_link_get_group (self->link),
                                                        bright_setting_link_get_key (self->link)));
  bright_setting_link_show_words (self->link, effect);
}

static void
on_switched (BrightSwitchRow *self)
{
  bright_setting_link_take (
      self->link,
      json_node_init_boolean (json_node_alloc (), gtk_switch_get_active (self->control)));
}

static void
bright_switch_row_dispose (GObject *object)
{
  BrightSwitchRow *self = BRIGHT_SWITCH_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_switch_row_parent_class)->dispose (object);
}

static void
bright_switch_row_class_init (BrightSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_switch_row_dispose;
}

static void
bright_switch_row_init (BrightSwitchRow *self)
{
}

GtkWidget *
bright_switch_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightSwitchRow *self = g_object_new (BRIGHT_TYPE_SWITCH_ROW, NULL);

  self->control = GTK_SWITCH (gtk_switch_new ());
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  bright_setting_link_name (self->link, GTK_WIDGET (self->control));
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->control, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
