/* What a write to the store's order tells about the order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-answer.h"

#include "bright-error.h"
#include "bright-order-traits.h"

static const BrightField read_again_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightOrderReadAgain, INTEGER, order, "order"),
  {},
};

const BrightRecordType bright_order_read_again_type = { "order read again",
                                                        sizeof (BrightOrderReadAgain),
                                                        read_again_fields };

/* As discovering it would keep it. */
static void
keep_order (const BigcommerceOrder *order, BrightSync *sync, BrightJournalBatch *batch)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT, order->id);
  g_autofree char *text = bright_record_to_string (&bigcommerce_order_type, order);
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  bright_journal_batch_put_fact (batch, BRIGHT_FACT_ORDER, key, text, digest,
                                 bright_sync_get_time (sync));
  bright_order_traits_keep (order, batch, bright_sync_get_time (sync));
  if (sync->digests == NULL)
    {
      g_free (key);
      g_free (digest);
      return;
    }
  g_hash_table_replace (sync->digests, key, digest);
}

static void
swap_texts (char **one, char **other)
{
  char *kept = *one;

  *one = *other;
  *other = kept;
}

void
bright_order_answer_take (BrightStepApplication *application)
{
  BigcommerceOrder *order = application->active->order;
  g_autoptr (BigcommerceOrder) answer = NULL;

  if (application->active->on_paper || application->response == NULL
      || !JSON_NODE_HOLDS_OBJECT (application->response))
    return;
  answer = bright_record_read (&bigcommerce_order_type, application->response, NULL);
  if (answer == NULL || answer->id != order->id)
    return;
  /* Whatever else has changed meanwhile is for the next poll to see. */
  order->status_id = answer->status_id;
  order->date_modified = answer->date_modified;
  swap_texts (&order->status_label, &answer->status_label);
  swap_texts (&order->staff_notes, &answer->staff_notes);
  keep_order (order, application->sync, application->batch);
}

gboolean
bright_order_answer_is_missing (const BrightOrderLink *link)
{
  return (link->stale_facts & (G_GINT64_CONSTANT (1) << BRIGHT_ORDER_FACT_ORDER)) != 0;
}

typedef struct
{
  BrightSync *sync;
  BrightActiveOrder *active;
} Reading;

/* The order keeps its place in memory, for others point to it. */
static void
replace_order (BrightActiveOrder *active, BigcommerceOrder *order)
{
  BigcommerceOrder old = *active->order;

  *active->order = *order;
  *order = old;
  g_free (active->content);
  active->content = bright_record_digest (&bigcommerce_order_content_type, active->order);
}

static void
order_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GPtrArray *records = bright_record_list_new (&bright_order_read_again_type);
  BrightOrderReadAgain *record = bright_record_new (&bright_order_read_again_type);
  BrightJournalBatch *batch;
  GError *error = NULL;
  g_autoptr (BigcommerceOrder) order
      = bigcommerce_client_get_order_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  record->order = reading->active->order->id;
  g_ptr_array_add (records, record);
  /* An order that is gone is for the poll to find. */
  if (order == NULL && !g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND))
    {
      g_ptr_array_unref (records);
      g_task_return_error (task, error);
      return;
    }
  if (order != NULL)
    {
      replace_order (reading->active, order);
      batch = bright_journal_batch_new ();
      keep_order (reading->active->order, reading->sync, batch);
      bright_journal_commit_async (reading->sync->journal, batch, NULL, NULL, NULL);
    }
  g_clear_error (&error);
  g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

void
bright_order_answer_read_async (BrightSync *sync,
                                GPtrArray *actives,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  /* One order each time: the fact's batch is 1. */
  g_assert (actives->len == 1);
  g_task_set_source_tag (task, bright_order_answer_read_async);
  reading->sync = sync;
  reading->active = actives->pdata[0];
  g_task_set_task_data (task, reading, g_free);
  bigcommerce_client_get_order_async (sync->bigcommerce, reading->active->order->id,
                                      sync->cancellable, order_read_cb, task);
}

GPtrArray *
bright_order_answer_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
