/* What the libraries report, by cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include "bright-error.h"

typedef struct
{
  GQuark (*domain) (void);
  int code;
  BrightError cause;
} Cause;

/* The first row that fits counts; whatever fits none means "not reached". */
static const Cause causes[] = {
  { g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE, BRIGHT_ERROR_INSECURE },
  { g_tls_error_quark, G_TLS_ERROR_NOT_TLS, BRIGHT_ERROR_INSECURE },
  { g_tls_error_quark, G_TLS_ERROR_UNAVAILABLE, BRIGHT_ERROR_INSECURE },
  { g_tls_error_quark, G_TLS_ERROR_INAPPROPRIATE_FALLBACK, BRIGHT_ERROR_INSECURE },
  { soup_session_error_quark, SOUP_SESSION_ERROR_PARSING, BRIGHT_ERROR_UNAVAILABLE },
  { soup_session_error_quark, SOUP_SESSION_ERROR_ENCODING, BRIGHT_ERROR_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_INVALID_DATA, BRIGHT_ERROR_UNAVAILABLE },
};

static BrightError
find_cause (const GError *failure)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (failure->domain == causes[i].domain () && failure->code == causes[i].code)
      return causes[i].cause;
  return BRIGHT_ERROR_OFFLINE;
}

GError *
bright_http_error_translate (const GError *failure, const char *platform)
{
  BrightError cause;

  if (failure->domain == BRIGHT_ERROR || bright_error_is_cancelled (failure))
    return g_error_copy (failure);
  cause = find_cause (failure);
  switch (cause)
    {
    case BRIGHT_ERROR_INSECURE:
      return g_error_new (BRIGHT_ERROR, (int) cause, "the connection to %s is not private: %s",
                          platform, failure->message);
    case BRIGHT_ERROR_UNAVAILABLE:
      return g_error_new (BRIGHT_ERROR, (int) cause, "%s answered with something unreadable: %s",
                          platform, failure->message);
    default:
      return g_error_new (BRIGHT_ERROR, (int) cause, "%s cannot be reached: %s", platform,
                          failure->message);
    }
}
