/* BigCommerce's shipment: its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-shipment.h"

static const BrightField item_fields[] = {
  BRIGHT_FIELD (BigcommerceShipmentItem, INTEGER, line_id, "order_product_id"),
  BRIGHT_FIELD (BigcommerceShipmentItem, INTEGER, quantity, "quantity"),
  {},
};

const BrightRecordType bigcommerce_shipment_item_type
    = { "item", sizeof (BigcommerceShipmentItem), item_fields };

static const BrightField shipment_fields[] = {
  BRIGHT_FIELD (BigcommerceShipment, INTEGER, id, "id"),
  BRIGHT_FIELD (BigcommerceShipment, INTEGER, address_id, "order_address_id"),
  BRIGHT_FIELD (BigcommerceShipment, STRING, tracking_number, "tracking_number"),
  BRIGHT_FIELD (BigcommerceShipment, STRING, comments, "comments"),
  BRIGHT_FIELD_OF (BigcommerceShipment, RECORDS, items, "items", &bigcommerce_shipment_item_type),
  {},
};

const BrightRecordType bigcommerce_shipment_type = { "shipment", sizeof (BigcommerceShipment),
                                                     shipment_fields };

static const BrightField shipments_fields[] = {
  BRIGHT_FIELD (BigcommerceShipments, INTEGER, order, "order"),
  BRIGHT_FIELD (BigcommerceShipments, INTEGER, read_at, "read-at"),
  BRIGHT_FIELD_OF (BigcommerceShipments, RECORDS, shipments, "shipments",
                   &bigcommerce_shipment_type),
  {},
};

const BrightRecordType bigcommerce_shipments_type = { "shipments", sizeof (BigcommerceShipments),
                                                      shipments_fields };

gint64
bigcommerce_shipments_count (const BigcommerceShipments *shipments, gint64 line_id)
{
  gint64 units = 0;

  for (guint i = 0; i < shipments->shipments->len; i++)
    {
      const BigcommerceShipment *shipment = shipments->shipments->pdata[i];

      for (guint j = 0; j < shipment->items->len; j++)
        {
          const BigcommerceShipmentItem *item = shipment->items->pdata[j];

          /* What makes no sense must not let more be shipped. */
          if (item->line_id == line_id && item->quantity > 0 && item->quantity < G_MAXINT32)
            units += item->quantity;
        }
    }
  return units;
}
