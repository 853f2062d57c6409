/* The editor of a map: rows of pairs, what is in no row first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are kept and only given other values wherever they can be, so that what
 * a person is typing is not lost when orders are counted anew.
 */
#include "bright-map-editor.h"

#include "bright-map-change.h"
#include "bright-map-notes.h"
#include "bright-map-plan.h"
#include "bright-map-row.h"
#include "bright-map-side.h"
#include "bright-setting-link.h"

#include <glib/gi18n.h>

struct _BrightMapEditor
{
  AdwPreferencesGroup parent_instance;

  BrightSettingLink *link; /* (owned) */
  const BrightMapSpec *spec;
  GListModel *left;  /* (owned) (nullable) */
  GListModel *right; /* (owned) (nullable) */
  GtkListBox *list;
  GtkButton *suggestions;
  AdwExpanderRow *others; /* what is in no row and no order has */
  BrightMapRow *new_row;
  GPtrArray *plan;       /* (owned): of BrightUnmapped */
  GPtrArray *unmapped;   /* (owned): of BrightMapRow, those that orders have */
  GPtrArray *other_rows; /* (owned): of BrightMapRow, inside @others */
  GPtrArray *mapped;     /* (owned): of BrightMapRow */
};

G_DEFINE_FINAL_TYPE (BrightMapEditor, bright_map_editor, ADW_TYPE_PREFERENCES_GROUP)

static JsonNode *
dup_map (BrightMapEditor *self)
{
  return bright_settings_group_dup_json (bright_setting_link_get_group (self->link),
                                         bright_setting_link_get_key (self->link));
}

static GPtrArray *
get_rows (BrightMapEditor *self)
{
  return bright_settings_group_get_mappings (bright_setting_link_get_group (self->link),
                                             bright_setting_link_get_key (self->link));
}

/* ---- What a person does ---- */

static void
on_unmapped_taken (BrightMapRow *row, BrightMapEditor *self)
{
  g_autoptr (BrightMapRow) kept = g_object_ref (row);

  if (self->link == NULL)
    return;
  bright_setting_link_take (self->link, bright_map_add (dup_map (self), self->spec,
                                                        bright_map_row_get_left (row),
                                                        bright_map_row_get_right (row)));
}

/* What was added is a row of its own; what was refused stays to be mended. */
static void
on_new_taken (BrightMapRow *row, BrightMapEditor *self)
{
  guint n_rows;

  if (self->link == NULL)
    return;
  n_rows = get_rows (self)->len;
  on_unmapped_taken (row, self);
  if (get_rows (self)->len > n_rows)
    bright_map_row_set (row, NULL, NULL, NULL);
}

static void
on_mapped_taken (BrightMapRow *row, BrightMapEditor *self)
{
  g_autoptr (BrightMapRow) kept = g_object_ref (row);
  guint index;

  if (self->link != NULL && g_ptr_array_find (self->mapped, row, &index))
    bright_setting_link_take (self->link, bright_map_replace (dup_map (self), self->spec, index,
                                                              bright_map_row_get_left (row),
                                                              bright_map_row_get_right (row)));
}

static void
on_removed (BrightMapRow *row, BrightMapEditor *self)
{
  g_autoptr (BrightMapRow) kept = g_object_ref (row);
  guint index;

  if (self->link != NULL && g_ptr_array_find (self->mapped, row, &index))
    bright_setting_link_take (self->link, bright_map_remove (dup_map (self), index));
}

static void
on_suggestions (BrightMapEditor *self)
{
  JsonNode *map = dup_map (self);

  for (guint i = 0; i < self->plan->len; i++)
    {
      const BrightUnmapped *unmapped = self->plan->pdata[i];

      if (unmapped->suggestion != NULL)
        map = bright_map_add (map, self->spec, unmapped->left, unmapped->suggestion);
    }
  bright_setting_link_take (self->link, map);
}

/* ---- What is in no row ---- */

static BrightMapRow *
make_unmapped (BrightMapEditor *self)
{
  BrightMapRow *row = bright_map_row_new (bright_setting_link_get_desk (self->link), self->spec,
                                          BRIGHT_MAP_ROW_UNMAPPED);

  g_signal_connect_object (row, "taken", G_CALLBACK (on_unmapped_taken), self, 0);
  return row;
}

static void
add_unmapped (BrightMapEditor *self, const BrightUnmapped *unmapped, guint *n_seen, guint *n_others)
{
  GPtrArray *rows = unmapped->orders > 0 ? self->unmapped : self->other_rows;
  guint *n_used = unmapped->orders > 0 ? n_seen : n_others;
  g_autofree char *name = bright_map_name_left (self->spec, self->left, unmapped->left);
  BrightMapRow *row;

  if (*n_used == rows->len)
    {
      row = make_unmapped (self);
      g_ptr_array_add (rows, row);
      if (rows == self->unmapped)
        gtk_list_box_insert (self->list, GTK_WIDGET (row), (int)*n_used);
      else
        adw_expander_row_add_row (self->others, GTK_WIDGET (row));
    }
  row = rows->pdata[(*n_used)++];
  if (g_strcmp0 (bright_map_row_get_left (row), unmapped->left) != 0
      || bright_map_row_get_right (row) != NULL)
    bright_map_row_set (row, unmapped->left, name, NULL);
  bright_map_note_unmapped (row, unmapped);
}

static void
trim (BrightMapEditor *self, GPtrArray *rows, guint n_used)
{
  while (rows->len > n_used)
    {
      GtkWidget *row = rows->pdata[rows->len - 1];

      g_ptr_array_set_size (rows, (int)rows->len - 1);
      if (rows == self->other_rows)
        adw_expander_row_remove (self->others, row);
      else
        gtk_list_box_remove (self->list, row);
    }
}

static void
show_unmapped (BrightMapEditor *self)
{
  guint n_seen = 0;
  guint n_others = 0;
  guint n_suggestions = 0;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = bright_map_plan_unmapped (
      self->spec, get_rows (self), self->left, self->right,
      bright_settings_desk_get_seen (bright_setting_link_get_desk (self->link)));
  for (guint i = 0; i < self->plan->len; i++)
    {
      const BrightUnmapped *unmapped = self->plan->pdata[i];

      add_unmapped (self, unmapped, &n_seen, &n_others);
      n_suggestions += unmapped->suggestion != NULL ? 1 : 0;
    }
  trim (self, self->unmapped, n_seen);
  trim (self, self->other_rows, n_others);
  title = g_strdup_printf (ngettext ("%u more without a row", "%u more without a row", n_others),
                           n_others);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->others), title);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_others > 0);
  label = g_strdup_printf (ngettext ("Use %u Suggestion", "Use %u Suggestions", n_suggestions),
                           n_suggestions);
  gtk_button_set_label (self->suggestions, label);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), n_suggestions > 0);
}

/* ---- The rows ---- */

static void
add_mapped (BrightMapEditor *self)
{
  BrightMapRow *row = bright_map_row_new (bright_setting_link_get_desk (self->link), self->spec,
                                          BRIGHT_MAP_ROW_MAPPED);

  g_signal_connect_object (row, "taken", G_CALLBACK (on_mapped_taken), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, 0);
  gtk_list_box_insert (self->list, GTK_WIDGET (row),
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->new_row)));
  g_ptr_array_add (self->mapped, row);
}

static void
show_mapped (BrightMapEditor *self)
{
  GPtrArray *rows = get_rows (self);

  while (self->mapped->len < rows->len)
    add_mapped (self);
  trim (self, self->mapped, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *left = bright_mapping_get_left (rows->pdata[i]);
      g_autofree char *name = bright_map_name_left (self->spec, self->left, left);

      bright_map_row_set (self->mapped->pdata[i], left, name,
                          bright_mapping_get_right (rows->pdata[i]));
      bright_map_note_mapped (self->mapped->pdata[i], bright_setting_link_get_desk (self->link),
                              self->spec, rows, i);
    }
}

static void
show (GtkWidget *widget)
{
  BrightMapEditor *self = BRIGHT_MAP_EDITOR (widget);

  show_mapped (self);
  show_unmapped (self);
  bright_setting_link_show_words (self->link, NULL);
}

static void
bright_map_editor_dispose (GObject *object)
{
  BrightMapEditor *self = BRIGHT_MAP_EDITOR (object);

  g_clear_object (&self->left);
  g_clear_object (&self->right);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->unmapped, g_ptr_array_unref);
  g_clear_pointer (&self->other_rows, g_ptr_array_unref);
  g_clear_pointer (&self->mapped, g_ptr_array_unref);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (bright_map_editor_parent_class)->dispose (object);
}

static void
bright_map_editor_class_init (BrightMapEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_map_editor_dispose;
}

static void
bright_map_editor_init (BrightMapEditor *self)
{
  self->unmapped = g_ptr_array_new ();
  self->other_rows = g_ptr_array_new ();
  self->mapped = g_ptr_array_new ();
}

/* What the sides are, and the suggestions for all of them at once. */
static GtkWidget *
make_heading (BrightMapEditor *self)
{
  const BrightMapSpec *spec = self->spec;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words
      = g_strdup_printf ("%s %s %s", _ (spec->left.title), spec->arrow, _ (spec->right.title));
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  self->suggestions = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_set_valign (GTK_WIDGET (self->suggestions), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), FALSE);
  g_signal_connect_object (self->suggestions, "clicked", G_CALLBACK (on_suggestions), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestions));
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static void
make_list (BrightMapEditor *self, BrightSettingsDesk *desk)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->new_row = bright_map_row_new (desk, self->spec, BRIGHT_MAP_ROW_NEW);
  g_signal_connect_object (self->new_row, "taken", G_CALLBACK (on_new_taken), self, 0);
  self->others = ADW_EXPANDER_ROW (adw_expander_row_new ());
  gtk_list_box_append (self->list, GTK_WIDGET (self->new_row));
  gtk_list_box_append (self->list, GTK_WIDGET (self->others));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), make_heading (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

static void
watch_list (BrightMapEditor *self, GListModel *list)
{
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (bright_setting_link_refresh),
                             self->link, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

GtkWidget *
bright_map_editor_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  BrightMapEditor *self = g_object_new (BRIGHT_TYPE_MAP_EDITOR, NULL);

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (desk) && spec->map != NULL, NULL);

  self->spec = spec->map;
  g_set_object (&self->left, bright_map_side_get_list (desk, &spec->map->left));
  g_set_object (&self->right, bright_map_side_get_list (desk, &spec->map->right));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (spec->title));
  make_list (self, desk);
  self->link = bright_setting_link_new (GTK_WIDGET (self), desk, spec, show);
  bright_setting_link_refresh (self->link);
  watch_list (self, self->left);
  watch_list (self, self->right);
  return GTK_WIDGET (self);
}
