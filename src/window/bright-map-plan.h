/* What a map lacks: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-specs.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrightUnmapped:
 * @left: what has no row
 * @name: what it is called
 * @orders: how many orders have it
 * @suggestion: (nullable): the right side that has the same name; %NULL if none has, or several
 * @suggestion_name: (nullable): what that is called
 *
 * Something on the left side that is in no row.
 */
typedef struct
{
  char *left;
  char *name;
  guint orders;
  char *suggestion;
  char *suggestion_name;
} BrightUnmapped;

/**
 * bright_map_plan_unmapped:
 * @spec: the map
 * @rows: (element-type BrightMapping): its rows
 * @left: (nullable): a list of #BrightChoice of what the left side can be
 * @right: (nullable): the same of the right side
 * @seen: (element-type BrightSeen) (nullable): what the orders have
 *
 * Returns: (transfer full) (element-type BrightUnmapped): what is in no row: what orders have
 *   first, by their number, then what else there is
 */
GPtrArray *bright_map_plan_unmapped (const BrightMapSpec *spec,
                                     GPtrArray *rows,
                                     GListModel *left,
                                     GListModel *right,
                                     GPtrArray *seen);

/**
 * bright_map_plan_is_same_left:
 * @spec: the map
 * @one: the left side of a row
 * @other: another
 *
 * Returns: whether they mean the same: texts without case, rates as numbers
 */
gboolean
bright_map_plan_is_same_left (const BrightMapSpec *spec, const char *one, const char *other);

G_END_DECLS
