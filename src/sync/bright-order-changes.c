/* How the rows of a sales order differ from those that the store's order asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-steps.h"

#include <string.h>

static gboolean
rows_are_equal (const BrightpearlRow *row, const BrightpearlRow *wanted)
{
  gint64 product_id = wanted->product_id != 0 ? wanted->product_id : BRIGHTPEARL_FREE_TEXT_PRODUCT;

  return row->product_id == product_id && row->quantity == wanted->quantity
         && row->net == wanted->net && row->tax == wanted->tax
         && strcmp (row->external_ref, wanted->external_ref) == 0
         && (product_id != BRIGHTPEARL_FREE_TEXT_PRODUCT || strcmp (row->name, wanted->name) == 0);
}

/* Whether a row was made for @wanted, by the store's line id or its words. */
static gboolean
is_made_for (const BrightpearlRow *row, const BrightpearlRow *wanted)
{
  if (wanted->external_ref[0] != '\0')
    return strcmp (row->external_ref, wanted->external_ref) == 0;
  return row->external_ref[0] == '\0' && strcmp (row->name, wanted->name) == 0;
}

BrightpearlRow *
bright_sales_order_find_row (const BrightpearlSalesOrder *sales_order,
                             GPtrArray *rows,
                             guint index)
{
  const BrightpearlRow *wanted = rows->pdata[index];
  guint twins = 0;

  for (guint i = 0; i < index; i++)
    if (is_made_for (rows->pdata[i], wanted))
      twins++;
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      BrightpearlRow *row = sales_order->rows->pdata[i];

      if (!row->is_bundle_child && is_made_for (row, wanted) && twins-- == 0)
        return row;
    }
  return NULL;
}

gboolean
bright_sales_order_has_rows (const BrightpearlSalesOrder *sales_order, const BrightPartPlan *part)
{
  guint rows = 0;

  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];

      if (!row->is_bundle_child)
        rows++;
    }
  if (rows != part->rows->len)
    return FALSE;
  for (guint i = 0; i < part->rows->len; i++)
    {
      const BrightpearlRow *row = bright_sales_order_find_row (sales_order, part->rows, i);

      if (row == NULL || !rows_are_equal (row, part->rows->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
describe_row (GString *text, const BrightpearlRow *row)
{
  char net[BRIGHT_MONEY_FORMAT_SIZE];

  g_string_append_printf (text, "%s%" G_GINT64_FORMAT " × %s %s", text->len > 0 ? "; " : "",
                          row->quantity / BRIGHT_MONEY_UNIT, row->name,
                          bright_money_format (row->net, net));
}

static gboolean
is_wanted (const BrightPartPlan *part, const BrightpearlSalesOrder *sales_order, gconstpointer row)
{
  for (guint i = 0; i < part->rows->len; i++)
    if (bright_sales_order_find_row (sales_order, part->rows, i) == row)
      return TRUE;
  return FALSE;
}

void
bright_sales_order_describe_changes (const BrightpearlSalesOrder *sales_order,
                                     const BrightPartPlan *part,
                                     char **before,
                                     char **after)
{
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);

  for (guint i = 0; i < part->rows->len; i++)
    {
      const BrightpearlRow *row = bright_sales_order_find_row (sales_order, part->rows, i);

      if (row != NULL && rows_are_equal (row, part->rows->pdata[i]))
        continue;
      if (row != NULL)
        describe_row (old, row);
      describe_row (new, part->rows->pdata[i]);
    }
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];

      if (!row->is_bundle_child && !is_wanted (part, sales_order, row))
        describe_row (old, row);
    }
  *before = g_strdup (old->str);
  *after = g_strdup (new->str);
}
