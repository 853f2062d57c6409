/* Brightpearl's records of stock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* A movement of goods: one row of a search. */
typedef struct
{
  gint64 id;
  gint64 product_id;
  char *updated_on; /* as it was written, to be compared only */
} BrightpearlMovement;

BRIGHT_DECLARE_RECORD (BrightpearlMovement, brightpearl_movement)

/* What goes into a bundle. */
typedef struct
{
  gint64 product_id;
  gint64 quantity; /* for one bundle */
} BrightpearlComponent;

BRIGHT_DECLARE_RECORD (BrightpearlComponent, brightpearl_component)

/* What a product is made of. */
typedef struct
{
  gint64 id;
  gboolean is_bundle;
  GPtrArray *components; /* of BrightpearlComponent; empty where it is no bundle */
} BrightpearlComposition;

BRIGHT_DECLARE_RECORD (BrightpearlComposition, brightpearl_composition)

G_END_DECLS
