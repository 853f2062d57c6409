/* The warning about payment methods without a bank account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-bank-account.h"

#include "bright-bank-accounts.h"

#include <glib/gi18n.h>
#include <string.h>

/* The currency that a platform calls its default; NULL if it is not known. */
static const char *
find_default (BrightChoices *choices, BrightPlatform platform)
{
  GListModel *currencies = bright_choices_get_list (choices, platform, "currency");

  for (guint i = 0; i < g_list_model_get_n_items (currencies); i++)
    {
      /* The list keeps it. */
      g_autoptr (BrightChoice) currency = g_list_model_get_item (currencies, i);

      if (strcmp (bright_choice_get_detail (currency), "default") == 0)
        return bright_choice_get_code (currency);
    }
  return NULL;
}

char *
bright_bank_account_warn (BrightChoices *choices, const char *code)
{
  BrightChoice *method
      = code[0] != '\0'
            ? bright_choices_find (choices, BRIGHT_PLATFORM_BRIGHTPEARL, "payment-method", 0, code)
            : NULL;
  const char *base = find_default (choices, BRIGHT_PLATFORM_BRIGHTPEARL);
  const char *store = find_default (choices, BRIGHT_PLATFORM_BIGCOMMERCE);
  const char *currency = store != NULL ? store : base;

  if (method == NULL || base == NULL
      || bright_bank_accounts_cover (bright_choice_get_detail (method), currency, base))
    return NULL;
  /* Translators: a payment method, a currency */
  return g_strdup_printf (_ ("“%s” has no bank account in %s: Brightpearl will make no sales "
                             "receipts for it, and none later. Give it one in Brightpearl first."),
                          bright_choice_get_name (method), currency);
}
