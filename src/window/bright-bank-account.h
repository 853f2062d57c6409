/* The warning about payment methods without a bank account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-choices.h"

G_BEGIN_DECLS

/**
 * bright_bank_account_warn:
 * @choices: what both platforms have
 * @code: the code of a payment method in Brightpearl
 *
 * Returns: (transfer full) (nullable): why the method will make no sales receipts; %NULL if it
 * will, or if that is not known
 */
char *bright_bank_account_warn (BrightChoices *choices, const char *code);

G_END_DECLS
