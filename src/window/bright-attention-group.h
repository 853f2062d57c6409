/* What needs a person for one cause: what happened, who can mend it, and the button that does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-pulse.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ATTENTION_GROUP (bright_attention_group_get_type ())
G_DECLARE_FINAL_TYPE (BrightAttentionGroup, bright_attention_group, BRIGHT, ATTENTION_GROUP, AdwBin)

/**
 * bright_attention_group_new:
 * @code: the attention code
 * @service: the opened service
 * @pulse: told of every change
 *
 * Returns: (transfer floating): an empty group
 */
GtkWidget *
bright_attention_group_new (const char *code, BrightSyncService *service, BrightPulse *pulse);

/**
 * bright_attention_group_show:
 * @self: a group
 * @subjects: (element-type BrightSubject): all that need a person for its cause
 */
void bright_attention_group_show (BrightAttentionGroup *self, GPtrArray *subjects);

/**
 * bright_attention_group_expand:
 * @self: a group
 *
 * Shows each of them.
 */
void bright_attention_group_expand (BrightAttentionGroup *self);

/**
 * bright_attention_group_get_setting:
 * @self: a group
 *
 * Returns: (transfer none): the dotted key of the setting that may help; "" for none
 */
const char *bright_attention_group_get_setting (BrightAttentionGroup *self);

G_END_DECLS
