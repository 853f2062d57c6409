/* What tests and the demo do to the practice Brightpearl account: what staff would do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-contacts.h"
#include "practice-brightpearl-goods-out.h"
#include "practice-account-control.h"

static void
answer_id (PracticeAnswer *answer, gint64 id)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", id);
  answer->status = 200;
  answer->body = practice_object_node (object);
}

/* The record at the second segment; NULL after a refusal. */
static gpointer
select_record (const PracticeTable *table, const PracticeRequest *request, PracticeAnswer *answer)
{
  gpointer record = practice_table_get (table, practice_segment_id (request, 1));

  if (record == NULL)
    practice_refuse (answer, 404, "CMNC-404", "There is no such record");
  return record;
}

static void
set_product_texts (PracticeProduct *product, JsonNode *body)
{
  const struct
  {
    const char *name;
    char **text;
  } texts[] = {
    { "sku", &product->sku },   { "name", &product->name }, { "barcode", &product->barcode },
    { "ean", &product->ean },   { "upc", &product->upc },   { "isbn", &product->isbn },
    { "mpn", &product->mpn },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = bright_json_get_string (body, texts[i].name);

      if (text == NULL)
        continue;
      g_free (*texts[i].text);
      *texts[i].text = g_strdup (text);
    }
}

static void
set_on_hand (PracticeWorld *world, PracticeProduct *product, JsonNode *body)
{
  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("onHand/%" G_GINT64_FORMAT, product->stock[i].warehouse_id);
      gint64 on_hand = bright_json_get_integer (body, path, -1);

      if (on_hand >= 0)
        practice_product_set_on_hand (world, product, product->stock[i].warehouse_id, on_hand);
    }
}

static gboolean
get_flag (JsonNode *body, const char *name, gboolean fallback)
{
  JsonNode *node = bright_json_get (body, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_boolean (node) : fallback;
}

static void
post_product (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  const char *sku = bright_json_get_string (request->body, "sku");
  const char *name = bright_json_get_string (request->body, "name");
  gint64 id = practice_account_add_product (world, sku != NULL ? sku : "",
                                            name != NULL ? name : "Product",
                                            get_flag (request->body, "stockTracked", TRUE), 0, 0);
  PracticeProduct *product = practice_table_get (&world->account->products, id);

  set_product_texts (product, request->body);
  set_on_hand (world, product, request->body);
  /* What staff add now is new, unlike what the account began with. */
  product->record.created_on = practice_now (world);
  product->record.updated_on = product->record.created_on;
  product->record.seen_updated_on = product->record.created_on;
  answer_id (answer, id);
}

static void
change_product (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeProduct *product = select_record (&world->account->products, request, answer);
  JsonObject *body = bright_json_get_object (request->body, NULL);

  if (product == NULL)
    return;
  set_product_texts (product, request->body);
  set_on_hand (world, product, request->body);
  /* Stock is no part of the product. */
  if (body != NULL && json_object_get_size (body) > (guint) json_object_has_member (body, "onHand"))
    practice_record_touch (world, product);
  answer_id (answer, product->record.id);
}

static void
set_contact_texts (PracticeContact *contact, JsonNode *body)
{
  static const char *const names[] = { "firstName", "lastName", "salutation" };
  static const char *const emails[PRACTICE_N_EMAILS]
      = { "primaryEmail", "secondaryEmail", "tertiaryEmail" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    practice_set_text (contact->body, names[i], bright_json_get_string (body, names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (emails); i++)
    if (bright_json_get (body, emails[i]) != NULL)
      practice_contact_set_email (contact, practice_email_slots[i],
                                  bright_json_get_string (body, emails[i]));
}

static void
post_contact (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  const char *kind = bright_json_get_string (request->body, "kind");
  gint64 id = practice_account_add_contact (world, kind != NULL ? kind : "customer", "", "", NULL,
                                            NULL, NULL);

  set_contact_texts (practice_table_get (&world->account->contacts, id), request->body);
  answer_id (answer, id);
}

static void
change_contact (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeContact *contact = select_record (&world->account->contacts, request, answer);

  if (contact == NULL)
    return;
  set_contact_texts (contact, request->body);
  practice_record_touch (world, contact);
  answer_id (answer, contact->record.id);
}

static void
post_sales_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeAnswer made = { 0 };

  practice_post_sales_order (world, request, &made);
  if (practice_is_refused (&made))
    {
      *answer = made;
      return;
    }
  answer_id (answer, bright_json_get_integer (made.body, "response", 0));
  json_node_unref (made.body);
}

/* Replaces the order by itself with the members of @body put over it. */
static void
override_order (PracticeWorld *world,
                PracticeOrder *order,
                JsonObject *body,
                PracticeAnswer *answer)
{
  JsonObject *view = practice_sales_order_view (world->account, order);
  g_autoptr (JsonNode) node = practice_object_node (view);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, order->record.id);
  char *segments[] = { (char *)"order-service", (char *)"sales-order", id, NULL };
  PracticeRequest request = { "PUT", segments, 3, NULL, node, NULL, FALSE };
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  guint overrides = 0;

  json_object_iter_init (&iter, body);
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (strcmp (name, "statusId") == 0 || strcmp (name, "customFields") == 0)
        continue;
      json_object_set_member (view, name, json_node_copy (value));
      overrides++;
    }
  if (overrides > 0)
    practice_put_sales_order (world, &request, answer);
}

static void
set_custom_fields (PracticeOrder *order, JsonObject *values)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (values == NULL)
    return;
  json_object_iter_init (&iter, values);
  while (json_object_iter_next (&iter, &name, &value))
    if (JSON_NODE_HOLDS_NULL (value))
      json_object_remove_member (order->custom_fields, name);
    else
      json_object_set_member (order->custom_fields, name, json_node_copy (value));
}

static void
change_sales_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_record (&world->account->orders, request, answer);
  JsonObject *body = bright_json_get_object (request->body, NULL);
  gint64 status_id = bright_json_get_integer (request->body, "statusId", 0);

  if (order == NULL)
    return;
  if (body == NULL)
    {
      practice_refuse (answer, 400, "CMNC-010", "A JSON object is required");
      return;
    }
  override_order (world, order, body, answer);
  if (!practice_is_refused (answer) && status_id != 0 && status_id != order->status_id)
    practice_order_set_status (world, order, status_id, answer);
  if (practice_is_refused (answer))
    return;
  set_custom_fields (order, bright_json_get_object (request->body, "customFields"));
  g_clear_pointer (&answer->body, json_node_unref);
  answer_id (answer, order->record.id);
}

static void
delete_sales_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_record (&world->account->orders, request, answer);
  g_autofree char *key = NULL;

  if (order == NULL)
    return;
  practice_order_release (world, order, NULL, 0);
  key = practice_order_repeat_key (order);
  if (key != NULL)
    g_hash_table_remove (world->account->repeat_keys, key);
  order->record.deleted = TRUE;
  answer_id (answer, order->record.id);
}

static void
ship_sales_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_record (&world->account->orders, request, answer);
  gint64 id = order != NULL ? practice_goods_out_ship (world, order, request->body, answer) : 0;

  if (id != 0)
    answer_id (answer, id);
}

static void
change_goods_out (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeGoodsOut *note = select_record (&world->account->goods_out_notes, request, answer);
  const char *reference = bright_json_get_string (request->body, "reference");

  if (note == NULL)
    return;
  if (reference != NULL)
    {
      g_free (note->reference);
      note->reference = g_strdup (reference);
    }
  answer_id (answer, note->record.id);
}

static void
delete_goods_out (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeGoodsOut *note = select_record (&world->account->goods_out_notes, request, answer);
  PracticeOrder *order;

  if (note == NULL)
    return;
  order = practice_table_get (&world->account->orders, note->order_id);
  practice_goods_out_remove (world, note);
  if (order != NULL)
    practice_order_touch (world, order);
  answer_id (answer, note->record.id);
}

static const struct
{
  const char *method;
  const char *kind;
  gboolean has_id;
  const char *action; /* (nullable): the segment behind the id */
  PracticeHandler *handler;
} controls[] = {
  { "POST", "products", FALSE, NULL, post_product },
  { "POST", "products", TRUE, NULL, change_product },
  { "POST", "contacts", FALSE, NULL, post_contact },
  { "POST", "contacts", TRUE, NULL, change_contact },
  { "POST", "sales-orders", FALSE, NULL, post_sales_order },
  { "POST", "sales-orders", TRUE, NULL, change_sales_order },
  { "POST", "sales-orders", TRUE, "ship", ship_sales_order },
  { "DELETE", "sales-orders", TRUE, NULL, delete_sales_order },
  { "POST", "goods-out-notes", TRUE, NULL, change_goods_out },
  { "DELETE", "goods-out-notes", TRUE, NULL, delete_goods_out },
};

void
practice_account_control (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  const char *kind = practice_segment (request, 0);
  gboolean has_id = practice_segment (request, 1) != NULL;

  if (strcmp (request->method, "GET") == 0 && !has_id)
    {
      practice_account_control_list (world, kind, answer);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    if (strcmp (controls[i].method, request->method) == 0
        && g_strcmp0 (controls[i].kind, kind) == 0 && controls[i].has_id == has_id
        && g_strcmp0 (controls[i].action, practice_segment (request, 2)) == 0)
      {
        controls[i].handler (world, request, answer);
        return;
      }
  practice_refuse (answer, 404, "CMNC-404", "There is no such control");
}
