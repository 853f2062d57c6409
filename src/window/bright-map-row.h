/* One row of a map, or one that is to become a row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: `taken`, when a person changed a side or wants the row added;
 * `removed`, when a person wants it removed.
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BrightMapRowKind:
 * @BRIGHT_MAP_ROW_MAPPED: a row of the map
 * @BRIGHT_MAP_ROW_UNMAPPED: something on the left side that is in no row
 * @BRIGHT_MAP_ROW_NEW: a row that a person fills in to add it
 */
typedef enum
{
  BRIGHT_MAP_ROW_MAPPED,
  BRIGHT_MAP_ROW_UNMAPPED,
  BRIGHT_MAP_ROW_NEW,
} BrightMapRowKind;

#define BRIGHT_TYPE_MAP_ROW (bright_map_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightMapRow, bright_map_row, BRIGHT, MAP_ROW, AdwPreferencesRow)

/**
 * bright_map_row_new:
 * @desk: the desk
 * @spec: the map
 * @kind: what it is
 *
 * Returns: (transfer floating): a row without values
 */
BrightMapRow *
bright_map_row_new (BrightSettingsDesk *desk, const BrightMapSpec *spec, BrightMapRowKind kind);

/**
 * bright_map_row_set:
 * @self: the row
 * @left: (nullable): its left side
 * @left_name: (nullable): what that is called
 * @right: (nullable): its right side
 */
void
bright_map_row_set (BrightMapRow *self, const char *left, const char *left_name, const char *right);

/* Says something about the row below its sides; %NULL for nothing. */
void bright_map_row_set_note (BrightMapRow *self, const char *note, gboolean is_warning);

/* Its sides; %NULL for one that has no value yet. */
const char *bright_map_row_get_left (BrightMapRow *self);
const char *bright_map_row_get_right (BrightMapRow *self);

/* Whether what is on one of its sides does not exist any more. */
gboolean bright_map_row_is_gone (BrightMapRow *self);

G_END_DECLS
