/* Discover: the store's orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first time, and when go-live moves back, all orders since go-live are
 * read by growing id. After that, those that were modified since the last time,
 * with an overlap: a page begins where the last one ended, so that an order
 * that changes meanwhile cannot push another out of sight. Once an hour the
 * overlap is two days. Facts and how far was read go into the journal in one
 * transaction.
 */
#include "bright-order-sweep.h"

#include <string.h>

#define CHECKPOINT_SINCE "orders:since"     /* modified since then was not read yet */
#define CHECKPOINT_GO_LIVE "orders:go-live" /* all since then were read by id */
#define CHECKPOINT_LAST_ID "orders:last-id" /* while reading by id */
#define CHECKPOINT_STARTED "orders:started" /* when reading by id began */
#define CHECKPOINT_FIELD "orders:identifier" /* what lines were looked up by in the catalogue */
#define CHECKPOINT_LOOKED_BACK "orders:looked-back" /* when it was last looked back */
#define OVERLAP_SECONDS 600
#define LOOK_BACK_INTERVAL 3600
#define LOOK_BACK_SECONDS (48 * 3600)
/* The list may lag behind the store by a moment. */
#define LAG_SECONDS 5

typedef struct
{
  BrightSync *sync;
  BigcommerceOrderQuery query;
  gint64 started;    /* the store's time when the first page was answered */
  GPtrArray *orders; /* (nullable): of the page that is being kept */
  gboolean more;
  gint64 polled_since; /* from where the poll read */
  gboolean is_looking_back;
} Discovery;

static void read_page (GTask *task);

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_clear_pointer (&discovery->orders, g_ptr_array_unref);
  g_free (discovery);
}

static void
move_checkpoint (Discovery *discovery, BrightJournalBatch *batch, gint64 last_id, gboolean finished)
{
  BrightSync *sync = discovery->sync;

  if (discovery->is_looking_back)
    {
      if (finished)
        bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_LOOKED_BACK,
                                           discovery->started);
      return;
    }
  if (!discovery->query.by_modification)
    {
      bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_LAST_ID, finished ? 0 : last_id);
      bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_STARTED, discovery->started);
    }
  if (!finished)
    return;
  if (!discovery->query.by_modification)
    {
      const char *field = bright_order_identifiers_get_field (sync);

      bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_GO_LIVE,
                                         sync->settings->schedule.go_live);
      bright_sync_set_checkpoint (sync, batch, CHECKPOINT_FIELD, field != NULL ? field : "");
      bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_LOOKED_BACK, discovery->started);
      bright_order_sweep_postpone (sync, batch);
    }
  bright_sync_set_checkpoint_number (sync, batch, CHECKPOINT_SINCE,
                                     discovery->started - LAG_SECONDS);
}

/* Where the next page begins: at the last row of this one. */
static void
advance (Discovery *discovery, const BigcommerceOrder *last)
{
  BigcommerceOrderQuery *query = &discovery->query;

  if (!query->by_modification)
    query->minimum_id = last->id;
  else if (last->date_modified > query->modified_since)
    {
      query->modified_since = last->date_modified;
      query->page = 1;
    }
  else
    query->page++;
}

/* Once an hour, changes that the poll should have shown and did not are looked for: in the two
 * days before it. */
static gboolean
begin_look_back (Discovery *discovery)
{
  BigcommerceOrderQuery *query = &discovery->query;
  gint64 age = discovery->started
               - bright_sync_get_checkpoint_number (discovery->sync, CHECKPOINT_LOOKED_BACK);

  if (!query->by_modification || discovery->is_looking_back
      || (age >= 0 && age < LOOK_BACK_INTERVAL))
    return FALSE;
  discovery->is_looking_back = TRUE;
  query->modified_since = MIN (discovery->started - LOOK_BACK_SECONDS, discovery->polled_since);
  /* The store may leave the bound itself out. */
  query->modified_until = discovery->polled_since + 1;
  query->page = 1;
  return TRUE;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    {
      /* What is not on the disk is not known. */
      g_clear_pointer (&discovery->sync->digests, g_hash_table_unref);
      g_task_return_error (task, error);
    }
  else if (discovery->query.page == 0 && !begin_look_back (discovery))
    g_task_return_boolean (task, TRUE);
  else
    read_page (g_steal_pointer (&task));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GPtrArray *orders = discovery->orders;
  GError *error = NULL;
  g_autoptr (BrightJournalBatch) batch = bright_orders_keep_finish (result, &error);
  const BigcommerceOrder *last = orders->len > 0 ? orders->pdata[orders->len - 1] : NULL;
  gboolean more = discovery->more && last != NULL;

  if (batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  move_checkpoint (discovery, batch, last != NULL ? last->id : 0, !more);
  if (more)
    advance (discovery, last);
  else
    discovery->query.page = 0;
  bright_journal_commit_async (discovery->sync->journal, g_steal_pointer (&batch), NULL,
                               committed_cb, g_steal_pointer (&task));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  gint64 server_time = 0;
  g_auto (GStrv) broken = NULL;
  GError *error = NULL;

  g_clear_pointer (&discovery->orders, g_ptr_array_unref);
  discovery->orders = bigcommerce_client_list_orders_finish (BIGCOMMERCE_CLIENT (source), result,
                                                             &discovery->more, &server_time,
                                                             &broken, &error);
  if (discovery->orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  discovery->sync->server_time = server_time;
  if (discovery->started == 0)
    discovery->started = server_time;
  bright_orders_keep_async (discovery->sync, discovery->orders, (const char *const *) broken,
                            kept_cb, g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_page (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);

  bigcommerce_client_list_orders_async (discovery->sync->bigcommerce, &discovery->query,
                                        discovery->sync->cancellable, page_read_cb, task);
}

static void
digests_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;

  discovery->sync->digests
      = bright_journal_load_digests_finish (BRIGHT_JOURNAL (source), result, &error);
  if (discovery->sync->digests == NULL)
    g_task_return_error (task, error);
  else
    read_page (g_steal_pointer (&task));
}

static void
set_query (Discovery *discovery)
{
  BrightSync *sync = discovery->sync;
  gint64 go_live = sync->settings->schedule.go_live;
  gint64 read_since = bright_sync_get_checkpoint_number (sync, CHECKPOINT_GO_LIVE);
  gint64 since = bright_sync_get_checkpoint_number (sync, CHECKPOINT_SINCE);
  const char *field = bright_order_identifiers_get_field (sync);
  BigcommerceOrderQuery *query = &discovery->query;

  query->page = 1;
  /* Lines that were not looked up yet are looked up by reading everything again. */
  if (field != NULL
      && g_strcmp0 (field, bright_sync_get_checkpoint (sync, CHECKPOINT_FIELD)) != 0)
    since = 0;
  if (since == 0 || go_live < read_since)
    {
      query->created_since = go_live;
      query->minimum_id = bright_sync_get_checkpoint_number (sync, CHECKPOINT_LAST_ID);
      /* A read that was interrupted must not forget when it began. */
      if (query->minimum_id != 0)
        discovery->started = bright_sync_get_checkpoint_number (sync, CHECKPOINT_STARTED);
      return;
    }
  query->by_modification = TRUE;
  query->modified_since = since - OVERLAP_SECONDS;
  discovery->polled_since = query->modified_since;
}

void
bright_order_discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);

  g_task_set_source_tag (task, bright_order_discover_async);
  discovery->sync = sync;
  g_task_set_task_data (task, discovery, discovery_free);
  set_query (discovery);
  if (sync->digests != NULL)
    read_page (task);
  else
    bright_journal_load_digests_async (sync->journal, BRIGHT_FACT_ORDER, sync->cancellable,
                                       digests_loaded_cb, task);
}

gboolean
bright_order_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
