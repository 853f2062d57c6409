/* One side of a row of a map: a drop-down or an entry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: `taken`, when a person chose or entered another value.
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_MAP_SIDE (bright_map_side_get_type ())
G_DECLARE_FINAL_TYPE (BrightMapSide, bright_map_side, BRIGHT, MAP_SIDE, AdwBin)

/**
 * bright_map_side_new:
 * @desk: the desk
 * @spec: what is on this side
 * @offered: (nullable): the kind of #BrightSeen whose values are offered for a text
 *
 * Returns: (transfer floating): a side without a value
 */
BrightMapSide *
bright_map_side_new (BrightSettingsDesk *desk, const BrightSideSpec *spec, const char *offered);

/* The list that a side is chosen from, or whose names it may have; %NULL for none. */
GListModel *bright_map_side_get_list (BrightSettingsDesk *desk, const BrightSideSpec *spec);

/* Shows a value; %NULL for nothing yet. */
void bright_map_side_set_value (BrightMapSide *self, const char *value);

/* What is chosen or was taken; %NULL for nothing yet. */
const char *bright_map_side_get_value (BrightMapSide *self);

/* Takes what was typed, if anything, without saying so. */
void bright_map_side_commit (BrightMapSide *self);

/* Whether what is chosen does not exist any more. */
gboolean bright_map_side_is_gone (BrightMapSide *self);

/**
 * bright_map_side_name:
 * @self: the side
 * @name: what it is, e.g. `Tax code in Brightpearl for 20`
 */
void bright_map_side_name (BrightMapSide *self, const char *name);

G_END_DECLS
