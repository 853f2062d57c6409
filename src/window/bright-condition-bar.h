/* The one bar for a standing condition, and the rule of which one is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BrightConditionFacts:
 * @is_demo: the practice store is shown
 * @is_configured: both accounts are named
 * @mode: `watch`, `ask` or `automatic`
 * @state: the service's state
 * @message: what the service says
 * @settings_problem: why the settings file cannot be written; "" if it can
 * @throttled_until: seconds since 1970; 0 for not
 * @paused_until: seconds since 1970; 0 for not, G_MAXINT64 without an end
 *
 * What decides which condition is shown.
 */
typedef struct
{
  gboolean is_demo;
  gboolean is_configured;
  const char *mode;
  const char *state;
  const char *message;
  const char *settings_problem;
  gint64 throttled_until;
  gint64 paused_until;
} BrightConditionFacts;

/**
 * BrightCondition:
 * @text: (nullable): one sentence; %NULL if no condition stands
 * @button: (nullable): what the button says, with a mnemonic
 * @action: (nullable): the action of the button
 * @target: (nullable): its string parameter
 *
 * A standing condition with the way out.
 */
typedef struct
{
  char *text;
  const char *button;
  const char *action;
  const char *target;
} BrightCondition;

/**
 * bright_condition_decide:
 * @facts: how things stand
 * @now: seconds since 1970
 * @condition: (out caller-allocates): the gravest one; its text is to be freed
 */
void
bright_condition_decide (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition);

#define BRIGHT_TYPE_CONDITION_BAR (bright_condition_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrightConditionBar, bright_condition_bar, BRIGHT, CONDITION_BAR, AdwBin)

/**
 * bright_condition_bar_show:
 * @self: the bar
 * @facts: how things stand
 *
 * Shows the condition that stands, or nothing.
 */
void bright_condition_bar_show (BrightConditionBar *self, const BrightConditionFacts *facts);

G_END_DECLS
