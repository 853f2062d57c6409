/* Brightpearl's orders: reading sets of them, and the sales order as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"
#include "practice-brightpearl.h"

#define MOST_IDS 200

typedef JsonObject *View (PracticeAccount *account, const PracticeOrder *order);

static JsonObject *
sales_order_for_request (PracticeAccount *account, const PracticeOrder *order)
{
  return practice_sales_order_view (account, order);
}

/* Unknown ids are skipped, and so are orders that are not of @type_id, unless that is 0. */
static JsonArray *
view_orders (PracticeWorld *world,
             const PracticeRequest *request,
             gint64 type_id,
             View *view,
             PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) orders = practice_select (
      world, &world->account->orders, practice_segment (request, 2), MOST_IDS, answer);
  JsonArray *response;

  if (orders == NULL)
    return NULL;
  response = json_array_sized_new (orders->len);
  for (guint i = 0; i < orders->len; i++)
    {
      const PracticeOrder *order = orders->pdata[i];

      if (type_id == 0 || order->type_id == type_id)
        json_array_add_object_element (response, view (world->account, order));
    }
  return response;
}

void
practice_get_sales_orders (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  JsonArray *orders
      = view_orders (world, request, PRACTICE_SALES_ORDER, sales_order_for_request, answer);

  if (orders != NULL)
    practice_respond (answer, practice_array_node (orders));
}

void
practice_get_sales_credits (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer)
{
  JsonArray *orders
      = view_orders (world, request, PRACTICE_SALES_CREDIT, sales_order_for_request, answer);

  if (orders != NULL)
    practice_respond (answer, practice_array_node (orders));
}

/* Adds the codes of the custom fields that have no value. */
static void
add_missing_fields (PracticeAccount *account, JsonObject *view, JsonObject *values)
{
  JsonArray *fields
      = practice_reference_list (account, "order-service/sale/custom-field-meta-data");
  JsonArray *missing = json_array_new ();

  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      const char *code = json_object_get_string_member (
          json_array_get_object_element (fields, i), "code");

      if (!json_object_has_member (values, code))
        json_array_add_string_element (missing, code);
    }
  json_object_set_array_member (view, "nullCustomFields", missing);
}

void
practice_get_orders (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  JsonArray *orders = view_orders (world, request, 0, practice_order_view, answer);

  for (guint i = 0; orders != NULL && i < json_array_get_length (orders); i++)
    {
      JsonObject *view = json_array_get_object_element (orders, i);
      const PracticeOrder *order = practice_table_get (
          &world->account->orders, json_object_get_int_member (view, "id"));

      if (practice_wants (request, "customFields"))
        json_object_set_object_member (view, "customFields",
                                       json_object_ref (order->custom_fields));
      if (practice_wants (request, "nullCustomFields"))
        add_missing_fields (world->account, view, order->custom_fields);
    }
  if (orders != NULL)
    practice_respond (answer, practice_array_node (orders));
}

static void
post_order (PracticeWorld *world,
            gint64 type_id,
            const PracticeRequest *request,
            PracticeAnswer *answer)
{
  PracticeOrder *order = practice_order_read (world, type_id, request->body, answer);
  g_autofree char *key = NULL;
  PracticeOrder *earlier;

  if (order == NULL)
    return;
  key = practice_order_repeat_key (order);
  earlier = key != NULL ? g_hash_table_lookup (world->account->repeat_keys, key) : NULL;
  if (earlier != NULL && !earlier->record.deleted)
    {
      practice_order_free (order);
      answer->unchanged = TRUE;
      practice_respond_id (answer, earlier->record.id);
      return;
    }
  for (guint i = 0; i < order->rows->len; i++)
    ((PracticeRow *) order->rows->pdata[i])->id = 0;
  practice_respond_id (answer, practice_order_add (world, order));
}

void
practice_post_sales_order (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  post_order (world, PRACTICE_SALES_ORDER, request, answer);
}

void
practice_post_sales_credit (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer)
{
  post_order (world, PRACTICE_SALES_CREDIT, request, answer);
}

void
practice_close_sales_order (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);

  if (order == NULL)
    return;
  if (order->closed_on != 0)
    {
      practice_refuse (answer, 400, "ORDC-130", "The order is invoiced already");
      return;
    }
  order->closed_on = practice_now (world);
  order->status_id = 4;
  order->invoice_reference
      = g_strdup_printf ("SI-%" G_GINT64_FORMAT, world->account->next_invoice++);
  practice_order_touch (world, order);
  practice_respond_done (answer);
}
