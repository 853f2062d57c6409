/* What notifications say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-notify-decide.h"

G_BEGIN_DECLS

/* The id of the notification about an attention code. */
char *bright_notify_words_make_id (const char *code);

/* About everything that needs a person for the same cause (element-type BrightSubject). */
BrightNotice *bright_notify_words_for_cause (const GPtrArray *group, gboolean is_urgent);

/* That syncs fail. */
BrightNotice *bright_notify_words_for_failure (const BrightNotifyFacts *facts);

/* That the first sync is done. */
BrightNotice *bright_notify_words_for_first_sync (const BrightNotifyFacts *facts);

G_END_DECLS
