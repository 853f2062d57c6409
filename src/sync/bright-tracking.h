/* What a shipment says about how it travels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings.h"
#include "bright-world.h"

G_BEGIN_DECLS

/**
 * bright_tracking_join:
 * @reference: the reference of a note: tracking numbers as they were typed in
 * @is_cut: (out) (optional): whether not all of them fit
 *
 * Returns: (transfer full): the tracking numbers, joined by commas, as far as they fit whole
 *   into what the store takes; "" for none
 */
char *bright_tracking_join (const char *reference, gboolean *is_cut);

/**
 * bright_tracking_name_method:
 * @settings: the settings
 * @world: what is known of Brightpearl
 * @method_id: Brightpearl's shipping method; 0 for none
 *
 * The map goes before the default, and the default before Brightpearl's own name.
 *
 * Returns: (transfer none): what the buyer reads; "" where nothing is known
 */
const char *bright_tracking_name_method (const BrightSettingsSnapshot *settings,
                                         const BrightWorld *world,
                                         gint64 method_id);

/**
 * bright_tracking_find_carrier:
 * @name: the name of a shipping method, e.g. `Royal Mail Tracked 48`
 *
 * Returns: (transfer none): the store's word for the carrier that the name gives away; "" for none
 */
const char *bright_tracking_find_carrier (const char *name);

/**
 * bright_tracking_get_carrier:
 * @settings: the settings
 * @world: what is known of Brightpearl
 * @method_id: Brightpearl's shipping method; 0 for none
 *
 * Returns: (transfer none): the carrier, by what the buyer reads and else by Brightpearl's own name
 */
const char *bright_tracking_get_carrier (const BrightSettingsSnapshot *settings,
                                         const BrightWorld *world,
                                         gint64 method_id);

G_END_DECLS
