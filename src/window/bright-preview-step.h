/* A first look at what a sync would do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property (read-only, with notification): `is-complete` (boolean): whether a
 * preview was made.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PREVIEW_STEP (bright_preview_step_get_type ())
G_DECLARE_FINAL_TYPE (BrightPreviewStep, bright_preview_step, BRIGHT, PREVIEW_STEP, AdwBin)

GtkWidget *bright_preview_step_new (BrightSyncService *service);

gboolean bright_preview_step_is_complete (BrightPreviewStep *self);

G_END_DECLS
