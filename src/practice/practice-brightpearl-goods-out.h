/* Brightpearl's goods-out notes, for the files that deal with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-account-facts.h"
#include "practice-brightpearl.h"

G_BEGIN_DECLS

/* (transfer full): a note as it is answered. */
JsonObject *practice_goods_out_view (PracticeAccount *account, const PracticeGoodsOut *note);
/* (transfer none): an empty note for @order, which is in the account's table. */
PracticeGoodsOut *practice_goods_out_new (PracticeWorld *world,
                                          PracticeOrder *order,
                                          gint64 warehouse_id);
/* Puts units of a row on @note: reserved ones first, then free ones; FALSE, doing nothing, if there
 * are not enough. */
gboolean practice_goods_out_take (PracticeWorld *world,
                                  PracticeGoodsOut *note,
                                  PracticeOrder *order,
                                  PracticeRow *row,
                                  gint64 units);
/* Records an event; shipping takes the goods out of stock and implies the events before it. */
void practice_goods_out_event (PracticeWorld *world,
                               PracticeGoodsOut *note,
                               const char *code,
                               gint64 occured,
                               gint64 owner_id);
/* Takes a note that was not shipped away again. */
void practice_goods_out_remove (PracticeWorld *world, PracticeGoodsOut *note);
/* Ships @order as staff would: the rows of @rows (nullable: all that is reserved), by row id; the
 * id of the note, 0 after a refusal. */
gint64 practice_goods_out_ship (PracticeWorld *world,
                                PracticeOrder *order,
                                JsonNode *body,
                                PracticeAnswer *answer);

G_END_DECLS
