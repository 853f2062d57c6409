/* How everything stands, in one word and one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-health.h"

#include "bright-condition-bar.h"
#include "bright-moment.h"
#include "bright-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A sync takes its time; it is late only after that. */
#define GRACE 120

static const struct
{
  const char *words;
  const char *symbol;
  const char *style;
} looks[] = {
  [BRIGHT_HEALTH_GOOD] = { N_ ("Up to date"), "✓", "success" },
  [BRIGHT_HEALTH_WORKING] = { N_ ("Working"), "…", "accent" },
  [BRIGHT_HEALTH_SLOWED] = { N_ ("Slowed"), "…", "warning" },
  [BRIGHT_HEALTH_PAUSED] = { N_ ("Paused"), "‖", "warning" },
  [BRIGHT_HEALTH_WATCHING] = { N_ ("Watching"), "○", "accent" },
  [BRIGHT_HEALTH_NEEDS_YOU] = { N_ ("Needs you"), "!", "warning" },
  [BRIGHT_HEALTH_DISCONNECTED] = { N_ ("Disconnected"), "×", "error" },
  [BRIGHT_HEALTH_OFF] = { N_ ("Off"), "–", "dim-label" },
  [BRIGHT_HEALTH_NEW] = { N_ ("Ready"), "–", "dim-label" },
  [BRIGHT_HEALTH_STALE] = { N_ ("Out of date"), "?", "warning" },
};

const char *
bright_health_words (BrightHealth health)
{
  return _ (looks[health].words);
}

const char *
bright_health_symbol (BrightHealth health)
{
  return looks[health].symbol;
}

const char *
bright_health_style (BrightHealth health)
{
  return looks[health].style;
}

static BrightHealth
tell_slowed (gint64 until, char **sentence)
{
  g_autofree char *time = bright_words_for_time (until);

  /* Translators: a moment */
  *sentence
      = g_strdup_printf (_ ("A platform asked to be called less often. It goes on at %s."), time);
  return BRIGHT_HEALTH_SLOWED;
}

static BrightHealth
tell_working (const BrightHealthFacts *facts, gint64 now, char **sentence)
{
  if (facts->throttled_until > now)
    return tell_slowed (facts->throttled_until, sentence);
  if (facts->total == 0)
    *sentence = g_strdup (_ ("Looking for what changed."));
  else
    *sentence = g_strdup_printf (
        ngettext ("%u of %u order is done.", "%u of %u orders are done.", facts->total),
        MIN (facts->done, facts->total), facts->total);
  return BRIGHT_HEALTH_WORKING;
}

/* A wrong setting is mended by a person, anything else by the connection. */
static BrightHealth
tell_failed (const BrightHealthFacts *facts, char **sentence)
{
  g_autofree char *setting = bright_condition_find_setting (facts->message);

  if (setting == NULL)
    {
      *sentence = g_strdup (facts->message);
      return BRIGHT_HEALTH_DISCONNECTED;
    }
  *sentence = bright_condition_dup_sentence (facts->message, setting);
  return BRIGHT_HEALTH_NEEDS_YOU;
}

static BrightHealth
tell_paused (gint64 until, char **sentence)
{
  g_autofree char *time = until != G_MAXINT64 ? bright_words_for_time (until) : NULL;

  /* Translators: a moment */
  *sentence = time != NULL ? g_strdup_printf (_ ("Nothing is synced by itself until %s."), time)
                           : g_strdup (_ ("Nothing is synced by itself until you resume."));
  return BRIGHT_HEALTH_PAUSED;
}

static char *
tell_number (const char *format, guint count)
{
  g_auto (GStrv) halves = g_strsplit (format, "%u", 2);
  g_autofree char *number = g_strdup_printf ("%u", count);

  return g_strconcat (halves[0], number, halves[1], NULL);
}

/* What waits for a person, of the facts as the last sync found them. */
static gboolean
tell_open (const BrightHealthFacts *facts, char **sentence, BrightHealth *health)
{
  gboolean is_watch = strcmp (facts->mode, "watch") == 0;

  if (facts->attention > 0)
    *sentence
        = tell_number (ngettext ("%u thing needs you.", "%u things need you.", facts->attention),
                       facts->attention);
  else if (facts->planned > 0 && strcmp (facts->mode, "ask") == 0)
    *sentence = tell_number (ngettext ("%u change waits for your approval.",
                                       "%u changes wait for your approval.", facts->planned),
                             facts->planned);
  else if (facts->planned > 0 && is_watch)
    *sentence
        = tell_number (ngettext ("%u change would be written; nothing is sent.",
                                 "%u changes would be written; nothing is sent.", facts->planned),
                       facts->planned);
  *health = facts->attention == 0 && is_watch ? BRIGHT_HEALTH_WATCHING : BRIGHT_HEALTH_NEEDS_YOU;
  return *sentence != NULL;
}

/* Nothing is open, if what is known is not too old. */
static BrightHealth
tell_age (const BrightHealthFacts *facts, gint64 now, char **sentence)
{
  g_autofree char *age = NULL;

  if (facts->last_success == 0)
    {
      *sentence = g_strdup (_ ("Nothing was synced yet."));
      return BRIGHT_HEALTH_NEW;
    }
  if (now - facts->last_success > facts->interval + GRACE)
    {
      age = bright_moment_past (facts->last_success, now);
      /* Translators: e.g. "3 hours ago" */
      *sentence = g_strdup_printf (_ ("The last sync that ended well was %s."), age);
      return BRIGHT_HEALTH_STALE;
    }
  *sentence = g_strdup (_ ("Both sides are in step, and nothing needs you."));
  return BRIGHT_HEALTH_GOOD;
}

BrightHealth
bright_health_decide (const BrightHealthFacts *facts, gint64 now, char **sentence)
{
  BrightHealth health;

  *sentence = NULL;
  if (!facts->is_configured)
    {
      *sentence = g_strdup (_ ("No accounts are connected yet."));
      return BRIGHT_HEALTH_OFF;
    }
  if (strcmp (facts->state, "off") == 0)
    {
      *sentence = g_strdup (_ ("Syncing is off."));
      return BRIGHT_HEALTH_OFF;
    }
  if (strcmp (facts->state, "working") == 0)
    return tell_working (facts, now, sentence);
  if (strcmp (facts->state, "failed") == 0)
    return tell_failed (facts, sentence);
  if (facts->throttled_until > now)
    return tell_slowed (facts->throttled_until, sentence);
  if (facts->paused_until > now)
    return tell_paused (facts->paused_until, sentence);
  if (tell_open (facts, sentence, &health))
    return health;
  return tell_age (facts, now, sentence);
}
