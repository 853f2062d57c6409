/* How everything stands, in one word and one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Computed from open items and the clock, never remembered: nothing is green
 * only because it once was.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrightHealth:
 * @BRIGHT_HEALTH_GOOD: both sides are in step, nothing is open, and that is known to be so now
 * @BRIGHT_HEALTH_WORKING: a sync is under way
 * @BRIGHT_HEALTH_SLOWED: a platform asked to be called less often
 * @BRIGHT_HEALTH_PAUSED: nothing happens by the clock
 * @BRIGHT_HEALTH_WATCHING: there is something to write, and nothing is sent in this mode
 * @BRIGHT_HEALTH_NEEDS_YOU: something waits for a person
 * @BRIGHT_HEALTH_DISCONNECTED: the last sync failed
 * @BRIGHT_HEALTH_OFF: there are no accounts, or syncing is off
 * @BRIGHT_HEALTH_NEW: nothing was synced yet
 * @BRIGHT_HEALTH_STALE: the last success is too long ago
 */
typedef enum
{
  BRIGHT_HEALTH_GOOD,
  BRIGHT_HEALTH_WORKING,
  BRIGHT_HEALTH_SLOWED,
  BRIGHT_HEALTH_PAUSED,
  BRIGHT_HEALTH_WATCHING,
  BRIGHT_HEALTH_NEEDS_YOU,
  BRIGHT_HEALTH_DISCONNECTED,
  BRIGHT_HEALTH_OFF,
  BRIGHT_HEALTH_NEW,
  BRIGHT_HEALTH_STALE,
} BrightHealth;

/**
 * BrightHealthFacts:
 * @is_configured: both accounts are named
 * @state: the service's state
 * @message: what the service says
 * @mode: `watch`, `ask` or `automatic`
 * @done: orders that were looked at in this sync
 * @total: orders to be looked at; 0 while that is not known
 * @attention: how many things need a person
 * @planned: how many steps the last run showed and did not send
 * @last_success: seconds since 1970; 0 for never
 * @interval: seconds from one sync to the next
 * @throttled_until: seconds since 1970; 0 for not
 * @paused_until: seconds since 1970; 0 for not, G_MAXINT64 without an end
 *
 * What it is computed from.
 */
typedef struct
{
  gboolean is_configured;
  const char *state;
  const char *message;
  const char *mode;
  guint done;
  guint total;
  guint attention;
  guint planned;
  gint64 last_success;
  gint64 interval;
  gint64 throttled_until;
  gint64 paused_until;
} BrightHealthFacts;

/**
 * bright_health_decide:
 * @facts: how things stand
 * @now: seconds since 1970
 * @sentence: (out): one sentence, to be freed
 *
 * Returns: the gravest that is so
 */
BrightHealth bright_health_decide (const BrightHealthFacts *facts, gint64 now, char **sentence);

/**
 * bright_health_words:
 * @health: how things stand
 *
 * Returns: (transfer none): the same in one or two words, translated
 */
const char *bright_health_words (BrightHealth health);

/**
 * bright_health_symbol:
 * @health: how things stand
 *
 * Returns: (transfer none): one character that goes before the words
 */
const char *bright_health_symbol (BrightHealth health);

/**
 * bright_health_style:
 * @health: how things stand
 *
 * Returns: (transfer none): the style class of the words
 */
const char *bright_health_style (BrightHealth health);

G_END_DECLS
