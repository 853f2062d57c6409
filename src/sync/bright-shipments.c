/* Shipments: what is kept about them for an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shipments.h"

#include <string.h>

#define ENTRY(kind, member, name) BRIGHT_FIELD (BrightShipmentEntry, kind, member, name)

static const BrightField entry_fields[] = {
  ENTRY (INTEGER, note_id, "note"),
  ENTRY (BOOLEAN, is_drop_ship, "drop-ship"),
  ENTRY (INTEGER, sales_order_id, "sales-order"),
  ENTRY (INTEGER, address_id, "address"),
  ENTRY (INTEGER, shipment_id, "shipment"),
  ENTRY (STRING, tracking, "tracking"),
  ENTRY (BOOLEAN, reversal_is_settled, "reversal-settled"),
  {},
};

const BrightRecordType bright_shipment_entry_type = { "shipment entry",
                                                      sizeof (BrightShipmentEntry), entry_fields };

static const BrightField watch_fields[] = {
  BRIGHT_FIELD (BrightShipmentWatch, INTEGER, sales_order_id, "sales-order"),
  BRIGHT_FIELD (BrightShipmentWatch, INTEGER, status_id, "status"),
  BRIGHT_FIELD (BrightShipmentWatch, BOOLEAN, is_due, "due"),
  {},
};

const BrightRecordType bright_shipment_watch_type = { "shipment watch",
                                                      sizeof (BrightShipmentWatch), watch_fields };

static const BrightField shipments_fields[] = {
  BRIGHT_FIELD_OF (BrightShipments, RECORDS, entries, "entries", &bright_shipment_entry_type),
  BRIGHT_FIELD_OF (BrightShipments, RECORDS, watches, "watches", &bright_shipment_watch_type),
  BRIGHT_FIELD (BrightShipments, BOOLEAN, must_look, "must-look"),
  BRIGHT_FIELD (BrightShipments, BOOLEAN, without_carrier, "without-carrier"),
  {},
};

const BrightRecordType bright_shipments_type = { "shipments", sizeof (BrightShipments),
                                                 shipments_fields };

static gboolean
is_of_note (const BrightShipmentEntry *entry, const BrightShipmentEntry *wanted)
{
  return entry->note_id == wanted->note_id && entry->is_drop_ship == wanted->is_drop_ship
         && entry->sales_order_id == wanted->sales_order_id;
}

BrightShipmentEntry *
bright_shipments_find_entry (const BrightShipments *shipments, const BrightShipmentEntry *wanted)
{
  for (guint i = 0; shipments != NULL && i < shipments->entries->len; i++)
    {
      BrightShipmentEntry *entry = shipments->entries->pdata[i];

      if (is_of_note (entry, wanted) && entry->address_id == wanted->address_id)
        return entry;
    }
  return NULL;
}

gboolean
bright_shipments_has_note (const BrightShipments *shipments, const BrightShipmentEntry *wanted)
{
  for (guint i = 0; shipments != NULL && i < shipments->entries->len; i++)
    if (is_of_note (shipments->entries->pdata[i], wanted))
      return TRUE;
  return FALSE;
}

BrightShipmentWatch *
bright_shipments_find_watch (const BrightShipments *shipments, gint64 sales_order_id)
{
  for (guint i = 0; shipments != NULL && i < shipments->watches->len; i++)
    {
      BrightShipmentWatch *watch = shipments->watches->pdata[i];

      if (watch->sales_order_id == sales_order_id)
        return watch;
    }
  return NULL;
}

BrightShipmentEntry *
bright_shipments_put_entry (BrightShipments *shipments, const BrightShipmentEntry *wanted)
{
  BrightShipmentEntry *entry = bright_shipments_find_entry (shipments, wanted);

  if (entry != NULL)
    return entry;
  entry = bright_record_new (&bright_shipment_entry_type);
  entry->note_id = wanted->note_id;
  entry->is_drop_ship = wanted->is_drop_ship;
  entry->sales_order_id = wanted->sales_order_id;
  entry->address_id = wanted->address_id;
  g_ptr_array_add (shipments->entries, entry);
  return entry;
}

char *
bright_shipment_entry_format_mark (const BrightShipmentEntry *entry)
{
  if (entry->note_id == 0)
    return g_strdup_printf ("Sales order %" G_GINT64_FORMAT, entry->sales_order_id);
  return g_strdup_printf (entry->is_drop_ship ? "Drop-ship note %" G_GINT64_FORMAT
                                              : "Goods-out note %" G_GINT64_FORMAT,
                          entry->note_id);
}

char *
bright_shipment_entry_format_key (const BrightShipmentEntry *entry)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          entry->is_drop_ship ? "drop-ship" : "goods-out", entry->note_id,
                          entry->sales_order_id, entry->address_id);
}

gboolean
bright_shipment_entry_parse_key (const char *key, BrightShipmentEntry *entry)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  memset (entry, 0, sizeof *entry);
  if (g_strv_length (words) != 4)
    return FALSE;
  entry->is_drop_ship = strcmp (words[0], "drop-ship") == 0;
  entry->note_id = g_ascii_strtoll (words[1], NULL, 10);
  entry->sales_order_id = g_ascii_strtoll (words[2], NULL, 10);
  entry->address_id = g_ascii_strtoll (words[3], NULL, 10);
  return TRUE;
}

gboolean
bright_shipment_mark_is_in (const char *mark, const char *comments)
{
  gsize length = strlen (mark);

  for (const char *found = strstr (comments, mark); found != NULL;
       found = strstr (found + length, mark))
    if (!g_ascii_isdigit (found[length])
        && (found == comments || !g_ascii_isalnum (found[-1])))
      return TRUE;
  return FALSE;
}
