/* A setting that is several of what a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

#include "bright-setting-link.h"
#include "bright-settings-effect.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightListRow
{
  AdwExpanderRow parent_instance;

  BrightSettingLink *link; /* (owned) */
  GListModel *choices;     /* (owned) */
  GtkLabel *total;
  GPtrArray *entries; /* (owned): of BrightListEntry, those that can be ticked */
  gboolean is_stale;  /* the choices changed since the entries were made */
};

G_DEFINE_FINAL_TYPE (BrightListRow, bright_list_row, ADW_TYPE_EXPANDER_ROW)

/* One entry that can be ticked. */
typedef struct
{
  gint64 id;
  GtkWidget *row;
  GtkCheckButton *tick;
  GtkLabel *count;
  char *name;
} BrightListEntry;

static void
entry_free (gpointer data)
{
  BrightListEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static gboolean
is_ticked (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static GArray *
get_ids (BrightListRow *self)
{
  return bright_settings_group_get_integers (bright_setting_link_get_group (self->link),
                                             bright_setting_link_get_key (self->link));
}

static void on_toggled (BrightListRow *self);

/* Adds an entry; @name is taken. */
static void
add (BrightListRow *self, gint64 id, char *name, const char *detail)
{
  BrightListEntry *entry = g_new0 (BrightListEntry, 1);

  entry->id = id;
  entry->name = name;
  entry->row = adw_action_row_new ();
  entry->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  entry->count = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (entry->row, "use-markup", FALSE, "title", name, "subtitle", detail, NULL);
  gtk_widget_set_valign (GTK_WIDGET (entry->tick), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->tick));
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->count));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->tick));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (entry->tick, "toggled", G_CALLBACK (on_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry->row);
  g_ptr_array_add (self->entries, entry);
}

/* Incomplete orders of the store have the number 0. */
static gboolean
is_abandoned_cart (BrightListRow *self, BrightChoice *choice)
{
  const BrightReferenceSpec *reference = bright_setting_link_get_spec (self->link)->reference;

  return reference->platform == BRIGHT_PLATFORM_BIGCOMMERCE
         && strcmp (reference->kind, "order-status") == 0 && bright_choice_get_id (choice) == 0;
}

static void
add_choice (BrightListRow *self, BrightChoice *choice)
{
  const char *name = bright_choice_get_name (choice);
  const char *detail = bright_choice_get_detail (choice);
  g_autofree char *words = NULL;

  if (strcmp (detail, name) == 0)
    detail = "";
  if (is_abandoned_cart (self, choice))
    detail = _ ("⚠ Carts that were left before they were paid; better not ticked.");
  if (bright_choice_get_inactive (choice))
    words = g_strdup_printf ("%s%s%s", detail, detail[0] != '\0' ? " – " : "", _ ("switched off"));
  add (self, bright_choice_get_id (choice), g_strdup (name), words != NULL ? words : detail);
}

static gboolean
has_entry (BrightListRow *self, gint64 id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((BrightListEntry *)self->entries->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* What is ticked although the platform does not have it; before its list was read nobody knows. */
static void
add_gone (BrightListRow *self, GArray *ids)
{
  gboolean is_read = g_list_model_get_n_items (self->choices) > 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      if (has_entry (self, id))
        continue;
      if (is_read)
        /* Translators: a number or code of something that was chosen */
        add (self, id, g_strdup_printf (_ ("%s (no longer exists)"), number),
             _ ("⚠ Not there any more; untick it."));
      else
        add (self, id, g_steal_pointer (&number), _ ("Its name was not read yet."));
    }
}

/* Whether the entries are those that there must be. */
static gboolean
is_filled (BrightListRow *self, GArray *ids)
{
  if (self->is_stale)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!has_entry (self, g_array_index (ids, gint64, i)))
      return FALSE;
  return TRUE;
}

/* Makes the entries, unless they are there. */
static void
fill (BrightListRow *self, GArray *ids)
{
  if (is_filled (self, ids))
    return;
  for (guint i = 0; i < self->entries->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self),
                             ((BrightListEntry *)self->entries->pdata[i])->row);
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (self->choices, i);

      if (!bright_choice_get_inactive (choice) || is_ticked (ids, bright_choice_get_id (choice)))
        add_choice (self, choice);
    }
  add_gone (self, ids);
  self->is_stale = FALSE;
}

static guint
count (BrightListRow *self, gint64 id)
{
  const BrightSettingSpec *spec = bright_setting_link_get_spec (self->link);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return bright_seen_count (
      bright_settings_desk_get_seen (bright_setting_link_get_desk (self->link)), spec->seen, value);
}

/* Says how many orders each entry has, and all that are ticked. */
static void
show_counts (BrightListRow *self, GArray *ids)
{
  guint total = 0;
  g_autofree char *words = NULL;

  if (bright_setting_link_get_spec (self->link)->seen == NULL
      || bright_settings_desk_get_seen (bright_setting_link_get_desk (self->link)) == NULL)
    return;
  for (guint i = 0; i < self->entries->len; i++)
    {
      BrightListEntry *entry = self->entries->pdata[i];
      guint orders = count (self, entry->id);
      g_autofree char *own = bright_settings_count_words (orders);

      gtk_label_set_label (entry->count, own);
      if (is_ticked (ids, entry->id))
        total += orders;
    }
  words = bright_settings_count_words (total);
  gtk_label_set_label (self->total, words);
}

static void
show (GtkWidget *widget)
{
  BrightListRow *self = BRIGHT_LIST_ROW (widget);
  GArray *ids = get_ids (self);
  g_autoptr (GString) names = g_string_new (NULL);

  fill (self, ids);
  for (guint i = 0; i < self->entries->len; i++)
    {
      BrightListEntry *entry = self->entries->pdata[i];
      gboolean ticked = is_ticked (ids, entry->id);

      gtk_check_button_set_active (entry->tick, ticked);
      if (ticked)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entry->name);
    }
  if (names->len == 0)
    g_string_append (names, _ ("None ticked."));
  bright_setting_link_show_words (self->link, names->str);
  show_counts (self, ids);
}

static void
on_choices (BrightListRow *self)
{
  self->is_stale = TRUE;
  bright_setting_link_refresh (self->link);
}

/* Takes what is ticked, in the order of the list. */
static void
on_toggled (BrightListRow *self)
{
  JsonArray *array;
  JsonNode *node;

  if (bright_setting_link_is_showing (self->link))
    return;
  array = json_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      BrightListEntry *entry = self->entries->pdata[i];

      if (gtk_check_button_get_active (entry->tick))
        json_array_add_int_element (array, entry->id);
    }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  bright_setting_link_take (self->link, node);
}

static void
bright_list_row_dispose (GObject *object)
{
  BrightListRow *self = BRIGHT_LIST_ROW (object);

  g_clear_object (&self->choices);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_list_row_parent_class)->dispose (object);
}

static void
bright_list_row_class_init (BrightListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_list_row_dispose;
}

static void
bright_list_row_init (BrightListRow *self)
{
}

GtkWidget *
bright_list_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightListRow *self = g_object_new (BRIGHT_TYPE_LIST_ROW, NULL);

  self->choices = g_object_ref (bright_choices_get_list (
      bright_settings_desk_get_choices (desk), spec->reference->platform, spec->reference->kind));
  self->is_stale = TRUE;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "dim-label");
  gtk_widget_set_valign (GTK_WIDGET (self->total), GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->total));
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  bright_setting_link_refresh (self->link);
  g_signal_connect_object (self->choices, "items-changed", G_CALLBACK (on_choices), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
