/* Which addresses an endpoint may have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include "bright-error.h"

#include <string.h>

/* Names are not looked up: only what is loopback by definition counts. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

char *
bright_http_address_check (const char *url, gboolean *loopback, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *text = NULL;
  const char *scheme;
  gsize length;

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || is_empty (g_uri_get_host (uri)))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, "not a URL: '%.80s'", url);
      return NULL;
    }
  if (!is_empty (g_uri_get_userinfo (uri)) || g_uri_get_query (uri) != NULL
      || g_uri_get_fragment (uri) != NULL)
    {
      /* Not quoted: it may hold a password. */
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                   "the URL of %s must not hold a user, a query or a fragment",
                   g_uri_get_host (uri));
      return NULL;
    }
  scheme = g_uri_get_scheme (uri);
  *loopback = is_loopback (g_uri_get_host (uri));
  if (strcmp (scheme, "https") != 0 && !(strcmp (scheme, "http") == 0 && *loopback))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_INSECURE,
                   "%s://%s would not be private: only https:// is accepted", scheme,
                   g_uri_get_host (uri));
      return NULL;
    }
  text = g_uri_to_string (uri);
  for (length = strlen (text); length > 0 && text[length - 1] == '/'; length--)
    text[length - 1] = '\0';
  return g_steal_pointer (&text);
}
