/* The arithmetic of a bar chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_chart_scale_top:
 * @highest: the highest value
 *
 * Returns: the round number at which the axis ends: even, at least 2 and at least @highest
 */
guint bright_chart_scale_top (guint highest);

/**
 * bright_chart_scale_find:
 * @x: where, from the beginning of the bars
 * @width: how wide all bars are together
 * @n_bars: how many there are
 *
 * Returns: which bar is there, the nearest one beside them; -1 if there are none
 */
int bright_chart_scale_find (double x, double width, guint n_bars);

G_END_DECLS
