/* What hangs on orders of the practice account: notes, payments, goods-out notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-account-order.h"

G_BEGIN_DECLS

typedef struct
{
  PracticeRecord record; /* created_on is also addedOn */
  gint64 order_id;
  gint64 contact_id;
  gint64 added_by;
  gint64 status_id;
  gint64 added_on;
  gboolean is_public;
  char *text;
} PracticeNote;

typedef struct
{
  PracticeRecord record;
  gint64 order_id;
  gint64 currency_id;
  gint64 journal_id;
  gint64 payment_date;
  gint64 expires;
  char *transaction_reference;
  char *transaction_code;
  char *method;
  char *type;
  char *currency_code;
  PracticeDecimal authorized;
  PracticeDecimal paid;
} PracticePayment;

/* One line of a goods-out note. */
typedef struct
{
  gint64 row_id;
  gint64 product_id;
  gint64 quantity;
  gint64 reserved; /* how much of it came from the order's reservation */
} PracticeGoodsOutLine;

typedef struct
{
  PracticeRecord record;
  gint64 order_id;
  gint64 warehouse_id;
  gint64 channel_id;
  gint64 shipping_method_id;
  gint64 created_by;
  gint64 release_date;
  gint64 shipped_on;
  gint64 packed_on;
  gint64 picked_on;
  gint64 printed_on;
  gint64 boxes;
  gint64 event_version;
  gboolean priority;
  gboolean drop_ship;
  char *reference; /* of the carrier */
  GArray *lines; /* (element-type PracticeGoodsOutLine) */
  JsonArray *events;
} PracticeGoodsOut;

/* Stock that moved. */
typedef struct
{
  PracticeRecord record;
  gint64 product_id;
  gint64 row_id;
  gint64 quantity;
  gint64 warehouse_id;
  gint64 goods_note_id;
  gint64 order_id;
  gboolean cleared;
  const char *type_code; /* static */
} PracticeMovement;

/* (transfer full): a note as it is answered. */
JsonObject *practice_note_view (PracticeAccount *account, const PracticeNote *note);
void practice_note_free (PracticeNote *note);
void practice_payment_free (PracticePayment *payment);
void practice_goods_out_free (PracticeGoodsOut *note);
/* Notes a movement of stock; @note_id, @row_id and @order_id are 0 for a correction. */
PracticeMovement *practice_movement_add (PracticeWorld *world,
                                         gint64 product_id,
                                         gint64 warehouse_id,
                                         gint64 quantity);

G_END_DECLS
