/* The daily full check of the store's orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lists are compared: what the store lists and what the journal knows. What
 * differs is read order by order, since hardly anything ever does.
 */
#include "bright-order-sweep.h"

#include "bright-error.h"

#define CHECKPOINT_CHECKED "orders:checked" /* when the last full check ended */
#define DAY_SECONDS 86400
/* The store's clock may be set back by a moment between two answers. */
#define SKEW_SECONDS 3600
/* How many orders are committed at once. */
#define PORTION 50

/* What is known of an order, as far as it is compared. */
typedef struct
{
  gint64 id;
  gint64 date_created;
  gint64 date_modified;
  gboolean is_deleted;
} KnownOrder;

static const BrightField known_order_fields[] = {
  BRIGHT_FIELD_NEEDED (KnownOrder, INTEGER, id, "id"),
  BRIGHT_FIELD (KnownOrder, TIME, date_created, "date_created"),
  BRIGHT_FIELD (KnownOrder, TIME, date_modified, "date_modified"),
  BRIGHT_FIELD (KnownOrder, BOOLEAN, is_deleted, "is_deleted"),
  {},
};

static const BrightRecordType known_order_type
    = { "known order", sizeof (KnownOrder), known_order_fields };

typedef struct
{
  BrightSync *sync;
  BrightStoreListing *listing; /* (nullable): the task's, until it goes to whoever asked */
  GArray *differing;           /* of gint64: orders that are read by themselves */
  guint next;                  /* index into them */
  GPtrArray *orders;           /* of BigcommerceOrder: read, and not kept yet */
  GPtrArray *broken;           /* of char *: what is said about those that make no sense */
  GPtrArray *vanished;         /* of char *: keys of those that the store does not have any more */
} Sweep;

static void read_next (GTask *task);

static void
sweep_free (gpointer data)
{
  Sweep *sweep = data;

  bright_store_listing_free (sweep->listing);
  g_array_unref (sweep->differing);
  g_ptr_array_unref (sweep->orders);
  g_ptr_array_unref (sweep->broken);
  g_ptr_array_unref (sweep->vanished);
  g_free (sweep);
}

gboolean
bright_order_sweep_is_due (const BrightSync *sync)
{
  gint64 age = bright_sync_get_time (sync)
               - bright_sync_get_checkpoint_number (sync, CHECKPOINT_CHECKED);

  return age >= DAY_SECONDS || age < -SKEW_SECONDS;
}

void
bright_order_sweep_postpone (BrightSync *sync, BrightJournalBatch *batch)
{
  if (bright_sync_get_checkpoint_number (sync, CHECKPOINT_CHECKED) == 0)
    bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_CHECKED,
                                       bright_sync_get_time (sync));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  gboolean is_finished = sweep->next == sweep->differing->len && sweep->vanished->len == 0;
  GError *error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    {
      /* What is not on the disk is not known. */
      g_clear_pointer (&sweep->sync->digests, g_hash_table_unref);
      g_task_return_error (task, error);
    }
  else if (is_finished)
    g_task_return_pointer (task, g_steal_pointer (&sweep->listing),
                           (GDestroyNotify) bright_store_listing_free);
  else
    read_next (g_steal_pointer (&task));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BrightJournalBatch) batch = bright_orders_keep_finish (result, &error);

  if (batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (sweep->next == sweep->differing->len && sweep->vanished->len == 0)
    bright_sync_set_checkpoint_number (sweep->sync, batch, CHECKPOINT_CHECKED,
                                       bright_sync_get_time (sweep->sync));
  g_ptr_array_set_size (sweep->orders, 0);
  g_ptr_array_set_size (sweep->broken, 0);
  bright_journal_commit_async (sweep->sync->journal, g_steal_pointer (&batch), NULL, committed_cb,
                               g_steal_pointer (&task));
}

/* Takes @task. */
static void
keep (GTask *task)
{
  Sweep *sweep = g_task_get_task_data (task);
  g_auto (GStrv) broken = g_new0 (char *, sweep->broken->len + 1);

  for (guint i = 0; i < sweep->broken->len; i++)
    broken[i] = g_strdup (sweep->broken->pdata[i]);
  bright_orders_keep_async (sweep->sync, sweep->orders, (const char *const *) broken, kept_cb,
                            task);
}

/* What stays of an order that is gone is what was known of it. */
static void
vanished_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < orders->len; i++)
    ((BigcommerceOrder *) orders->pdata[i])->is_deleted = TRUE;
  g_ptr_array_extend_and_steal (sweep->orders, g_steal_pointer (&orders));
  g_ptr_array_set_size (sweep->vanished, 0);
  keep (g_steal_pointer (&task));
}

/* Takes @task. */
static void
load_vanished (GTask *task)
{
  Sweep *sweep = g_task_get_task_data (task);
  g_auto (GStrv) keys = g_new0 (char *, sweep->vanished->len + 1);

  for (guint i = 0; i < sweep->vanished->len; i++)
    keys[i] = g_strdup (sweep->vanished->pdata[i]);
  bright_journal_load_facts_async (sweep->sync->journal, BRIGHT_FACT_ORDER,
                                   (const char *const *) keys, &bigcommerce_order_type,
                                   sweep->sync->cancellable, vanished_loaded_cb, task);
}

/* An answer that cannot be used says nothing against what is known. */
static gboolean
note_failure (Sweep *sweep, gint64 id, const GError *error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  gboolean is_known = g_hash_table_contains (sweep->sync->digests, key);

  if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND))
    {
      if (is_known)
        g_ptr_array_add (sweep->vanished, g_steal_pointer (&key));
      return TRUE;
    }
  if (!g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER))
    return FALSE;
  if (!is_known)
    g_ptr_array_add (sweep->broken, g_strdup_printf ("order %" G_GINT64_FORMAT ": %s", id,
                                                     error->message));
  return TRUE;
}

static void
order_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  gint64 id = g_array_index (sweep->differing, gint64, sweep->next);
  g_autoptr (GError) error = NULL;
  BigcommerceOrder *order
      = bigcommerce_client_get_order_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  if (order != NULL)
    g_ptr_array_add (sweep->orders, order);
  else if (!note_failure (sweep, id, error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  sweep->next++;
  read_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_next (GTask *task)
{
  Sweep *sweep = g_task_get_task_data (task);
  gboolean is_at_end = sweep->next == sweep->differing->len;

  if (is_at_end && sweep->vanished->len > 0)
    load_vanished (task);
  else if (is_at_end || sweep->orders->len >= PORTION)
    keep (task);
  else
    bigcommerce_client_get_order_async (sweep->sync->bigcommerce,
                                        g_array_index (sweep->differing, gint64, sweep->next),
                                        sweep->sync->cancellable, order_read_cb, task);
}

static void
compare (Sweep *sweep, GPtrArray *known)
{
  gint64 go_live = sweep->sync->settings->schedule.go_live;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < known->len; i++)
    {
      const KnownOrder *order = known->pdata[i];

      g_hash_table_insert (by_id, (gpointer) &order->id, known->pdata[i]);
      if (!order->is_deleted && order->date_created >= go_live
          && !g_hash_table_contains (sweep->listing->ids, &order->id))
        g_array_append_val (sweep->differing, order->id);
    }
  for (guint i = 0; i < sweep->listing->heads->len; i++)
    {
      const BrightStoreHead *head = &g_array_index (sweep->listing->heads, BrightStoreHead, i);
      const KnownOrder *order = g_hash_table_lookup (by_id, &head->id);

      if (order == NULL || order->date_modified != head->date_modified
          || order->is_deleted != head->is_deleted)
        g_array_append_val (sweep->differing, head->id);
    }
}

static void
known_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) known
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (known == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  compare (g_task_get_task_data (task), known);
  read_next (g_steal_pointer (&task));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  BrightSync *sync = sweep->sync;
  GError *error = NULL;

  sweep->listing = bright_store_listing_finish (result, &error);
  if (sweep->listing == NULL)
    g_task_return_error (task, error);
  else
    bright_journal_load_facts_async (sync->journal, BRIGHT_FACT_ORDER, NULL, &known_order_type,
                                     sync->cancellable, known_loaded_cb, g_steal_pointer (&task));
}

void
bright_order_sweep_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Sweep *sweep;

  g_return_if_fail (sync->digests != NULL);

  task = g_task_new (NULL, sync->cancellable, callback, user_data);
  sweep = g_new0 (Sweep, 1);
  g_task_set_source_tag (task, bright_order_sweep_async);
  sweep->sync = sync;
  sweep->differing = g_array_new (FALSE, FALSE, sizeof (gint64));
  sweep->orders = bright_record_list_new (&bigcommerce_order_type);
  sweep->broken = g_ptr_array_new_with_free_func (g_free);
  sweep->vanished = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, sweep, sweep_free);
  bright_store_listing_async (sync, listed_cb, task);
}

BrightStoreListing *
bright_order_sweep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
