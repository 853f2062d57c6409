/* The seed of the practice store: kinds of orders by what is ordered and where it goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

static PracticeLine *
add_from (PracticeDraft *draft, PracticePool pool, gint64 quantity)
{
  return practice_seed_add_line (draft, practice_seed_pick (draft->seed, pool), quantity);
}

static void
shape_sixty_lines (PracticeDraft *draft)
{
  for (guint i = 0; i < 60; i++)
    add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

static void
shape_hundred_twenty_lines (PracticeDraft *draft)
{
  for (guint i = 0; i < 120; i++)
    add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

static void
add_addresses (PracticeDraft *draft, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      PracticeConsignment *consignment
          = i == 0 ? draft->address : practice_seed_add_address (draft);

      practice_seed_person (&consignment->address, draft->ordinal + 7 * (i + 1), draft->order->id);
      add_from (draft, PRACTICE_POOL_PLAIN, 1 + i);
    }
}

static void
shape_two_addresses (PracticeDraft *draft)
{
  add_addresses (draft, 2);
}

static void
shape_three_addresses (PracticeDraft *draft)
{
  add_addresses (draft, 3);
}

static void
add_download (PracticeDraft *draft)
{
  practice_seed_no_delivery (draft, PRACTICE_CONSIGNMENT_DOWNLOAD);
  add_from (draft, PRACTICE_POOL_DIGITAL, 1);
}

static void
shape_digital (PracticeDraft *draft)
{
  add_download (draft);
  draft->order->is_digital = TRUE;
}

static void
shape_digital_and_goods (PracticeDraft *draft)
{
  add_download (draft);
  practice_seed_add_address (draft);
  add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

/* A certificate is no product: it has neither an id nor a SKU, and bears no tax. */
static void
shape_certificate_sold (PracticeDraft *draft)
{
  PracticeLine *line;

  practice_seed_no_delivery (draft, PRACTICE_CONSIGNMENT_CERTIFICATE);
  line = practice_store_order_add_line (
      draft->order, practice_store_next_id (draft->seed->store, PRACTICE_ID_LINE));
  line->sku = g_strdup ("");
  line->name = g_strdup ("Harbour Lane Teas gift certificate");
  line->type = "giftcertificate";
  line->unit.base = PRACTICE_PENCE (2500);
  if (draft->ordinal % 2 == 0)
    return;
  practice_seed_add_address (draft);
  add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

static void
shape_custom_line (PracticeDraft *draft)
{
  PracticeLine *line = add_from (draft, PRACTICE_POOL_FULL_RATE, 1);

  practice_store_replace_text (&line->name, "Engraving, two lines");
  practice_store_replace_text (&line->sku, "");
  g_clear_pointer (&line->option_name, g_free);
  line->product_id = 0;
  line->variant_id = 0;
  line->unit.base = PRACTICE_PENCE (750);
  draft->order->order_source = "manual";
  add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

static void
shape_missing_sku (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_PLAIN, 1);
  add_from (draft, PRACTICE_POOL_MISSING, 2);
}

static void
shape_ambiguous_sku (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_AMBIGUOUS, 1);
}

static void
shape_letter_case (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_LETTER_CASE, 1);
}

static void
shape_spaces (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_SPACES, 1);
}

/* The children cost nothing and have SKUs of their own. */
static void
shape_pick_list (PracticeDraft *draft)
{
  PracticeLine *parent = add_from (draft, PRACTICE_POOL_PLAIN, 1);

  practice_store_replace_text (&parent->name, "Build your own box");
  for (guint i = 0; i < 2; i++)
    {
      PracticeLine *child = add_from (draft, PRACTICE_POOL_PLAIN, 1);

      child->parent_id = parent->id;
      child->unit.base = 0;
    }
}

static void
shape_options (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_OPTIONS, 2);
}

static void
shape_short_stock (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_SMALL_STOCK, 10);
}

static void
shape_no_stock (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_NO_STOCK, 1);
}

static void
shape_untracked (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_UNTRACKED, 2);
}

static void
shape_bundle (PracticeDraft *draft)
{
  add_from (draft, PRACTICE_POOL_BUNDLE, 2);
}

static void
shape_pickup (PracticeDraft *draft)
{
  practice_seed_no_delivery (draft, PRACTICE_CONSIGNMENT_PICKUP);
  add_from (draft, PRACTICE_POOL_PLAIN, 1);
}

#define KIND(kind_name, kind_weight, kind_shape)                                                   \
  {                                                                                                \
    .name = kind_name, .weight = kind_weight, .minimum = 1, .status_id = 11, .shape = kind_shape   \
  }

const PracticeKind practice_seed_goods_kinds[] = {
  KIND ("sixty-lines", 1, shape_sixty_lines),
  KIND ("hundred-twenty-lines", 1, shape_hundred_twenty_lines),
  KIND ("two-addresses", 3, shape_two_addresses),
  KIND ("three-addresses", 1, shape_three_addresses),
  KIND ("digital", 4, shape_digital),
  KIND ("digital-and-goods", 3, shape_digital_and_goods),
  { .name = "gift-certificate-sold",
    .weight = 3,
    .minimum = 2,
    .status_id = 11,
    .shape = shape_certificate_sold },
  KIND ("custom-line", 4, shape_custom_line),
  KIND ("missing-sku", 3, shape_missing_sku),
  KIND ("ambiguous-sku", 2, shape_ambiguous_sku),
  KIND ("sku-letter-case", 3, shape_letter_case),
  KIND ("sku-spaces", 3, shape_spaces),
  KIND ("pick-list", 3, shape_pick_list),
  KIND ("options", 20, shape_options),
  KIND ("short-stock", 3, shape_short_stock),
  KIND ("no-stock", 3, shape_no_stock),
  KIND ("untracked", 3, shape_untracked),
  KIND ("bundle", 4, shape_bundle),
  KIND ("pickup", 3, shape_pickup),
  { .name = NULL },
};
