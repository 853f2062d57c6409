/* What the store should have, and whether it may be told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-decide.h"

#include "bright-stock-units.h"

#include <string.h>

/* So many SKUs at 0 are never a matter of course, however large the catalogue. */
#define LARGEST_DROP 50

/* Reasons that a look at the store's tracking gives or takes back. */
static const char *const tracking_reasons[] = { BRIGHT_STOCK_NOT_TRACKED, BRIGHT_STOCK_SHARED,
                                                NULL };

void
bright_stock_set_reason (BrightStockItem *item, const char *reason, const char *detail)
{
  if (strcmp (item->reason, reason) == 0)
    return;
  g_free (item->reason);
  item->reason = g_strdup (reason);
  g_free (item->detail);
  item->detail = g_strdup (detail != NULL ? detail : "");
  item->is_dirty = TRUE;
  item->needs_words = TRUE;
}

static void
set_product (BrightStockItem *item, const BrightpearlProduct *product)
{
  gint64 id = product != NULL ? product->id : 0;
  gboolean is_tracked = product != NULL && product->is_stock_tracked;

  if (item->brightpearl_id == id && item->is_stock_tracked == is_tracked)
    return;
  if (item->brightpearl_id != id)
    {
      item->is_composed = FALSE;
      item->is_bundle = FALSE;
      g_ptr_array_set_size (item->components, 0);
    }
  item->brightpearl_id = id;
  item->is_stock_tracked = is_tracked;
  item->is_dirty = TRUE;
}

void
bright_stock_match (BrightStockItem *item,
                    BrightWorld *world,
                    const BrightSettingsSnapshot *settings)
{
  const BrightpearlProduct *product = NULL;
  guint count = 0;

  if (item->identifier[0] != '\0')
    count = bright_world_find_product (world, settings->items.brightpearl_field, item->identifier,
                                       &product);
  set_product (item, product);
  if (count > 1)
    bright_stock_set_reason (item, BRIGHT_STOCK_AMBIGUOUS, NULL);
  else if (product == NULL)
    bright_stock_set_reason (item, BRIGHT_STOCK_UNMATCHED, NULL);
  else if (strcmp (item->reason, BRIGHT_STOCK_AMBIGUOUS) == 0
           || strcmp (item->reason, BRIGHT_STOCK_UNMATCHED) == 0)
    bright_stock_set_reason (item, "", NULL);
}

static void
claim (GHashTable *claimed, gint64 product_id, gint64 count)
{
  gint64 *before = g_hash_table_lookup (claimed, &product_id);

  if (before != NULL)
    *before += count;
  else
    g_hash_table_insert (claimed, g_memdup2 (&product_id, sizeof product_id),
                         g_memdup2 (&count, sizeof count));
}

static void
claim_variant (GHashTable *claimed, const BrightStockItem *item, gint64 count)
{
  if (item == NULL || item->brightpearl_id == 0)
    return;
  if (!item->is_bundle)
    claim (claimed, item->brightpearl_id, count);
  for (guint i = 0; i < item->components->len; i++)
    {
      const BrightpearlComponent *component = item->components->pdata[i];

      claim (claimed, component->product_id, count * component->quantity);
    }
}

GHashTable *
bright_stock_sum_claims (GPtrArray *claims, GHashTable *items)
{
  GHashTable *claimed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < claims->len; i++)
    {
      const BrightStockClaim *order = claims->pdata[i];

      for (guint j = 0; j < order->lines->len; j++)
        {
          const BrightStockUnits *line = order->lines->pdata[j];

          if (line->variant_id != 0)
            claim_variant (claimed, g_hash_table_lookup (items, &line->variant_id), line->units);
          else
            claim (claimed, line->product_id, line->units);
        }
    }
  return claimed;
}

static gint64
get_number (GHashTable *numbers, gint64 id, guint index)
{
  const gint64 *found = g_hash_table_lookup (numbers, &id);

  return found != NULL ? found[index] : 0;
}

/* What one warehouse can put together by itself. */
static gint64
count_bundles (const BrightStockItem *item, GHashTable *units, guint warehouse)
{
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < item->components->len; i++)
    {
      const BrightpearlComponent *component = item->components->pdata[i];

      if (component->quantity > 0)
        least = MIN (least, get_number (units, component->product_id, warehouse)
                                / component->quantity);
    }
  return least != G_MAXINT64 ? MAX (least, 0) : 0;
}

static gint64
count_claimed (const BrightStockItem *item, GHashTable *claimed)
{
  gint64 most = 0;

  if (!item->is_bundle)
    return get_number (claimed, item->brightpearl_id, 0);
  for (guint i = 0; i < item->components->len; i++)
    {
      const BrightpearlComponent *component = item->components->pdata[i];
      gint64 quantity = MAX (component->quantity, 1);

      most = MAX (most, (get_number (claimed, component->product_id, 0) + quantity - 1) / quantity);
    }
  return most;
}

gint64
bright_stock_count_units (const BrightStockItem *item,
                          GHashTable *units,
                          guint n_warehouses,
                          GHashTable *claimed,
                          gint64 buffer)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_warehouses; i++)
    sum += item->is_bundle ? count_bundles (item, units, i)
                           : get_number (units, item->brightpearl_id, i);
  /* The store takes no more than 32 bits. */
  return CLAMP (sum - buffer - count_claimed (item, claimed), 0, G_MAXINT32);
}

static GHashTable *
count_variants (GHashTable *items)
{
  GHashTable *counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &item->product_id));

      g_hash_table_insert (counts, &item->product_id, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

/* What the store's way to keep stock means for an item. */
static void
judge_tracking (BrightStockItem *item, GHashTable *counts)
{
  gboolean is_left_alone
      = item->reason[0] != '\0' && !g_strv_contains (tracking_reasons, item->reason);

  if (item->tracking[0] == '\0' || is_left_alone)
    return;
  if (strcmp (item->tracking, "none") == 0)
    bright_stock_set_reason (item, BRIGHT_STOCK_NOT_TRACKED, NULL);
  else if (strcmp (item->tracking, "product") == 0
           && GPOINTER_TO_UINT (g_hash_table_lookup (counts, &item->product_id)) > 1)
    bright_stock_set_reason (item, BRIGHT_STOCK_SHARED, NULL);
  else
    bright_stock_set_reason (item, "", NULL);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BrightStockItem *one = *(const BrightStockItem *const *) a;
  const BrightStockItem *other = *(const BrightStockItem *const *) b;

  return one->variant_id < other->variant_id ? -1 : one->variant_id > other->variant_id;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
note_unknown (BrightStockDecision *decision, const BrightStockItem *item, gboolean doubts_untracked)
{
  gboolean is_doubted
      = doubts_untracked && strcmp (item->reason, BRIGHT_STOCK_NOT_TRACKED) == 0;

  if ((item->tracking[0] == '\0' && item->reason[0] == '\0') || is_doubted)
    g_array_append_val (decision->unknown, item->product_id);
}

static void
drop_repetitions (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || g_array_index (ids, gint64, kept - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);
}

static gboolean
is_brake_due (const BrightStockDecision *decision, gint64 percent)
{
  if (decision->n_dropping == 0 || percent >= 100)
    return FALSE;
  return decision->n_dropping > LARGEST_DROP
         || (gint64) decision->n_dropping * 100 > percent * (gint64) decision->n_matched;
}

BrightStockDecision *
bright_stock_decide (GHashTable *items,
                     const BrightSettingsSnapshot *settings,
                     gboolean doubts_untracked)
{
  BrightStockDecision *decision = g_new0 (BrightStockDecision, 1);
  g_autoptr (GHashTable) counts = count_variants (items);
  GHashTableIter iter;
  gpointer value;

  decision->changes = g_ptr_array_new ();
  decision->unknown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;

      judge_tracking (item, counts);
      if (!item->has_target)
        continue;
      if (item->level != item->target)
        note_unknown (decision, item, doubts_untracked);
      if (item->reason[0] != '\0')
        continue;
      decision->n_matched++;
      if (item->level == item->target)
        continue;
      decision->n_dropping += item->target == 0 && item->level > 0;
      g_ptr_array_add (decision->changes, item);
    }
  g_ptr_array_sort (decision->changes, compare_items);
  drop_repetitions (decision->unknown);
  decision->is_braked = is_brake_due (decision, settings->inventory.largest_drop_percent);
  return decision;
}

void
bright_stock_decision_free (BrightStockDecision *decision)
{
  if (decision == NULL)
    return;
  g_ptr_array_unref (decision->changes);
  g_array_unref (decision->unknown);
  g_free (decision);
}
