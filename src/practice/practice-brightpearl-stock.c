/* Brightpearl's stock: what can be sold, and what moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticeMovement, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)
#define MOST_IDS 100

static JsonObject *
stock_view (gint64 on_hand, gint64 allocated)
{
  JsonObject *view = json_object_new ();

  json_object_set_int_member (view, "inStock", on_hand + allocated);
  json_object_set_int_member (view, "onHand", on_hand);
  json_object_set_int_member (view, "allocated", allocated);
  json_object_set_int_member (view, "inTransit", 0);
  return view;
}

/* (nullable): NULL if no warehouse that counts holds the product; @warehouse_id 0 counts all. */
static JsonObject *
product_availability (const PracticeProduct *product, gint64 warehouse_id)
{
  JsonObject *view = json_object_new ();
  JsonObject *warehouses = json_object_new ();
  gint64 on_hand = 0;
  gint64 allocated = 0;

  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    {
      const PracticeStock *stock = &product->stock[i];
      char id[24];

      if (!stock->held || (warehouse_id != 0 && stock->warehouse_id != warehouse_id))
        continue;
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, stock->warehouse_id);
      json_object_set_object_member (warehouses, id,
                                     stock_view (stock->on_hand, stock->allocated));
      on_hand += stock->on_hand;
      allocated += stock->allocated;
    }
  json_object_set_object_member (view, "total", stock_view (on_hand, allocated));
  json_object_set_object_member (view, "warehouses", warehouses);
  if (json_object_get_size (warehouses) > 0)
    return view;
  json_object_unref (view);
  return NULL;
}

/* (nullable): the products of an id set, every one of which must exist. */
static GPtrArray *
select_known (PracticeWorld *world, const char *ids, PracticeAnswer *answer)
{
  g_autoptr (GArray) set = ids != NULL ? practice_id_set_read (ids) : NULL;
  GPtrArray *products;

  if (set != NULL && practice_id_set_size (set) > MOST_IDS)
    {
      practice_refuse (answer, 414, "CMNC-414", "Request-URI Too Long");
      return NULL;
    }
  products = practice_select (world, &world->account->products, ids != NULL ? ids : "", MOST_IDS,
                              answer);
  if (products != NULL && (set == NULL || products->len < practice_id_set_size (set)))
    {
      practice_refuse (answer, 400, "WHSC-020", "Not all of these products exist");
      g_clear_pointer (&products, g_ptr_array_unref);
    }
  return products;
}

void
practice_get_availability (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  gboolean of_warehouse = strcmp (request->segments[1], "warehouse") == 0;
  gint64 warehouse_id = of_warehouse ? practice_segment_id (request, 2) : 0;
  g_autoptr (GPtrArray) products
      = select_known (world, practice_segment (request, of_warehouse ? 4 : 2), answer);
  JsonObject *response;

  if (products == NULL)
    return;
  response = json_object_new ();
  for (guint i = 0; i < products->len; i++)
    {
      const PracticeProduct *product = products->pdata[i];
      JsonObject *view
          = product->stock_tracked ? product_availability (product, warehouse_id) : NULL;
      char id[24];

      if (view == NULL)
        continue;
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, product->record.id);
      json_object_set_object_member (response, id, view);
    }
  practice_respond (answer, practice_object_node (response));
}

/* How many whole bundles a warehouse could put together. */
static gint64
bundles_on_hand (PracticeAccount *account, const PracticeProduct *bundle, gint64 warehouse_id)
{
  gint64 least = bundle->components->len > 0 ? G_MAXINT64 : 0;

  for (guint i = 0; i < bundle->components->len; i++)
    {
      PracticeProduct *component = practice_table_get (
          &account->products, g_array_index (bundle->components, gint64, i));

      if (component != NULL && component->stock_tracked)
        least = MIN (least, practice_product_stock (component, warehouse_id)->on_hand);
    }
  return least == G_MAXINT64 ? 0 : MAX (least, 0);
}

void
practice_get_bundle_availability (PracticeWorld *world,
                                  const PracticeRequest *request,
                                  PracticeAnswer *answer)
{
  const PracticeProduct *bundle
      = practice_table_get (&world->account->products, practice_segment_id (request, 2));
  JsonObject *response;
  JsonObject *view;
  JsonObject *warehouses;
  JsonObject *total;
  gint64 sum = 0;
  char id[24];

  if (bundle == NULL || bundle->components == NULL)
    {
      practice_refuse (answer, 400, "WHSC-021", "%s is no bundle", request->segments[2]);
      return;
    }
  warehouses = json_object_new ();
  for (guint i = 0; i < PRACTICE_N_WAREHOUSES; i++)
    {
      gint64 units = bundles_on_hand (world->account, bundle, bundle->stock[i].warehouse_id);
      JsonObject *entry;

      if (units == 0)
        continue;
      entry = json_object_new ();
      json_object_set_int_member (entry, "onHand", units);
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, bundle->stock[i].warehouse_id);
      json_object_set_object_member (warehouses, id, entry);
      sum += units;
    }
  total = json_object_new ();
  json_object_set_int_member (total, "onHand", sum);
  view = json_object_new ();
  json_object_set_object_member (view, "total", total);
  json_object_set_object_member (view, "warehouses", warehouses);
  response = json_object_new ();
  json_object_set_object_member (response, request->segments[2], view);
  practice_respond (answer, practice_object_node (response));
}

static void
read_type (PracticeAccount *account,
           gconstpointer record,
           const PracticeColumn *column,
           guint alternative,
           PracticeCell *cell)
{
  cell->text = ((const PracticeMovement *) record)->type_code;
}

static void
read_currency (PracticeAccount *account,
               gconstpointer record,
               const PracticeColumn *column,
               guint alternative,
               PracticeCell *cell)
{
  cell->text = "GBP";
}

static const PracticeColumn columns[] = {
  { MEMBER ("goodsMovementId", IDSET, record.id) },
  { MEMBER ("productId", INTEGER, product_id) },
  { MEMBER ("salesOrderRowId", INTEGER, row_id), .zero_is_null = TRUE },
  { DERIVED ("purchaseOrderRowId", INTEGER, practice_read_nothing) },
  { MEMBER ("quantity", INTEGER, quantity) },
  { MEMBER ("destinationLocationId", INTEGER, warehouse_id) },
  { MEMBER ("warehouseId", INTEGER, warehouse_id) },
  { MEMBER ("goodsNoteId", INTEGER, goods_note_id), .zero_is_null = TRUE },
  { DERIVED ("productValue", STRING, practice_read_nothing) },
  { DERIVED ("currencyCode", STRING, read_currency) },
  { MEMBER ("orderId", INTEGER, order_id), .zero_is_null = TRUE },
  { MEMBER ("isCleared", BOOLEAN, cleared) },
  { DERIVED ("isQuarantine", BOOLEAN, practice_read_nothing) },
  { DERIVED ("batchId", INTEGER, practice_read_nothing) },
  { DERIVED ("goodsNoteTypeCode", STRING, read_type) },
  { DERIVED ("updatedOn", PERIOD, practice_read_updated_on) },
};

void
practice_search_movements (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  static const PracticeSearch search = { columns, G_N_ELEMENTS (columns) };

  practice_search (world, &search, world->account->movements.records, request, answer);
}
