/* Discover: the store's orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first time, and when go-live moves back, all orders since go-live are
 * read by growing id. After that, those that were modified since the last time,
 * with an overlap: a page begins where the last one ended, so that an order
 * that changes meanwhile cannot push another out of sight. Facts and how far
 * was read go into the journal in one transaction.
 */
#include "bright-sync.h"

#include "bright-error.h"
#include "bright-fact-texts.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHECKPOINT_SINCE "orders:since"     /* modified since then was not read yet */
#define CHECKPOINT_GO_LIVE "orders:go-live" /* all since then were read by id */
#define CHECKPOINT_LAST_ID "orders:last-id" /* while reading by id */
#define CHECKPOINT_STARTED "orders:started" /* when reading by id began */
#define CHECKPOINT_FIELD "orders:identifier" /* what lines were looked up by in the catalogue */
#define OVERLAP_SECONDS 600
/* The list may lag behind the store by a moment. */
#define LAG_SECONDS 5

typedef struct
{
  BrightSync *sync;
  BigcommerceOrderQuery query;
  gint64 started;    /* the store's time when the first page was answered */
  GPtrArray *orders; /* (nullable): of the page that is being kept */
  char **broken;
  gboolean more;
} Discovery;

static void read_page (GTask *task);

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_clear_pointer (&discovery->orders, g_ptr_array_unref);
  g_strfreev (discovery->broken);
  g_free (discovery);
}

static char *
format_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
add_activity (BrightSync *sync,
              BrightJournalBatch *batch,
              const BigcommerceOrder *order,
              gboolean is_new)
{
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, order->id);
  g_autofree char *total = bright_money_to_string (order->total_inc_tax);
  g_autofree char *what = is_new ? g_strdup_printf (_ ("Seen in the store: %s %s, %s"), total,
                                                    order->currency, order->status_label)
                                 : g_strdup_printf (_ ("Changed in the store: %s %s, %s"), total,
                                                    order->currency, order->status_label);

  bright_journal_batch_add_activity (batch, subject, bright_sync_get_time (sync), what, "");
}

/* Keeps an order if it is new or not as it was. */
static void
keep_order (BrightSync *sync,
            BrightJournalBatch *batch,
            const BigcommerceOrder *order,
            const BrightFactText *fact)
{
  g_autofree char *key = format_key (order->id);
  const char *known = g_hash_table_lookup (sync->digests, key);

  if (g_strcmp0 (known, fact->digest) == 0)
    return;
  bright_journal_batch_put_fact (batch, BRIGHT_FACT_ORDER, key, fact->text, fact->digest,
                                 bright_sync_get_time (sync));
  add_activity (sync, batch, order, known == NULL);
  bright_sync_add_undecided (sync, order->id);
  g_hash_table_replace (sync->digests, g_steal_pointer (&key), g_strdup (fact->digest));
}

/* An order that makes no sense is shown, and does not stop the others. */
static void
keep_broken (BrightSync *sync, BrightJournalBatch *batch, const char *broken)
{
  g_autoptr (BrightSubject) subject = bright_record_new (&bright_subject_type);
  const char *colon = strchr (broken, ':');

  g_free (subject->subject);
  subject->subject = g_strndup (broken, colon != NULL ? (gsize)(colon - broken) : strlen (broken));
  subject->number
      = g_str_has_prefix (broken, "order ") ? g_ascii_strtoll (broken + 6, NULL, 10) : 0;
  g_free (subject->flow);
  subject->flow = g_strdup ("orders");
  g_free (subject->state);
  subject->state = g_strdup ("held");
  g_free (subject->code);
  subject->code = g_strdup ("refused-by-bigcommerce");
  g_free (subject->message);
  subject->message
      = g_strdup_printf (_ ("The store's answer about this order makes no sense (%s)."),
                         colon != NULL ? colon + 1 : broken);
  subject->attention = TRUE;
  subject->changed_at = bright_sync_get_time (sync);
  bright_journal_batch_put_subject (batch, subject);
}

static void
move_checkpoint (Discovery *discovery, BrightJournalBatch *batch, gint64 last_id, gboolean finished)
{
  BrightSync *sync = discovery->sync;

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
  else if (discovery->query.page == 0)
    g_task_return_boolean (task, TRUE);
  else
    read_page (g_steal_pointer (&task));
}

static void
texts_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  GPtrArray *orders = discovery->orders;
  GError *error = NULL;
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) texts = bright_fact_texts_finish (result, &error);
  const BigcommerceOrder *last = orders->len > 0 ? orders->pdata[orders->len - 1] : NULL;
  gboolean more = discovery->more && last != NULL;

  if (texts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < orders->len; i++)
    keep_order (sync, batch, orders->pdata[i], texts->pdata[i]);
  for (char **line = discovery->broken; line != NULL && *line != NULL; line++)
    keep_broken (sync, batch, *line);
  move_checkpoint (discovery, batch, last != NULL ? last->id : 0, !more);
  bright_sync_save_undecided (sync, batch);
  if (more)
    advance (discovery, last);
  else
    discovery->query.page = 0;
  bright_journal_commit_async (sync->journal, g_steal_pointer (&batch), NULL, committed_cb,
                               g_steal_pointer (&task));
}

static void
write_texts (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);

  bright_fact_texts_async (&bigcommerce_order_type, discovery->orders,
                           discovery->sync->cancellable, texts_written_cb, task);
}

static void
identified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_order_identifiers_fill_finish (result, &error))
    write_texts (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  gint64 server_time = 0;
  GError *error = NULL;

  g_clear_pointer (&discovery->orders, g_ptr_array_unref);
  g_clear_pointer (&discovery->broken, g_strfreev);
  discovery->orders = bigcommerce_client_list_orders_finish (BIGCOMMERCE_CLIENT (source), result,
                                                             &discovery->more, &server_time,
                                                             &discovery->broken, &error);
  if (discovery->orders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  discovery->sync->server_time = server_time;
  if (discovery->started == 0)
    discovery->started = server_time;
  if (bright_order_identifiers_get_field (discovery->sync) != NULL)
    bright_order_identifiers_fill_async (discovery->sync, discovery->orders, identified_cb,
                                         g_steal_pointer (&task));
  else
    write_texts (g_steal_pointer (&task));
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
