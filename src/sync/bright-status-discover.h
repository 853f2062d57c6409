/* Discover: sales orders that changed in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync.h"

G_BEGIN_DECLS

/**
 * bright_statuses_discover_async:
 * @sync: what all flows share
 *
 * Looks for sales orders that changed since the last time, stores those of
 * synced orders, and asks for their orders to be decided.
 */
void bright_statuses_discover_async (BrightSync *sync,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean bright_statuses_discover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
