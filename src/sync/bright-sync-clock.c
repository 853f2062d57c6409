/* The sync service: the clock's runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-insight.h"
#include "bright-sync-pace.h"
#include "bright-sync-service-private.h"

#define CHOICES_AGE (24 * 3600)

/* The network needs a moment after the machine woke up. */
#define SOON_SECONDS 5

static void run_by_clock (gpointer user_data);

static void
cancel_timer (BrightSyncService *self)
{
  if (self->timer != 0)
    bright_clock_cancel_call (self->clock, self->timer);
  self->timer = 0;
}

static void
schedule_in (BrightSyncService *self, gint64 seconds)
{
  cancel_timer (self);
  self->timer = bright_clock_call_after (self->clock, seconds * G_USEC_PER_SEC, run_by_clock, self);
  bright_sync_service_set_next_run (self, bright_clock_get_seconds (self->clock) + seconds);
}

static gint64
get_interval (BrightSyncService *self)
{
  g_autoptr (BrightSettingsSnapshot) settings = bright_settings_snapshot (self->settings);

  return settings->schedule.interval_seconds * MAX (self->pace, 1u);
}

static void
schedule_next (BrightSyncService *self)
{
  if (!self->is_started || self->timer != 0 || self->settings == NULL
      || bright_sync_service_get_paused_until (self) != 0)
    return;
  self->scheduled_at = bright_clock_get_seconds (self->clock);
  schedule_in (self, self->is_due_soon ? SOON_SECONDS : get_interval (self));
}

static void
choices_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* They stay as they were, and are read after the next run. */
  if (!bright_sync_service_refresh_choices_finish (BRIGHT_SYNC_SERVICE (source), result, &error))
    g_debug ("choices were not read: %s", error->message);
}

/* What the settings offer is read once a day, after a run and so as not to delay one. */
static void
refresh_choices (BrightSyncService *self)
{
  gint64 age = bright_clock_get_seconds (self->clock) - bright_choices_get_read_at (self->choices);

  if (!self->is_started || self->sync == NULL || (age >= 0 && age < CHOICES_AGE))
    return;
  g_clear_object (&self->choices_cancellable);
  self->choices_cancellable = g_cancellable_new ();
  bright_sync_service_refresh_choices_async (self, self->choices_cancellable, choices_read_cb,
                                             NULL);
}

static void
run_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report = bright_sync_service_run_finish (self, result, &error);

  /* What went wrong stands in the state already; the next run tries again. */
  if (report == NULL)
    g_debug ("sync ended: %s", error->message);
  else
    refresh_choices (self);
  schedule_next (self);
}

static void
run_by_clock (gpointer user_data)
{
  BrightSyncService *self = user_data;

  self->timer = 0;
  if (bright_sync_service_get_paused_until (self) != 0)
    bright_sync_service_adjust_clock (self);
  else if (self->is_running)
    schedule_next (self);
  else
    {
      self->is_due_soon = FALSE;
      bright_sync_service_run_async (self, FALSE, NULL, NULL, run_ended_cb, NULL);
    }
}

/* While it is paused there is no timer; what was due is done as soon as the pause is over. */
void
bright_sync_service_adjust_clock (BrightSyncService *self)
{
  gint64 paused_until = bright_sync_service_get_paused_until (self);

  if (!self->is_started)
    return;
  if (paused_until == 0)
    {
      if (self->timer == 0)
        run_by_clock (self);
      return;
    }
  cancel_timer (self);
  bright_sync_service_set_next_run (self, paused_until != G_MAXINT64 ? paused_until : 0);
}

void
bright_sync_service_start (BrightSyncService *self)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self));

  if (self->is_started || !bright_sync_service_is_configured (self))
    return;
  self->is_started = TRUE;
  run_by_clock (self);
}

void
bright_sync_service_stop (BrightSyncService *self)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self));

  self->is_started = FALSE;
  self->is_due_soon = FALSE;
  cancel_timer (self);
  if (self->choices_cancellable != NULL)
    g_cancellable_cancel (self->choices_cancellable);
  g_clear_object (&self->choices_cancellable);
  bright_sync_service_set_next_run (self, 0);
}

void
bright_sync_service_sync_soon (BrightSyncService *self)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self));

  if (!self->is_started || self->is_due_soon)
    return;
  self->is_due_soon = TRUE;
  /* Without a timer a run of the clock is under way, whose end schedules the next. */
  if (self->timer != 0 && self->next_run > bright_clock_get_seconds (self->clock) + SOON_SECONDS)
    schedule_in (self, SOON_SECONDS);
}

void
bright_sync_service_set_pace (BrightSyncService *self, guint factor, const char *reason)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && factor >= 1 && reason != NULL);

  if (self->pace == factor && g_strcmp0 (self->pace_reason, reason) == 0)
    return;
  g_free (self->pace_reason);
  self->pace_reason = g_strdup (reason);
  self->pace = factor;
  if (self->timer != 0 && !self->is_due_soon)
    schedule_in (self, MIN (MAX (self->scheduled_at + get_interval (self)
                                     - bright_clock_get_seconds (self->clock),
                                 SOON_SECONDS),
                            get_interval (self)));
  g_object_notify (G_OBJECT (self), "next-run");
}

const char *
bright_sync_service_get_pace_reason (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), "");

  return self->pace_reason != NULL ? self->pace_reason : "";
}

void
bright_sync_service_note_failure (BrightSyncService *self, const GError *error)
{
  if (bright_error_is_cancelled (error))
    return;
  if (error == NULL)
    self->failing_since = 0;
  else if (self->failing_since == 0)
    self->failing_since = bright_clock_get_seconds (self->clock);
  self->failure = error != NULL && error->domain == BRIGHT_ERROR ? (BrightError)error->code
                                                                 : BRIGHT_ERROR_BUG;
}

gboolean
bright_sync_service_get_failure (BrightSyncService *self, BrightError *cause, gint64 *since)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), FALSE);

  *cause = self->failure;
  *since = self->failing_since;
  return self->failing_since != 0;
}
