/* Reads a sales order or sales credit as it is sent to Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All mistakes are reported at once, and nothing is kept of an order that has
 * any.
 */
#include "practice-brightpearl-order-members.h"

#define ENTRY(path, kind, field, ...)                                                              \
  {                                                                                                \
    path, PRACTICE_MEMBER_##kind, G_STRUCT_OFFSET (PracticeOrder, field), __VA_ARGS__              \
  }
#define LONGEST_REFERENCE 64

const PracticeOrderMember practice_order_members[] = {
  ENTRY ("customer/id", ID, customer_id, NULL),
  ENTRY ("ref", TEXT, reference, NULL, FALSE, LONGEST_REFERENCE),
  ENTRY ("externalRef", TEXT, external_reference, NULL),
  ENTRY ("installedIntegrationInstanceId", ID, instance_id, NULL),
  ENTRY ("parentId", ID, parent_id, NULL),
  ENTRY ("placedOn", TIME, placed_on, NULL),
  ENTRY ("taxDate", TIME, tax_date, NULL),
  ENTRY ("statusId", ID, status_id, "order-service/order-status", TRUE),
  ENTRY ("warehouseId", ID, warehouse_id, "warehouse-service/warehouse", TRUE),
  ENTRY ("channelId", ID, channel_id, "product-service/channel"),
  ENTRY ("staffOwnerId", ID, staff_owner_id, NULL),
  ENTRY ("projectId", ID, project_id, "contact-service/project"),
  ENTRY ("leadSourceId", ID, lead_source_id, "contact-service/lead-source"),
  ENTRY ("teamId", ID, team_id, "contact-service/contact-group"),
  ENTRY ("priceListId", ID, price_list_id, "product-service/price-list"),
  ENTRY ("priceModeCode", TEXT, price_mode, NULL),
  ENTRY ("currency/code", TEXT, currency_code, "accounting-service/currency"),
  ENTRY ("currency/fixedExchangeRate", BOOLEAN, fixed_rate, NULL),
  ENTRY ("currency/exchangeRate", RATE, exchange_rate, NULL),
  ENTRY ("delivery/date", TIME, delivery_date, NULL),
  ENTRY ("delivery/shippingMethodId", ID, shipping_method_id, "warehouse-service/shipping-method",
         TRUE),
  ENTRY ("billing/contactId", ID, billing_contact_id, NULL),
  { NULL },
};

gboolean
practice_status_is_usable (const PracticeAccount *account, gint64 type_id, gint64 status_id)
{
  JsonObject *status
      = practice_reference_find_id (account, "order-service/order-status", status_id);
  const char *type = type_id == PRACTICE_SALES_CREDIT ? "SC" : "SO";

  return status != NULL && !json_object_get_boolean_member (status, "disabled")
         && strcmp (json_object_get_string_member (status, "orderTypeCode"), type) == 0;
}

/* Puts @node's value where @member stands; FALSE if it is of the wrong kind. */
static gboolean
store_value (PracticeOrder *order, const PracticeOrderMember *member, JsonNode *node)
{
  gpointer target = practice_order_member (order, member);
  char **text = target;

  switch (member->kind)
    {
    case PRACTICE_MEMBER_TEXT:
      *text = bright_json_read_text (node);
      return *text != NULL
             && (member->longest == 0 || g_utf8_strlen (*text, -1) <= member->longest);
    case PRACTICE_MEMBER_ID:
      return bright_json_read_integer (node, target) && *(gint64 *)target >= 0;
    case PRACTICE_MEMBER_TIME:
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             && practice_time_read (json_node_get_string (node), NULL, target);
    case PRACTICE_MEMBER_BOOLEAN:
      *(gboolean *) target = JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case PRACTICE_MEMBER_RATE:
      return practice_decimal_read (node, PRACTICE_RATE_SCALE, target) && *(gint64 *)target > 0;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_listed (const PracticeAccount *account,
           const PracticeOrder *order,
           const PracticeOrderMember *member)
{
  gpointer target = practice_order_member (order, member);
  gint64 id;

  if (member->list == NULL)
    return TRUE;
  if (member->kind == PRACTICE_MEMBER_TEXT)
    return practice_reference_find (account, member->list, *(char **) target) != NULL;
  id = *(gint64 *)target;
  return (id == 0 && !member->zero_is_refused)
         || practice_reference_find_id (account, member->list, id) != NULL;
}

static void
read_member (PracticeAccount *account,
             PracticeOrder *order,
             const PracticeOrderMember *member,
             JsonNode *body,
             PracticeAnswer *answer)
{
  JsonNode *node = bright_json_get (body, member->path);

  if (node == NULL && strcmp (member->path, "customer/id") == 0)
    node = bright_json_get (body, "customerId");
  if (node == NULL)
    return;
  if (!store_value (order, member, node))
    practice_refuse (answer, 400, "ORDC-101", "%s is not valid", member->path);
  else if (!is_listed (account, order, member))
    practice_refuse (answer, 400, "ORDC-102", "%s names nothing that exists", member->path);
}

static void
check_head (PracticeAccount *account, PracticeOrder *order, PracticeAnswer *answer)
{
  if (order->customer_id == 0)
    practice_refuse (answer, 400, "ORDC-021", "A customer is required");
  else if (practice_table_get (&account->contacts, order->customer_id) == NULL)
    practice_refuse (answer, 400, "ORDC-103", "There is no contact %" G_GINT64_FORMAT,
                     order->customer_id);
  if (order->billing_contact_id != 0
      && practice_table_get (&account->contacts, order->billing_contact_id) == NULL)
    practice_refuse (answer, 400, "ORDC-104", "There is no billing contact %" G_GINT64_FORMAT,
                     order->billing_contact_id);
  if (order->status_id != 0 && !practice_is_refused (answer)
      && !practice_status_is_usable (account, order->type_id, order->status_id))
    practice_refuse (answer, 400, "ORDC-105", "Status %" G_GINT64_FORMAT " cannot be used here",
                     order->status_id);
  if (order->price_mode != NULL && strcmp (order->price_mode, "INC") != 0
      && strcmp (order->price_mode, "EXC") != 0)
    practice_refuse (answer, 400, "ORDC-106", "priceModeCode must be INC or EXC");
  if (order->parent_id != 0 && practice_table_get (&account->orders, order->parent_id) == NULL)
    practice_refuse (answer, 400, "ORDC-107", "There is no order %" G_GINT64_FORMAT,
                     order->parent_id);
}

static void
fill_currency (PracticeAccount *account, PracticeOrder *order)
{
  JsonObject *currency;

  if (order->currency_code == NULL)
    order->currency_code = g_strdup ("GBP");
  currency
      = practice_reference_find (account, "accounting-service/currency", order->currency_code);
  if (order->exchange_rate == 0 && currency != NULL)
    practice_decimal_read (json_object_get_member (currency, "exchangeRate"), PRACTICE_RATE_SCALE,
                           &order->exchange_rate);
}

static void
fill_defaults (PracticeWorld *world, PracticeOrder *order)
{
  gint64 now = practice_now (world);

  if (order->status_id == 0)
    order->status_id = order->type_id == PRACTICE_SALES_CREDIT ? 10 : 2;
  if (order->placed_on == 0)
    order->placed_on = now;
  if (order->tax_date == 0)
    order->tax_date = now;
  if (order->warehouse_id == 0)
    order->warehouse_id = 2;
  if (order->price_list_id == 0)
    order->price_list_id = 2;
  if (order->price_mode == NULL)
    order->price_mode = g_strdup (order->price_list_id == 2 ? "INC" : "EXC");
  if (order->billing_contact_id == 0)
    order->billing_contact_id = order->customer_id;
  order->created_by = PRACTICE_OWNER_ID;
}

static void
read_addresses (PracticeWorld *world,
                PracticeOrder *order,
                JsonNode *body,
                PracticeAnswer *answer)
{
  static const char *const paths[PRACTICE_N_ADDRESSES]
      = { "customer/address", "billing/address", "delivery/address" };

  for (guint i = 0; i < PRACTICE_N_ADDRESSES; i++)
    {
      JsonNode *node = bright_json_get (body, paths[i]);
      gint64 contact_id
          = i == PRACTICE_ADDRESS_BILLING && order->billing_contact_id != 0
                ? order->billing_contact_id
                : order->customer_id;

      order->addresses[i]
          = node != NULL ? practice_address_read (node, answer)
                         : practice_contact_default_address (world, contact_id, i, answer);
    }
}

static void
read_rows (PracticeWorld *world, PracticeOrder *order, JsonNode *body, PracticeAnswer *answer)
{
  JsonArray *rows = bright_json_get_array (body, "rows");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      PracticeRow *row = practice_row_read (world, json_array_get_element (rows, i), answer);

      if (row != NULL)
        practice_order_take_row (world, order, row);
    }
}

PracticeOrder *
practice_order_read (PracticeWorld *world,
                     gint64 type_id,
                     JsonNode *body,
                     PracticeAnswer *answer)
{
  PracticeOrder *order = practice_order_new ();

  order->type_id = type_id;
  for (const PracticeOrderMember *member = practice_order_members; member->path != NULL; member++)
    read_member (world->account, order, member, body, answer);
  check_head (world->account, order, answer);
  read_addresses (world, order, body, answer);
  read_rows (world, order, body, answer);
  fill_currency (world->account, order);
  fill_defaults (world, order);
  if (!practice_is_refused (answer))
    return order;
  practice_order_free (order);
  return NULL;
}
