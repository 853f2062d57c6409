/* Numbers of orders by where they are, each a way to their list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-insight.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_COUNT_TILES (bright_count_tiles_get_type ())
G_DECLARE_FINAL_TYPE (BrightCountTiles, bright_count_tiles, BRIGHT, COUNT_TILES, AdwBin)

/**
 * bright_count_tiles_show:
 * @self: the tiles
 * @counts: how many orders are where
 */
void bright_count_tiles_show (BrightCountTiles *self, const BrightOrderCounts *counts);

/**
 * bright_count_tiles_set_narrow:
 * @self: the tiles
 * @narrow: whether they stand in two columns instead of one row
 */
void bright_count_tiles_set_narrow (BrightCountTiles *self, gboolean narrow);

G_END_DECLS
