/* Moments in words, and the ends of pauses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-moment.h"

#include "bright-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define HOUR_OF_WORK 8

/* Beyond this the date says more than a distance. */
#define FAR (12 * HOUR)

char *
bright_moment_span (gint64 seconds)
{
  guint count;

  if (seconds < MINUTE)
    return g_strdup (_ ("less than a minute"));
  if (seconds < HOUR)
    {
      count = (guint)(seconds / MINUTE);
      return g_strdup_printf (ngettext ("%u minute", "%u minutes", count), count);
    }
  if (seconds < 2 * DAY)
    {
      count = (guint)(seconds / HOUR);
      return g_strdup_printf (ngettext ("%u hour", "%u hours", count), count);
    }
  count = (guint)MIN (seconds / DAY, G_MAXUINT);
  return g_strdup_printf (ngettext ("%u day", "%u days", count), count);
}

char *
bright_moment_past (gint64 then, gint64 now)
{
  g_autofree char *span = NULL;

  if (then == 0)
    return g_strdup (_ ("never"));
  if (now - then < MINUTE)
    return g_strdup (_ ("just now"));
  if (now - then > FAR)
    return bright_words_for_time (then);
  span = bright_moment_span (now - then);
  /* Translators: a span of time, e.g. "5 minutes" */
  return g_strdup_printf (_ ("%s ago"), span);
}

char *
bright_moment_future (gint64 then, gint64 now)
{
  g_autofree char *span = NULL;

  if (then == 0)
    return g_strdup (_ ("not planned"));
  if (then <= now)
    return g_strdup (_ ("now"));
  if (then - now > FAR)
    return bright_words_for_time (then);
  span = bright_moment_span (then - now);
  /* Translators: a span of time, e.g. "5 minutes" */
  return g_strdup_printf (_ ("in %s"), span);
}

char *
bright_moment_day (const char *day)
{
  g_autofree char *noon = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (noon, zone);

  return time != NULL ? bright_words_for_date (g_date_time_to_unix (time)) : g_strdup (day);
}

static gint64
find_tomorrow (GDateTime *now)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  int year;
  int month;
  int day;
  g_autoptr (GDateTime) morning = NULL;

  g_date_time_get_ymd (tomorrow, &year, &month, &day);
  morning = g_date_time_new (g_date_time_get_timezone (now), year, month, day, HOUR_OF_WORK, 0, 0);
  return g_date_time_to_unix (morning);
}

gint64
bright_moment_pause_end (const char *span, GDateTime *now)
{
  g_return_val_if_fail (span != NULL && now != NULL, 0);

  if (strcmp (span, "half-hour") == 0)
    return g_date_time_to_unix (now) + HOUR / 2;
  if (strcmp (span, "hour") == 0)
    return g_date_time_to_unix (now) + HOUR;
  if (strcmp (span, "tomorrow") == 0)
    return find_tomorrow (now);
  return strcmp (span, "endless") == 0 ? G_MAXINT64 : 0;
}
