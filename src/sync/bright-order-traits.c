/* What orders have, kept small so that many can be counted at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-traits.h"

#include <string.h>

#define HALF_PENNY (BRIGHT_MONEY_UNIT / 200)

typedef struct
{
  gint64 at;
  char **has;
} Traits;

static const BrightField traits_fields[] = {
  BRIGHT_FIELD_NEEDED (Traits, INTEGER, at, "at"),
  BRIGHT_FIELD_NEEDED (Traits, STRINGS, has, "has"),
  {},
};

static const BrightRecordType traits_type = { "traits", sizeof (Traits), traits_fields };

/* Each unit was rounded by itself if the tax is so many whole pennies for each. */
static gboolean
explains (BrightMoney net, BrightMoney tax, gint64 units, BrightMoney rate)
{
  gboolean is_by_unit = tax % (units * 2 * HALF_PENNY) == 0;
  BrightMoney tolerance = HALF_PENNY * (is_by_unit ? units : 1) + HALF_PENNY;
  BrightMoney expected;

  return bright_money_scale (net, rate, 100 * BRIGHT_MONEY_UNIT, &expected)
         && bright_money_subtract (&expected, tax) && bright_money_absolute (expected) <= tolerance;
}

BrightMoney
bright_tax_rate_guess (BrightMoney net, BrightMoney tax, gint64 units)
{
  static const BrightMoney steps[] = { 10000, 5000, 2500, 1250, 1000, 500, 100, 10 };
  BrightMoney rate = 0;

  if (tax == 0 || !bright_money_scale (tax, 100 * BRIGHT_MONEY_UNIT, net, &rate))
    return rate;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      BrightMoney rounded;

      if (bright_money_scale (rate, 1, steps[i], &rounded) && rounded != 0
          && explains (net, tax, units, rounded * steps[i]))
        return rounded * steps[i];
    }
  return rate;
}

/* ---- Of an order ---- */

typedef struct
{
  BrightMoney net;
  BrightMoney tax;
  gint64 units;
} Taxed;

static void
add (GPtrArray *traits, const char *kind, const char *value)
{
  g_autofree char *trait = g_strconcat (kind, " ", value, NULL);

  if (!g_ptr_array_find_with_equal_func (traits, trait, g_str_equal, NULL))
    g_ptr_array_add (traits, g_steal_pointer (&trait));
}

static void
add_taxed (GArray *taxed, BrightMoney net, BrightMoney gross, BrightMoney quantity)
{
  gint64 units = bright_money_absolute (quantity) / BRIGHT_MONEY_UNIT;
  Taxed entry = { net, gross, CLAMP (units, 1, 100000) };

  if (net != 0 && bright_money_subtract (&entry.tax, net))
    g_array_append_val (taxed, entry);
}

static void
collect_line (gpointer data, gpointer user_data)
{
  const BigcommerceLine *line = data;

  add_taxed (user_data, line->total_ex_tax, line->total_inc_tax, line->quantity);
}

static int
compare_taxed (gconstpointer a, gconstpointer b)
{
  BrightMoney one = bright_money_absolute (((const Taxed *)a)->net);
  BrightMoney other = bright_money_absolute (((const Taxed *)b)->net);

  return one > other ? -1 : one < other;
}

/* The largest amount tells its rate best; smaller ones may have the same. */
static void
add_tax_rates (GPtrArray *traits, const BigcommerceOrder *order)
{
  g_autoptr (GArray) taxed = g_array_new (FALSE, FALSE, sizeof (Taxed));
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (BrightMoney));

  bigcommerce_order_foreach_line (order, collect_line, taxed);
  add_taxed (taxed, order->shipping_ex_tax, order->shipping_inc_tax, BRIGHT_MONEY_UNIT);
  g_array_sort (taxed, compare_taxed);
  for (guint i = 0; i < taxed->len; i++)
    {
      const Taxed *entry = &g_array_index (taxed, Taxed, i);
      gboolean is_known = FALSE;
      BrightMoney rate;
      g_autofree char *text = NULL;

      for (guint j = 0; !is_known && j < rates->len; j++)
        {
          rate = g_array_index (rates, BrightMoney, j);
          is_known = (rate == 0) == (entry->tax == 0)
                     && explains (entry->net, entry->tax, entry->units, rate);
        }
      if (is_known)
        continue;
      rate = bright_tax_rate_guess (entry->net, entry->tax, entry->units);
      g_array_append_val (rates, rate);
      text = bright_money_to_string (rate);
      /* 20 and 8.25, not 20.00 and 8.2500. */
      for (gsize end = strlen (text); end > 0 && strchr (text, '.') != NULL; end--)
        if (text[end - 1] == '0' || text[end - 1] == '.')
          text[end - 1] = '\0';
        else
          break;
      add (traits, "tax-rate", text);
    }
}

GStrv
bright_order_traits_list (const BigcommerceOrder *order)
{
  GPtrArray *traits = g_ptr_array_new ();
  g_autofree char *status = g_strdup_printf ("%" G_GINT64_FORMAT, order->status_id);

  if (!order->is_deleted)
    {
      add (traits, "bigcommerce-status", status);
      if (order->payment_method[0] != '\0')
        add (traits, "payment-method", order->payment_method);
      add_tax_rates (traits, order);
      for (guint i = 0; i < order->shipping->len; i++)
        {
          const BigcommerceConsignment *consignment = order->shipping->pdata[i];

          if (consignment->shipping_method[0] != '\0')
            add (traits, "shipping-method", consignment->shipping_method);
        }
      if (order->currency[0] != '\0')
        add (traits, "currency", order->currency);
      if (order->customer_id == 0)
        add (traits, "guest", "");
      if (order->address_count > 1)
        add (traits, "several-addresses", "");
    }
  g_ptr_array_add (traits, NULL);
  return (GStrv)g_ptr_array_free (traits, FALSE);
}

static void
keep (BrightJournalBatch *batch, const char *key, gint64 at, char **has, gint64 time)
{
  Traits traits = { at, has };
  g_autofree char *text = bright_record_to_string (&traits_type, &traits);

  bright_journal_batch_put_fact (batch, BRIGHT_FACT_TRAITS, key, text, "", time);
}

void
bright_order_traits_keep (const BigcommerceOrder *order, BrightJournalBatch *batch, gint64 time)
{
  g_autofree char *key = g_strdup_printf ("order %" G_GINT64_FORMAT, order->id);
  g_auto (GStrv) has = bright_order_traits_list (order);

  keep (batch, key, order->date_created, has, time);
}

void
bright_sales_order_traits_keep (gint64 id,
                                const BrightpearlSalesOrder *sales_order,
                                BrightJournalBatch *batch,
                                gint64 time)
{
  g_autofree char *key = g_strdup_printf ("sales-order %" G_GINT64_FORMAT, id);
  g_autofree char *trait = NULL;
  char *has[2] = { NULL, NULL };

  if (sales_order == NULL)
    {
      bright_journal_batch_remove_fact (batch, BRIGHT_FACT_TRAITS, key);
      return;
    }
  trait = g_strdup_printf ("brightpearl-status %" G_GINT64_FORMAT, sales_order->status_id);
  has[0] = trait;
  keep (batch, key, sales_order->placed_on, has, time);
}
