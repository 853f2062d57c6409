/* What a changed setting does, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-specs.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * bright_seen_count:
 * @seen: (element-type BrightSeen) (nullable): what the orders have
 * @kind: of what
 * @value: which
 *
 * Returns: how many orders have it
 */
guint bright_seen_count (GPtrArray *seen, const char *kind, const char *value);

/**
 * bright_settings_count_words:
 * @orders: a number
 *
 * Returns: (transfer full): e.g. `37 orders`
 */
char *bright_settings_count_words (guint orders);

/**
 * bright_settings_describe_filter:
 * @spec: the setting
 * @before: what it was, as it stands in the settings file
 * @after: what it is
 * @seen: (element-type BrightSeen) (nullable): what the orders have
 *
 * Returns: (transfer full) (nullable): how many orders more or fewer sync, as a sentence; %NULL
 *   where the setting has no say in that, or nothing changes
 */
char *bright_settings_describe_filter (const BrightSettingSpec *spec,
                                       JsonNode *before,
                                       JsonNode *after,
                                       GPtrArray *seen);

/**
 * bright_settings_describe_change:
 * @spec: the setting
 * @before: what it was, as it stands in the settings file
 * @after: what it is
 * @seen: (element-type BrightSeen) (nullable): what the orders have
 *
 * Returns: (transfer full): one sentence that says what the change does, in numbers where it can
 *   be counted
 */
char *bright_settings_describe_change (const BrightSettingSpec *spec,
                                       JsonNode *before,
                                       JsonNode *after,
                                       GPtrArray *seen);

G_END_DECLS
