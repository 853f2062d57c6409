/* Numbers of orders by where they are, each a way to their list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-count-tiles.h"

#include <glib/gi18n.h>

#define NARROW_COLUMNS 2
#define N_TILES 5

struct _BrightCountTiles
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkWidget *buttons[N_TILES];
  GtkLabel *numbers[N_TILES];
};

static const struct
{
  const char *words;
  const char *state;
  gsize offset;
} tiles[N_TILES] = {
  { N_ ("Need you"), "attention", G_STRUCT_OFFSET (BrightOrderCounts, attention) },
  { N_ ("In Brightpearl"), "linked", G_STRUCT_OFFSET (BrightOrderCounts, linked) },
  { N_ ("Held"), "held", G_STRUCT_OFFSET (BrightOrderCounts, held) },
  { N_ ("Waiting"), "waiting", G_STRUCT_OFFSET (BrightOrderCounts, waiting) },
  { N_ ("Left out"), "filtered", G_STRUCT_OFFSET (BrightOrderCounts, filtered) },
};

G_DEFINE_FINAL_TYPE (BrightCountTiles, bright_count_tiles, ADW_TYPE_BIN)

static GtkWidget *
make_tile (BrightCountTiles *self, guint index)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *number = gtk_label_new ("–");
  GtkWidget *words = gtk_label_new (_ (tiles[index].words));

  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (words, "caption");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_name (button, tiles[index].state);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-orders");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tiles[index].state);
  self->numbers[index] = GTK_LABEL (number);
  self->buttons[index] = button;
  return button;
}

static void
bright_count_tiles_class_init (BrightCountTilesClass *klass)
{
}

static void
bright_count_tiles_init (BrightCountTiles *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 12);
  for (guint i = 0; i < N_TILES; i++)
    gtk_grid_attach (self->grid, make_tile (self, i), (int)i, 0, 1, 1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

void
bright_count_tiles_show (BrightCountTiles *self, const BrightOrderCounts *counts)
{
  g_return_if_fail (BRIGHT_IS_COUNT_TILES (self) && counts != NULL);

  for (guint i = 0; i < N_TILES; i++)
    {
      guint count = G_STRUCT_MEMBER (guint, counts, tiles[i].offset);
      g_autofree char *number = g_strdup_printf ("%u", count);
      /* Translators: a state of orders, and how many there are */
      g_autofree char *name = g_strdup_printf (_ ("%s: %u"), _ (tiles[i].words), count);

      gtk_label_set_label (self->numbers[i], number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* What needs a person comes first, and has a row of its own where there are two columns. */
void
bright_count_tiles_set_narrow (BrightCountTiles *self, gboolean narrow)
{
  GtkLayoutManager *layout;

  g_return_if_fail (BRIGHT_IS_COUNT_TILES (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  for (guint i = 0; i < N_TILES; i++)
    {
      GtkGridLayoutChild *child
          = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->buttons[i]));
      guint place = i + 1;

      gtk_grid_layout_child_set_column_span (child, narrow && i == 0 ? NARROW_COLUMNS : 1);
      gtk_grid_layout_child_set_row (child, narrow ? (int)(place / NARROW_COLUMNS) : 0);
      gtk_grid_layout_child_set_column (child, narrow ? (i == 0 ? 0 : (int)(place % NARROW_COLUMNS))
                                                      : (int)i);
    }
}
