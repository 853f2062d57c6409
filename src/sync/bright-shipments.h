/* Shipments: what is kept about them for an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightShipmentEntry:
 * @note_id: the goods-out or drop-ship note that it was made from; 0 for none
 * @is_drop_ship: which of both
 * @sales_order_id: the sales order that it was made for
 * @address_id: the delivery address; 0 where nothing of a note is to be shipped in the store
 * @shipment_id: the store's shipment; 0 where none was needed
 * @tracking: the tracking number that the shipment has
 * @reversal_is_settled: a person has seen that the note was taken back
 *
 * What became of a note, or of a sales order that is shipped as a whole.
 */
typedef struct
{
  gint64 note_id;
  gboolean is_drop_ship;
  gint64 sales_order_id;
  gint64 address_id;
  gint64 shipment_id;
  char *tracking;
  gboolean reversal_is_settled;
} BrightShipmentEntry;

BRIGHT_DECLARE_RECORD (BrightShipmentEntry, bright_shipment_entry)

/**
 * BrightShipmentWatch:
 * @sales_order_id: a sales order
 * @status_id: the status that it was last seen in
 * @is_due: it has entered the status that triggers shipments, and they were not all made yet
 *
 * Which status a sales order is in, to notice that it enters one.
 */
typedef struct
{
  gint64 sales_order_id;
  gint64 status_id;
  gboolean is_due;
} BrightShipmentWatch;

BRIGHT_DECLARE_RECORD (BrightShipmentWatch, bright_shipment_watch)

/**
 * BrightShipments:
 * @entries: (element-type BrightShipmentEntry): what became of notes
 * @watches: (element-type BrightShipmentWatch): what is watched
 * @must_look: whether the store has moved the order's status by itself must be looked at
 * @without_carrier: the store refused to know the carrier
 *
 * What the shipments flow keeps about an order.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *watches;
  gboolean must_look;
  gboolean without_carrier;
} BrightShipments;

BRIGHT_DECLARE_RECORD (BrightShipments, bright_shipments)

/**
 * bright_shipments_find_entry:
 * @shipments: (nullable): what is kept
 * @wanted: whose note, drop-ship flag, sales order and address are sought
 *
 * Returns: (transfer none) (nullable): the entry
 */
BrightShipmentEntry *bright_shipments_find_entry (const BrightShipments *shipments,
                                                  const BrightShipmentEntry *wanted);

/**
 * bright_shipments_has_note:
 * @shipments: (nullable): what is kept
 * @wanted: whose note, drop-ship flag and sales order are sought, at any address
 *
 * Returns: %TRUE if there is an entry
 */
gboolean bright_shipments_has_note (const BrightShipments *shipments,
                                    const BrightShipmentEntry *wanted);

/**
 * bright_shipments_find_watch:
 * @shipments: (nullable): what is kept
 * @sales_order_id: a sales order
 *
 * Returns: (transfer none) (nullable): what was seen of it
 */
BrightShipmentWatch *bright_shipments_find_watch (const BrightShipments *shipments,
                                                  gint64 sales_order_id);

/**
 * bright_shipments_put_entry:
 * @shipments: what is kept
 * @wanted: as for bright_shipments_find_entry()
 *
 * Returns: (transfer none): the entry, made if it was not there
 */
BrightShipmentEntry *bright_shipments_put_entry (BrightShipments *shipments,
                                                 const BrightShipmentEntry *wanted);

/**
 * bright_shipment_entry_format_mark:
 * @entry: an entry
 *
 * Returns: (transfer full): the line by which its shipment is found again in the store, e.g.
 *   `Goods-out note 7001`
 */
char *bright_shipment_entry_format_mark (const BrightShipmentEntry *entry);

/**
 * bright_shipment_entry_format_key:
 * @entry: an entry
 *
 * Returns: (transfer full): its mark with its sales order and address, for a step's key
 */
char *bright_shipment_entry_format_key (const BrightShipmentEntry *entry);

/**
 * bright_shipment_entry_parse_key:
 * @key: what bright_shipment_entry_format_key() gave
 * @entry: (out caller-allocates): an entry with the members that identify it; all else is 0
 *
 * Returns: %FALSE if it is no such key
 */
gboolean bright_shipment_entry_parse_key (const char *key, BrightShipmentEntry *entry);

/**
 * bright_shipment_mark_is_in:
 * @mark: e.g. `Goods-out note 7001`
 * @comments: a shipment's comments
 *
 * Returns: %TRUE if the mark is there with its whole number (7001 is not 17001)
 */
gboolean bright_shipment_mark_is_in (const char *mark, const char *comments);

G_END_DECLS
