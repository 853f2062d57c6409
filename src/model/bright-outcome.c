/* What became of one step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-outcome.h"

#include "bright-error.h"

BrightOutcome *
bright_outcome_new (BrightOutcomeKind kind, JsonNode *response, GError *error)
{
  BrightOutcome *outcome = g_new0 (BrightOutcome, 1);

  outcome->kind = kind;
  outcome->response = response;
  outcome->error = error;
  return outcome;
}

BrightOutcome *
bright_outcome_new_for_error (GError *error)
{
  BrightOutcomeKind kind = BRIGHT_OUTCOME_UNSENT;

  if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN)
      || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER))
    kind = BRIGHT_OUTCOME_UNKNOWN;
  else if (error->domain == BRIGHT_ERROR && !bright_error_is_systemic (error))
    kind = BRIGHT_OUTCOME_REFUSED;
  return bright_outcome_new (kind, NULL, error);
}

void
bright_outcome_free (BrightOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_clear_pointer (&outcome->response, json_node_unref);
  g_clear_error (&outcome->error);
  g_free (outcome);
}
