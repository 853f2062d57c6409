/* Where the first run goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightFirstRunStep:
 * @BRIGHT_FIRST_RUN_WELCOME: the practice store, or one's own shop
 * @BRIGHT_FIRST_RUN_STORE: the account of BigCommerce
 * @BRIGHT_FIRST_RUN_ACCOUNT: the account of Brightpearl
 * @BRIGHT_FIRST_RUN_GO_LIVE: from when on orders are synced
 * @BRIGHT_FIRST_RUN_MAPPING: what is not chosen yet
 * @BRIGHT_FIRST_RUN_PREVIEW: what a sync would do
 * @BRIGHT_FIRST_RUN_MODE: who decides that something is written
 *
 * A step of the first run.
 */
typedef enum
{
  BRIGHT_FIRST_RUN_WELCOME,
  BRIGHT_FIRST_RUN_STORE,
  BRIGHT_FIRST_RUN_ACCOUNT,
  BRIGHT_FIRST_RUN_GO_LIVE,
  BRIGHT_FIRST_RUN_MAPPING,
  BRIGHT_FIRST_RUN_PREVIEW,
  BRIGHT_FIRST_RUN_MODE,
} BrightFirstRunStep;

#define BRIGHT_FIRST_RUN_N_STEPS (BRIGHT_FIRST_RUN_MODE + 1)

/* Finds the first step that is not done, from the settings, the tokens and the journal. */
void bright_first_run_find_step_async (BrightSyncService *service,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
bright_first_run_find_step_finish (GAsyncResult *result, BrightFirstRunStep *step, GError **error);

G_END_DECLS
