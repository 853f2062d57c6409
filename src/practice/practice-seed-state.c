/* The seed of the practice store: kinds of orders by how far they have come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#include "bright-time.h"

#include <string.h>

#define WEB_STORE_CHANNEL 4
#define MAIN_WAREHOUSE 2
#define NEW_WEB_ORDER 3
#define SECONDS_PER_DAY 86400

/* A moment after the order was placed, and not later than now. */
static gint64
later (PracticeDraft *draft, gint64 seconds)
{
  gint64 age = practice_now (draft->seed->world) - draft->order->date_created;

  return draft->order->date_created + MIN (seconds, age * 3 / 4);
}

static void
after_shipped (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  PracticeShipment *shipment = practice_store_order_add_shipment (
      order, practice_store_next_id (draft->seed->store, PRACTICE_ID_SHIPMENT));

  shipment->address_id = draft->address->id;
  shipment->date_created = later (draft, SECONDS_PER_DAY);
  shipment->tracking_number = g_strdup_printf ("HL%09" G_GINT64_FORMAT "GB", order->id);
  shipment->tracking_carrier = g_strdup ("royal-mail");
  shipment->shipping_method = g_strdup (draft->address->shipping_method);
  for (guint i = 0; i < order->lines->len; i++)
    {
      PracticeLine *line = g_ptr_array_index (order->lines, i);
      PracticeShippedItem item = { line->id, line->quantity };

      line->quantity_shipped = line->quantity;
      g_array_append_val (shipment->items, item);
    }
  practice_store_order_settle (order);
  order->date_shipped = shipment->date_created;
  order->date_modified = shipment->date_created;
}

static void
add_item (JsonArray *items, const char *type, gint64 id, gint64 quantity, BrightMoney amount)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "item_type", type);
  json_object_set_int_member (item, "item_id", id);
  json_object_set_int_member (item, "quantity", quantity);
  if (amount != 0)
    practice_store_add_money (item, "amount", amount, FALSE);
  json_array_add_object_element (items, item);
}

/* A refund is booked now; this puts it where it belongs. */
static void
refund (PracticeDraft *draft, JsonArray *items)
{
  PracticeStoreOrder *order = draft->order;
  gint64 moment = later (draft, 3 * SECONDS_PER_DAY);
  g_autofree char *created = bright_time_format (moment);
  const char *message;
  PracticeRefund *booked
      = practice_store_refund (draft->seed->store, order, items, "Arrived broken", &message);
  PracticeTransaction *last;

  if (booked == NULL)
    return;
  booked->created = moment;
  json_object_set_string_member (booked->shown, "created", created);
  order->date_modified = moment;
  last = g_ptr_array_index (order->transactions, order->transactions->len - 1);
  if (strcmp (last->event, "refund") == 0)
    last->date_created = moment;
}

static void
after_refunded (PracticeDraft *draft)
{
  g_autoptr (JsonArray) items = json_array_new ();

  for (guint i = 0; i < draft->order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (draft->order->lines, i);

      add_item (items, "PRODUCT", line->id, line->quantity, 0);
    }
  add_item (items, "SHIPPING", draft->address->id, 1, draft->order->shipping.with_tax);
  refund (draft, items);
}

static void
after_partly_refunded (PracticeDraft *draft)
{
  g_autoptr (JsonArray) items = json_array_new ();
  const PracticeLine *line = g_ptr_array_index (draft->order->lines, 0);

  add_item (items, "PRODUCT", line->id, 1, 0);
  refund (draft, items);
}

/* What was reserved on the card is let go. */
static void
after_cancelled (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  PracticeTransaction *last;

  if (!practice_store_void (draft->seed->store, order))
    return;
  last = g_ptr_array_index (order->transactions, order->transactions->len - 1);
  last->date_created = later (draft, SECONDS_PER_DAY);
  order->date_modified = last->date_created;
}

static void
after_archived (PracticeDraft *draft)
{
  draft->order->is_deleted = TRUE;
}

static void
add_row (JsonArray *rows,
         const char *name,
         gint64 product_id,
         gint64 quantity,
         const PracticeCost *cost)
{
  JsonObject *row = json_object_new ();
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, quantity);
  g_autofree char *net = bright_money_to_string (cost->without_tax);
  g_autofree char *tax = bright_money_to_string (cost->tax);

  if (product_id != 0)
    json_object_set_int_member (row, "productId", product_id);
  json_object_set_string_member (row, "name", name);
  json_object_set_string_member (row, "quantity", count);
  json_object_set_string_member (row, "taxCode",
                                 cost->rate == 2000  ? "T20"
                                 : cost->rate == 500 ? "T5"
                                                     : "T0");
  json_object_set_string_member (row, "net", net);
  json_object_set_string_member (row, "tax", tax);
  if (product_id == 0)
    json_object_set_string_member (row, "nominalCode", "4040");
  json_array_add_object_element (rows, row);
}

static JsonArray *
make_rows (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (order->lines, i);
      const PracticeVariant *variant
          = practice_store_find_variant (draft->seed->store, line->variant_id);

      add_row (rows, line->name, variant->brightpearl_id, line->quantity, &line->paid);
    }
  add_row (rows, "Shipping: Royal Mail Tracked 48", 0, 1, &draft->address->shipping);
  return rows;
}

/* Another connector has been here before. */
static void
after_brought_over (PracticeDraft *draft)
{
  PracticeStoreOrder *order = draft->order;
  char *const *parts = order->billing.parts;
  g_autoptr (JsonObject) body = json_object_new ();
  JsonObject *customer = json_object_new ();
  JsonObject *currency = json_object_new ();
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, order->id);
  g_autofree char *placed = bright_time_format (order->date_created);

  json_object_set_int_member (
      customer, "id",
      practice_account_add_contact (draft->seed->world, "customer", parts[PRACTICE_FIRST_NAME],
                                    parts[PRACTICE_LAST_NAME], parts[PRACTICE_EMAIL], NULL, NULL));
  json_object_set_string_member (currency, "code", "GBP");
  json_object_set_object_member (body, "customer", customer);
  json_object_set_object_member (body, "currency", currency);
  json_object_set_string_member (body, "ref", reference);
  json_object_set_string_member (body, "externalRef", reference);
  json_object_set_string_member (body, "placedOn", placed);
  json_object_set_int_member (body, "statusId", NEW_WEB_ORDER);
  json_object_set_int_member (body, "warehouseId", MAIN_WAREHOUSE);
  json_object_set_int_member (body, "channelId", WEB_STORE_CHANNEL);
  json_object_set_array_member (body, "rows", make_rows (draft));
  practice_account_add_sales_order (draft->seed->world, body);
}

#define KIND(kind_name, kind_weight, kind_status, kind_paid, kind_after)                           \
  {                                                                                                \
    .name = kind_name, .weight = kind_weight, .minimum = 1, .status_id = kind_status,              \
    .paid = PRACTICE_PAID_##kind_paid, .only_seeded = kind_status != 11, .after = kind_after       \
  }

const PracticeKind practice_seed_state_kinds[] = {
  KIND ("paypal", 30, 11, BY_PAYPAL, NULL),
  KIND ("card-in-two-steps", 10, 11, IN_TWO_STEPS, NULL),
  KIND ("authorized", 8, 11, AUTHORIZED, NULL),
  KIND ("cash-on-delivery", 5, 11, BY_CASH, NULL),
  KIND ("manual", 4, 11, BY_HAND, NULL),
  KIND ("unknown-gateway", 4, 11, BY_UNKNOWN, NULL),
  KIND ("bank-deposit", 5, 7, BY_BANK, NULL),
  KIND ("incomplete", 20, 0, NOT_YET, NULL),
  KIND ("pending", 15, 1, BY_BANK, NULL),
  KIND ("shipped", 75, 2, BY_CARD, after_shipped),
  KIND ("cancelled", 25, 5, AUTHORIZED, after_cancelled),
  KIND ("declined", 10, 6, DECLINED, NULL),
  KIND ("awaiting-payment", 15, 7, AUTHORIZED, NULL),
  KIND ("awaiting-shipment", 20, 9, BY_CARD, NULL),
  KIND ("completed", 75, 10, BY_CARD, after_shipped),
  KIND ("manual-verification", 10, 12, AUTHORIZED, NULL),
  KIND ("refunded", 15, 4, BY_CARD, after_refunded),
  KIND ("partly-refunded", 10, 14, BY_CARD, after_partly_refunded),
  { .name = "archived",
    .weight = 30,
    .minimum = 3,
    .status_id = 11,
    .only_seeded = TRUE,
    .after = after_archived },
  { .name = "before-go-live", .weight = 30, .minimum = 3, .status_id = 11, .only_seeded = TRUE },
  { .name = "already-in-brightpearl",
    .minimum = 2,
    .maximum = 2,
    .status_id = 11,
    .only_seeded = TRUE,
    .after = after_brought_over },
  { .name = "half-a-minute-old", .minimum = 1, .maximum = 1, .status_id = 11, .only_seeded = TRUE },
  { .name = NULL },
};
