/* What the tabs of the settings still need: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-needs.h"

#include <glib/gi18n.h>

/* Numbers of the tabs. */
enum
{
  TAB_ORDERS,
  TAB_ITEMS,
  TAB_FULFILLMENT,
  TAB_NOTES,
  TAB_PAYMENTS,
  TAB_INVENTORY,
};

static void
need (GArray *needs, gboolean is_missing, guint tab, const char *key, const char *sentence)
{
  BrightSettingsNeed entry = { tab, key, sentence };

  if (is_missing)
    g_array_append_val (needs, entry);
}

static void
find_for_orders (const BrightOrdersValues *orders, GArray *needs)
{
  if (!orders->enabled)
    return;
  need (needs, orders->bigcommerce_statuses->len == 0, TAB_ORDERS, "orders.bigcommerce-statuses",
        _ ("No status of the store is ticked, so no order is synced."));
  need (needs, orders->channel_id == 0, TAB_ORDERS, "orders.channel-id",
        _ ("Choose the channel that sales orders are created on."));
  need (needs, orders->warehouse_id == 0, TAB_ORDERS, "orders.warehouse-id",
        _ ("Choose the warehouse that stock is reserved in."));
}

GArray *
bright_settings_find_needs (const BrightSettingsSnapshot *settings)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (BrightSettingsNeed));
  const BrightFulfillmentValues *fulfillment = &settings->fulfillment;
  const BrightNotesValues *notes = &settings->notes;
  const BrightPaymentsValues *payments = &settings->payments;

  find_for_orders (&settings->orders, needs);
  need (needs,
        fulfillment->enabled && fulfillment->trigger == BRIGHT_SHIPMENT_TRIGGER_ORDER_STATUS
            && fulfillment->trigger_status_id == 0,
        TAB_FULFILLMENT, "fulfillment.trigger-status-id",
        _ ("Choose the status that sends shipments."));
  need (needs, notes->enabled && notes->customer_field[0] == '\0' && notes->staff_field[0] == '\0',
        TAB_NOTES, "notes.customer-field", _ ("Choose a custom field for at least one note."));
  need (needs,
        payments->enabled && payments->method_map->len == 0 && payments->default_method[0] == '\0',
        TAB_PAYMENTS, "payments.method-map",
        _ ("Choose what the store’s payment methods are in Brightpearl, or one for all."));
  need (needs, settings->inventory.enabled && settings->inventory.warehouse_ids->len == 0,
        TAB_INVENTORY, "inventory.warehouse-ids", _ ("Tick the warehouses whose stock counts."));
  return needs;
}
