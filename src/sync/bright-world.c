/* What is known of Brightpearl, in memory: mirrors and reference data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-world.h"

#include <string.h>

struct _BrightWorld
{
  BrightpearlConfiguration *configuration; /* (owned) (nullable) */
  GHashTable *references;                  /* kind -> GPtrArray of BrightReferenceItem */
  GHashTable *contacts;                    /* gint64 -> BrightpearlContact */
  GHashTable *products;                    /* gint64 -> BrightpearlProduct */
  GHashTable *sales_orders;                /* gint64 -> BrightpearlReference */
  GHashTable *by_email;         /* (nullable): folded -> GPtrArray (unowned contacts); made when needed */
  GHashTable *by_identifier;    /* (nullable): folded -> GPtrArray (unowned products) */
  char *identifier;             /* the field that by_identifier is made of */
  GHashTable *by_external_ref;  /* external ref -> GArray of ids */
  GHashTable *claims;           /* folded e-mail -> subject */
};

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

  world->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
  world->contacts = new_mirror (free_contact);
  world->products = new_mirror (free_product);
  world->sales_orders = new_mirror (free_reference);
  world->by_external_ref = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) g_array_unref);
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
  g_clear_pointer (&world->by_email, g_hash_table_unref);
  g_hash_table_replace (world->contacts, &contact->id, contact);
}

void
bright_world_take_product (BrightWorld *world, BrightpearlProduct *product)
{
  g_clear_pointer (&world->by_identifier, g_hash_table_unref);
  g_hash_table_replace (world->products, &product->id, product);
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
bright_world_remove_contact (BrightWorld *world, gint64 id)
{
  g_clear_pointer (&world->by_email, g_hash_table_unref);
  g_hash_table_remove (world->contacts, &id);
}

void
bright_world_remove_product (BrightWorld *world, gint64 id)
{
  g_clear_pointer (&world->by_identifier, g_hash_table_unref);
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
  g_autofree char *composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed != NULL ? composed : trimmed, -1);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
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

static const char *
get_identifier (const BrightpearlProduct *product, const char *field)
{
  const struct
  {
    const char *field;
    const char *value;
  } identifiers[] = {
    { "sku", product->sku },   { "barcode", product->barcode }, { "ean", product->ean },
    { "upc", product->upc },   { "isbn", product->isbn },       { "mpn", product->mpn },
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
index_contacts (BrightWorld *world)
{
  GHashTableIter iter;
  gpointer value;

  if (world->by_email != NULL)
    return;
  world->by_email = new_index ();
  g_hash_table_iter_init (&iter, world->contacts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BrightpearlContact *contact = value;

      add_to_index (world->by_email, contact->primary_email, value);
      add_to_index (world->by_email, contact->secondary_email, value);
      add_to_index (world->by_email, contact->tertiary_email, value);
    }
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
  g_hash_table_foreach_remove (world->claims, is_claim_of, (gpointer) subject);
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
        g_array_append_val (ids, *(const gint64 *) records->pdata[i]);
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
