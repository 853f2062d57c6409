/* How often the machine lets us sync by the clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_pace_decide:
 * @is_metered: the network costs money
 * @is_power_saver: the machine saves power
 * @reason: (out) (transfer none): why it is slower than chosen; "" if it is not
 *
 * Returns: how many intervals lie between two syncs by the clock
 */
guint bright_pace_decide (gboolean is_metered, gboolean is_power_saver, const char **reason);

G_END_DECLS
