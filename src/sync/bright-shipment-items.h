/* The shipments flow: what goes into a shipment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-shipment.h"
#include "bright-order-link.h"
#include "brightpearl-goods-note.h"

G_BEGIN_DECLS

/**
 * BrightShipmentPlan:
 * @address_id: the delivery address
 * @items: (element-type BigcommerceShipmentItem): the lines with units
 *
 * What would go to one address.
 */
typedef struct
{
  gint64 address_id;
  GPtrArray *items;
} BrightShipmentPlan;

/**
 * bright_shipment_plan_new:
 * @order_case: the case
 * @part: which sales order
 * @note: (nullable): a shipped note of it; %NULL for the whole sales order
 * @notes: (nullable): all notes, by when they were shipped; %NULL without @note
 * @left_out: (out): how many rows of @note have no line in the store
 *
 * Rows are told apart by the line id that they carry. The store knows nothing of
 * a bundle's components: it is shipped as often as all of them have left.
 *
 * Returns: (transfer full) (element-type BrightShipmentPlan): one for each address, without
 *   regard to what was shipped before
 */
GPtrArray *bright_shipment_plan_new (const BrightOrderCase *order_case,
                                     guint part,
                                     const BrightpearlGoodsNote *note,
                                     const BrightpearlGoodsNotes *notes,
                                     guint *left_out);

/* Takes out of a plan what the order's shipments have already; returns the units that are left. */
gint64 bright_shipment_plan_clamp (BrightShipmentPlan *plan,
                                   const BigcommerceOrder *order,
                                   const BigcommerceShipments *shipments);

/* Whether each physical line of an order has left as a whole; @some is set to whether any unit
 * has. */
gboolean bright_order_has_left (const BigcommerceOrder *order, gboolean *some);

G_END_DECLS
