/* The step that makes a store order of a sales order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-born-orders.h"
#include "bright-status-map.h"
#include "bright-step-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/** The longest name that a line of an order may have, in characters. */
#define NAME_LENGTH 250

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_money (JsonBuilder *builder, const char *name, BrightMoney amount)
{
  char text[BRIGHT_MONEY_FORMAT_SIZE];

  add_text (builder, name, bright_money_format (amount, text));
}

/* Brightpearl keeps one name, the store two. */
static void
add_name (JsonBuilder *builder, const char *full_name)
{
  g_autofree char *name = g_strstrip (g_strdup (full_name));
  char *space = strrchr (name, ' ');

  if (space != NULL)
    *space = '\0';
  add_text (builder, "first_name", name);
  add_text (builder, "last_name", space != NULL ? space + 1 : "");
}

static void
add_address (JsonBuilder *builder, const BrightpearlAddress *address)
{
  json_builder_begin_object (builder);
  add_name (builder, address->full_name);
  add_text (builder, "company", address->company);
  add_text (builder, "street_1", address->line_1);
  add_text (builder, "street_2", address->line_2);
  add_text (builder, "city", address->line_3);
  add_text (builder, "state", address->line_4);
  add_text (builder, "zip", address->postal_code);
  add_text (builder, "country_iso2", address->country_code);
  add_text (builder, "phone", address->telephone);
  if (address->email[0] != '\0')
    add_text (builder, "email", address->email);
  json_builder_end_object (builder);
}

static BrightMoney
divide (BrightMoney amount, gint64 units)
{
  return (amount + units / 2) / units;
}

/* The store counts whole units: a part of one is one of what its name tells. */
static void
add_product (JsonBuilder *builder, const BrightBornCase *born_case, const BrightpearlRow *row)
{
  const BrightBornProduct *product = born_case->products != NULL
                                         ? g_hash_table_lookup (born_case->products, row->sku)
                                         : NULL;
  gboolean is_whole = row->quantity % BRIGHT_MONEY_UNIT == 0;
  gint64 units = is_whole ? row->quantity / BRIGHT_MONEY_UNIT : 1;
  BrightMoney gross = row->net;
  g_autofree char *quantity = bright_money_to_string (row->quantity);
  g_autofree char *words
      = is_whole ? g_strdup (row->name) : g_strdup_printf ("%s × %s", quantity, row->name);
  g_autofree char *name = bright_cut_text (words[0] != '\0' ? words : row->sku, NAME_LENGTH);

  if (!bright_money_add (&gross, row->tax))
    gross = row->net;
  json_builder_begin_object (builder);
  if (is_whole && product != NULL && product->product_id != 0 && row->sku[0] != '\0')
    {
      add_number (builder, "product_id", product->product_id);
      add_number (builder, "variant_id", product->variant_id);
    }
  else
    {
      add_text (builder, "name", name[0] != '\0' ? name : _ ("Item"));
      if (row->sku[0] != '\0')
        add_text (builder, "sku", row->sku);
    }
  add_number (builder, "quantity", units);
  add_money (builder, "price_ex_tax", divide (row->net, units));
  add_money (builder, "price_inc_tax", divide (gross, units));
  json_builder_end_object (builder);
}

static gboolean
is_shipping (const BrightBornCase *born_case, const BrightpearlRow *row)
{
  const char *code = born_case->settings->orders.shipping_nominal_code;

  return code[0] != '\0' && strcmp (row->nominal_code, code) == 0
         && (row->product_id == 0 || row->product_id == BRIGHTPEARL_FREE_TEXT_PRODUCT);
}

/* Shipping is a cost of its own in the store, and the rest are its products. */
static void
add_rows (JsonBuilder *builder, const BrightBornCase *born_case)
{
  GPtrArray *rows = born_case->sales_order->rows;
  BrightMoney net = 0;
  BrightMoney gross = 0;

  json_builder_set_member_name (builder, "products");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const BrightpearlRow *row = rows->pdata[i];

      if (row->is_bundle_child || row->quantity == 0)
        continue;
      if (!is_shipping (born_case, row))
        add_product (builder, born_case, row);
      else if (!bright_money_add (&net, row->net) || !bright_money_add (&gross, row->net)
               || !bright_money_add (&gross, row->tax))
        break;
    }
  json_builder_end_array (builder);
  if (gross == 0)
    return;
  add_money (builder, "shipping_cost_ex_tax", net);
  add_money (builder, "shipping_cost_inc_tax", gross);
}

/* Statuses that a new order cannot begin in stay out: the store then chooses. */
static gboolean
may_begin_in (gint64 status)
{
  static const gint64 never[] = { BRIGHT_STATUS_LEAVE_BIGCOMMERCE, 0, 2, 3, 4, 14 };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (status == never[i])
      return FALSE;
  return TRUE;
}

static JsonNode *
write_order (const BrightBornCase *born_case)
{
  const BrightpearlSalesOrder *sales_order = born_case->sales_order;
  const BrightpearlAddress *delivery = sales_order->delivery_address;
  const BrightpearlAddress *billing
      = sales_order->billing_address != NULL ? sales_order->billing_address : delivery;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id);
  gint64 status = bright_status_map_to_bigcommerce (&born_case->settings->orders,
                                                    sales_order->status_id, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "customer_id", 0);
  add_text (builder, "external_order_id", id);
  if (may_begin_in (status))
    add_number (builder, "status_id", status);
  if (sales_order->currency[0] != '\0')
    add_text (builder, "default_currency_code", sales_order->currency);
  json_builder_set_member_name (builder, "billing_address");
  add_address (builder, billing);
  if (delivery != NULL)
    {
      json_builder_set_member_name (builder, "shipping_addresses");
      json_builder_begin_array (builder);
      add_address (builder, delivery);
      json_builder_end_array (builder);
    }
  add_rows (builder, born_case);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

BrightStep *
bright_step_create_store_order (const BrightBornCase *born_case)
{
  const BrightpearlSalesOrder *sales_order = born_case->sales_order;
  g_autofree char *subject = bright_born_order_format_subject (sales_order->id);
  g_autofree char *total = bright_money_to_string (sales_order->total_gross);
  const BrightOrderCase named = { .subject = subject };
  BrightStep *step = bright_step_begin (
      &named, "orders", BRIGHT_STEP_CREATE_STORE_ORDER, "create", "POST", g_strdup ("/v2/orders"),
      write_order (born_case),
      g_strdup_printf (_ ("Create a store order from the sales order %" PRId64 ": %s %s"),
                       sales_order->id, total, sales_order->currency));

  bright_step_set_text (&step->platform,
                        g_strdup (bright_platform_name (BRIGHT_PLATFORM_BIGCOMMERCE)));
  bright_step_set_text (&step->after, g_strdup_printf ("%s %s", total, sales_order->currency));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, sales_order->id));
  return step;
}
