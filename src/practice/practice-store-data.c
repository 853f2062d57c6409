/* The BigCommerce half of the practice store: finding and changing its records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store.h"

#include <string.h>

static const PracticeStatus statuses[] = {
  { 0, "Incomplete", "Incomplete", 0 },
  { 1, "Pending", "Pending", 1 },
  { 2, "Shipped", "Dispatched", 8 },
  { 3, "Partially Shipped", "Partially Shipped", 6 },
  { 4, "Refunded", "Refunded", 11 },
  { 5, "Cancelled", "Cancelled", 9 },
  { 6, "Declined", "Declined", 10 },
  { 7, "Awaiting Payment", "Awaiting Payment", 2 },
  { 8, "Awaiting Pickup", "Ready to collect", 5 },
  { 9, "Awaiting Shipment", "Awaiting Shipment", 4 },
  { 10, "Completed", "Completed", 7 },
  { 11, "Awaiting Fulfillment", "To pick", 3 },
  { 12, "Manual Verification Required", "Manual Verification Required", 13 },
  { 13, "Disputed", "Disputed", 12 },
  { 14, "Partially Refunded", "Partially Refunded", 14 },
};

const PracticeStatus *
practice_store_get_statuses (guint *n_statuses)
{
  *n_statuses = G_N_ELEMENTS (statuses);
  return statuses;
}

const PracticeStatus *
practice_store_find_status (gint64 id)
{
  if (id < 0 || id >= (gint64)G_N_ELEMENTS (statuses))
    return &statuses[0];
  return &statuses[id];
}

gint64
practice_store_next_id (PracticeStore *store, PracticeIdKind kind)
{
  return ++store->last_ids[kind];
}

/* All records that are looked up here begin with their id and stand in its order. */
static gpointer
find_by_id (GPtrArray *records, gint64 id)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gpointer record = g_ptr_array_index (records, middle);
      gint64 found = *(const gint64 *)record;

      if (found == id)
        return record;
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

PracticeStoreOrder *
practice_store_find_order (PracticeStore *store, gint64 id)
{
  return find_by_id (store->orders, id);
}

PracticeVariant *
practice_store_find_variant (PracticeStore *store, gint64 id)
{
  return find_by_id (store->variants, id);
}

PracticeCustomer *
practice_store_find_customer (PracticeStore *store, gint64 id)
{
  return find_by_id (store->customers, id);
}

PracticeVariant *
practice_store_find_sku (PracticeStore *store, const char *sku)
{
  g_autofree char *key = g_utf8_strdown (sku, -1);

  return g_hash_table_lookup (store->variants_by_sku, g_strstrip (key));
}

PracticeVariant *
practice_store_find_product (PracticeStore *store, gint64 id, guint *n_variants)
{
  guint low = 0;
  guint high = store->product_starts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint start = g_array_index (store->product_starts, guint, middle);
      PracticeVariant *variant = g_ptr_array_index (store->variants, start);

      if (variant->product_id == id)
        {
          guint end = middle + 1 < store->product_starts->len
                          ? g_array_index (store->product_starts, guint, middle + 1)
                          : store->variants->len;

          if (n_variants != NULL)
            *n_variants = end - start;
          return variant;
        }
      if (variant->product_id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

void
practice_store_add_variant (PracticeStore *store, PracticeVariant *variant)
{
  guint index = store->variants->len;
  g_autofree char *key = g_utf8_strdown (variant->sku, -1);
  const PracticeVariant *last = index == 0 ? NULL : g_ptr_array_index (store->variants, index - 1);

  variant->visible_level = variant->level;
  if (last == NULL || last->product_id != variant->product_id)
    g_array_append_val (store->product_starts, index);
  g_ptr_array_add (store->variants, variant);
  g_strstrip (key);
  g_hash_table_insert (store->variants_by_sku, g_steal_pointer (&key), variant);
}

void
practice_store_set_level (PracticeStore *store, PracticeVariant *variant, gint64 level)
{
  variant->visible_level = practice_store_visible_level (store, variant);
  variant->level = level;
  variant->date_modified = practice_now (store->world);
  variant->visible_from = variant->date_modified + store->knobs.inventory_delay_seconds;
}

gint64
practice_store_visible_level (PracticeStore *store, const PracticeVariant *variant)
{
  if (practice_now (store->world) >= variant->visible_from)
    return variant->level;
  return variant->visible_level;
}

void
practice_store_order_changed (PracticeStore *store, PracticeStoreOrder *order)
{
  practice_store_order_settle (order);
  order->date_modified = practice_now (store->world);
}

void
practice_store_take_stock (PracticeStore *store, const PracticeStoreOrder *order)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (order->lines, i);
      PracticeVariant *variant = practice_store_find_variant (store, line->variant_id);

      if (variant != NULL && strcmp (variant->tracking, "none") != 0)
        practice_store_set_level (store, variant, MAX (variant->level - line->quantity, 0));
    }
}
