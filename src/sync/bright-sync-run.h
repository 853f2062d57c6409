/* What the files of one sync share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-store-listing.h"
#include "bright-sync-service-private.h"

G_BEGIN_DECLS

typedef enum
{
  PHASE_CONNECT,
  PHASE_CHECKPOINTS,
  PHASE_RECOVER,
  PHASE_REFERENCE,
  PHASE_DISCOVER,
  PHASE_SWEEP,
  PHASE_RECONSIDER,
  PHASE_REREAD,
  PHASE_DISCOVER_FLOWS,
  PHASE_FLOW,
  PHASE_LATE_FLOWS,
  PHASE_PROOF,
  PHASE_COUNT,
  PHASE_ATTENTION,
  PHASE_DONE,
} BrightSyncPhase;

typedef struct
{
  BrightSyncService *service; /* (unowned): the task's source */
  BrightSync *sync;           /* (unowned) */
  BrightSyncPhase phase;
  BrightProfileLock *lock;
  BrightSettingsSnapshot *settings; /* as a person chose them */
  BrightSettingsSnapshot *active;   /* without what is paused */
  guint left_out;                   /* what is paused, as bits */
  char **approvals;
  gboolean plan_only;
  gint64 started;
  guint64 bigcommerce_before;
  guint64 brightpearl_before;
  guint flow;                  /* index into the flows that are looked at */
  GPtrArray *gone;             /* (nullable): of BrightReferenceProblem */
  BrightStoreListing *listing; /* (nullable): of the full check, where it was due */
  BrightSyncReport *report;
} BrightSyncRun;

/* Goes on with the next phase, or ends the run; takes @task and @error. */
void bright_sync_run_advance (GTask *task, gboolean success, GError *error);

/* The daily full check, and the proof that is made of it: bright-sync-sweep.c */
void bright_sync_run_sweep (GTask *task);
void bright_sync_run_prove (GTask *task);

/* What a change of the settings means for orders that are known: bright-sync-reconsider.c */
void bright_sync_run_reconsider (GTask *task);

/* The last phases, each of which advances the run: bright-sync-report.c */
void bright_sync_run_count (GTask *task);
void bright_sync_run_load_attention (GTask *task);
void bright_sync_run_finish (GTask *task);

/* Remembers when flows ended well: bright-sync-health.c */
void bright_sync_run_note_success (BrightSyncRun *run);

G_END_DECLS
