/* The window: the orders of a profile and how its sync stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what a sync service says and lists; knows nothing of platforms.
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_WINDOW (bright_window_get_type ())
G_DECLARE_FINAL_TYPE (BrightWindow, bright_window, BRIGHT, WINDOW, AdwApplicationWindow)

/**
 * bright_window_new:
 * @application: the application
 * @demo: whether it shows the practice store
 *
 * Returns: (transfer none): a window that has no service yet
 */
BrightWindow *bright_window_new (GtkApplication *application, gboolean demo);

/**
 * bright_window_set_service:
 * @self: a window
 * @service: the opened service to show
 */
void bright_window_set_service (BrightWindow *self, BrightSyncService *service);

/**
 * bright_window_show_problem:
 * @self: a window
 * @error: why there is nothing to show
 */
void bright_window_show_problem (BrightWindow *self, const GError *error);

/**
 * bright_window_show_error:
 * @self: a window
 * @error: what went wrong in passing; nothing is shown for a cancelled operation
 */
void bright_window_show_error (BrightWindow *self, const GError *error);

G_END_DECLS
