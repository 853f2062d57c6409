/* What the orders flow keeps about an order: its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-link.h"

#include <string.h>

#define PART(kind, member, name) BRIGHT_FIELD (BrightOrderPart, kind, member, name)
#define LINK(kind, member, name) BRIGHT_FIELD (BrightOrderLink, kind, member, name)

static const BrightField part_fields[] = {
  PART (INTEGER, suffix, "suffix"),
  PART (INTEGER, address_id, "address"),
  PART (INTEGER, sales_order_id, "sales-order"),
  PART (BOOLEAN, is_unknown, "unknown"),
  PART (BOOLEAN, is_stale, "stale"),
  PART (STRING, reservation, "reservation"),
  PART (INTEGER, reserved, "reserved"),
  PART (INTEGER, wanted, "wanted"),
  PART (BOOLEAN, retry_reservation, "retry-reservation"),
  PART (STRING, pushed, "pushed"),
  BRIGHT_FIELD_OF (BrightOrderPart, RECORDS, missing, "missing", &bright_stock_units_type),
  {},
};

const BrightRecordType bright_order_part_type = { "part", sizeof (BrightOrderPart), part_fields };

static const BrightField refusal_fields[] = {
  BRIGHT_FIELD (BrightRefusal, STRING, kind, "kind"),
  BRIGHT_FIELD (BrightRefusal, STRING, message, "message"),
  {},
};

const BrightRecordType bright_refusal_type = { "refusal", sizeof (BrightRefusal),
                                               refusal_fields };

static const BrightField link_fields[] = {
  BRIGHT_FIELD_OF (BrightOrderLink, RECORDS, parts, "parts", &bright_order_part_type),
  LINK (INTEGER, address_id, "address"),
  LINK (BOOLEAN, contact_is_settled, "contact-settled"),
  LINK (STRING, content, "content"),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORDS, refusals, "refusals", &bright_refusal_type),
  LINK (STRING, ignored, "ignored"),
  LINK (STRING, ignored_content, "ignored-content"),
  LINK (BOOLEAN, is_deleted, "deleted"),
  LINK (BOOLEAN, was_cancelled, "cancelled"),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORD, statuses, "statuses", &bright_agreed_statuses_type),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORD, payments, "payments", &bright_payments_link_type),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORDS, refunds, "refunds", &bright_refund_link_type),
  LINK (INTEGER, stale_facts, "stale-facts"),
  LINK (STRING, stock, "stock"),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORD, notes, "notes", &bright_notes_type),
  LINK (INTEGER, adopted_at, "adopted-at"),
  BRIGHT_FIELD_OF (BrightOrderLink, RECORD, shipments, "shipments", &bright_shipments_type),
  {},
};

const BrightRecordType bright_order_link_type = { "order link", sizeof (BrightOrderLink),
                                                  link_fields };

const BrightpearlSalesOrder *
bright_order_case_get_sales_order (const BrightOrderCase *order_case, guint part)
{
  return part < order_case->sales_orders->len ? order_case->sales_orders->pdata[part] : NULL;
}

const char *
bright_order_link_get_refusal (const BrightOrderLink *link, const char *kind)
{
  for (guint i = 0; i < link->refusals->len; i++)
    {
      const BrightRefusal *refusal = link->refusals->pdata[i];

      if (strcmp (refusal->kind, kind) == 0)
        return refusal->message;
    }
  return NULL;
}

void
bright_order_link_refuse (BrightOrderLink *link, const char *kind, const char *message)
{
  BrightRefusal *refusal = bright_record_new (&bright_refusal_type);

  bright_order_link_forgive (link, kind);
  g_free (refusal->kind);
  refusal->kind = g_strdup (kind);
  g_free (refusal->message);
  refusal->message = g_strdup (message);
  g_ptr_array_add (link->refusals, refusal);
}

void
bright_order_link_forgive (BrightOrderLink *link, const char *kind)
{
  for (guint i = link->refusals->len; i > 0; i--)
    {
      const BrightRefusal *refusal = link->refusals->pdata[i - 1];

      if (kind == NULL || strcmp (refusal->kind, kind) == 0)
        g_ptr_array_remove_index (link->refusals, i - 1);
    }
}
