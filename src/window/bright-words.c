/* Words for people that more than one place shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-words.h"

#include <glib/gi18n.h>

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
bright_words_for_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
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
