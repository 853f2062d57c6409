/* Errors by cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One domain for the whole program: a code names what went wrong in terms that
 * a person can act on, never in terms of a library. Rooms that talk to the
 * world (http, journal, vault) translate at their border; nothing above them
 * sees a libsoup or SQLite code. A cancelled operation is the one exception,
 * it stays G_IO_ERROR_CANCELLED.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_ERROR (bright_error_quark ())

/**
 * BrightError:
 * @BRIGHT_ERROR_OFFLINE: the platform cannot be reached
 * @BRIGHT_ERROR_UNAVAILABLE: the platform answers, but with a fault of its own
 * @BRIGHT_ERROR_THROTTLED: the platform asked to be called less often
 * @BRIGHT_ERROR_INSECURE: the connection would not be private
 * @BRIGHT_ERROR_TOKEN_MISSING: no token is stored for the platform
 * @BRIGHT_ERROR_TOKEN_REFUSED: the platform refused the token
 * @BRIGHT_ERROR_SCOPE_MISSING: the token lacks a permission
 * @BRIGHT_ERROR_NOT_FOUND: the platform does not know what was asked for
 * @BRIGHT_ERROR_REFUSED: the platform refused this one request
 * @BRIGHT_ERROR_CONFLICT: what was to be changed had changed meanwhile
 * @BRIGHT_ERROR_BAD_ANSWER: the answer makes no sense
 * @BRIGHT_ERROR_OUTCOME_UNKNOWN: a write was sent and no answer came
 * @BRIGHT_ERROR_SETTINGS: a setting or the command line is wrong
 * @BRIGHT_ERROR_PROFILE_BUSY: another process is syncing this profile
 * @BRIGHT_ERROR_STORAGE: the journal or the settings cannot be read or written
 * @BRIGHT_ERROR_KEYRING_LOCKED: the keyring is locked
 * @BRIGHT_ERROR_KEYRING_ABSENT: there is no keyring
 * @BRIGHT_ERROR_BUG: the program is at fault
 *
 * What went wrong, named by its cause.
 */
typedef enum
{
  BRIGHT_ERROR_OFFLINE,
  BRIGHT_ERROR_UNAVAILABLE,
  BRIGHT_ERROR_THROTTLED,
  BRIGHT_ERROR_INSECURE,
  BRIGHT_ERROR_TOKEN_MISSING,
  BRIGHT_ERROR_TOKEN_REFUSED,
  BRIGHT_ERROR_SCOPE_MISSING,
  BRIGHT_ERROR_NOT_FOUND,
  BRIGHT_ERROR_REFUSED,
  BRIGHT_ERROR_CONFLICT,
  BRIGHT_ERROR_BAD_ANSWER,
  BRIGHT_ERROR_OUTCOME_UNKNOWN,
  BRIGHT_ERROR_SETTINGS,
  BRIGHT_ERROR_PROFILE_BUSY,
  BRIGHT_ERROR_STORAGE,
  BRIGHT_ERROR_KEYRING_LOCKED,
  BRIGHT_ERROR_KEYRING_ABSENT,
  BRIGHT_ERROR_BUG,
} BrightError;

#define BRIGHT_N_ERRORS (BRIGHT_ERROR_BUG + 1)

/**
 * BrightMender:
 * @BRIGHT_MENDER_MERCHANT: the merchant, in this program
 * @BRIGHT_MENDER_BIGCOMMERCE: somebody with access to the store's control panel
 * @BRIGHT_MENDER_BRIGHTPEARL: somebody with access to the Brightpearl account
 * @BRIGHT_MENDER_TIME: nobody; it is tried again by itself
 * @BRIGHT_MENDER_US: the makers of the program
 *
 * Who can mend the cause of an error.
 */
typedef enum
{
  BRIGHT_MENDER_MERCHANT,
  BRIGHT_MENDER_BIGCOMMERCE,
  BRIGHT_MENDER_BRIGHTPEARL,
  BRIGHT_MENDER_TIME,
  BRIGHT_MENDER_US,
} BrightMender;

GQuark bright_error_quark (void);

/**
 * bright_error_name:
 * @code: a cause
 *
 * Returns: (transfer none): the cause as one hyphenated word, as it is written
 *   in the journal and in JSON output
 */
const char *bright_error_name (BrightError code);

/**
 * bright_error_sentence:
 * @code: a cause
 *
 * Returns: (transfer none): the cause as one translated sentence for a merchant
 */
const char *bright_error_sentence (BrightError code);

/**
 * bright_error_mender:
 * @code: a cause
 *
 * Returns: who can mend it
 */
BrightMender bright_error_mender (BrightError code);

/**
 * bright_error_is_systemic:
 * @error: an error
 *
 * Tells errors that stop a whole platform (no network, a refused token) from
 * those that concern one request only.
 *
 * Returns: %TRUE if going on with other requests makes no sense
 */
gboolean bright_error_is_systemic (const GError *error);

/**
 * bright_error_is_cancelled:
 * @error: (nullable): an error
 *
 * Returns: %TRUE if @error says that the operation was cancelled
 */
gboolean bright_error_is_cancelled (const GError *error);

G_END_DECLS
