/* What the payments and refunds flows remember about an order: the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-payment-links.h"

static const BrightField entry_fields[] = {
  BRIGHT_FIELD (BrightPaymentEntry, STRING, reference, "reference"),
  BRIGHT_FIELD (BrightPaymentEntry, STRING, code, "code"),
  BRIGHT_FIELD (BrightPaymentEntry, STRING, type, "type"),
  BRIGHT_FIELD (BrightPaymentEntry, INTEGER, payment_id, "payment"),
  {},
};

const BrightRecordType bright_payment_entry_type
    = { "payment", sizeof (BrightPaymentEntry), entry_fields };

static const BrightField payments_fields[] = {
  BRIGHT_FIELD (BrightPaymentsLink, STRING, state, "state"),
  BRIGHT_FIELD (BrightPaymentsLink, BOOLEAN, is_complete, "complete"),
  BRIGHT_FIELD_OF (BrightPaymentsLink, RECORDS, entries, "entries", &bright_payment_entry_type),
  {},
};

const BrightRecordType bright_payments_link_type
    = { "payments", sizeof (BrightPaymentsLink), payments_fields };

static const BrightField refund_fields[] = {
  BRIGHT_FIELD (BrightRefundLink, INTEGER, id, "refund"),
  BRIGHT_FIELD (BrightRefundLink, INTEGER, credit_id, "credit"),
  BRIGHT_FIELD (BrightRefundLink, BOOLEAN, is_looked_for, "looked-for"),
  {},
};

const BrightRecordType bright_refund_link_type
    = { "refund", sizeof (BrightRefundLink), refund_fields };
