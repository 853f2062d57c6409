/* One line about how the sync stands, for the tray and the desktop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-status-line.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* The time of day, with the date where it is not within a day. */
static char *
format_moment (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);

  return g_date_time_format (moment, seconds - now < SECONDS_PER_DAY ? "%H:%M" : "%x %H:%M");
}

static gboolean
is_state (const BrightStatusFacts *facts, const char *state)
{
  return strcmp (facts->state, state) == 0;
}

/* The first line of the message, without its full stop. */
static char *
shorten_message (const char *message)
{
  g_autofree char *line = g_strndup (message, strcspn (message, "\n"));
  gsize length = strlen (line);

  if (length > 0 && line[length - 1] == '.')
    line[length - 1] = '\0';
  return g_steal_pointer (&line);
}

static char *
describe_failure (const BrightStatusFacts *facts)
{
  g_autofree char *message = shorten_message (facts->message);

  /* Translators: why nothing is synced now */
  return g_strdup_printf (_ ("Not syncing: %s"), message);
}

static char *
describe_work (const BrightStatusFacts *facts)
{
  if (facts->total == 0)
    return g_strdup (_ ("Syncing…"));
  return g_strdup_printf (
      ngettext ("Syncing %u of %u order", "Syncing %u of %u orders", facts->total),
      MIN (facts->done, facts->total), facts->total);
}

static char *
describe_rest (const BrightStatusFacts *facts)
{
  g_autofree char *moment = NULL;

  if (facts->paused_until == G_MAXINT64)
    return g_strdup (_ ("Paused"));
  if (facts->paused_until > facts->now)
    {
      moment = format_moment (facts->paused_until, facts->now);
      /* Translators: a moment */
      return g_strdup_printf (_ ("Paused until %s"), moment);
    }
  if (is_state (facts, "failed"))
    return describe_failure (facts);
  return g_strdup (facts->last_success > 0 ? _ ("Up to date") : _ ("Nothing was synced yet"));
}

static char *
describe (const BrightStatusFacts *facts)
{
  g_autofree char *moment = NULL;

  if (is_state (facts, "off"))
    return g_strdup (_ ("Not connected yet"));
  if (facts->throttled_until > facts->now)
    {
      moment = format_moment (facts->throttled_until, facts->now);
      /* Translators: a moment */
      return g_strdup_printf (_ ("Slowed down by a platform until %s"), moment);
    }
  return is_state (facts, "working") ? describe_work (facts) : describe_rest (facts);
}

static char *
cut (const char *line)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= BRIGHT_STATUS_LINE_LENGTH)
    return g_strdup (line);
  start = g_utf8_substring (line, 0, BRIGHT_STATUS_LINE_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

char *
bright_status_line (const BrightStatusFacts *facts)
{
  g_autofree char *what = describe (facts);
  g_autoptr (GString) line = g_string_new (what);

  if (facts->attention > 0 && !is_state (facts, "off"))
    g_string_append_printf (
        line, ngettext (", %u thing needs you", ", %u things need you", facts->attention),
        facts->attention);
  if (*facts->pace_reason != '\0' && is_state (facts, "idle") && facts->paused_until <= facts->now)
    {
      g_autofree char *reason = shorten_message (facts->pace_reason);

      g_string_append_printf (line, "; %s", reason);
    }
  return cut (line->str);
}

BrightStatusLevel
bright_status_level (const BrightStatusFacts *facts)
{
  if (is_state (facts, "off"))
    return BRIGHT_STATUS_PASSIVE;
  if (facts->attention > 0 || (is_state (facts, "failed") && facts->paused_until <= facts->now))
    return BRIGHT_STATUS_NEEDS_ATTENTION;
  return BRIGHT_STATUS_ACTIVE;
}
