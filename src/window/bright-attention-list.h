/* Everything that needs a person, grouped by cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties (read-only, with notification): `n-groups` (uint: how many
 * causes).
 */
#pragma once

#include "bright-pulse.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ATTENTION_LIST (bright_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (BrightAttentionList, bright_attention_list, BRIGHT, ATTENTION_LIST, AdwBin)

/**
 * bright_attention_list_set_service:
 * @self: the list, which has none yet
 * @service: the opened service
 * @pulse: tells when to look again
 */
void bright_attention_list_set_service (BrightAttentionList *self,
                                        BrightSyncService *service,
                                        BrightPulse *pulse);

/**
 * bright_attention_list_show_cause:
 * @self: the list
 * @code: an attention code
 *
 * Expands the group of a cause and gives it the focus, as soon as it is there.
 */
void bright_attention_list_show_cause (BrightAttentionList *self, const char *code);

/**
 * bright_attention_list_count:
 * @self: the list
 *
 * Returns: for how many causes something needs a person
 */
guint bright_attention_list_count (BrightAttentionList *self);

G_END_DECLS
