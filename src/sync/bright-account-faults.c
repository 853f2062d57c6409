/* Trying an account: what an error says about its fields.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-account-test-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_BIGCOMMERCE_URL "https://api.bigcommerce.com"
#define KNOWN_DATA_CENTRES ".brightpearlconnect.com"

/* Brightpearl's own words for errors with a code, and for a token it knows the app of. */
#define BRIGHTPEARL_CODE "CMNC-"
#define BRIGHTPEARL_BAD_TOKEN "instance token"

/* Whether a platform was not reached at all, at an address that somebody typed. */
static const char *
find_url_field (const BrightAccountTesting *testing)
{
  if (testing->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    return g_str_equal (testing->url, DEFAULT_BIGCOMMERCE_URL) ? "" : STORE_URL;
  return g_str_has_suffix (testing->url, KNOWN_DATA_CENTRES) ? "" : ACCOUNT_URL;
}

static void
refuse_unknown (GTask *task, const GError *error)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);
  gboolean has_words = !g_str_has_prefix (error->message, "HTTP status");

  if (testing->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    {
      if (has_words || g_str_equal (testing->url, DEFAULT_BIGCOMMERCE_URL))
        bright_account_test_refuse (task, STORE_HASH,
                                    g_strdup (_ ("BigCommerce knows no store with this hash.")));
      else
        bright_account_test_refuse (task, STORE_URL,
                                    g_strdup (_ ("BigCommerce is not at this address.")));
    }
  else if (g_str_has_prefix (error->message, BRIGHTPEARL_CODE))
    bright_account_test_refuse (
        task, ACCOUNT,
        g_strdup (_ ("Brightpearl knows no account with this code in this data centre.")));
  else
    bright_account_test_refuse (task, ACCOUNT_URL,
                                g_strdup (_ ("Brightpearl has no such account in this data centre, "
                                             "or is not at this address.")));
}

static gboolean
belongs_to_account (const BrightAccountTesting *testing)
{
  g_autofree char *prefix = g_strconcat (testing->account, "_", NULL);

  return g_str_has_prefix (testing->app_reference, prefix);
}

static void
refuse_token (GTask *task, const GError *error)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);

  if (testing->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    bright_account_test_refuse (
        task, TOKEN,
        g_strdup (_ ("BigCommerce refuses the token. It may be mistyped, revoked, or "
                     "belong to another store.")));
  else if (!belongs_to_account (testing))
    bright_account_test_refuse (
        task, APP_REFERENCE,
        g_strdup_printf (_ ("Brightpearl refuses the app reference. It has to begin with “%s_”."),
                         testing->account));
  else if (strstr (error->message, BRIGHTPEARL_BAD_TOKEN) != NULL)
    bright_account_test_refuse (
        task, TOKEN,
        g_strdup (_ ("Brightpearl refuses the token. It may be mistyped or revoked, or "
                     "be of the other kind.")));
  else
    bright_account_test_refuse (
        task, APP_REFERENCE,
        g_strdup (_ ("Brightpearl refuses the app reference, or it does not belong to "
                     "this token.")));
}

void
bright_account_test_refuse_for_error (GTask *task, GError *failure)
{
  g_autoptr (GError) error = failure;
  BrightAccountTesting *testing = g_task_get_task_data (task);

  if (bright_error_is_cancelled (error) || error->domain != BRIGHT_ERROR)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  switch ((BrightError)error->code)
    {
    case BRIGHT_ERROR_NOT_FOUND:
      refuse_unknown (task, error);
      break;
    case BRIGHT_ERROR_TOKEN_REFUSED:
      refuse_token (task, error);
      break;
    case BRIGHT_ERROR_OFFLINE:
    case BRIGHT_ERROR_INSECURE:
    case BRIGHT_ERROR_BAD_ANSWER:
      bright_account_test_refuse (task, find_url_field (testing), g_strdup (error->message));
      break;
    default:
      bright_account_test_refuse (task, "",
                                  g_strdup_printf ("%s (%s)",
                                                   bright_error_sentence ((BrightError)error->code),
                                                   error->message));
    }
}
