/* A day of the proof as a row of its table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BrightProofColumn:
 *
 * The columns of the table, in their order.
 */
typedef enum
{
  BRIGHT_PROOF_DAY,
  BRIGHT_PROOF_COMPLETE,
  BRIGHT_PROOF_STORE,
  BRIGHT_PROOF_LINKED,
  BRIGHT_PROOF_FILTERED,
  BRIGHT_PROOF_HELD,
  BRIGHT_PROOF_ATTENTION,
  BRIGHT_PROOF_MONEY_STORE,
  BRIGHT_PROOF_MONEY_BRIGHTPEARL,
  BRIGHT_N_PROOF_COLUMNS,
} BrightProofColumn;

#define BRIGHT_TYPE_PROOF_ITEM (bright_proof_item_get_type ())
G_DECLARE_FINAL_TYPE (BrightProofItem, bright_proof_item, BRIGHT, PROOF_ITEM, GObject)

/**
 * bright_proof_item_new:
 * @day: a day
 *
 * Returns: (transfer full): the row for it, which never changes
 */
BrightProofItem *bright_proof_item_new (const BrightProofDay *day);

/**
 * bright_proof_item_get_text:
 * @self: a row
 * @column: which column
 *
 * Returns: (transfer none): what stands there
 */
const char *bright_proof_item_get_text (BrightProofItem *self, BrightProofColumn column);

G_END_DECLS
