/* One tab of the page Settings, built from its table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-tab.h"

#include "bright-choices-row.h"
#include "bright-map-editor.h"
#include "bright-setting-link.h"
#include "bright-setting-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 720

struct _BrightSettingsTab
{
  AdwBin parent_instance;

  const BrightTabSpec *spec;
  GtkBox *groups;
  AdwPreferencesGroup *needs;  /* (nullable): what is missing */
  char *needed;                /* (owned) (nullable): the keys of that */
  GtkWidget *label;            /* (owned): in the notebook */
  GtkWidget *dot;              /* in @label */
  const BrightGroupSpec *next; /* the group that is made next */
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (BrightSettingsTab, bright_settings_tab, ADW_TYPE_BIN)

static void
bright_settings_tab_dispose (GObject *object)
{
  BrightSettingsTab *self = BRIGHT_SETTINGS_TAB (object);

  g_clear_object (&self->label);
  G_OBJECT_CLASS (bright_settings_tab_parent_class)->dispose (object);
}

static void
bright_settings_tab_finalize (GObject *object)
{
  g_free (BRIGHT_SETTINGS_TAB (object)->needed);
  G_OBJECT_CLASS (bright_settings_tab_parent_class)->finalize (object);
}

static void
bright_settings_tab_class_init (BrightSettingsTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_settings_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_settings_tab_finalize;
}

static void
bright_settings_tab_init (BrightSettingsTab *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (self->groups), 24);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->groups), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->groups), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->groups), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->groups));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
  gtk_widget_set_vexpand (window, TRUE);
  adw_bin_set_child (ADW_BIN (self), window);
  /* Cards stand out from the window, not from the white of a notebook. */
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
}

BrightSettingsTab *
bright_settings_tab_new (const BrightTabSpec *spec)
{
  BrightSettingsTab *self = g_object_new (BRIGHT_TYPE_SETTINGS_TAB, NULL);

  self->spec = spec;
  self->next = spec->groups;
  self->label = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->dot = gtk_label_new ("●");
  gtk_widget_add_css_class (self->dot, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Needs something"), -1);
  gtk_widget_set_visible (self->dot, FALSE);
  gtk_box_append (GTK_BOX (self->label), gtk_label_new (_ (spec->title)));
  gtk_box_append (GTK_BOX (self->label), self->dot);
  return self;
}

GtkWidget *
bright_settings_tab_get_label (BrightSettingsTab *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_TAB (self), NULL);

  return self->label;
}

/* A group without a title goes on below the one before. */
static AdwPreferencesGroup *
add_group (BrightSettingsTab *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* A map is a group of its own, under its own title. */
static void
fill_group (BrightSettingsTab *self, BrightSettingsDesk *desk, const BrightGroupSpec *spec)
{
  AdwPreferencesGroup *group = NULL;

  for (const BrightSettingSpec *setting = spec->settings; setting->key != NULL; setting++)
    {
      if (setting->control == BRIGHT_CONTROL_MAP)
        {
          gtk_box_append (self->groups, bright_map_editor_new (desk, setting));
          group = add_group (self, NULL, NULL);
          continue;
        }
      if (group == NULL)
        group = add_group (self, _ (spec->title),
                           spec->description != NULL ? _ (spec->description) : NULL);
      adw_preferences_group_add (group, bright_setting_row_new (desk, setting));
    }
}

gboolean
bright_settings_tab_is_filled (BrightSettingsTab *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_TAB (self), FALSE);

  return self->is_filled;
}

void
bright_settings_tab_fill_next (BrightSettingsTab *self, BrightSettingsDesk *desk)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_TAB (self) && BRIGHT_IS_SETTINGS_DESK (desk));

  if (self->is_filled)
    return;
  if (self->next->title != NULL)
    {
      fill_group (self, desk, self->next);
      self->next++;
      return;
    }
  adw_preferences_group_add (add_group (self, _ ("Choices"), NULL), bright_choices_row_new (desk));
  self->is_filled = TRUE;
}

void
bright_settings_tab_fill (BrightSettingsTab *self, BrightSettingsDesk *desk)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_TAB (self) && BRIGHT_IS_SETTINGS_DESK (desk));

  while (!self->is_filled)
    bright_settings_tab_fill_next (self, desk);
}

static GtkWidget *
find (GtkWidget *root, const char *key)
{
  if (strcmp (gtk_widget_get_name (root), key) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
bright_settings_tab_focus (BrightSettingsTab *self, const char *key)
{
  GtkWidget *row;

  g_return_if_fail (BRIGHT_IS_SETTINGS_TAB (self) && key != NULL);

  row = find (GTK_WIDGET (self->groups), key);
  if (row == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else
    bright_setting_link_focus (bright_setting_link_of (row));
}

/* ---- What is missing ---- */

static void
on_need (AdwActionRow *row, BrightSettingsTab *self)
{
  bright_settings_tab_focus (self, g_object_get_data (G_OBJECT (row), "key"));
}

static void
add_need (BrightSettingsTab *self, const BrightSettingsNeed *need)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *symbol = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (symbol, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (symbol), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Missing"), -1);
  g_object_set (row, "use-markup", FALSE, "title", need->sentence, "activatable", TRUE, NULL);
  g_object_set_data (G_OBJECT (row), "key", (gpointer)need->key);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), symbol);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-down-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_need), self, 0);
  adw_preferences_group_add (self->needs, row);
}

/* Those who do not see the dot hear it. */
static void
show_in_label (BrightSettingsTab *self, guint n_needs)
{
  GtkWidget *tab = gtk_widget_get_parent (self->label);
  g_autofree char *words
      = g_strdup_printf (ngettext ("%s: %u thing is missing", "%s: %u things are missing", n_needs),
                         _ (self->spec->title), n_needs);

  gtk_widget_set_visible (self->dot, n_needs > 0);
  gtk_widget_set_tooltip_text (self->label, n_needs > 0 ? words : NULL);
  if (tab != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    n_needs > 0 ? words : _ (self->spec->title), -1);
}

/* Whether the same is missing as before, so that nothing needs to be shown anew. */
static gboolean
is_known (BrightSettingsTab *self, GArray *needs, guint tab)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *before = self->needed;

  for (guint i = 0; i < needs->len; i++)
    if (g_array_index (needs, BrightSettingsNeed, i).tab == tab)
      g_string_append_printf (keys, "%s ", g_array_index (needs, BrightSettingsNeed, i).key);
  self->needed = g_strdup (keys->str);
  return g_strcmp0 (before, self->needed) == 0;
}

void
bright_settings_tab_show_needs (BrightSettingsTab *self, GArray *needs, guint tab)
{
  guint n_needs = 0;

  g_return_if_fail (BRIGHT_IS_SETTINGS_TAB (self) && needs != NULL);

  if (is_known (self, needs, tab))
    return;
  if (self->needs != NULL)
    gtk_box_remove (self->groups, GTK_WIDGET (self->needs));
  self->needs = NULL;
  for (guint i = 0; i < needs->len; i++)
    {
      const BrightSettingsNeed *need = &g_array_index (needs, BrightSettingsNeed, i);

      if (need->tab != tab)
        continue;
      if (self->needs == NULL)
        {
          self->needs = add_group (self, _ ("Still missing"), NULL);
          gtk_box_reorder_child_after (self->groups, GTK_WIDGET (self->needs), NULL);
        }
      add_need (self, need);
      n_needs++;
    }
  show_in_label (self, n_needs);
}
