/* How long there was no successful sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembers of the last seven days only what can still be the longest time
 * without one: a gap that a later one surpasses is forgotten, so that the
 * record stays short however often is synced.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BrightSyncGaps BrightSyncGaps;

/* @text (nullable): what bright_sync_gaps_to_text() gave; what makes no sense counts as nothing */
BrightSyncGaps *bright_sync_gaps_new (const char *text);
void bright_sync_gaps_free (BrightSyncGaps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSyncGaps, bright_sync_gaps_free)

char *bright_sync_gaps_to_text (const BrightSyncGaps *self);

/* Notes a successful sync, at seconds since 1970. */
void bright_sync_gaps_add (BrightSyncGaps *self, gint64 now);

/* When the last one was; 0 for never. */
gint64 bright_sync_gaps_get_last (const BrightSyncGaps *self);

/* The longest time within the seven days up to @now, in seconds; 0 if there never was a sync. */
gint64 bright_sync_gaps_get_longest (const BrightSyncGaps *self, gint64 now);

G_END_DECLS
