/* Money: reading, writing, and sums that do not wrap around.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-money.h"

#define LARGEST G_MAXINT64
#define SMALLEST G_MININT64

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    BrightMoney amount;
  } rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "1", 10000 },
    { "+1.5", 15000 },
    { "12.34", 123400 },
    { "-12.3400", -123400 },
    { ".5", 5000 },
    { "5.", 50000 },
    { "007.10", 71000 },
    { "0.0001", 1 },
    { "0.00005", 1 },
    { "0.000049999", 0 },
    { "-0.00005", -1 },
    { "0.99995", 10000 },
    { "9.0909", 90909 },
    { "1.000000", 10000 },
    { "922337203685477.5807", LARGEST },
    { "-922337203685477.5807", -LARGEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      BrightMoney amount = 77;

      g_test_message ("%s", rows[i].text);
      g_assert_true (bright_money_parse (rows[i].text, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, rows[i].amount);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const rows[] = {
    "",      ".",    "-",     "+",    "--1",   "1,5",       "1 ",
    " 1",    "1e3",  "1.2.3", "0x10", "NaN",   "infinity",  "12.3a",
    "£1",    "-.",   "1-",    "1.-5", "\xff" "1", "1.00005x",  "922337203685477.5808",
    "92233720368547758079999999999999999999999", "922337203685477.58075",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      BrightMoney amount = 77;

      g_assert_false (bright_money_parse (rows[i], &amount, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
      g_assert_cmpint (amount, ==, 77);
    }
}

static void
test_format (void)
{
  static const struct
  {
    BrightMoney amount;
    const char *text;
  } rows[] = {
    { 0, "0.00" },
    { 1, "0.0001" },
    { -1, "-0.0001" },
    { 100, "0.01" },
    { 123400, "12.34" },
    { 123456, "12.3456" },
    { -123400, "-12.34" },
    { 150, "0.0150" },
    { LARGEST, "922337203685477.5807" },
    { SMALLEST, "-922337203685477.5808" },
  };
  char buffer[BRIGHT_MONEY_FORMAT_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = bright_money_to_string (rows[i].amount);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (bright_money_format (rows[i].amount, buffer) == buffer);
      g_assert_cmpstr (buffer, ==, rows[i].text);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 high = g_test_rand_int ();
      int places = g_test_rand_int_range (0, 60);
      BrightMoney amount = (high * G_MAXUINT32 + g_test_rand_int ()) >> places;
      g_autofree char *text = NULL;
      BrightMoney back;

      if (amount == SMALLEST)
        continue;
      text = bright_money_to_string (amount);
      g_assert_true (bright_money_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, amount);
    }
}

static void
test_sums (void)
{
  BrightMoney sum = 10;

  g_assert_true (bright_money_add (&sum, -30));
  g_assert_cmpint (sum, ==, -20);
  g_assert_true (bright_money_subtract (&sum, -50));
  g_assert_cmpint (sum, ==, 30);
  sum = LARGEST;
  g_assert_false (bright_money_add (&sum, 1));
  g_assert_false (bright_money_subtract (&sum, -1));
  g_assert_cmpint (sum, ==, LARGEST);
  sum = SMALLEST;
  g_assert_false (bright_money_add (&sum, -1));
  g_assert_false (bright_money_subtract (&sum, 1));
  g_assert_cmpint (sum, ==, SMALLEST);
  sum = -1;
  g_assert_true (bright_money_subtract (&sum, SMALLEST));
  g_assert_cmpint (sum, ==, LARGEST);
}

static void
test_scale (void)
{
  static const struct
  {
    BrightMoney amount;
    gint64 numerator;
    gint64 denominator;
    BrightMoney result;
  } rows[] = {
    { 10, 1, 3, 3 },
    { 10, 1, 4, 3 },  /* 2.5 */
    { -10, 1, 4, -3 }, /* -2.5 */
    { 10, -1, 4, -3 },
    { 10, 1, -4, -3 },
    { -10, -1, -4, -3 },
    { 20, 2, 3, 13 },
    { 1, 1, 2, 1 },
    { 0, 5, 7, 0 },
    { LARGEST, 3, 3, LARGEST },
    { LARGEST, LARGEST, LARGEST, LARGEST },
    { SMALLEST, SMALLEST, SMALLEST, SMALLEST },
    { SMALLEST, 1, 1, SMALLEST },
    { 199900, 200000, 1200000, 33317 },
  };
  BrightMoney result = 77;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (
          bright_money_scale (rows[i].amount, rows[i].numerator, rows[i].denominator, &result));
      g_assert_cmpint (result, ==, rows[i].result);
    }
  result = 77;
  g_assert_false (bright_money_scale (1, 1, 0, &result));
  g_assert_false (bright_money_scale (LARGEST, 2, 1, &result));
  g_assert_false (bright_money_scale (SMALLEST, -1, 1, &result));
  g_assert_false (bright_money_scale (SMALLEST, SMALLEST, 1, &result));
  g_assert_cmpint (result, ==, 77);
}

static void
test_absolute (void)
{
  g_assert_cmpint (bright_money_absolute (0), ==, 0);
  g_assert_cmpint (bright_money_absolute (5), ==, 5);
  g_assert_cmpint (bright_money_absolute (-5), ==, 5);
  g_assert_cmpint (bright_money_absolute (SMALLEST), ==, LARGEST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refuses", test_parse_refuses);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/scale", test_scale);
  g_test_add_func ("/money/absolute", test_absolute);
  return g_test_run ();
}
