/* Brightpearl's products.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticeProduct, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)
#define MOST_IDS 200

static void
read_status (PracticeAccount *account,
             gconstpointer record,
             const PracticeColumn *column,
             guint alternative,
             PracticeCell *cell)
{
  cell->text = "LIVE";
}

static void
read_channel (PracticeAccount *account,
              gconstpointer record,
              const PracticeColumn *column,
              guint alternative,
              PracticeCell *cell)
{
  cell->text = "Brightpearl";
}

static void
read_one (PracticeAccount *account,
          gconstpointer record,
          const PracticeColumn *column,
          guint alternative,
          PracticeCell *cell)
{
  cell->number = 1;
}

static const PracticeColumn columns[] = {
  { MEMBER ("productId", IDSET, record.id) },
  { MEMBER ("productName", SEARCH_STRING, name) },
  { MEMBER ("SKU", STRING, sku) },
  { MEMBER ("barcode", STRING, barcode) },
  { MEMBER ("EAN", STRING, ean) },
  { MEMBER ("UPC", STRING, upc) },
  { MEMBER ("ISBN", STRING, isbn) },
  { MEMBER ("MPN", STRING, mpn) },
  { MEMBER ("stockTracked", BOOLEAN, stock_tracked) },
  { DERIVED ("salesChannelName", STRING, read_channel) },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { DERIVED ("updatedOn", PERIOD, practice_read_updated_on) },
  { DERIVED ("brightpearlCategoryCode", IDSET, practice_read_nothing) },
  { DERIVED ("productGroupId", INTEGER, practice_read_nothing) },
  { DERIVED ("brandId", INTEGER, read_one) },
  { DERIVED ("productTypeId", IDSET, read_one) },
  { DERIVED ("productStatus", STRING, read_status) },
  { DERIVED ("primarySupplierId", INTEGER, practice_read_nothing) },
};

void
practice_search_products (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  static const PracticeSearch search = { columns, G_N_ELEMENTS (columns) };

  practice_search (world, &search, world->account->products.records, request, answer);
}

static JsonObject *
composition_view (const PracticeProduct *product)
{
  JsonObject *composition = json_object_new ();
  JsonArray *components;

  json_object_set_boolean_member (composition, "bundle", product->components != NULL);
  if (product->components == NULL)
    return composition;
  components = json_array_new ();
  for (guint i = 0; i < product->components->len; i++)
    {
      JsonObject *component = json_object_new ();

      json_object_set_int_member (component, "productId",
                                  g_array_index (product->components, gint64, i));
      json_object_set_int_member (component, "productQuantity", 1);
      json_array_add_object_element (components, component);
    }
  json_object_set_array_member (composition, "bundleComponents", components);
  return composition;
}

static JsonObject *
identity_view (const PracticeProduct *product)
{
  JsonObject *identity = json_object_new ();

  practice_set_text (identity, "sku", product->sku);
  practice_set_text (identity, "barcode", product->barcode);
  practice_set_text (identity, "ean", product->ean);
  practice_set_text (identity, "upc", product->upc);
  practice_set_text (identity, "isbn", product->isbn);
  practice_set_text (identity, "mpn", product->mpn);
  return identity;
}

static JsonArray *
channels_view (const PracticeProduct *product)
{
  JsonArray *channels = json_array_new ();
  JsonObject *channel = json_object_new ();

  json_object_set_string_member (channel, "salesChannelName", "Brightpearl");
  practice_set_text (channel, "productName", product->name);
  json_object_set_string_member (channel, "productCondition", "new");
  json_object_set_array_member (channel, "categories", json_array_new ());
  json_array_add_object_element (channels, channel);
  return channels;
}

JsonObject *
practice_product_view (PracticeAccount *account, const PracticeProduct *product)
{
  JsonObject *view = json_object_new ();
  JsonObject *stock = json_object_new ();

  json_object_set_int_member (view, "id", product->record.id);
  json_object_set_int_member (view, "brandId", 1);
  json_object_set_int_member (view, "productTypeId", 1);
  json_object_set_object_member (view, "identity", identity_view (product));
  json_object_set_boolean_member (view, "featured", FALSE);
  json_object_set_boolean_member (stock, "stockTracked", product->stock_tracked);
  json_object_set_member (stock, "weight", practice_literal_node ("{\"magnitude\":0.25}"));
  json_object_set_object_member (view, "stock", stock);
  json_object_set_member (
      view, "financialDetails",
      practice_literal_node ("{\"taxable\":true,\"taxCode\":{\"id\":4,\"code\":\"T20\"}}"));
  json_object_set_array_member (view, "salesChannels", channels_view (product));
  json_object_set_object_member (view, "composition", composition_view (product));
  practice_set_time (view, "createdOn", product->record.created_on, account->zone);
  practice_set_time (view, "updatedOn", product->record.updated_on, account->zone);
  json_object_set_string_member (view, "nominalCodeStock", "1001");
  json_object_set_string_member (view, "nominalCodePurchases", "5000");
  json_object_set_string_member (view, "nominalCodeSales", "4000");
  json_object_set_string_member (view, "status", "LIVE");
  json_object_set_int_member (view, "version", product->record.updated_on * 1000);
  return view;
}

void
practice_get_products (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) products = practice_select (
      world, &world->account->products, practice_segment (request, 2), MOST_IDS, answer);
  JsonArray *response;

  if (products == NULL)
    return;
  if (products->len == 0)
    {
      practice_refuse (answer, 404, "CMNC-404", "No Products Found");
      return;
    }
  response = json_array_new ();
  for (guint i = 0; i < products->len; i++)
    json_array_add_object_element (
        response, practice_product_view (world->account, products->pdata[i]));
  practice_respond (answer, practice_array_node (response));
}
