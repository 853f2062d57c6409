/* Changing, creating and archiving orders, as the API of the practice store does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define AT(member) G_STRUCT_OFFSET (PracticeStoreOrder, member)

#define MAXIMUM_NOTE_BYTES 65535

static const struct
{
  const char *name;
  gsize offset;
} writable_texts[] = {
  { "staff_notes", AT (staff_notes) },
  { "customer_message", AT (customer_message) },
  { "external_order_id", AT (external_order_id) },
  { "external_source", AT (external_source) },
  { "external_merchant_id", AT (external_merchant_id) },
  { "payment_method", AT (payment_method) },
  { "payment_provider_id", AT (payment_provider_id) },
};

static const char *const read_only[] = {
  "id",
  "status",
  "custom_status",
  "date_modified",
  "date_shipped",
  "cart_id",
  "payment_status",
  "total_tax",
  "subtotal_tax",
  "shipping_cost_tax",
  "shipping_cost_tax_class_id",
  "handling_cost_tax",
  "handling_cost_tax_class_id",
  "wrapping_cost_tax",
  "wrapping_cost_tax_class_id",
  "store_credit_amount",
  "gift_certificate_amount",
  "coupon_discount",
  "refunded_amount",
  "currency_id",
  "currency_code",
  "currency_exchange_rate",
  "default_currency_id",
  "default_currency_code",
  "shipping_address_count",
  "is_email_opt_in",
  "order_source",
  "external_id",
  "items_total",
  "items_shipped",
};

/* The real thing takes these; here nobody needs them, and a client that sends them is mistaken. */
static const char *const not_played[] = {
  "products",
  "consignments",
  "shipping_addresses",
  "fees",
  "discount_amount",
  "date_created",
  "channel_id",
  "subtotal_ex_tax",
  "subtotal_inc_tax",
  "total_ex_tax",
  "total_inc_tax",
  "base_shipping_cost",
  "shipping_cost_ex_tax",
  "shipping_cost_inc_tax",
  "base_handling_cost",
  "handling_cost_ex_tax",
  "handling_cost_inc_tax",
  "base_wrapping_cost",
  "wrapping_cost_ex_tax",
  "wrapping_cost_inc_tax",
};

static gboolean
is_among (const char *name, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
status_is_known (JsonNode *node)
{
  gint64 status;

  return bright_json_read_integer (node, &status) && status >= 0 && status <= 14;
}

static gboolean
may_write (PracticeCall *call, const char *name, JsonNode *value)
{
  const char *text = bright_json_get_string (value, NULL);

  if (is_among (name, read_only, G_N_ELEMENTS (read_only)))
    practice_call_fail_format (
        call, 400,
        "The field '%s' cannot be written to. Please remove it from your request before trying "
        "again.",
        name);
  else if (is_among (name, not_played, G_N_ELEMENTS (not_played)))
    practice_call_fail_format (call, 400, "The practice store does not change '%s'.", name);
  else if (strcmp (name, "status_id") == 0 && !status_is_known (value))
    practice_call_fail (call, 400, "The field 'status_id' is invalid.");
  else if (strcmp (name, "external_merchant_id") == 0 && call->order->external_merchant_id != NULL)
    practice_call_fail (call, 400, "The field 'external_merchant_id' was set already.");
  else if (text != NULL && strlen (text) > MAXIMUM_NOTE_BYTES)
    practice_call_fail_format (call, 400, "The field '%s' is too long.", name);
  else
    return TRUE;
  return FALSE;
}

static void
write_member (PracticeCall *call, const char *name, JsonNode *value)
{
  PracticeStoreOrder *order = call->order;

  for (guint i = 0; i < G_N_ELEMENTS (writable_texts); i++)
    if (strcmp (writable_texts[i].name, name) == 0)
      {
        g_autofree char *text = bright_json_read_text (value);

        practice_store_replace_text (
            (char **)(gpointer)((guint8 *)order + writable_texts[i].offset), text);
      }
  if (strcmp (name, "status_id") == 0)
    order->status_id = bright_json_get_integer (value, NULL, order->status_id);
  else if (strcmp (name, "customer_id") == 0)
    order->customer_id = bright_json_get_integer (value, NULL, order->customer_id);
  else if (strcmp (name, "is_deleted") == 0)
    order->is_deleted = JSON_NODE_HOLDS_VALUE (value) && json_node_get_boolean (value);
  else if (strcmp (name, "billing_address") == 0)
    practice_store_address_read (&order->billing, value);
}

static void
put_order (PracticeCall *call)
{
  JsonObject *body = bright_json_get_object (call->request->body, NULL);
  g_autoptr (GList) names = NULL;

  if (body == NULL)
    {
      practice_call_fail (call, 400, "The request body is no JSON object.");
      return;
    }
  names = json_object_get_members (body);
  for (GList *name = names; name != NULL; name = name->next)
    if (!may_write (call, name->data, json_object_get_member (body, name->data)))
      return;
  for (GList *name = names; name != NULL; name = name->next)
    write_member (call, name->data, json_object_get_member (body, name->data));
  practice_store_order_changed (call->store, call->order);
  practice_call_answer_object (
      call, 200, practice_store_render_order (call->order, practice_call_rendering (call)));
}

/* A pair of prices as they were sent; %FALSE if one is missing. */
static gboolean
read_pair (JsonNode *node, const char *without_tax, const char *with_tax, PracticeCost *cost)
{
  cost->without_tax = practice_store_read_money (node, without_tax, -1);
  cost->with_tax = practice_store_read_money (node, with_tax, -1);
  if (cost->without_tax < 0 || cost->with_tax < 0)
    return FALSE;
  cost->overridden = TRUE;
  cost->base = cost->without_tax;
  if (cost->without_tax > 0)
    cost->rate = (cost->with_tax - cost->without_tax) * 10000 / cost->without_tax;
  return TRUE;
}

static gboolean
read_product (PracticeCall *call, PracticeStoreOrder *order, JsonNode *node, gint64 address_id)
{
  gint64 product_id = bright_json_get_integer (node, "product_id", 0);
  gint64 variant_id = bright_json_get_integer (node, "variant_id", 0);
  gint64 quantity = bright_json_get_integer (node, "quantity", 0);
  const char *name = bright_json_get_string (node, "name");
  const char *sku = bright_json_get_string (node, "sku");
  PracticeVariant *variant = variant_id != 0
                                 ? practice_store_find_variant (call->store, variant_id)
                                 : practice_store_find_product (call->store, product_id, NULL);
  PracticeLine *line;

  if (quantity <= 0 || (variant == NULL && (product_id != 0 || name == NULL)))
    {
      practice_call_fail (call, 400, "The field 'products' is invalid.");
      return FALSE;
    }
  if (variant != NULL && strcmp (variant->tracking, "none") != 0 && variant->level < quantity)
    {
      practice_call_fail (call, 409, "A product is out of stock.");
      return FALSE;
    }
  line = practice_store_order_add_line (order,
                                        practice_store_next_id (call->store, PRACTICE_ID_LINE));
  line->address_id = address_id;
  line->product_id = variant != NULL ? variant->product_id : 0;
  line->variant_id = variant != NULL ? variant->id : 0;
  line->sku = g_strdup (variant != NULL ? variant->sku : sku);
  line->name = g_strdup (name != NULL ? name : variant->name);
  line->quantity = quantity;
  if (read_pair (node, "price_ex_tax", "price_inc_tax", &line->unit))
    return TRUE;
  line->unit.base = variant != NULL ? variant->price : 0;
  line->unit.rate = variant != NULL ? variant->rate : 0;
  return TRUE;
}

static gboolean
read_products (PracticeCall *call, PracticeStoreOrder *order, JsonNode *body)
{
  JsonArray *products = bright_json_get_array (body, "products");
  JsonArray *addresses = bright_json_get_array (body, "shipping_addresses");
  PracticeConsignment *consignment = practice_store_order_add_consignment (
      order, practice_store_next_id (call->store, PRACTICE_ID_ADDRESS),
      PRACTICE_CONSIGNMENT_SHIPPING);
  guint n_products = products != NULL ? json_array_get_length (products) : 0;

  if (n_products == 0)
    {
      practice_call_fail (call, 400, "The required field 'products' was not supplied.");
      return FALSE;
    }
  practice_store_address_copy (&consignment->address, &order->billing);
  if (addresses != NULL && json_array_get_length (addresses) > 0)
    practice_store_address_read (&consignment->address, json_array_get_element (addresses, 0));
  consignment->shipping_method = "None";
  read_pair (body, "shipping_cost_ex_tax", "shipping_cost_inc_tax", &consignment->shipping);
  if (!consignment->shipping.overridden)
    memset (&consignment->shipping, 0, sizeof consignment->shipping);
  for (guint i = 0; i < n_products; i++)
    if (!read_product (call, order, json_array_get_element (products, i), consignment->id))
      return FALSE;
  return TRUE;
}

static void
read_discount (PracticeStoreOrder *order, JsonNode *body)
{
  BrightMoney left = practice_store_read_money (body, "discount_amount", 0);

  practice_store_order_settle (order);
  for (guint i = 0; i < order->lines->len && left > 0; i++)
    {
      PracticeLine *line = g_ptr_array_index (order->lines, i);
      BrightMoney part = MIN (left, line->full.base);

      practice_store_line_add_discount (line, "manual-discount", "Manual Discount", NULL, "order",
                                        part);
      left -= part;
    }
  practice_store_order_settle (order);
}

static void
post_order (PracticeCall *call)
{
  JsonNode *body = call->request->body;
  JsonNode *status = bright_json_get (body, "status_id");
  JsonNode *billing = bright_json_get (body, "billing_address");
  PracticeStoreOrder *order = practice_store_order_new ();
  g_autoptr (GPtrArray) keeper
      = g_ptr_array_new_with_free_func ((GDestroyNotify)practice_store_order_free);

  g_ptr_array_add (keeper, order);
  if (billing == NULL || (status != NULL && !status_is_known (status)))
    {
      practice_call_fail (call, 400, "The field 'billing_address' or 'status_id' is invalid.");
      return;
    }
  order->kind = "api";
  order->order_source = "external";
  order->payment_method = g_strdup ("Manual");
  order->payment_status = g_strdup ("");
  order->status_id = 1;
  practice_store_address_read (&order->billing, billing);
  if (!read_products (call, order, body))
    return;
  order->id = practice_store_next_id (call->store, PRACTICE_ID_ORDER);
  for (guint i = 0; i < order->consignments->len; i++)
    ((PracticeConsignment *)g_ptr_array_index (order->consignments, i))->order_id = order->id;
  call->order = order;
  for (guint i = 0; i < G_N_ELEMENTS (writable_texts); i++)
    if (bright_json_get (body, writable_texts[i].name) != NULL)
      write_member (call, writable_texts[i].name, bright_json_get (body, writable_texts[i].name));
  order->status_id = bright_json_get_integer (body, "status_id", 1);
  order->customer_id = bright_json_get_integer (body, "customer_id", 0);
  order->date_created = practice_now (call->world);
  order->date_modified = order->date_created;
  read_discount (order, body);
  practice_store_take_stock (call->store, order);
  g_ptr_array_add (call->store->orders, g_ptr_array_steal_index (keeper, 0));
  practice_call_answer_object (call, 201,
                               practice_store_render_order (order, practice_call_rendering (call)));
}

static void
delete_order (PracticeCall *call)
{
  call->order->is_deleted = TRUE;
  call->order->date_modified = practice_now (call->world);
  practice_call_answer_nothing (call);
}

const PracticeRoute practice_bigcommerce_order_write_routes[] = {
  { "PUT", "v2/orders/{order}", put_order },
  { "POST", "v2/orders", post_order },
  { "DELETE", "v2/orders/{order}", delete_order },
  { NULL, NULL, NULL },
};
