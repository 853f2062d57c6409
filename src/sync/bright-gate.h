/* The gate: which sales orders push to the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings.h"

G_BEGIN_DECLS

/**
 * bright_gate_is_open:
 * @settings: the settings
 * @brightpearl_status_id: the status that a sales order has now
 *
 * Everything that a sales order pushes to the store (its status, staff notes,
 * shipments) waits until it is in one of `orders.brightpearl-statuses`, or in
 * the status that triggers shipments. No chosen status shuts the gate.
 *
 * Returns: %TRUE if it may push now
 */
gboolean bright_gate_is_open (const BrightSettingsSnapshot *settings,
                              gint64 brightpearl_status_id);

G_END_DECLS
