/* What is known of Brightpearl, in memory: finding products and contacts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-world-private.h"

#include <string.h>

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static void
add_to_index (GHashTable *index, const char *text, gpointer record)
{
  g_autofree char *folded = bright_world_fold (text);
  GPtrArray *records;

  if (folded[0] == '\0')
    return;
  records = g_hash_table_lookup (index, folded);
  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&folded), records);
    }
  /* The same e-mail may stand in two of a contact's slots. */
  if (!g_ptr_array_find (records, record, NULL))
    g_ptr_array_add (records, record);
}

/* The record must still be as it was when it was added. */
static void
remove_from_index (GHashTable *index, const char *text, gpointer record)
{
  g_autofree char *folded = bright_world_fold (text);
  GPtrArray *records = g_hash_table_lookup (index, folded);

  if (records != NULL && g_ptr_array_remove_fast (records, record) && records->len == 0)
    g_hash_table_remove (index, folded);
}

static const char *
get_identifier (const BrightpearlProduct *product, const char *field)
{
  const struct
  {
    const char *field;
    const char *value;
  } identifiers[] = {
    { "sku", product->sku }, { "barcode", product->barcode }, { "ean", product->ean },
    { "upc", product->upc }, { "isbn", product->isbn },       { "mpn", product->mpn },
  };

  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    if (strcmp (identifiers[i].field, field) == 0)
      return identifiers[i].value;
  return product->custom_code;
}

static void
index_products (BrightWorld *world, const char *field)
{
  GHashTableIter iter;
  gpointer product;

  if (world->by_identifier != NULL && g_strcmp0 (world->identifier, field) == 0)
    return;
  g_clear_pointer (&world->by_identifier, g_hash_table_unref);
  g_free (world->identifier);
  world->identifier = g_strdup (field);
  world->by_identifier = new_index ();
  g_hash_table_iter_init (&iter, world->products);
  while (g_hash_table_iter_next (&iter, NULL, &product))
    add_to_index (world->by_identifier, get_identifier (product, field), product);
}

void
bright_world_index_product (BrightWorld *world, BrightpearlProduct *product)
{
  if (world->by_identifier != NULL)
    add_to_index (world->by_identifier, get_identifier (product, world->identifier), product);
}

void
bright_world_unindex_product (BrightWorld *world, gint64 id)
{
  BrightpearlProduct *product = g_hash_table_lookup (world->products, &id);

  if (world->by_identifier != NULL && product != NULL)
    remove_from_index (world->by_identifier, get_identifier (product, world->identifier), product);
}

static gboolean
equals_trimmed (const char *text, const char *trimmed)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return strcmp (copy, trimmed) == 0;
}

/* How many of the products count, given whether case and being on sale matter. */
static guint
count_products (GPtrArray *products,
                const char *field,
                const char *trimmed,
                gboolean exact,
                gboolean live,
                const BrightpearlProduct **found)
{
  guint count = 0;

  for (guint i = 0; i < products->len; i++)
    {
      const BrightpearlProduct *product = products->pdata[i];

      if ((exact && !equals_trimmed (get_identifier (product, field), trimmed))
          || (live && g_ascii_strcasecmp (product->status, "LIVE") != 0
              && product->status[0] != '\0'))
        continue;
      *found = product;
      count++;
    }
  return count;
}

guint
bright_world_find_product (BrightWorld *world,
                           const char *field,
                           const char *value,
                           const BrightpearlProduct **product)
{
  g_autofree char *folded = bright_world_fold (value);
  g_autofree char *trimmed = g_strstrip (g_strdup (value));
  GPtrArray *products;
  guint count = 0;

  *product = NULL;
  index_products (world, field);
  products = g_hash_table_lookup (world->by_identifier, folded);
  for (int attempt = 0; products != NULL && count == 0 && attempt < 4; attempt++)
    count = count_products (products, field, trimmed, attempt < 2, attempt % 2 == 0, product);
  if (count != 1)
    *product = NULL;
  return count;
}

static void
add_contact (GHashTable *index, BrightpearlContact *contact)
{
  add_to_index (index, contact->primary_email, contact);
  add_to_index (index, contact->secondary_email, contact);
  add_to_index (index, contact->tertiary_email, contact);
}

static void
index_contacts (BrightWorld *world)
{
  GHashTableIter iter;
  gpointer contact;

  if (world->by_email != NULL)
    return;
  world->by_email = new_index ();
  g_hash_table_iter_init (&iter, world->contacts);
  while (g_hash_table_iter_next (&iter, NULL, &contact))
    add_contact (world->by_email, contact);
}

void
bright_world_index_contact (BrightWorld *world, BrightpearlContact *contact)
{
  if (world->by_email != NULL)
    add_contact (world->by_email, contact);
}

void
bright_world_unindex_contact (BrightWorld *world, gint64 id)
{
  BrightpearlContact *contact = g_hash_table_lookup (world->contacts, &id);

  if (world->by_email == NULL || contact == NULL)
    return;
  remove_from_index (world->by_email, contact->primary_email, contact);
  remove_from_index (world->by_email, contact->secondary_email, contact);
  remove_from_index (world->by_email, contact->tertiary_email, contact);
}

BrightContactMatch
bright_world_find_contact (BrightWorld *world,
                           const char *email,
                           const BrightpearlContact **contact)
{
  g_autofree char *folded = bright_world_fold (email);
  GPtrArray *contacts;
  guint primary = 0;
  guint other = 0;
  const BrightpearlContact *with_primary = NULL;
  const BrightpearlContact *with_other = NULL;

  *contact = NULL;
  index_contacts (world);
  contacts = g_hash_table_lookup (world->by_email, folded);
  if (contacts == NULL)
    return BRIGHT_CONTACT_UNKNOWN;
  for (guint i = 0; i < contacts->len; i++)
    {
      const BrightpearlContact *candidate = contacts->pdata[i];
      g_autofree char *first = bright_world_fold (candidate->primary_email);
      gboolean is_primary = strcmp (first, folded) == 0;

      if (candidate->is_staff || candidate->is_supplier)
        continue;
      *(is_primary ? &with_primary : &with_other) = candidate;
      ++*(is_primary ? &primary : &other);
    }
  if (primary + other == 0)
    return BRIGHT_CONTACT_NO_CUSTOMER;
  if ((primary > 0 ? primary : other) > 1)
    return BRIGHT_CONTACT_SEVERAL;
  *contact = primary > 0 ? with_primary : with_other;
  return BRIGHT_CONTACT_FOUND;
}

/* Every record begins with its id. */
static void
collect_ambiguous (GHashTable *index, GArray *ids)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *records = value;

      for (guint i = 0; records->len > 1 && i < records->len; i++)
        g_array_append_val (ids, *(const gint64 *)records->pdata[i]);
    }
}

void
bright_world_collect_ambiguous_contacts (BrightWorld *world, GArray *ids)
{
  index_contacts (world);
  collect_ambiguous (world->by_email, ids);
}

void
bright_world_collect_ambiguous_products (BrightWorld *world, const char *field, GArray *ids)
{
  index_products (world, field);
  collect_ambiguous (world->by_identifier, ids);
}
