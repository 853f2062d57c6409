/* What orders mean for stock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store takes an order's units off when it is placed, Brightpearl when they
 * are allocated. In between, what Brightpearl can sell is too much for the
 * store: those units are a claim, kept with the order until they are allocated
 * or the order comes to nothing.
 */
#include "bright-stock.h"

#include "bright-stock-units.h"

#include <string.h>

/* Statuses in which the store has not taken the units off, has put them back, or has sent them
 * all: Incomplete, Shipped, Refunded, Cancelled, Declined, Completed. */
static const gint64 settled_statuses[] = { 0, 2, 4, 5, 6, 10 };

static void
add_units (GPtrArray *lines, gint64 variant_id, gint64 product_id, gint64 count)
{
  BrightStockUnits *units;

  if (count <= 0)
    return;
  units = bright_record_new (&bright_stock_units_type);
  units->variant_id = variant_id;
  units->product_id = product_id;
  units->units = count;
  g_ptr_array_add (lines, units);
}

static gboolean
is_open (const BigcommerceOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settled_statuses); i++)
    if (order->status_id == settled_statuses[i])
      return FALSE;
  return !order->is_deleted;
}

/* Orders that are none of our business are not counted: somebody else brings them over. */
static gboolean
is_ours (const char *state, const char *code)
{
  if (strcmp (state, "ignored") == 0 || strcmp (state, "cancelled") == 0)
    return FALSE;
  return strcmp (state, "filtered") != 0 || g_strcmp0 (code, "status") == 0
         || g_strcmp0 (code, "guest") == 0;
}

static void
claim_line (gpointer data, gpointer user_data)
{
  const BigcommerceLine *line = data;

  if (line->variant_id != 0)
    add_units (user_data, line->variant_id, 0,
               line->quantity / BRIGHT_MONEY_UNIT - line->quantity_shipped);
}

static void
claim_rows (GPtrArray *lines, const BrightpearlSalesOrder *sales_order)
{
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];

      if (row->product_id > BRIGHTPEARL_FREE_TEXT_PRODUCT && !row->is_bundle_parent)
        add_units (lines, 0, row->product_id, row->quantity / BRIGHT_MONEY_UNIT);
    }
}

static gboolean
is_allocated (const BrightOrderPart *part,
              const BrightpearlSalesOrder *sales_order,
              gboolean trusts_allocation)
{
  if (sales_order->is_cancelled || strcmp (sales_order->shipping_status, "ASS") == 0)
    return TRUE;
  if (trusts_allocation && sales_order->allocation_status[0] != '\0')
    return strcmp (sales_order->allocation_status, "AAA") == 0
           || strcmp (sales_order->allocation_status, "ANR") == 0;
  return strcmp (part->reservation, "full") == 0 || strcmp (part->reservation, "not-needed") == 0;
}

static void
claim_part (GPtrArray *lines,
            const BrightOrderPart *part,
            const BrightpearlSalesOrder *sales_order,
            gboolean trusts_allocation)
{
  if (is_allocated (part, sales_order, trusts_allocation))
    return;
  if (strcmp (part->reservation, "part") != 0)
    {
      claim_rows (lines, sales_order);
      return;
    }
  for (guint i = 0; i < part->missing->len; i++)
    g_ptr_array_add (lines,
                     bright_record_copy (&bright_stock_units_type, part->missing->pdata[i]));
}

/* Goes by what is kept about the reservation, where a sales order is not at hand. */
static gboolean
is_known_allocated (const BrightOrderLink *link)
{
  for (guint i = 0; i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];

      if (part->sales_order_id <= 0
          || (strcmp (part->reservation, "full") != 0
              && strcmp (part->reservation, "not-needed") != 0))
        return FALSE;
    }
  return link->parts->len > 0 && !link->is_deleted;
}

static gboolean
has_sales_orders (const BrightOrderLink *link, GPtrArray *sales_orders)
{
  for (guint i = 0; i < link->parts->len; i++)
    if (((BrightOrderPart *) link->parts->pdata[i])->sales_order_id <= 0
        || i >= sales_orders->len || sales_orders->pdata[i] == NULL)
      return FALSE;
  return link->parts->len > 0 && !link->is_deleted;
}

BrightStockClaim *
bright_stock_claim_new (const BigcommerceOrder *order,
                        const char *state,
                        const char *code,
                        const BrightOrderLink *link,
                        GPtrArray *sales_orders,
                        gboolean trusts_allocation)
{
  BrightStockClaim *claim = bright_record_new (&bright_stock_claim_type);

  claim->order_id = order->id;
  if (!is_open (order) || !is_ours (state, code))
    return claim;
  if (!has_sales_orders (link, sales_orders))
    {
      if (!is_known_allocated (link))
        bigcommerce_order_foreach_line (order, claim_line, claim->lines);
    }
  else
    for (guint i = 0; i < link->parts->len; i++)
      claim_part (claim->lines, link->parts->pdata[i], sales_orders->pdata[i], trusts_allocation);
  return claim;
}

void
bright_stock_note_missing (BrightOrderPart *part,
                           const BrightpearlSalesOrder *sales_order,
                           GHashTable *reserved,
                           const BrightWorld *world)
{
  g_ptr_array_set_size (part->missing, 0);
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      const BrightpearlProduct *product = bright_world_get_product (world, row->product_id);
      const gint64 *units = g_hash_table_lookup (reserved, &row->id);

      if (row->product_id > BRIGHTPEARL_FREE_TEXT_PRODUCT && !row->is_bundle_parent
          && (product == NULL || product->is_stock_tracked))
        add_units (part->missing, 0, row->product_id,
                   (row->quantity - (units != NULL ? *units : 0)) / BRIGHT_MONEY_UNIT);
    }
}
