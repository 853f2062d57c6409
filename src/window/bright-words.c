/* Words for people that more than one place shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

static const struct
{
  const char *state;
  const char *words;
  const char *symbol;
} states[] = {
  { "", N_ ("Waiting"), "…" },
  { "linked", N_ ("In Brightpearl"), "✓" },
  { "filtered", N_ ("Left out by the settings"), "–" },
  { "held", N_ ("Held"), "‖" },
  { "waiting", N_ ("Waiting"), "…" },
  { "changed", N_ ("Changed in the store"), "≠" },
  { "cancelled", N_ ("Cancelled"), "×" },
  { "ignored", N_ ("Ignored"), "–" },
  { "unknown", N_ ("Not known here"), "?" },
};

const char *
bright_words_for_state (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i].state) == 0)
      return _ (states[i].words);
  return state;
}

const char *
bright_words_for_place (const char *state, gboolean attention)
{
  return attention ? _ ("Needs you") : bright_words_for_state (state);
}

const char *
bright_words_symbol (const char *state, gboolean attention)
{
  if (attention)
    return "!";
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i].state) == 0)
      return states[i].symbol;
  return "?";
}

char *
bright_words_for_money (BrightMoney amount, const char *currency)
{
  const struct lconv *locale = localeconv ();
  char plain[BRIGHT_MONEY_FORMAT_SIZE];
  g_auto (GStrv) parts = g_strsplit (bright_money_format (amount, plain), ".", 2);
  g_autofree char *number = NULL;

  number = g_strdup_printf ("%s%'" G_GUINT64_FORMAT "%s%s", amount < 0 ? "-" : "",
                            g_ascii_strtoull (parts[0] + (amount < 0), NULL, 10),
                            locale->decimal_point, parts[1]);
  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&number);
  return locale->int_p_cs_precedes != 0 ? g_strdup_printf ("%s %s", currency, number)
                                        : g_strdup_printf ("%s %s", number, currency);
}

/* The locale's own date; without a locale the one that cannot be misread. */
static const char *
choose_date_format (void)
{
  return strcmp (nl_langinfo (D_FMT), "%m/%d/%y") == 0 ? "%Y-%m-%d" : "%x";
}

char *
bright_words_for_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, choose_date_format ()) : g_strdup ("");
}

char *
bright_words_for_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *date = bright_words_for_date (seconds);
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : NULL;

  /* Translators: a date and the time of day, e.g. "24/11/2026 09:30". */
  return clock != NULL ? g_strdup_printf (C_ ("moment", "%s %s"), date, clock) : g_strdup ("");
}

char *
bright_words_for_age (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) time = NULL;
  gint64 minutes = (now - seconds) / 60;

  if (seconds > 0 && minutes < 60)
    /* Translators: how many minutes ago. */
    return g_strdup_printf (_ ("%u min"), (guint)MAX (minutes, 0));
  if (seconds > 0 && minutes < 24 * 60)
    /* Translators: how many hours ago. */
    return g_strdup_printf (_ ("%u h"), (guint)(minutes / 60));
  if (seconds > 0 && minutes < 14 * 24 * 60)
    /* Translators: how many days ago. */
    return g_strdup_printf (_ ("%u d"), (guint)(minutes / (24 * 60)));
  time = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}
