/* Words for people that more than one place shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-money.h"

G_BEGIN_DECLS

/**
 * bright_words_for_state:
 * @state: the state of a subject, e.g. `held`; "" while it is undecided
 *
 * Returns: (transfer none): the state in translated words
 */
const char *bright_words_for_state (const char *state);

/**
 * bright_words_for_place:
 * @state: the state of a subject
 * @attention: whether it needs a person
 *
 * Returns: (transfer none): where it is in translated words: a person comes before the state
 */
const char *bright_words_for_place (const char *state, gboolean attention);

/**
 * bright_words_symbol:
 * @state: the state of a subject
 * @attention: whether it needs a person
 *
 * Returns: (transfer none): one character that goes before the words for the state
 */
const char *bright_words_symbol (const char *state, gboolean attention);

/**
 * bright_words_for_money:
 * @amount: an amount
 * @currency: (nullable): the code of its currency, e.g. `EUR`
 *
 * For people only; machines are told bright_money_format().
 *
 * Returns: (transfer full): the amount as the locale writes numbers, with the currency on the side
 *   where the locale has it, e.g. "GBP 1,234.50" or "1.234,50 EUR"
 */
char *bright_words_for_money (BrightMoney amount, const char *currency);

/**
 * bright_words_for_date:
 * @seconds: seconds since 1970
 *
 * Returns: (transfer full): the day in the zone of this machine, as the locale writes dates
 */
char *bright_words_for_date (gint64 seconds);

/**
 * bright_words_for_time:
 * @seconds: seconds since 1970
 *
 * Returns: (transfer full): the moment in the zone of this machine, to the minute, as the locale
 *   writes dates
 */
char *bright_words_for_time (gint64 seconds);

/**
 * bright_words_for_age:
 * @seconds: seconds since 1970
 * @now: the same, now
 *
 * Returns: (transfer full): how long ago it was, in few characters: minutes, hours or days; before
 *   that the date
 */
char *bright_words_for_age (gint64 seconds, gint64 now);

G_END_DECLS
