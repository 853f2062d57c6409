/* The proof that nothing is missing, made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each order of the store is looked for in the journal. Days are those of the
 * account's zone. Money is compared for orders that are linked: the store's
 * total with the sum of their sales orders. A year of orders takes a while, so
 * that is done in a thread.
 */
#include "bright-proof.h"

#include "bright-order-link.h"
#include "bright-time.h"

#include <string.h>

/* A sales order as far as it is compared. */
typedef struct
{
  gint64 id;
  BrightMoney total;
} Total;

static const BrightField total_fields[] = {
  BRIGHT_FIELD_NEEDED (Total, INTEGER, id, "id"),
  BRIGHT_FIELD (Total, MONEY, total, "total/gross"),
  {},
};

static const BrightRecordType total_type = { "total", sizeof (Total), total_fields };

typedef struct
{
  BrightSync *sync;
  GArray *heads;
  GTimeZone *zone;     /* (nullable): of the account */
  GPtrArray *subjects; /* (nullable): of BrightSubject */
  GPtrArray *totals;   /* (nullable): of Total */
  BrightProof *proof;  /* (nullable): the task's, until it goes to whoever asked */
} Making;

/* What is looked up while the proof is made. */
typedef struct
{
  GHashTable *subjects; /* order id -> BrightSubject */
  GHashTable *totals;   /* sales order id -> Total */
} Known;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_array_unref (making->heads);
  g_clear_pointer (&making->zone, g_time_zone_unref);
  g_clear_pointer (&making->subjects, g_ptr_array_unref);
  g_clear_pointer (&making->totals, g_ptr_array_unref);
  bright_proof_free (making->proof);
  g_free (making);
}

static void
money_free (gpointer data)
{
  BrightProofMoney *money = data;

  g_free (money->currency);
  g_free (money);
}

static void
day_free (gpointer data)
{
  BrightProofDay *day = data;

  g_free (day->day);
  g_ptr_array_unref (day->money);
  g_free (day);
}

void
bright_proof_free (BrightProof *proof)
{
  if (proof == NULL)
    return;
  g_ptr_array_unref (proof->days);
  g_free (proof);
}

BrightProof *
bright_proof_new (void)
{
  BrightProof *proof = g_new0 (BrightProof, 1);

  proof->days = g_ptr_array_new_with_free_func (day_free);
  proof->is_complete = TRUE;
  return proof;
}

BrightProofDay *
bright_proof_add_day (BrightProof *proof, char *name)
{
  BrightProofDay *day = g_new0 (BrightProofDay, 1);

  day->day = name;
  day->is_complete = TRUE;
  day->money = g_ptr_array_new_with_free_func (money_free);
  g_ptr_array_add (proof->days, day);
  return day;
}

/* Takes @name. */
static BrightProofDay *
get_day (BrightProof *proof, char *name)
{
  BrightProofDay *day;

  for (guint i = proof->days->len; i > 0; i--)
    {
      day = proof->days->pdata[i - 1];
      if (strcmp (day->day, name) == 0)
        {
          g_free (name);
          return day;
        }
    }
  return bright_proof_add_day (proof, name);
}

static BrightProofMoney *
get_money (BrightProofDay *day, const char *currency)
{
  BrightProofMoney *money;

  for (guint i = 0; i < day->money->len; i++)
    {
      money = day->money->pdata[i];
      if (strcmp (money->currency, currency) == 0)
        return money;
    }
  money = g_new0 (BrightProofMoney, 1);
  money->currency = g_strdup (currency);
  g_ptr_array_add (day->money, money);
  return money;
}

/* The sum of an order's sales orders; FALSE if one is not known. */
static gboolean
sum_sales_orders (const Known *known, const BrightSubject *subject, BrightMoney *sum)
{
  g_autoptr (BrightOrderLink) link
      = bright_record_read_text (&bright_order_link_type, subject->link, NULL);

  *sum = 0;
  for (guint i = 0; link != NULL && i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];
      const Total *total = g_hash_table_lookup (known->totals, &part->sales_order_id);

      if (total == NULL || !bright_money_add (sum, total->total))
        return FALSE;
    }
  return link != NULL && link->parts->len > 0;
}

static gboolean
prove_order (const Known *known, BrightProofDay *day, const BrightStoreHead *head)
{
  const BrightSubject *subject = g_hash_table_lookup (known->subjects, &head->id);
  BrightProofMoney *money;
  BrightMoney sum;

  day->store++;
  if (subject == NULL)
    return FALSE;
  if (subject->attention)
    day->attention++;
  else if (strcmp (subject->state, "linked") == 0 || strcmp (subject->state, "cancelled") == 0)
    day->linked++;
  else if (strcmp (subject->state, "filtered") == 0 || strcmp (subject->state, "ignored") == 0)
    day->filtered++;
  else
    day->held++;
  if (strcmp (subject->state, "linked") != 0)
    return TRUE;
  money = get_money (day, head->currency);
  if (!sum_sales_orders (known, subject, &sum))
    return FALSE;
  return bright_money_add (&money->store, head->total)
         && bright_money_add (&money->brightpearl, sum) && sum == head->total;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const BrightProofDay *one = *(BrightProofDay *const *)a;
  const BrightProofDay *other = *(BrightProofDay *const *)b;

  return strcmp (one->day, other->day);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) totals = g_hash_table_new (g_int64_hash, g_int64_equal);
  Known known = { subjects, totals };
  BrightProof *proof = bright_proof_new ();

  making->proof = proof;
  for (guint i = 0; i < making->subjects->len; i++)
    g_hash_table_insert (subjects, &((BrightSubject *)making->subjects->pdata[i])->number,
                         making->subjects->pdata[i]);
  for (guint i = 0; i < making->totals->len; i++)
    g_hash_table_insert (totals, &((Total *)making->totals->pdata[i])->id,
                         making->totals->pdata[i]);
  for (guint i = 0; i < making->heads->len; i++)
    {
      const BrightStoreHead *head = &g_array_index (making->heads, BrightStoreHead, i);
      BrightProofDay *day
          = get_day (proof, bright_time_format_date (head->date_created, making->zone));

      day->is_complete = prove_order (&known, day, head) && day->is_complete;
      proof->is_complete = day->is_complete && proof->is_complete;
    }
  g_ptr_array_sort (proof->days, compare_days);
  g_task_return_boolean (task, TRUE);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&making->proof),
                           (GDestroyNotify)bright_proof_free);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  bright_proof_keep (making->proof, batch, bright_sync_get_time (making->sync));
  bright_journal_commit_async (making->sync->journal, g_steal_pointer (&batch), NULL, committed_cb,
                               g_steal_pointer (&task));
}

static void
totals_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  making->totals = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (making->totals == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work = g_task_new (NULL, NULL, made_cb, g_steal_pointer (&task));
  g_task_set_source_tag (work, bright_proof_make_async);
  g_task_set_task_data (work, making, NULL);
  g_task_run_in_thread (work, make_in_thread);
}

static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  making->subjects = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);
  if (making->subjects == NULL)
    g_task_return_error (task, error);
  else
    bright_journal_load_facts_async (BRIGHT_JOURNAL (source), BRIGHT_FACT_SALES_ORDER, NULL,
                                     &total_type, g_task_get_cancellable (task), totals_loaded_cb,
                                     g_object_ref (task));
}

void
bright_proof_make_async (BrightSync *sync,
                         GArray *heads,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);
  const BrightpearlConfiguration *configuration = bright_world_get_configuration (sync->world);
  BrightSubjectQuery query = { .flow = "orders" };

  g_task_set_source_tag (task, bright_proof_make_async);
  making->sync = sync;
  making->heads = g_array_ref (heads);
  if (configuration != NULL)
    making->zone = g_time_zone_new_identifier (configuration->time_zone);
  g_task_set_task_data (task, making, making_free);
  bright_journal_load_subjects_async (sync->journal, &query, cancellable, subjects_loaded_cb, task);
}

BrightProof *
bright_proof_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
