/* The stock flow: keeping what is known, and each SKU's trail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten thousand items are too many for one turn of the main loop, so they are
 * kept a few at a time. Losing the rest costs nothing: whatever differs is
 * found again.
 */
#include "bright-stock-run.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define PORTION 100

typedef struct
{
  BrightStockRun *run;
  GPtrArray *items; /* (unowned elements) */
  guint offset;
  guint end;
  gboolean were_sent;
} Keeping;

/* What is said of an item that is left alone. Those with a code are for a person. */
static const struct
{
  const char *reason;
  const char *state;
  const char *setting;
  gboolean attention;
  const char *words;
} reasons[] = {
  { "", "linked", "", FALSE, N_ ("The store’s stock follows Brightpearl.") },
  { BRIGHT_STOCK_UNMATCHED, "filtered", "items.brightpearl-field", FALSE,
    N_ ("No product in Brightpearl has its identifier.") },
  { BRIGHT_STOCK_AMBIGUOUS, "held", "items.brightpearl-field", TRUE,
    N_ ("Several products in Brightpearl have its identifier, so its stock is left alone.") },
  { BRIGHT_STOCK_NOT_KEPT, "filtered", "", FALSE, N_ ("Brightpearl keeps no stock of it.") },
  { BRIGHT_STOCK_NOT_TRACKED, "filtered", "", FALSE, N_ ("The store keeps no stock of it.") },
  { BRIGHT_STOCK_SHARED, "filtered", "", FALSE,
    N_ ("The store keeps one number for all variants of the product.") },
  { BRIGHT_STOCK_REFUSED, "held", "", TRUE, N_ ("The store refused the number.") },
};

static void next_portion (GTask *task);

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_ptr_array_unref (keeping->items);
  g_free (keeping);
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static char *
name_subject (const BrightStockItem *item)
{
  return item->sku[0] != '\0' ? g_strdup_printf ("product %s", item->sku)
                              : g_strdup_printf ("product #%" G_GINT64_FORMAT, item->variant_id);
}

static BrightSubject *
describe (const BrightStockItem *item, gint64 now)
{
  BrightSubject *subject = bright_record_new (&bright_subject_type);
  gsize row = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].reason, item->reason) == 0)
      row = i;
  set_text (&subject->subject, name_subject (item));
  set_text (&subject->flow, g_strdup ("stock"));
  set_text (&subject->state, g_strdup (reasons[row].state));
  set_text (&subject->code, g_strdup (item->reason));
  set_text (&subject->setting, g_strdup (reasons[row].setting));
  set_text (&subject->message, item->detail[0] != '\0'
                                   ? g_strdup_printf ("%s %s", _ (reasons[row].words),
                                                      item->detail)
                                   : g_strdup (_ (reasons[row].words)));
  subject->attention = reasons[row].attention;
  subject->changed_at = now;
  return subject;
}

static char *
describe_change (const BrightStockItem *item)
{
  /* Only what we sent ourselves should have changed the number, or a sale, which changes what it
   * should be too. */
  if (item->was_sent && item->sent == item->target)
    return g_strdup_printf (
        _ ("The store had %" PRId64 ", though %" PRId64 " was sent last; it was set again."),
        item->level, item->sent);
  return g_strdup_printf (_ ("The stock was set from %" PRId64 " to %" PRId64 "."), item->level,
                          item->target);
}

static void
note_sent (BrightStockItem *item, BrightJournalBatch *batch, gint64 now)
{
  g_autofree char *subject = name_subject (item);
  g_autofree char *what = describe_change (item);

  bright_journal_batch_add_activity (batch, subject, now, what, "");
  item->level = item->target;
  item->sent = item->target;
  item->needs_words = item->needs_words || !item->was_sent;
  item->was_sent = TRUE;
}

static void
keep (Keeping *keeping, BrightJournalBatch *batch, BrightStockItem *item)
{
  BrightSync *sync = keeping->run->sync;
  gint64 now = bright_clock_get_seconds (sync->clock);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, item->variant_id);
  g_autofree char *text = NULL;

  if (keeping->were_sent)
    note_sent (item, batch, now);
  if (item->needs_words)
    {
      g_autoptr (BrightSubject) subject = describe (item, now);

      bright_journal_batch_put_subject (batch, subject);
      if (!keeping->were_sent)
        bright_journal_batch_add_activity (batch, subject->subject, now, subject->message,
                                           subject->code);
    }
  item->needs_words = FALSE;
  item->is_dirty = FALSE;
  text = bright_record_to_string (&bright_stock_item_type, item);
  bright_journal_batch_put_fact (batch, BRIGHT_FACT_STOCK_ITEM, key, text, "",
                                 bright_sync_get_time (sync));
}

static void
portion_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    {
      next_portion (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Takes @task. */
static void
next_portion (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = NULL;
  guint end = MIN (keeping->offset + PORTION, keeping->end);

  if (keeping->offset >= keeping->end)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  batch = bright_journal_batch_new ();
  for (; keeping->offset < end; keeping->offset++)
    keep (keeping, batch, keeping->items->pdata[keeping->offset]);
  bright_journal_commit_async (keeping->run->sync->journal, g_steal_pointer (&batch), NULL,
                               portion_kept_cb, task);
}

void
bright_stock_keep_async (BrightStockRun *run,
                         GPtrArray *items,
                         guint offset,
                         guint count,
                         gboolean were_sent,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);

  g_task_set_source_tag (task, bright_stock_keep_async);
  keeping->run = run;
  keeping->items = g_ptr_array_ref (items);
  keeping->offset = offset;
  keeping->end = offset + count;
  keeping->were_sent = were_sent;
  g_task_set_task_data (task, keeping, keeping_free);
  next_portion (task);
}

gboolean
bright_stock_keep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- The phase ---- */

static void
items_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (bright_stock_keep_finish (result, &error))
    bright_stock_run_next (user_data);
  else
    bright_stock_run_fail (user_data, error);
}

/* What the store no longer has is forgotten, and nobody is asked about it any more. */
static void
forget_gone (BrightStockRun *run)
{
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightStockItem *item = value;
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, item->variant_id);
      g_autoptr (BrightSubject) subject = NULL;

      if (item->is_seen)
        continue;
      bright_stock_set_reason (item, BRIGHT_STOCK_UNMATCHED, NULL);
      subject = describe (item, bright_clock_get_seconds (run->sync->clock));
      if (!run->sync->plan_only)
        {
          bright_journal_batch_put_subject (batch, subject);
          bright_journal_batch_remove_fact (batch, BRIGHT_FACT_STOCK_ITEM, key);
        }
      g_hash_table_iter_remove (&iter);
    }
  if (!bright_journal_batch_is_empty (batch))
    bright_journal_commit_async (run->sync->journal, g_steal_pointer (&batch), NULL, NULL, NULL);
}

/* A plan changes nothing, but shows who would be asked. */
static void
show_planned (BrightStockRun *run, GPtrArray *dirty)
{
  for (guint i = 0; i < dirty->len; i++)
    {
      const BrightStockItem *item = dirty->pdata[i];

      if (item->needs_words)
        g_ptr_array_add (run->sync->planned,
                         describe (item, bright_clock_get_seconds (run->sync->clock)));
    }
}

void
bright_stock_keep_items (GTask *task)
{
  BrightStockRun *run = g_task_get_task_data (task);
  g_autoptr (GPtrArray) dirty = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  if (run->is_full && run->phase == BRIGHT_STOCK_KEEP)
    forget_gone (run);
  g_hash_table_iter_init (&iter, run->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((BrightStockItem *) value)->is_dirty)
      g_ptr_array_add (dirty, value);
  if (run->sync->plan_only)
    {
      show_planned (run, dirty);
      bright_stock_run_next (task);
      return;
    }
  bright_stock_keep_async (run, dirty, 0, dirty->len, FALSE, items_kept_cb, task);
}
