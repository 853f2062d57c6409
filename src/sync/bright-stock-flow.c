/* The stock flow.
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

const BrightFlow bright_stock_flow = {
  .name = "stock",
  .is_enabled = is_enabled,
  .kinds = kinds,
};
