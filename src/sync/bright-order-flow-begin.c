/* The orders flow: which orders are to be decided.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flow.h"

#include <string.h>

static void
collect_undecided (BrightOrderFlow *flow)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, flow->sync->undecided);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (flow->work, *(gint64 *) key);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
due_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightOrderFlow *flow = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  flow->under_way--;
  if (subjects == NULL)
    {
      bright_order_flow_fail (flow, error);
      return;
    }
  collect_undecided (flow);
  for (guint i = 0; i < subjects->len; i++)
    {
      const BrightSubject *subject = subjects->pdata[i];

      if (!g_hash_table_contains (flow->sync->undecided, &subject->number))
        g_array_append_val (flow->work, subject->number);
    }
  g_array_sort (flow->work, compare_ids);
  flow->sync->total = flow->work->len;
  bright_order_flow_schedule (flow);
}

void
bright_order_flow_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  BrightOrderFlow *flow = g_new0 (BrightOrderFlow, 1);
  BrightSubjectQuery due = {
    .flow = "orders",
    .due_at = sync->retry_all ? G_MAXINT64 : bright_clock_get_seconds (sync->clock),
  };

  g_task_set_source_tag (task, bright_order_flow_async);
  flow->sync = sync;
  flow->task = task;
  flow->active = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                        (GDestroyNotify) bright_active_order_free);
  flow->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  flow->work = g_array_new (FALSE, FALSE, sizeof (gint64));
  flow->progress = sync->progress;
  flow->progress_data = sync->progress_data;
  g_task_set_task_data (task, flow, bright_order_flow_free);
  flow->under_way++;
  bright_journal_load_subjects_async (sync->journal, &due, sync->cancellable, due_loaded_cb,
                                      g_object_ref (task));
}

gboolean
bright_order_flow_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
