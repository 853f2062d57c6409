/* Discover: keeping the store's orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However orders were found, by the poll, a look back or the full check, they
 * become facts in the same way, and those that changed are to be decided.
 */
#include "bright-sync.h"

#include "bright-fact-texts.h"
#include "bright-order-traits.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  BrightSync *sync;
  GPtrArray *orders;
  char **broken;
  GPtrArray *texts; /* (nullable): of BrightFactText, once written */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_ptr_array_unref (keeping->orders);
  g_strfreev (keeping->broken);
  g_clear_pointer (&keeping->texts, g_ptr_array_unref);
  g_free (keeping);
}

static void
add_activity (BrightSync *sync,
              BrightJournalBatch *batch,
              const BigcommerceOrder *order,
              gboolean is_new)
{
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, order->id);
  g_autofree char *total = bright_money_to_string (order->total_inc_tax);
  g_autofree char *what = NULL;

  if (order->is_deleted && !is_new)
    what = g_strdup (_ ("Deleted or archived in the store."));
  else
    what = is_new ? g_strdup_printf (_ ("Seen in the store: %s %s, %s"), total, order->currency,
                                     order->status_label)
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
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, order->id);
  const char *known = g_hash_table_lookup (sync->digests, key);

  if (g_strcmp0 (known, fact->digest) == 0)
    return;
  bright_journal_batch_put_fact (batch, BRIGHT_FACT_ORDER, key, fact->text, fact->digest,
                                 bright_sync_get_time (sync));
  bright_order_traits_keep (order, batch, bright_sync_get_time (sync));
  add_activity (sync, batch, order, known == NULL);
  bright_sync_add_undecided (sync, order->id);
  g_hash_table_replace (sync->digests, g_steal_pointer (&key), g_strdup (fact->digest));
}

/* Whatever the store says next about an order counts as a change. */
static void
doubt (BrightSync *sync, BrightJournalBatch *batch, gint64 order_id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);

  if (!g_hash_table_contains (sync->digests, key))
    return;
  bright_journal_batch_doubt_fact (batch, BRIGHT_FACT_ORDER, key);
  g_hash_table_replace (sync->digests, g_steal_pointer (&key), g_strdup (""));
}

/* An order that makes no sense is shown, and does not stop the others. One that made sense before
 * keeps what is linked to it, and is decided again once it makes sense again. */
static void
keep_broken (BrightSync *sync, BrightJournalBatch *batch, const char *broken)
{
  g_autoptr (BrightSubject) subject = bright_record_new (&bright_subject_type);
  const char *colon = strchr (broken, ':');

  g_free (subject->subject);
  subject->subject = g_strndup (broken, colon != NULL ? (gsize) (colon - broken) : strlen (broken));
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
  bright_journal_batch_put_verdict (batch, subject);
  doubt (sync, batch, subject->number);
}

static void
texts_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  keeping->texts = bright_fact_texts_finish (result, &error);
  if (keeping->texts != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_texts (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);

  bright_fact_texts_async (&bigcommerce_order_type, keeping->orders, keeping->sync->cancellable,
                           texts_written_cb, task);
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

void
bright_orders_keep_async (BrightSync *sync,
                          GPtrArray *orders,
                          const char *const *broken,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);

  g_task_set_source_tag (task, bright_orders_keep_async);
  keeping->sync = sync;
  keeping->orders = g_ptr_array_ref (orders);
  keeping->broken = g_strdupv ((char **) broken);
  g_task_set_task_data (task, keeping, keeping_free);
  if (bright_order_identifiers_get_field (sync) != NULL)
    bright_order_identifiers_fill_async (sync, orders, identified_cb, task);
  else
    write_texts (task);
}

/* What is known changes here and not before, so that a sync which was stopped has not noted
 * what nobody commits. */
BrightJournalBatch *
bright_orders_keep_finish (GAsyncResult *result, GError **error)
{
  Keeping *keeping = g_task_get_task_data (G_TASK (result));
  g_autoptr (BrightJournalBatch) batch = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  batch = bright_journal_batch_new ();
  for (guint i = 0; i < keeping->orders->len; i++)
    keep_order (keeping->sync, batch, keeping->orders->pdata[i], keeping->texts->pdata[i]);
  for (char **line = keeping->broken; line != NULL && *line != NULL; line++)
    keep_broken (keeping->sync, batch, *line);
  bright_sync_save_undecided (keeping->sync, batch);
  return g_steal_pointer (&batch);
}
