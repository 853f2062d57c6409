/* The sync service: the daily full check in a sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the check listed serves twice: what differs is decided with everything
 * else, and when all is done the proof is made of it.
 */
#include "bright-order-sweep.h"
#include "bright-proof.h"
#include "bright-sync-run.h"

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;

  run->listing = bright_order_sweep_finish (result, &error);
  bright_sync_run_advance (user_data, run->listing != NULL, error);
}

void
bright_sync_run_sweep (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  if (run->plan_only || !bright_order_sweep_is_due (run->sync))
    bright_sync_run_advance (task, TRUE, NULL);
  else
    bright_order_sweep_async (run->sync, swept_cb, task);
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (BrightProof) proof = bright_proof_make_finish (result, &error);

  bright_sync_run_advance (user_data, proof != NULL, error);
}

void
bright_sync_run_prove (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  if (run->listing == NULL)
    bright_sync_run_advance (task, TRUE, NULL);
  else
    bright_proof_make_async (run->sync, run->listing->heads, run->sync->cancellable, proved_cb,
                             task);
}
