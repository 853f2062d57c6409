/* What decide-functions say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-decision.h"

BrightDecision *
bright_decision_new (BrightDecisionKind kind)
{
  BrightDecision *decision = g_new0 (BrightDecision, 1);

  decision->kind = kind;
  return decision;
}

BrightDecision *
bright_decision_settle (const char *state, const char *code, const char *setting, char *message)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_SETTLED);

  decision->verdict.state = state;
  decision->verdict.code = code;
  decision->verdict.setting = setting;
  decision->verdict.message = message;
  return decision;
}

BrightDecision *
bright_decision_hold (const char *code, const char *setting, char *message)
{
  BrightDecision *decision = bright_decision_settle ("held", code, setting, message);

  decision->verdict.attention = TRUE;
  return decision;
}

BrightDecision *
bright_decision_need (BrightNeed need)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_NEED);

  decision->need = need;
  return decision;
}

BrightDecision *
bright_decision_step (BrightStep *step)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_STEP);

  decision->step = step;
  return decision;
}

void
bright_decision_free (BrightDecision *decision)
{
  if (decision == NULL)
    return;
  g_free (decision->verdict.message);
  bright_step_free (decision->step);
  g_free (decision->waits_for);
  g_free (decision->key);
  g_free (decision->learned);
  g_free (decision);
}
