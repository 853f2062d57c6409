/* Asks why orders are to be ignored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-pulse.h"

G_BEGIN_DECLS

/**
 * bright_ignore_dialog_present:
 * @from: a widget inside the window
 * @service: the opened service
 * @pulse: told of every change
 * @subjects: (array zero-terminated=1): which orders
 *
 * Ignores the orders once the person gave a reason.
 */
void bright_ignore_dialog_present (GtkWidget *from,
                                   BrightSyncService *service,
                                   BrightPulse *pulse,
                                   const char *const *subjects);

G_END_DECLS
