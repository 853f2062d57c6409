/* The flows as people know them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-output.h"

#include <glib/gi18n.h>

const BrightOutputFlow bright_output_flows[] = {
  { "orders", N_ ("Orders"), "orders", "enabled" },
  { "customers", N_ ("Customers"), NULL, NULL },
  { "statuses", N_ ("Statuses"), NULL, NULL },
  { "notes", N_ ("Notes"), "notes", "enabled" },
  { "shipments", N_ ("Shipments"), "fulfillment", "enabled" },
  { "payments", N_ ("Payments"), "payments", "enabled" },
  { "refunds", N_ ("Refunds"), "payments", "refunds" },
  { "stock", N_ ("Stock"), "inventory", "enabled" },
  { NULL, NULL, NULL, NULL },
};

/* Refunds follow payments, whatever their own switch says. */
static gboolean
needs_payments (const BrightOutputFlow *flow)
{
  return g_strcmp0 (flow->key, "refunds") == 0;
}

gboolean
bright_output_flow_is_on (const BrightOutputFlow *flow, BrightSettings *settings)
{
  BrightSettingsGroup *group;

  if (flow->group == NULL)
    return FALSE;
  group = bright_settings_get_group (settings, flow->group);
  return bright_settings_group_get_boolean (group, flow->key)
         && (!needs_payments (flow) || bright_settings_group_get_boolean (group, "enabled"));
}
