/* Tests of what is kept about orders for counting, and of pauses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-traits.h"
#include "bright-sync-pauses.h"

static BrightMoney
money (const char *text)
{
  BrightMoney amount;
  g_autoptr (GError) error = NULL;

  bright_money_parse (text, &amount, &error);
  g_assert_no_error (error);
  return amount;
}

static void
test_rates (void)
{
  static const struct
  {
    const char *net;
    const char *tax;
    const char *rate;
  } rows[] = {
    { "100", "20", "20" },       { "9.99", "2.00", "20" },   { "50.00", "4.13", "8.25" },
    { "100", "0", "0" },         { "19.99", "1.00", "5" },   { "200.00", "17.75", "8.875" },
    { "-10.00", "-2.00", "20" }, { "80.00", "4.40", "5.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (bright_tax_rate_guess (money (rows[i].net), money (rows[i].tax), 1), ==,
                     money (rows[i].rate));
}

#define ORDER                                                                                      \
  "{\"id\": 7, \"date_created\": \"2026-11-20T10:00:00Z\", \"status_id\": 11, %s"                  \
  " \"payment_method\": \"Stripe\", \"default_currency_code\": \"GBP\","                           \
  " \"shipping_address_count\": 2, \"shipping_cost_ex_tax\": \"5.00\","                            \
  " \"shipping_cost_inc_tax\": \"6.00\", \"consignments\": {\"shipping\": [{\"id\": 1,"            \
  " \"shipping_method\": \"Van\", \"line_items\": [{\"id\": 1, \"quantity\": 1,"                   \
  " \"total_ex_tax\": \"10.00\", \"total_inc_tax\": \"12.00\"},"                                   \
  " {\"id\": 2, \"quantity\": 1, \"total_ex_tax\": \"8.00\", \"total_inc_tax\": \"8.40\"}]},"      \
  " {\"id\": 2, \"shipping_method\": \"Van\", \"line_items\": []}]}}"

static BigcommerceOrder *
make_order (const char *more)
{
  g_autofree char *text = g_strdup_printf (ORDER, more);
  g_autoptr (GError) error = NULL;
  BigcommerceOrder *order = bright_record_read_text (&bigcommerce_order_type, text, &error);

  g_assert_no_error (error);
  return order;
}

static void
test_traits (void)
{
  static const char *const expected[] = { "bigcommerce-status 11",
                                          "payment-method Stripe",
                                          "tax-rate 20",
                                          "tax-rate 5",
                                          "shipping-method Van",
                                          "currency GBP",
                                          "guest ",
                                          "several-addresses ",
                                          NULL };
  g_autoptr (BigcommerceOrder) order = make_order ("");
  g_autoptr (BigcommerceOrder) deleted = make_order ("\"is_deleted\": true,");
  g_auto (GStrv) traits = bright_order_traits_list (order);
  g_auto (GStrv) none = bright_order_traits_list (deleted);
  g_autofree char *text = g_strjoinv ("|", traits);

  g_test_message ("%s", text);
  g_assert_true (g_strv_equal ((const char *const *)traits, expected));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_pauses (void)
{
  BrightPauses pauses = { .all = 100, .groups = { [BRIGHT_PAUSABLE_NOTES] = G_MAXINT64 } };

  g_assert_cmpint (bright_pauses_get_next_end (&pauses), ==, 100);
  g_assert_cmpint (bright_pause_get_until (pauses.all, 99), ==, 100);
  g_assert_cmpint (bright_pause_get_until (pauses.all, 100), ==, 0);
  g_assert_cmpuint (bright_pauses_get_left_out (&pauses, 500), ==, 1u << BRIGHT_PAUSABLE_NOTES);
  pauses.groups[BRIGHT_PAUSABLE_PAYMENTS] = 50;
  g_assert_cmpint (bright_pauses_get_next_end (&pauses), ==, 50);
  g_assert_cmpint (bright_pauses_find ("inventory"), ==, BRIGHT_PAUSABLE_INVENTORY);
  g_assert_cmpint (bright_pauses_find ("items"), ==, -1);
}

static void
test_apply (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSettings) settings = bright_settings_load_text (
      "{\"version\": 1, \"notes\": {\"enabled\": true}, \"inventory\": {\"enabled\": true}}", NULL,
      &error);
  g_autoptr (BrightSettingsSnapshot) before = NULL;
  g_autoptr (BrightSettingsSnapshot) same = NULL;
  g_autoptr (BrightSettingsSnapshot) paused = NULL;

  g_assert_no_error (error);
  before = bright_settings_snapshot (settings);
  same = bright_pauses_apply (0, before);
  g_assert_true (same == before);
  paused = bright_pauses_apply (1u << BRIGHT_PAUSABLE_ORDERS, before);
  g_assert_false (paused->orders.enabled);
  g_assert_false (paused->inventory.enabled);
  g_assert_true (paused->notes.enabled);
  g_assert_true (before->orders.enabled && before->inventory.enabled);
  paused->orders.enabled = TRUE;
  paused->inventory.enabled = TRUE;
  g_assert_true (bright_settings_snapshot_equal (paused, before));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-traits/rates", test_rates);
  g_test_add_func ("/order-traits/traits", test_traits);
  g_test_add_func ("/pauses/times", test_pauses);
  g_test_add_func ("/pauses/apply", test_apply);
  return g_test_run ();
}
