/* Metafields of orders, as the API of the practice store does them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include "bright-time.h"

#include <string.h>

#define MAXIMUM_METAFIELDS 250
#define MAXIMUM_NAME_BYTES 64
#define MAXIMUM_VALUE_BYTES 65535

static const char *const writable[]
    = { "permission_set", "namespace", "key", "value", "description" };

static JsonObject *
render_metafield (PracticeCall *call, gpointer item)
{
  return json_object_ref (item);
}

static JsonObject *
find_metafield (PracticeStore *store, gint64 id, gint64 order_id)
{
  for (guint i = 0; i < store->metafields->len; i++)
    {
      JsonObject *metafield = g_ptr_array_index (store->metafields, i);

      if (json_object_get_int_member (metafield, "id") == id
          && (order_id == 0 || json_object_get_int_member (metafield, "resource_id") == order_id))
        return metafield;
    }
  return NULL;
}

static gboolean
is_taken (PracticeStore *store, gint64 order_id, const char *space, const char *key)
{
  for (guint i = 0; i < store->metafields->len; i++)
    {
      JsonObject *metafield = g_ptr_array_index (store->metafields, i);

      if (json_object_get_int_member (metafield, "resource_id") == order_id
          && strcmp (json_object_get_string_member (metafield, "namespace"), space) == 0
          && strcmp (json_object_get_string_member (metafield, "key"), key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
stamp (PracticeStore *store, JsonObject *metafield, const char *name)
{
  g_autofree char *now = bright_time_format (practice_now (store->world));

  json_object_set_string_member (metafield, name, now);
}

static void
take_members (PracticeStore *store, JsonObject *metafield, JsonNode *body)
{
  for (guint i = 0; i < G_N_ELEMENTS (writable); i++)
    {
      const char *text = bright_json_get_string (body, writable[i]);

      if (text != NULL)
        json_object_set_string_member (metafield, writable[i], text);
    }
  stamp (store, metafield, "date_modified");
}

/* Returns the status; the metafield only with 200. */
static guint
create_metafield (PracticeStore *store, gint64 order_id, JsonNode *body, JsonObject **metafield)
{
  const char *space = bright_json_get_string (body, "namespace");
  const char *key = bright_json_get_string (body, "key");
  const char *value = bright_json_get_string (body, "value");

  *metafield = NULL;
  if (space == NULL || key == NULL || value == NULL
      || bright_json_get_string (body, "permission_set") == NULL
      || strlen (key) > MAXIMUM_NAME_BYTES || strlen (space) > MAXIMUM_NAME_BYTES
      || strlen (value) > MAXIMUM_VALUE_BYTES
      || practice_store_find_order (store, order_id) == NULL)
    return 422;
  if (is_taken (store, order_id, space, key))
    return 409;
  *metafield = json_object_new ();
  json_object_set_int_member (*metafield, "id",
                              practice_store_next_id (store, PRACTICE_ID_METAFIELD));
  json_object_set_string_member (*metafield, "description", "");
  json_object_set_string_member (*metafield, "resource_type", "order");
  json_object_set_int_member (*metafield, "resource_id", order_id);
  json_object_set_string_member (*metafield, "owner_client_id", "harbourlaneclient");
  stamp (store, *metafield, "date_created");
  take_members (store, *metafield, body);
  g_ptr_array_add (store->metafields, *metafield);
  return 200;
}

static void
fail_create (PracticeCall *call, guint status)
{
  practice_call_fail (call, status,
                      status == 409 ? "The namespace and key are in use already."
                                    : "JSON data is missing or invalid");
}

static void
list_metafields (PracticeCall *call)
{
  static const char *const filters[][2] = { { "namespace", "namespace" },
                                            { "namespace:in", "namespace" },
                                            { "key", "key" },
                                            { "key:in", "key" } };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < call->store->metafields->len; i++)
    {
      JsonObject *metafield = g_ptr_array_index (call->store->metafields, i);
      gboolean fits = call->order == NULL
                      || json_object_get_int_member (metafield, "resource_id") == call->order->id;

      for (guint j = 0; fits && j < G_N_ELEMENTS (filters); j++)
        {
          g_autoptr (GHashTable) set = practice_call_query_set (call, filters[j][0]);

          fits = practice_call_set_allows (
              set, json_object_get_string_member (metafield, filters[j][1]));
        }
      if (fits)
        g_ptr_array_add (found, metafield);
    }
  practice_call_answer_list (call, found, render_metafield, MAXIMUM_METAFIELDS);
}

static void
post_metafield (PracticeCall *call)
{
  JsonObject *metafield;
  guint status = create_metafield (call->store, call->order->id, call->request->body, &metafield);

  if (metafield == NULL)
    fail_create (call, status);
  else
    practice_call_answer_data (call, 200, json_object_ref (metafield));
}

/* (nullable): %NULL after an answer. */
static JsonObject *
find_named (PracticeCall *call)
{
  JsonObject *metafield = find_metafield (call->store, call->id, call->order->id);

  if (metafield == NULL)
    practice_call_fail (call, 404, "The requested resource was not found.");
  return metafield;
}

static void
get_metafield (PracticeCall *call)
{
  JsonObject *metafield = find_named (call);

  if (metafield != NULL)
    practice_call_answer_data (call, 200, json_object_ref (metafield));
}

static void
put_metafield (PracticeCall *call)
{
  JsonObject *metafield = find_named (call);

  if (metafield == NULL)
    return;
  take_members (call->store, metafield, call->request->body);
  practice_call_answer_data (call, 200, json_object_ref (metafield));
}

static void
delete_metafield (PracticeCall *call)
{
  JsonObject *metafield = find_named (call);

  if (metafield == NULL)
    return;
  g_ptr_array_remove (call->store->metafields, metafield);
  practice_call_answer_nothing (call);
}

/* A batch: what went well is done even if the rest was refused. */
typedef guint (*BatchFunction) (PracticeCall *call, JsonNode *element, JsonNode **done);

static void
run_batch (PracticeCall *call, BatchFunction function)
{
  JsonArray *elements = bright_json_get_array (call->request->body, NULL);
  guint n_elements = elements != NULL ? json_array_get_length (elements) : 0;
  JsonArray *data = json_array_new ();
  JsonArray *errors = json_array_new ();
  JsonObject *meta = json_object_new ();
  JsonObject *answer = json_object_new ();

  for (guint i = 0; i < n_elements; i++)
    {
      JsonNode *done = NULL;
      guint status = function (call, json_array_get_element (elements, i), &done);

      if (done != NULL)
        json_array_add_element (data, done);
      else
        {
          JsonObject *error = json_object_new ();

          json_object_set_int_member (error, "status", status);
          json_object_set_string_member (error, "title", "The metafield was refused.");
          json_object_set_string_member (error, "type", "/api-docs/api-status-codes");
          json_object_set_object_member (error, "errors", json_object_new ());
          json_array_add_object_element (errors, error);
        }
    }
  json_object_set_int_member (meta, "total", n_elements);
  json_object_set_int_member (meta, "success", json_array_get_length (data));
  json_object_set_int_member (meta, "failed", json_array_get_length (errors));
  json_object_set_array_member (answer, "data", data);
  json_object_set_array_member (answer, "errors", errors);
  json_object_set_object_member (answer, "meta", meta);
  practice_call_answer_object (
      call, n_elements == 0 || json_array_get_length (errors) > 0 ? 422 : 200, answer);
}

static guint
batch_create (PracticeCall *call, JsonNode *element, JsonNode **done)
{
  JsonObject *metafield;
  guint status = create_metafield (call->store, bright_json_get_integer (element, "resource_id", 0),
                                   element, &metafield);

  if (metafield != NULL)
    *done = practice_store_object_node (json_object_ref (metafield));
  return status;
}

static guint
batch_change (PracticeCall *call, JsonNode *element, JsonNode **done)
{
  JsonObject *metafield
      = find_metafield (call->store, bright_json_get_integer (element, "id", 0), 0);

  if (metafield == NULL)
    return 404;
  take_members (call->store, metafield, element);
  *done = practice_store_object_node (json_object_ref (metafield));
  return 200;
}

static guint
batch_delete (PracticeCall *call, JsonNode *element, JsonNode **done)
{
  gint64 id = bright_json_get_integer (element, NULL, 0);
  JsonObject *metafield = find_metafield (call->store, id, 0);

  if (metafield == NULL)
    return 404;
  g_ptr_array_remove (call->store->metafields, metafield);
  *done = json_node_init_int (json_node_alloc (), id);
  return 200;
}

static void
post_batch (PracticeCall *call)
{
  run_batch (call, batch_create);
}

static void
put_batch (PracticeCall *call)
{
  run_batch (call, batch_change);
}

static void
delete_batch (PracticeCall *call)
{
  run_batch (call, batch_delete);
}

const PracticeRoute practice_bigcommerce_metafield_routes[] = {
  { "GET", "v3/orders/metafields", list_metafields },
  { "POST", "v3/orders/metafields", post_batch },
  { "PUT", "v3/orders/metafields", put_batch },
  { "DELETE", "v3/orders/metafields", delete_batch },
  { "GET", "v3/orders/{order}/metafields", list_metafields },
  { "POST", "v3/orders/{order}/metafields", post_metafield },
  { "GET", "v3/orders/{order}/metafields/{id}", get_metafield },
  { "PUT", "v3/orders/{order}/metafields/{id}", put_metafield },
  { "DELETE", "v3/orders/{order}/metafields/{id}", delete_metafield },
  { NULL, NULL, NULL },
};
