/* Points in time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-time.h"

#include "bright-error.h"

#include <string.h>

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static gboolean
fail (const char *text, GError **error)
{
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "not a point in time: '%.40s'", text);
  return FALSE;
}

/* Reads so many digits, no sign and no space. */
static gboolean
read_digits (const char **cursor, guint least, guint most, int *value)
{
  guint count = 0;

  *value = 0;
  for (; count < most && g_ascii_isdigit (**cursor); count++, (*cursor)++)
    *value = *value * 10 + g_ascii_digit_value (**cursor);
  return count >= least;
}

static gboolean
read_character (const char **cursor, char character)
{
  if (**cursor != character)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static void
skip_spaces (const char **cursor)
{
  while (read_character (cursor, ' '))
    continue;
}

static gboolean
read_time_of_day (const char **cursor, int fields[6])
{
  return read_digits (cursor, 2, 2, &fields[3]) && read_character (cursor, ':')
         && read_digits (cursor, 2, 2, &fields[4]) && read_character (cursor, ':')
         && read_digits (cursor, 2, 2, &fields[5]);
}

/* The seconds that a zone such as +0100, -05:00, Z or GMT is ahead of UTC. */
static gboolean
parse_offset (const char *text, gint64 *offset)
{
  const char *cursor = text;
  int hours;
  int minutes = 0;

  *offset = 0;
  if (*text == '\0' || strcmp (text, "Z") == 0 || strcmp (text, "GMT") == 0
      || strcmp (text, "UTC") == 0 || strcmp (text, "UT") == 0)
    return TRUE;
  if (!read_character (&cursor, '+') && !read_character (&cursor, '-'))
    return FALSE;
  if (!read_digits (&cursor, 2, 2, &hours))
    return FALSE;
  if ((read_character (&cursor, ':') || *cursor != '\0') && !read_digits (&cursor, 2, 2, &minutes))
    return FALSE;
  if (*cursor != '\0' || hours > 18 || minutes > 59)
    return FALSE;
  *offset = (*text == '-' ? -1 : 1) * (gint64) (hours * 3600 + minutes * 60);
  return TRUE;
}

static gboolean
to_unix (const int fields[6], gint64 offset, gint64 *seconds)
{
  g_autoptr (GDateTime) moment = NULL;

  /* A leap second is a second that clocks here do not have. */
  moment = g_date_time_new_utc (fields[0], fields[1], fields[2], fields[3], fields[4],
                                MIN (fields[5], 59));
  if (moment == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (moment) - offset;
  return TRUE;
}

static gboolean
parse_iso (const char *text, gint64 *seconds)
{
  const char *cursor = text;
  int fields[6] = { 0 };
  gint64 offset;

  if (!read_digits (&cursor, 4, 4, &fields[0]) || !read_character (&cursor, '-')
      || !read_digits (&cursor, 2, 2, &fields[1]) || !read_character (&cursor, '-')
      || !read_digits (&cursor, 2, 2, &fields[2]))
    return FALSE;
  if (read_character (&cursor, 'T') || read_character (&cursor, ' '))
    {
      if (!read_time_of_day (&cursor, fields))
        return FALSE;
      if (read_character (&cursor, '.'))
        while (g_ascii_isdigit (*cursor))
          cursor++;
    }
  return parse_offset (cursor, &offset) && to_unix (fields, offset, seconds);
}

static gboolean
parse_rfc2822 (const char *text, gint64 *seconds)
{
  const char *comma = strchr (text, ',');
  const char *cursor = comma != NULL ? comma + 1 : text;
  int fields[6] = { 0 };
  gint64 offset;

  skip_spaces (&cursor);
  if (!read_digits (&cursor, 1, 2, &fields[2]) || !read_character (&cursor, ' '))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (cursor, months[i], 3) == 0)
      fields[1] = (int) i + 1;
  if (fields[1] == 0)
    return FALSE;
  cursor += 3;
  if (!read_character (&cursor, ' ') || !read_digits (&cursor, 4, 4, &fields[0])
      || !read_character (&cursor, ' ') || !read_time_of_day (&cursor, fields))
    return FALSE;
  skip_spaces (&cursor);
  return parse_offset (cursor, &offset) && to_unix (fields, offset, seconds);
}

gboolean
bright_time_parse (const char *text, gint64 *seconds, GError **error)
{
  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  if (*text == '\0')
    {
      *seconds = 0;
      return TRUE;
    }
  if (g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2])
      && g_ascii_isdigit (text[3]))
    return parse_iso (text, seconds) || fail (text, error);
  return parse_rfc2822 (text, seconds) || fail (text, error);
}

char *
bright_time_format (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

char *
bright_time_format_date (gint64 seconds, GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = NULL;

  if (moment == NULL)
    return g_strdup ("");
  local = zone != NULL ? g_date_time_to_timezone (moment, zone) : g_date_time_ref (moment);
  return g_date_time_format (local, "%Y-%m-%d");
}
