/* Errors by cause: the table of causes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *sentence;
  BrightMender mender;
  gboolean systemic;
} Cause;

static const Cause causes[] = {
  [BRIGHT_ERROR_OFFLINE] = { "offline",
                             N_ ("The platform cannot be reached."),
                             BRIGHT_MENDER_TIME,
                             TRUE },
  [BRIGHT_ERROR_UNAVAILABLE] = { "unavailable",
                                 N_ ("The platform is not available at the moment."),
                                 BRIGHT_MENDER_TIME,
                                 TRUE },
  [BRIGHT_ERROR_THROTTLED] = { "throttled",
                               N_ ("The platform asked to be called less often."),
                               BRIGHT_MENDER_TIME,
                               TRUE },
  [BRIGHT_ERROR_INSECURE] = { "insecure",
                              N_ ("The connection would not be private, so nothing was sent."),
                              BRIGHT_MENDER_MERCHANT,
                              TRUE },
  [BRIGHT_ERROR_TOKEN_MISSING] = { "token-missing",
                                   N_ ("No token is stored for this account."),
                                   BRIGHT_MENDER_MERCHANT,
                                   TRUE },
  [BRIGHT_ERROR_TOKEN_REFUSED] = { "token-refused",
                                   N_ ("The token was refused. It may have been revoked."),
                                   BRIGHT_MENDER_MERCHANT,
                                   TRUE },
  [BRIGHT_ERROR_SCOPE_MISSING] = { "scope-missing",
                                   N_ ("The token does not have a permission that is needed."),
                                   BRIGHT_MENDER_MERCHANT,
                                   TRUE },
  [BRIGHT_ERROR_NOT_FOUND] = { "not-found",
                               N_ ("The platform does not know what was asked for."),
                               BRIGHT_MENDER_MERCHANT,
                               FALSE },
  [BRIGHT_ERROR_REFUSED] = { "refused",
                             N_ ("The platform refused the request."),
                             BRIGHT_MENDER_MERCHANT,
                             FALSE },
  [BRIGHT_ERROR_CONFLICT] = { "conflict",
                              N_ ("It was changed by somebody else at the same moment."),
                              BRIGHT_MENDER_TIME,
                              FALSE },
  [BRIGHT_ERROR_BAD_ANSWER] = { "bad-answer",
                                N_ ("The platform gave an answer that makes no sense."),
                                BRIGHT_MENDER_TIME,
                                FALSE },
  [BRIGHT_ERROR_OUTCOME_UNKNOWN] = { "outcome-unknown",
                                     N_ ("No answer came. It is checked before anything is "
                                         "sent again."),
                                     BRIGHT_MENDER_TIME,
                                     FALSE },
  [BRIGHT_ERROR_SETTINGS] = { "settings",
                              N_ ("A setting is wrong."),
                              BRIGHT_MENDER_MERCHANT,
                              TRUE },
  [BRIGHT_ERROR_PROFILE_BUSY] = { "profile-busy",
                                  N_ ("This profile is being synced by another process."),
                                  BRIGHT_MENDER_TIME,
                                  TRUE },
  [BRIGHT_ERROR_STORAGE] = { "storage",
                             N_ ("The journal or the settings cannot be read or written. Is the "
                                 "disk full?"),
                             BRIGHT_MENDER_MERCHANT,
                             TRUE },
  [BRIGHT_ERROR_KEYRING_LOCKED] = { "keyring-locked",
                                    N_ ("The keyring is locked."),
                                    BRIGHT_MENDER_MERCHANT,
                                    TRUE },
  [BRIGHT_ERROR_KEYRING_ABSENT] = { "keyring-absent",
                                    N_ ("There is no keyring on this machine."),
                                    BRIGHT_MENDER_MERCHANT,
                                    TRUE },
  [BRIGHT_ERROR_BUG] = { "bug",
                         N_ ("The program made a mistake. Please report it."),
                         BRIGHT_MENDER_US,
                         TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (causes) == BRIGHT_N_ERRORS);

G_DEFINE_QUARK (bright_error, bright_error)

const char *
bright_error_name (BrightError code)
{
  g_return_val_if_fail ((guint) code < BRIGHT_N_ERRORS, NULL);

  return causes[code].name;
}

const char *
bright_error_sentence (BrightError code)
{
  g_return_val_if_fail ((guint) code < BRIGHT_N_ERRORS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, causes[code].sentence);
}

BrightMender
bright_error_mender (BrightError code)
{
  g_return_val_if_fail ((guint) code < BRIGHT_N_ERRORS, BRIGHT_MENDER_US);

  return causes[code].mender;
}

gboolean
bright_error_is_systemic (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain != BRIGHT_ERROR)
    return TRUE;
  return (guint) error->code >= BRIGHT_N_ERRORS || causes[error->code].systemic;
}

gboolean
bright_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
