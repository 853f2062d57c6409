/* Exit statuses, which scripts rely on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-exit.h"

static const BrightExit statuses[] = {
  [BRIGHT_ERROR_OFFLINE] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_UNAVAILABLE] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_THROTTLED] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_INSECURE] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_TOKEN_MISSING] = BRIGHT_EXIT_TOKEN,
  [BRIGHT_ERROR_TOKEN_REFUSED] = BRIGHT_EXIT_TOKEN,
  [BRIGHT_ERROR_SCOPE_MISSING] = BRIGHT_EXIT_TOKEN,
  /* A whole command fails with it only where an address names nothing. */
  [BRIGHT_ERROR_NOT_FOUND] = BRIGHT_EXIT_SETTINGS,
  [BRIGHT_ERROR_REFUSED] = BRIGHT_EXIT_ATTENTION,
  [BRIGHT_ERROR_CONFLICT] = BRIGHT_EXIT_ATTENTION,
  [BRIGHT_ERROR_BAD_ANSWER] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_OUTCOME_UNKNOWN] = BRIGHT_EXIT_UNREACHABLE,
  [BRIGHT_ERROR_SETTINGS] = BRIGHT_EXIT_SETTINGS,
  [BRIGHT_ERROR_PROFILE_BUSY] = BRIGHT_EXIT_BUSY,
  [BRIGHT_ERROR_STORAGE] = BRIGHT_EXIT_SETTINGS,
  [BRIGHT_ERROR_KEYRING_LOCKED] = BRIGHT_EXIT_TOKEN,
  [BRIGHT_ERROR_KEYRING_ABSENT] = BRIGHT_EXIT_TOKEN,
  [BRIGHT_ERROR_BUG] = BRIGHT_EXIT_ATTENTION,
};

G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == BRIGHT_N_ERRORS);

BrightExit
bright_exit_for_cause (BrightError cause)
{
  g_return_val_if_fail ((guint) cause < BRIGHT_N_ERRORS, BRIGHT_EXIT_ATTENTION);

  return statuses[cause];
}

BrightExit
bright_exit_for_error (const GError *error)
{
  if (error->domain != BRIGHT_ERROR)
    return BRIGHT_EXIT_ATTENTION;
  return bright_exit_for_cause (error->code);
}

BrightExit
bright_exit_for_check (const BrightCheck *check)
{
  static const BrightExit weightiest_first[]
      = { BRIGHT_EXIT_TOKEN, BRIGHT_EXIT_UNREACHABLE, BRIGHT_EXIT_SETTINGS };

  for (gsize i = 0; i < G_N_ELEMENTS (weightiest_first); i++)
    for (guint j = 0; j < check->problems->len; j++)
      {
        const BrightCheckProblem *problem = g_ptr_array_index (check->problems, j);

        if (bright_exit_for_cause (problem->cause) == weightiest_first[i])
          return weightiest_first[i];
      }
  return check->problems->len > 0 ? BRIGHT_EXIT_ATTENTION : BRIGHT_EXIT_IN_STEP;
}

BrightExit
bright_exit_for_proof (const BrightProof *proof)
{
  for (guint i = 0; i < proof->days->len; i++)
    if (((const BrightProofDay *) g_ptr_array_index (proof->days, i))->attention > 0)
      return BRIGHT_EXIT_ATTENTION;
  return proof->is_complete ? BRIGHT_EXIT_IN_STEP : BRIGHT_EXIT_ATTENTION;
}
