/* One row of a map, or one that is to become a row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-row.h"

#include "bright-map-side.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightMapRow
{
  AdwPreferencesRow parent_instance;

  BrightMapRowKind kind;
  const BrightMapSpec *spec;
  char *fixed_left;    /* (owned) (nullable): of what is in no row */
  GtkLabel *fixed;     /* (nullable) */
  BrightMapSide *left; /* (nullable) */
  BrightMapSide *right;
  GtkButton *button; /* (nullable): adds or removes */
  GtkLabel *note;
};

enum
{
  TAKEN,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightMapRow, bright_map_row, ADW_TYPE_PREFERENCES_ROW)

static void
bright_map_row_finalize (GObject *object)
{
  g_free (BRIGHT_MAP_ROW (object)->fixed_left);
  G_OBJECT_CLASS (bright_map_row_parent_class)->finalize (object);
}

static void
bright_map_row_class_init (BrightMapRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_map_row_finalize;
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bright_map_row_init (BrightMapRow *self)
{
}

/* Both sides must have been chosen; a text may be empty where that means something. */
static gboolean
is_complete (BrightMapRow *self)
{
  const char *left = bright_map_row_get_left (self);

  return left != NULL && left[0] != '\0' && bright_map_row_get_right (self) != NULL;
}

static void
on_side_taken (BrightMapRow *self)
{
  if (self->kind != BRIGHT_MAP_ROW_NEW && is_complete (self))
    g_signal_emit (self, signals[TAKEN], 0);
}

static void
on_clicked (BrightMapRow *self)
{
  if (self->kind != BRIGHT_MAP_ROW_NEW)
    {
      g_signal_emit (self, signals[REMOVED], 0);
      return;
    }
  bright_map_side_commit (self->left);
  bright_map_side_commit (self->right);
  if (!is_complete (self))
    {
      bright_map_row_set_note (self, _ ("⚠ Choose both sides first."), TRUE);
      return;
    }
  bright_map_row_set_note (self, NULL, FALSE);
  g_signal_emit (self, signals[TAKEN], 0);
}

static BrightMapSide *
make_side (BrightMapRow *self,
           BrightSettingsDesk *desk,
           const BrightSideSpec *spec,
           const char *offered)
{
  BrightMapSide *side = bright_map_side_new (desk, spec, offered);

  bright_map_side_name (side, _ (spec->title));
  g_signal_connect_object (side, "taken", G_CALLBACK (on_side_taken), self, G_CONNECT_SWAPPED);
  return side;
}

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
make_button (BrightMapRow *self, GtkBox *box)
{
  gboolean is_new = self->kind == BRIGHT_MAP_ROW_NEW;
  const char *title = is_new ? _ ("Add this row") : _ ("Remove this row");

  self->button = GTK_BUTTON (
      gtk_button_new_from_icon_name (is_new ? "list-add-symbolic" : "user-trash-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->button));
}

/* An arrow to the other side points the other way where one reads from the right. */
static const char *
get_arrow (const BrightMapSpec *spec)
{
  gboolean is_turned = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  return is_turned && strcmp (spec->arrow, "→") == 0 ? "←" : spec->arrow;
}

/* What is on the left: fixed words, or a control. */
static GtkWidget *
make_left (BrightMapRow *self, BrightSettingsDesk *desk)
{
  GtkWidget *left;

  if (self->kind != BRIGHT_MAP_ROW_UNMAPPED)
    {
      self->left = make_side (self, desk, &self->spec->left, self->spec->seen);
      return GTK_WIDGET (self->left);
    }
  self->fixed = make_label ();
  left = GTK_WIDGET (self->fixed);
  gtk_widget_set_hexpand (left, TRUE);
  return left;
}

/* Both sides get the same room. */
static GtkWidget *
make_sides (BrightMapRow *self, BrightSettingsDesk *desk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_label_new (get_arrow (self->spec));

  self->right = make_side (self, desk, &self->spec->right, self->spec->offered);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (left), make_left (self, desk));
  gtk_box_append (GTK_BOX (left), arrow);
  gtk_box_set_homogeneous (GTK_BOX (halves), TRUE);
  gtk_box_append (GTK_BOX (halves), left);
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->right));
  gtk_widget_set_hexpand (halves, TRUE);
  gtk_box_append (GTK_BOX (box), halves);
  return box;
}

BrightMapRow *
bright_map_row_new (BrightSettingsDesk *desk, const BrightMapSpec *spec, BrightMapRowKind kind)
{
  BrightMapRow *self = g_object_new (BRIGHT_TYPE_MAP_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sides;

  self->kind = kind;
  self->spec = spec;
  sides = make_sides (self, desk);
  if (kind != BRIGHT_MAP_ROW_UNMAPPED)
    make_button (self, GTK_BOX (sides));
  gtk_box_append (GTK_BOX (box), sides);
  self->note = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return self;
}

void
bright_map_row_set (BrightMapRow *self, const char *left, const char *left_name, const char *right)
{
  g_autofree char *right_name = NULL;
  g_autofree char *button_name = NULL;

  g_return_if_fail (BRIGHT_IS_MAP_ROW (self));

  if (self->fixed != NULL)
    {
      g_autofree char *before = self->fixed_left;

      self->fixed_left = g_strdup (left);
      gtk_label_set_label (self->fixed, left_name != NULL ? left_name : left);
    }
  else
    bright_map_side_set_value (self->left, left);
  bright_map_side_set_value (self->right, right);
  if (left_name == NULL)
    return;
  /* Translators: what is on the right side of a row, and what is on its left */
  right_name = g_strdup_printf (_ ("%s for “%s”"), _ (self->spec->right.title), left_name);
  bright_map_side_name (self->right, right_name);
  if (self->kind != BRIGHT_MAP_ROW_MAPPED)
    return;
  /* Translators: what is on the left side of a row */
  button_name = g_strdup_printf (_ ("Remove the row of “%s”"), left_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  button_name, -1);
}

void
bright_map_row_set_note (BrightMapRow *self, const char *note, gboolean is_warning)
{
  g_return_if_fail (BRIGHT_IS_MAP_ROW (self));

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if (is_warning)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "warning");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "dim-label");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
}

const char *
bright_map_row_get_left (BrightMapRow *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAP_ROW (self), NULL);

  return self->fixed != NULL ? self->fixed_left : bright_map_side_get_value (self->left);
}

const char *
bright_map_row_get_right (BrightMapRow *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAP_ROW (self), NULL);

  return bright_map_side_get_value (self->right);
}

gboolean
bright_map_row_is_gone (BrightMapRow *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAP_ROW (self), FALSE);

  return (self->left != NULL && bright_map_side_is_gone (self->left))
         || bright_map_side_is_gone (self->right);
}
