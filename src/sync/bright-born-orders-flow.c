/* The born-orders flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flows.h"

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return FALSE;
}

static const BrightStepKind kinds[] = { {} };

const BrightFlow bright_born_orders_flow = {
  .name = "orders",
  .is_enabled = is_enabled,
  .kinds = kinds,
};
