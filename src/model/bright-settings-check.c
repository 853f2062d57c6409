/* Which texts a setting accepts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-check.h"

#include "bright-money.h"

#include <gio/gio.h>
#include <string.h>

#define MAXIMUM_TEXT 1000 /* bytes; nothing that is chosen is nearly as long */

static gboolean
is_this_machine (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  /* GLib resolves this one name by itself, always to a loopback address. */
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

gboolean
bright_settings_check_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host;

  if (uri == NULL || g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL
      || g_uri_get_fragment (uri) != NULL)
    return FALSE;
  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0')
    return FALSE;
  if (strcmp (g_uri_get_scheme (uri), "https") == 0)
    return TRUE;
  return strcmp (g_uri_get_scheme (uri), "http") == 0 && is_this_machine (host);
}

static gboolean
is_code (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && *text != '-' && *text != '_')
      return FALSE;
  return TRUE;
}

gboolean
bright_settings_check_account (const char *text)
{
  return is_code (text);
}

gboolean
bright_settings_check_reference (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isgraph (*text))
      return FALSE;
  return TRUE;
}

gboolean
bright_settings_check_custom_field (const char *text)
{
  if (*text == '\0')
    return TRUE;
  return g_str_has_prefix (text, "PCF_") && text[strlen ("PCF_")] != '\0' && is_code (text);
}

gboolean
bright_settings_check_product_field (const char *text)
{
  static const char *const fields[] = { "sku", "barcode", "ean", "upc", "isbn", "mpn", NULL };

  return g_strv_contains (fields, text)
         || (*text != '\0' && bright_settings_check_custom_field (text));
}

gboolean
bright_settings_check_rate (const char *text)
{
  BrightMoney rate;

  return bright_money_parse (text, &rate, NULL) && rate >= 0 && rate <= 100 * BRIGHT_MONEY_UNIT;
}

gboolean
bright_settings_check_plain (const char *text)
{
  if (strlen (text) > MAXIMUM_TEXT || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}
