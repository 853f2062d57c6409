/* Flows, verbs and platforms in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_flow_names:
 *
 * The flows of a plan, in the order in which people read them; ends with %NULL.
 */
extern const char *const bright_flow_names[];

/**
 * bright_flow_words:
 * @flow: a flow, e.g. `shipments`
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *bright_flow_words (const char *flow);

/**
 * bright_group_words:
 * @group: what can be paused, e.g. `fulfillment`
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *bright_group_words (const char *group);

/**
 * bright_verb_words:
 * @verb: the verb of a step, e.g. `set-status`
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *bright_verb_words (const char *verb);

/**
 * bright_platform_words:
 * @platform: `bigcommerce` or `brightpearl`
 *
 * Returns: (transfer none): its name as it is written
 */
const char *bright_platform_words (const char *platform);

/**
 * bright_subject_words:
 * @subject: a subject, e.g. `order 1042`
 *
 * Returns: (transfer full): what it is called, translated, e.g. `Order 1042`
 */
char *bright_subject_words (const char *subject);

G_END_DECLS
