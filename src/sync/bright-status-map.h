/* The map between the statuses of both platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for both ways: the first row that matches decides. A status that
 * no row names takes the default of its way.
 */
#pragma once

#include "bright-settings.h"

G_BEGIN_DECLS

/** BRIGHT_STATUS_LEAVE_BRIGHTPEARL: Brightpearl's status stays as it is. */
#define BRIGHT_STATUS_LEAVE_BRIGHTPEARL 0
/** BRIGHT_STATUS_LEAVE_BIGCOMMERCE: the store's status stays as it is. */
#define BRIGHT_STATUS_LEAVE_BIGCOMMERCE (-1)

/**
 * bright_status_map_to_brightpearl:
 * @orders: the settings
 * @bigcommerce: a status of the store
 * @is_mapped: (out) (optional): whether a row of the map names it
 *
 * Returns: Brightpearl's status for it, or %BRIGHT_STATUS_LEAVE_BRIGHTPEARL
 */
gint64 bright_status_map_to_brightpearl (const BrightOrdersValues *orders,
                                         gint64 bigcommerce,
                                         gboolean *is_mapped);

/**
 * bright_status_map_to_bigcommerce:
 * @orders: the settings
 * @brightpearl: a status of Brightpearl
 * @is_mapped: (out) (optional): whether a row of the map names it
 *
 * Returns: the store's status for it, or %BRIGHT_STATUS_LEAVE_BIGCOMMERCE
 */
gint64 bright_status_map_to_bigcommerce (const BrightOrdersValues *orders,
                                         gint64 brightpearl,
                                         gboolean *is_mapped);

/**
 * bright_status_map_pairs:
 * @orders: the settings
 * @bigcommerce: a status of the store
 * @brightpearl: a status of Brightpearl
 *
 * Returns: whether a row of the map says that both mean the same
 */
gboolean bright_status_map_pairs (const BrightOrdersValues *orders,
                                  gint64 bigcommerce,
                                  gint64 brightpearl);

G_END_DECLS
