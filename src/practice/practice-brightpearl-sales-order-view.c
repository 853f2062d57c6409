/* How Brightpearl's sales-order resource shows an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-order-members.h"

/* (transfer none): the object that holds the last part of @path, made if missing; *name is that
 * part. */
static JsonObject *
holder_of (JsonObject *root, const char *path, const char **name)
{
  const char *slash = strchr (path, '/');
  g_autofree char *first = NULL;

  *name = path;
  if (slash == NULL)
    return root;
  *name = slash + 1;
  first = g_strndup (path, (gsize) (slash - path));
  if (!json_object_has_member (root, first))
    json_object_set_object_member (root, first, json_object_new ());
  return json_object_get_object_member (root, first);
}

static void
write_member (PracticeAccount *account,
              JsonObject *root,
              const PracticeOrder *order,
              const PracticeOrderMember *member)
{
  gpointer value = practice_order_member (order, member);
  g_autofree char *rate = NULL;
  const char *name;
  JsonObject *object = holder_of (root, member->path, &name);

  switch (member->kind)
    {
    case PRACTICE_MEMBER_TEXT:
      practice_set_text (object, name, *(char **) value);
      break;
    case PRACTICE_MEMBER_ID:
      practice_set_id (object, name, *(gint64 *)value);
      break;
    case PRACTICE_MEMBER_TIME:
      practice_set_time (object, name, *(gint64 *)value, account->zone);
      break;
    case PRACTICE_MEMBER_BOOLEAN:
      json_object_set_boolean_member (object, name, *(gboolean *) value);
      break;
    case PRACTICE_MEMBER_RATE:
      rate = practice_decimal_text (*(gint64 *)value, PRACTICE_RATE_SCALE, PRACTICE_RATE_SCALE);
      json_object_set_string_member (object, name, rate);
      break;
    default:
      g_assert_not_reached ();
    }
}

static JsonObject *
row_view (const PracticeRow *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", row->id);
  json_object_set_int_member (object, "productId", row->product_id);
  practice_set_text (object, "sku", row->sku);
  practice_set_text (object, "name", row->name);
  practice_set_decimal (object, "quantity", row->quantity, 4);
  practice_set_text (object, "taxCode", row->tax_code);
  practice_set_decimal (object, "net", row->net, 4);
  practice_set_decimal (object, "tax", row->tax, 2);
  practice_set_text (object, "nominalCode", row->nominal_code);
  practice_set_text (object, "externalRef", row->external_reference);
  practice_set_decimal (object, "productPrice",
                        practice_decimal_scale (row->net, PRACTICE_DECIMAL_UNIT, row->quantity), 4);
  json_object_set_string_member (object, "discountPercentage", "0.00");
  json_object_set_int_member (object, "sequence", row->sequence);
  json_object_set_boolean_member (object, "bundleParent", row->bundle_parent);
  json_object_set_boolean_member (object, "bundleChild", row->parent != NULL);
  practice_set_id (object, "parentRowId", row->parent != NULL ? row->parent->id : 0);
  json_object_set_string_member (object, "taxCalculator", "brightpearl");
  return object;
}

static JsonObject *
total_view (const PracticeOrder *order)
{
  JsonObject *total = json_object_new ();
  PracticeDecimal net;
  PracticeDecimal tax;
  PracticeDecimal base_net;
  PracticeDecimal base_tax;

  practice_order_total (order, &net, &tax);
  base_net = practice_decimal_scale (net, PRACTICE_RATE_UNIT, order->exchange_rate);
  base_tax = practice_decimal_scale (tax, PRACTICE_RATE_UNIT, order->exchange_rate);
  practice_set_decimal (total, "net", net, 2);
  practice_set_decimal (total, "tax", tax, 2);
  practice_set_decimal (total, "gross", net + tax, 2);
  practice_set_decimal (total, "baseNet", base_net, 2);
  practice_set_decimal (total, "baseTax", base_tax, 2);
  practice_set_decimal (total, "baseGross", base_net + base_tax, 2);
  return total;
}

static void
add_addresses (JsonObject *root, const PracticeOrder *order)
{
  static const char *const parties[PRACTICE_N_ADDRESSES] = { "customer", "billing", "delivery" };

  for (guint i = 0; i < PRACTICE_N_ADDRESSES; i++)
    {
      JsonObject *party;

      if (!json_object_has_member (root, parties[i]))
        json_object_set_object_member (root, parties[i], json_object_new ());
      party = json_object_get_object_member (root, parties[i]);
      json_object_set_object_member (party, "address", json_object_ref (order->addresses[i]));
    }
}

static void
add_state (PracticeAccount *account, JsonObject *root, const PracticeOrder *order)
{
  PracticeOrderCodes codes = practice_order_codes (account, order);

  practice_set_text (root, "orderPaymentStatus", codes.payment);
  practice_set_text (root, "allocationStatusCode", codes.allocation);
  practice_set_text (root, "shippingStatusCode", codes.shipping);
  practice_set_text (root, "stockStatusCode", codes.stock);
  json_object_set_boolean_member (root, "isCanceled",
                                  order->status_id == PRACTICE_CANCELLED_STATUS);
  if (order->invoice_reference != NULL)
    {
      JsonObject *invoice = json_object_new ();

      practice_set_text (invoice, "invoiceReference", order->invoice_reference);
      practice_set_time (invoice, "taxDate", order->tax_date, account->zone);
      json_object_set_object_member (root, "invoice", invoice);
    }
}

JsonObject *
practice_sales_order_view (PracticeAccount *account, const PracticeOrder *order)
{
  JsonObject *root = json_object_new ();
  JsonArray *rows = json_array_sized_new (order->rows->len);

  json_object_set_int_member (root, "id", order->record.id);
  for (const PracticeOrderMember *member = practice_order_members; member->path != NULL; member++)
    write_member (account, root, order, member);
  add_addresses (root, order);
  practice_set_time (root, "createdOn", order->record.created_on, account->zone);
  json_object_set_int_member (root, "createdBy", order->created_by);
  practice_set_time (root, "updatedOn", order->record.updated_on, account->zone);
  practice_set_time (root, "closedOn", order->closed_on, account->zone);
  json_object_set_int_member (root, "version", order->version);
  json_object_set_object_member (root, "total", total_view (order));
  add_state (account, root, order);
  for (guint i = 0; i < order->rows->len; i++)
    json_array_add_object_element (rows, row_view (order->rows->pdata[i]));
  json_object_set_array_member (root, "rows", rows);
  return root;
}
