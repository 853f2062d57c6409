/* What is said about the rows of a map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-map-plan.h"
#include "bright-map-row.h"

G_BEGIN_DECLS

/**
 * bright_map_name_left:
 * @map: the map
 * @left: (nullable): a list of #BrightChoice of what the left side can be
 * @value: a value of the left side
 *
 * Returns: (transfer full): what it is called; itself if nobody knows
 */
char *bright_map_name_left (const BrightMapSpec *map, GListModel *left, const char *value);

/* Says of something in no row how many orders have it, and what it could be. */
void bright_map_note_unmapped (BrightMapRow *row, const BrightUnmapped *unmapped);

/**
 * bright_map_note_mapped:
 * @row: a row
 * @desk: the desk
 * @spec: the map
 * @rows: (element-type BrightMapping): all its rows
 * @index: which one this is
 *
 * Says what is wrong with a row, or else how many orders have it.
 */
void bright_map_note_mapped (BrightMapRow *row,
                             BrightSettingsDesk *desk,
                             const BrightMapSpec *spec,
                             GPtrArray *rows,
                             guint index);

G_END_DECLS
