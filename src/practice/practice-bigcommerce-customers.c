/* Customers, as the API of the practice store shows them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include "bright-time.h"

#include <stdlib.h>
#include <string.h>

#define MAXIMUM_CUSTOMERS 250

/* The same part of an address has other names in V3. */
static const struct
{
  const char *name;
  PracticeAddressPart part;
} address_members[] = {
  { "first_name", PRACTICE_FIRST_NAME },
  { "last_name", PRACTICE_LAST_NAME },
  { "company", PRACTICE_COMPANY },
  { "address1", PRACTICE_STREET_1 },
  { "address2", PRACTICE_STREET_2 },
  { "city", PRACTICE_CITY },
  { "state_or_province", PRACTICE_STATE },
  { "postal_code", PRACTICE_ZIP },
  { "country", PRACTICE_COUNTRY },
  { "country_code", PRACTICE_COUNTRY_CODE },
  { "phone", PRACTICE_PHONE },
};

static const struct
{
  const char *name;
  PracticeAddressPart part;
} customer_members[] = {
  { "email", PRACTICE_EMAIL },         { "first_name", PRACTICE_FIRST_NAME },
  { "last_name", PRACTICE_LAST_NAME }, { "company", PRACTICE_COMPANY },
  { "phone", PRACTICE_PHONE },
};

static void
set_part (JsonObject *object,
          const char *name,
          const PracticeCustomer *customer,
          PracticeAddressPart part)
{
  const char *text = customer->address.parts[part];

  json_object_set_string_member (object, name, text != NULL ? text : "");
}

static JsonObject *
render_address (PracticeCall *call, gpointer item)
{
  const PracticeCustomer *customer = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", customer->id + 4000);
  json_object_set_int_member (object, "customer_id", customer->id);
  for (guint i = 0; i < G_N_ELEMENTS (address_members); i++)
    set_part (object, address_members[i].name, customer, address_members[i].part);
  json_object_set_string_member (object, "address_type", "residential");
  return object;
}

static JsonArray *
render_credit (void)
{
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "amount", 0);
  json_array_add_object_element (array, object);
  return array;
}

static JsonObject *
render_customer (PracticeCall *call, gpointer item)
{
  PracticeCustomer *customer = item;
  g_autofree char *created = bright_time_format (customer->date_created);
  g_autofree char *modified = bright_time_format (customer->date_modified);
  g_autoptr (GHashTable) include = practice_call_query_set (call, "include");
  JsonObject *object = json_object_new ();
  JsonObject *authentication = json_object_new ();

  json_object_set_int_member (object, "id", customer->id);
  for (guint i = 0; i < G_N_ELEMENTS (customer_members); i++)
    set_part (object, customer_members[i].name, customer, customer_members[i].part);
  json_object_set_int_member (object, "customer_group_id", 0);
  json_object_set_string_member (object, "notes", "");
  json_object_set_string_member (object, "tax_exempt_category", "");
  json_object_set_string_member (object, "date_created", created);
  json_object_set_string_member (object, "date_modified", modified);
  json_object_set_string_member (object, "registration_ip_address", "");
  json_object_set_int_member (object, "address_count", 1);
  json_object_set_int_member (object, "attribute_count", 0);
  json_object_set_boolean_member (authentication, "force_password_reset", FALSE);
  json_object_set_object_member (object, "authentication", authentication);
  json_object_set_boolean_member (object, "accepts_product_review_abandoned_cart_emails", FALSE);
  json_object_set_int_member (object, "origin_channel_id", 1);
  json_object_set_null_member (object, "channel_ids");
  if (include != NULL && g_hash_table_contains (include, "addresses"))
    {
      JsonArray *addresses = json_array_new ();

      json_array_add_object_element (addresses, render_address (call, customer));
      json_object_set_array_member (object, "addresses", addresses);
    }
  if (include != NULL && g_hash_table_contains (include, "storecredit"))
    json_object_set_array_member (object, "store_credit_amounts", render_credit ());
  return object;
}

static gboolean
within_dates (PracticeCall *call, const PracticeCustomer *customer)
{
  const struct
  {
    const char *name;
    gint64 value;
    int direction;
  } bounds[] = {
    { "date_created:min", customer->date_created, 1 },
    { "date_created:max", customer->date_created, -1 },
    { "date_modified:min", customer->date_modified, 1 },
    { "date_modified:max", customer->date_modified, -1 },
  };
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      const char *text = practice_call_query (call, bounds[i].name);

      if (text != NULL && bright_time_parse (text, &seconds, NULL)
          && bounds[i].direction * (bounds[i].value - seconds) < 0)
        return FALSE;
    }
  return TRUE;
}

/* A cursor is the id of the last customer that it has left behind. */
static char *
make_cursor (gint64 id)
{
  g_autofree char *text = g_strdup_printf ("customer:%" G_GINT64_FORMAT, id);

  return g_base64_encode ((const guchar *)text, strlen (text));
}

static gint64
read_cursor (PracticeCall *call)
{
  const char *after = practice_call_query (call, "after");
  g_autofree guchar *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (after == NULL || *after == '\0')
    return 0;
  bytes = g_base64_decode (after, &length);
  text = g_strndup ((const char *)bytes, length);
  return g_str_has_prefix (text, "customer:") ? atoll (text + strlen ("customer:")) : 0;
}

static void
add_cursor_meta (PracticeCall *call, GPtrArray *found)
{
  JsonObject *meta = bright_json_get_object (call->answer->body, "meta");
  JsonArray *data = bright_json_get_array (call->answer->body, "data");
  guint n_shown = json_array_get_length (data);
  JsonObject *cursors = json_object_new ();
  JsonObject *links = json_object_new ();
  gint64 limit = bright_json_get_integer (call->answer->body, "meta/pagination/per_page", 0);

  json_object_set_int_member (cursors, "count", n_shown);
  json_object_set_int_member (cursors, "per_page", limit);
  if (n_shown > 0)
    {
      gint64 first = bright_json_get_integer (json_array_get_element (data, 0), "id", 0);
      gint64 last = bright_json_get_integer (json_array_get_element (data, n_shown - 1), "id", 0);
      const PracticeCustomer *end = g_ptr_array_index (found, found->len - 1);
      g_autofree char *start_cursor = make_cursor (first);
      g_autofree char *end_cursor = make_cursor (last);
      g_autofree char *next
          = g_strdup_printf ("?limit=%" G_GINT64_FORMAT "&after=%s", limit, end_cursor);

      json_object_set_string_member (cursors, "start_cursor", start_cursor);
      json_object_set_string_member (cursors, "end_cursor", end_cursor);
      if (end->id != last)
        json_object_set_string_member (links, "next", next);
    }
  json_object_set_object_member (cursors, "links", links);
  json_object_set_object_member (meta, "cursor_pagination", cursors);
}

static void
list_customers (PracticeCall *call)
{
  g_autoptr (GHashTable) ids = practice_call_query_set (call, "id:in");
  g_autoptr (GHashTable) emails = practice_call_query_set (call, "email:in");
  g_autoptr (GHashTable) groups = practice_call_query_set (call, "customer_group_id:in");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gint64 after = read_cursor (call);

  for (guint i = 0; i < call->store->customers->len; i++)
    {
      PracticeCustomer *customer = g_ptr_array_index (call->store->customers, i);

      if (customer->id > after && practice_call_set_allows_id (ids, customer->id)
          && practice_call_set_allows (emails, customer->address.parts[PRACTICE_EMAIL])
          && practice_call_set_allows_id (groups, 0) && within_dates (call, customer))
        g_ptr_array_add (found, customer);
    }
  /* The page is ignored when a cursor is given. */
  if (after != 0)
    g_hash_table_remove (call->request->query, "page");
  practice_call_answer_list (call, found, render_customer, MAXIMUM_CUSTOMERS);
  add_cursor_meta (call, found);
}

static void
list_addresses (PracticeCall *call)
{
  g_autoptr (GHashTable) customers = practice_call_query_set (call, "customer_id:in");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < call->store->customers->len; i++)
    {
      PracticeCustomer *customer = g_ptr_array_index (call->store->customers, i);

      if (practice_call_set_allows_id (customers, customer->id))
        g_ptr_array_add (found, customer);
    }
  practice_call_answer_list (call, found, render_address, MAXIMUM_CUSTOMERS);
}

const PracticeRoute practice_bigcommerce_customer_routes[] = {
  { "GET", "v3/customers", list_customers },
  { "GET", "v3/customers/addresses", list_addresses },
  { NULL, NULL, NULL },
};
