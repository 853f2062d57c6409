/* The decision about a sales order that was born in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-born-orders.h"

#include <glib/gi18n.h>
#include <string.h>

/* An order of the store carries its number, with `-2` and the like for further addresses. */
static gboolean
is_of_the_store (const BrightpearlSalesOrder *sales_order)
{
  gsize digits = strspn (sales_order->external_ref, "0123456789");

  return digits > 0
         && (sales_order->external_ref[digits] == '\0' || sales_order->external_ref[digits] == '-');
}

gboolean
bright_born_order_is_wanted (const BrightBornCase *born_case)
{
  const BrightpearlSalesOrder *sales_order = born_case->sales_order;
  const BrightOrdersValues *orders = &born_case->settings->orders;
  gboolean is_ticked = FALSE;

  for (guint i = 0; i < orders->brightpearl_statuses->len; i++)
    if (g_array_index (orders->brightpearl_statuses, gint64, i) == sales_order->status_id)
      is_ticked = TRUE;
  return is_ticked && !sales_order->is_cancelled && orders->channel_id != 0
         && sales_order->channel_id == orders->channel_id
         && sales_order->placed_on >= born_case->settings->schedule.go_live
         && !is_of_the_store (sales_order);
}

char *
bright_born_order_format_subject (gint64 sales_order_id)
{
  return g_strdup_printf ("sales order %" G_GINT64_FORMAT, sales_order_id);
}

/* A bundle's components come with the bundle. */
static gboolean
counts (const BrightpearlRow *row)
{
  return !row->is_bundle_child && row->quantity != 0;
}

static gboolean
has_sku (const BrightpearlRow *row)
{
  return row->sku[0] != '\0' && row->product_id != 0
         && row->product_id != BRIGHTPEARL_FREE_TEXT_PRODUCT;
}

/* SKUs tell the same product apart on both sides only where both are matched by them. */
static gboolean
matches_by_sku (const BrightBornCase *born_case)
{
  const BrightItemsValues *items = &born_case->settings->items;

  return born_case->products != NULL
         && items->bigcommerce_field == BRIGHT_BIGCOMMERCE_FIELD_SKU
         && strcmp (items->brightpearl_field, "sku") == 0;
}

const char *
bright_born_order_find_sku (const BrightBornCase *born_case)
{
  GPtrArray *rows = born_case->sales_order->rows;

  for (guint i = 0; matches_by_sku (born_case) && i < rows->len; i++)
    {
      const BrightpearlRow *row = rows->pdata[i];

      if (counts (row) && has_sku (row)
          && g_hash_table_lookup (born_case->products, row->sku) == NULL)
        return row->sku;
    }
  return NULL;
}

static BrightDecision *
check (const BrightBornCase *born_case)
{
  const BrightpearlSalesOrder *sales_order = born_case->sales_order;
  guint rows = 0;

  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];

      if (!counts (row))
        continue;
      rows++;
      if (row->net < 0 || row->tax < 0 || row->quantity < 0)
        return bright_decision_hold (
            "totals-differ", NULL,
            g_strdup_printf (_ ("The row “%s” takes money off, which an order of the store cannot "
                                "be given."),
                             row->name));
    }
  if (rows == 0)
    return bright_decision_settle ("waiting", "empty", NULL,
                                   g_strdup (_ ("The sales order has no rows yet.")));
  if (sales_order->billing_address == NULL && sales_order->delivery_address == NULL)
    return bright_decision_hold ("refused-by-bigcommerce", NULL,
                                 g_strdup (_ ("The sales order has no address, and the store "
                                              "needs one.")));
  return NULL;
}

BrightDecision *
bright_born_order_decide (const BrightBornCase *born_case)
{
  BrightDecision *decision = check (born_case);

  return decision != NULL ? decision
                          : bright_decision_step (bright_step_create_store_order (born_case));
}
