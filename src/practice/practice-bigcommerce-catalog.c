/* The catalogue, as the API of the practice store does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include "bright-time.h"

#include <string.h>

#define MAXIMUM_ROWS 250
#define MAXIMUM_VARIANTS_WRITTEN 50
#define MAXIMUM_PRODUCTS_WRITTEN 10

static gboolean
is_tracked_by (const PracticeVariant *variant, const char *tracking)
{
  return strcmp (variant->tracking, tracking) == 0;
}

static JsonArray *
render_option_values (const PracticeVariant *variant)
{
  JsonArray *values = json_array_new ();
  JsonObject *value;

  if (*variant->option_value == '\0')
    return values;
  value = json_object_new ();
  json_object_set_int_member (value, "id", variant->id + 500);
  json_object_set_string_member (value, "label", variant->option_value);
  json_object_set_int_member (value, "option_id", variant->product_id + 300);
  json_object_set_string_member (value, "option_display_name", variant->option_name);
  json_array_add_object_element (values, value);
  return values;
}

/* The makers of all things sold here number them by the shop's own SKUs. */
static void
add_maker_number (JsonObject *object, const char *sku)
{
  g_autofree char *number = *sku != '\0' ? g_strconcat ("M-", sku, NULL) : g_strdup ("");

  json_object_set_string_member (object, "mpn", number);
}

static JsonObject *
render_variant_whole (PracticeStore *store, const PracticeVariant *variant)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", variant->id);
  json_object_set_int_member (object, "product_id", variant->product_id);
  json_object_set_string_member (object, "sku", variant->sku);
  if (*variant->option_value != '\0')
    json_object_set_int_member (object, "sku_id", variant->sku_id);
  else
    json_object_set_null_member (object, "sku_id");
  practice_store_add_money (object, "price", variant->price, TRUE);
  practice_store_add_money (object, "calculated_price", variant->price, TRUE);
  json_object_set_null_member (object, "sale_price");
  json_object_set_double_member (object, "weight", 0.25);
  json_object_set_boolean_member (object, "purchasing_disabled", FALSE);
  json_object_set_string_member (object, "image_url", "");
  json_object_set_string_member (object, "upc", "");
  add_maker_number (object, variant->sku);
  json_object_set_string_member (object, "gtin", "");
  json_object_set_int_member (object, "inventory_level",
                              practice_store_visible_level (store, variant));
  json_object_set_int_member (object, "inventory_warning_level", 0);
  json_object_set_string_member (object, "bin_picking_number", "");
  json_object_set_array_member (object, "option_values", render_option_values (variant));
  return object;
}

static JsonObject *
render_variant (PracticeCall *call, gpointer item)
{
  JsonObject *object = render_variant_whole (call->store, item);

  practice_call_choose_fields (call, object);
  return object;
}

static void
add_stock_members (PracticeStore *store, JsonObject *object, PracticeVariant *first, guint count)
{
  gint64 level = 0;
  g_autofree char *modified = bright_time_format (first->date_modified);

  for (guint i = 0; i < count; i++)
    level
        += practice_store_visible_level (store, practice_store_find_variant (store, first->id + i));
  json_object_set_int_member (object, "inventory_level", level);
  json_object_set_int_member (object, "inventory_warning_level", 0);
  json_object_set_string_member (object, "inventory_tracking", first->tracking);
  json_object_set_string_member (object, "date_modified", modified);
}

static JsonObject *
render_product (PracticeCall *call, gpointer item)
{
  PracticeVariant *first = item;
  JsonObject *object = json_object_new ();
  g_autoptr (GHashTable) include = practice_call_query_set (call, "include");
  gboolean has_options = *first->option_value != '\0';
  guint count = 1;

  practice_store_find_product (call->store, first->product_id, &count);
  json_object_set_int_member (object, "id", first->product_id);
  json_object_set_string_member (object, "name", first->name);
  json_object_set_string_member (object, "type", first->type);
  json_object_set_string_member (object, "sku", has_options ? "" : first->sku);
  json_object_set_string_member (object, "description", "");
  json_object_set_double_member (object, "weight", 0.25);
  practice_store_add_money (object, "price", first->price, TRUE);
  json_object_set_int_member (object, "tax_class_id",
                              first->rate == 2000  ? 0
                              : first->rate == 500 ? 2
                                                   : 1);
  json_object_set_string_member (object, "upc", "");
  add_maker_number (object, has_options ? "" : first->sku);
  json_object_set_string_member (object, "gtin", "");
  json_object_set_boolean_member (object, "is_visible", TRUE);
  json_object_set_string_member (object, "availability", "available");
  if (has_options)
    json_object_set_null_member (object, "base_variant_id");
  else
    json_object_set_int_member (object, "base_variant_id", first->id);
  add_stock_members (call->store, object, first, count);
  practice_call_choose_fields (call, object);
  if (include != NULL && g_hash_table_contains (include, "variants"))
    {
      JsonArray *variants = json_array_new ();

      for (guint i = 0; i < count; i++)
        json_array_add_object_element (
            variants, render_variant_whole (
                          call->store, practice_store_find_variant (call->store, first->id + i)));
      json_object_set_array_member (object, "variants", variants);
    }
  return object;
}

static gboolean
modified_fits (PracticeCall *call, const PracticeVariant *variant)
{
  const char *from = practice_call_query (call, "date_modified:min");
  const char *until = practice_call_query (call, "date_modified:max");
  gint64 seconds;

  if (from != NULL && bright_time_parse (from, &seconds, NULL) && variant->date_modified < seconds)
    return FALSE;
  return until == NULL || !bright_time_parse (until, &seconds, NULL)
         || variant->date_modified <= seconds;
}

static void
list_products (PracticeCall *call)
{
  g_autoptr (GHashTable) ids = practice_call_query_set (call, "id:in");
  g_autoptr (GHashTable) skus = practice_call_query_set (call, "sku:in");
  g_autoptr (GHashTable) sku = practice_call_query_set (call, "sku");
  g_autoptr (GHashTable) types = practice_call_query_set (call, "type");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < call->store->product_starts->len; i++)
    {
      guint start = g_array_index (call->store->product_starts, guint, i);
      PracticeVariant *variant = g_ptr_array_index (call->store->variants, start);
      const char *own_sku = *variant->option_value != '\0' ? "" : variant->sku;

      if (practice_call_set_allows_id (ids, variant->product_id)
          && practice_call_set_allows (skus, own_sku) && practice_call_set_allows (sku, own_sku)
          && practice_call_set_allows (types, variant->type) && modified_fits (call, variant))
        g_ptr_array_add (found, variant);
    }
  practice_call_answer_list (call, found, render_product, MAXIMUM_ROWS);
}

static void
get_product (PracticeCall *call)
{
  PracticeVariant *variant = practice_store_find_product (call->store, call->id, NULL);

  if (variant == NULL)
    practice_call_fail (call, 404, "A product was not found with the id.");
  else
    practice_call_answer_data (call, 200, render_product (call, variant));
}

static void
list_variants (PracticeCall *call)
{
  g_autoptr (GHashTable) ids = practice_call_query_set (call, "id");
  g_autoptr (GHashTable) skus = practice_call_query_set (call, "sku");
  g_autoptr (GHashTable) products = practice_call_query_set (call, "product_id:in");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < call->store->variants->len; i++)
    {
      PracticeVariant *variant = g_ptr_array_index (call->store->variants, i);

      if ((call->id == 0 || variant->product_id == call->id)
          && practice_call_set_allows_id (ids, variant->id)
          && practice_call_set_allows (skus, variant->sku)
          && practice_call_set_allows_id (products, variant->product_id))
        g_ptr_array_add (found, variant);
    }
  practice_call_answer_list (call, found, render_variant, MAXIMUM_ROWS);
}

/* Both batches: an array of at most @maximum elements with an id and a level. */
static void
put_levels (PracticeCall *call, guint maximum, const char *tracking)
{
  JsonArray *elements = bright_json_get_array (call->request->body, NULL);
  guint n_elements = elements != NULL ? json_array_get_length (elements) : 0;
  gboolean by_variant = strcmp (tracking, "variant") == 0;
  g_autoptr (JsonArray) data = json_array_new ();
  JsonObject *answer;

  if (n_elements == 0 || n_elements > maximum)
    {
      practice_call_fail (call, n_elements == 0 ? 422 : 413, "The batch is empty or too large.");
      return;
    }
  for (guint i = 0; i < n_elements; i++)
    {
      JsonNode *element = json_array_get_element (elements, i);
      gint64 id = bright_json_get_integer (element, "id", 0);
      gint64 level = bright_json_get_integer (element, "inventory_level", -1);
      PracticeVariant *variant = by_variant ? practice_store_find_variant (call->store, id)
                                            : practice_store_find_product (call->store, id, NULL);

      if (variant == NULL)
        {
          practice_call_fail_format (call, 404, "The id %" G_GINT64_FORMAT " is unknown.", id);
          return;
        }
      if (level >= 0 && is_tracked_by (variant, tracking))
        practice_store_set_level (call->store, variant, level);
      json_array_add_object_element (data, by_variant ? render_variant (call, variant)
                                                      : render_product (call, variant));
    }
  answer = json_object_new ();
  json_object_set_array_member (answer, "data", g_steal_pointer (&data));
  json_object_set_object_member (answer, "meta", json_object_new ());
  practice_call_answer_object (call, 200, answer);
}

static void
put_variants (PracticeCall *call)
{
  put_levels (call, MAXIMUM_VARIANTS_WRITTEN, "variant");
}

static void
put_products (PracticeCall *call)
{
  put_levels (call, MAXIMUM_PRODUCTS_WRITTEN, "product");
}

const PracticeRoute practice_bigcommerce_catalog_routes[] = {
  { "GET", "v3/catalog/products", list_products },
  { "PUT", "v3/catalog/products", put_products },
  { "GET", "v3/catalog/products/{id}", get_product },
  { "GET", "v3/catalog/products/{id}/variants", list_variants },
  { "GET", "v3/catalog/variants", list_variants },
  { "PUT", "v3/catalog/variants", put_variants },
  { NULL, NULL, NULL },
};
