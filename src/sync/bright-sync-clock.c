/* The sync service: the clock's runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

static void run_by_clock (gpointer user_data);

static void
schedule_next (BrightSyncService *self)
{
  g_autoptr (BrightSettingsSnapshot) settings = NULL;

  if (!self->is_started || self->timer != 0 || self->settings == NULL)
    return;
  settings = bright_settings_snapshot (self->settings);
  self->timer = bright_clock_call_after (self->clock,
                                         settings->schedule.interval_seconds * G_USEC_PER_SEC,
                                         run_by_clock, self);
  bright_sync_service_set_next_run (self, bright_clock_get_seconds (self->clock)
                                              + settings->schedule.interval_seconds);
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
  schedule_next (self);
}

static void
run_by_clock (gpointer user_data)
{
  BrightSyncService *self = user_data;

  self->timer = 0;
  if (self->is_running)
    schedule_next (self);
  else
    bright_sync_service_run_async (self, FALSE, NULL, NULL, run_ended_cb, NULL);
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
  if (self->timer != 0)
    bright_clock_cancel_call (self->clock, self->timer);
  self->timer = 0;
  bright_sync_service_set_next_run (self, 0);
}
