/* The daily proof that nothing is missing, and the way to make it anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PROOF_VIEW (bright_proof_view_get_type ())
G_DECLARE_FINAL_TYPE (BrightProofView, bright_proof_view, BRIGHT, PROOF_VIEW, AdwBin)

/**
 * bright_proof_view_set_service:
 * @self: the view, which has none yet
 * @service: the opened service to show
 */
void bright_proof_view_set_service (BrightProofView *self, BrightSyncService *service);

/**
 * bright_proof_view_tick:
 * @self: the view
 *
 * Tells again how old the proof is.
 */
void bright_proof_view_tick (BrightProofView *self);

G_END_DECLS
