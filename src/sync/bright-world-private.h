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
  GHashTable *by_identifier;    /* (nullable): folded -> GPtrArray (unowned products) */
  char *identifier;             /* the field that by_identifier is made of */
  GHashTable *by_external_ref;  /* external ref -> GArray of ids */
  GHashTable *claims;           /* folded e-mail -> subject */
};

G_END_DECLS
