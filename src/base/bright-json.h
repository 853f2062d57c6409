/* Checked access to JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes over the wire or from a file is hostile until proven otherwise:
 * its size, encoding and nesting are checked before it is parsed, and the
 * functions below never abort on a member of another type.
 */
#pragma once

#include "bright-money.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** BRIGHT_JSON_MAXIMUM_BYTES: a larger text is refused. */
#define BRIGHT_JSON_MAXIMUM_BYTES (64u * 1024 * 1024)
/** BRIGHT_JSON_MAXIMUM_DEPTH: deeper nesting is refused. */
#define BRIGHT_JSON_MAXIMUM_DEPTH 64

/**
 * bright_json_parse:
 * @text: (array length=length): the text, not necessarily terminated
 * @length: its length in bytes, or -1 if it is terminated
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the root, or %NULL with
 *   %BRIGHT_ERROR_BAD_ANSWER if @text is empty, too large, too deep, not UTF-8,
 *   not JSON, or holds an integer that 64 bits do not hold
 */
JsonNode *bright_json_parse (const char *text, gssize length, GError **error);

/**
 * bright_json_to_string:
 * @node: a node
 *
 * Returns: (transfer full): @node as compact text
 */
char *bright_json_to_string (JsonNode *node);

/**
 * bright_json_get:
 * @node: (nullable): a node
 * @path: member names joined by slashes, e.g. `metaData/columns`
 *
 * Returns: (transfer none) (nullable): what stands there; %NULL if anything on
 *   the way is missing, null or no object
 */
JsonNode *bright_json_get (JsonNode *node, const char *path);

/**
 * bright_json_get_object:
 * @node: (nullable): a node
 * @path: (nullable): as for bright_json_get(); %NULL for @node itself
 *
 * Returns: (transfer none) (nullable): the object there
 */
JsonObject *bright_json_get_object (JsonNode *node, const char *path);

/**
 * bright_json_get_array:
 * @node: (nullable): a node
 * @path: (nullable): as for bright_json_get(); %NULL for @node itself
 *
 * Returns: (transfer none) (nullable): the array there
 */
JsonArray *bright_json_get_array (JsonNode *node, const char *path);

/**
 * bright_json_get_string:
 * @node: (nullable): a node
 * @path: (nullable): as for bright_json_get(); %NULL for @node itself
 *
 * Returns: (transfer none) (nullable): the string there
 */
const char *bright_json_get_string (JsonNode *node, const char *path);

/**
 * bright_json_get_integer:
 * @node: (nullable): a node
 * @path: (nullable): as for bright_json_get(); %NULL for @node itself
 * @fallback: what is returned if there is no integer
 *
 * Returns: the integer there; one that is written as a string counts as well
 */
gint64 bright_json_get_integer (JsonNode *node, const char *path, gint64 fallback);

/**
 * bright_json_read_integer:
 * @node: a node
 * @value: (out): its value
 *
 * Returns: %TRUE if @node is a whole number, as a number or as a string
 */
gboolean bright_json_read_integer (JsonNode *node, gint64 *value);

/**
 * bright_json_read_money:
 * @node: a node
 * @amount: (out): its value
 * @error: return location
 *
 * Reads a decimal that is written as a string or as a number. A number is
 * exact up to eleven digits before the decimal point; a larger one is refused.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_BAD_ANSWER if @node is no decimal
 */
gboolean bright_json_read_money (JsonNode *node, BrightMoney *amount, GError **error);

/**
 * bright_json_read_text:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): a string or number as text; %NULL for
 *   anything else
 */
char *bright_json_read_text (JsonNode *node);

G_END_DECLS
