/* The sync service: what a sync reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-run.h"

#include <glib/gi18n.h>
#include <string.h>

void
bright_sync_report_free (BrightSyncReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->attention, g_ptr_array_unref);
  g_clear_pointer (&report->steps, g_ptr_array_unref);
  g_free (report);
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
  BrightSyncRun *run = g_task_get_task_data (task);
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
      report->orders_created = counts->orders_created + counts->born_orders_created;
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
  bright_sync_run_advance (task, states != NULL, error);
}

void
bright_settings_list_gone (GPtrArray *gone, GPtrArray *subjects)
{
  for (guint i = 0; i < gone->len; i++)
    {
      const BrightReferenceProblem *problem = gone->pdata[i];
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
      g_ptr_array_insert (subjects, 0, subject);
    }
}

/* What a plan found stands in place of what the last sync found. */
static void
merge_planned (BrightSyncRun *run)
{
  GPtrArray *planned = run->sync->planned;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < planned->len; i++)
    g_hash_table_insert (names, ((BrightSubject *)planned->pdata[i])->subject, planned->pdata[i]);
  for (guint i = run->report->attention->len; i > 0; i--)
    {
      const BrightSubject *subject = run->report->attention->pdata[i - 1];

      if (g_hash_table_contains (names, subject->subject))
        g_ptr_array_remove_index (run->report->attention, i - 1);
    }
  for (guint i = 0; i < planned->len; i++)
    {
      const BrightSubject *subject = planned->pdata[i];

      /* Of a subject that was planned twice, the last word counts. */
      if (subject->attention && g_hash_table_lookup (names, subject->subject) == subject)
        g_ptr_array_add (run->report->attention,
                         bright_record_copy (&bright_subject_type, subject));
    }
}

static void
attention_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightSyncRun *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->report->attention
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);
  if (run->report->attention != NULL)
    {
      merge_planned (run);
      bright_settings_list_gone (run->gone, run->report->attention);
    }
  bright_sync_run_advance (task, run->report->attention != NULL, error);
}

void
bright_sync_run_count (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);

  bright_journal_count_subjects_async (run->sync->journal, "orders", NULL, counted_cb, task);
}

void
bright_sync_run_load_attention (GTask *task)
{
  BrightSyncRun *run = g_task_get_task_data (task);
  BrightSubjectQuery attention = { .attention = TRUE };

  bright_journal_load_subjects_async (run->sync->journal, &attention, NULL, attention_loaded_cb,
                                      task);
}

void
bright_sync_run_finish (GTask *task)
{
  static const char *const modes[] = { "watch", "ask", "automatic" };
  BrightSyncRun *run = g_task_get_task_data (task);
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
      = (double)(bright_clock_get_monotonic (self->clock) - run->started) / G_USEC_PER_SEC;
  message = attention == 0
                ? g_strdup (_ ("Up to date."))
                : g_strdup_printf (ngettext ("Up to date; %u thing needs you.",
                                             "Up to date; %u things need you.", attention),
                                   attention);
  self->is_running = FALSE;
  g_clear_object (&self->run_cancellable);
  g_clear_pointer (&run->lock, bright_profile_lock_release);
  bright_sync_service_note_failure (self, NULL);
  if (!run->plan_only)
    {
      bright_sync_run_note_success (run);
      bright_sync_service_set_last_success (self, bright_clock_get_seconds (self->clock),
                                            attention);
    }
  bright_sync_service_set_plan (self, report->steps);
  bright_sync_service_set_state (self, "idle", message);
  g_task_return_pointer (task, g_steal_pointer (&run->report),
                         (GDestroyNotify)bright_sync_report_free);
  g_object_unref (task);
}
