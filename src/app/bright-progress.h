/* A service's progress on a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightProgress:
 *
 * Shows on standard error what a service is at: as one line that changes on
 * a terminal, as a line for each change of its message elsewhere.
 */
typedef struct _BrightProgress BrightProgress;

/**
 * bright_progress_new:
 * @service: the service to watch
 *
 * Returns: (transfer full): a progress that shows until it is freed
 */
BrightProgress *bright_progress_new (BrightSyncService *service);

void bright_progress_free (BrightProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightProgress, bright_progress_free)

G_END_DECLS
