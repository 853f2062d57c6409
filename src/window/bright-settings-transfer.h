/* Export and import of the settings as a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bright_settings_transfer_export:
 * @from: a widget in the window
 * @desk: the desk of the page
 *
 * Asks for a file and writes all settings into it.
 */
void bright_settings_transfer_export (GtkWidget *from, BrightSettingsDesk *desk);

/**
 * bright_settings_transfer_import:
 * @from: a widget in the window
 * @desk: the desk of the page
 *
 * Asks for a file and goes on as bright_settings_transfer_offer() with its text.
 */
void bright_settings_transfer_import (GtkWidget *from, BrightSettingsDesk *desk);

/**
 * bright_settings_transfer_offer:
 * @from: a widget in the window
 * @desk: the desk of the page
 * @text: the text of a settings file
 *
 * Says in a dialog what @text would change, and takes it over if that is wanted, with a toast that
 * undoes it. What is wrong with @text is said instead.
 */
void bright_settings_transfer_offer (GtkWidget *from, BrightSettingsDesk *desk, const char *text);

G_END_DECLS
