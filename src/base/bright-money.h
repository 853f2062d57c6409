/* Money as an integer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An amount is a count of 1/10000 of the currency unit. It is read from and
 * written to decimal strings and never passes through a floating point number;
 * every sum is checked for overflow.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrightMoney:
 *
 * An amount in 1/10000 of the currency unit.
 */
typedef gint64 BrightMoney;

/** BRIGHT_MONEY_UNIT: one whole currency unit. */
#define BRIGHT_MONEY_UNIT (G_GINT64_CONSTANT (10000))

/** BRIGHT_MONEY_FORMAT_SIZE: bytes that bright_money_format() needs at most. */
#define BRIGHT_MONEY_FORMAT_SIZE 32

/**
 * bright_money_parse:
 * @text: a decimal number such as `-12.3400`; no exponent, no grouping
 * @amount: (out): the amount; decimals beyond the fourth are rounded half away
 *   from zero
 * @error: return location
 *
 * Returns: %FALSE with %BRIGHT_ERROR_BAD_ANSWER if @text is no decimal number
 *   or too large
 */
gboolean bright_money_parse (const char *text, BrightMoney *amount, GError **error);

/**
 * bright_money_format:
 * @amount: an amount
 * @buffer: at least %BRIGHT_MONEY_FORMAT_SIZE bytes
 *
 * Writes @amount as the platforms want it: a decimal point, two decimals, or
 * four where two would lose something.
 *
 * Returns: @buffer
 */
const char *bright_money_format (BrightMoney amount, char buffer[BRIGHT_MONEY_FORMAT_SIZE]);

/**
 * bright_money_to_string:
 * @amount: an amount
 *
 * Returns: (transfer full): as bright_money_format(), newly allocated
 */
char *bright_money_to_string (BrightMoney amount);

/**
 * bright_money_add:
 * @sum: (inout): the sum so far
 * @amount: what is added; to subtract, use bright_money_subtract()
 *
 * Returns: %FALSE, leaving @sum alone, if the sum would overflow
 */
gboolean bright_money_add (BrightMoney *sum, BrightMoney amount) G_GNUC_WARN_UNUSED_RESULT;

/**
 * bright_money_subtract:
 * @sum: (inout): the sum so far
 * @amount: what is taken off
 *
 * Returns: %FALSE, leaving @sum alone, if the difference would overflow
 */
gboolean bright_money_subtract (BrightMoney *sum, BrightMoney amount) G_GNUC_WARN_UNUSED_RESULT;

/**
 * bright_money_scale:
 * @amount: an amount
 * @numerator: what it is multiplied by
 * @denominator: what it is divided by, not 0
 * @result: (out): @amount × @numerator ÷ @denominator, rounded half away from zero
 *
 * Returns: %FALSE if the result would overflow or @denominator is 0
 */
gboolean bright_money_scale (BrightMoney amount,
                             gint64 numerator,
                             gint64 denominator,
                             BrightMoney *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * bright_money_absolute:
 * @amount: an amount
 *
 * Returns: @amount without its sign; the smallest amount of all gives the largest
 */
BrightMoney bright_money_absolute (BrightMoney amount);

G_END_DECLS
