/* The two sides of an order: status, customer, money and addresses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-sides.h"

#include "bright-status-map.h"
#include "bright-step-private.h"
#include "brightpearl-payment.h"

#include <glib/gi18n.h>
#include <string.h>

static const BrightField side_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightOrderSide, STRING, label, "label"),
  BRIGHT_FIELD_NEEDED (BrightOrderSide, STRING, store, "store"),
  BRIGHT_FIELD_NEEDED (BrightOrderSide, STRING, brightpearl, "brightpearl"),
  BRIGHT_FIELD_NEEDED (BrightOrderSide, BOOLEAN, differs, "differs"),
  {},
};

const BrightRecordType bright_order_side_type
    = { "side of an order", sizeof (BrightOrderSide), side_fields };

void
bright_order_sides_add (GPtrArray *sides,
                        const char *label,
                        char *store,
                        char *brightpearl,
                        gboolean differs)
{
  BrightOrderSide *side = bright_record_new (&bright_order_side_type);

  bright_step_set_text (&side->label, g_strdup (label));
  bright_step_set_text (&side->store, store != NULL ? store : g_strdup (""));
  bright_step_set_text (&side->brightpearl, brightpearl != NULL ? brightpearl : g_strdup (""));
  side->differs = differs;
  g_ptr_array_add (sides, side);
}

static char *
name_status (const BrightOrderSidesCase *sides_case,
             BrightPlatform platform,
             gint64 id,
             const char *fallback)
{
  BrightChoice *choice
      = bright_choices_find (sides_case->choices, platform, "order-status", id, NULL);

  if (choice != NULL && bright_choice_get_name (choice)[0] != '\0')
    return g_strdup (bright_choice_get_name (choice));
  return fallback[0] != '\0' ? g_strdup (fallback) : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Whether the map says that they do not belong together, either way. */
static gboolean
do_statuses_differ (const BrightOrdersValues *orders, gint64 bigcommerce, gint64 brightpearl)
{
  gboolean is_mapped_there = FALSE;
  gboolean is_mapped_back = FALSE;
  gint64 there = bright_status_map_to_brightpearl (orders, bigcommerce, &is_mapped_there);
  gint64 back = bright_status_map_to_bigcommerce (orders, brightpearl, &is_mapped_back);

  return is_mapped_there && is_mapped_back && there != brightpearl && back != bigcommerce
         && !bright_status_map_pairs (orders, bigcommerce, brightpearl);
}

static void
add_status (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  const BigcommerceOrder *order = sides_case->order;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean differs = FALSE;

  for (guint i = 0; i < sides_case->sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = sides_case->sales_orders->pdata[i];
      g_autofree char *name
          = name_status (sides_case, BRIGHT_PLATFORM_BRIGHTPEARL, sales_order->status_id, "");

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", name);
      differs = differs
                || (sides_case->settings->orders.enabled
                    && do_statuses_differ (&sides_case->settings->orders, order->status_id,
                                           sales_order->status_id));
    }
  bright_order_sides_add (
      sides, _ ("Status"),
      name_status (sides_case, BRIGHT_PLATFORM_BIGCOMMERCE, order->status_id, order->status_label),
      g_strdup (text->str), differs);
}

/* The first sales order stands for what all have in common. */
static const BrightpearlSalesOrder *
get_first (const BrightOrderSidesCase *sides_case)
{
  return sides_case->sales_orders->len > 0 ? sides_case->sales_orders->pdata[0] : NULL;
}

static gboolean
are_same_words (const char *one, const char *other)
{
  g_autofree char *folded_one = g_utf8_casefold (one, -1);
  g_autofree char *folded_other = g_utf8_casefold (other, -1);

  return strcmp (g_strstrip (folded_one), g_strstrip (folded_other)) == 0;
}

static void
add_customer (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  const BigcommerceAddress *billing = sides_case->order->billing_address;
  const BrightpearlSalesOrder *sales_order = get_first (sides_case);
  const BrightpearlAddress *customer = sales_order != NULL ? sales_order->customer_address : NULL;
  const char *store_email = billing != NULL ? billing->email : "";
  const char *email = customer != NULL ? customer->email : "";

  bright_order_sides_add (sides, _ ("Customer"),
                          billing != NULL ? bright_address_format_name (billing) : NULL,
                          customer != NULL ? g_strdup (customer->full_name) : NULL, FALSE);
  bright_order_sides_add (sides, _ ("E-mail"), g_strdup (store_email), g_strdup (email),
                          email[0] != '\0' && !are_same_words (store_email, email));
}

/* ---- Money ---- */

static void
add_total (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  const BigcommerceOrder *order = sides_case->order;
  const BrightpearlSalesOrder *first = get_first (sides_case);
  BrightMoney total = 0;
  gboolean is_in_range = TRUE;

  for (guint i = 0; i < sides_case->sales_orders->len; i++)
    is_in_range
        = bright_money_add (
              &total, ((BrightpearlSalesOrder *)sides_case->sales_orders->pdata[i])->total_gross)
          && is_in_range;
  bright_order_sides_add (sides, _ ("Total"), bright_money_to_string (order->total_inc_tax),
                          first != NULL && is_in_range ? bright_money_to_string (total) : NULL,
                          first != NULL && (!is_in_range || total != order->total_inc_tax));
  bright_order_sides_add (sides, _ ("Currency"), g_strdup (order->currency),
                          first != NULL ? g_strdup (first->currency) : NULL,
                          first != NULL && strcmp (order->currency, first->currency) != 0);
}

static gboolean
sum_paid (const BrightpearlPayments *payments, BrightMoney *paid)
{
  *paid = 0;
  for (guint i = 0; i < payments->payments->len; i++)
    {
      const BrightpearlPayment *payment = payments->payments->pdata[i];

      if (strcmp (payment->type, "RECEIPT") == 0 || strcmp (payment->type, "CAPTURE") == 0)
        {
          if (!bright_money_add (paid, payment->paid))
            return FALSE;
        }
      else if (strcmp (payment->type, "PAYMENT") == 0
               && !bright_money_subtract (paid, payment->paid))
        return FALSE;
    }
  return TRUE;
}

static void
add_payment (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  const BigcommerceOrder *order = sides_case->order;
  const BrightpearlPayments *payments = sides_case->facts[BRIGHT_ORDER_FACT_PAYMENTS];
  const BrightpearlSalesOrder *first = get_first (sides_case);
  BrightMoney paid;
  char *store = order->payment_status[0] != '\0'
                    ? g_strdup_printf ("%s, %s", order->payment_method, order->payment_status)
                    : g_strdup (order->payment_method);
  char *text = NULL;

  if (payments != NULL && sum_paid (payments, &paid))
    {
      g_autofree char *amount = bright_money_to_string (paid);

      text = g_strdup_printf (_ ("%s paid"), amount);
    }
  else if (first != NULL)
    text = g_strdup (first->payment_status);
  bright_order_sides_add (sides, _ ("Payment"), store, text, FALSE);
}

/* ---- Addresses ---- */

static const BrightOrderPart *
find_part (const BrightOrderLink *link, const BrightpearlSalesOrder *sales_order)
{
  for (guint i = 0; sales_order != NULL && i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];

      if (part->sales_order_id == sales_order->id)
        return part;
    }
  return NULL;
}

/* Where the goods of a sales order go; of an order without one, where the first goods go. */
static const BigcommerceAddress *
find_delivery (const BrightOrderSidesCase *sides_case, const BrightpearlSalesOrder *sales_order)
{
  const BigcommerceOrder *order = sides_case->order;
  const BrightOrderPart *part = find_part (sides_case->link, sales_order);
  gint64 address_id = part != NULL ? part->address_id : 0;

  for (guint i = 0; i < order->shipping->len; i++)
    {
      const BigcommerceConsignment *consignment = order->shipping->pdata[i];

      if (consignment->address != NULL && consignment->address->id != 0
          && (address_id == 0 || consignment->address->id == address_id))
        return consignment->address;
    }
  return NULL;
}

/* What an order is sent to Brightpearl with; the rest is for reading. */
static gboolean
do_addresses_differ (const BrightpearlAddress *one, const BrightpearlAddress *other)
{
  return !are_same_words (one->full_name, other->full_name)
         || !are_same_words (one->line_1, other->line_1)
         || !are_same_words (one->line_2, other->line_2)
         || !are_same_words (one->line_3, other->line_3)
         || !are_same_words (one->postal_code, other->postal_code)
         || !are_same_words (one->country_code, other->country_code);
}

static char *
format_address (const BrightpearlAddress *address)
{
  const char *const lines[]
      = { address->full_name, address->company, address->line_1,      address->line_2,
          address->line_3,    address->line_4,  address->postal_code, address->country_code };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && lines[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", lines[i]);
  return g_string_free (text, FALSE);
}

/* What was there before we were may have been sent with another address. */
static void
add_address (const BrightOrderSidesCase *sides_case, GPtrArray *sides, guint index)
{
  const BrightpearlSalesOrder *sales_order
      = index < sides_case->sales_orders->len ? sides_case->sales_orders->pdata[index] : NULL;
  const BigcommerceAddress *delivery = find_delivery (sides_case, sales_order);
  const BrightpearlAddress *there = sales_order != NULL ? sales_order->delivery_address : NULL;
  g_autoptr (BrightpearlAddress) converted
      = delivery != NULL ? bright_address_convert (delivery) : NULL;
  g_autofree char *label = index == 0 ? g_strdup (_ ("Shipping address"))
                                      : g_strdup_printf (_ ("Shipping address %u"), index + 1);

  bright_order_sides_add (sides, label, converted != NULL ? format_address (converted) : NULL,
                          there != NULL ? format_address (there) : NULL,
                          sides_case->link->adopted_at == 0 && converted != NULL && there != NULL
                              && do_addresses_differ (converted, there));
}

GPtrArray *
bright_order_sides_make (const BrightOrderSidesCase *sides_case)
{
  GPtrArray *sides = bright_record_list_new (&bright_order_side_type);

  add_status (sides_case, sides);
  add_customer (sides_case, sides);
  add_total (sides_case, sides);
  add_payment (sides_case, sides);
  add_address (sides_case, sides, 0);
  for (guint i = 1; i < sides_case->sales_orders->len; i++)
    add_address (sides_case, sides, i);
  bright_order_sides_add_rows (sides_case, sides);
  bright_order_sides_add_notes (sides_case, sides);
  bright_order_sides_add_shipments (sides_case, sides);
  return sides;
}
