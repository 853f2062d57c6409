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
 * @planned: how many steps wait for approval
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
  guint planned;
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
  char *target;
} BrightCondition;

/**
 * bright_condition_decide:
 * @facts: how things stand
 * @now: seconds since 1970
 * @condition: (out caller-allocates): the gravest one, to be cleared
 */
void
bright_condition_decide (const BrightConditionFacts *facts, gint64 now, BrightCondition *condition);

/**
 * bright_condition_clear:
 * @condition: what bright_condition_decide() filled, or zeros
 */
void bright_condition_clear (BrightCondition *condition);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrightCondition, bright_condition_clear)

/**
 * bright_condition_find_setting:
 * @sentence: what the service says
 *
 * Returns: (transfer full) (nullable): the dotted key with which a sentence about a setting
 *   begins, as in `orders.channel-id: choose one`
 */
char *bright_condition_find_setting (const char *sentence);

/**
 * bright_condition_dup_sentence:
 * @message: what the service says about settings, one of them on a line
 * @setting: the key with which it begins
 *
 * Returns: (transfer full): the first of them without its key, and with a capital letter
 */
char *bright_condition_dup_sentence (const char *message, const char *setting);

#define BRIGHT_TYPE_CONDITION_BAR (bright_condition_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrightConditionBar, bright_condition_bar, BRIGHT, CONDITION_BAR, AdwBin)

/**
 * bright_condition_bar_show:
 * @self: the bar
 * @facts: how things stand
 *
 * Shows the condition that stands, or nothing. To be called again when something of it changed,
 * and from time to time, as some conditions end by themselves.
 */
void bright_condition_bar_show (BrightConditionBar *self, const BrightConditionFacts *facts);

G_END_DECLS
