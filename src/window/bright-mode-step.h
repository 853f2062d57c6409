/* Who decides that something is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_MODE_STEP (bright_mode_step_get_type ())
G_DECLARE_FINAL_TYPE (BrightModeStep, bright_mode_step, BRIGHT, MODE_STEP, AdwBin)

/* The step, with the mode that is set already; picking another one sets nothing yet. */
GtkWidget *bright_mode_step_new (BrightSyncService *service);

/* The mode that is picked, as in the settings file (transfer none). */
const char *bright_mode_step_get_mode (BrightModeStep *self);

G_END_DECLS
