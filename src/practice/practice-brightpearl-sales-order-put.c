/* Brightpearl's replacement of a whole sales order, or of some of its rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-order-members.h"

static gboolean
may_be_replaced (const PracticeOrder *order, PracticeAnswer *answer)
{
  if (order->goods_out_notes->len > 0)
    practice_refuse (answer, 400, "ORDC-131", "The order has goods-out notes");
  else if (order->closed_on != 0)
    practice_refuse (answer, 400, "ORDC-132", "The order is invoiced");
  return !practice_is_refused (answer);
}

/* The row of @order that @row continues: the one of its id, or the same component of its bundle. */
static PracticeRow *
find_predecessor (const PracticeOrder *order, const PracticeRow *row)
{
  if (row->parent == NULL)
    return row->id != 0 ? practice_order_find_row (order, row->id) : NULL;
  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *old = order->rows->pdata[i];

      if (old->parent != NULL && old->parent->id == row->parent->id
          && old->product_id == row->product_id)
        return old;
    }
  return NULL;
}

/* Drops rows of @draft that stand for components of bundles: those follow from their parents. */
static void
drop_listed_components (const PracticeOrder *order, PracticeOrder *draft)
{
  for (guint i = draft->rows->len; i > 0; i--)
    {
      const PracticeRow *row = draft->rows->pdata[i - 1];
      const PracticeRow *old = row->id != 0 ? practice_order_find_row (order, row->id) : NULL;

      if (old != NULL && old->parent != NULL)
        g_ptr_array_remove_index (draft->rows, i - 1);
    }
}

/* Makes the rows of @draft those of @order, with their ids and as much of the reservation as they
 * still need. */
static void
replace_rows (PracticeWorld *world, PracticeOrder *order, PracticeOrder *draft)
{
  GPtrArray *rows;

  for (guint i = 0; i < draft->rows->len; i++)
    {
      PracticeRow *row = draft->rows->pdata[i];
      PracticeRow *old = find_predecessor (order, row);

      row->id = old != NULL ? old->id : 0;
      if (old == NULL || old->product_id != row->product_id)
        continue;
      practice_order_release (world, order, old, row->quantity / PRACTICE_DECIMAL_UNIT);
      row->reserved = old->reserved;
      old->reserved = 0;
    }
  for (guint i = 0; i < order->rows->len; i++)
    practice_order_release (world, order, order->rows->pdata[i], 0);
  rows = order->rows;
  order->rows = draft->rows;
  draft->rows = rows;
  practice_order_number_rows (world, order);
}

/* Whether one row of the two orders bears the id of another: a caller's mistake. */
static gboolean
has_id_twice (const PracticeOrder *draft)
{
  for (guint i = 0; i < draft->rows->len; i++)
    for (guint j = 0; j < i; j++)
      if (((PracticeRow *) draft->rows->pdata[i])->id != 0
          && ((PracticeRow *) draft->rows->pdata[i])->id
                 == ((PracticeRow *) draft->rows->pdata[j])->id)
        return TRUE;
  return FALSE;
}

static void
replace_head (PracticeOrder *order, PracticeOrder *draft)
{
  for (const PracticeOrderMember *member = practice_order_members; member->path != NULL; member++)
    {
      gpointer kept = practice_order_member (order, member);
      gpointer given = practice_order_member (draft, member);

      if (member->kind == PRACTICE_MEMBER_TEXT)
        {
          g_free (*(char **) kept);
          *(char **) kept = g_steal_pointer ((char **) given);
        }
      else if (member->kind == PRACTICE_MEMBER_BOOLEAN)
        *(gboolean *) kept = *(gboolean *) given;
      else
        *(gint64 *)kept = *(gint64 *)given;
    }
  for (guint i = 0; i < PRACTICE_N_ADDRESSES; i++)
    {
      json_object_unref (order->addresses[i]);
      order->addresses[i] = g_steal_pointer (&draft->addresses[i]);
    }
}

static void
replace_repeat_key (PracticeAccount *account, PracticeOrder *order, const char *old_key)
{
  g_autofree char *key = practice_order_repeat_key (order);

  if (old_key != NULL)
    g_hash_table_remove (account->repeat_keys, old_key);
  if (key != NULL)
    g_hash_table_insert (account->repeat_keys, g_steal_pointer (&key), order);
}

void
practice_put_sales_order (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  g_autofree char *version = NULL;
  g_autofree char *old_key = NULL;
  PracticeOrder *draft;

  if (order == NULL)
    return;
  version = g_strdup_printf ("%" G_GINT64_FORMAT, order->version);
  if (request->if_match != NULL && strcmp (request->if_match, version) != 0)
    practice_refuse (answer, 412, "CMNC-412", "The order has version %s", version);
  else if (may_be_replaced (order, answer))
    {
      draft = practice_order_read (world, order->type_id, request->body, answer);
      if (draft == NULL)
        return;
      if (has_id_twice (draft))
        practice_refuse (answer, 400, "ORDC-133", "A row is listed twice");
      else if (order->reservation_warehouse != 0
               && draft->warehouse_id != order->warehouse_id)
        practice_refuse (answer, 400, "ORDC-134", "Stock is allocated in another warehouse");
      else if (draft->status_id == PRACTICE_CANCELLED_STATUS
               && order->status_id != PRACTICE_CANCELLED_STATUS)
        practice_refuse (answer, 400, "ORDC-137", "An order is cancelled by its status");
      else
        {
          old_key = practice_order_repeat_key (order);
          drop_listed_components (order, draft);
          replace_rows (world, order, draft);
          replace_head (order, draft);
          replace_repeat_key (world->account, order, old_key);
          practice_order_touch (world, order);
          practice_respond_done (answer);
        }
      practice_order_free (draft);
    }
}

/* Reads the rows of the request; %NULL after a refusal. */
static PracticeOrder *
read_row_list (PracticeWorld *world,
               PracticeOrder *order,
               JsonArray *list,
               PracticeAnswer *answer)
{
  PracticeOrder *draft = practice_order_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      PracticeRow *row = practice_row_read (world, json_array_get_element (list, i), answer);

      if (row == NULL)
        continue;
      if (practice_order_find_row (order, row->id) == NULL)
        practice_refuse (answer, 400, "ORDC-135", "The order has no row %" G_GINT64_FORMAT,
                         row->id);
      g_ptr_array_add (draft->rows, row);
    }
  return draft;
}

/* Takes over from @given what a row can be changed to. */
static void
change_row (PracticeWorld *world, PracticeOrder *order, PracticeRow *row, PracticeRow *given)
{
  practice_order_release (world, order, row,
                          row->product_id == given->product_id
                              ? given->quantity / PRACTICE_DECIMAL_UNIT
                              : 0);
  row->product_id = given->product_id;
  row->quantity = given->quantity;
  row->net = given->net;
  row->tax = given->tax;
  g_free (row->sku);
  g_free (row->name);
  g_free (row->tax_code);
  g_free (row->nominal_code);
  row->sku = g_steal_pointer (&given->sku);
  row->name = g_steal_pointer (&given->name);
  row->tax_code = g_steal_pointer (&given->tax_code);
  row->nominal_code = g_steal_pointer (&given->nominal_code);
  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *child = order->rows->pdata[i];

      if (child->parent != row)
        continue;
      child->quantity = row->quantity;
      practice_order_release (world, order, child, row->quantity / PRACTICE_DECIMAL_UNIT);
    }
}

void
practice_put_sales_order_rows (PracticeWorld *world,
                               const PracticeRequest *request,
                               PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  JsonArray *list = bright_json_get_array (request->body, NULL);
  PracticeOrder *draft;

  if (order == NULL || !may_be_replaced (order, answer))
    return;
  if (list == NULL)
    {
      practice_refuse (answer, 400, "ORDC-136", "A list of rows is required");
      return;
    }
  draft = read_row_list (world, order, list, answer);
  for (guint i = 0; !practice_is_refused (answer) && i < draft->rows->len; i++)
    {
      PracticeRow *given = draft->rows->pdata[i];

      change_row (world, order, practice_order_find_row (order, given->id), given);
    }
  practice_order_free (draft);
  if (practice_is_refused (answer))
    return;
  practice_order_touch (world, order);
  practice_respond_done (answer);
}
