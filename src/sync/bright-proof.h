/* The proof that nothing is missing, made and stored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-store-listing.h"
#include "bright-sync-service.h"

G_BEGIN_DECLS

#define BRIGHT_FACT_PROOF "proof"
#define BRIGHT_CHECKPOINT_PROVED "proof:time"

/**
 * bright_proof_make_async:
 * @sync: what all flows share; reference data are loaded
 * @heads: (element-type BrightStoreHead): the store's orders since go-live
 * @cancellable: (nullable): to stop
 * @callback: called when it is made and stored
 * @user_data: given to @callback
 *
 * Looks for each of the store's orders in the journal, off the main loop, and
 * stores the outcome of each day, in place of what was stored before.
 */
void bright_proof_make_async (BrightSync *sync,
                              GArray *heads,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * bright_proof_make_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the proof
 */
BrightProof *bright_proof_make_finish (GAsyncResult *result, GError **error);

/* Puts each day into @batch as a fact, in place of all that were there. */
void bright_proof_keep (const BrightProof *proof, BrightJournalBatch *batch, gint64 time);

/* A day as it is kept. */
extern const BrightRecordType bright_proof_day_type;

/* The proof whose days (element-type of @bright_proof_day_type) were kept; empties @days. */
BrightProof *bright_proof_restore (GPtrArray *days);

/* A proof without days, which is complete; and a day added to it, which is too; takes @name. */
BrightProof *bright_proof_new (void);
BrightProofDay *bright_proof_add_day (BrightProof *proof, char *name);

G_END_DECLS
