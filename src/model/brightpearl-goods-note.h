/* Brightpearl's goods-out and drop-ship notes, as far as they matter here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET order/{ids}/goods-note/goods-out
 * and of GET order/{ids}/goods-note/drop-ship, save that the entries of a row
 * (one for each place in the warehouse) are added up.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightpearlGoodsNoteRow:
 * @row_id: the row of the sales order
 * @quantity: units
 *
 * What a note takes of one row.
 */
typedef struct
{
  gint64 row_id;
  gint64 quantity;
} BrightpearlGoodsNoteRow;

BRIGHT_DECLARE_RECORD (BrightpearlGoodsNoteRow, brightpearl_goods_note_row)

/**
 * BrightpearlGoodsNote:
 * @id: the note's number
 * @is_drop_ship: whether a supplier sends the goods
 * @sales_order_id: whose it is; 0 for a transfer between warehouses
 * @is_transfer: whether it is such a transfer
 * @is_shipped: whether the goods have left
 * @shipped_on: when; seconds since 1970
 * @reference: tracking numbers as they were typed in; may come later
 * @shipping_method_id: how it is sent; 0 where not told
 * @rows: (element-type BrightpearlGoodsNoteRow): what is on it
 *
 * A note.
 */
typedef struct
{
  gint64 id;
  gboolean is_drop_ship;
  gint64 sales_order_id;
  gboolean is_transfer;
  gboolean is_shipped;
  gint64 shipped_on;
  char *reference;
  gint64 shipping_method_id;
  GPtrArray *rows;
} BrightpearlGoodsNote;

BRIGHT_DECLARE_RECORD (BrightpearlGoodsNote, brightpearl_goods_note)

/**
 * BrightpearlGoodsNotes:
 * @order: the store's order
 * @is_announced: there are notes that were not read yet
 * @seen: how far the sales orders were shipped when the notes were read
 * @has_drop_ship: whether drop-ship notes were read as well
 * @notes: (element-type BrightpearlGoodsNote): by number, ascending
 *
 * All notes of the sales orders of one order.
 */
typedef struct
{
  gint64 order;
  gboolean is_announced;
  char *seen;
  gboolean has_drop_ship;
  GPtrArray *notes;
} BrightpearlGoodsNotes;

BRIGHT_DECLARE_RECORD (BrightpearlGoodsNotes, brightpearl_goods_notes)

/**
 * BrightpearlShippedNote:
 * @id: the note's number
 * @sales_order_id: whose it is; 0 for a transfer
 *
 * A row of a search for goods-out notes.
 */
typedef struct
{
  gint64 id;
  gint64 sales_order_id;
} BrightpearlShippedNote;

BRIGHT_DECLARE_RECORD (BrightpearlShippedNote, brightpearl_shipped_note)

G_END_DECLS
