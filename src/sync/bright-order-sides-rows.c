/* The two sides of an order: goods, notes and shipments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-shipment.h"
#include "bright-note-text.h"
#include "bright-order-sides.h"
#include "brightpearl-field-texts.h"
#include "brightpearl-goods-note.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* ---- Goods ---- */

typedef struct
{
  const BrightOrderSidesCase *sides_case;
  GPtrArray *sides;
  GHashTable *shown; /* rows (BrightpearlRow *, unowned) */
} Rows;

static char *
format_goods (BrightMoney quantity, const char *sku, const char *name, BrightMoney amount)
{
  g_autofree char *number
      = quantity % BRIGHT_MONEY_UNIT == 0
            ? g_strdup_printf ("%" G_GINT64_FORMAT, quantity / BRIGHT_MONEY_UNIT)
            : bright_money_to_string (quantity);
  g_autofree char *total = bright_money_to_string (amount);

  return g_strdup_printf ("%s × %s, %s", number, sku[0] != '\0' ? sku : name, total);
}

static char *
format_row (const BrightpearlRow *row)
{
  BrightMoney gross = row->net;

  if (!bright_money_add (&gross, row->tax))
    gross = row->net;
  return format_goods (row->quantity, row->sku, row->name, gross);
}

/* Rows of a sales order that we did not make do not tell their line. */
static gboolean
is_row_of (const Rows *rows, const BigcommerceLine *line, const BrightpearlRow *row)
{
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, line->id);

  if (row->is_bundle_child || g_hash_table_contains (rows->shown, row))
    return FALSE;
  if (strcmp (row->external_ref, reference) == 0)
    return TRUE;
  return rows->sides_case->link->adopted_at != 0 && row->external_ref[0] == '\0'
         && line->sku[0] != '\0' && strcmp (row->sku, line->sku) == 0;
}

static const BrightpearlRow *
find_row (const Rows *rows, const BigcommerceLine *line)
{
  GPtrArray *sales_orders = rows->sides_case->sales_orders;

  for (guint i = 0; i < sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = sales_orders->pdata[i];

      for (guint j = 0; j < sales_order->rows->len; j++)
        if (is_row_of (rows, line, sales_order->rows->pdata[j]))
          return sales_order->rows->pdata[j];
    }
  return NULL;
}

/* What is chosen within another line may be part of that line's row, and a sales order that was
 * there before we were may be put together otherwise. */
static gboolean
must_have_row (const Rows *rows, const BigcommerceLine *line)
{
  return rows->sides_case->sales_orders->len > 0 && rows->sides_case->link->adopted_at == 0
         && line->parent_line_id == 0;
}

static void
add_line (gpointer data, gpointer user_data)
{
  const BigcommerceLine *line = data;
  Rows *rows = user_data;
  const BrightpearlRow *row = find_row (rows, line);

  if (row != NULL)
    g_hash_table_add (rows->shown, (gpointer)row);
  bright_order_sides_add (rows->sides, line->name,
                          format_goods (line->quantity, line->sku, line->name, line->total_inc_tax),
                          row != NULL ? format_row (row) : NULL,
                          row != NULL ? row->quantity != line->quantity
                                      : must_have_row (rows, line));
}

static gboolean
is_number (const char *reference)
{
  return reference[0] != '\0' && reference[strspn (reference, "0123456789")] == '\0';
}

/* Shipping, discounts and the like, and rows of lines that the store does not have any more. */
static void
add_other_row (const Rows *rows, const BrightpearlRow *row)
{
  if (row->is_bundle_child || g_hash_table_contains (rows->shown, row))
    return;
  bright_order_sides_add (rows->sides, row->name[0] != '\0' ? row->name : row->sku, NULL,
                          format_row (row), is_number (row->external_ref));
}

void
bright_order_sides_add_rows (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  Rows rows = { sides_case, sides, shown };

  bigcommerce_order_foreach_line (sides_case->order, add_line, &rows);
  for (guint i = 0; i < sides_case->sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = sides_case->sales_orders->pdata[i];

      for (guint j = 0; j < sales_order->rows->len; j++)
        add_other_row (&rows, sales_order->rows->pdata[j]);
    }
}

/* ---- Notes ---- */

/* A side that says nothing does not blank the other. */
static gboolean
do_notes_differ (const char *store, const char *brightpearl)
{
  g_autofree char *one = bright_note_digest (store);
  g_autofree char *other = bright_note_digest (brightpearl);

  return one[0] != '\0' && other[0] != '\0' && strcmp (one, other) != 0;
}

static void
add_note (GPtrArray *sides,
          const char *label,
          const char *store,
          const char *brightpearl,
          gboolean should_agree)
{
  if (store[0] != '\0' || brightpearl[0] != '\0')
    bright_order_sides_add (sides, label, bright_note_tidy (store), bright_note_tidy (brightpearl),
                            should_agree && do_notes_differ (store, brightpearl));
}

void
bright_order_sides_add_notes (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  const BrightNotesValues *notes = &sides_case->settings->notes;
  const BrightpearlFieldTexts *fields = sides_case->facts[BRIGHT_ORDER_FACT_FIELDS];
  const char *staff = fields != NULL ? fields->staff : "";
  const char *customer = fields != NULL ? fields->customer : "";
  gboolean is_staff_synced = notes->enabled && fields != NULL && notes->staff_field[0] != '\0'
                             && strcmp (notes->staff_field, fields->staff_field) == 0;

  add_note (sides, _ ("Staff note"), sides_case->order->staff_notes, staff, is_staff_synced);
  /* The customer's words are copied once; what becomes of them there is nobody's mistake. */
  add_note (sides, _ ("Customer message"), sides_case->order->customer_message, customer, FALSE);
}

/* ---- Shipments ---- */

static void
add_word (GString *text, const char *word)
{
  if (word[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
}

static char *
describe_shipments (const BigcommerceShipments *shipments)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; shipments != NULL && i < shipments->shipments->len; i++)
    {
      const BigcommerceShipment *shipment = shipments->shipments->pdata[i];
      g_autofree char *name = shipment->tracking_number[0] != '\0'
                                  ? g_strdup_printf (_ ("shipment %" PRId64 " (%s)"), shipment->id,
                                                     shipment->tracking_number)
                                  : g_strdup_printf (_ ("shipment %" PRId64), shipment->id);

      add_word (text, name);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_note (const BrightpearlGoodsNote *note)
{
  g_autofree char *name = note->is_drop_ship
                              ? g_strdup_printf (_ ("drop-ship note %" PRId64), note->id)
                              : g_strdup_printf (_ ("goods-out note %" PRId64), note->id);

  if (!note->is_shipped)
    return g_strdup_printf (_ ("%s, not shipped"), name);
  return note->reference[0] != '\0' ? g_strdup_printf ("%s (%s)", name, note->reference)
                                    : g_steal_pointer (&name);
}

static char *
describe_notes (const BrightpearlGoodsNotes *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = notes->notes->pdata[i];
      g_autofree char *words = describe_note (note);

      if (!note->is_transfer)
        add_word (text, words);
    }
  return g_string_free (text, FALSE);
}

void
bright_order_sides_add_shipments (const BrightOrderSidesCase *sides_case, GPtrArray *sides)
{
  char *store = describe_shipments (sides_case->facts[BRIGHT_ORDER_FACT_SHIPMENTS]);
  char *brightpearl = describe_notes (sides_case->facts[BRIGHT_ORDER_FACT_GOODS_OUT]);

  if (store[0] != '\0' || brightpearl[0] != '\0')
    bright_order_sides_add (sides, _ ("Shipments"), store, brightpearl, FALSE);
  else
    {
      g_free (store);
      g_free (brightpearl);
    }
}
