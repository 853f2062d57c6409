/* The page Home: how everything stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_HOME_PAGE (bright_home_page_get_type ())
G_DECLARE_FINAL_TYPE (BrightHomePage, bright_home_page, BRIGHT, HOME_PAGE, AdwBin)

/**
 * bright_home_page_set_service:
 * @self: the page, which has none yet
 * @service: the opened service to show
 */
void bright_home_page_set_service (BrightHomePage *self, BrightSyncService *service);

/**
 * bright_home_page_tick:
 * @self: the page, with a service
 *
 * Shows again what changes with the clock. To be called now and then.
 */
void bright_home_page_tick (BrightHomePage *self);

G_END_DECLS
