/* What tests ask a sync service as the window does; each call waits for its answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-insight.h"
#include "profile.h"

G_BEGIN_DECLS

/* Adds one to @number; for signals, connected swapped. */
void insight_count (guint *number);

/* Runs the main loop and the clock until the service does nothing any more. */
void insight_wait_idle (Profile *profile);
/* Until choices were read from the platforms after @since. */
void insight_wait_for_choices (Profile *profile, gint64 since);

gboolean insight_refresh_choices (Profile *profile, GError **error);
GPtrArray *insight_count_seen (Profile *profile);
BrightOrderCounts insight_count_orders (Profile *profile);
GPtrArray *insight_count_days (Profile *profile, guint n_days);
GPtrArray *insight_list_attention (Profile *profile);

BrightOrderDetail *insight_load_order (Profile *profile, gint64 order_id);
BrightProof *insight_load_proof (Profile *profile, gint64 *proved_at);

G_END_DECLS
