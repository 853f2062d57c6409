/* The sync service: one sync from beginning to end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fixed sequence of phases, each one asynchronous call. The profile's lock is
 * held from the first to the last, so that no other process writes meanwhile.
 */
#include "bright-order-flows.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHECKPOINT_SETTINGS "settings:digest"
#define REREAD_SECONDS 3600

typedef enum
{
  PHASE_CONNECT,
  PHASE_CHECKPOINTS,
  PHASE_RECOVER,
  PHASE_REFERENCE,
  PHASE_DISCOVER,
  PHASE_RECONSIDER,
  PHASE_REREAD,
  PHASE_DISCOVER_FLOWS,
  PHASE_FLOW,
  PHASE_LATE_FLOWS,
  PHASE_COUNT,
  PHASE_ATTENTION,
  PHASE_DONE,
} Phase;

typedef struct
{
  BrightSyncService *service; /* (unowned): the task's source */
  BrightSync *sync;           /* (unowned) */
  Phase phase;
  BrightProfileLock *lock;
  BrightSettingsSnapshot *settings;
  char **approvals;
  gboolean plan_only;
  gint64 started;
  guint64 bigcommerce_before;
  guint64 brightpearl_before;
  guint flow; /* index into the flows that are looked at */
  GPtrArray *gone; /* (nullable): of BrightReferenceProblem */
  BrightSyncReport *report;
} Run;

static void next (GTask *task);

static void
run_free (gpointer data)
{
  Run *run = data;

  g_clear_pointer (&run->lock, bright_profile_lock_release);
  g_clear_pointer (&run->gone, g_ptr_array_unref);
  bright_settings_snapshot_unref (run->settings);
  g_strfreev (run->approvals);
  bright_sync_report_free (run->report);
  g_free (run);
}

void
bright_sync_report_free (BrightSyncReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->attention, g_ptr_array_unref);
  g_clear_pointer (&report->steps, g_ptr_array_unref);
  g_free (report);
}

/* Ends the run; takes @task and @error. */
static void
fail (GTask *task, GError *error)
{
  Run *run = g_task_get_task_data (task);
  BrightSyncService *self = run->service;

  self->is_running = FALSE;
  g_clear_object (&self->run_cancellable);
  bright_sync_service_set_state (self, bright_error_is_cancelled (error) ? "idle" : "failed",
                                 bright_error_is_cancelled (error) ? _ ("Stopped.")
                                                                   : error->message);
  g_clear_pointer (&run->lock, bright_profile_lock_release);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Goes on, or ends the run; takes @task and @error. */
static void
advance (GTask *task, gboolean success, GError *error)
{
  Run *run = g_task_get_task_data (task);

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
  Run *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success
      = bright_sync_service_connect_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (success)
    {
      run->bigcommerce_before = bigcommerce_client_get_requests (run->sync->bigcommerce);
      run->brightpearl_before = brightpearl_client_get_requests (run->sync->brightpearl);
    }
  advance (user_data, success, error);
}

static void
checkpoints_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  GHashTable *checkpoints
      = bright_journal_load_checkpoints_finish (BRIGHT_JOURNAL (source), result, &error);

  if (checkpoints != NULL)
    {
      g_hash_table_unref (run->sync->checkpoints);
      run->sync->checkpoints = checkpoints;
    }
  advance (user_data, checkpoints != NULL, error);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success = bright_sync_recover_finish (result, &error);

  run->service->knows_checkpoints = success;
  advance (user_data, success, error);
}

static void
reference_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = g_task_get_task_data (user_data);
  GError *error = NULL;
  gboolean success = bright_reference_load_finish (result, &error);

  if (success)
    run->gone = bright_settings_find_gone (run->settings, run->sync->world);
  advance (user_data, success, error);
}

static void
discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_discover_finish (result, &error);

  advance (user_data, success, error);
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_reread_finish (result, &error);

  advance (user_data, success, error);
}

static void
flow_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  gboolean success = bright_order_flow_finish (result, &error);

  advance (user_data, success, error);
}

static char *
digest_settings (BrightSyncService *self)
{
  g_autofree char *text = bright_settings_dup_text (self->settings);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* After a change of the settings, whatever was kept out by them is decided again. */
static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autofree char *digest = digest_settings (run->service);
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const BrightSubject *subject = subjects->pdata[i];

      if (strcmp (subject->state, "linked") != 0 && strcmp (subject->state, "cancelled") != 0)
        bright_sync_add_undecided (run->sync, subject->number);
    }
  if (subjects != NULL && !run->plan_only)
    {
      bright_sync_set_checkpoint (run->sync, batch, CHECKPOINT_SETTINGS, digest);
      bright_sync_save_undecided (run->sync, batch);
      bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
    }
  advance (task, subjects != NULL, error);
}

static void
reconsider (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autofree char *digest = digest_settings (run->service);
  BrightSubjectQuery query = { .flow = "orders" };

  if (g_strcmp0 (bright_sync_get_checkpoint (run->sync, CHECKPOINT_SETTINGS), digest) == 0)
    advance (task, TRUE, NULL);
  else
    bright_journal_load_subjects_async (run->sync->journal, &query, run->sync->cancellable,
                                        subjects_loaded_cb, task);
}

static void
reread (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  gint64 age = bright_clock_get_seconds (run->service->clock) - run->sync->reread_at;

  if (age >= 0 && age < REREAD_SECONDS)
    advance (task, TRUE, NULL);
  else
    bright_order_reread_async (run->sync, reread_cb, task);
}

static void
flow_discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
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
  Run *run = g_task_get_task_data (task);

  for (; flows[run->flow] != NULL && run->gone->len == 0; run->flow++)
    if (flows[run->flow]->discover_async != NULL
        && flows[run->flow]->is_enabled (run->settings))
      {
        flows[run->flow]->discover_async (run->sync, flow_discovered_cb, task);
        return;
      }
  run->flow = 0;
  advance (task, TRUE, NULL);
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
  Run *run = g_task_get_task_data (task);

  if (run->gone->len > 0)
    {
      advance (task, TRUE, NULL);
      return;
    }
  run->sync->progress = progress_cb;
  run->sync->progress_data = run->service;
  bright_order_flow_async (run->sync, flow_ended_cb, task);
}

static guint
get_count (GHashTable *counts, const char *state)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, state));
}

static void
copy_flow_counts (BrightSyncReport *report, const BrightSyncCounts *counts)
{
  report->statuses_to_brightpearl = counts->statuses_to_brightpearl;
  report->statuses_to_bigcommerce = counts->statuses_to_bigcommerce;
  report->notes_to_brightpearl = counts->notes_to_brightpearl;
  report->notes_to_bigcommerce = counts->notes_to_bigcommerce;
  report->shipments_created = counts->shipments_created;
  report->shipments_updated = counts->shipments_updated;
  report->payments_created = counts->payments_created;
  report->refunds_created = counts->refunds_created;
  report->stock_checked = counts->stock_checked;
  report->stock_updated = counts->stock_updated;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  const BrightSyncCounts *counts = &run->sync->counts;
  BrightSyncReport *report = run->report;
  GError *error = NULL;
  g_autoptr (GHashTable) states
      = bright_journal_count_subjects_finish (BRIGHT_JOURNAL (source), result, &error);
  guint linked;
  guint changed = counts->orders_created + counts->orders_adopted + counts->orders_updated;

  if (states != NULL)
    {
      linked = get_count (states, "linked") + get_count (states, "cancelled");
      report->orders_created = counts->orders_created;
      report->orders_adopted = counts->orders_adopted;
      report->orders_updated = counts->orders_updated;
      report->customers_created = counts->customers_created;
      report->customers_updated = counts->customers_updated;
      copy_flow_counts (report, counts);
      report->orders_filtered = get_count (states, "filtered");
      report->orders_held = get_count (states, "held") + get_count (states, "changed");
      report->orders_waiting = get_count (states, "waiting");
      report->orders_in_step = linked > changed ? linked - changed : 0;
    }
  advance (task, states != NULL, error);
}

static void
add_gone (Run *run)
{
  for (guint i = 0; i < run->gone->len; i++)
    {
      const BrightReferenceProblem *problem = run->gone->pdata[i];
      BrightSubject *subject = bright_record_new (&bright_subject_type);

      g_free (subject->subject);
      subject->subject = g_strdup ("orders");
      g_free (subject->code);
      subject->code = g_strdup ("reference-gone");
      g_free (subject->setting);
      subject->setting = g_strdup (problem->setting);
      g_free (subject->message);
      subject->message = g_strdup_printf ("%s: %s", problem->setting, problem->message);
      subject->attention = TRUE;
      g_ptr_array_insert (run->report->attention, 0, subject);
    }
}

/* What a plan found stands in place of what the last sync found. */
static void
merge_planned (Run *run)
{
  GPtrArray *planned = run->sync->planned;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < planned->len; i++)
    g_hash_table_insert (names, ((BrightSubject *) planned->pdata[i])->subject, planned->pdata[i]);
  for (guint i = run->report->attention->len; i > 0; i--)
    {
      const BrightSubject *subject = run->report->attention->pdata[i - 1];

      if (g_hash_table_contains (names, subject->subject))
        g_ptr_array_remove_index (run->report->attention, i - 1);
    }
  for (guint i = 0; i < planned->len; i++)
    if (((BrightSubject *) planned->pdata[i])->attention)
      g_ptr_array_add (run->report->attention,
                       bright_record_copy (&bright_subject_type, planned->pdata[i]));
}

static void
attention_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->report->attention
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);
  if (run->report->attention != NULL)
    {
      merge_planned (run);
      add_gone (run);
    }
  advance (task, run->report->attention != NULL, error);
}

static void
finish (GTask *task)
{
  static const char *const modes[] = { "watch", "ask", "automatic" };
  Run *run = g_task_get_task_data (task);
  BrightSyncService *self = run->service;
  BrightSyncReport *report = run->report;
  guint attention = report->attention->len;
  g_autofree char *message = NULL;

  report->mode = modes[run->settings->schedule.mode];
  report->steps = g_ptr_array_ref (bright_dispatcher_get_steps (run->sync->paper));
  report->bigcommerce_requests
      = bigcommerce_client_get_requests (run->sync->bigcommerce) - run->bigcommerce_before;
  report->brightpearl_requests
      = brightpearl_client_get_requests (run->sync->brightpearl) - run->brightpearl_before;
  report->seconds
      = (double) (bright_clock_get_monotonic (self->clock) - run->started) / G_USEC_PER_SEC;
  message = attention == 0
                ? g_strdup (_ ("Up to date."))
                : g_strdup_printf (ngettext ("Up to date; %u thing needs you.",
                                             "Up to date; %u things need you.", attention),
                                   attention);
  self->is_running = FALSE;
  g_clear_object (&self->run_cancellable);
  g_clear_pointer (&run->lock, bright_profile_lock_release);
  if (!run->plan_only)
    bright_sync_service_set_last_success (self, bright_clock_get_seconds (self->clock), attention);
  bright_sync_service_set_state (self, "idle", message);
  g_task_return_pointer (task, g_steal_pointer (&run->report),
                         (GDestroyNotify) bright_sync_report_free);
  g_object_unref (task);
}

/* Starts the phase; takes @task. */
static void
next (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  BrightSyncService *self = run->service;
  BrightSync *sync = run->sync;
  BrightSubjectQuery attention = { .attention = TRUE };

  switch (run->phase)
    {
    case PHASE_CONNECT:
      bright_sync_service_connect_async (self, self->run_cancellable, connected_cb, task);
      break;
    case PHASE_CHECKPOINTS:
      if (self->knows_checkpoints)
        advance (task, TRUE, NULL);
      else
        bright_journal_load_checkpoints_async (sync->journal, self->run_cancellable,
                                               checkpoints_loaded_cb, task);
      break;
    case PHASE_RECOVER:
      bright_sync_begin (sync, run->settings, (const char *const *) run->approvals,
                         run->plan_only, self->run_cancellable);
      if (self->knows_checkpoints)
        advance (task, TRUE, NULL);
      else
        bright_sync_recover_async (sync, recovered_cb, task);
      break;
    case PHASE_REFERENCE:
      bright_reference_load_async (sync, FALSE, reference_loaded_cb, task);
      break;
    case PHASE_DISCOVER:
      bright_order_discover_async (sync, discovered_cb, task);
      break;
    case PHASE_RECONSIDER:
      reconsider (task);
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
    case PHASE_COUNT:
      bright_journal_count_subjects_async (sync->journal, "orders", NULL, counted_cb, task);
      break;
    case PHASE_ATTENTION:
      bright_journal_load_subjects_async (sync->journal, &attention, NULL, attention_loaded_cb,
                                          task);
      break;
    case PHASE_DONE:
    default:
      finish (task);
      break;
    }
}

static gboolean
prepare (Run *run, GError **error)
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
  Run *run;
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
  run = g_new0 (Run, 1);
  run->service = self;
  run->sync = self->sync;
  run->plan_only = plan_only;
  run->approvals = g_strdupv ((char **) approvals);
  run->settings = bright_settings_snapshot (self->settings);
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
