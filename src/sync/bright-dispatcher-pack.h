/* Steps that travel together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-dispatcher.h"

G_BEGIN_DECLS

typedef struct
{
  BrightStep *step;
  gint64 intent;
  BrightOutcomeFunc function;
  gpointer user_data;
} BrightPackEntry;

typedef struct
{
  BrightDispatcher *dispatcher; /* (owned) */
  GPtrArray *entries;           /* of BrightPackEntry */
  GPtrArray *steps;             /* (unowned elements): theirs */
} BrightPack;

BrightPack *bright_pack_new (BrightDispatcher *dispatcher);
void bright_pack_free (gpointer pack);
void bright_pack_entry_free (gpointer entry);

G_END_DECLS
