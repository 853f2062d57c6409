/* Money as an integer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-money.h"

#include "bright-error.h"

#define DECIMALS 4

/* Adds one decimal digit to the magnitude, FALSE when that overflows. */
static gboolean
append_digit (guint64 *magnitude, char digit)
{
  return !__builtin_mul_overflow (*magnitude, 10, magnitude)
         && !__builtin_add_overflow (*magnitude, (guint64) (digit - '0'), magnitude);
}

/* Reads digits, point, digits; sets rest to the first byte that is none of them. */
static gboolean
parse_magnitude (const char *text, guint64 *magnitude, const char **rest)
{
  const char *cursor = text;
  int decimals = 0;
  int digits = 0;

  *magnitude = 0;
  for (; g_ascii_isdigit (*cursor); cursor++, digits++)
    if (!append_digit (magnitude, *cursor))
      return FALSE;
  if (*cursor == '.')
    for (cursor++; g_ascii_isdigit (*cursor); cursor++, digits++)
      {
        if (decimals < DECIMALS && !append_digit (magnitude, *cursor))
          return FALSE;
        if (decimals == DECIMALS && *cursor >= '5'
            && __builtin_add_overflow (*magnitude, 1, magnitude))
          return FALSE;
        decimals++;
      }
  for (; decimals < DECIMALS; decimals++)
    if (!append_digit (magnitude, '0'))
      return FALSE;
  *rest = cursor;
  return digits > 0;
}

gboolean
bright_money_parse (const char *text, BrightMoney *amount, GError **error)
{
  const char *rest;
  guint64 magnitude;
  gboolean negative;

  g_return_val_if_fail (text != NULL && amount != NULL, FALSE);

  negative = text[0] == '-';
  if (text[0] == '-' || text[0] == '+')
    text++;
  if (!parse_magnitude (text, &magnitude, &rest) || *rest != '\0' || magnitude > G_MAXINT64)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "not an amount of money: '%.40s'",
                   text);
      return FALSE;
    }
  *amount = negative ? -(gint64) magnitude : (gint64) magnitude;
  return TRUE;
}

const char *
bright_money_format (BrightMoney amount, char buffer[BRIGHT_MONEY_FORMAT_SIZE])
{
  guint64 magnitude = amount < 0 ? -(guint64) amount : (guint64) amount;
  guint64 whole = magnitude / BRIGHT_MONEY_UNIT;
  guint fraction = (guint) (magnitude % BRIGHT_MONEY_UNIT);
  const char *sign = amount < 0 ? "-" : "";

  if (fraction % 100 == 0)
    g_snprintf (buffer, BRIGHT_MONEY_FORMAT_SIZE, "%s%" G_GUINT64_FORMAT ".%02u", sign, whole,
                fraction / 100);
  else
    g_snprintf (buffer, BRIGHT_MONEY_FORMAT_SIZE, "%s%" G_GUINT64_FORMAT ".%04u", sign, whole,
                fraction);
  return buffer;
}

char *
bright_money_to_string (BrightMoney amount)
{
  char buffer[BRIGHT_MONEY_FORMAT_SIZE];

  return g_strdup (bright_money_format (amount, buffer));
}

gboolean
bright_money_add (BrightMoney *sum, BrightMoney amount)
{
  BrightMoney result;

  if (__builtin_add_overflow (*sum, amount, &result))
    return FALSE;
  *sum = result;
  return TRUE;
}

gboolean
bright_money_subtract (BrightMoney *sum, BrightMoney amount)
{
  BrightMoney result;

  if (__builtin_sub_overflow (*sum, amount, &result))
    return FALSE;
  *sum = result;
  return TRUE;
}

gboolean
bright_money_scale (BrightMoney amount, gint64 numerator, gint64 denominator, BrightMoney *result)
{
  __int128 product = (__int128) amount * numerator;
  __int128 divisor = denominator;
  __int128 quotient;
  __int128 remainder;

  if (divisor == 0)
    return FALSE;
  if (divisor < 0)
    {
      divisor = -divisor;
      product = -product;
    }
  quotient = product / divisor;
  remainder = product % divisor;
  if (remainder < 0)
    remainder = -remainder;
  if (remainder * 2 >= divisor)
    quotient += product < 0 ? -1 : 1;
  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return FALSE;
  *result = (BrightMoney) quotient;
  return TRUE;
}

BrightMoney
bright_money_absolute (BrightMoney amount)
{
  if (amount == G_MININT64)
    return G_MAXINT64;
  return amount < 0 ? -amount : amount;
}
