/* What it means when something needs a person, and what can be done about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-error.h"

G_BEGIN_DECLS

/**
 * BrightRemedy:
 * @BRIGHT_REMEDY_SETTING: a setting is changed
 * @BRIGHT_REMEDY_APPROVE: a person approves what is held
 * @BRIGHT_REMEDY_RETRY: it is tried again, once somebody mended it on a platform
 *
 * What helps.
 */
typedef enum
{
  BRIGHT_REMEDY_SETTING,
  BRIGHT_REMEDY_APPROVE,
  BRIGHT_REMEDY_RETRY,
} BrightRemedy;

/**
 * BrightCause:
 * @code: the attention code
 * @title: what happened
 * @advice: what is to be done
 * @button: what the button of the remedy says, with a mnemonic
 * @setting: (nullable): the dotted key of the setting that may help
 * @mender: who can mend it
 * @remedy: what helps
 *
 * Why something needs a person. The texts are not translated yet.
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *advice;
  const char *button;
  const char *setting;
  BrightMender mender;
  BrightRemedy remedy;
} BrightCause;

/**
 * bright_causes_find:
 * @code: an attention code
 *
 * Returns: (transfer none): what is known of it; for a code that is not known, a cause with the
 *   code "" whose remedy is to try again
 */
const BrightCause *bright_causes_find (const char *code);

/**
 * bright_causes_for_mender:
 * @mender: who can mend it
 *
 * Returns: (transfer none): it in translated words
 */
const char *bright_causes_for_mender (BrightMender mender);

/**
 * bright_causes_can_approve:
 * @code: an attention code
 *
 * Returns: whether what is held for it may be approved
 */
gboolean bright_causes_can_approve (const char *code);

G_END_DECLS
