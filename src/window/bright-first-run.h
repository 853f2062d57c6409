/* The first run: from nothing to the first sync, step by step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Can be left at any step; it goes on where the settings and the journal say.
 * Writes nothing on either platform.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_FIRST_RUN (bright_first_run_get_type ())
G_DECLARE_FINAL_TYPE (BrightFirstRun, bright_first_run, BRIGHT, FIRST_RUN, AdwWindow)

/**
 * bright_first_run_new:
 * @parent: (nullable): the window that it is over; what is chosen in the settings is chosen with
 *   its action `win.show-setting`
 * @service: an opened service
 *
 * Returns: (transfer none): a window, not presented yet; the service is started at the end
 */
GtkWindow *bright_first_run_new (GtkWindow *parent, BrightSyncService *service);

G_END_DECLS
