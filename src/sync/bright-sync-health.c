/* The sync service: how it is, and what of it is paused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pauses and the last successes are checkpoints of the journal.
 */
#include "bright-sync-insight.h"
#include "bright-sync-run.h"

#define CHECKPOINT_PAUSE "pause:"
#define CHECKPOINT_SUCCESS "success:"
#define CHECKPOINT_GAPS "success:gaps"
#define ALL "all"

/* A machine that sleeps does not count the time: it is looked at once a minute. */
#define LONGEST_WAIT 60

static void arm_pause_timer (BrightSyncService *self);

static gint64
get_number (GHashTable *checkpoints, const char *prefix, const char *name)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);
  const char *value = g_hash_table_lookup (checkpoints, key);

  return value != NULL ? MAX (g_ascii_strtoll (value, NULL, 10), 0) : 0;
}

void
bright_sync_service_take_checkpoints (BrightSyncService *self, GHashTable *checkpoints)
{
  const char *const *names = bright_pauses_get_names ();
  gint64 now = bright_clock_get_seconds (self->clock);

  self->pauses.all = bright_pause_get_until (get_number (checkpoints, CHECKPOINT_PAUSE, ALL), now);
  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    {
      self->pauses.groups[i]
          = bright_pause_get_until (get_number (checkpoints, CHECKPOINT_PAUSE, names[i]), now);
      self->group_success[i] = get_number (checkpoints, CHECKPOINT_SUCCESS, names[i]);
    }
  g_clear_pointer (&self->gaps, bright_sync_gaps_free);
  self->gaps = bright_sync_gaps_new (g_hash_table_lookup (checkpoints, CHECKPOINT_GAPS));
  bright_sync_service_take_choices_time (self, checkpoints);
  bright_sync_service_set_last_success (self, bright_sync_gaps_get_last (self->gaps),
                                        self->attention);
  arm_pause_timer (self);
}

/* ---- Success ---- */

void
bright_sync_run_note_success (BrightSyncRun *run)
{
  BrightSyncService *self = run->service;
  const char *const *names = bright_pauses_get_names ();
  gint64 now = bright_clock_get_seconds (self->clock);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autofree char *gaps = NULL;

  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    {
      g_autofree char *key = g_strconcat (CHECKPOINT_SUCCESS, names[i], NULL);

      /* While a choice of the settings does not exist, all flows wait. */
      if (run->gone->len > 0 || !bright_pausable_is_enabled (run->active, i))
        continue;
      self->group_success[i] = now;
      bright_sync_set_checkpoint_number (run->sync, batch, key, now);
    }
  bright_sync_gaps_add (self->gaps, now);
  gaps = bright_sync_gaps_to_text (self->gaps);
  bright_sync_set_checkpoint (run->sync, batch, CHECKPOINT_GAPS, gaps);
  bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
}

gint64
bright_sync_service_get_longest_gap (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), 0);

  return self->gaps != NULL
             ? bright_sync_gaps_get_longest (self->gaps, bright_clock_get_seconds (self->clock))
             : 0;
}

const char *const *
bright_sync_service_get_pausable (void)
{
  return bright_pauses_get_names ();
}

BrightFlowHealth
bright_sync_service_get_flow_health (BrightSyncService *self, const char *group)
{
  BrightFlowHealth health = { 0 };
  g_autoptr (BrightSettingsSnapshot) settings = NULL;
  int index;

  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && group != NULL, health);

  index = bright_pauses_find (group);
  g_return_val_if_fail (index >= 0, health);

  if (self->settings == NULL)
    return health;
  settings = bright_settings_snapshot (self->settings);
  health.is_enabled = bright_pausable_is_enabled (settings, index);
  health.last_success = self->group_success[index];
  health.paused_until
      = bright_pause_get_until (self->pauses.groups[index], bright_clock_get_seconds (self->clock));
  return health;
}

/* ---- Pauses ---- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_warning ("a pause is not remembered: %s", error->message);
}

static void
keep_pause (BrightSyncService *self, const char *name, gint64 until)
{
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autofree char *key = g_strconcat (CHECKPOINT_PAUSE, name, NULL);

  bright_sync_set_checkpoint_number (self->sync, batch, key, until);
  bright_journal_commit_async (self->journal, g_steal_pointer (&batch), NULL, kept_cb, NULL);
}

static gboolean
end_if_over (BrightSyncService *self, const char *name, gint64 *until, gint64 now)
{
  if (*until == 0 || *until > now)
    return FALSE;
  *until = 0;
  keep_pause (self, name, 0);
  return TRUE;
}

static void
look_at_pauses (gpointer user_data)
{
  BrightSyncService *self = user_data;
  const char *const *names = bright_pauses_get_names ();
  gint64 now = bright_clock_get_seconds (self->clock);
  gboolean changed;

  self->pause_timer = 0;
  changed = end_if_over (self, ALL, &self->pauses.all, now);
  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    changed = end_if_over (self, names[i], &self->pauses.groups[i], now) || changed;
  arm_pause_timer (self);
  if (!changed)
    return;
  bright_sync_service_notify_paused (self);
  bright_sync_service_adjust_clock (self);
}

static void
arm_pause_timer (BrightSyncService *self)
{
  gint64 end = bright_pauses_get_next_end (&self->pauses);
  gint64 wait = end - bright_clock_get_seconds (self->clock);

  bright_sync_service_forget_pause_timer (self);
  if (end != 0)
    self->pause_timer = bright_clock_call_after (
        self->clock, CLAMP (wait, 0, LONGEST_WAIT) * G_USEC_PER_SEC, look_at_pauses, self);
}

void
bright_sync_service_forget_pause_timer (BrightSyncService *self)
{
  if (self->pause_timer != 0)
    bright_clock_cancel_call (self->clock, self->pause_timer);
  self->pause_timer = 0;
}

void
bright_sync_service_pause (BrightSyncService *self, const char *group, gint64 until)
{
  int index = -1;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->sync != NULL);
  if (group != NULL)
    {
      index = bright_pauses_find (group);
      g_return_if_fail (index >= 0);
    }

  until = bright_pause_get_until (until, bright_clock_get_seconds (self->clock));
  if (index >= 0)
    self->pauses.groups[index] = until;
  else
    self->pauses.all = until;
  keep_pause (self, group != NULL ? group : ALL, until);
  arm_pause_timer (self);
  bright_sync_service_notify_paused (self);
  bright_sync_service_adjust_clock (self);
}

gint64
bright_sync_service_get_paused_until (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), 0);

  return bright_pause_get_until (self->pauses.all, bright_clock_get_seconds (self->clock));
}

/* ---- Budget ---- */

BrightBudget
bright_sync_service_get_budget (BrightSyncService *self, BrightPlatform platform)
{
  BrightBudget budget = { 0 };
  BrightSync *sync;

  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && platform < BRIGHT_N_PLATFORMS, budget);

  budget.sent = self->sent_before[platform];
  sync = self->sync;
  if (sync == NULL)
    return budget;
  if (platform == BRIGHT_PLATFORM_BIGCOMMERCE && sync->bigcommerce != NULL)
    {
      bigcommerce_client_get_budget (sync->bigcommerce, &budget.used, &budget.limit,
                                     &budget.window_seconds);
      budget.sent += bigcommerce_client_get_requests (sync->bigcommerce);
      g_object_get (sync->bigcommerce, "throttled-until", &budget.throttled_until, NULL);
    }
  else if (platform == BRIGHT_PLATFORM_BRIGHTPEARL && sync->brightpearl != NULL)
    {
      brightpearl_client_get_budget (sync->brightpearl, &budget.used, &budget.limit,
                                     &budget.window_seconds);
      budget.sent += brightpearl_client_get_requests (sync->brightpearl);
      g_object_get (sync->brightpearl, "throttled-until", &budget.throttled_until, NULL);
    }
  return budget;
}
