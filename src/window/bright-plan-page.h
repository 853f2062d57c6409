/* The page Plan: what would be written, and the approval of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PLAN_PAGE (bright_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (BrightPlanPage, bright_plan_page, BRIGHT, PLAN_PAGE, AdwBin)

/**
 * bright_plan_page_set_service:
 * @self: the page, which has none yet
 * @service: the opened service to show
 */
void bright_plan_page_set_service (BrightPlanPage *self, BrightSyncService *service);

/**
 * bright_plan_page_make_plan:
 * @self: the page, with a service
 *
 * Looks what a sync would write now. Nothing is sent.
 */
void bright_plan_page_make_plan (BrightPlanPage *self);

G_END_DECLS
