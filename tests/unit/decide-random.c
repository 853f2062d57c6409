/* Random orders of the store, with what is off about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This is a small store of its own: it computes an order from prices, rates
 * and discounts, and writes it as JSON.
 */
#include "decide-random.h"

#define PENNY 100

void
decide_random_start (DecideRandom *random, guint64 seed)
{
  g_assert_cmpuint (seed, !=, 0);
  random->state = seed;
}

/* Xorshift with a multiplication at the end. */
static guint64
next (DecideRandom *random)
{
  random->state ^= random->state >> 12;
  random->state ^= random->state << 25;
  random->state ^= random->state >> 27;
  return random->state * G_GUINT64_CONSTANT (2685821657736338717);
}

gint64
decide_random_between (DecideRandom *random, gint64 least, gint64 most)
{
  guint64 span = (guint64)most - (guint64)least + 1;
  guint64 value = next (random);

  return (gint64)((guint64)least + (span == 0 ? value : value % span));
}

gboolean
decide_random_chance (DecideRandom *random, gint64 percent)
{
  return decide_random_between (random, 1, 100) <= percent;
}

typedef struct
{
  DecideRandom *random;
  DecideRandomOrder *made;
  GString *text;
  gboolean is_inclusive;
  gboolean has_discounts;
  BrightMoney total;
  BrightMoney tax;
  BrightMoney coupons;
  gint64 next_line;
} Store;

/* Rates in 1/10000 percent: the usual ones and two odd ones. */
static const gint64 rates[] = { 200000, 200000, 200000, 50000, 0, 88750, 75000 };

static gint64
pick_rate (Store *store)
{
  return rates[decide_random_between (store->random, 0, G_N_ELEMENTS (rates) - 1)];
}

static BrightMoney
round_to_penny (BrightMoney amount, gint64 numerator, gint64 denominator)
{
  BrightMoney pennies = 0;

  g_assert_true (bright_money_scale (amount, numerator, denominator * PENNY, &pennies));
  return pennies * PENNY;
}

/* The tax on what a price is entered as: on it, or within it. */
static BrightMoney
compute_tax (Store *store, BrightMoney price, gint64 rate)
{
  return store->is_inclusive ? round_to_penny (price, rate, 1000000 + rate)
                             : round_to_penny (price, rate, 1000000);
}

static void
write_money (Store *store, const char *name, BrightMoney amount)
{
  char text[BRIGHT_MONEY_FORMAT_SIZE];

  g_string_append_printf (store->text, ",\"%s\":\"%s\"", name, bright_money_format (amount, text));
}

/* Adds an amount to the order; returns what it is without and with tax. */
static void
charge (Store *store, BrightMoney price, gint64 rate, BrightMoney *ex_tax, BrightMoney *inc_tax)
{
  BrightMoney tax = compute_tax (store, price, rate);

  *ex_tax = store->is_inclusive ? price - tax : price;
  *inc_tax = store->is_inclusive ? price : price + tax;
  store->total += *inc_tax;
  store->tax += tax;
}

/* Takes something off a line, and tells it in one of the ways that stores tell it. */
static BrightMoney
discount_line (Store *store, BrightMoney price, gint64 rate, BrightMoney full_tax)
{
  BrightMoney off = PENNY * decide_random_between (store->random, 1, MAX (1, price / PENNY));
  BrightMoney left = price - off;
  BrightMoney tax = compute_tax (store, left, rate);
  BrightMoney paid = store->is_inclusive ? left : left + tax;
  BrightMoney full = store->is_inclusive ? price : price + full_tax;
  gboolean tells_paid = decide_random_chance (store->random, 70);
  char text[BRIGHT_MONEY_FORMAT_SIZE];

  store->total += paid - full;
  store->tax += tax - full_tax;
  store->coupons += off;
  g_string_append_printf (store->text,
                          ",\"applied_discounts\":[{\"id\":\"coupon\",\"amount\":"
                          "\"%s\"}]",
                          bright_money_format (off, text));
  if (tells_paid)
    write_money (store, "discounted_total_inc_tax", paid);
  /* What is not told is shared out of the tax before the discount, to the penny. */
  if (store->is_inclusive || !tells_paid)
    store->made->tax_doubt += PENNY;
  if (!store->is_inclusive && !tells_paid)
    store->made->total_doubt += PENNY;
  return decide_random_chance (store->random, 50) ? tax : full_tax;
}

static void
write_line (Store *store, gint64 address_id, const char *type)
{
  static const char *const skus[] = { "MUG-1", "TEA-1", "WRAP", "" };
  const char *sku = skus[decide_random_between (store->random, 0, G_N_ELEMENTS (skus) - 1)];
  gint64 quantity = decide_random_between (store->random, 1, 20);
  BrightMoney price = quantity * PENNY * decide_random_between (store->random, 0, 50000);
  gint64 rate = pick_rate (store);
  BrightMoney ex_tax;
  BrightMoney inc_tax;
  BrightMoney told_tax;

  charge (store, price, rate, &ex_tax, &inc_tax);
  told_tax = inc_tax - ex_tax;
  g_string_append_printf (store->text,
                          "{\"id\":%" G_GINT64_FORMAT ",\"product_id\":%d,\"sku\":\"%s\","
                          "\"name\":\"Line\",\"type\":\"%s\",\"quantity\":%" G_GINT64_FORMAT
                          ",\"order_address_id\":%" G_GINT64_FORMAT,
                          store->next_line++, sku[0] != '\0' ? 77 : 0, sku, type, quantity,
                          address_id);
  if (store->has_discounts && price > 0 && decide_random_chance (store->random, 60))
    told_tax = discount_line (store, price, rate, inc_tax - ex_tax);
  write_money (store, "total_ex_tax", ex_tax);
  write_money (store, "total_inc_tax", inc_tax);
  write_money (store, "total_tax", told_tax);
  g_string_append_c (store->text, '}');
}

static void
write_lines (Store *store, gint64 address_id, const char *type, gint64 most)
{
  gint64 n_lines = decide_random_between (store->random, 1, most);

  g_string_append (store->text, "\"line_items\":[");
  for (gint64 i = 0; i < n_lines; i++)
    {
      if (i > 0)
        g_string_append_c (store->text, ',');
      write_line (store, address_id, type);
    }
  g_string_append (store->text, "]}");
}

static void
write_consignments (Store *store)
{
  gint64 n_addresses = decide_random_chance (store->random, 15)
                           ? decide_random_between (store->random, 2, 4)
                           : decide_random_between (store->random, 0, 1);

  g_string_append (store->text, ",\"consignments\":{\"shipping\":[");
  for (gint64 i = 1; i <= n_addresses; i++)
    {
      g_string_append_printf (store->text, "%s{\"id\":%" G_GINT64_FORMAT ",\"street_1\":\"A\",",
                              i > 1 ? "," : "", i);
      write_lines (store, i, "physical", 6);
    }
  g_string_append (store->text, "],\"downloads\":[");
  if (n_addresses == 0 || decide_random_chance (store->random, 10))
    {
      g_string_append_c (store->text, '{');
      write_lines (store, 0, "digital", 2);
    }
  g_string_append (store->text, "],\"email\":{\"gift_certificates\":[");
  if (decide_random_chance (store->random, 5))
    {
      g_string_append_c (store->text, '{');
      write_lines (store, 0, "giftcertificate", 1);
    }
  g_string_append (store->text, "]}}");
}

static void
write_charges (Store *store)
{
  static const char *const charges[] = { "shipping", "handling", "wrapping" };
  BrightMoney ex_tax;
  BrightMoney inc_tax;

  for (guint i = 0; i < G_N_ELEMENTS (charges); i++)
    {
      g_autofree char *ex_name = g_strdup_printf ("%s_cost_ex_tax", charges[i]);
      g_autofree char *inc_name = g_strdup_printf ("%s_cost_inc_tax", charges[i]);

      if (decide_random_chance (store->random, 50))
        continue;
      charge (store, PENNY * decide_random_between (store->random, 0, 2000), pick_rate (store),
              &ex_tax, &inc_tax);
      write_money (store, ex_name, ex_tax);
      write_money (store, inc_name, inc_tax);
    }
  if (decide_random_chance (store->random, 80))
    return;
  charge (store, PENNY * decide_random_between (store->random, 1, 900), pick_rate (store), &ex_tax,
          &inc_tax);
  g_string_append (store->text, ",\"fees\":[{\"id\":1");
  write_money (store, decide_random_chance (store->random, 50) ? "cost_exc_tax" : "cost_ex_tax",
               ex_tax);
  write_money (store, "cost_inc_tax", inc_tax);
  g_string_append (store->text, "}]");
}

/* A discount that no line tells of takes off tax at one of the rates. */
static void
discount_order (Store *store)
{
  BrightMoney most = (store->total - store->tax) / PENNY / 4;
  BrightMoney off;
  BrightMoney tax;

  if (most < 1 || decide_random_chance (store->random, 85))
    return;
  off = PENNY * decide_random_between (store->random, 1, most);
  tax = compute_tax (store, off, pick_rate (store));
  store->made->has_order_discount = TRUE;
  store->total -= store->is_inclusive ? off : off + tax;
  store->tax -= tax;
  write_money (store, "discount_amount", off);
}

static void
add_noise (Store *store)
{
  DecideRandomOrder *made = store->made;

  if (decide_random_chance (store->random, 40))
    {
      made->total_noise = PENNY * decide_random_between (store->random, -2, 2);
      made->tax_noise = PENNY * decide_random_between (store->random, -2, 2);
    }
  else if (decide_random_chance (store->random, 10))
    {
      made->total_noise = decide_random_between (store->random, -20, 20) * 30 * PENNY;
      made->tax_noise = decide_random_between (store->random, -3, 3) * 30 * PENNY;
    }
  store->total += made->total_noise;
  store->tax += made->tax_noise;
}

void
decide_random_order (DecideRandom *random, DecideRandomOrder *made)
{
  g_autoptr (GString) text
      = g_string_new ("{\"id\":1042,\"customer_id\":12,\"status_id\":11,"
                      "\"date_created\":\"Wed, 11 Nov 2026 09:28:40 +0000\","
                      "\"default_currency_code\":\"GBP\",\"billing_address\":"
                      "{\"first_name\":\"Mira\",\"last_name\":\"Oke\",\"street_1\":\"4 Quay Rd\","
                      "\"country_iso2\":\"GB\",\"email\":\"mira@example.org\"}");
  Store store = { .random = random, .made = made, .text = text, .next_line = 31877 };
  g_autoptr (GError) error = NULL;

  *made = (DecideRandomOrder){ 0 };
  store.is_inclusive = decide_random_chance (random, 50);
  store.has_discounts = decide_random_chance (random, 40);
  write_consignments (&store);
  write_charges (&store);
  discount_order (&store);
  add_noise (&store);
  write_money (&store, "coupon_discount", store.coupons);
  write_money (&store, "total_inc_tax", store.total);
  write_money (&store, "total_tax", store.tax);
  g_string_append_printf (text, ",\"is_tax_inclusive_pricing\":%s}",
                          store.is_inclusive ? "true" : "false");
  made->order = bright_record_read_text (&bigcommerce_order_type, text->str, &error);
  g_assert_no_error (error);
}

/* Near the ends of what can be read, near 0, or anything. */
static BrightMoney
pick_extreme (DecideRandom *random)
{
  BrightMoney near = decide_random_between (random, 0, 3 * BRIGHT_MONEY_UNIT);

  switch (decide_random_between (random, 0, 4))
    {
    case 0:
      return G_MAXINT64 - near;
    case 1:
      return -G_MAXINT64 + near;
    case 2:
      return near;
    case 3:
      return G_MAXINT64 / 2 - near;
    default:
      return decide_random_between (random, -G_MAXINT64, G_MAXINT64);
    }
}

/* A line that the totals include, as far as they can hold it. */
static void
make_extreme_line (DecideRandom *random, BigcommerceLine *line, BigcommerceOrder *order)
{
  BrightMoney tax;

  line->quantity = BRIGHT_MONEY_UNIT * decide_random_between (random, 1, 1000000);
  line->total_ex_tax = pick_extreme (random);
  line->total_inc_tax
      = decide_random_chance (random, 60) ? line->total_ex_tax : pick_extreme (random);
  line->total_tax = pick_extreme (random);
  tax = line->total_inc_tax;
  if (!bright_money_subtract (&tax, line->total_ex_tax)
      || !bright_money_add (&order->total_tax, tax)
      || !bright_money_add (&order->total_inc_tax, line->total_inc_tax))
    order->coupon_discount = pick_extreme (random);
}

/* Lets the order consist of its lines only. */
static void
strip (BigcommerceOrder *order)
{
  order->shipping_ex_tax = order->shipping_inc_tax = 0;
  order->handling_ex_tax = order->handling_inc_tax = 0;
  order->wrapping_ex_tax = order->wrapping_inc_tax = 0;
  order->coupon_discount = order->discount_amount = 0;
  g_ptr_array_set_size (order->fees, 0);
  g_ptr_array_set_size (order->downloads, 0);
  g_ptr_array_set_size (order->gift_certificates, 0);
}

static void
confuse (DecideRandom *random, BigcommerceOrder *order)
{
  BrightMoney *const amounts[]
      = { &order->total_inc_tax,    &order->total_tax,       &order->shipping_ex_tax,
          &order->shipping_inc_tax, &order->handling_ex_tax, &order->discount_amount,
          &order->coupon_discount };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (decide_random_chance (random, 40))
      *amounts[i] = pick_extreme (random);
}

BigcommerceOrder *
decide_random_extreme_order (DecideRandom *random)
{
  DecideRandomOrder made;
  BigcommerceOrder *order;
  gboolean is_confused = decide_random_chance (random, 50);

  decide_random_order (random, &made);
  order = made.order;
  order->total_inc_tax = order->total_tax = 0;
  if (!is_confused)
    strip (order);
  for (guint i = 0; i < order->shipping->len; i++)
    {
      BigcommerceConsignment *consignment = order->shipping->pdata[i];

      if (!is_confused)
        g_ptr_array_set_size (consignment->lines, MIN (consignment->lines->len, 2));
      for (guint j = 0; j < consignment->lines->len; j++)
        make_extreme_line (random, consignment->lines->pdata[j], order);
    }
  if (is_confused)
    confuse (random, order);
  return order;
}
