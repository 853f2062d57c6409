/* A chart of orders per day: how it is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-chart-scale.h"
#include "bright-day-chart-private.h"
#include "bright-moment.h"

#define GAP 6
#define HATCH 4.0

guint
bright_day_count_get_part (const BrightDayCount *day, BrightDayPart part)
{
  switch (part)
    {
    case BRIGHT_DAY_PART_LINKED:
      return day->linked;
    case BRIGHT_DAY_PART_HELD:
      return day->held;
    case BRIGHT_DAY_PART_ATTENTION:
    default:
      return day->attention;
    }
}

static guint
find_highest (BrightDayChart *self)
{
  guint highest = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      const BrightDayCount *day = g_ptr_array_index (self->days, i);

      highest = MAX (highest, day->linked + day->held + day->attention);
    }
  return highest;
}

static PangoLayout *
make_label (BrightDayChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

BrightDayPlot
bright_day_chart_find_plot (BrightDayChart *self)
{
  guint top = bright_chart_scale_top (find_highest (self));
  g_autofree char *text = g_strdup_printf ("%u", top);
  g_autoptr (PangoLayout) label = make_label (self, text);
  gboolean is_reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width;
  int height;
  BrightDayPlot plot = { .top = top };

  pango_layout_get_pixel_size (label, &width, &height);
  plot.x = is_reversed ? 0 : width + GAP;
  plot.y = height / 2.0;
  plot.width = gtk_widget_get_width (GTK_WIDGET (self)) - width - GAP;
  plot.height = gtk_widget_get_height (GTK_WIDGET (self)) - height - GAP - plot.y;
  return plot;
}

static double
find_bar (BrightDayChart *self, const BrightDayPlot *plot, guint index)
{
  double step = plot->width / self->days->len;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return plot->x + plot->width - (index + 1) * step;
  return plot->x + index * step;
}

static void
use_color (GtkWidget *widget, cairo_t *cairo, BrightDayPart part)
{
  static const char *const names[] = { "accent_color", "warning_color", "error_color" };
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, names[part], &color))
    gtk_style_context_get_color (context, &color);
  gdk_cairo_set_source_rgba (cairo, &color);
}

static void
draw_hatch (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_save (cairo);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_clip (cairo);
  cairo_set_line_width (cairo, 1.5);
  for (double offset = -height; offset < width; offset += HATCH)
    {
      cairo_move_to (cairo, x + offset, y + height);
      cairo_line_to (cairo, x + offset + height, y);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

void
bright_day_part_draw (GtkWidget *widget,
                      cairo_t *cairo,
                      BrightDayPart part,
                      double x,
                      double y,
                      double width,
                      double height)
{
  use_color (widget, cairo, part);
  cairo_set_line_width (cairo, 1);
  if (part == BRIGHT_DAY_PART_LINKED || height < 2 || width < 3)
    {
      cairo_rectangle (cairo, x, y, width, height);
      cairo_fill (cairo);
      return;
    }
  if (part == BRIGHT_DAY_PART_HELD)
    draw_hatch (cairo, x, y, width, height);
  cairo_set_line_width (cairo, part == BRIGHT_DAY_PART_ATTENTION ? 2 : 1);
  cairo_rectangle (cairo, x + 1, y + 1, width - 2, height - 2);
  cairo_stroke (cairo);
}

static void
draw_bars (BrightDayChart *self, cairo_t *cairo, const BrightDayPlot *plot)
{
  double step = plot->width / self->days->len;
  double width = MAX (step - (step > 6 ? 3 : 1), 1);

  for (guint i = 0; i < self->days->len; i++)
    {
      double x = find_bar (self, plot, i) + (step - width) / 2;
      double bottom = plot->y + plot->height;

      for (BrightDayPart part = 0; part < BRIGHT_N_DAY_PARTS; part++)
        {
          double height = plot->height
                          * bright_day_count_get_part (g_ptr_array_index (self->days, i), part)
                          / plot->top;

          bottom -= height;
          if (height > 0)
            bright_day_part_draw (GTK_WIDGET (self), cairo, part, x, bottom, width, height);
        }
    }
}

static void
draw_axis (BrightDayChart *self, cairo_t *cairo, const BrightDayPlot *plot, const GdkRGBA *text)
{
  GdkRGBA faint = *text;

  faint.alpha *= 0.2f;
  gdk_cairo_set_source_rgba (cairo, &faint);
  cairo_set_line_width (cairo, 1);
  for (guint i = 0; i <= 2; i++)
    {
      double y = plot->y + plot->height * i / 2 + 0.5;

      cairo_move_to (cairo, plot->x, y);
      cairo_line_to (cairo, plot->x + plot->width, y);
    }
  cairo_stroke (cairo);
}

static void
draw_label (BrightDayChart *self,
            GtkSnapshot *snapshot,
            const char *text,
            double x,
            double y,
            double share,
            const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = make_label (self, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width * share, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* The axis of numbers, and the first, the middle and the last day. */
static void
draw_labels (BrightDayChart *self,
             GtkSnapshot *snapshot,
             const BrightDayPlot *plot,
             const GdkRGBA *text)
{
  gboolean is_reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double step = plot->width / self->days->len;
  double edge = is_reversed ? plot->x + plot->width + GAP : plot->x - GAP;

  for (guint i = 0; i <= 2; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", plot->top * (2 - i) / 2);

      draw_label (self, snapshot, number, edge, plot->height * i / 2, is_reversed ? 0 : 1, text);
    }
  for (guint i = 0; i <= 2; i++)
    {
      guint index = i * (self->days->len - 1) / 2;
      const BrightDayCount *day = g_ptr_array_index (self->days, index);

      g_autofree char *words = bright_moment_day (day->day);

      draw_label (self, snapshot, words, find_bar (self, plot, index) + step / 2,
                  plot->y + plot->height + GAP, 0.5, text);
    }
}

static void
draw_selection (BrightDayChart *self,
                cairo_t *cairo,
                const BrightDayPlot *plot,
                const GdkRGBA *text)
{
  if (self->selected < 0)
    return;
  gdk_cairo_set_source_rgba (cairo, text);
  cairo_set_line_width (cairo, 2);
  cairo_rectangle (cairo, find_bar (self, plot, (guint)self->selected), plot->y,
                   plot->width / self->days->len, plot->height);
  cairo_stroke (cairo);
}

void
bright_day_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrightDayChart *self = BRIGHT_DAY_CHART (widget);
  GdkRGBA text;
  cairo_t *cairo;
  BrightDayPlot plot;

  if (self->days->len == 0)
    return;
  plot = bright_day_chart_find_plot (self);
  if (plot.width <= 0 || plot.height <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                     (float)gtk_widget_get_height (widget)));
  draw_axis (self, cairo, &plot, &text);
  draw_bars (self, cairo, &plot);
  draw_selection (self, cairo, &plot, &text);
  cairo_destroy (cairo);
  draw_labels (self, snapshot, &plot, &text);
}
