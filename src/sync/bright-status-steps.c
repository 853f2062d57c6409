/* Steps that set a status, and statuses in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-statuses.h"
#include "bright-step-private.h"

#include <glib/gi18n.h>

/* The store's own names, by status. */
static const char *const store_names[] = {
  N_ ("Incomplete"),
  N_ ("Pending"),
  N_ ("Shipped"),
  N_ ("Partially Shipped"),
  N_ ("Refunded"),
  N_ ("Cancelled"),
  N_ ("Declined"),
  N_ ("Awaiting Payment"),
  N_ ("Awaiting Pickup"),
  N_ ("Awaiting Shipment"),
  N_ ("Completed"),
  N_ ("Awaiting Fulfillment"),
  N_ ("Manual Verification Required"),
  N_ ("Disputed"),
  N_ ("Partially Refunded"),
};

char *
bright_status_describe_bigcommerce (const BrightOrderCase *order_case, gint64 status_id)
{
  const BigcommerceOrder *order = order_case->order;

  /* Merchants rename them, and only the present one's label came with the order. */
  if (order->status_id == status_id && order->status_label[0] != '\0')
    return g_strdup (order->status_label);
  if (status_id >= 0 && status_id < (gint64) G_N_ELEMENTS (store_names))
    return g_strdup (_ (store_names[status_id]));
  return g_strdup_printf ("%" G_GINT64_FORMAT, status_id);
}

char *
bright_status_describe_brightpearl (const BrightOrderCase *order_case, gint64 status_id)
{
  const BrightReferenceItem *status
      = bright_world_find_reference (order_case->world, "order-status", status_id, NULL);

  if (status != NULL && status->name[0] != '\0')
    return g_strdup (status->name);
  return g_strdup_printf ("%" G_GINT64_FORMAT, status_id);
}

static JsonNode *
write_number (const char *name, gint64 number)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

BrightStep *
bright_step_set_brightpearl_status (const BrightOrderCase *order_case,
                                    const BrightpearlSalesOrder *sales_order,
                                    gint64 status_id)
{
  g_autofree char *after = bright_status_describe_brightpearl (order_case, status_id);
  BrightStep *step = bright_step_begin (
      order_case, "statuses", BRIGHT_STEP_SET_BRIGHTPEARL_STATUS, "set-status", "PUT",
      g_strdup_printf ("/order-service/order/%" G_GINT64_FORMAT "/status", sales_order->id),
      write_number ("orderStatusId", status_id),
      g_strdup_printf (_ ("Set the status of the sales order %s to “%s”"),
                       sales_order->external_ref, after));

  bright_step_set_text (&step->before,
                        bright_status_describe_brightpearl (order_case, sales_order->status_id));
  bright_step_set_text (&step->after, g_steal_pointer (&after));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}

BrightStep *
bright_step_set_bigcommerce_status (const BrightOrderCase *order_case, gint64 status_id)
{
  const BigcommerceOrder *order = order_case->order;
  g_autofree char *after = bright_status_describe_bigcommerce (order_case, status_id);
  BrightStep *step
      = bright_step_begin (order_case, "statuses", BRIGHT_STEP_SET_BIGCOMMERCE_STATUS, "set-status",
                           "PUT", g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT, order->id),
                           write_number ("status_id", status_id),
                           g_strdup_printf (_ ("Set the store's status to “%s”"), after));

  bright_step_set_text (&step->platform,
                        g_strdup (bright_platform_name (BRIGHT_PLATFORM_BIGCOMMERCE)));
  bright_step_set_text (&step->before,
                        bright_status_describe_bigcommerce (order_case, order->status_id));
  bright_step_set_text (&step->after, g_steal_pointer (&after));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, order->id));
  return step;
}
