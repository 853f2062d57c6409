/* The shipments flow: what leaves Brightpearl's warehouse becomes shipments in the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shipments-private.h"

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return settings->fulfillment.enabled;
}

const BrightFlow bright_shipments_flow = {
  .name = "shipments",
  .is_enabled = is_enabled,
  .decide = bright_shipments_decide,
  .kinds = bright_shipment_kinds,
  .discover_async = bright_shipments_discover_async,
  .discover_finish = bright_shipments_discover_finish,
};
