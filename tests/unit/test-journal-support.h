/* What the journal's tests share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions here start something, turn the main loop until it is done, and
 * say what came of it; after half a minute the test fails.
 */
#pragma once

#include "bright-error.h"
#include "bright-journal-private.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @folder: a folder of its own, removed at the end
 * @path: where the journal is in it
 * @journal: (nullable): an open journal
 *
 * A journal to try things on.
 */
typedef struct
{
  char *folder;
  char *path;
  BrightJournal *journal;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer unused);
void fixture_tear_down (Fixture *fixture, gconstpointer unused);
/* Closes the journal and opens it again. */
void fixture_reopen (Fixture *fixture);

/* Stores the result in the GAsyncResult pointer that is its data. */
void store_result (GObject *source, GAsyncResult *result, gpointer data);
/* Turns the main loop until there is one. */
void wait_for_result (GAsyncResult **result);
/* Turns the main loop until a number is no longer below another. */
void wait_for_count (const guint *count, guint wanted);

BrightJournal *open_journal (const char *path, GError **error);
/* Takes the last reference. */
void close_journal (BrightJournal *journal);

/* These take the batch. */
gboolean commit (BrightJournal *journal, BrightJournalBatch *batch, GError **error);
void commit_well (BrightJournal *journal, BrightJournalBatch *batch);
void assert_storage_error (const GError *error, const char *words);

GPtrArray *load_facts (BrightJournal *journal, const char *kind, const char *const *keys);
GHashTable *load_checkpoints (BrightJournal *journal);
GPtrArray *load_subjects (BrightJournal *journal, const BrightSubjectQuery *query);
GPtrArray *load_activity (BrightJournal *journal, const char *subject);
GPtrArray *load_open_intents (BrightJournal *journal);
char *find_link (BrightJournal *journal, const char *resource, gint64 id);

/* What the facts of the tests are: an activity written as JSON. */
void put_fact (BrightJournalBatch *batch, const char *kind, gint64 id, const char *what);

/* Starts this same program with other arguments, ended by NULL; its output can be read. */
GSubprocess *start_child (const char *role, const char *path);

G_END_DECLS
