/* What the journal's tests share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-journal-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEADLINE_SECONDS 30

static gboolean
fail_late (gpointer unused)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

void
store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **stored = data;

  g_assert_null (*stored);
  *stored = g_object_ref (result);
}

void
wait_for_result (GAsyncResult **result)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, fail_late, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

void
wait_for_count (const guint *count, guint wanted)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, fail_late, NULL);

  while (*count < wanted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

/* ---- Opening and closing ---- */

BrightJournal *
open_journal (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_journal_open_async (path, NULL, store_result, &result);
  wait_for_result (&result);
  return bright_journal_open_finish (result, error);
}

void
close_journal (BrightJournal *journal)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  bright_journal_close_async (journal, store_result, &result);
  wait_for_result (&result);
  g_assert_true (bright_journal_close_finish (journal, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  /* Also says that nothing that was asked of it is still about. */
  g_assert_finalize_object (journal);
}

void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "journal.db", NULL);
  fixture->journal = open_journal (fixture->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->journal != NULL)
    close_journal (g_steal_pointer (&fixture->journal));
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  close_journal (g_steal_pointer (&fixture->journal));
  fixture->journal = open_journal (fixture->path, &error);
  g_assert_no_error (error);
}

/* ---- Writing ---- */

gboolean
commit (BrightJournal *journal, BrightJournalBatch *batch, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_journal_commit_async (journal, batch, NULL, store_result, &result);
  wait_for_result (&result);
  return bright_journal_commit_finish (journal, result, error);
}

void
commit_well (BrightJournal *journal, BrightJournalBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (commit (journal, batch, &error));
  g_assert_no_error (error);
}

void
assert_storage_error (const GError *error, const char *words)
{
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE);
  g_test_message ("%s", error->message);
  if (strstr (error->message, words) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, words);
}

void
put_fact (BrightJournalBatch *batch, const char *kind, gint64 id, const char *what)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  BrightActivity activity = { id, (char *)"", 0, (char *)what, (char *)"" };
  g_autofree char *text = bright_record_to_string (&bright_activity_type, &activity);

  bright_journal_batch_put_fact (batch, kind, key, text, what, 1000);
}

/* ---- Reading ---- */

GPtrArray *
load_facts (BrightJournal *journal, const char *kind, const char *const *keys)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *facts;

  bright_journal_load_facts_async (journal, kind, keys, &bright_activity_type, NULL, store_result,
                                   &result);
  wait_for_result (&result);
  facts = bright_journal_load_facts_finish (journal, result, &error);
  g_assert_no_error (error);
  return facts;
}

GHashTable *
load_checkpoints (BrightJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *checkpoints;

  bright_journal_load_checkpoints_async (journal, NULL, store_result, &result);
  wait_for_result (&result);
  checkpoints = bright_journal_load_checkpoints_finish (journal, result, &error);
  g_assert_no_error (error);
  return checkpoints;
}

GPtrArray *
load_subjects (BrightJournal *journal, const BrightSubjectQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *subjects;

  bright_journal_load_subjects_async (journal, query, NULL, store_result, &result);
  wait_for_result (&result);
  subjects = bright_journal_load_subjects_finish (journal, result, &error);
  g_assert_no_error (error);
  return subjects;
}

GPtrArray *
load_activity (BrightJournal *journal, const char *subject)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *activity;

  bright_journal_load_activity_async (journal, subject, NULL, store_result, &result);
  wait_for_result (&result);
  activity = bright_journal_load_activity_finish (journal, result, &error);
  g_assert_no_error (error);
  return activity;
}

GPtrArray *
load_open_intents (BrightJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *intents;

  bright_journal_load_open_intents_async (journal, NULL, store_result, &result);
  wait_for_result (&result);
  intents = bright_journal_load_open_intents_finish (journal, result, &error);
  g_assert_no_error (error);
  return intents;
}

char *
find_link (BrightJournal *journal, const char *resource, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *subject;

  bright_journal_find_link_async (journal, "brightpearl", resource, id, NULL, store_result,
                                  &result);
  wait_for_result (&result);
  subject = bright_journal_find_link_finish (journal, result, &error);
  g_assert_no_error (error);
  return subject;
}

/* ---- Other processes ---- */

GSubprocess *
start_child (const char *role, const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, role, path, NULL);
  g_assert_no_error (error);
  return child;
}
