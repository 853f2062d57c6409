/* The seed of the practice store: making one order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#include <string.h>

#define SHIPPING_RATE 2000
#define LONGEST_SECONDS_TO_PAY 1800

PracticeLine *
practice_seed_add_line (PracticeDraft *draft, const PracticeVariant *variant, gint64 quantity)
{
  PracticeLine *line = practice_store_order_add_line (
      draft->order, practice_store_next_id (draft->seed->store, PRACTICE_ID_LINE));

  line->address_id = draft->address != NULL ? draft->address->id : 0;
  line->product_id = variant->product_id;
  line->variant_id = variant->id;
  line->sku = g_strdup (variant->sku);
  line->name = g_strdup (variant->name);
  line->type = variant->type;
  line->quantity = quantity;
  line->unit.base = variant->price;
  line->unit.rate = variant->rate;
  if (*variant->option_value != '\0')
    {
      line->option_name = g_strdup (variant->option_name);
      line->option_value = g_strdup (variant->option_value);
    }
  return line;
}

PracticeConsignment *
practice_seed_add_address (PracticeDraft *draft)
{
  PracticeConsignment *consignment = practice_store_order_add_consignment (
      draft->order, practice_store_next_id (draft->seed->store, PRACTICE_ID_ADDRESS),
      PRACTICE_CONSIGNMENT_SHIPPING);

  consignment->shipping.rate = SHIPPING_RATE;
  draft->address = consignment;
  return consignment;
}

void
practice_seed_no_delivery (PracticeDraft *draft, PracticeConsignmentKind kind)
{
  g_ptr_array_set_size (draft->order->consignments, 0);
  draft->address = NULL;
  practice_store_order_add_consignment (
      draft->order, practice_store_next_id (draft->seed->store, PRACTICE_ID_ADDRESS), kind);
}

void
practice_seed_set (PracticeDraft *draft, PracticeAddressPart part, const char *text)
{
  practice_store_address_set (&draft->order->billing, part, text);
}

gint64
practice_seed_add_customer (PracticeDraft *draft)
{
  PracticeCustomer *customer = g_new0 (PracticeCustomer, 1);

  customer->id = practice_store_next_id (draft->seed->store, PRACTICE_ID_CUSTOMER);
  customer->date_created = draft->order->date_created - 86400;
  customer->date_modified = draft->order->date_created;
  practice_store_address_copy (&customer->address, &draft->order->billing);
  g_ptr_array_add (draft->seed->store->customers, customer);
  return customer->id;
}

/* How it is sent, by where it goes. */
static void
choose_shipping (PracticeConsignment *consignment)
{
  const char *code = consignment->address.parts[PRACTICE_COUNTRY_CODE];
  static const struct
  {
    const char *codes;
    gint64 zone_id;
    const char *zone_name;
    const char *method;
    int pence;
  } zones[] = {
    { "GB", 2, "United Kingdom", "Royal Mail Tracked 48", 395 },
    { "IE DE FR PL", 3, "Europe", "DPD Europe", 995 },
    { "", 4, "Rest of the World", "Royal Mail International", 1450 },
  };
  guint zone = 0;

  while (zone + 1 < G_N_ELEMENTS (zones) && strstr (zones[zone].codes, code) == NULL)
    zone++;
  consignment->zone_id = zones[zone].zone_id;
  consignment->zone_name = zones[zone].zone_name;
  if (*consignment->shipping_method != '\0')
    return;
  consignment->shipping_method = zones[zone].method;
  consignment->shipping.base = PRACTICE_PENCE (zones[zone].pence);
}

static void
fill_consignments (PracticeStoreOrder *order)
{
  for (guint i = 0; i < order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (order->consignments, i);

      if (consignment->address.parts[PRACTICE_FIRST_NAME] == NULL)
        practice_store_address_copy (&consignment->address, &order->billing);
      if (consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
        choose_shipping (consignment);
    }
}

static void
add_plain_lines (PracticeDraft *draft)
{
  guint n_lines = 1 + practice_seed_draw (draft->seed, 3);

  for (guint i = 0; i < n_lines; i++)
    practice_seed_add_line (draft, practice_seed_pick (draft->seed, PRACTICE_POOL_PLAIN),
                            1 + practice_seed_draw (draft->seed, 2));
}

static void
add_words (PracticeDraft *draft)
{
  static const char *const wishes[]
      = { "Please leave with neighbour", "It is a present, no invoice please",
          "Ring twice, the bell is <old> & quiet", "Could you add a sample of the mint tea?" };

  if (draft->order->customer_message == NULL && practice_seed_draw (draft->seed, 5) == 0)
    draft->order->customer_message
        = g_strdup (wishes[practice_seed_draw (draft->seed, G_N_ELEMENTS (wishes))]);
  if (draft->order->staff_notes == NULL && practice_seed_draw (draft->seed, 9) == 0)
    draft->order->staff_notes = g_strdup ("Rang about delivery.\nPrefers mornings = before 11.");
}

static guint
next_ordinal (PracticeSeed *seed, const PracticeKind *kind)
{
  guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (seed->ordinals, kind->name));

  g_hash_table_insert (seed->ordinals, (gpointer)kind->name, GUINT_TO_POINTER (ordinal + 1));
  return ordinal;
}

/* Ids grow, with a gap now and then. */
static gint64
next_order_id (PracticeSeed *seed)
{
  if (practice_seed_draw (seed, 12) == 0 && seed->store->orders->len > 0)
    seed->store->last_ids[PRACTICE_ID_ORDER] += 1 + practice_seed_draw (seed, 3);
  return practice_store_next_id (seed->store, PRACTICE_ID_ORDER);
}

static void
set_date_modified (PracticeDraft *draft)
{
  gint64 seconds = 20 + practice_seed_draw (draft->seed, LONGEST_SECONDS_TO_PAY);
  gint64 age = practice_now (draft->seed->world) - draft->order->date_created;

  draft->order->date_modified = draft->order->date_created + MIN (seconds, age / 2);
}

gint64
practice_seed_order (PracticeSeed *seed, const PracticeKind *kind, gint64 date_created)
{
  PracticeStoreOrder *order = practice_store_order_new ();
  PracticeDraft draft
      = { .seed = seed, .order = order, .paid = kind->paid, .ordinal = next_ordinal (seed, kind) };

  order->id = next_order_id (seed);
  order->kind = kind->name;
  order->status_id = kind->status_id;
  order->date_created = date_created;
  order->prices_include_tax = TRUE;
  practice_seed_person (&order->billing, practice_seed_draw (seed, 10000), order->id);
  practice_seed_add_address (&draft);
  if (kind->shape != NULL)
    kind->shape (&draft);
  if (order->lines->len == 0)
    add_plain_lines (&draft);
  add_words (&draft);
  fill_consignments (order);
  practice_store_order_settle (order);
  if (kind->price != NULL)
    {
      kind->price (&draft);
      practice_store_order_settle (order);
    }
  set_date_modified (&draft);
  practice_seed_pay (&draft);
  g_ptr_array_add (seed->store->orders, order);
  if (kind->after != NULL)
    kind->after (&draft);
  return order->id;
}
