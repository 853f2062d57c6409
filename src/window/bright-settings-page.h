/* The page Settings: the notebook of six tabs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every setting but those of the accounts has a row, whose widget has the
 * setting's dotted key as its name. What is changed takes effect at once.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS_PAGE (bright_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettingsPage, bright_settings_page, BRIGHT, SETTINGS_PAGE, AdwBin)

/**
 * bright_settings_page_set_service:
 * @self: the page, which has none yet
 * @service: the opened service to show
 */
void bright_settings_page_set_service (BrightSettingsPage *self, BrightSyncService *service);

/**
 * bright_settings_page_show_setting:
 * @self: the page
 * @key: the dotted key of a setting, e.g. `orders.status-map`; or a group, e.g. `payments`
 *
 * Opens the tab of a setting, scrolls to its control and focuses it.
 */
void bright_settings_page_show_setting (BrightSettingsPage *self, const char *key);

/**
 * bright_settings_page_export:
 * @self: the page, with a service
 *
 * Asks for a file and writes all settings into it. There is no token among them.
 */
void bright_settings_page_export (BrightSettingsPage *self);

/**
 * bright_settings_page_import:
 * @self: the page, with a service
 *
 * Asks for a file, says what its settings would change, and takes them over if that is wanted.
 */
void bright_settings_page_import (BrightSettingsPage *self);

G_END_DECLS
