/* Inventory, as the API of the practice store does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define MAXIMUM_ROWS 1000
#define MAXIMUM_ADJUSTMENTS 2000
#define MAXIMUM_QUANTITY 2147483647
#define LOCATION_ID 1
#define LOCATION_CODE "BC-LOCATION-1"
#define LOCATION_NAME "Default location"

static JsonObject *
render_location (PracticeCall *call, gpointer item)
{
  JsonObject *object = json_object_new ();
  JsonObject *address = json_object_new ();

  json_object_set_int_member (object, "id", LOCATION_ID);
  json_object_set_string_member (object, "code", LOCATION_CODE);
  json_object_set_string_member (object, "label", LOCATION_NAME);
  json_object_set_string_member (object, "description", "");
  json_object_set_string_member (object, "type_id", "PHYSICAL");
  json_object_set_boolean_member (object, "enabled", TRUE);
  json_object_set_boolean_member (object, "managed_by_external_source", FALSE);
  json_object_set_boolean_member (object, "storefront_visibility", TRUE);
  json_object_set_string_member (object, "time_zone", "Europe/London");
  json_object_set_string_member (address, "address1", "12 Harbour Lane");
  json_object_set_string_member (address, "city", "Bristol");
  json_object_set_string_member (address, "state", "Bristol");
  json_object_set_string_member (address, "zip", "BS1 4XX");
  json_object_set_string_member (address, "email", "shop@harbourlane.example");
  json_object_set_string_member (address, "country_code", "GB");
  json_object_set_object_member (object, "address", address);
  return object;
}

static gboolean
location_fits (PracticeCall *call)
{
  g_autoptr (GHashTable) ids = practice_call_query_set (call, "location_id:in");
  g_autoptr (GHashTable) codes = practice_call_query_set (call, "location_code:in");

  return practice_call_set_allows_id (ids, LOCATION_ID)
         && practice_call_set_allows (codes, LOCATION_CODE);
}

static void
list_locations (PracticeCall *call)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (location_fits (call) && g_strcmp0 (practice_call_query (call, "is_default"), "false") != 0
      && g_strcmp0 (practice_call_query (call, "is_active"), "false") != 0)
    g_ptr_array_add (found, call);
  practice_call_answer_list (call, found, render_location, MAXIMUM_ROWS);
}

static JsonObject *
render_identity (const PracticeVariant *variant)
{
  JsonObject *identity = json_object_new ();

  json_object_set_string_member (identity, "sku", variant->sku);
  json_object_set_int_member (identity, "variant_id", variant->id);
  json_object_set_int_member (identity, "product_id", variant->product_id);
  if (*variant->option_value != '\0')
    json_object_set_int_member (identity, "sku_id", variant->sku_id);
  else
    json_object_set_null_member (identity, "sku_id");
  return identity;
}

static void
add_levels (PracticeCall *call, JsonObject *object, const PracticeVariant *variant)
{
  gint64 level = practice_store_visible_level (call->store, variant);
  JsonObject *settings = json_object_new ();

  json_object_set_int_member (object, "available_to_sell", level);
  json_object_set_int_member (object, "total_inventory_onhand", level);
  json_object_set_int_member (settings, "safety_stock", 0);
  json_object_set_boolean_member (settings, "is_in_stock", TRUE);
  json_object_set_int_member (settings, "warning_level", 0);
  json_object_set_string_member (settings, "bin_picking_number", "");
  json_object_set_object_member (object, "settings", settings);
}

static JsonObject *
render_item (PracticeCall *call, gpointer item)
{
  JsonObject *object = json_object_new ();
  JsonObject *location = json_object_new ();
  JsonArray *locations = json_array_new ();

  json_object_set_object_member (object, "identity", render_identity (item));
  json_object_set_int_member (location, "location_id", LOCATION_ID);
  json_object_set_string_member (location, "location_code", LOCATION_CODE);
  json_object_set_string_member (location, "location_name", LOCATION_NAME);
  json_object_set_boolean_member (location, "location_enabled", TRUE);
  add_levels (call, location, item);
  json_array_add_object_element (locations, location);
  json_object_set_array_member (object, "locations", locations);
  return object;
}

static JsonObject *
render_flat_item (PracticeCall *call, gpointer item)
{
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "identity", render_identity (item));
  add_levels (call, object, item);
  return object;
}

static void
answer_items (PracticeCall *call, PracticeRender render)
{
  g_autoptr (GHashTable) skus = practice_call_query_set (call, "sku:in");
  g_autoptr (GHashTable) variants = practice_call_query_set (call, "variant_id:in");
  g_autoptr (GHashTable) products = practice_call_query_set (call, "product_id:in");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; location_fits (call) && i < call->store->variants->len; i++)
    {
      PracticeVariant *variant = g_ptr_array_index (call->store->variants, i);

      if (practice_call_set_allows (skus, variant->sku)
          && practice_call_set_allows_id (variants, variant->id)
          && practice_call_set_allows_id (products, variant->product_id))
        g_ptr_array_add (found, variant);
    }
  practice_call_answer_list (call, found, render, MAXIMUM_ROWS);
}

static void
list_items (PracticeCall *call)
{
  answer_items (call, render_item);
}

static void
list_location_items (PracticeCall *call)
{
  if (call->id != LOCATION_ID)
    practice_call_fail (call, 404, "The location was not found.");
  else
    answer_items (call, render_flat_item);
}

/* Finds what an adjustment is for; %NULL and a message if it names nothing that can be adjusted. */
static PracticeVariant *
identify (PracticeStore *store, JsonNode *item, char **message)
{
  const char *sku = bright_json_get_string (item, "sku");
  gint64 variant_id = bright_json_get_integer (item, "variant_id", 0);
  gint64 product_id = bright_json_get_integer (item, "product_id", 0);
  gboolean by_product = sku == NULL && variant_id == 0;
  PracticeVariant *variant;

  *message = NULL;
  if ((sku != NULL) + (variant_id != 0) + (product_id != 0) != 1)
    {
      *message = g_strdup ("An item must have exactly one identity");
      return NULL;
    }
  if (sku != NULL)
    variant = practice_store_find_sku (store, sku);
  else if (variant_id != 0)
    variant = practice_store_find_variant (store, variant_id);
  else
    variant = practice_store_find_product (store, product_id, NULL);
  if (variant == NULL)
    *message = sku != NULL ? g_strdup_printf ("[Item with sku %s was not found]", sku)
                           : g_strdup_printf ("[Item with %s %" G_GINT64_FORMAT " was not found]",
                                              by_product ? "product_id" : "variant_id",
                                              by_product ? product_id : variant_id);
  else if (strcmp (variant->tracking, "none") == 0)
    *message = g_strdup_printf ("[Item with variant_id %" G_GINT64_FORMAT " is not tracked]",
                                variant->id);
  else if (by_product && strcmp (variant->tracking, "variant") == 0)
    *message = g_strdup_printf ("[Item with product_id %" G_GINT64_FORMAT
                                " is tracked by variant, please update stock by variant id]",
                                product_id);
  else if (strcmp (variant->tracking, "product") == 0 && !by_product
           && (sku == NULL || !store->knobs.sku_for_product_tracked))
    *message = g_strdup_printf ("[Item with variant_id %" G_GINT64_FORMAT
                                " is tracked by product, please update stock by product id]",
                                variant->id);
  return *message == NULL ? variant : NULL;
}

/* Everything is checked before anything is changed. */
static gboolean
check_adjustments (PracticeCall *call, JsonArray *items, gboolean relative, GPtrArray *variants)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);
      JsonNode *quantity = bright_json_get (item, "quantity");
      g_autofree char *message = NULL;
      gint64 value = 0;
      PracticeVariant *variant = identify (call->store, item, &message);

      if (message == NULL && bright_json_get_integer (item, "location_id", 0) != LOCATION_ID)
        message = g_strdup ("The location was not found");
      if (message == NULL
          && (quantity == NULL || !bright_json_read_integer (quantity, &value)
              || (value < 0 && !relative) || value > MAXIMUM_QUANTITY))
        message = g_strdup ("The quantity is invalid");
      if (message != NULL)
        {
          practice_call_fail (call, 422, message);
          return FALSE;
        }
      g_ptr_array_add (variants, variant);
    }
  return TRUE;
}

static void
adjust (PracticeCall *call, gboolean relative)
{
  JsonArray *items = bright_json_get_array (call->request->body, "items");
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  g_autofree char *transaction_id = NULL;
  JsonObject *answer;

  if (items == NULL || json_array_get_length (items) == 0
      || json_array_get_length (items) > MAXIMUM_ADJUSTMENTS)
    {
      practice_call_fail (call, 422, "The number of items must be between 1 and 2000");
      return;
    }
  if (!check_adjustments (call, items, relative, variants))
    return;
  for (guint i = 0; i < variants->len; i++)
    {
      PracticeVariant *variant = g_ptr_array_index (variants, i);
      gint64 quantity = bright_json_get_integer (json_array_get_element (items, i), "quantity", 0);

      practice_store_set_level (call->store, variant,
                                relative ? variant->level + quantity : quantity);
    }
  transaction_id = g_strdup_printf ("7c3f5a10-0000-4000-8000-%012" G_GINT64_FORMAT,
                                    practice_store_next_id (call->store, PRACTICE_ID_OTHER));
  answer = json_object_new ();
  json_object_set_string_member (answer, "transaction_id", transaction_id);
  practice_call_answer_object (call, 200, answer);
}

static void
put_absolute (PracticeCall *call)
{
  adjust (call, FALSE);
}

static void
post_relative (PracticeCall *call)
{
  adjust (call, TRUE);
}

const PracticeRoute practice_bigcommerce_inventory_routes[] = {
  { "GET", "v3/inventory/locations", list_locations },
  { "GET", "v3/inventory/locations/{id}/items", list_location_items },
  { "GET", "v3/inventory/items", list_items },
  { "PUT", "v3/inventory/adjustments/absolute", put_absolute },
  { "POST", "v3/inventory/adjustments/relative", post_relative },
  { NULL, NULL, NULL },
};
