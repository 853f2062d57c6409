/* Short JSON for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts are written with single quotes, so that they can be read in C.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * decide_json_read:
 * @text: (nullable): JSON with single quotes; %NULL for an empty object
 *
 * Fails the test if it cannot be read.
 *
 * Returns: (transfer full): the root, which may be changed
 */
JsonNode *decide_json_read (const char *text);

/**
 * decide_json_merge:
 * @base: an object; members that are objects in both are merged, all others replaced
 * @changes: what it is changed to
 */
void decide_json_merge (JsonObject *base, JsonObject *changes);

/**
 * decide_json_read_merged:
 * @base: JSON with single quotes
 * @changes: (nullable): as above
 *
 * Returns: (transfer full): @base with @changes
 */
JsonNode *decide_json_read_merged (const char *base, const char *changes);

/**
 * decide_json_contains:
 * @node: (nullable): what is there
 * @part: what should be there: objects may leave members out, `null` stands for none
 *
 * Returns: whether @part is in @node
 */
gboolean decide_json_contains (JsonNode *node, JsonNode *part);

/**
 * decide_json_to_record:
 * @type: a kind of record
 * @node: JSON
 *
 * Fails the test if the record's reader refuses it.
 *
 * Returns: (transfer full): the record, read from the text of @node
 */
gpointer decide_json_to_record (const BrightRecordType *type, JsonNode *node);

G_END_DECLS
