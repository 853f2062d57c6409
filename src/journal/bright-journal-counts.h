/* The journal's counts: numbers about many orders, worked out where they are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-journal.h"

G_BEGIN_DECLS

/* What facts of a kind have whose text is {"at": seconds, "has": ["...", ...]}: each entry (owned)
 * with the number of facts since @since that have it (GUINT_TO_POINTER). */
void bright_journal_count_traits_async (BrightJournal *self,
                                        const char *kind,
                                        gint64 since,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GHashTable *
bright_journal_count_traits_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/**
 * BrightPeriodCount:
 * @period: which period, from 0
 * @state: a state
 * @attention: whether they need a person
 * @n_subjects: how many subjects that were placed in the period are so
 */
typedef struct
{
  guint period;
  char *state;
  gboolean attention;
  guint n_subjects;
} BrightPeriodCount;

/* How many subjects of a flow were placed in each period, by state (element-type
 * BrightPeriodCount). @starts (element-type gint64): when each begins, ascending; the last has no
 * end. */
void bright_journal_count_periods_async (BrightJournal *self,
                                         const char *flow,
                                         GArray *starts,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
bright_journal_count_periods_finish (BrightJournal *self, GAsyncResult *result, GError **error);

/* The numbers of the subjects that match (element-type gint64), in the order of the query: what a
 * list of very many needs to know of each before any of them is shown. */
void bright_journal_load_numbers_async (BrightJournal *self,
                                        const BrightSubjectQuery *query,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GArray *
bright_journal_load_numbers_finish (BrightJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
