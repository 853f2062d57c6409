/* One row of a map between the two platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row pairs what stands on the left with what stands on the right, e.g. a
 * tax rate with a tax code. Rows never change; whoever edits a map makes new
 * rows, so a map can be shared freely.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_MAPPING (bright_mapping_get_type ())
G_DECLARE_FINAL_TYPE (BrightMapping, bright_mapping, BRIGHT, MAPPING, GObject)

/**
 * bright_mapping_new:
 * @left: the left side; a number is given as its text
 * @right: the right side
 *
 * Returns: (transfer full): a row
 */
BrightMapping *bright_mapping_new (const char *left, const char *right);

/**
 * bright_mapping_new_with_unknown:
 * @left: the left side
 * @right: the right side
 * @unknown: (nullable): members of the row in the settings file that have no meaning here
 *
 * Returns: (transfer full): a row that keeps @unknown for the next save
 */
BrightMapping *
bright_mapping_new_with_unknown (const char *left, const char *right, JsonObject *unknown);

/**
 * bright_mapping_get_left:
 * @self: a row
 *
 * Returns: (transfer none): the left side as text
 */
const char *bright_mapping_get_left (BrightMapping *self);

/**
 * bright_mapping_get_right:
 * @self: a row
 *
 * Returns: (transfer none): the right side as text
 */
const char *bright_mapping_get_right (BrightMapping *self);

/**
 * bright_mapping_get_left_number:
 * @self: a row
 *
 * Returns: the left side as a whole number; 0 if it is none
 */
gint64 bright_mapping_get_left_number (BrightMapping *self);

/**
 * bright_mapping_get_right_number:
 * @self: a row
 *
 * Returns: the right side as a whole number; 0 if it is none
 */
gint64 bright_mapping_get_right_number (BrightMapping *self);

/**
 * bright_mapping_get_unknown:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what bright_mapping_new_with_unknown() was given
 */
JsonObject *bright_mapping_get_unknown (BrightMapping *self);

G_END_DECLS
