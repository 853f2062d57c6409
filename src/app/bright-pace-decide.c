/* How often the machine lets us sync by the clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-pace-decide.h"

#include <glib/gi18n.h>

#define SLOW 4

guint
bright_pace_decide (gboolean is_metered, gboolean is_power_saver, const char **reason)
{
  if (is_metered)
    *reason = _ ("Syncing less often, as the network is metered.");
  else if (is_power_saver)
    *reason = _ ("Syncing less often, to save power.");
  else
    *reason = "";
  return is_metered || is_power_saver ? SLOW : 1;
}
