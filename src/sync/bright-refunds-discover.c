/* Discover: the store's refunds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One list for the whole store, from the last time on with an overlap. The
 * first time, and when go-live moves back, it begins at go-live. What it tells
 * is added to what is known of each order, in one transaction with how far was
 * read.
 */
#include "bright-refunds.h"

#include "bigcommerce-payments.h"

#define CHECKPOINT_SINCE "refunds:since"     /* made since then was not read yet */
#define CHECKPOINT_GO_LIVE "refunds:go-live" /* all since then were read */
#define OVERLAP_SECONDS 600

typedef struct
{
  BrightSync *sync;
  gint64 since;
  guint page;
  gint64 started;       /* the store's time when the first page was answered */
  GHashTable *by_order; /* order id -> BigcommerceRefunds (owned): what was told */
} Discovery;

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_hash_table_unref (discovery->by_order);
  g_free (discovery);
}

static GHashTable *
by_order_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                (GDestroyNotify)bigcommerce_refunds_free);
}

static BigcommerceRefunds *
get_refunds (GHashTable *by_order, gint64 order_id)
{
  BigcommerceRefunds *refunds = g_hash_table_lookup (by_order, &order_id);

  if (refunds != NULL)
    return refunds;
  refunds = bright_record_new (&bigcommerce_refunds_type);
  refunds->order_id = order_id;
  g_hash_table_insert (by_order, &refunds->order_id, refunds);
  return refunds;
}

/* Sorts refunds by their orders; empties @list. */
static void
sort_out (GHashTable *by_order, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      BigcommerceRefund *refund = list->pdata[i];

      g_ptr_array_add (get_refunds (by_order, refund->order_id)->refunds, refund);
    }
  g_ptr_array_set_free_func (list, NULL);
  g_ptr_array_set_size (list, 0);
}

static gboolean
knows (const BigcommerceRefunds *known, gint64 refund_id)
{
  for (guint i = 0; known != NULL && i < known->refunds->len; i++)
    if (((BigcommerceRefund *)known->refunds->pdata[i])->id == refund_id)
      return TRUE;
  return FALSE;
}

/* Adds what is new to what is known of an order. */
static void
keep (BrightSync *sync,
      BrightJournalBatch *batch,
      BigcommerceRefunds *told,
      const BigcommerceRefunds *known)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, told->order_id);
  g_autofree char *text = NULL;
  gboolean is_news = FALSE;

  for (guint i = 0; i < told->refunds->len; i++)
    is_news = is_news || !knows (known, ((BigcommerceRefund *)told->refunds->pdata[i])->id);
  if (!is_news)
    return;
  for (guint i = 0; known != NULL && i < known->refunds->len; i++)
    {
      const BigcommerceRefund *refund = known->refunds->pdata[i];

      if (!knows (told, refund->id))
        g_ptr_array_insert (told->refunds, 0,
                            bright_record_copy (&bigcommerce_refund_type, refund));
    }
  text = bright_record_to_string (&bigcommerce_refunds_type, told);
  bright_journal_batch_put_fact (batch, BRIGHT_FACT_REFUNDS, key, text, "",
                                 bright_sync_get_time (sync));
  /* An order that was never seen is from before go-live. */
  if (g_hash_table_contains (sync->digests, key))
    bright_sync_add_undecided (sync, told->order_id);
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

static void
known_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  GError *error = NULL;
  g_autoptr (GPtrArray) known
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  g_autoptr (GHashTable) by_order = g_hash_table_new (g_int64_hash, g_int64_equal);
  BrightJournalBatch *batch;
  GHashTableIter iter;
  gpointer told;

  if (known == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  batch = bright_journal_batch_new ();
  for (guint i = 0; i < known->len; i++)
    g_hash_table_insert (by_order, known->pdata[i], known->pdata[i]);
  g_hash_table_iter_init (&iter, discovery->by_order);
  while (g_hash_table_iter_next (&iter, NULL, &told))
    keep (sync, batch, told,
          g_hash_table_lookup (by_order, &((BigcommerceRefunds *)told)->order_id));
  bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_SINCE, discovery->started);
  bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_GO_LIVE,
                                     sync->settings->schedule.go_live);
  bright_sync_save_undecided (sync, batch);
  bright_journal_commit_async (sync->journal, batch, NULL, committed_cb, g_steal_pointer (&task));
}

/* Takes @task. */
static void
load_known (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, discovery->by_order);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *)id);

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  bright_journal_load_facts_async (discovery->sync->journal, BRIGHT_FACT_REFUNDS,
                                   (const char *const *)keys, &bigcommerce_refunds_type,
                                   discovery->sync->cancellable, known_loaded_cb, task);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 server_time = 0;
  gboolean more;
  g_autoptr (GPtrArray) refunds = bigcommerce_client_list_refunds_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &server_time, &error);

  if (refunds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (discovery->started == 0)
    discovery->started = server_time;
  sort_out (discovery->by_order, refunds);
  if (!more)
    load_known (g_steal_pointer (&task));
  else
    bigcommerce_client_list_refunds_async (discovery->sync->bigcommerce, discovery->since, NULL,
                                           ++discovery->page, discovery->sync->cancellable,
                                           page_read_cb, g_steal_pointer (&task));
}

void
bright_refunds_discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);
  gint64 go_live = sync->settings->schedule.go_live;
  gint64 since = bright_sync_get_checkpoint_number (sync, CHECKPOINT_SINCE);

  g_task_set_source_tag (task, bright_refunds_discover_async);
  discovery->sync = sync;
  discovery->page = 1;
  discovery->by_order = by_order_new ();
  discovery->since
      = since == 0 || go_live < bright_sync_get_checkpoint_number (sync, CHECKPOINT_GO_LIVE)
            ? go_live
            : MAX (go_live, since - OVERLAP_SECONDS);
  g_task_set_task_data (task, discovery, discovery_free);
  bigcommerce_client_list_refunds_async (sync->bigcommerce, discovery->since, NULL, 1,
                                         sync->cancellable, page_read_cb, task);
}

gboolean
bright_refunds_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- The refunds of some orders ---- */

typedef struct
{
  BrightSync *sync;
  char *orders;
  guint page;
  GHashTable *by_order; /* as above */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_hash_table_unref (reading->by_order);
  g_free (reading->orders);
  g_free (reading);
}

static void
refunds_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean more;
  g_autoptr (GPtrArray) refunds = bigcommerce_client_list_refunds_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, NULL, &error);
  GPtrArray *records;
  GHashTableIter iter;
  gpointer record;

  if (refunds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sort_out (reading->by_order, refunds);
  if (more)
    {
      bigcommerce_client_list_refunds_async (reading->sync->bigcommerce, 0, reading->orders,
                                             ++reading->page, reading->sync->cancellable,
                                             refunds_read_cb, g_steal_pointer (&task));
      return;
    }
  records = bright_record_list_new (&bigcommerce_refunds_type);
  g_hash_table_iter_init (&iter, reading->by_order);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (records, record);
    }
  g_task_return_pointer (task, records, (GDestroyNotify)g_ptr_array_unref);
}

void
bright_refunds_read_async (BrightSync *sync,
                           GPtrArray *actives,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GString) orders = g_string_new (NULL);

  g_task_set_source_tag (task, bright_refunds_read_async);
  reading->sync = sync;
  reading->page = 1;
  reading->by_order = by_order_new ();
  for (guint i = 0; i < actives->len; i++)
    {
      gint64 id = ((BrightActiveOrder *)actives->pdata[i])->order->id;

      /* Also where there are none, that is known then. */
      get_refunds (reading->by_order, id);
      g_string_append_printf (orders, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", id);
    }
  reading->orders = g_strdup (orders->str);
  g_task_set_task_data (task, reading, reading_free);
  bigcommerce_client_list_refunds_async (sync->bigcommerce, 0, reading->orders, 1,
                                         sync->cancellable, refunds_read_cb, task);
}

GPtrArray *
bright_refunds_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
