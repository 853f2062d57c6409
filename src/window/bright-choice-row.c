/* A setting that is one of a few words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"
#include "bright-reference-picker.h"
#include "bright-settings-effect.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightChoiceRow
{
  AdwActionRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GtkDropDown *control;
};

G_DEFINE_FINAL_TYPE (BrightChoiceRow, bright_choice_row, ADW_TYPE_ACTION_ROW)

static guint
find (const BrightOptionSpec *options, const char *value)
{
  for (guint i = 0; options[i].value != NULL; i++)
    if (strcmp (options[i].value, value) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* How many orders it is about. */
static char *
count (BrightChoiceRow *self)
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
  BrightChoiceRow *self = BRIGHT_CHOICE_ROW (widget);
  g_autofree char *value = bright_settings_group_dup_text (
      bright_setting_link_get_group (self->link), bright_setting_link_get_key (self->link));
  g_autofree char *effect = count (self);

  gtk_drop_down_set_selected (self->control,
                              find (bright_setting_link_get_spec (self->link)->options, value));
  bright_setting_link_show_words (self->link, effect);
}

static void
on_selected (BrightChoiceRow *self)
{
  const BrightOptionSpec *options = bright_setting_link_get_spec (self->link)->options;
  guint selected = gtk_drop_down_get_selected (self->control);

  if (selected != GTK_INVALID_LIST_POSITION)
    bright_setting_link_take_text (self->link, options[selected].value);
}

static GListModel *
make_titles (const BrightOptionSpec *options)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (; options->value != NULL; options++)
    gtk_string_list_append (titles, _ (options->title));
  return G_LIST_MODEL (titles);
}

static void
bright_choice_row_dispose (GObject *object)
{
  BrightChoiceRow *self = BRIGHT_CHOICE_ROW (object);

  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_choice_row_parent_class)->dispose (object);
}

static void
bright_choice_row_class_init (BrightChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_choice_row_dispose;
}

static void
bright_choice_row_init (BrightChoiceRow *self)
{
}

GtkWidget *
bright_choice_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightChoiceRow *self = g_object_new (BRIGHT_TYPE_CHOICE_ROW, NULL);
  g_autoptr (GListModel) titles = make_titles (spec->options);
  g_autoptr (GtkListItemFactory) factory = bright_ellipsis_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = NULL;

  self->control = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  list_factory = g_object_ref (gtk_drop_down_get_factory (self->control));
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  gtk_drop_down_set_list_factory (self->control, list_factory);
  gtk_drop_down_set_factory (self->control, factory);
  gtk_drop_down_set_model (self->control, titles);
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->control));
  bright_setting_link_name (self->link, GTK_WIDGET (self->control));
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->control, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
