/* What a sync did, in one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A toast is short. */
#define MOST_PARTS 2

typedef enum
{
  PART_ORDERS_CREATED,
  PART_ORDERS_UPDATED,
  PART_ORDERS_ADOPTED,
  PART_SHIPMENTS,
  PART_PAYMENTS,
  PART_REFUNDS,
  PART_STATUSES,
  PART_NOTES,
  PART_STOCK,
  PART_CUSTOMERS,
  N_PARTS,
} Part;

static void
count_parts (const BrightSyncReport *report, guint counts[N_PARTS])
{
  counts[PART_ORDERS_CREATED] = report->orders_created;
  counts[PART_ORDERS_UPDATED] = report->orders_updated;
  counts[PART_ORDERS_ADOPTED] = report->orders_adopted;
  counts[PART_SHIPMENTS] = report->shipments_created + report->shipments_updated;
  counts[PART_PAYMENTS] = report->payments_created;
  counts[PART_REFUNDS] = report->refunds_created;
  counts[PART_STATUSES] = report->statuses_to_brightpearl + report->statuses_to_bigcommerce;
  counts[PART_NOTES] = report->notes_to_brightpearl + report->notes_to_bigcommerce;
  counts[PART_STOCK] = report->stock_updated;
  counts[PART_CUSTOMERS] = report->customers_created + report->customers_updated;
}

static const char *
get_words (Part part, guint count)
{
  switch (part)
    {
    case PART_ORDERS_CREATED:
      return ngettext ("%u order created", "%u orders created", count);
    case PART_ORDERS_UPDATED:
      return ngettext ("%u order updated", "%u orders updated", count);
    case PART_ORDERS_ADOPTED:
      return ngettext ("%u order linked", "%u orders linked", count);
    case PART_SHIPMENTS:
      return ngettext ("%u shipment sent", "%u shipments sent", count);
    case PART_PAYMENTS:
      return ngettext ("%u payment booked", "%u payments booked", count);
    case PART_REFUNDS:
      return ngettext ("%u refund booked", "%u refunds booked", count);
    case PART_STATUSES:
      return ngettext ("%u status set", "%u statuses set", count);
    case PART_NOTES:
      return ngettext ("%u note copied", "%u notes copied", count);
    case PART_STOCK:
      return ngettext ("stock of %u product set", "stock of %u products set", count);
    case PART_CUSTOMERS:
    default:
      return ngettext ("%u customer written", "%u customers written", count);
    }
}

static void
append_number (GString *text, const char *format, guint count)
{
  g_autofree char *found = NULL;
  g_auto (GStrv) halves = g_strsplit (format, "%u", 2);

  found = g_strdup_printf ("%u", count);
  g_string_append (text, halves[0]);
  if (halves[1] != NULL)
    g_string_append_printf (text, "%s%s", found, halves[1]);
}

/* Returns whether anything was done. */
static gboolean
append_done (GString *text, const BrightSyncReport *report)
{
  guint counts[N_PARTS];
  guint parts = 0;
  guint others = 0;

  count_parts (report, counts);
  for (guint part = 0; part < N_PARTS; part++)
    if (counts[part] > 0 && parts < MOST_PARTS)
      {
        if (parts++ > 0)
          /* Translators: between the parts of "3 orders created, 2 payments booked" */
          g_string_append (text, _ (", "));
        append_number (text, get_words (part, counts[part]), counts[part]);
      }
    else
      others += counts[part];
  if (others > 0)
    append_number (text, ngettext (" and %u other change", " and %u other changes", others),
                   others);
  if (parts > 0)
    g_string_append (text, _ ("."));
  return parts > 0;
}

static void
append_waiting (GString *text, const BrightSyncReport *report)
{
  guint count = report->steps->len;

  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  append_number (text,
                 g_strcmp0 (report->mode, "watch") == 0
                     ? ngettext ("%u change would be written; nothing was sent.",
                                 "%u changes would be written; nothing was sent.", count)
                     : ngettext ("%u change waits for your approval.",
                                 "%u changes wait for your approval.", count),
                 count);
}

char *
bright_report_words (const BrightSyncReport *report)
{
  GString *text = g_string_new (NULL);
  guint attention;

  g_return_val_if_fail (report != NULL, g_string_free (text, FALSE));

  attention = report->attention->len;
  if (!append_done (text, report) && report->steps->len == 0)
    g_string_append (text, _ ("Nothing to write: both sides are in step."));
  append_waiting (text, report);
  if (attention > 0)
    {
      g_string_append_c (text, ' ');
      append_number (text, ngettext ("%u thing needs you.", "%u things need you.", attention),
                     attention);
    }
  return g_string_free (text, FALSE);
}
