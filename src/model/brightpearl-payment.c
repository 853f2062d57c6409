/* Brightpearl's customer payments and sales credits: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-payment.h"

static const BrightField payment_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlPayment, INTEGER, id, "paymentId"),
  BRIGHT_FIELD (BrightpearlPayment, STRING, reference, "transactionRef"),
  BRIGHT_FIELD (BrightpearlPayment, STRING, code, "transactionCode"),
  BRIGHT_FIELD (BrightpearlPayment, STRING, method, "paymentMethodCode"),
  BRIGHT_FIELD (BrightpearlPayment, STRING, type, "paymentType"),
  BRIGHT_FIELD (BrightpearlPayment, INTEGER, order_id, "orderId"),
  BRIGHT_FIELD (BrightpearlPayment, MONEY, paid, "amountPaid"),
  BRIGHT_FIELD (BrightpearlPayment, MONEY, authorized, "amountAuthorized"),
  {},
};

const BrightRecordType brightpearl_payment_type
    = { "payment", sizeof (BrightpearlPayment), payment_fields };

static const BrightField credit_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlCredit, INTEGER, id, "orderId"),
  BRIGHT_FIELD (BrightpearlCredit, INTEGER, parent_id, "parentOrderId"),
  BRIGHT_FIELD (BrightpearlCredit, STRING, external_ref, "externalRef"),
  {},
};

const BrightRecordType brightpearl_credit_type
    = { "sales credit", sizeof (BrightpearlCredit), credit_fields };

static const BrightField payments_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlPayments, INTEGER, order_id, "order"),
  BRIGHT_FIELD (BrightpearlPayments, INTEGER, newest, "newest"),
  BRIGHT_FIELD_OF (BrightpearlPayments, RECORDS, payments, "payments", &brightpearl_payment_type),
  BRIGHT_FIELD_OF (BrightpearlPayments, RECORDS, credits, "credits", &brightpearl_credit_type),
  {},
};

const BrightRecordType brightpearl_payments_type
    = { "payments", sizeof (BrightpearlPayments), payments_fields };
