/* Is the stock of a sales order reserved?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reservation is partial without an error, so what came of it is always read
 * back. What could not be reserved is tried again when stock has come in; it
 * never holds the order up.
 */
#include "bright-step-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* Services, free text and bundles as such have no stock; a bundle's components do. */
static gboolean
is_reservable (const BrightOrderCase *order_case, const BrightpearlRow *row)
{
  const BrightpearlProduct *product;

  if (row->product_id == 0 || row->product_id == BRIGHTPEARL_FREE_TEXT_PRODUCT
      || row->is_bundle_parent || row->quantity < BRIGHT_MONEY_UNIT)
    return FALSE;
  product = bright_world_get_product (order_case->world, row->product_id);
  return product == NULL || product->is_stock_tracked;
}

static JsonNode *
write_rows (const BrightOrderCase *order_case,
            const BrightpearlSalesOrder *sales_order,
            gint64 *wanted)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  *wanted = 0;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "products");
  json_builder_begin_array (builder);
  /* One entry for each row: entries for the same row would be added together. */
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      g_autofree char *product = g_strdup_printf ("%" G_GINT64_FORMAT, row->product_id);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
      g_autofree char *quantity
          = g_strdup_printf ("%" G_GINT64_FORMAT, row->quantity / BRIGHT_MONEY_UNIT);

      if (!is_reservable (order_case, row))
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "productId");
      json_builder_add_string_value (builder, product);
      json_builder_set_member_name (builder, "salesOrderRowId");
      json_builder_add_string_value (builder, id);
      json_builder_set_member_name (builder, "quantity");
      json_builder_add_string_value (builder, quantity);
      json_builder_end_object (builder);
      *wanted += row->quantity / BRIGHT_MONEY_UNIT;
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

BrightStep *
bright_step_reserve (const BrightOrderCase *order_case,
                     const BrightpearlSalesOrder *sales_order,
                     gboolean again,
                     gint64 *wanted)
{
  gint64 warehouse = sales_order->warehouse_id != 0 ? sales_order->warehouse_id
                                                    : order_case->settings->orders.warehouse_id;
  JsonNode *body = write_rows (order_case, sales_order, wanted);
  BrightStep *step;

  if (*wanted == 0)
    {
      json_node_unref (body);
      return NULL;
    }
  step = bright_step_begin (
      order_case, "orders", again ? BRIGHT_STEP_RESERVE_AGAIN : BRIGHT_STEP_RESERVE, "reserve",
      again ? "PUT" : "POST",
      again ? g_strdup_printf ("/warehouse-service/order/%" G_GINT64_FORMAT "/reservation",
                               sales_order->id)
            : g_strdup_printf ("/warehouse-service/order/%" G_GINT64_FORMAT
                               "/reservation/warehouse/%" G_GINT64_FORMAT,
                               sales_order->id, warehouse),
      body,
      g_strdup_printf (ngettext ("Reserve %" PRId64 " unit for the sales order %s",
                                 "Reserve %" PRId64 " units for the sales order %s",
                                 (gulong)*wanted),
                       *wanted, sales_order->external_ref));
  bright_step_set_text (&step->after, g_strdup_printf ("%" G_GINT64_FORMAT, *wanted));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}

BrightStep *
bright_step_release (const BrightOrderCase *order_case, const BrightpearlSalesOrder *sales_order)
{
  BrightStep *step = bright_step_begin (
      order_case, "orders", BRIGHT_STEP_RELEASE, "release", "DELETE",
      g_strdup_printf ("/warehouse-service/order/%" G_GINT64_FORMAT "/reservation",
                       sales_order->id),
      NULL,
      g_strdup_printf (_ ("Release the stock of the sales order %s"), sales_order->external_ref));

  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}

static BrightDecision *
learn (guint part, const char *reservation)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_RESERVED);

  decision->part = part;
  decision->reservation = reservation;
  return decision;
}

BrightDecision *
bright_reservation_decide (const BrightOrderCase *order_case, guint index)
{
  const BrightOrderPart *part = order_case->link->parts->pdata[index];
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, index);
  const char *status = sales_order->allocation_status;
  gboolean is_partial = strcmp (status, "APA") == 0;
  BrightDecision *decision;
  BrightStep *step;
  gint64 wanted;

  if (!order_case->settings->orders.reserve_stock || sales_order->is_cancelled
      || strcmp (part->reservation, "not-needed") == 0)
    return NULL;
  if (strcmp (status, "AAA") == 0)
    return strcmp (part->reservation, "full") != 0 ? learn (index, "full") : NULL;
  if (strcmp (status, "ANR") == 0)
    return learn (index, "not-needed");
  if (part->reservation[0] == '\0' || part->retry_reservation)
    {
      step = bright_step_reserve (order_case, sales_order, is_partial, &wanted);
      decision = step != NULL ? bright_decision_step (step) : learn (index, "not-needed");
      decision->part = index;
      return decision;
    }
  if (is_partial && strcmp (part->reservation, "part") != 0)
    {
      decision = bright_decision_need (BRIGHT_NEED_RESERVATION);
      decision->part = index;
      return decision;
    }
  if (!is_partial && strcmp (part->reservation, "none") != 0)
    return learn (index, "none");
  return NULL;
}
