/* BigCommerce's transactions of an order, as far as they matter here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET /v3/orders/{id}/transactions.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* Money that moved, or was to move. */
typedef struct
{
  gint64 id;
  char *event;  /* purchase, authorization, capture, refund, void, pending, settled */
  char *method; /* credit_card, gift_certificate, store_credit, offline, ... */
  BrightMoney amount;
  char *currency;   /* ISO 4217 */
  char *gateway;    /* an open list: stripe, paypalexpress, giftcertificate, ... */
  char *gateway_id; /* the gateway's own name for it; may be "" */
  char *status;     /* ok, error */
  gboolean is_test;
  gint64 reference_id; /* the transaction that it follows from; 0 for none */
  gint64 date_created;
} BigcommerceTransaction;

BRIGHT_DECLARE_RECORD (BigcommerceTransaction, bigcommerce_transaction)

/* All transactions of an order. */
typedef struct
{
  gint64 order_id;
  char *state;             /* of the order's payment when they were read */
  gint64 read_at;          /* seconds since 1970, by our own clock */
  char *failure;           /* why they could not be read; "" if they were */
  GPtrArray *transactions; /* of BigcommerceTransaction */
} BigcommerceTransactions;

BRIGHT_DECLARE_RECORD (BigcommerceTransactions, bigcommerce_transactions)

G_END_DECLS
