/* The shipments flow: what goes into a shipment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shipment-items.h"

#include <string.h>

static void
plan_free (gpointer data)
{
  BrightShipmentPlan *plan = data;

  g_ptr_array_unref (plan->items);
  g_free (plan);
}

/* Only what goes to an address as goods can be shipped. */
static const BigcommerceLine *
find_line (const BigcommerceOrder *order, gint64 line_id, gint64 *address_id)
{
  for (guint i = 0; i < order->shipping->len; i++)
    {
      const BigcommerceConsignment *consignment = order->shipping->pdata[i];

      for (guint j = 0; j < consignment->lines->len; j++)
        {
          const BigcommerceLine *line = consignment->lines->pdata[j];

          if (line->id != line_id || strcmp (line->type, "physical") != 0
              || consignment->address == NULL)
            continue;
          *address_id = consignment->address->id;
          return line;
        }
    }
  return NULL;
}

static BrightShipmentPlan *
get_plan (GPtrArray *plans, gint64 address_id)
{
  BrightShipmentPlan *plan;

  for (guint i = 0; i < plans->len; i++)
    if (((BrightShipmentPlan *) plans->pdata[i])->address_id == address_id)
      return plans->pdata[i];
  plan = g_new0 (BrightShipmentPlan, 1);
  plan->address_id = address_id;
  plan->items = bright_record_list_new (&bigcommerce_shipment_item_type);
  g_ptr_array_add (plans, plan);
  return plan;
}

/* Two rows of one line are one item. */
static void
add_units (BrightShipmentPlan *plan, gint64 line_id, gint64 units)
{
  BigcommerceShipmentItem *item = NULL;

  for (guint i = 0; item == NULL && i < plan->items->len; i++)
    if (((BigcommerceShipmentItem *) plan->items->pdata[i])->line_id == line_id)
      item = plan->items->pdata[i];
  if (item == NULL)
    {
      item = bright_record_new (&bigcommerce_shipment_item_type);
      item->line_id = line_id;
      g_ptr_array_add (plan->items, item);
    }
  item->quantity += units;
}

static gint64
get_units (const BrightpearlGoodsNote *note, gint64 row_id)
{
  gint64 units = 0;

  for (guint i = 0; i < note->rows->len; i++)
    {
      const BrightpearlGoodsNoteRow *row = note->rows->pdata[i];

      if (row->row_id == row_id)
        units += row->quantity;
    }
  return units;
}

/* What left of a row before @note, and with it if @inclusive. */
static gint64
get_units_until (const BrightpearlGoodsNotes *notes,
                 const BrightpearlGoodsNote *note,
                 gboolean inclusive,
                 gint64 row_id)
{
  gint64 units = 0;

  for (guint i = 0; notes != NULL && i < notes->notes->len; i++)
    {
      const BrightpearlGoodsNote *other = notes->notes->pdata[i];

      if (other == note)
        break;
      if (other->is_shipped && other->sales_order_id == note->sales_order_id)
        units += get_units (other, row_id);
    }
  return inclusive ? units + get_units (note, row_id) : units;
}

/* How many bundles the components that have left make; -1 if the row is no bundle. */
static gint64
count_bundles (const BrightpearlSalesOrder *sales_order,
               const BrightpearlRow *parent,
               const BrightpearlGoodsNotes *notes,
               const BrightpearlGoodsNote *note,
               gboolean inclusive)
{
  gint64 bundles = -1;

  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      gint64 made;

      if (row->parent_row_id != parent->id || parent->id == 0 || row == parent
          || row->quantity < BRIGHT_MONEY_UNIT)
        continue;
      made = (gint64) ((__int128) get_units_until (notes, note, inclusive, row->id)
                       * parent->quantity / row->quantity);
      bundles = bundles < 0 ? made : MIN (bundles, made);
    }
  return bundles;
}

static gint64
count_units (const BrightpearlSalesOrder *sales_order,
             const BrightpearlRow *row,
             const BrightpearlGoodsNotes *notes,
             const BrightpearlGoodsNote *note)
{
  gint64 bundles;

  if (note == NULL)
    return row->quantity / BRIGHT_MONEY_UNIT;
  bundles = count_bundles (sales_order, row, notes, note, TRUE);
  if (bundles < 0)
    return get_units (note, row->id);
  return bundles - count_bundles (sales_order, row, notes, note, FALSE);
}

static const BrightpearlRow *
find_row (const BrightpearlSalesOrder *sales_order, gint64 id)
{
  for (guint i = 0; id != 0 && i < sales_order->rows->len; i++)
    if (((BrightpearlRow *) sales_order->rows->pdata[i])->id == id)
      return sales_order->rows->pdata[i];
  return NULL;
}

/* Rows that somebody added or replaced in Brightpearl have no line in the store. */
static guint
count_left_out (const BrightpearlSalesOrder *sales_order, const BrightpearlGoodsNote *note)
{
  guint left_out = 0;

  for (guint i = 0; i < note->rows->len; i++)
    {
      const BrightpearlGoodsNoteRow *noted = note->rows->pdata[i];
      const BrightpearlRow *row = find_row (sales_order, noted->row_id);

      if (row != NULL && row->external_ref[0] == '\0')
        row = find_row (sales_order, row->parent_row_id);
      if (row == NULL || row->external_ref[0] == '\0')
        left_out++;
    }
  return left_out;
}

GPtrArray *
bright_shipment_plan_new (const BrightOrderCase *order_case,
                          guint part,
                          const BrightpearlGoodsNote *note,
                          const BrightpearlGoodsNotes *notes,
                          guint *left_out)
{
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, part);
  GPtrArray *plans = g_ptr_array_new_with_free_func (plan_free);

  *left_out = note != NULL ? count_left_out (sales_order, note) : 0;
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      gint64 line_id = g_ascii_strtoll (row->external_ref, NULL, 10);
      gint64 units = line_id > 0 ? count_units (sales_order, row, notes, note) : 0;
      gint64 address_id;

      if (units > 0 && find_line (order_case->order, line_id, &address_id) != NULL)
        add_units (get_plan (plans, address_id), line_id, units);
    }
  return plans;
}

gint64
bright_shipment_plan_clamp (BrightShipmentPlan *plan,
                            const BigcommerceOrder *order,
                            const BigcommerceShipments *shipments)
{
  gint64 units = 0;

  for (guint i = plan->items->len; i > 0; i--)
    {
      BigcommerceShipmentItem *item = plan->items->pdata[i - 1];
      gint64 address_id;
      const BigcommerceLine *line = find_line (order, item->line_id, &address_id);
      gint64 open = line->quantity / BRIGHT_MONEY_UNIT
                    - bigcommerce_shipments_count (shipments, item->line_id);

      item->quantity = MIN (item->quantity, open);
      if (item->quantity > 0)
        units += item->quantity;
      else
        g_ptr_array_remove_index (plan->items, i - 1);
    }
  return units;
}

gboolean
bright_order_has_left (const BigcommerceOrder *order, gboolean *some)
{
  gboolean all = TRUE;

  *some = FALSE;
  for (guint i = 0; i < order->shipping->len; i++)
    {
      const BigcommerceConsignment *consignment = order->shipping->pdata[i];

      for (guint j = 0; j < consignment->lines->len; j++)
        {
          const BigcommerceLine *line = consignment->lines->pdata[j];

          /* Choices of a pick list leave with what they were chosen for. */
          if (strcmp (line->type, "physical") != 0 || line->parent_line_id != 0)
            continue;
          if (line->quantity_shipped < line->quantity / BRIGHT_MONEY_UNIT)
            all = FALSE;
          if (line->quantity_shipped > 0)
            *some = TRUE;
        }
    }
  return all && *some;
}
