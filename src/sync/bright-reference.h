/* Reference data as the journal keeps it: one fact per kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-journal.h"
#include "brightpearl-records.h"

G_BEGIN_DECLS

#define BRIGHT_FACT_BRIGHTPEARL_REFERENCE "brightpearl-reference-data"
#define BRIGHT_FACT_BIGCOMMERCE_REFERENCE "bigcommerce-reference-data"

/**
 * BrightReferenceKind:
 * @kind: which, e.g. `warehouse`
 * @items: (element-type BrightReferenceItem): all of that kind
 * @configuration: (nullable): the account's, in a fact of its own
 *
 * All items of one kind.
 */
typedef struct
{
  char *kind;
  GPtrArray *items;
  BrightpearlConfiguration *configuration;
} BrightReferenceKind;

BRIGHT_DECLARE_RECORD (BrightReferenceKind, bright_reference_kind)

/* Puts a kind into @batch as a fact. */
void bright_reference_kind_keep (const BrightReferenceKind *kind,
                                 BrightJournalBatch *batch,
                                 const char *fact,
                                 gint64 time);

G_END_DECLS
