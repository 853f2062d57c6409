/* What the page Settings has: tabs of groups of settings, as tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is built from its table by a few row classes, so that a setting is
 * one entry here and nothing else. Texts are marked for translation and to be
 * translated where they are shown.
 */
#pragma once

#include "bright-step.h"

G_BEGIN_DECLS

/**
 * BrightControl:
 * @BRIGHT_CONTROL_SWITCH: true or false
 * @BRIGHT_CONTROL_NUMBER: a whole number
 * @BRIGHT_CONTROL_TEXT: a text, an amount, or a number that nobody counts with
 * @BRIGHT_CONTROL_TIME: a moment
 * @BRIGHT_CONTROL_CHOICE: one of a few words, in a drop-down
 * @BRIGHT_CONTROL_RADIO: the same, with a sentence for each
 * @BRIGHT_CONTROL_REFERENCE: something that a platform has
 * @BRIGHT_CONTROL_LIST: several of what a platform has
 * @BRIGHT_CONTROL_MAP: pairs of what the platforms have
 *
 * What a setting is changed with.
 */
typedef enum
{
  BRIGHT_CONTROL_SWITCH,
  BRIGHT_CONTROL_NUMBER,
  BRIGHT_CONTROL_TEXT,
  BRIGHT_CONTROL_TIME,
  BRIGHT_CONTROL_CHOICE,
  BRIGHT_CONTROL_RADIO,
  BRIGHT_CONTROL_REFERENCE,
  BRIGHT_CONTROL_LIST,
  BRIGHT_CONTROL_MAP,
} BrightControl;

/**
 * BrightChoiceWords:
 * @BRIGHT_CHOICE_NAME: its name
 * @BRIGHT_CHOICE_DETAIL: its name and its detail
 * @BRIGHT_CHOICE_CODE: its code and its name
 *
 * How a choice is shown where it is chosen; the list always has the detail too.
 */
typedef enum
{
  BRIGHT_CHOICE_NAME,
  BRIGHT_CHOICE_DETAIL,
  BRIGHT_CHOICE_CODE,
} BrightChoiceWords;

/**
 * BrightReferenceSpec:
 * @platform: whose
 * @kind: (nullable): which of its choices; %NULL for a text
 * @by_code: it is known by its code, not by its number
 * @none: (nullable): what it is called if nothing is chosen; %NULL if something must be
 * @none_value: the value that means so
 * @words: how it is shown
 *
 * Something that a platform has.
 */
typedef struct
{
  BrightPlatform platform;
  const char *kind;
  gboolean by_code;
  const char *none;
  const char *none_value;
  BrightChoiceWords words;
} BrightReferenceSpec;

/**
 * BrightOptionSpec:
 * @value: as it stands in the settings file
 * @title: in words
 * @detail: (nullable): a sentence about it
 *
 * One of a few values.
 */
typedef struct
{
  const char *value;
  const char *title;
  const char *detail;
} BrightOptionSpec;

/**
 * BrightSideSpec:
 * @name: its member in the settings file
 * @is_number: the member is a number
 * @title: what is on this side
 * @words: (nullable): the kind of BigCommerce's choices whose names a text here may be
 * @reference: what it is
 */
typedef struct
{
  const char *name;
  gboolean is_number;
  const char *title;
  const char *words;
  BrightReferenceSpec reference;
} BrightSideSpec;

/**
 * BrightMapSpec:
 * @left: the left side
 * @right: the right side
 * @arrow: what stands between them
 * @seen: (nullable): the kind of #BrightSeen whose values the left side has
 * @offered: (nullable): the kind of #BrightSeen whose values a text on the right side may have
 */
typedef struct
{
  BrightSideSpec left;
  BrightSideSpec right;
  const char *arrow;
  const char *seen;
  const char *offered;
} BrightMapSpec;

/**
 * BrightSettingSpec:
 * @key: dotted
 * @control: what it is changed with
 * @title: what it is called
 * @subtitle: what it does
 * @seen: (nullable): the kind of #BrightSeen that tells its present effect
 * @reference: (nullable): of a reference or a list
 * @options: (nullable): of a choice or radio, and what is offered for a text; ends with a value
 *   of %NULL
 * @map: (nullable): of a map
 * @factor: of a number that is shown in a larger unit; 0 for 1
 *
 * One setting.
 */
typedef struct
{
  const char *key;
  BrightControl control;
  const char *title;
  const char *subtitle;
  const char *seen;
  const BrightReferenceSpec *reference;
  const BrightOptionSpec *options;
  const BrightMapSpec *map;
  gint64 factor;
} BrightSettingSpec;

/* Settings under one heading; ends with a key of %NULL. */
typedef struct
{
  const char *title;
  const char *description; /* (nullable) */
  const BrightSettingSpec *settings;
} BrightGroupSpec;

/* A tab; its groups end with a title of %NULL. */
typedef struct
{
  const char *title;
  const BrightGroupSpec *groups;
} BrightTabSpec;

#define BRIGHT_N_TABS 6

/* The tabs in their order. */
extern const BrightTabSpec *const bright_tab_specs[BRIGHT_N_TABS];

extern const BrightTabSpec bright_tab_spec_orders;
extern const BrightTabSpec bright_tab_spec_items;
extern const BrightTabSpec bright_tab_spec_fulfillment;
extern const BrightTabSpec bright_tab_spec_notes;
extern const BrightTabSpec bright_tab_spec_payments;
extern const BrightTabSpec bright_tab_spec_inventory;

/**
 * bright_settings_specs_find:
 * @key: a dotted key
 * @tab: (out) (optional): the number of its tab
 *
 * Returns: (transfer none) (nullable): the setting; %NULL if the page does not have it
 */
const BrightSettingSpec *bright_settings_specs_find (const char *key, guint *tab);

/**
 * bright_settings_specs_find_tab:
 * @key: a dotted key or the name of a group of settings
 *
 * Returns: the number of the tab it is on; %BRIGHT_N_TABS if it is on none
 */
guint bright_settings_specs_find_tab (const char *key);

G_END_DECLS
