/* Whether payment methods have a bank account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-bank-accounts.h"

gboolean
bright_bank_accounts_cover (const char *currencies,
                            const char *currency,
                            const char *base_currency)
{
  g_auto (GStrv) covered = g_strsplit (currencies, " ", -1);

  return g_strv_contains ((const char *const *) covered, currency)
         || g_strv_contains ((const char *const *) covered, base_currency);
}
