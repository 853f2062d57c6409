/* How the files that make steps begin one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-steps.h"

G_BEGIN_DECLS

/* A step for Brightpearl; takes @path, @summary and @body (all but @path may be NULL). */
BrightStep *bright_step_begin (const BrightOrderCase *order_case,
                               const char *flow,
                               const char *kind,
                               const char *verb,
                               const char *method,
                               char *path,
                               JsonNode *body,
                               char *summary);

/* Sets a text field, freeing what was there. */
void bright_step_set_text (char **field, char *text);

/* What is sent of a sales order or a sales credit, with its rows. */
JsonNode *bright_sales_order_write (const BrightpearlSalesOrder *sales_order);

/* The store's address as one of Brightpearl's. */
BrightpearlAddress *bright_address_convert (const BigcommerceAddress *address);

/* "Ann Field", from the parts that are there. */
char *bright_address_format_name (const BigcommerceAddress *address);

G_END_DECLS
