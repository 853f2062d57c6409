/* Steps that make or change a sales order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-status-map.h"
#include "bright-step-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/** The longest reference that Brightpearl takes, in characters. */
#define REFERENCE_LENGTH 64

char *
bright_format_external_reference (gint64 order_id, guint suffix)
{
  if (suffix <= 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, order_id);
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%u", order_id, suffix);
}

/* The platform wants whole numbers for stock, and at most four decimals else. */
static char *
format_quantity (BrightMoney quantity)
{
  if (quantity % BRIGHT_MONEY_UNIT == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, quantity / BRIGHT_MONEY_UNIT);
  return bright_money_to_string (quantity);
}

/* Amounts are written even when they are 0, for the platform requires them. */
static JsonNode *
write_row (const BrightpearlRow *row)
{
  JsonNode *node = bright_record_write (&brightpearl_row_writable_type, row);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *quantity = format_quantity (row->quantity);
  char amount[BRIGHT_MONEY_FORMAT_SIZE];

  json_object_set_string_member (object, "quantity", quantity);
  json_object_set_string_member (object, "net", bright_money_format (row->net, amount));
  json_object_set_string_member (object, "tax", bright_money_format (row->tax, amount));
  return node;
}

JsonNode *
bright_sales_order_write (const BrightpearlSalesOrder *sales_order)
{
  JsonNode *node = bright_record_write (&brightpearl_sales_order_writable_type, sales_order);
  JsonArray *rows = json_array_sized_new (sales_order->rows->len);

  for (guint i = 0; i < sales_order->rows->len; i++)
    json_array_add_element (rows, write_row (sales_order->rows->pdata[i]));
  json_object_set_array_member (json_node_get_object (node), "rows", rows);
  return node;
}

static void
set_rows (BrightpearlSalesOrder *sales_order, const BrightPartPlan *part)
{
  g_ptr_array_set_size (sales_order->rows, 0);
  for (guint i = 0; i < part->rows->len; i++)
    g_ptr_array_add (sales_order->rows,
                     bright_record_copy (&brightpearl_row_type, part->rows->pdata[i]));
}

/* Digital orders go nowhere: their billing address stands in. */
static const BigcommerceAddress *
get_delivery (const BigcommerceOrder *order, const BrightPartPlan *part)
{
  return part->consignment != NULL && part->consignment->address != NULL
                 && part->consignment->address->id != 0
             ? part->consignment->address
             : order->billing_address;
}

static void
set_addresses (BrightpearlSalesOrder *sales_order,
               const BigcommerceOrder *order,
               const BrightPartPlan *part)
{
  const BigcommerceAddress *billing = order->billing_address;
  const BigcommerceAddress *delivery = get_delivery (order, part);

  brightpearl_address_free (sales_order->customer_address);
  brightpearl_address_free (sales_order->billing_address);
  brightpearl_address_free (sales_order->delivery_address);
  sales_order->customer_address = billing != NULL ? bright_address_convert (billing) : NULL;
  sales_order->billing_address = billing != NULL ? bright_address_convert (billing) : NULL;
  sales_order->delivery_address = delivery != NULL ? bright_address_convert (delivery) : NULL;
}

/* The platform takes six decimals. */
static char *
format_rate (const char *rate)
{
  const char *point = strchr (rate, '.');

  return point != NULL ? g_strndup (rate, (gsize)(point - rate) + 1 + 6) : g_strdup (rate);
}

static void
set_currency (BrightpearlSalesOrder *sales_order,
              const BigcommerceOrder *order,
              const BrightpearlConfiguration *configuration)
{
  bright_step_set_text (&sales_order->currency, g_strdup (order->currency));
  if (configuration == NULL || strcmp (order->currency, configuration->base_currency) == 0
      || order->exchange_rate[0] == '\0')
    return;
  /* The store's rate is from its own currency; that helps where it is the base currency. */
  if (order->store_currency[0] != '\0'
      && strcmp (order->store_currency, configuration->base_currency) != 0)
    return;
  sales_order->fixed_exchange_rate = TRUE;
  bright_step_set_text (&sales_order->exchange_rate, format_rate (order->exchange_rate));
}

static char *
format_total (BrightMoney net, BrightMoney tax, const char *currency)
{
  BrightMoney total = net;
  g_autofree char *text = NULL;

  if (!bright_money_add (&total, tax))
    return g_strdup ("");
  text = bright_money_to_string (total);
  return g_strdup_printf ("%s %s", text, currency);
}

BrightStep *
bright_step_create_sales_order (const BrightOrderCase *order_case,
                                const BrightPartPlan *part,
                                gint64 contact_id)
{
  const BigcommerceOrder *order = order_case->order;
  const BrightOrdersValues *orders = &order_case->settings->orders;
  g_autoptr (BrightpearlSalesOrder) sales_order = bright_record_new (&brightpearl_sales_order_type);
  g_autofree char *reference = bright_format_external_reference (order->id, part->suffix);
  g_autofree char *total = format_total (part->net, part->tax, order->currency);
  BrightStep *step;

  sales_order->customer_id = contact_id;
  sales_order->billing_contact_id = contact_id;
  bright_step_set_text (&sales_order->reference, bright_cut_text (reference, REFERENCE_LENGTH));
  bright_step_set_text (&sales_order->external_ref, g_strdup (reference));
  sales_order->instance_id = order_case->settings->connection.brightpearl_instance_id;
  sales_order->placed_on = order->date_created;
  sales_order->tax_date = order->date_created;
  sales_order->status_id
      = bright_status_map_to_brightpearl (orders, order->status_id, NULL);
  sales_order->warehouse_id = orders->warehouse_id;
  sales_order->channel_id = orders->channel_id;
  sales_order->lead_source_id = orders->lead_source_id;
  sales_order->project_id = orders->project_id;
  sales_order->price_list_id = orders->price_list_id;
  bright_step_set_text (&sales_order->price_mode,
                        g_strdup (order->is_tax_inclusive_pricing ? "INC" : "EXC"));
  set_currency (sales_order, order, bright_world_get_configuration (order_case->world));
  set_addresses (sales_order, order, part);
  set_rows (sales_order, part);
  step = bright_step_begin (
      order_case, "orders", BRIGHT_STEP_CREATE_SALES_ORDER, "create", "POST",
      g_strdup ("/order-service/sales-order"), bright_sales_order_write (sales_order),
      g_strdup_printf (ngettext ("Create the sales order %s: %s, %u row",
                                 "Create the sales order %s: %s, %u rows", part->rows->len),
                       reference, total, part->rows->len));
  bright_step_set_text (&step->after, g_strdup (total));
  bright_step_set_text (&step->key, g_strdup (reference));
  return step;
}

static gboolean
addresses_are_equal (const BrightpearlAddress *address, const BrightpearlAddress *wanted)
{
  if (address == NULL || wanted == NULL)
    return address == wanted;
  return strcmp (address->full_name, wanted->full_name) == 0
         && strcmp (address->line_1, wanted->line_1) == 0
         && strcmp (address->line_2, wanted->line_2) == 0
         && strcmp (address->line_3, wanted->line_3) == 0
         && strcmp (address->postal_code, wanted->postal_code) == 0
         && strcmp (address->country_code, wanted->country_code) == 0;
}

static gboolean
goes_to (const BrightpearlSalesOrder *sales_order,
         const BigcommerceOrder *order,
         const BrightPartPlan *part)
{
  const BigcommerceAddress *delivery = get_delivery (order, part);
  g_autoptr (BrightpearlAddress) wanted
      = delivery != NULL ? bright_address_convert (delivery) : NULL;
  g_autoptr (BrightpearlAddress) billed
      = order->billing_address != NULL ? bright_address_convert (order->billing_address) : NULL;

  return addresses_are_equal (sales_order->delivery_address, wanted)
         && (billed == NULL || addresses_are_equal (sales_order->billing_address, billed));
}

gboolean
bright_sales_order_matches (const BrightpearlSalesOrder *sales_order,
                            const BigcommerceOrder *order,
                            const BrightPartPlan *part)
{
  return goes_to (sales_order, order, part) && bright_sales_order_has_rows (sales_order, part);
}

/* Its total, and the rows that change. */
static void
show_changes (BrightStep *step,
              const BrightpearlSalesOrder *sales_order,
              const BrightPartPlan *part)
{
  g_autofree char *old_total
      = format_total (sales_order->total_net, sales_order->total_tax, sales_order->currency);
  g_autofree char *new_total = format_total (part->net, part->tax, sales_order->currency);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  bright_sales_order_describe_changes (sales_order, part, &before, &after);
  bright_step_set_text (&step->before, before[0] != '\0'
                                           ? g_strdup_printf ("%s (%s)", old_total, before)
                                           : g_strdup (old_total));
  bright_step_set_text (&step->after, after[0] != '\0'
                                          ? g_strdup_printf ("%s (%s)", new_total, after)
                                          : g_strdup (new_total));
}

BrightStep *
bright_step_update_sales_order (const BrightOrderCase *order_case,
                                const BrightPartPlan *part,
                                const BrightpearlSalesOrder *sales_order)
{
  g_autoptr (BrightpearlSalesOrder) changed
      = bright_record_copy (&brightpearl_sales_order_type, sales_order);
  g_autofree char *reference
      = bright_format_external_reference (order_case->order->id, part->suffix);
  BrightStep *step;

  set_addresses (changed, order_case->order, part);
  set_rows (changed, part);
  for (guint i = 0; i < changed->rows->len; i++)
    {
      BrightpearlRow *row = changed->rows->pdata[i];
      const BrightpearlRow *present = bright_sales_order_find_row (sales_order, changed->rows, i);

      if (present != NULL)
        row->id = present->id;
    }
  step = bright_step_begin (
      order_case, "orders", BRIGHT_STEP_UPDATE_SALES_ORDER, "update", "PUT",
      g_strdup_printf ("/order-service/sales-order/%" G_GINT64_FORMAT, sales_order->id),
      bright_sales_order_write (changed),
      g_strdup_printf (_ ("Bring the sales order %s in line with the edited store order"),
                       reference));
  step->version = sales_order->version;
  show_changes (step, sales_order, part);
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}

BrightStep *
bright_step_cancel_sales_order (const BrightOrderCase *order_case,
                                const BrightpearlSalesOrder *sales_order,
                                gint64 status_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const BrightReferenceItem *status
      = bright_world_find_reference (order_case->world, "order-status", status_id, NULL);
  const BrightReferenceItem *present = bright_world_find_reference (
      order_case->world, "order-status", sales_order->status_id, NULL);
  g_autofree char *note = g_strdup_printf (_ ("Order %" PRId64 " was cancelled in the store."),
                                           order_case->order->id);
  BrightStep *step;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "orderStatusId");
  json_builder_add_int_value (builder, status_id);
  json_builder_set_member_name (builder, "orderNote");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, note);
  json_builder_set_member_name (builder, "isPublic");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  step = bright_step_begin (
      order_case, "orders", BRIGHT_STEP_CANCEL_SALES_ORDER, "set-status", "PUT",
      g_strdup_printf ("/order-service/order/%" G_GINT64_FORMAT "/status", sales_order->id),
      json_builder_get_root (builder),
      g_strdup_printf (_ ("Cancel the sales order %s"), sales_order->external_ref));
  bright_step_set_text (&step->before, g_strdup (present != NULL ? present->name : ""));
  bright_step_set_text (&step->after, g_strdup (status != NULL ? status->name : ""));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}
