/* Points in time, in all the ways in which the platforms write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-time.h"

#define MOMENT 1794389412 /* 2026-11-11T09:30:12Z */

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds;
  } rows[] = {
    { "", 0 },
    { "1970-01-01T00:00:00Z", 0 },
    { "2026-11-11T09:30:12Z", MOMENT },
    { "2026-11-11T09:30:12", MOMENT },
    { "2026-11-11 09:30:12", MOMENT },
    { "2026-11-11T09:30:12+00:00", MOMENT },
    { "2026-11-11T09:30:12+0000", MOMENT },
    { "2026-11-11T09:30:12.000Z", MOMENT },
    { "2026-11-11T09:30:12.999999+00:00", MOMENT },
    { "2026-11-11T10:30:12+01:00", MOMENT },
    { "2026-11-11T10:30:12.000+0100", MOMENT },
    { "2026-11-11T04:00:12-05:30", MOMENT },
    { "2026-11-11T10:30:12+01", MOMENT },
    { "2026-11-11", MOMENT - 9 * 3600 - 30 * 60 - 12 },
    { "Wed, 11 Nov 2026 09:30:12 +0000", MOMENT },
    { "Wed, 11 Nov 2026 09:30:12 GMT", MOMENT },
    { "Wed, 11 Nov 2026 09:30:12", MOMENT },
    { "11 Nov 2026 10:30:12 +0100", MOMENT },
    { "Thu, 01 Jan 1970 00:00:00 +0000", 0 },
    { "2028-02-29T00:00:00Z", 1835395200 },
    { "2016-12-31T23:59:60Z", 1483228799 },
    { "1969-12-31T23:59:59Z", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = 77;

      g_test_message ("%s", rows[i].text);
      g_assert_true (bright_time_parse (rows[i].text, &seconds, &error));
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, rows[i].seconds);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const rows[] = {
    "today",
    "2026",
    "2026-11",
    "2026-13-01",
    "2026-02-29",
    "2026-11-11T",
    "2026-11-11T25:00:00Z",
    "2026-11-11T09:61:00Z",
    "2026-11-11T09:30Z",
    "2026-11-11T09:30:12X",
    "2026-11-11T09:30:12+99:00",
    "2026-11-11T09:30:12+01:99",
    "2026-11-11T09:30:12+01:00 or so",
    "2026-11-11T09:30:12 Z",
    "2026-11-11T-9:30:12Z",
    "2026-+1-+1T09:30:12Z",
    "0000-00-00 00:00:00",
    "Wed, 11 Foo 2026 09:30:12 +0000",
    "Wed, 32 Nov 2026 09:30:12 +0000",
    "Wed, 11 Nov 2026",
    "Wed, 11 Nov 2026 09:30:12 +0000 or so",
    "Wed,",
    ",",
    "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = 77;

      g_test_message ("row %u", i);
      g_assert_false (bright_time_parse (rows[i], &seconds, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
      g_assert_cmpint (seconds, ==, 77);
    }
}

static void
test_format (void)
{
  g_autofree char *text = bright_time_format (MOMENT);
  g_autofree char *first = bright_time_format (0);
  g_autofree char *absurd = bright_time_format (G_MAXINT64);

  g_assert_cmpstr (text, ==, "2026-11-11T09:30:12Z");
  g_assert_cmpstr (first, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (absurd, ==, "");
}

static void
test_format_date (void)
{
  g_autoptr (GTimeZone) london = g_time_zone_new_offset (3600);
  g_autofree char *utc = bright_time_format_date (1782860399, NULL);
  g_autofree char *local = bright_time_format_date (1782860399, london);
  g_autofree char *absurd = bright_time_format_date (G_MININT64, NULL);

  /* 2026-06-30T22:59:59Z is a second before midnight an hour further east. */
  g_assert_cmpstr (utc, ==, "2026-06-30");
  g_assert_cmpstr (local, ==, "2026-06-30");
  g_clear_pointer (&local, g_free);
  local = bright_time_format_date (1782860400, london);
  g_assert_cmpstr (local, ==, "2026-07-01");
  g_assert_cmpstr (absurd, ==, "");
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      gint64 seconds = (gint64) (g_test_rand_double () * 4e9);
      g_autofree char *text = bright_time_format (seconds);
      gint64 back;

      g_assert_true (bright_time_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, seconds);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/parse-refuses", test_parse_refuses);
  g_test_add_func ("/time/format", test_format);
  g_test_add_func ("/time/format-date", test_format_date);
  g_test_add_func ("/time/round-trip", test_round_trip);
  return g_test_run ();
}
