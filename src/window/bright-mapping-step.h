/* What is still not chosen, and where to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property (read-only, with notification): `is-complete` (boolean): whether
 * everything is chosen that orders need. Its buttons activate the action
 * `first-run.choose` with the key of a setting.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_MAPPING_STEP (bright_mapping_step_get_type ())
G_DECLARE_FINAL_TYPE (BrightMappingStep, bright_mapping_step, BRIGHT, MAPPING_STEP, AdwBin)

GtkWidget *bright_mapping_step_new (BrightSyncService *service);

/* Looks again, with both platforms. */
void bright_mapping_step_check (BrightMappingStep *self);

gboolean bright_mapping_step_is_complete (BrightMappingStep *self);

G_END_DECLS
