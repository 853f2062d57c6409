/* What the bars of the chart mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample and a word for each part, on one line if there is room.
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

/* Puts the labels, each with room for its sample before it, on as many lines as @width makes
 * necessary. Returns how high that is. */
static int
place_labels (BrightDayLegend *self, int width, GtkAllocation places[BRIGHT_N_DAY_PARTS])
{
  int x = 0;
  int y = 0;
  int line = 0;

  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      GtkAllocation *place = &places[i];
      int height;

      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width,
                          NULL, NULL);
      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      place->height = MAX (height, SAMPLE);
      if (x > 0 && x + SAMPLE + GAP + place->width > width)
        {
          x = 0;
          y += line + GAP;
          line = 0;
        }
      place->x = x + SAMPLE + GAP;
      place->y = y;
      line = MAX (line, place->height);
      x = place->x + place->width + SPACE;
    }
  return y + line;
}

static GtkSizeRequestMode
bright_day_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bright_day_legend_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkAllocation places[BRIGHT_N_DAY_PARTS];
  int height
      = place_labels (BRIGHT_DAY_LEGEND (widget), for_size >= 0 ? for_size : G_MAXINT, places);

  *minimum = *natural = height;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  place_labels (BRIGHT_DAY_LEGEND (widget), G_MAXINT, places);
  *minimum = 0;
  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      *minimum = MAX (*minimum, SAMPLE + GAP + places[i].width);
      *natural = places[i].x + places[i].width;
    }
}

static void
bright_day_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrightDayLegend *self = BRIGHT_DAY_LEGEND (widget);
  GtkAllocation places[BRIGHT_N_DAY_PARTS];

  place_labels (self, width, places);
  for (guint i = 0; i < BRIGHT_N_DAY_PARTS; i++)
    {
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        places[i].x = width - places[i].x - places[i].width;
      gtk_widget_size_allocate (self->labels[i], &places[i], baseline);
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
  widget_class->get_request_mode = bright_day_legend_get_request_mode;
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
