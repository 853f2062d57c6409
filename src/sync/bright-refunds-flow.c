/* The refunds flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-refunds.h"

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return settings->payments.enabled && settings->payments.refunds;
}

static const BrightStepKind kinds[] = {
  { BRIGHT_STEP_CREATE_SALES_CREDIT, bright_refund_credited, NULL, bright_payment_unknown },
  { BRIGHT_STEP_CREATE_REFUND_PAYMENT, bright_payment_done, bright_payment_refused,
    bright_payment_unknown },
  {},
};

const BrightFlow bright_refunds_flow = {
  .name = "refunds",
  .is_enabled = is_enabled,
  .decide = bright_refunds_decide,
  .kinds = kinds,
  .discover_async = bright_refunds_discover_async,
  .discover_finish = bright_refunds_discover_finish,
};
