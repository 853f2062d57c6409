/* What the files of the mirrors share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync.h"

G_BEGIN_DECLS

/* What the mirrors differ in. */
typedef struct
{
  const char *fact;
  const char *searched; /* checkpoint: time of the last complete search */
  const char *read_to;  /* checkpoint: all ids up to this one were looked at */
  const char *unknown;  /* checkpoint: time of the last write of unknown outcome */
  const char *changed;  /* filter for what is new to a search */
  const char *newest;   /* filter that gives the highest id alone */
} BrightMirrorKind;

extern const BrightMirrorKind bright_mirror_kinds[BRIGHTPEARL_N_MIRRORS];

/* Hands a record to the world; takes it. */
void bright_mirrors_take (BrightWorld *world, BrightpearlMirror mirror, gpointer record);

/* Forgets a record: what was asked for by its id and did not come is gone. */
void bright_mirrors_forget (BrightSync *sync,
                            BrightJournalBatch *batch,
                            BrightpearlMirror mirror,
                            gint64 id);

G_END_DECLS
