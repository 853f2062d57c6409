/* Tests of what a shipment says about how it travels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-tracking.h"

static void
test_tracking (void)
{
  static const struct
  {
    const char *reference;
    const char *joined;
    gboolean is_cut;
  } rows[] = {
    { "", "", FALSE },
    { "  ", "", FALSE },
    { "AB123456789GB", "AB123456789GB", FALSE },
    { " AB1 , AB2;AB3\nAB4", "AB1, AB2, AB3, AB4", FALSE },
    { "AB123456789GB,AB123456788GB,AB123456787GB,AB123456786GB",
      "AB123456789GB, AB123456788GB, AB123456787GB", TRUE },
    { "123456789012345678901234567890123456789012345678901",
      "12345678901234567890123456789012345678901234567890", TRUE },
    { "1234567890123456789012345678901234567890123456789é",
      "1234567890123456789012345678901234567890123456789", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_cut;
      g_autofree char *joined = bright_tracking_join (rows[i].reference, &is_cut);

      g_assert_cmpstr (joined, ==, rows[i].joined);
      g_assert_cmpint (is_cut, ==, rows[i].is_cut);
    }
}

static void
test_carriers (void)
{
  static const char *const rows[][2] = {
    { "Royal Mail Tracked 48", "royal-mail" },
    { "royal-mail 24", "royal-mail" },
    { "DPD Local (next day)", "dpd-uk" },
    { "DPD", "dpd" },
    { "UPS Standard", "ups" },
    { "Groups and pickups", "" },
    { "DHL eCommerce", "dhl-global-mail" },
    { "Evri", "myhermes-uk" },
    { "Courier", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (bright_tracking_find_carrier (rows[i][0]), ==, rows[i][1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracking/numbers", test_tracking);
  g_test_add_func ("/tracking/carriers", test_carriers);
  return g_test_run ();
}
