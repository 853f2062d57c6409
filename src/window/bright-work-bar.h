/* The bar that tells how far a sync is, with the way to stop it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Appears when a sync takes longer than a moment, whoever started it.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_WORK_BAR (bright_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrightWorkBar, bright_work_bar, BRIGHT, WORK_BAR, AdwBin)

/**
 * bright_work_bar_set_service:
 * @self: the bar, which has none yet
 * @service: the opened service to watch
 */
void bright_work_bar_set_service (BrightWorkBar *self, BrightSyncService *service);

G_END_DECLS
