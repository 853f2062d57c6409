/* Records as the texts that the journal keeps, made off the main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of orders takes tens of milliseconds to write, which the window would
 * feel.
 */
#include "bright-fact-texts.h"

typedef struct
{
  const BrightRecordType *type;
  GPtrArray *records;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->records);
  g_free (writing);
}

static void
fact_text_free (gpointer data)
{
  BrightFactText *fact = data;

  g_free (fact->text);
  g_free (fact->digest);
  g_free (fact);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GPtrArray *texts = g_ptr_array_new_with_free_func (fact_text_free);

  for (guint i = 0; i < writing->records->len; i++)
    {
      BrightFactText *fact = g_new0 (BrightFactText, 1);

      fact->text = bright_record_to_string (writing->type, writing->records->pdata[i]);
      fact->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, fact->text, -1);
      g_ptr_array_add (texts, fact);
    }
  g_task_return_pointer (task, texts, (GDestroyNotify) g_ptr_array_unref);
}

void
bright_fact_texts_async (const BrightRecordType *type,
                         GPtrArray *records,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  g_task_set_source_tag (task, bright_fact_texts_async);
  writing->type = type;
  writing->records = g_ptr_array_ref (records);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

GPtrArray *
bright_fact_texts_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
