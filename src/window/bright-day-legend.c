/* What the bars of the chart mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample and a word for each part, on one line.
 */
#include "bright-day-legend.h"

#include "bright-day-chart-private.h"

#include <glib/gi18n.h>

#define SAMPLE 12
#define GAP 6
#define SPACE 18

struct _BrightDayLegend
{
  GtkWidget parent_instance;

  GtkWidget *labels[BRIGHT_N_DAY_PARTS];
};

G_DEFINE_FINAL_TYPE (BrightDayLegend, bright_day_legend, GTK_TYPE_WIDGET)

static void
bright_day_legend_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  BrightDayLegend *self = BRIGHT_DAY_LEGEND (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      int size;

      gtk_widget_measure (self->labels[i], orientation, -1, NULL, &size, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += SAMPLE + GAP + size + (i > 0 ? SPACE : 0);
      else
        *natural = *minimum = MAX (*natural, MAX (size, SAMPLE));
    }
}

/* Where the label of a part begins; where there is no room, it is cut off. */
static void
bright_day_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrightDayLegend *self = BRIGHT_DAY_LEGEND (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      GtkAllocation place = { .height = height };

      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL,
                          NULL);
      x += SAMPLE + GAP;
      place.x = is_reversed ? width - x - place.width : x;
      gtk_widget_size_allocate (self->labels[i], &place, baseline);
      x += place.width + SPACE;
    }
}

static void
bright_day_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrightDayLegend *self = BRIGHT_DAY_LEGEND (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                     (float)gtk_widget_get_height (widget)));

  for (BrightDayPart part = 0; part < BRIGHT_N_DAY_PARTS; part++)
    {
      graphene_rect_t place;
      double x;

      if (!gtk_widget_compute_bounds (self->labels[part], widget, &place))
        continue;
      x = is_reversed ? place.origin.x + place.size.width + GAP : place.origin.x - GAP - SAMPLE;
      bright_day_part_draw (widget, cairo, part, x, (gtk_widget_get_height (widget) - SAMPLE) / 2.0,
                            SAMPLE, SAMPLE);
    }
  cairo_destroy (cairo);
  GTK_WIDGET_CLASS (bright_day_legend_parent_class)->snapshot (widget, snapshot);
}

static void
bright_day_legend_dispose (GObject *object)
{
  BrightDayLegend *self = BRIGHT_DAY_LEGEND (object);

  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  G_OBJECT_CLASS (bright_day_legend_parent_class)->dispose (object);
}

static void
bright_day_legend_class_init (BrightDayLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_day_legend_dispose;
  widget_class->measure = bright_day_legend_measure;
  widget_class->size_allocate = bright_day_legend_size_allocate;
  widget_class->snapshot = bright_day_legend_snapshot;
}

static void
bright_day_legend_init (BrightDayLegend *self)
{
  static const char *const words[BRIGHT_N_DAY_PARTS]
      = { N_ ("In Brightpearl"), N_ ("Held or waiting"), N_ ("Need you") };

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      self->labels[i] = gtk_label_new (_ (words[i]));
      gtk_widget_add_css_class (self->labels[i], "caption");
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
}
