/* Whether payment methods have a bank account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_bank_accounts_cover:
 * @currencies: the currencies of a payment method's bank accounts, parted by blanks
 * @currency: the currency of the payments
 * @base_currency: the account's own currency
 *
 * Returns: whether receipts of the method find a bank account: that of their own currency, or that
 *   of the account's
 */
gboolean bright_bank_accounts_cover (const char *currencies,
                                     const char *currency,
                                     const char *base_currency);

G_END_DECLS
