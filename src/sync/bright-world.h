/* What is known of Brightpearl, in memory, for deciding without asking.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mirrors of contacts, products and sales orders with the indexes that
 * decide looks things up in, and the reference data. It does no I/O: discover
 * fills it, decide reads it.
 */
#pragma once

#include "brightpearl-records.h"

G_BEGIN_DECLS

typedef struct _BrightWorld BrightWorld;

BrightWorld *bright_world_new (void);
void bright_world_free (BrightWorld *world);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightWorld, bright_world_free)

/* Takes @configuration. */
void bright_world_take_configuration (BrightWorld *world, BrightpearlConfiguration *configuration);

/* The account's configuration, or NULL while it is not known. */
const BrightpearlConfiguration *bright_world_get_configuration (const BrightWorld *world);

/* Replaces the reference data of a kind, e.g. `channel`; takes @items. */
void bright_world_take_reference (BrightWorld *world, const char *kind, GPtrArray *items);

/**
 * bright_world_find_reference:
 * @world: the world
 * @kind: e.g. `tax-code`
 * @id: the id sought, or 0
 * @code: (nullable): the code sought, where the kind has codes
 *
 * Returns: (transfer none) (nullable): the item
 */
const BrightReferenceItem *bright_world_find_reference (const BrightWorld *world,
                                                        const char *kind,
                                                        gint64 id,
                                                        const char *code);

/* Whether reference data of a kind were loaded at all. */
gboolean bright_world_has_reference (const BrightWorld *world, const char *kind);

/* Put a record into its mirror in place of an older one; they take the record. */
void bright_world_take_contact (BrightWorld *world, BrightpearlContact *contact);
void bright_world_take_product (BrightWorld *world, BrightpearlProduct *product);
void bright_world_take_sales_order (BrightWorld *world, BrightpearlReference *reference);

/* Forgets all mirrors and claims, to be loaded anew. */
void bright_world_clear_mirrors (BrightWorld *world);

/* Calls @function with each BrightpearlReference and @user_data. */
void
bright_world_foreach_sales_order (const BrightWorld *world, GFunc function, gpointer user_data);

/* Forget what is no longer there. */
void bright_world_remove_contact (BrightWorld *world, gint64 id);
void bright_world_remove_product (BrightWorld *world, gint64 id);
void bright_world_remove_sales_order (BrightWorld *world, gint64 id);

/* Adds to @ids (of gint64) the contacts or products that share an e-mail or an identifier
 * with others, so that nothing can be matched with them. */
void bright_world_collect_ambiguous_contacts (BrightWorld *world, GArray *ids);
void
bright_world_collect_ambiguous_products (BrightWorld *world, const char *field, GArray *ids);

const BrightpearlContact *bright_world_get_contact (const BrightWorld *world, gint64 id);
const BrightpearlProduct *bright_world_get_product (const BrightWorld *world, gint64 id);

/**
 * bright_world_find_product:
 * @world: the world
 * @field: which identifier: sku, barcode, ean, upc, isbn, mpn, or a custom field's code
 * @value: its value
 * @product: (out) (transfer none) (nullable): the one product that has it
 *
 * Looks for the value as it is, then without regard to case; surrounding blanks
 * never count. Products that are no longer sold yield to those that are.
 *
 * Returns: how many have it; anything but 1 leaves @product %NULL
 */
guint bright_world_find_product (BrightWorld *world,
                                 const char *field,
                                 const char *value,
                                 const BrightpearlProduct **product);

/**
 * BrightContactMatch:
 * @BRIGHT_CONTACT_UNKNOWN: nobody has this e-mail
 * @BRIGHT_CONTACT_FOUND: one customer has it
 * @BRIGHT_CONTACT_SEVERAL: several customers have it
 * @BRIGHT_CONTACT_NO_CUSTOMER: only staff or suppliers have it
 *
 * Who has an e-mail.
 */
typedef enum
{
  BRIGHT_CONTACT_UNKNOWN,
  BRIGHT_CONTACT_FOUND,
  BRIGHT_CONTACT_SEVERAL,
  BRIGHT_CONTACT_NO_CUSTOMER,
} BrightContactMatch;

/**
 * bright_world_find_contact:
 * @world: the world
 * @email: an e-mail; case and surrounding blanks do not count
 * @contact: (out) (transfer none) (nullable): the one customer
 *
 * A customer's first e-mail goes before second and third ones.
 *
 * Returns: who has it
 */
BrightContactMatch bright_world_find_contact (BrightWorld *world,
                                              const char *email,
                                              const BrightpearlContact **contact);

/**
 * bright_world_find_sales_order:
 * @world: the world
 * @external_ref: the reference that its maker gave it
 * @channel_id: the channel it must belong to
 *
 * Returns: its id, the lowest if there are several, or 0
 */
gint64 bright_world_find_sales_order (const BrightWorld *world,
                                      const char *external_ref,
                                      gint64 channel_id);

/**
 * bright_world_claim_email:
 * @world: the world
 * @email: an e-mail
 * @subject: who makes the contact for it
 *
 * Two orders of one new shopper make one contact: the first to claim the
 * e-mail makes it, the others wait.
 *
 * Returns: (transfer none): who has the claim: @subject, or another
 */
const char *
bright_world_claim_email (BrightWorld *world, const char *email, const char *subject);

/* Gives up all claims of @subject. */
void bright_world_release_emails (BrightWorld *world, const char *subject);

/* Trimmed, composed and case-folded, for comparing; newly allocated. */
char *bright_world_fold (const char *text);

G_END_DECLS
