/* BigCommerce's shipment, as far as it matters here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET /v2/orders/{id}/shipments.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/** BIGCOMMERCE_TRACKING_LENGTH: what a tracking number may have at most. */
#define BIGCOMMERCE_TRACKING_LENGTH 50

/**
 * BigcommerceShipmentItem:
 * @line_id: the order's line
 * @quantity: units
 *
 * What a shipment has of one line.
 */
typedef struct
{
  gint64 line_id;
  gint64 quantity;
} BigcommerceShipmentItem;

BRIGHT_DECLARE_RECORD (BigcommerceShipmentItem, bigcommerce_shipment_item)

/**
 * BigcommerceShipment:
 * @id: its number
 * @address_id: the order's delivery address that it goes to
 * @tracking_number: "" for none
 * @comments: free text, by which one of ours is found again
 * @items: (element-type BigcommerceShipmentItem): what is in it
 *
 * A shipment.
 */
typedef struct
{
  gint64 id;
  gint64 address_id;
  char *tracking_number;
  char *comments;
  GPtrArray *items;
} BigcommerceShipment;

BRIGHT_DECLARE_RECORD (BigcommerceShipment, bigcommerce_shipment)

/**
 * BigcommerceShipments:
 * @order: the order
 * @read_at: seconds since 1970, when they were read
 * @shipments: (element-type BigcommerceShipment): all of them
 *
 * The shipments of one order.
 */
typedef struct
{
  gint64 order;
  gint64 read_at;
  GPtrArray *shipments;
} BigcommerceShipments;

BRIGHT_DECLARE_RECORD (BigcommerceShipments, bigcommerce_shipments)

/**
 * bigcommerce_shipments_count:
 * @shipments: the shipments of an order
 * @line_id: one of its lines
 *
 * Returns: how many units of the line are in them
 */
gint64 bigcommerce_shipments_count (const BigcommerceShipments *shipments, gint64 line_id);

G_END_DECLS
