/* How often a sync service syncs by the clock, and since when it cannot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For whoever watches the machine: a network that costs money or a battery that
 * runs low slows the clock down, and waking up brings one sync soon. What a
 * person asks for is always done at once.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * bright_sync_service_set_pace:
 * @self: the service
 * @factor: how many times schedule.interval-seconds lie between two syncs by the clock, at least 1
 * @reason: why it is slower than chosen, one translated sentence; "" for the usual pace
 *
 * The sync that is due next moves too. `next-run` is notified whenever the pace or its reason
 * changed.
 */
void bright_sync_service_set_pace (BrightSyncService *self, guint factor, const char *reason);

/* Why syncs by the clock are rarer than chosen; "" for the usual pace. */
const char *bright_sync_service_get_pace_reason (BrightSyncService *self);

/**
 * bright_sync_service_sync_soon:
 * @self: the service
 *
 * Brings the next sync by the clock forward to a few seconds from now, or to a few seconds after
 * the one under way. Asking often brings one sync. Does nothing unless the service was started.
 */
void bright_sync_service_sync_soon (BrightSyncService *self);

/**
 * bright_sync_service_get_failure:
 * @self: the service
 * @cause: (out): why the last sync failed
 * @since: (out): seconds since 1970 at which the first one failed of those that failed in a row
 *
 * Known when `state` is notified. A sync that was stopped changes nothing.
 *
 * Returns: %FALSE if the last sync succeeded, or if there was none yet
 */
gboolean
bright_sync_service_get_failure (BrightSyncService *self, BrightError *cause, gint64 *since);

G_END_DECLS
