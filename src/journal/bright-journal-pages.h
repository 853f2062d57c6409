/* The journal page by page: all timelines, and all intents.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-journal.h"

G_BEGIN_DECLS

/* At most @limit entries of all timelines with an id above @after, by their ids (element-type
 * BrightActivity). */
void bright_journal_load_activity_page_async (BrightJournal *self,
                                              gint64 after,
                                              guint limit,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *bright_journal_load_activity_page_finish (BrightJournal *self,
                                                     GAsyncResult *result,
                                                     GError **error);

/* The same of intents, whatever became of them (element-type BrightIntent). */
void bright_journal_load_intents_page_async (BrightJournal *self,
                                             gint64 after,
                                             guint limit,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *bright_journal_load_intents_page_finish (BrightJournal *self,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
