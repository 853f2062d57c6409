/* The gate: which sales orders push to the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-gate.h"

gboolean
bright_gate_is_open (const BrightSettingsSnapshot *settings, gint64 brightpearl_status_id)
{
  const GArray *statuses = settings->orders.brightpearl_statuses;

  for (guint i = 0; i < statuses->len; i++)
    if (g_array_index (statuses, gint64, i) == brightpearl_status_id)
      return TRUE;
  return settings->fulfillment.trigger_status_id != 0
         && settings->fulfillment.trigger_status_id == brightpearl_status_id;
}
