/* What tests of shipments look at in the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice.h"

G_BEGIN_DECLS

/* The settings that the tests begin with: notes make shipments, and the gate is open. */
#define SHIPMENTS_BY_NOTE                                                                          \
  "{'fulfillment': {'enabled': true}, 'orders': {'brightpearl-statuses': [3]},"                    \
  " 'connection': {'patience-seconds': 3600}}"

/* The sales order with an external reference, or of the store's order @order; 0 for none. */
gint64 shipments_find_reference (Practice *practice, const char *reference);
gint64 shipments_find_sales_order (Practice *practice, gint64 order);

/* The first row of a sales order that is reserved, with its units; 0 for none. */
gint64
shipments_find_reserved_row (Practice *practice, gint64 sales_order, gint64 *units);

/* Ships a sales order as staff would; @body is JSON with apostrophes. Returns the note. */
gint64 shipments_ship (Practice *practice, gint64 sales_order, const char *body);

/* The units that a goods-out note or a shipment has. */
gint64 shipments_count_note_units (JsonNode *note);
gint64 shipments_count_units (JsonNode *shipment);

/* (transfer full) (nullable): the only shipment with these comments, or of this goods-out note;
 * fails the test if there are several. */
JsonNode *shipments_find (Practice *practice, const char *comments);
JsonNode *shipments_find_for_note (Practice *practice, gint64 note);

/* How many shipments the store has. */
guint shipments_count (Practice *practice);

G_END_DECLS
