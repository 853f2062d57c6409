/* The sync service: one sync from beginning to end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fixed sequence of phases, each one asynchronous call. The profile's lock is
 * held from the first to the last, so that no other process writes meanwhile.
 */
#include "bright-order-flows.h"
#include "bright-sync-run.h"

#include <glib/gi18n.h>

#define REREAD_SECONDS 3600

static void next (GTask *task);

static void
run_free (gpointer data)
{
  BrightSyncRun *run = data;

  g_clear_pointer (&run->lock, bright_profile_lock_release);
  g_clear_pointer (&run->gone, g_ptr_array_unref);
  bright_store_listing_free (run->listing);
  bright_settings_snapshot_unref (run->settings);
  bright_settings_snapshot_unref (run->active);
  g_strfreev (run->approvals);
  bright_sync_report_free (run->report);
  g_free (run);
}

/* Ends the run; takes @task and @error. */
static void
fail (GTask *task, GError *error)
{
  BrightSyncRun *run = g_task_get_task_data (task);
  BrightSyncService *self = run->service;

  self->is_running = FALSE;
  g_clear_object (&self->run_cancellable);
  bright_sync_service_note_failure (self, error);
  bright_sync_service_set_state (self, bright_error_is_cancelled (error) ? "idle" : "failed",
                                 bright_error_is_cancelled (error) ? _ ("Stopped.")
                                                                   : error->message);
  g_clear_pointer (&run->lock, bright_profile_lock_release);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Goes on, or ends the run; takes @task and @error. */
void
bright_sync_run_advance (GTask *task, gboolean success, GError *error)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  if (!success)
    {
      fail (task, error);
      return;
    }
  run->phase++;
  next (task);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success
      = bright_sync_service_connect_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (success)
    {
      run->bigcommerce_before = bigcommerce_client_get_requests (run->sync->bigcommerce);
      run->brightpearl_before = brightpearl_client_get_requests (run->sync->brightpearl);
    }
  bright_sync_run_advance (user_data, success, error);
}

static void
checkpoints_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  GHashTable *checkpoints
      = bright_journal_load_checkpoints_finish (BRIGHT_JOURNAL (source), result, &error);

  if (checkpoints != NULL)
    {
      g_hash_table_unref (run->sync->checkpoints);
      run->sync->checkpoints = checkpoints;
    }
  bright_sync_run_advance (user_data, checkpoints != NULL, error);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success = bright_sync_recover_finish (result, &error);

  run->service->knows_checkpoints = success;
  bright_sync_run_advance (user_data, success, error);
}

static void
reference_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncRun *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success = bright_reference_load_finish (result, &error);

  if (success)
    {
      run->gone = bright_settings_find_gone (run->settings, run->sync->world);
      bright_sync_service_update_choices (run->service);
    }
  bright_sync_run_advance (user_data, success, error);
}

static void
discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_discover_finish (result, &error);

  bright_sync_run_advance (user_data, success, error);
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_reread_finish (result, &error);

  bright_sync_run_advance (user_data, success, error);
}

static void
flow_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_flow_finish (result, &error);

  bright_sync_run_advance (user_data, success, error);
}

static void
reread (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);
  gint64 age = bright_clock_get_seconds (run->service->clock) - run->sync->reread_at;

  if (age >= 0 && age < REREAD_SECONDS)
    bright_sync_run_advance (task, TRUE, NULL);
  else
    bright_order_reread_async (run->sync, reread_cb, task);
}

static void
flow_discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightSyncRun *run = g_task_get_task_data (task);
  const BrightFlow *const *flows
      = run->phase == PHASE_LATE_FLOWS ? bright_late_flows : bright_flows;
  GError *error = NULL;

  if (!flows[run->flow]->discover_finish (result, &error))
    {
      fail (task, error);
      return;
    }
  run->flow++;
  next (task);
}

/* Lets one flow after another look for what changed. */
static void
discover_flows (GTask *task, const BrightFlow *const *flows)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  for (; flows[run->flow] != NULL && run->gone->len == 0; run->flow++)
    if (flows[run->flow]->discover_async != NULL && flows[run->flow]->is_enabled (run->active))
      {
        flows[run->flow]->discover_async (run->sync, flow_discovered_cb, task);
        return;
      }
  run->flow = 0;
  bright_sync_run_advance (task, TRUE, NULL);
}

static void
progress_cb (gpointer user_data)
{
  BrightSyncService *self = user_data;

  bright_sync_service_set_progress (self, self->sync->done, self->sync->total);
}

/* While a choice of the settings does not exist, orders wait: each of them would fail. */
static void
flow (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  if (run->gone->len > 0)
    {
      bright_sync_run_advance (task, TRUE, NULL);
      return;
    }
  run->sync->progress = progress_cb;
  run->sync->progress_data = run->service;
  bright_order_flow_async (run->sync, flow_ended_cb, task);
}

/* What a crash left open shows once, when a profile was opened. */
static void
recover (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  bright_sync_begin (run->sync, run->active, (const char *const *)run->approvals, run->plan_only,
                     run->service->run_cancellable);
  run->sync->left_out = run->left_out;
  if (run->service->knows_checkpoints)
    bright_sync_run_advance (task, TRUE, NULL);
  else
    bright_sync_recover_async (run->sync, recovered_cb, task);
}

/* Starts the phase; takes @task. */
static void
next (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);
  BrightSyncService *self = run->service;
  BrightSync *sync = run->sync;

  switch (run->phase)
    {
    case PHASE_CONNECT:
      bright_sync_service_connect_async (self, self->run_cancellable, connected_cb, task);
      break;
    case PHASE_CHECKPOINTS:
      if (self->knows_checkpoints)
        bright_sync_run_advance (task, TRUE, NULL);
      else
        bright_journal_load_checkpoints_async (sync->journal, self->run_cancellable,
                                               checkpoints_loaded_cb, task);
      break;
    case PHASE_RECOVER:
      recover (task);
      break;
    case PHASE_REFERENCE:
      bright_reference_load_async (sync, FALSE, reference_loaded_cb, task);
      break;
    case PHASE_DISCOVER:
      bright_order_discover_async (sync, discovered_cb, task);
      break;
    case PHASE_SWEEP:
      bright_sync_run_sweep (task);
      break;
    case PHASE_RECONSIDER:
      bright_sync_run_reconsider (task);
      break;
    case PHASE_REREAD:
      reread (task);
      break;
    case PHASE_DISCOVER_FLOWS:
      discover_flows (task, bright_flows);
      break;
    case PHASE_FLOW:
      flow (task);
      break;
    case PHASE_LATE_FLOWS:
      discover_flows (task, bright_late_flows);
      break;
    case PHASE_PROOF:
      bright_sync_run_prove (task);
      break;
    case PHASE_COUNT:
      bright_sync_run_count (task);
      break;
    case PHASE_ATTENTION:
      bright_sync_run_load_attention (task);
      break;
    case PHASE_DONE:
    default:
      bright_sync_run_finish (task);
      break;
    }
}

static gboolean
prepare (BrightSyncRun *run, GError **error)
{
  g_autoptr (GPtrArray) unchosen = bright_settings_find_unchosen (run->settings);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < unchosen->len; i++)
    {
      const BrightReferenceProblem *problem = unchosen->pdata[i];

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", problem->setting,
                              problem->message);
    }
  if (unchosen->len > 0)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, text->str);
      return FALSE;
    }
  run->lock = bright_profile_lock_acquire (run->service->data_directory, error);
  return run->lock != NULL;
}

void
bright_sync_service_run_async (BrightSyncService *self,
                               gboolean plan_only,
                               const char *const *approvals,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  BrightSyncRun *run;
  GError *error = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->sync != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_run_async);
  if (self->is_running)
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY, "%s",
                               _ ("A sync is under way already."));
      g_object_unref (task);
      return;
    }
  run = g_new0 (BrightSyncRun, 1);
  run->service = self;
  run->sync = self->sync;
  run->plan_only = plan_only;
  run->approvals = g_strdupv ((char **)approvals);
  run->settings = bright_settings_snapshot (self->settings);
  run->left_out
      = bright_pauses_get_left_out (&self->pauses, bright_clock_get_seconds (self->clock));
  run->active = bright_pauses_apply (run->left_out, run->settings);
  run->started = bright_clock_get_monotonic (self->clock);
  run->report = g_new0 (BrightSyncReport, 1);
  g_task_set_task_data (task, run, run_free);
  self->is_running = TRUE;
  self->run_cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  bright_sync_service_set_state (self, "working", _ ("Syncing…"));
  if (prepare (run, &error))
    next (task);
  else
    fail (task, error);
}

BrightSyncReport *
bright_sync_service_run_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
