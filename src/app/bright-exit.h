/* Exit statuses, which scripts rely on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightExit:
 * @BRIGHT_EXIT_IN_STEP: all in step
 * @BRIGHT_EXIT_ATTENTION: done, but something needs attention; or stopped by a person
 * @BRIGHT_EXIT_SETTINGS: settings or command line wrong
 * @BRIGHT_EXIT_TOKEN: a token is missing or refused
 * @BRIGHT_EXIT_UNREACHABLE: a platform cannot be reached
 * @BRIGHT_EXIT_BUSY: another process is syncing this profile
 *
 * What the program tells the one who started it.
 */
typedef enum
{
  BRIGHT_EXIT_IN_STEP,
  BRIGHT_EXIT_ATTENTION,
  BRIGHT_EXIT_SETTINGS,
  BRIGHT_EXIT_TOKEN,
  BRIGHT_EXIT_UNREACHABLE,
  BRIGHT_EXIT_BUSY,
} BrightExit;

/**
 * bright_exit_for_cause:
 * @cause: a cause
 *
 * Returns: the status that stands for it
 */
BrightExit bright_exit_for_cause (BrightError cause);

/**
 * bright_exit_for_error:
 * @error: an error
 *
 * Returns: the status that stands for it
 */
BrightExit bright_exit_for_error (const GError *error);

/**
 * bright_exit_for_check:
 * @check: what a check found
 *
 * A token's problem outweighs a platform that cannot be reached, and that one a setting.
 *
 * Returns: the status that stands for it
 */
BrightExit bright_exit_for_check (const BrightCheck *check);

/**
 * bright_exit_for_proof:
 * @proof: a proof
 *
 * Returns: the status that stands for it
 */
BrightExit bright_exit_for_proof (const BrightProof *proof);

G_END_DECLS
