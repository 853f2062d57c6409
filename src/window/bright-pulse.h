/* When the window reads the journal anew: as the sync gets further, but not for each order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_PULSE (bright_pulse_get_type ())
G_DECLARE_FINAL_TYPE (BrightPulse, bright_pulse, BRIGHT, PULSE, GObject)

/**
 * BrightPulse::beat:
 *
 * What is shown is to be read anew: at most twice a second, after the service
 * got further, and only while the widget can be seen.
 */

/**
 * bright_pulse_new:
 * @service: which changes what is shown
 * @widget: which shows it; not kept alive
 *
 * Returns: (transfer full): a pulse, whose first beat comes when @widget is mapped
 */
BrightPulse *bright_pulse_new (BrightSyncService *service, GtkWidget *widget);

/**
 * bright_pulse_note:
 * @self: a pulse
 *
 * Says that something changed of which the service does not tell.
 */
void bright_pulse_note (BrightPulse *self);

G_END_DECLS
