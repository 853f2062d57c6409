/* The mirrors of contacts, products and sales orders: what they differ in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-mirrors.h"

#define KIND(fact, name, changed, id)                                                              \
  {                                                                                                \
    fact, name ":searched", name ":read-to", name ":unknown", changed,                             \
        "sort=" id ".DESC&pageSize=1"                                                              \
  }

const BrightMirrorKind bright_mirror_kinds[BRIGHTPEARL_N_MIRRORS] = {
  [BRIGHTPEARL_MIRROR_CONTACTS]
  = KIND ("brightpearl-contact", "contacts", "updatedOn", "contactId"),
  [BRIGHTPEARL_MIRROR_PRODUCTS]
  = KIND ("brightpearl-product", "products", "updatedOn", "productId"),
  [BRIGHTPEARL_MIRROR_SALES_ORDERS]
  = KIND ("brightpearl-reference", "sales-orders", "createdOn", "salesOrderId"),
};

void
bright_mirrors_note_unknown (BrightSync *sync, BrightJournalBatch *batch, BrightpearlMirror mirror)
{
  sync->unknown_serial[mirror]++;
  sync->freshness[mirror] &= ~(guint)BRIGHT_FRESHNESS_ADDED;
  bright_sync_set_checkpoint_number (sync, batch, bright_mirror_kinds[mirror].unknown,
                                     bright_clock_get_seconds (sync->clock));
}

void
bright_mirrors_take (BrightWorld *world, BrightpearlMirror mirror, gpointer record)
{
  if (mirror == BRIGHTPEARL_MIRROR_CONTACTS)
    bright_world_take_contact (world, record);
  else if (mirror == BRIGHTPEARL_MIRROR_PRODUCTS)
    bright_world_take_product (world, record);
  else
    bright_world_take_sales_order (world, record);
}

void
bright_mirrors_keep (BrightSync *sync,
                     BrightJournalBatch *batch,
                     BrightpearlMirror mirror,
                     GPtrArray *records)
{
  while (records->len > 0)
    {
      /* Every record begins with its id. */
      gpointer record = g_ptr_array_steal_index (records, records->len - 1);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *)record);
      g_autofree char *text
          = bright_record_to_string (brightpearl_mirror_get_type_of (mirror), record);

      bright_journal_batch_put_fact (batch, bright_mirror_kinds[mirror].fact, key, text, "",
                                     bright_sync_get_time (sync));
      bright_mirrors_take (sync->world, mirror, record);
    }
}

void
bright_mirrors_forget (BrightSync *sync,
                       BrightJournalBatch *batch,
                       BrightpearlMirror mirror,
                       gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  bright_journal_batch_remove_fact (batch, bright_mirror_kinds[mirror].fact, key);
  if (mirror == BRIGHTPEARL_MIRROR_CONTACTS)
    bright_world_remove_contact (sync->world, id);
  else if (mirror == BRIGHTPEARL_MIRROR_PRODUCTS)
    bright_world_remove_product (sync->world, id);
}
