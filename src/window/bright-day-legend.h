/* What the bars of the chart mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_DAY_LEGEND (bright_day_legend_get_type ())
G_DECLARE_FINAL_TYPE (BrightDayLegend, bright_day_legend, BRIGHT, DAY_LEGEND, GtkWidget)

G_END_DECLS
