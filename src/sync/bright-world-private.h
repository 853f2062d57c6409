/* What the files of the world share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-world.h"

G_BEGIN_DECLS

struct _BrightWorld
{
  BrightpearlConfiguration *configuration; /* (owned) (nullable) */
  GHashTable *references;                  /* kind -> GPtrArray of BrightReferenceItem */
  GHashTable *contacts;                    /* gint64 -> BrightpearlContact */
  GHashTable *products;                    /* gint64 -> BrightpearlProduct */
  GHashTable *sales_orders;                /* gint64 -> BrightpearlReference */
  GHashTable *by_email; /* (nullable): folded -> GPtrArray (unowned contacts); made when needed */
  GHashTable *by_identifier;   /* (nullable): folded -> GPtrArray (unowned products) */
  char *identifier;            /* the field that by_identifier is made of */
  GHashTable *by_external_ref; /* external ref -> GArray of ids */
  GHashTable *claims;          /* folded e-mail -> subject */
};

/* Keep the indexes, where they are made already, in step with a mirror: before a record leaves it
 * and after one has come. Making them anew for each would be felt once there are thousands. */
void bright_world_index_contact (BrightWorld *world, BrightpearlContact *contact);
void bright_world_unindex_contact (BrightWorld *world, gint64 id);
void bright_world_index_product (BrightWorld *world, BrightpearlProduct *product);
void bright_world_unindex_product (BrightWorld *world, gint64 id);

G_END_DECLS
