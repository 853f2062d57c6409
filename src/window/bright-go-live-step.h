/* The day from which on orders are synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_GO_LIVE_STEP (bright_go_live_step_get_type ())
G_DECLARE_FINAL_TYPE (BrightGoLiveStep, bright_go_live_step, BRIGHT, GO_LIVE_STEP, AdwBin)

/* The step, with what is chosen already; a day that is picked is set at once. */
GtkWidget *bright_go_live_step_new (BrightSyncService *service);

/* Sets the day that is shown, from its first minute on, even if nobody picked it. */
void bright_go_live_step_apply (BrightGoLiveStep *self);

G_END_DECLS
