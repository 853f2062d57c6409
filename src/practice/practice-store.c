/* The BigCommerce half of the practice store: its life, and the way in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store.h"

#include "practice-store-call.h"

static void
customer_free (PracticeCustomer *customer)
{
  for (int part = 0; part < PRACTICE_N_ADDRESS_PARTS; part++)
    g_free (customer->address.parts[part]);
  g_free (customer);
}

static void
variant_free (PracticeVariant *variant)
{
  g_free (variant->sku);
  g_free (variant->name);
  g_free (variant->option_value);
  g_free (variant);
}

static void
refund_free (PracticeRefund *refund)
{
  g_free (refund->transaction_id);
  json_object_unref (refund->shown);
  g_free (refund);
}

PracticeStore *
practice_store_new (PracticeWorld *world)
{
  static const gint64 first_ids[PRACTICE_N_IDS] = {
    [PRACTICE_ID_ORDER] = 1000,   [PRACTICE_ID_LINE] = 30000, [PRACTICE_ID_ADDRESS] = 9000,
    [PRACTICE_ID_SHIPMENT] = 600, [PRACTICE_ID_REFUND] = 10,  [PRACTICE_ID_TRANSACTION] = 85926300,
    [PRACTICE_ID_METAFIELD] = 70, [PRACTICE_ID_CUSTOMER] = 4, [PRACTICE_ID_VARIANT] = 140,
    [PRACTICE_ID_PRODUCT] = 76,   [PRACTICE_ID_OTHER] = 20,
  };
  PracticeStore *store = g_new0 (PracticeStore, 1);

  store->world = world;
  store->knobs.auto_status = TRUE;
  store->knobs.shipments_bump_date_modified = TRUE;
  store->knobs.sku_for_product_tracked = TRUE;
  store->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)practice_store_order_free);
  store->customers = g_ptr_array_new_with_free_func ((GDestroyNotify)customer_free);
  store->variants = g_ptr_array_new_with_free_func ((GDestroyNotify)variant_free);
  store->refunds = g_ptr_array_new_with_free_func ((GDestroyNotify)refund_free);
  store->metafields = g_ptr_array_new_with_free_func ((GDestroyNotify)json_object_unref);
  store->variants_by_sku = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  store->product_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < PRACTICE_N_IDS; i++)
    store->last_ids[i] = first_ids[i];
  return store;
}

void
practice_store_free (PracticeStore *store)
{
  if (store->free_seed != NULL)
    store->free_seed (store->seed);
  g_hash_table_unref (store->variants_by_sku);
  g_array_unref (store->product_starts);
  g_ptr_array_unref (store->orders);
  g_ptr_array_unref (store->customers);
  g_ptr_array_unref (store->variants);
  g_ptr_array_unref (store->refunds);
  g_ptr_array_unref (store->metafields);
  g_free (store);
}

void
practice_store_handle (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  static const PracticeRoute *const tables[] = {
    practice_bigcommerce_order_routes,       practice_bigcommerce_order_write_routes,
    practice_bigcommerce_order_part_routes,  practice_bigcommerce_shipment_routes,
    practice_bigcommerce_transaction_routes, practice_bigcommerce_refund_routes,
    practice_bigcommerce_metafield_routes,   practice_bigcommerce_customer_routes,
    practice_bigcommerce_catalog_routes,     practice_bigcommerce_inventory_routes,
    practice_bigcommerce_setting_routes,     NULL,
  };
  PracticeCall call
      = { .world = world, .store = world->store, .request = request, .answer = answer };

  if (!practice_call_dispatch (&call, tables))
    practice_call_fail (&call, 404, "The requested resource was not found.");
}

void
practice_store_control (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  static const PracticeRoute *const tables[]
      = { practice_store_control_routes, practice_store_control_edit_routes, NULL };
  PracticeCall call
      = { .world = world, .store = world->store, .request = request, .answer = answer };

  if (!practice_call_dispatch (&call, tables))
    practice_call_fail (&call, 404, "There is no such control.");
}
