/* The mirrors of contacts, products and sales orders: what they differ in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-mirrors.h"

const BrightMirrorKind bright_mirror_kinds[BRIGHTPEARL_N_MIRRORS] = {
  [BRIGHTPEARL_MIRROR_CONTACTS] = { "brightpearl-contact", "contacts:searched", "contacts:read-to",
                                    "updatedOn", "sort=contactId.DESC&pageSize=1" },
  [BRIGHTPEARL_MIRROR_PRODUCTS] = { "brightpearl-product", "products:searched", "products:read-to",
                                    "updatedOn", "sort=productId.DESC&pageSize=1" },
  [BRIGHTPEARL_MIRROR_SALES_ORDERS]
  = { "brightpearl-reference", "sales-orders:searched", "sales-orders:read-to", "createdOn",
      "sort=salesOrderId.DESC&pageSize=1" },
};

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
