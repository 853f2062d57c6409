/* The arithmetic of a bar chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-chart-scale.h"

guint
bright_chart_scale_top (guint highest)
{
  static const guint rounds[] = { 2, 4, 6, 8, 10, 12, 16 };

  for (guint64 power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
      if (rounds[i] * power >= highest)
        return (guint)MIN (rounds[i] * power, G_MAXUINT);
}

int
bright_chart_scale_find (double x, double width, guint n_bars)
{
  if (n_bars == 0 || width <= 0)
    return -1;
  return (int)CLAMP (x * n_bars / width, 0, n_bars - 1);
}
