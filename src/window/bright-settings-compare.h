/* What differs between two sets of settings: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-choices.h"
#include "bright-settings-specs.h"
#include "bright-settings.h"

G_BEGIN_DECLS

/**
 * BrightSettingChange:
 * @spec: the setting
 * @before: what it is, in words
 * @after: what it would be, in words
 * @effect: (nullable): how many orders more or fewer would sync
 *
 * A setting that differs.
 */
typedef struct
{
  const BrightSettingSpec *spec;
  char *before;
  char *after;
  char *effect;
} BrightSettingChange;

/**
 * bright_settings_compare:
 * @settings: what they are
 * @other: what they would be
 * @choices: (nullable): knows what numbers and codes are called
 * @seen: (element-type BrightSeen) (nullable): what the orders have
 *
 * Returns: (transfer full) (element-type BrightSettingChange): what the page shows and differs, in
 *   the order of the page
 */
GPtrArray *bright_settings_compare (BrightSettings *settings,
                                    BrightSettings *other,
                                    BrightChoices *choices,
                                    GPtrArray *seen);

G_END_DECLS
