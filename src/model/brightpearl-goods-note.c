/* Brightpearl's goods-out and drop-ship notes: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-goods-note.h"

static const BrightField row_fields[] = {
  BRIGHT_FIELD (BrightpearlGoodsNoteRow, INTEGER, row_id, "row"),
  BRIGHT_FIELD (BrightpearlGoodsNoteRow, INTEGER, quantity, "quantity"),
  {},
};

const BrightRecordType brightpearl_goods_note_row_type = { "row", sizeof (BrightpearlGoodsNoteRow),
                                                           row_fields };

#define NOTE(kind, member, name) BRIGHT_FIELD (BrightpearlGoodsNote, kind, member, name)

static const BrightField note_fields[] = {
  NOTE (INTEGER, id, "id"),
  NOTE (BOOLEAN, is_drop_ship, "isDropShip"),
  NOTE (INTEGER, sales_order_id, "orderId"),
  NOTE (BOOLEAN, is_transfer, "transfer"),
  NOTE (BOOLEAN, is_shipped, "status/shipped"),
  NOTE (TIME, shipped_on, "status/shippedOn"),
  NOTE (STRING, reference, "shipping/reference"),
  NOTE (INTEGER, shipping_method_id, "shipping/shippingMethodId"),
  BRIGHT_FIELD_OF (BrightpearlGoodsNote, RECORDS, rows, "rows", &brightpearl_goods_note_row_type),
  {},
};

const BrightRecordType brightpearl_goods_note_type = { "goods note", sizeof (BrightpearlGoodsNote),
                                                       note_fields };

#define NOTES(kind, member, name) BRIGHT_FIELD (BrightpearlGoodsNotes, kind, member, name)

static const BrightField notes_fields[] = {
  NOTES (INTEGER, order, "order"),
  NOTES (BOOLEAN, is_announced, "announced"),
  NOTES (STRING, seen, "seen"),
  NOTES (BOOLEAN, has_drop_ship, "drop-ship"),
  BRIGHT_FIELD_OF (BrightpearlGoodsNotes, RECORDS, notes, "notes", &brightpearl_goods_note_type),
  {},
};

const BrightRecordType brightpearl_goods_notes_type
    = { "goods notes", sizeof (BrightpearlGoodsNotes), notes_fields };

static const BrightField shipped_note_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlShippedNote, INTEGER, id, "goodsOutNoteId"),
  BRIGHT_FIELD (BrightpearlShippedNote, INTEGER, sales_order_id, "orderId"),
  {},
};

const BrightRecordType brightpearl_shipped_note_type
    = { "shipped note", sizeof (BrightpearlShippedNote), shipped_note_fields };
