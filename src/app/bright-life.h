/* The life of the application beside its window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the program running while the window is closed, if the merchant chose
 * that, and has the tray, the notifications and the machine's state follow the
 * sync service. Adds the actions that work without a window: `open`, `sync-now`,
 * `pause`, `resume`, `show-order` (s: the order's number) and `show-attention`
 * (s: the code). Two actions have a state, for the preferences: `keep-running`
 * (boolean) is switched by activating it, and `background-problem` (string) says
 * what does not work of it, "" if all does. The demo does not have these two.
 */
#pragma once

#include "bright-background.h"
#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_LIFE (bright_life_get_type ())
G_DECLARE_FINAL_TYPE (BrightLife, bright_life, BRIGHT, LIFE, GObject)

/**
 * BrightLifeStart:
 * @application: the application
 *
 * Opens the profile without a window, if it is not open or being opened already.
 */
typedef void (*BrightLifeStart) (GtkApplication *application);

/**
 * bright_life_new:
 * @application: (unowned): the application, registered; must outlive its life
 * @start: opens the profile
 * @is_demo: the practice store is a world of its own: it ends with its window, and neither the
 *   tray nor a notification speaks of it
 *
 * Returns: (transfer full): a life without a service yet
 */
BrightLife *bright_life_new (GtkApplication *application, BrightLifeStart start, gboolean is_demo);

/* Says that the profile is being opened, or no more: a window that is closed meanwhile comes back.
 */
void bright_life_set_opening (BrightLife *self, gboolean is_opening);

/**
 * bright_life_set_service:
 * @self: a life
 * @service: the service, opened and not started yet
 */
void bright_life_set_service (BrightLife *self, BrightSyncService *service);

/* Whether the merchant chose to go on without a window, and the desktop lets us. */
gboolean bright_life_keeps_running (BrightLife *self);

/* Lets go of everything, before the profile closes. */
void bright_life_stop (BrightLife *self);

G_END_DECLS
