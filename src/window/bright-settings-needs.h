/* What the tabs of the settings still need: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings.h"

G_BEGIN_DECLS

/**
 * BrightSettingsNeed:
 * @tab: the number of the tab
 * @key: the dotted key of the setting that is missing
 * @sentence: what to do, translated
 *
 * Something that must be chosen before what is switched on can work.
 */
typedef struct
{
  guint tab;
  const char *key;
  const char *sentence;
} BrightSettingsNeed;

/**
 * bright_settings_find_needs:
 * @settings: the settings
 *
 * Returns: (transfer full) (element-type BrightSettingsNeed): what is missing, in the order of the
 *   tabs
 */
GArray *bright_settings_find_needs (const BrightSettingsSnapshot *settings);

G_END_DECLS
