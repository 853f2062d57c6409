/* What is known of Brightpearl, in memory: mirrors and reference data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-world-private.h"

#include <string.h>

static void
free_contact (gpointer contact)
{
  brightpearl_contact_free (contact);
}

static void
free_product (gpointer product)
{
  brightpearl_product_free (product);
}

static void
free_reference (gpointer reference)
{
  brightpearl_reference_free (reference);
}

static GHashTable *
new_mirror (GDestroyNotify free_record)
{
  /* The key is the id inside the record. */
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_record);
}

BrightWorld *
bright_world_new (void)
{
  BrightWorld *world = g_new0 (BrightWorld, 1);

  world->references
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  world->contacts = new_mirror (free_contact);
  world->products = new_mirror (free_product);
  world->sales_orders = new_mirror (free_reference);
  world->by_external_ref
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  world->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return world;
}

void
bright_world_free (BrightWorld *world)
{
  if (world == NULL)
    return;
  brightpearl_configuration_free (world->configuration);
  g_hash_table_unref (world->references);
  g_clear_pointer (&world->by_email, g_hash_table_unref);
  g_clear_pointer (&world->by_identifier, g_hash_table_unref);
  g_hash_table_unref (world->contacts);
  g_hash_table_unref (world->products);
  g_hash_table_unref (world->sales_orders);
  g_hash_table_unref (world->by_external_ref);
  g_hash_table_unref (world->claims);
  g_free (world->identifier);
  g_free (world);
}

void
bright_world_take_configuration (BrightWorld *world, BrightpearlConfiguration *configuration)
{
  brightpearl_configuration_free (world->configuration);
  world->configuration = configuration;
}

const BrightpearlConfiguration *
bright_world_get_configuration (const BrightWorld *world)
{
  return world->configuration;
}

void
bright_world_take_reference (BrightWorld *world, const char *kind, GPtrArray *items)
{
  g_hash_table_replace (world->references, g_strdup (kind), items);
}

gboolean
bright_world_has_reference (const BrightWorld *world, const char *kind)
{
  return g_hash_table_contains (world->references, kind);
}

const BrightReferenceItem *
bright_world_find_reference (const BrightWorld *world,
                             const char *kind,
                             gint64 id,
                             const char *code)
{
  GPtrArray *items = g_hash_table_lookup (world->references, kind);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const BrightReferenceItem *item = items->pdata[i];

      if (code != NULL ? strcmp (item->code, code) == 0 : item->id == id)
        return item;
    }
  return NULL;
}

void
bright_world_take_contact (BrightWorld *world, BrightpearlContact *contact)
{
  bright_world_unindex_contact (world, contact->id);
  g_hash_table_replace (world->contacts, &contact->id, contact);
  bright_world_index_contact (world, contact);
}

void
bright_world_take_product (BrightWorld *world, BrightpearlProduct *product)
{
  bright_world_unindex_product (world, product->id);
  g_hash_table_replace (world->products, &product->id, product);
  bright_world_index_product (world, product);
}

void
bright_world_take_sales_order (BrightWorld *world, BrightpearlReference *reference)
{
  GArray *ids;

  bright_world_remove_sales_order (world, reference->id);
  g_hash_table_replace (world->sales_orders, &reference->id, reference);
  if (reference->external_ref[0] == '\0')
    return;
  ids = g_hash_table_lookup (world->by_external_ref, reference->external_ref);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (world->by_external_ref, g_strdup (reference->external_ref), ids);
    }
  g_array_append_val (ids, reference->id);
}

void
bright_world_remove_sales_order (BrightWorld *world, gint64 id)
{
  const BrightpearlReference *reference = g_hash_table_lookup (world->sales_orders, &id);
  GArray *ids;

  if (reference == NULL)
    return;
  ids = g_hash_table_lookup (world->by_external_ref, reference->external_ref);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index_fast (ids, i);
        break;
      }
  g_hash_table_remove (world->sales_orders, &id);
}

void
bright_world_foreach_sales_order (const BrightWorld *world, GFunc function, gpointer user_data)
{
  GHashTableIter iter;
  gpointer reference;

  g_hash_table_iter_init (&iter, world->sales_orders);
  while (g_hash_table_iter_next (&iter, NULL, &reference))
    function (reference, user_data);
}

const BrightpearlContact *
bright_world_get_contact (const BrightWorld *world, gint64 id)
{
  return g_hash_table_lookup (world->contacts, &id);
}

const BrightpearlProduct *
bright_world_get_product (const BrightWorld *world, gint64 id)
{
  return g_hash_table_lookup (world->products, &id);
}

void
bright_world_clear_mirrors (BrightWorld *world)
{
  g_clear_pointer (&world->by_email, g_hash_table_unref);
  g_clear_pointer (&world->by_identifier, g_hash_table_unref);
  g_hash_table_remove_all (world->contacts);
  g_hash_table_remove_all (world->products);
  g_hash_table_remove_all (world->by_external_ref);
  g_hash_table_remove_all (world->sales_orders);
  g_hash_table_remove_all (world->claims);
}

void
bright_world_remove_contact (BrightWorld *world, gint64 id)
{
  bright_world_unindex_contact (world, id);
  g_hash_table_remove (world->contacts, &id);
}

void
bright_world_remove_product (BrightWorld *world, gint64 id)
{
  bright_world_unindex_product (world, id);
  g_hash_table_remove (world->products, &id);
}

gint64
bright_world_find_sales_order (const BrightWorld *world,
                               const char *external_ref,
                               gint64 channel_id)
{
  GArray *ids = g_hash_table_lookup (world->by_external_ref, external_ref);
  gint64 lowest = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const BrightpearlReference *reference = g_hash_table_lookup (world->sales_orders, &id);

      if (reference->channel_id == channel_id && (lowest == 0 || id < lowest))
        lowest = id;
    }
  return lowest;
}

char *
bright_world_fold (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *composed = NULL;

  /* The same, and far cheaper: mirrors of many thousands are folded. */
  if (g_str_is_ascii (trimmed))
    return g_ascii_strdown (trimmed, -1);
  composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (composed != NULL ? composed : trimmed, -1);
}

const char *
bright_world_claim_email (BrightWorld *world, const char *email, const char *subject)
{
  g_autofree char *folded = bright_world_fold (email);
  const char *claimant = g_hash_table_lookup (world->claims, folded);

  if (claimant != NULL)
    return claimant;
  g_hash_table_insert (world->claims, g_steal_pointer (&folded), g_strdup (subject));
  return subject;
}

static gboolean
is_claim_of (gpointer email, gpointer claimant, gpointer subject)
{
  return strcmp (claimant, subject) == 0;
}

void
bright_world_release_emails (BrightWorld *world, const char *subject)
{
  g_hash_table_foreach_remove (world->claims, is_claim_of, (gpointer)subject);
}
