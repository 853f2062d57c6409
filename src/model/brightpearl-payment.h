/* Brightpearl's customer payments and sales credits, as far as they matter here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of the columns of GET
 * customer-payment-search and GET order-search.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* A payment on a sales order or a sales credit. */
typedef struct
{
  gint64 id;
  char *reference; /* the transaction's, as its maker gave it; may be "" */
  char *code;      /* what an authorization and its capture share; may be "" */
  char *method;    /* the code of a payment method */
  char *type;      /* RECEIPT, PAYMENT, AUTH, CAPTURE, VOID */
  gint64 order_id; /* of the sales order or sales credit */
  BrightMoney paid;
  BrightMoney authorized;
} BrightpearlPayment;

BRIGHT_DECLARE_RECORD (BrightpearlPayment, brightpearl_payment)

/* A sales credit that belongs to a sales order. */
typedef struct
{
  gint64 id;
  gint64 parent_id;
  char *external_ref;
} BrightpearlCredit;

BRIGHT_DECLARE_RECORD (BrightpearlCredit, brightpearl_credit)

/* All money that stands on the sales orders of a store order. */
typedef struct
{
  gint64 order_id;     /* the store's */
  gint64 newest;       /* the id up to which all sales orders were known when this was read */
  GPtrArray *payments; /* of BrightpearlPayment */
  GPtrArray *credits;  /* of BrightpearlCredit */
} BrightpearlPayments;

BRIGHT_DECLARE_RECORD (BrightpearlPayments, brightpearl_payments)

G_END_DECLS
