/* Brightpearl's reservations: at most one for each order, in one warehouse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

/* What a request wants of one row. */
typedef struct
{
  PracticeRow *row;
  gint64 quantity;
} Wish;

static void
add_wish (GArray *wishes, PracticeRow *row, gint64 quantity)
{
  /* Entries for the same row add up. */
  for (guint i = 0; i < wishes->len; i++)
    if (g_array_index (wishes, Wish, i).row == row)
      {
        g_array_index (wishes, Wish, i).quantity += quantity;
        return;
      }
  g_array_append_val (wishes, ((Wish){ row, quantity }));
}

static void
read_wish (PracticeWorld *world,
           PracticeOrder *order,
           JsonNode *node,
           GArray *wishes,
           PracticeAnswer *answer)
{
  gint64 product_id = bright_json_get_integer (node, "productId", 0);
  gint64 row_id = bright_json_get_integer (node, "salesOrderRowId", 0);
  PracticeDecimal quantity;
  PracticeRow *row;

  if (product_id <= 0)
    {
      practice_refuse (answer, 400, "WHSC-014", "The product id must be greater than 0");
      return;
    }
  row = practice_order_find_row (order, row_id);
  if (row == NULL || row->product_id != product_id)
    practice_refuse (answer, 400, "WHSC-015", "The order has no row %" G_GINT64_FORMAT
                     " of product %" G_GINT64_FORMAT, row_id, product_id);
  else if (!practice_row_is_stocked (world->account, row))
    practice_refuse (answer, 400, "WHSC-014", "Row %" G_GINT64_FORMAT " takes up no stock", row_id);
  else if (!practice_decimal_read (bright_json_get (node, "quantity"), PRACTICE_DECIMAL_SCALE,
                                   &quantity)
           || quantity <= 0 || quantity % PRACTICE_DECIMAL_UNIT != 0)
    practice_refuse (answer, 400, "WHSC-016", "The quantity must be a positive whole number");
  else
    add_wish (wishes, row, quantity / PRACTICE_DECIMAL_UNIT);
}

static GArray *
read_wishes (PracticeWorld *world,
             PracticeOrder *order,
             const PracticeRequest *request,
             PracticeAnswer *answer)
{
  JsonArray *products = bright_json_get_array (request->body, "products");
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));

  if (products == NULL || json_array_get_length (products) == 0)
    practice_refuse (answer, 400, "WHSC-017", "products is required");
  for (guint i = 0; products != NULL && i < json_array_get_length (products); i++)
    read_wish (world, order, json_array_get_element (products, i), wishes, answer);
  return wishes;
}

static gint64
grant_wishes (PracticeWorld *world, PracticeOrder *order, const GArray *wishes)
{
  gint64 granted = 0;

  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);

      granted += practice_order_reserve (world, order, wish->row, wish->quantity);
    }
  return granted;
}

void
practice_post_reservation (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  gint64 warehouse_id = practice_segment_id (request, 5);
  g_autoptr (GArray) wishes = NULL;

  if (order == NULL)
    return;
  if (practice_reference_find_id (world->account, "warehouse-service/warehouse", warehouse_id)
      == NULL)
    practice_refuse (answer, 400, "WHSC-018", "There is no warehouse %s", request->segments[5]);
  else if (order->reservation_warehouse != 0)
    practice_refuse (answer, 400, "WHSC-019", "The order has a reservation already");
  else
    wishes = read_wishes (world, order, request, answer);
  if (practice_is_refused (answer))
    return;
  order->reservation_warehouse = warehouse_id;
  if (grant_wishes (world, order, wishes) > 0)
    practice_respond_done (answer);
  else
    {
      order->reservation_warehouse = 0;
      practice_refuse (answer, 400, "WHSC-022", "No stock could be allocated");
    }
}

static PracticeOrder *
select_reserved (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);

  if (order != NULL && order->reservation_warehouse == 0)
    {
      practice_refuse (answer, 404, "CMNC-404", "No reservation exists for order %s",
                       request->segments[2]);
      return NULL;
    }
  return order;
}

/* Whether at least one unit of what is wanted is there or reserved for the order already. */
static gboolean
is_any_available (PracticeWorld *world, const PracticeOrder *order, const GArray *wishes)
{
  for (guint i = 0; i < wishes->len; i++)
    {
      const PracticeRow *row = g_array_index (wishes, Wish, i).row;
      PracticeProduct *product = practice_table_get (&world->account->products, row->product_id);

      if (row->reserved > 0
          || practice_product_stock (product, order->reservation_warehouse)->on_hand > 0)
        return TRUE;
    }
  return FALSE;
}

void
practice_put_reservation (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  PracticeOrder *order = select_reserved (world, request, answer);
  g_autoptr (GArray) wishes = NULL;
  gint64 warehouse_id;

  if (order == NULL)
    return;
  wishes = read_wishes (world, order, request, answer);
  if (!practice_is_refused (answer) && !is_any_available (world, order, wishes))
    practice_refuse (answer, 400, "WHSC-022", "No stock could be allocated");
  if (practice_is_refused (answer))
    return;
  warehouse_id = order->reservation_warehouse;
  practice_order_release (world, order, NULL, 0);
  order->reservation_warehouse = warehouse_id;
  grant_wishes (world, order, wishes);
  practice_respond_done (answer);
}

JsonObject *
practice_reservation_view (const PracticeOrder *order)
{
  JsonObject *view = json_object_new ();
  JsonObject *rows = json_object_new ();

  json_object_set_int_member (view, "orderId", order->record.id);
  json_object_set_int_member (view, "warehouseId", order->reservation_warehouse);
  for (guint i = 0; i < order->rows->len; i++)
    {
      const PracticeRow *row = order->rows->pdata[i];
      JsonObject *entry;
      char id[24];

      if (row->reserved == 0)
        continue;
      entry = json_object_new ();
      json_object_set_int_member (entry, "productId", row->product_id);
      json_object_set_int_member (entry, "quantity", row->reserved);
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, row->id);
      json_object_set_object_member (rows, id, entry);
    }
  json_object_set_object_member (view, "orderRows", rows);
  return view;
}

void
practice_get_reservation (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  PracticeOrder *order = select_reserved (world, request, answer);
  JsonArray *response;

  if (order == NULL)
    return;
  response = json_array_new ();
  json_array_add_object_element (response, practice_reservation_view (order));
  practice_respond (answer, practice_array_node (response));
}

void
practice_delete_reservation (PracticeWorld *world,
                             const PracticeRequest *request,
                             PracticeAnswer *answer)
{
  PracticeOrder *order = select_reserved (world, request, answer);

  if (order == NULL)
    return;
  practice_order_release (world, order, NULL, 0);
  practice_respond_done (answer);
}
