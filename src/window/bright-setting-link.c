/* The link between a row of the page Settings and its setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-link.h"

#include <glib/gi18n.h>
#include <string.h>

#define DATA_KEY "bright-setting-link"

struct _BrightSettingLink
{
  GObject parent_instance;

  GtkWidget *row;           /* (unowned): owns this */
  GtkWidget *control;       /* (unowned) (nullable): inside @row */
  BrightSettingsDesk *desk; /* (owned) */
  const BrightSettingSpec *spec;
  BrightSettingsGroup *group; /* (owned) */
  const char *key;
  BrightSettingShow show;
  char *fault; /* (owned) (nullable): why the last value was refused */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (BrightSettingLink, bright_setting_link, G_TYPE_OBJECT)

static void
bright_setting_link_dispose (GObject *object)
{
  BrightSettingLink *self = BRIGHT_SETTING_LINK (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->group);
  G_OBJECT_CLASS (bright_setting_link_parent_class)->dispose (object);
}

static void
bright_setting_link_finalize (GObject *object)
{
  g_free (BRIGHT_SETTING_LINK (object)->fault);
  G_OBJECT_CLASS (bright_setting_link_parent_class)->finalize (object);
}

static void
bright_setting_link_class_init (BrightSettingLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_setting_link_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_setting_link_finalize;
}

static void
bright_setting_link_init (BrightSettingLink *self)
{
}

static void
on_changed (BrightSettingLink *self)
{
  g_clear_pointer (&self->fault, g_free);
  bright_setting_link_refresh (self);
}

BrightSettingLink *
bright_setting_link_new (GtkWidget *row,
                         BrightSettingsDesk *desk,
                         const BrightSettingSpec *spec,
                         BrightSettingShow show)
{
  BrightSettingLink *self = g_object_new (BRIGHT_TYPE_SETTING_LINK, NULL);
  g_autofree char *signal = NULL;

  self->row = row;
  self->desk = g_object_ref (desk);
  self->spec = spec;
  self->group = g_object_ref (bright_settings_desk_find (desk, spec->key, &self->key));
  self->show = show;
  gtk_widget_set_name (row, spec->key);
  g_object_set_data (G_OBJECT (row), DATA_KEY, self);
  if (ADW_IS_PREFERENCES_ROW (row))
    g_object_set (row, "title", _ (spec->title), "use-markup", FALSE, NULL);
  signal = g_strconcat ("notify::", self->key, NULL);
  g_signal_connect_object (self->group, signal, G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "seen", G_CALLBACK (bright_setting_link_refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

BrightSettingLink *
bright_setting_link_of (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), DATA_KEY);
}

BrightSettingsDesk *
bright_setting_link_get_desk (BrightSettingLink *self)
{
  return self->desk;
}

const BrightSettingSpec *
bright_setting_link_get_spec (BrightSettingLink *self)
{
  return self->spec;
}

BrightSettingsGroup *
bright_setting_link_get_group (BrightSettingLink *self)
{
  return self->group;
}

const char *
bright_setting_link_get_key (BrightSettingLink *self)
{
  return self->key;
}

gboolean
bright_setting_link_is_showing (BrightSettingLink *self)
{
  return self->is_showing;
}

void
bright_setting_link_refresh (BrightSettingLink *self)
{
  gboolean was_showing;

  g_return_if_fail (BRIGHT_IS_SETTING_LINK (self));

  was_showing = self->is_showing;
  self->is_showing = TRUE;
  self->show (self->row);
  self->is_showing = was_showing;
}

void
bright_setting_link_name (BrightSettingLink *self, GtkWidget *control)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->spec->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (self->spec->subtitle), -1);
  self->control = control;
}

void
bright_setting_link_focus (BrightSettingLink *self)
{
  if (self->control != NULL && gtk_widget_grab_focus (self->control))
    return;
  gtk_widget_child_focus (self->row, GTK_DIR_TAB_FORWARD);
}

void
bright_setting_link_show_words (BrightSettingLink *self, const char *effect)
{
  g_autofree char *words = NULL;

  if (self->fault != NULL)
    {
      gtk_widget_add_css_class (self->row, "error");
      /* Translators: why a value was refused */
      words = g_strdup_printf (_ ("Not possible: %s"), self->fault);
    }
  else
    {
      gtk_widget_remove_css_class (self->row, "error");
      words = effect == NULL ? g_strdup (_ (self->spec->subtitle))
                             : g_strdup_printf ("%s\n%s", _ (self->spec->subtitle), effect);
    }
  if (ADW_IS_PREFERENCES_GROUP (self->row))
    {
      /* A group reads markup. */
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->row), escaped);
    }
  else
    g_object_set (self->row, "subtitle", words, NULL);
}

/* The reason without the key, which the person does not know. */
static char *
word_fault (BrightSettingLink *self, const GError *error)
{
  g_autofree char *prefix = g_strconcat (self->spec->key, ": ", NULL);

  return g_strdup (g_str_has_prefix (error->message, prefix) ? error->message + strlen (prefix)
                                                             : error->message);
}

void
bright_setting_link_take (BrightSettingLink *self, JsonNode *value)
{
  g_autoptr (JsonNode) wanted = value;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BRIGHT_IS_SETTING_LINK (self) && value != NULL);

  if (self->is_showing)
    return;
  g_clear_pointer (&self->fault, g_free);
  if (!bright_settings_desk_change (self->desk, self->row, self->spec, wanted, &error))
    self->fault = word_fault (self, error);
  bright_setting_link_refresh (self);
}

void
bright_setting_link_refuse (BrightSettingLink *self, const char *fault)
{
  g_return_if_fail (BRIGHT_IS_SETTING_LINK (self) && fault != NULL);

  g_free (self->fault);
  self->fault = g_strdup (fault);
  bright_setting_link_refresh (self);
}

void
bright_setting_link_take_text (BrightSettingLink *self, const char *text)
{
  bright_setting_link_take (self, json_node_init_string (json_node_alloc (), text));
}

void
bright_setting_link_take_number (BrightSettingLink *self, gint64 number)
{
  bright_setting_link_take (self, json_node_init_int (json_node_alloc (), number));
}
