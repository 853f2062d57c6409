/* What became of one step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-json.h"

G_BEGIN_DECLS

/**
 * BrightOutcomeKind:
 * @BRIGHT_OUTCOME_DONE: the platform did it
 * @BRIGHT_OUTCOME_REFUSED: the platform refused it; it did not happen
 * @BRIGHT_OUTCOME_UNKNOWN: it was sent and no answer came
 * @BRIGHT_OUTCOME_UNSENT: it was not sent, for something else failed before
 */
typedef enum
{
  BRIGHT_OUTCOME_DONE,
  BRIGHT_OUTCOME_REFUSED,
  BRIGHT_OUTCOME_UNKNOWN,
  BRIGHT_OUTCOME_UNSENT,
} BrightOutcomeKind;

/**
 * BrightOutcome:
 * @kind: what became of it
 * @response: (owned) (nullable): what the platform answered
 * @error: (owned) (nullable): why it was not done
 *
 * What became of one step.
 */
typedef struct
{
  BrightOutcomeKind kind;
  JsonNode *response;
  GError *error;
} BrightOutcome;

/* Takes both @response and @error. */
BrightOutcome *
bright_outcome_new (BrightOutcomeKind kind, JsonNode *response, GError *error);
/* The outcome that an error stands for; takes @error, which must not be NULL. */
BrightOutcome *bright_outcome_new_for_error (GError *error);
void bright_outcome_free (BrightOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightOutcome, bright_outcome_free)

G_END_DECLS
