/* What the files of the chart share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-day-chart.h"
#include "bright-sync-insight.h"

G_BEGIN_DECLS

typedef enum
{
  BRIGHT_DAY_PART_LINKED,
  BRIGHT_DAY_PART_HELD,
  BRIGHT_DAY_PART_ATTENTION,
  BRIGHT_N_DAY_PARTS,
} BrightDayPart;

struct _BrightDayChart
{
  GtkWidget parent_instance;

  GPtrArray *days; /* (owned): of BrightDayCount */
  int selected;    /* -1 for none */
  char *summary;   /* (owned) */
};

/* Where the bars are; labels are outside of it. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  guint top;
} BrightDayPlot;

guint bright_day_count_get_part (const BrightDayCount *day, BrightDayPart part);
BrightDayPlot bright_day_chart_find_plot (BrightDayChart *self);
/* A part of a bar, or a sample of it, in the colours of @widget. */
void bright_day_part_draw (GtkWidget *widget,
                           cairo_t *cairo,
                           BrightDayPart part,
                           double x,
                           double y,
                           double width,
                           double height);
void bright_day_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
