/* From a store's order to the rows of sales orders, to the penny.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines become rows with the store's own amounts. Then the rows of the order
 * itself follow on the first sales order: shipping, handling, wrapping, fees,
 * discounts, and what is left between the sum of the rows and the store's
 * total.
 */
#include "bright-order-builder.h"

#include <glib/gi18n.h>
#include <string.h>

static void
part_plan_free (gpointer data)
{
  BrightPartPlan *part = data;

  g_ptr_array_unref (part->rows);
  g_free (part);
}

void
bright_order_plan_free (BrightOrderPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->parts);
  bright_decision_free (plan->hold);
  g_free (plan);
}

static BrightPartPlan *
add_part (BrightOrderPlan *plan, const BigcommerceConsignment *consignment)
{
  BrightPartPlan *part = g_new0 (BrightPartPlan, 1);

  part->consignment = consignment;
  part->suffix = plan->parts->len + 1;
  part->rows = bright_record_list_new (&brightpearl_row_type);
  g_ptr_array_add (plan->parts, part);
  return part;
}

/* Keeps the first reason; a later one would only follow from it. */
void
bright_order_builder_hold (BrightOrderBuilder *builder,
                           const char *code,
                           const char *setting,
                           char *message)
{
  if (builder->plan->hold == NULL)
    builder->plan->hold = bright_decision_hold (code, setting, message);
  else
    g_free (message);
}

void
bright_order_builder_hold_for_overflow (BrightOrderBuilder *builder)
{
  bright_order_builder_hold (builder, "totals-differ", NULL,
                             g_strdup (_ ("An amount of the order is out of range.")));
}

void
bright_order_builder_hold_for_tax_code (BrightOrderBuilder *builder, const char *setting)
{
  bright_order_builder_hold (
      builder, "reference-gone", setting,
      g_strdup (strcmp (setting, "orders.taxable-code") == 0
                    ? _ ("No Brightpearl tax code is chosen for taxed lines.")
                    : _ ("No Brightpearl tax code is chosen for tax-free lines.")));
}

/* Adds a row to the current part; takes @name. */
BrightpearlRow *
bright_order_builder_add_row (BrightOrderBuilder *builder,
                              char *name,
                              BrightMoney net,
                              BrightMoney tax,
                              const char *tax_code,
                              const char *nominal_code)
{
  BrightPartPlan *part = builder->part;
  BrightpearlRow *row = bright_record_new (&brightpearl_row_type);

  g_free (row->name);
  row->name = name;
  row->quantity = BRIGHT_MONEY_UNIT;
  row->net = net;
  row->tax = tax;
  row->sequence = 10 * (part->rows->len + 1);
  g_free (row->tax_code);
  row->tax_code = g_strdup (tax_code != NULL ? tax_code : "");
  g_free (row->nominal_code);
  row->nominal_code = g_strdup (nominal_code);
  g_ptr_array_add (part->rows, row);
  if (!bright_money_add (&part->net, net) || !bright_money_add (&part->tax, tax))
    bright_order_builder_hold_for_overflow (builder);
  if (bright_money_absolute (tax) > builder->main_tax)
    {
      builder->main_tax = bright_money_absolute (tax);
      builder->main_tax_code = tax_code;
    }
  return row;
}

static char *
name_line (const BigcommerceLine *line)
{
  GString *name = g_string_new (line->name[0] != '\0' ? line->name : line->sku);

  for (guint i = 0; i < line->options->len; i++)
    {
      const BigcommerceOption *option = line->options->pdata[i];

      g_string_append_printf (name, "%s%s: %s", i == 0 ? " (" : ", ", option->name, option->value);
    }
  if (line->options->len > 0)
    g_string_append_c (name, ')');
  return g_string_free (name, FALSE);
}

/* An order's lines carry two of the identifiers; the others were looked up in the catalogue. */
static const char *
get_line_identifier (const BigcommerceLine *line, const BrightSettingsSnapshot *settings)
{
  switch (settings->items.bigcommerce_field)
    {
    case BRIGHT_BIGCOMMERCE_FIELD_UPC:
      return line->upc;
    case BRIGHT_BIGCOMMERCE_FIELD_MPN:
    case BRIGHT_BIGCOMMERCE_FIELD_GTIN:
      return line->identifier;
    case BRIGHT_BIGCOMMERCE_FIELD_SKU:
    default:
      return line->sku;
    }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Finds the product of a line; 0 for a row of free text. */
static gint64
match_product (BrightOrderBuilder *builder, const BigcommerceLine *line)
{
  const char *identifier = get_line_identifier (line, builder->settings);
  const BrightpearlProduct *product;
  guint matches;

  if (strcmp (line->type, "giftcertificate") == 0
      || (line->product_id == 0 && is_blank (line->sku)))
    return 0;
  matches = bright_world_find_product (builder->world, builder->settings->items.brightpearl_field,
                                       identifier, &product);
  if (matches == 1)
    return product->id;
  if (matches > 1)
    bright_order_builder_hold (
        builder, "product-ambiguous", "items.brightpearl-field",
        g_strdup_printf (_ ("%s stands for several products in Brightpearl (line “%s”)."),
                         identifier, line->name));
  else if (builder->settings->orders.missing_product == BRIGHT_MISSING_PRODUCT_HOLD)
    bright_order_builder_hold (
        builder, "product-missing", "orders.missing-product",
        is_blank (identifier)
            ? g_strdup_printf (_ ("The line “%s” has nothing to find its product by."), line->name)
            : g_strdup_printf (_ ("%s is not in Brightpearl (line “%s”)."), identifier,
                               line->name));
  return 0;
}

static void
add_discount (BrightOrderBuilder *builder, const char *tax_code, const BrightLineAmounts *amounts)
{
  BrightDiscountTotal *total = NULL;

  for (guint i = 0; i < builder->discounts->len; i++)
    if (g_strcmp0 (g_array_index (builder->discounts, BrightDiscountTotal, i).tax_code, tax_code)
        == 0)
      total = &g_array_index (builder->discounts, BrightDiscountTotal, i);
  if (total == NULL)
    {
      BrightDiscountTotal fresh = { .tax_code = tax_code };

      g_array_append_val (builder->discounts, fresh);
      total = &g_array_index (builder->discounts, BrightDiscountTotal, builder->discounts->len - 1);
    }
  if (!bright_money_add (&total->net, amounts->net)
      || !bright_money_subtract (&total->net, amounts->full_net)
      || !bright_money_add (&total->tax, amounts->tax)
      || !bright_money_subtract (&total->tax, amounts->full_tax))
    bright_order_builder_hold_for_overflow (builder);
}

static void
add_line (gpointer data, gpointer user_data)
{
  const BigcommerceLine *line = data;
  BrightOrderBuilder *builder = user_data;
  const BrightOrdersValues *orders = &builder->settings->orders;
  gboolean own_discounts = orders->discount_nominal_code[0] != '\0';
  gboolean is_gift = strcmp (line->type, "giftcertificate") == 0;
  BrightLineAmounts amounts;
  const char *setting;
  const char *tax_code;
  BrightpearlRow *row;

  if (!g_hash_table_add (builder->seen, (gpointer)&line->id))
    return;
  if (!bright_line_get_amounts (line, builder->order->is_tax_inclusive_pricing, &amounts)
      || !bright_money_add (&builder->line_discounts, amounts.discount))
    {
      bright_order_builder_hold_for_overflow (builder);
      return;
    }
  tax_code = bright_tax_code_for (builder->settings, amounts.full_net, amounts.full_tax,
                                  line->quantity, &setting);
  if (tax_code == NULL)
    bright_order_builder_hold_for_tax_code (builder, setting);
  row = bright_order_builder_add_row (
      builder, name_line (line), own_discounts ? amounts.full_net : amounts.net,
      own_discounts ? amounts.full_tax : amounts.tax, tax_code,
      is_gift ? orders->gift_certificate_nominal_code : orders->sales_nominal_code);
  row->product_id = match_product (builder, line);
  row->quantity = line->quantity;
  g_free (row->external_ref);
  row->external_ref = g_strdup_printf ("%" G_GINT64_FORMAT, line->id);
  if (own_discounts && amounts.discount != 0)
    add_discount (builder, tax_code, &amounts);
}

static void
add_consignments (BrightOrderBuilder *builder, GPtrArray *consignments)
{
  for (guint i = 0; i < consignments->len; i++)
    {
      const BigcommerceConsignment *consignment = consignments->pdata[i];

      g_ptr_array_foreach (consignment->lines, add_line, builder);
    }
}

/* A delivery may repeat a line of another one; the line itself tells where it goes. */
static gboolean
belongs_elsewhere (const BigcommerceOrder *order,
                   const BigcommerceConsignment *consignment,
                   const BigcommerceLine *line)
{
  if (line->order_address_id == 0 || line->order_address_id == consignment->address->id)
    return FALSE;
  for (guint i = 0; i < order->shipping->len; i++)
    {
      const BigcommerceConsignment *other = order->shipping->pdata[i];

      if (other->address->id != line->order_address_id)
        continue;
      for (guint j = 0; j < other->lines->len; j++)
        if (((const BigcommerceLine *)other->lines->pdata[j])->id == line->id)
          return TRUE;
    }
  return FALSE;
}

static void
add_delivery (BrightOrderBuilder *builder, const BigcommerceConsignment *consignment)
{
  builder->part = NULL;
  for (guint i = 0; i < consignment->lines->len; i++)
    {
      BigcommerceLine *line = consignment->lines->pdata[i];

      if (belongs_elsewhere (builder->order, consignment, line)
          || g_hash_table_contains (builder->seen, &line->id))
        continue;
      if (builder->part == NULL)
        builder->part = add_part (builder->plan, consignment);
      add_line (line, builder);
    }
}

/* One part for each delivery that has lines of its own, or one for all. */
static void
add_lines (BrightOrderBuilder *builder)
{
  const BigcommerceOrder *order = builder->order;

  for (guint i = 0; i < order->shipping->len; i++)
    add_delivery (builder, order->shipping->pdata[i]);
  if (builder->plan->parts->len == 0)
    add_part (builder->plan, order->shipping->len > 0 ? order->shipping->pdata[0] : NULL);
  builder->part = builder->plan->parts->pdata[0];
  add_consignments (builder, order->pickups);
  add_consignments (builder, order->downloads);
  add_consignments (builder, order->gift_certificates);
}

BrightOrderPlan *
bright_order_plan_new (const BigcommerceOrder *order,
                       const BrightSettingsSnapshot *settings,
                       BrightWorld *world)
{
  BrightOrderPlan *plan = g_new0 (BrightOrderPlan, 1);
  BrightOrderBuilder builder
      = { .order = order, .settings = settings, .world = world, .plan = plan };

  plan->parts = g_ptr_array_new_with_free_func (part_plan_free);
  builder.seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  builder.discounts = g_array_new (FALSE, FALSE, sizeof (BrightDiscountTotal));
  add_lines (&builder);
  if (plan->parts->len > 1 && settings->orders.several_addresses == BRIGHT_SEVERAL_ADDRESSES_HOLD)
    bright_order_builder_hold (
        &builder, "several-addresses", "orders.several-addresses",
        g_strdup_printf (ngettext ("The order goes to %u address.",
                                   "The order goes to %u addresses.", plan->parts->len),
                         plan->parts->len));
  bright_order_builder_add_charges (&builder);
  bright_order_builder_balance (&builder);
  g_hash_table_unref (builder.seen);
  g_array_unref (builder.discounts);
  return plan;
}
