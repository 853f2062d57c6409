/* One order whole: where it is and why, both sides, what happened, what the platforms said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-pulse.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ORDER_PANE (bright_order_pane_get_type ())
G_DECLARE_FINAL_TYPE (BrightOrderPane, bright_order_pane, BRIGHT, ORDER_PANE, AdwBin)

/**
 * BrightOrderPane::back:
 *
 * The person wants to go back to the list.
 */

/**
 * bright_order_pane_set_service:
 * @self: the pane, which has none yet
 * @service: the opened service
 * @pulse: tells when to look again
 */
void bright_order_pane_set_service (BrightOrderPane *self,
                                    BrightSyncService *service,
                                    BrightPulse *pulse);

/**
 * bright_order_pane_show:
 * @self: the pane
 * @number: the store's order
 */
void bright_order_pane_show (BrightOrderPane *self, gint64 number);

/**
 * bright_order_pane_get_number:
 * @self: the pane
 *
 * Returns: the order that it shows; 0 for none
 */
gint64 bright_order_pane_get_number (BrightOrderPane *self);

/**
 * bright_order_pane_set_alone:
 * @self: the pane
 * @alone: whether the list cannot be seen beside it
 */
void bright_order_pane_set_alone (BrightOrderPane *self, gboolean alone);

G_END_DECLS
