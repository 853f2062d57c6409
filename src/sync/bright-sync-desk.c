/* What a person decides about an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order and where it is are read from the journal, changed, and written
 * back. In both cases the next sync decides the order, so that every flow
 * learns what was said.
 */
#include "bright-sync-desk.h"

#include "bright-order-link.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  BrightProfileLock *lock; /* (nullable): until it is in the journal */
  gint64 order_id;
  char *why;               /* (nullable): NULL to try it now */
  BigcommerceOrder *order; /* (nullable): until it was read */
  BrightSubject *subject;  /* (nullable): the task's, until it goes to whoever asked */
  gboolean had_attention;
} Desk;

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  bright_profile_lock_release (desk->lock);
  g_free (desk->why);
  bigcommerce_order_free (desk->order);
  bright_subject_free (desk->subject);
  g_free (desk);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
has_sales_order (const BrightOrderLink *link)
{
  for (guint i = 0; i < link->parts->len; i++)
    if (((BrightOrderPart *) link->parts->pdata[i])->sales_order_id != 0)
      return TRUE;
  return FALSE;
}

static void
set_state (BrightSubject *subject, const char *state, const char *message)
{
  set_text (&subject->state, state);
  set_text (&subject->code, "");
  set_text (&subject->setting, "");
  set_text (&subject->message, message);
  subject->attention = FALSE;
}

static void
ignore (Desk *desk, BrightOrderLink *link)
{
  g_autofree char *content = bright_record_digest (&bigcommerce_order_content_type, desk->order);

  set_text (&link->ignored, desk->why);
  set_text (&link->ignored_content, content);
  set_state (desk->subject, "ignored", desk->why);
}

static void
try_now (Desk *desk, BrightOrderLink *link)
{
  BrightSubject *subject = desk->subject;

  set_text (&link->ignored, "");
  set_text (&link->ignored_content, "");
  subject->attempts = 0;
  if (strcmp (subject->state, "ignored") == 0)
    set_state (subject, has_sales_order (link) ? "changed" : "waiting",
               _ ("It is looked at again at the next sync."));
}

/* Changes the subject; FALSE if what was kept about it cannot be read. */
static gboolean
apply (BrightSyncService *self, Desk *desk, BrightJournalBatch *batch, GError **error)
{
  BrightSubject *subject = desk->subject;
  gint64 now = bright_clock_get_seconds (self->clock);
  g_autoptr (BrightOrderLink) link = NULL;
  g_autofree char *text = NULL;
  g_autofree char *what = NULL;

  link = subject->link[0] == '\0'
             ? bright_record_new (&bright_order_link_type)
             : bright_record_read_text (&bright_order_link_type, subject->link, error);
  if (link == NULL)
    return FALSE;
  desk->had_attention = subject->attention;
  if (desk->why != NULL)
    ignore (desk, link);
  else
    try_now (desk, link);
  what = desk->why != NULL ? g_strdup_printf (_ ("A person said to ignore it: %s"), desk->why)
                           : g_strdup (_ ("A person asked to have it tried at the next sync."));
  text = bright_record_to_string (&bright_order_link_type, link);
  set_text (&subject->link, text);
  subject->retry_at = 0;
  subject->changed_at = now;
  bright_journal_batch_put_subject (batch, subject);
  bright_journal_batch_add_activity (batch, subject->subject, now, what, "");
  bright_sync_add_undecided (self->sync, desk->order_id);
  bright_sync_save_undecided (self->sync, batch);
  return TRUE;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  Desk *desk = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&desk->lock, bright_profile_lock_release);
  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (desk->had_attention && !desk->subject->attention && self->attention > 0)
    bright_sync_service_set_last_success (self, self->last_success, self->attention - 1);
  g_task_return_pointer (task, g_steal_pointer (&desk->subject),
                         (GDestroyNotify) bright_subject_free);
}

static void
fail_unknown (GTask *task, gint64 order_id)
{
  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND,
                           _ ("The order %" PRId64 " was not seen in the store yet."), order_id);
}

static void
subject_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  Desk *desk = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (subjects->len == 0)
    {
      fail_unknown (task, desk->order_id);
      return;
    }
  desk->subject = g_ptr_array_steal_index (subjects, 0);
  if (apply (self, desk, batch, &error))
    bright_journal_commit_async (self->journal, g_steal_pointer (&batch), NULL, committed_cb,
                                 g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
order_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Desk *desk = g_task_get_task_data (task);
  g_autofree char *name = g_strdup_printf ("order %" G_GINT64_FORMAT, desk->order_id);
  const char *names[] = { name, NULL };
  BrightSubjectQuery query = { .names = names };
  GError *error = NULL;
  g_autoptr (GPtrArray) orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (orders->len == 0)
    {
      fail_unknown (task, desk->order_id);
      return;
    }
  desk->order = g_ptr_array_steal_index (orders, 0);
  bright_journal_load_subjects_async (BRIGHT_JOURNAL (source), &query,
                                      g_task_get_cancellable (task), subject_loaded_cb,
                                      g_object_ref (task));
}

static void
load_order (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Desk *desk = g_task_get_task_data (task);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, desk->order_id);
  const char *keys[] = { key, NULL };

  bright_journal_load_facts_async (self->journal, BRIGHT_FACT_ORDER, keys, &bigcommerce_order_type,
                                   g_task_get_cancellable (task), order_loaded_cb, task);
}

/* Which orders are undecided must be known before one is added. */
static void
checkpoints_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;
  GHashTable *checkpoints
      = bright_journal_load_checkpoints_finish (BRIGHT_JOURNAL (source), result, &error);

  if (checkpoints == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_hash_table_unref (self->sync->checkpoints);
  self->sync->checkpoints = checkpoints;
  bright_sync_restore_undecided (self->sync);
  load_order (g_steal_pointer (&task));
}

static gboolean
prepare (BrightSyncService *self, Desk *desk, const char *subject, GError **error)
{
  if (!g_str_has_prefix (subject, "order ")
      || !g_ascii_string_to_signed (subject + strlen ("order "), 10, 1, G_MAXINT64,
                                    &desk->order_id, NULL))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                   _ ("“%s” is no order; write for example “order 1042”."), subject);
      return FALSE;
    }
  if (desk->why != NULL && desk->why[0] == '\0')
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                           _ ("An order is ignored for a reason."));
      return FALSE;
    }
  desk->lock = bright_profile_lock_acquire (self->data_directory, error);
  return desk->lock != NULL;
}

static void
start (GTask *task, const char *subject, const char *why)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Desk *desk = g_new0 (Desk, 1);
  GError *error = NULL;

  desk->why = why != NULL ? g_strstrip (g_strdup (why)) : NULL;
  g_task_set_task_data (task, desk, desk_free);
  if (!prepare (self, desk, subject, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else if (self->knows_checkpoints)
    load_order (task);
  else
    bright_journal_load_checkpoints_async (self->journal, g_task_get_cancellable (task),
                                           checkpoints_loaded_cb, task);
}

void
bright_sync_service_ignore_async (BrightSyncService *self,
                                  const char *subject,
                                  const char *why,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);
  g_return_if_fail (subject != NULL && why != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_ignore_async);
  start (task, subject, why);
}

BrightSubject *
bright_sync_service_ignore_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bright_sync_service_try_now_async (BrightSyncService *self,
                                   const char *subject,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL && subject != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_try_now_async);
  start (task, subject, NULL);
}

BrightSubject *
bright_sync_service_try_now_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
