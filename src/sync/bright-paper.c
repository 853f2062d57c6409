/* What a step would make of a sales order, on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan goes on as if each step had been done, so that it shows the steps
 * that would follow.
 */
#include "bright-order-active.h"
#include "bright-steps.h"

#include <string.h>

static gboolean
sum_rows (BrightpearlSalesOrder *sales_order)
{
  sales_order->total_net = 0;
  sales_order->total_tax = 0;
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];

      if (!bright_money_add (&sales_order->total_net, row->net)
          || !bright_money_add (&sales_order->total_tax, row->tax))
        return FALSE;
    }
  sales_order->total_gross = sales_order->total_net;
  return bright_money_add (&sales_order->total_gross, sales_order->total_tax);
}

static void
number_rows (BrightWorld *world, BrightpearlSalesOrder *sales_order)
{
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      BrightpearlRow *row = sales_order->rows->pdata[i];
      const BrightpearlProduct *product = bright_world_get_product (world, row->product_id);

      if (row->id == 0)
        row->id = -(gint64) (i + 1);
      if (row->product_id == 0)
        row->product_id = BRIGHTPEARL_FREE_TEXT_PRODUCT;
      row->is_bundle_parent = product != NULL && product->is_bundle;
    }
}

/* A bundle brings rows for its components, which are what is reserved. */
static void
add_components (BrightWorld *world, BrightpearlSalesOrder *sales_order)
{
  guint n_rows = sales_order->rows->len;

  for (guint i = 0; i < n_rows; i++)
    {
      const BrightpearlRow *parent = sales_order->rows->pdata[i];
      BrightpearlRow *component;

      if (!parent->is_bundle_parent)
        continue;
      component = bright_record_new (&brightpearl_row_type);
      component->id = parent->id - (gint64) n_rows;
      /* Which products they are does not matter on paper, only that there are some. */
      component->product_id = G_MAXINT32;
      component->quantity = parent->quantity;
      component->is_bundle_child = TRUE;
      component->parent_row_id = parent->id;
      g_ptr_array_add (sales_order->rows, component);
    }
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static BrightpearlSalesOrder *
read_body (BrightWorld *world, const BrightStep *step, gint64 id)
{
  g_autoptr (JsonNode) node = bright_json_parse (step->body, -1, NULL);
  g_autoptr (JsonNode) copy = NULL;
  g_autoptr (JsonObject) object = NULL;
  BrightpearlSalesOrder *sales_order;
  GList *members;

  g_return_val_if_fail (node != NULL, NULL);

  /* What was parsed is immutable, and the id is not in the body. */
  object = json_object_new ();
  members = json_object_get_members (json_node_get_object (node));
  for (GList *member = members; member != NULL; member = member->next)
    json_object_set_member (
        object, member->data,
        json_node_copy (json_object_get_member (json_node_get_object (node), member->data)));
  g_list_free (members);
  json_object_set_int_member (object, "id", id);
  copy = json_node_init_object (json_node_alloc (), object);
  sales_order = bright_record_read (&brightpearl_sales_order_type, copy, NULL);
  g_return_val_if_fail (sales_order != NULL, NULL);
  number_rows (world, sales_order);
  add_components (world, sales_order);
  set_text (&sales_order->allocation_status, "ANA");
  set_text (&sales_order->stock_status, "SON");
  sales_order->version = 1;
  if (!sum_rows (sales_order))
    g_clear_pointer (&sales_order, brightpearl_sales_order_free);
  return sales_order;
}

static const BrightpearlRow *
find_row (const BrightpearlSalesOrder *sales_order, gint64 id)
{
  for (guint i = 0; i < sales_order->rows->len; i++)
    if (((BrightpearlRow *) sales_order->rows->pdata[i])->id == id)
      return sales_order->rows->pdata[i];
  return NULL;
}

/* Rows that stay as they are stay allocated; with an address alone nothing is reserved anew. */
static BrightpearlSalesOrder *
update (BrightWorld *world, const BrightStep *step, const BrightpearlSalesOrder *sales_order)
{
  BrightpearlSalesOrder *updated = read_body (world, step, sales_order->id);

  for (guint i = 0; updated != NULL && i < updated->rows->len; i++)
    {
      const BrightpearlRow *row = updated->rows->pdata[i];
      const BrightpearlRow *before = find_row (sales_order, row->id);

      if (row->product_id > BRIGHTPEARL_FREE_TEXT_PRODUCT && !row->is_bundle_child
          && (before == NULL || before->product_id != row->product_id
              || before->quantity < row->quantity))
        return updated;
    }
  if (updated != NULL)
    set_text (&updated->allocation_status, sales_order->allocation_status);
  return updated;
}

BrightpearlSalesOrder *
bright_paper_apply (BrightWorld *world,
                    const BrightStep *step,
                    gint64 id,
                    const BrightpearlSalesOrder *sales_order)
{
  BrightpearlSalesOrder *changed;

  if (strcmp (step->kind, BRIGHT_STEP_CREATE_SALES_ORDER) == 0)
    return read_body (world, step, id);
  if (sales_order == NULL)
    return NULL;
  if (strcmp (step->kind, BRIGHT_STEP_UPDATE_SALES_ORDER) == 0)
    return update (world, step, sales_order);
  changed = bright_record_copy (&brightpearl_sales_order_type, sales_order);
  if (strcmp (step->kind, BRIGHT_STEP_CANCEL_SALES_ORDER) == 0)
    changed->is_cancelled = TRUE;
  else if (strcmp (step->kind, BRIGHT_STEP_RELEASE) == 0)
    set_text (&changed->allocation_status, "ANA");
  else
    set_text (&changed->allocation_status, "AAA");
  return changed;
}
