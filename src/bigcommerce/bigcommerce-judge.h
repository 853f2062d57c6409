/* How BigCommerce words its limits and faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-http.h"

G_BEGIN_DECLS

/* The table for the endpoint. */
extern const BrightHttpPlatform bigcommerce_platform;

/**
 * bigcommerce_describe_refusal:
 * @status: the HTTP status
 * @body: what came with it
 * @length: its length in bytes
 *
 * V2 words errors as a list, V3 as an object, and the gateway before them as
 * either, as text or as a web page.
 *
 * Returns: (transfer full): the platform's own words, or the status where it has none
 */
char *bigcommerce_describe_refusal (guint status, const char *body, gsize length);

/**
 * bigcommerce_scope_of:
 * @path: a path after `/stores/{hash}`
 *
 * Returns: (transfer none): the scope that it needs, as the control panel names it
 */
const char *bigcommerce_scope_of (const char *path);

G_END_DECLS
