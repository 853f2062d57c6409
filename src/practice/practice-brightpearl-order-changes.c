/* Brightpearl's changes of an order's head: its status, and single members.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"
#include "practice-brightpearl-order-members.h"

#define LONGEST_REFERENCE 64

/* An authorization that was voided holds nothing up. */
static gboolean
has_money (const PracticeOrder *order)
{
  PracticeDecimal money = 0;

  for (guint i = 0; i < order->payments->len; i++)
    {
      const PracticePayment *payment = order->payments->pdata[i];

      if (payment->paid != 0)
        return TRUE;
      money += strcmp (payment->type, "VOID") == 0 ? -payment->authorized : payment->authorized;
    }
  return money != 0;
}

static const char *
status_name (const PracticeAccount *account, gint64 status_id)
{
  JsonObject *status
      = practice_reference_find_id (account, "order-service/order-status", status_id);

  return json_object_get_string_member (status, "name");
}

void
practice_order_set_status (PracticeWorld *world,
                           PracticeOrder *order,
                           gint64 status_id,
                           PracticeAnswer *answer)
{
  g_autofree char *text = NULL;

  if (!practice_status_is_usable (world->account, order->type_id, status_id))
    {
      practice_refuse (answer, 400, "ORDC-105", "Status %" G_GINT64_FORMAT " cannot be used here",
                       status_id);
      return;
    }
  if (status_id == PRACTICE_CANCELLED_STATUS)
    {
      if (order->goods_out_notes->len > 0 || has_money (order))
        {
          practice_refuse (answer, 400, "ORDC-140",
                           "An order with payments or goods-out notes cannot be cancelled");
          return;
        }
      practice_order_release (world, order, NULL, 0);
    }
  text = g_strdup_printf ("Order status changed from %s to %s",
                          status_name (world->account, order->status_id),
                          status_name (world->account, status_id));
  order->status_id = status_id;
  practice_order_add_note (world, order, text, FALSE);
  practice_order_touch (world, order);
}

void
practice_put_order_status (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  JsonNode *note = bright_json_get (request->body, "orderNote");
  const char *text = bright_json_get_string (note, "text");
  JsonNode *is_public = bright_json_get (note, "isPublic");

  if (order == NULL)
    return;
  if (note != NULL && text == NULL)
    practice_refuse (answer, 400, "ORDC-141", "A note needs a text");
  else
    practice_order_set_status (world, order,
                               bright_json_get_integer (request->body, "orderStatusId", 0), answer);
  if (practice_is_refused (answer))
    return;
  if (text != NULL)
    practice_order_add_note (world, order, text,
                             is_public != NULL && JSON_NODE_HOLDS_VALUE (is_public)
                                 && json_node_get_boolean (is_public));
  practice_respond_done (answer);
}

static void
change_reference (PracticeWorld *world,
                  PracticeOrder *order,
                  JsonNode *value,
                  PracticeAnswer *answer)
{
  g_autofree char *text = value != NULL ? bright_json_read_text (value) : NULL;

  if (text != NULL && g_utf8_strlen (text, -1) > LONGEST_REFERENCE)
    practice_refuse (answer, 400, "ORDC-142", "A reference has at most 64 characters");
  else
    {
      g_free (order->reference);
      order->reference = g_steal_pointer (&text);
    }
}

static void
change_warehouse (PracticeWorld *world,
                  PracticeOrder *order,
                  JsonNode *value,
                  PracticeAnswer *answer)
{
  gint64 id = bright_json_get_integer (value, NULL, 0);

  if (order->reservation_warehouse != 0 || order->goods_out_notes->len > 0)
    practice_refuse (answer, 400, "ORDC-143", "The order has allocated stock");
  else if (practice_reference_find_id (world->account, "warehouse-service/warehouse", id) == NULL)
    practice_refuse (answer, 400, "ORDC-144", "There is no such warehouse");
  else
    order->warehouse_id = id;
}

static void
change_shipping_method (PracticeWorld *world,
                        PracticeOrder *order,
                        JsonNode *value,
                        PracticeAnswer *answer)
{
  gint64 id = bright_json_get_integer (value, NULL, 0);

  if (value != NULL
      && practice_reference_find_id (world->account, "warehouse-service/shipping-method", id)
             == NULL)
    practice_refuse (answer, 400, "ORDC-145", "There is no such shipping method");
  else
    order->shipping_method_id = id;
}

static void
change_delivery_date (PracticeWorld *world,
                      PracticeOrder *order,
                      JsonNode *value,
                      PracticeAnswer *answer)
{
  const char *text = bright_json_get_string (value, NULL);

  if (text == NULL || !practice_time_read (text, NULL, &order->delivery_date))
    practice_refuse (answer, 400, "ORDC-146", "The delivery date is no date");
}

static void
change_contact (PracticeWorld *world,
                PracticeOrder *order,
                gint64 *contact_id,
                JsonNode *value,
                PracticeAnswer *answer)
{
  gint64 id = bright_json_get_integer (value, NULL, 0);

  if (order->closed_on != 0)
    practice_refuse (answer, 400, "ORDC-147", "The order is invoiced");
  else if (practice_table_get (&world->account->contacts, id) == NULL)
    practice_refuse (answer, 400, "ORDC-103", "There is no such contact");
  else
    *contact_id = id;
}

static void
change_customer (PracticeWorld *world,
                 PracticeOrder *order,
                 JsonNode *value,
                 PracticeAnswer *answer)
{
  change_contact (world, order, &order->customer_id, value, answer);
}

static void
change_billing (PracticeWorld *world, PracticeOrder *order, JsonNode *value, PracticeAnswer *answer)
{
  change_contact (world, order, &order->billing_contact_id, value, answer);
}

/* The members that PATCH knows; value is NULL for "remove". */
static const struct
{
  const char *path;
  gboolean may_be_removed;
  void (*change) (PracticeWorld *world,
                  PracticeOrder *order,
                  JsonNode *value,
                  PracticeAnswer *answer);
} changes[] = {
  { "/reference", TRUE, change_reference },
  { "/warehouseId", FALSE, change_warehouse },
  { "/delivery/shippingMethodId", TRUE, change_shipping_method },
  { "/delivery/deliveryDate", FALSE, change_delivery_date },
  { "/parties/customer/contactId", FALSE, change_customer },
  { "/parties/billing/contactId", FALSE, change_billing },
};

static void
apply_change (PracticeWorld *world, PracticeOrder *order, JsonNode *node, PracticeAnswer *answer)
{
  const char *operation = bright_json_get_string (node, "op");
  const char *path = bright_json_get_string (node, "path");
  JsonNode *value = bright_json_get_object (node, NULL) != NULL
                        ? json_object_get_member (json_node_get_object (node), "value")
                        : NULL;
  gboolean removes = g_strcmp0 (operation, "remove") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      if (g_strcmp0 (path, changes[i].path) != 0)
        continue;
      if ((removes && changes[i].may_be_removed)
          || (g_strcmp0 (operation, "replace") == 0 && value != NULL))
        changes[i].change (world, order, removes ? NULL : value, answer);
      else
        break;
      return;
    }
  practice_refuse (answer, 500, "CMNC-044", "Invalid patch operation (%s) for given path",
                   operation != NULL ? operation : "none");
}

void
practice_patch_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  JsonArray *operations = bright_json_get_array (request->body, NULL);

  if (order == NULL)
    return;
  if (operations == NULL)
    practice_refuse (answer, 400, "CMNC-011", "A list of patch operations is required");
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (operations); i++)
    apply_change (world, order, json_array_get_element (operations, i), answer);
  if (practice_is_refused (answer))
    return;
  practice_order_touch (world, order);
  practice_respond (answer, practice_object_node (practice_order_view (world->account, order)));
}
