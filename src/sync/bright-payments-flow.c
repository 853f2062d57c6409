/* The payments flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store received for an order becomes payments on its sales order.
 * There is nothing to discover: a payment that moves changes the order.
 */
#include "bright-payments.h"

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return settings->payments.enabled;
}

static const BrightStepKind kinds[] = {
  { BRIGHT_STEP_CREATE_PAYMENT, bright_payment_done, bright_payment_refused,
    bright_payment_unknown },
  {},
};

const BrightFlow bright_payments_flow = {
  .name = "payments",
  .is_enabled = is_enabled,
  .decide = bright_payments_decide,
  .kinds = kinds,
};
