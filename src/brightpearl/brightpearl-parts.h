/* The parts of a multi-message: how they are written and what became of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-outcome.h"
#include "bright-step.h"

G_BEGIN_DECLS

/**
 * brightpearl_write_parts:
 * @steps: (element-type BrightStep): the writes
 * @first: the first of them that travels
 * @count: how many travel
 *
 * The parts are labelled by their sequence, from "0".
 *
 * Returns: (transfer full): the body of a multi-message
 */
char *brightpearl_write_parts (GPtrArray *steps, guint first, guint count);

/**
 * brightpearl_read_parts:
 * @response: the response to a multi-message
 * @steps: (element-type BrightStep): as they were written
 * @first: as it was written
 * @count: as it was written
 *
 * Returns: (transfer full) (element-type BrightOutcome): what became of each part
 */
GPtrArray *
brightpearl_read_parts (JsonNode *response, GPtrArray *steps, guint first, guint count);

G_END_DECLS
