/* Settling what a crash left open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An intent without an outcome may or may not have happened. It is noted with
 * its subject as unknown, and the subject is decided again, which looks before
 * it sends anything.
 */
#include "bright-born-orders.h"
#include "bright-order-active.h"
#include "bright-steps.h"
#include "bright-stock.h"
#include "bright-sync-service-private.h"

#include <string.h>

/* A request that was on its way when we were killed may still be worked on by the platform. */
#define SETTLE_SECONDS 2

typedef struct
{
  BrightSync *sync;
  GPtrArray *intents; /* of BrightIntent */
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_clear_pointer (&recovery->intents, g_ptr_array_unref);
  g_free (recovery);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static BrightSubject *
find_or_make (GHashTable *subjects, const char *name)
{
  BrightSubject *subject = g_hash_table_lookup (subjects, name);

  if (subject != NULL)
    return subject;
  subject = bright_record_new (&bright_subject_type);
  g_free (subject->subject);
  subject->subject = g_strdup (name);
  g_free (subject->flow);
  subject->flow = g_strdup ("orders");
  subject->number = g_ascii_strtoll (name + strcspn (name, "0123456789"), NULL, 10);
  g_hash_table_insert (subjects, subject->subject, subject);
  return subject;
}

static gboolean
note_unknown (BrightSubject *subject, const BrightIntent *intent, GError **error)
{
  BrightOrderLink *link;

  if (subject->link[0] != '\0')
    link = bright_record_read_text (&bright_order_link_type, subject->link, error);
  else
    link = bright_record_new (&bright_order_link_type);
  if (link == NULL)
    return FALSE;
  bright_order_link_note_unknown (link, intent->kind, intent->key);
  g_free (subject->link);
  subject->link = bright_record_to_string (&bright_order_link_type, link);
  bright_order_link_free (link);
  return TRUE;
}

static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Recovery *recovery = g_task_get_task_data (task);
  BrightSync *sync = recovery->sync;
  GError *error = NULL;
  gint64 now = bright_clock_get_seconds (sync->clock);
  g_autoptr (GHashTable) subjects
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)bright_subject_free);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) loaded
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  while (loaded != NULL && loaded->len > 0)
    {
      BrightSubject *subject = g_ptr_array_steal_index (loaded, loaded->len - 1);

      g_hash_table_replace (subjects, subject->subject, subject);
    }
  for (guint i = 0; error == NULL && i < recovery->intents->len; i++)
    {
      const BrightIntent *intent = recovery->intents->pdata[i];
      BrightSubject *subject;

      bright_journal_batch_settle_intent (batch, intent->id, "interrupted", "", now);
      /* Stock is compared anew, and the store is asked for an order, whatever became of it. */
      if (strcmp (intent->kind, BRIGHT_STEP_SET_STOCK) == 0
          || strcmp (intent->kind, BRIGHT_STEP_CREATE_STORE_ORDER) == 0)
        continue;
      if (strcmp (intent->kind, BRIGHT_STEP_CREATE_CONTACT) == 0)
        bright_mirrors_note_unknown (sync, batch, BRIGHTPEARL_MIRROR_CONTACTS);
      if (strcmp (intent->kind, BRIGHT_STEP_CREATE_SALES_ORDER) == 0)
        bright_mirrors_note_unknown (sync, batch, BRIGHTPEARL_MIRROR_SALES_ORDERS);
      subject = find_or_make (subjects, intent->subject);
      if (!note_unknown (subject, intent, &error))
        break;
      bright_journal_batch_put_subject (batch, subject);
      bright_sync_add_undecided (sync, subject->number);
    }
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bright_sync_save_undecided (sync, batch);
  bright_journal_commit_async (sync->journal, g_steal_pointer (&batch), NULL, committed_cb,
                               g_steal_pointer (&task));
}

static void
load_subjects (gpointer user_data)
{
  GTask *task = user_data;
  Recovery *recovery = g_task_get_task_data (task);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  BrightSubjectQuery query = { 0 };

  for (guint i = 0; i < recovery->intents->len; i++)
    g_ptr_array_add (names, ((BrightIntent *)recovery->intents->pdata[i])->subject);
  g_ptr_array_add (names, NULL);
  query.names = (const char *const *)names->pdata;
  bright_journal_load_subjects_async (recovery->sync->journal, &query, recovery->sync->cancellable,
                                      subjects_loaded_cb, task);
}

static gint64
get_newest (GPtrArray *intents)
{
  gint64 newest = 0;

  for (guint i = 0; i < intents->len; i++)
    newest = MAX (newest, ((BrightIntent *)intents->pdata[i])->sent_at);
  return newest;
}

static void
intents_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Recovery *recovery = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 age;

  recovery->intents
      = bright_journal_load_open_intents_finish (BRIGHT_JOURNAL (source), result, &error);
  if (recovery->intents == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (recovery->intents->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  age = bright_clock_get_seconds (recovery->sync->clock) - get_newest (recovery->intents);
  if (age >= 0 && age < SETTLE_SECONDS)
    bright_clock_call_after (recovery->sync->clock, (SETTLE_SECONDS - age) * G_USEC_PER_SEC,
                             load_subjects, g_steal_pointer (&task));
  else
    load_subjects (g_steal_pointer (&task));
}

void
bright_sync_recover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Recovery *recovery = g_new0 (Recovery, 1);

  g_task_set_source_tag (task, bright_sync_recover_async);
  recovery->sync = sync;
  g_task_set_task_data (task, recovery, recovery_free);
  bright_journal_load_open_intents_async (sync->journal, sync->cancellable, intents_loaded_cb,
                                          task);
}

gboolean
bright_sync_recover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
