/* The seed of the practice store: kinds of orders by what they cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#define PENNY PRACTICE_PENCE (1)

/* A whole number of pence, half up. */
static BrightMoney
share (BrightMoney amount, gint64 numerator, gint64 denominator)
{
  return (2 * amount * numerator + denominator * PENNY) / (2 * denominator * PENNY) * PENNY;
}

/* What a line's tax shows is before the discount in every other order: the real thing is not
 * consistent either. */
static void
discount_line (PracticeDraft *draft,
               guint index,
               const char *id,
               const char *name,
               const char *code,
               BrightMoney amount)
{
  PracticeLine *line = g_ptr_array_index (draft->order->lines, index);

  line->tax_before_discount = draft->ordinal % 2 == 0;
  practice_store_line_add_discount (line, id, name, code, code == NULL ? "order" : "product",
                                    MIN (amount, line->full.base));
}

static const char *
add_coupon (PracticeDraft *draft, const char *code, gint64 type, BrightMoney amount)
{
  PracticeCoupon *coupon = g_new0 (PracticeCoupon, 1);

  coupon->id = practice_store_next_id (draft->seed->store, PRACTICE_ID_OTHER);
  coupon->coupon_id = 4 + type;
  coupon->order_id = draft->order->id;
  coupon->code = code;
  coupon->type = type;
  coupon->amount = amount;
  g_ptr_array_add (draft->order->coupons, coupon);
  return code;
}

static BrightMoney
full_base (PracticeDraft *draft, guint index)
{
  return ((PracticeLine *)g_ptr_array_index (draft->order->lines, index))->full.base;
}

static void
take_percent (PracticeDraft *draft, const char *code, gint64 percent)
{
  add_coupon (draft, code, 1, percent * BRIGHT_MONEY_UNIT);
  for (guint i = 0; i < draft->order->lines->len; i++)
    discount_line (draft, i, "coupon", "Coupon", code, share (full_base (draft, i), percent, 100));
}

static void
price_coupon_percent (PracticeDraft *draft)
{
  take_percent (draft, "TEA10", 10);
}

static void
price_coupon_item (PracticeDraft *draft)
{
  const char *code = add_coupon (draft, "MUGS50", 0, PRACTICE_PENCE (50));

  for (guint i = 0; i < draft->order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (draft->order->lines, i);

      discount_line (draft, i, "coupon", "50p off each", code,
                     line->quantity * PRACTICE_PENCE (50));
    }
}

/* One amount for the whole order, spread over its lines. */
static void
spread (PracticeDraft *draft, const char *id, const char *name, BrightMoney amount)
{
  BrightMoney sum = draft->order->subtotal.base;
  BrightMoney left = MIN (amount, sum);
  guint n_lines = draft->order->lines->len;

  for (guint i = 0; i < n_lines; i++)
    {
      BrightMoney part
          = i + 1 == n_lines ? left : MIN (left, share (amount, full_base (draft, i), sum));

      discount_line (draft, i, id, name, NULL, part);
      left -= part;
    }
}

static void
price_manual_discount (PracticeDraft *draft)
{
  spread (draft, "manual-discount", "Manual Discount", PRACTICE_PENCE (200));
}

static void
price_promotion (PracticeDraft *draft)
{
  spread (draft, "27", "Autumn promotion: 1.50 off", PRACTICE_PENCE (150));
}

static void
shape_free_shipping (PracticeDraft *draft)
{
  draft->address->shipping_method = "Free Shipping";
  add_coupon (draft, "SHIPFREE", 4, 0);
}

static void
shape_shipping_untaxed (PracticeDraft *draft)
{
  draft->address->shipping_method = "Royal Mail Stamps";
  draft->address->shipping.base = PRACTICE_PENCE (285);
  draft->address->shipping.rate = 0;
}

static void
shape_shipping_taxed (PracticeDraft *draft)
{
  draft->address->shipping_method = "Royal Mail Special Delivery";
  draft->address->shipping.base = PRACTICE_PENCE (850);
}

static void
shape_handling (PracticeDraft *draft)
{
  draft->address->handling.base = PRACTICE_PENCE (120);
  draft->address->handling.rate = 2000;
}

static void
price_wrapping (PracticeDraft *draft)
{
  PracticeLine *line = g_ptr_array_index (draft->order->lines, 0);

  line->wrapping_name = "Gift paper";
  line->wrapping.base = PRACTICE_PENCE (250);
  line->wrapping.rate = 2000;
}

static PracticeFee *
add_fee (PracticeDraft *draft)
{
  PracticeFee *fee = g_new0 (PracticeFee, 1);

  fee->id = practice_store_next_id (draft->seed->store, PRACTICE_ID_OTHER);
  fee->name = "Small order fee";
  fee->cost.base = PRACTICE_PENCE (100);
  fee->cost.rate = 2000;
  g_ptr_array_add (draft->order->fees, fee);
  return fee;
}

static void
shape_fee (PracticeDraft *draft)
{
  add_fee (draft);
}

static void
shape_fee_misspelt (PracticeDraft *draft)
{
  add_fee (draft)->misspelt = TRUE;
}

static void
shape_without_tax (PracticeDraft *draft)
{
  draft->order->prices_include_tax = FALSE;
}

/* Three lines that each round on their own. */
static void
shape_rounding (PracticeDraft *draft)
{
  static const int pence[] = { 333, 111, 227 };

  draft->order->prices_include_tax = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pence); i++)
    {
      PracticeLine *line = practice_seed_add_line (
          draft, practice_seed_pick (draft->seed, PRACTICE_POOL_FULL_RATE), 3);

      line->unit.base = PRACTICE_PENCE (pence[i]);
    }
}

static void
shape_mixed_rates (PracticeDraft *draft)
{
  static const PracticePool pools[]
      = { PRACTICE_POOL_FULL_RATE, PRACTICE_POOL_REDUCED_RATE, PRACTICE_POOL_ZERO_RATE };

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    practice_seed_add_line (draft, practice_seed_pick (draft->seed, pools[i]), 1 + i);
}

static void
shape_euro (PracticeDraft *draft)
{
  draft->order->currency = "EUR";
  draft->order->currency_id = 2;
  draft->order->display_currency = "EUR";
  draft->order->display_currency_id = 2;
  draft->order->transactional_rate = "1.1500000000";
  practice_seed_foreign_person (&draft->order->billing, draft->ordinal, draft->order->id);
}

/* Prices are kept in pounds. */
static void
exchange (PracticeDraft *draft, gint64 hundredths)
{
  for (guint i = 0; i < draft->order->lines->len; i++)
    {
      PracticeLine *line = g_ptr_array_index (draft->order->lines, i);

      line->unit.base = share (line->unit.base, hundredths, 100);
    }
  for (guint i = 0; i < draft->order->consignments->len; i++)
    {
      PracticeConsignment *consignment = g_ptr_array_index (draft->order->consignments, i);

      consignment->shipping.base = share (consignment->shipping.base, hundredths, 100);
    }
}

static void
price_euro (PracticeDraft *draft)
{
  exchange (draft, 115);
}

static void
shape_dollar (PracticeDraft *draft)
{
  draft->order->currency = "USD";
  draft->order->currency_id = 3;
  draft->order->display_currency = "USD";
  draft->order->display_currency_id = 3;
  draft->order->transactional_rate = "1.2500000000";
  practice_seed_set (draft, PRACTICE_CITY, "Portland");
  practice_seed_set (draft, PRACTICE_STATE, "Oregon");
  practice_seed_set (draft, PRACTICE_ZIP, "97201");
  practice_seed_set (draft, PRACTICE_COUNTRY, "United States");
  practice_seed_set (draft, PRACTICE_COUNTRY_CODE, "US");
  draft->address->shipping.rate = 0;
}

static void
price_dollar (PracticeDraft *draft)
{
  exchange (draft, 125);
  for (guint i = 0; i < draft->order->lines->len; i++)
    ((PracticeLine *)g_ptr_array_index (draft->order->lines, i))->unit.rate = 0;
}

static void
shape_display_currency (PracticeDraft *draft)
{
  draft->order->display_currency = "EUR";
  draft->order->display_currency_id = 2;
  draft->order->display_rate = "1.1500000000";
}

static void
price_nothing (PracticeDraft *draft)
{
  take_percent (draft, "SORRY100", 100);
}

static void
price_cent_off (PracticeDraft *draft)
{
  draft->order->total_error = PENNY;
}

static void
price_more_off (PracticeDraft *draft)
{
  draft->order->total_error = PRACTICE_PENCE (120);
}

static void
price_tax_off (PracticeDraft *draft)
{
  draft->order->tax_error = PENNY;
}

#define KIND(kind_name, kind_weight, kind_paid, kind_shape, kind_price)                            \
  {                                                                                                \
    .name = kind_name, .weight = kind_weight, .minimum = 1, .status_id = 11,                       \
    .paid = PRACTICE_PAID_##kind_paid, .shape = kind_shape, .price = kind_price                    \
  }

const PracticeKind practice_seed_money_kinds[] = {
  KIND ("gift-certificate-paid", 3, BY_CERTIFICATE, NULL, NULL),
  KIND ("gift-certificate-and-card", 3, BY_CERTIFICATE_AND_CARD, NULL, NULL),
  KIND ("store-credit", 3, BY_CREDIT_AND_CARD, NULL, NULL),
  { .name = "coupon-percent",
    .weight = 20,
    .minimum = 2,
    .status_id = 11,
    .price = price_coupon_percent },
  { .name = "coupon-item", .weight = 6, .minimum = 2, .status_id = 11, .price = price_coupon_item },
  { .name = "manual-discount",
    .weight = 6,
    .minimum = 2,
    .status_id = 11,
    .price = price_manual_discount },
  { .name = "promotion", .weight = 10, .minimum = 2, .status_id = 11, .price = price_promotion },
  KIND ("free-shipping", 8, BY_CARD, shape_free_shipping, NULL),
  KIND ("shipping-untaxed", 5, BY_CARD, shape_shipping_untaxed, NULL),
  KIND ("shipping-taxed", 10, BY_CARD, shape_shipping_taxed, NULL),
  KIND ("handling-fee", 3, BY_CARD, shape_handling, NULL),
  KIND ("gift-wrapping", 5, BY_CARD, NULL, price_wrapping),
  KIND ("order-fee", 3, BY_CARD, shape_fee, NULL),
  KIND ("order-fee-misspelt", 1, BY_CARD, shape_fee_misspelt, NULL),
  KIND ("prices-without-tax", 10, BY_CARD, shape_without_tax, NULL),
  KIND ("prices-without-tax-coupon", 4, BY_CARD, shape_without_tax, price_coupon_percent),
  KIND ("rounding", 4, BY_CARD, shape_rounding, NULL),
  KIND ("mixed-rates", 8, BY_CARD, shape_mixed_rates, NULL),
  KIND ("euro", 6, BY_CARD, shape_euro, price_euro),
  KIND ("dollar", 2, BY_CARD, shape_dollar, price_dollar),
  KIND ("display-currency", 3, BY_CARD, shape_display_currency, NULL),
  KIND ("zero-total", 2, NOTHING, shape_free_shipping, price_nothing),
  KIND ("total-off-cent", 3, BY_CARD, NULL, price_cent_off),
  KIND ("total-off-more", 2, BY_CARD, NULL, price_more_off),
  KIND ("tax-off-cent", 3, BY_CARD, NULL, price_tax_off),
  { .name = NULL },
};
