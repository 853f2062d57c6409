/* A chart of orders per day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars for the days, each with what is in Brightpearl, what is held and what
 * needs a person; held ones are hatched and those that need a person have a
 * frame, so that nothing is told by colour alone. The arrow keys, Home, End and
 * a click choose a day.
 *
 * Property `summary` (string, read-only, with notification): the chosen day in
 * words, or all days.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_DAY_CHART (bright_day_chart_get_type ())
G_DECLARE_FINAL_TYPE (BrightDayChart, bright_day_chart, BRIGHT, DAY_CHART, GtkWidget)

/**
 * bright_day_chart_set_days:
 * @self: the chart
 * @days: (element-type BrightDayCount): what it shows, oldest first
 */
void bright_day_chart_set_days (BrightDayChart *self, GPtrArray *days);

G_END_DECLS
