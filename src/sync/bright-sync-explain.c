/* The sync service: questions that the journal answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-link.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <string.h>

void
bright_explanation_free (BrightExplanation *explanation)
{
  if (explanation == NULL)
    return;
  bright_subject_free (explanation->subject);
  g_array_unref (explanation->sales_orders);
  g_clear_pointer (&explanation->timeline, g_ptr_array_unref);
  g_free (explanation);
}

/* The task's, until it goes to whoever asked. */
typedef struct
{
  BrightExplanation *explanation; /* (nullable) */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  bright_explanation_free (asking->explanation);
  g_free (asking);
}

static BrightSubject *
make_unknown (gint64 order_id)
{
  BrightSubject *subject = bright_record_new (&bright_subject_type);

  g_free (subject->subject);
  subject->subject = g_strdup_printf ("order %" G_GINT64_FORMAT, order_id);
  subject->number = order_id;
  g_free (subject->state);
  subject->state = g_strdup ("unknown");
  g_free (subject->message);
  subject->message = g_strdup (_ ("This order was not seen in the store yet."));
  return subject;
}

static void
collect_sales_orders (BrightExplanation *explanation)
{
  g_autoptr (BrightOrderLink) link = NULL;

  if (explanation->subject->link[0] == '\0')
    return;
  link = bright_record_read_text (&bright_order_link_type, explanation->subject->link, NULL);
  for (guint i = 0; link != NULL && i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];

      if (part->sales_order_id != 0)
        g_array_append_val (explanation->sales_orders, part->sales_order_id);
    }
}

static void
activity_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  asking->explanation->timeline
      = bright_journal_load_activity_finish (BRIGHT_JOURNAL (source), result, &error);
  if (asking->explanation->timeline == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&asking->explanation),
                           (GDestroyNotify) bright_explanation_free);
}

static void
subject_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  BrightExplanation *explanation = asking->explanation;
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (subjects->len > 0)
    {
      bright_subject_free (explanation->subject);
      explanation->subject = g_ptr_array_steal_index (subjects, 0);
      if (explanation->subject->state[0] == '\0')
        {
          g_free (explanation->subject->state);
          explanation->subject->state = g_strdup ("waiting");
        }
      collect_sales_orders (explanation);
    }
  bright_journal_load_activity_async (BRIGHT_JOURNAL (source), explanation->subject->subject,
                                      g_task_get_cancellable (task), activity_loaded_cb,
                                      g_object_ref (task));
}

void
bright_sync_service_explain_async (BrightSyncService *self,
                                   gint64 order_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);
  BrightExplanation *explanation = g_new0 (BrightExplanation, 1);
  const char *names[2] = { NULL, NULL };
  BrightSubjectQuery query = { .names = names };

  g_task_set_source_tag (task, bright_sync_service_explain_async);
  explanation->subject = make_unknown (order_id);
  explanation->sales_orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  asking->explanation = explanation;
  g_task_set_task_data (task, asking, asking_free);
  names[0] = explanation->subject->subject;
  bright_journal_load_subjects_async (self->journal, &query, cancellable, subject_loaded_cb, task);
}

BrightExplanation *
bright_sync_service_explain_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects != NULL)
    g_task_return_pointer (task, subjects, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
bright_sync_service_list_orders_async (BrightSyncService *self,
                                       const char *search,
                                       const char *state,
                                       guint offset,
                                       guint limit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean attention = g_strcmp0 (state, "attention") == 0;
  BrightSubjectQuery query = {
    .flow = "orders",
    .state = attention ? NULL : state,
    .attention = attention,
    .search = search != NULL && search[0] != '\0' ? search : NULL,
    .newest_first = TRUE,
    .offset = offset,
    .limit = limit,
  };

  g_task_set_source_tag (task, bright_sync_service_list_orders_async);
  bright_journal_load_subjects_async (self->journal, &query, cancellable, list_loaded_cb, task);
}

GPtrArray *
bright_sync_service_list_orders_finish (BrightSyncService *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
