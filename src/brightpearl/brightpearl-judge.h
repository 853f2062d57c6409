/* How Brightpearl words its limits and faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-http.h"
#include "bright-json.h"

G_BEGIN_DECLS

/* The table for the endpoint. */
extern const BrightHttpPlatform brightpearl_platform;

/**
 * brightpearl_judge:
 * @status: the HTTP status of an answer, or that of a part of a multi-message
 * @body: what came with it
 * @length: its length in bytes
 * @error: set for what was refused, and for a fault
 *
 * Returns: what it means
 */
BrightHttpVerdict
brightpearl_judge (guint status, const char *body, gsize length, GError **error);

/**
 * brightpearl_read_response:
 * @root: an answer that was judged as done
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its member `response`, a JSON null without one,
 *   or %NULL with an error if there are errors in spite of the status
 */
JsonNode *brightpearl_read_response (JsonNode *root, GError **error);

/**
 * brightpearl_is_nothing_found:
 * @error: an error
 *
 * Most reads by ids answer with an error when there is nothing by those ids. It
 * has a code of Brightpearl's own; an error page of a wrong address has none.
 *
 * Returns: %TRUE if @error says that there is nothing, rather than no such place
 */
gboolean brightpearl_is_nothing_found (const GError *error);

G_END_DECLS
