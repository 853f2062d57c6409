/* Facts about payments: the store's transactions, and what stands in Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Transactions cost one request for each order, so that they are asked for only
 * where decide says that they matter. What stands in Brightpearl is asked for
 * many orders at once, and only where it cannot be known: after a lost answer,
 * and before a sales credit is made.
 */
#include "bigcommerce-payments.h"
#include "bright-error.h"
#include "bright-mirrors.h"
#include "bright-payments.h"
#include "brightpearl-payments.h"

#include <string.h>

/* How far before the newest sales order that is known is looked for a sales credit of which
 * nothing is known: more than are made while a search index lags. */
#define LOOK_BACK 400

/* ---- Transactions ---- */

typedef struct
{
  gint64 order_id;
  gint64 time;
  char *state;
} TransactionsReading;

static void
transactions_reading_free (gpointer data)
{
  TransactionsReading *reading = data;

  g_free (reading->state);
  g_free (reading);
}

static void
transactions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TransactionsReading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) transactions
      = bigcommerce_client_list_transactions_finish (BIGCOMMERCE_CLIENT (source), result, &error);
  BigcommerceTransactions *record;
  GPtrArray *records;

  if (transactions == NULL
      && (bright_error_is_systemic (error) || bright_error_is_cancelled (error)))
    {
      g_task_return_error (task, error);
      return;
    }
  record = bright_record_new (&bigcommerce_transactions_type);
  record->order_id = reading->order_id;
  record->read_at = reading->time;
  g_free (record->state);
  record->state = g_steal_pointer (&reading->state);
  if (transactions != NULL)
    g_ptr_array_extend_and_steal (record->transactions, g_steal_pointer (&transactions));
  else
    {
      /* One order about which the store is silent must not stop the others. */
      g_free (record->failure);
      record->failure = g_strdup (error->message);
      g_error_free (error);
    }
  records = bright_record_list_new (&bigcommerce_transactions_type);
  g_ptr_array_add (records, record);
  g_task_return_pointer (task, records, (GDestroyNotify)g_ptr_array_unref);
}

void
bright_transactions_read_async (BrightSync *sync,
                                GPtrArray *actives,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const BrightActiveOrder *active = actives->pdata[0];
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  TransactionsReading *reading = g_new0 (TransactionsReading, 1);

  g_task_set_source_tag (task, bright_transactions_read_async);
  reading->order_id = active->order->id;
  reading->time = bright_clock_get_seconds (sync->clock);
  reading->state = bright_payments_describe_state (active->order, active->link);
  g_task_set_task_data (task, reading, transactions_reading_free);
  bigcommerce_client_list_transactions_async (sync->bigcommerce, active->order->id,
                                              sync->cancellable, transactions_read_cb, task);
}

/* ---- What stands in Brightpearl ---- */

typedef struct
{
  BrightSync *sync;
  GPtrArray *actives;  /* (unowned elements) */
  GArray *orders;      /* sales orders and sales credits */
  guint next;          /* the first of them that was not asked for */
  GArray *parents;     /* sales orders whose credits are looked for */
  gint64 after;        /* credits with higher ids are read past the search */
  GHashTable *records; /* sales order or credit id -> BrightpearlPayments (unowned) */
  GPtrArray *found;    /* of BrightpearlPayments */
} PaymentsReading;

static void read_payments (GTask *task);

static void
payments_reading_free (gpointer data)
{
  PaymentsReading *reading = data;

  g_ptr_array_unref (reading->actives);
  g_array_unref (reading->orders);
  g_array_unref (reading->parents);
  g_hash_table_unref (reading->records);
  g_clear_pointer (&reading->found, g_ptr_array_unref);
  g_free (reading);
}

static gint64
get_newest (const BrightSync *sync)
{
  return bright_sync_get_checkpoint_number (
      sync, bright_mirror_kinds[BRIGHTPEARL_MIRROR_SALES_ORDERS].read_to);
}

static void
add_id (PaymentsReading *reading, BrightpearlPayments *record, gint64 id)
{
  if (id <= 0)
    return;
  g_array_append_val (reading->orders, id);
  g_hash_table_insert (reading->records, g_memdup2 (&id, sizeof id), record);
}

/* Where reading past the search must begin to come upon a sales credit of the refund: after its
 * sales order, and after all that was known when it was looked for. */
static gint64
get_start (const PaymentsReading *reading,
           const BrightActiveOrder *active,
           const BrightRefundLink *refund)
{
  const BrightpearlPayments *before = active->facts[BRIGHT_ORDER_FACT_PAYMENTS];
  gint64 parent_id = MAX (0, ((BrightOrderPart *)active->link->parts->pdata[0])->sales_order_id);
  gint64 newest = get_newest (reading->sync);

  if (refund->is_looked_for && before != NULL)
    return MAX (parent_id, MIN (newest, before->newest));
  return MAX (parent_id, newest - LOOK_BACK);
}

static void
add_active (PaymentsReading *reading, const BrightActiveOrder *active)
{
  BrightpearlPayments *record = bright_record_new (&brightpearl_payments_type);
  gboolean looks_for_credit = FALSE;

  record->order_id = active->order->id;
  record->newest = get_newest (reading->sync);
  g_ptr_array_add (reading->found, record);
  for (guint i = 0; i < active->link->refunds->len; i++)
    {
      const BrightRefundLink *refund = active->link->refunds->pdata[i];

      add_id (reading, record, refund->credit_id);
      if (refund->credit_id != 0)
        continue;
      looks_for_credit = TRUE;
      reading->after = MIN (reading->after, get_start (reading, active, refund));
    }
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      const BrightOrderPart *part = active->link->parts->pdata[i];

      add_id (reading, record, part->sales_order_id);
      if (looks_for_credit && part->sales_order_id > 0)
        g_array_append_val (reading->parents, part->sales_order_id);
    }
}

static void
place_credits (PaymentsReading *reading, GPtrArray *credits)
{
  while (credits->len > 0)
    {
      BrightpearlCredit *credit = g_ptr_array_steal_index (credits, credits->len - 1);
      BrightpearlPayments *record = g_hash_table_lookup (reading->records, &credit->parent_id);

      if (record != NULL)
        g_ptr_array_add (record->credits, credit);
      else
        brightpearl_credit_free (credit);
    }
}

static void
newest_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PaymentsReading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) credits
      = brightpearl_client_list_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (credits == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  place_credits (reading, credits);
  g_task_return_pointer (task, g_steal_pointer (&reading->found),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
credits_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PaymentsReading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) credits
      = brightpearl_client_list_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (credits == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  place_credits (reading, credits);
  brightpearl_client_read_newest_credits_async (reading->sync->brightpearl, reading->after,
                                                reading->sync->cancellable, newest_read_cb,
                                                g_steal_pointer (&task));
}

static void
payments_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PaymentsReading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) payments
      = brightpearl_client_list_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (payments == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  while (payments->len > 0)
    {
      BrightpearlPayment *payment = g_ptr_array_steal_index (payments, payments->len - 1);
      BrightpearlPayments *record = g_hash_table_lookup (reading->records, &payment->order_id);

      if (record != NULL)
        g_ptr_array_add (record->payments, payment);
      else
        brightpearl_payment_free (payment);
    }
  read_payments (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_payments (GTask *task)
{
  PaymentsReading *reading = g_task_get_task_data (task);
  g_autofree char *set = NULL;

  if (reading->next < reading->orders->len)
    {
      set = brightpearl_format_id_set (reading->orders, reading->next, BRIGHTPEARL_ID_SET_SIZE);
      reading->next += BRIGHTPEARL_ID_SET_SIZE;
      brightpearl_client_list_payments_async (reading->sync->brightpearl, set,
                                              reading->sync->cancellable, payments_read_cb, task);
    }
  else if (reading->parents->len > 0)
    {
      /* A batch of orders never has more parts than fit; those beyond are read by id anyway. */
      set = brightpearl_format_id_set (reading->parents, 0, BRIGHTPEARL_ID_SET_SIZE);
      brightpearl_client_list_credits_async (reading->sync->brightpearl, set,
                                             reading->sync->cancellable, credits_read_cb, task);
    }
  else
    {
      g_task_return_pointer (task, g_steal_pointer (&reading->found),
                             (GDestroyNotify)g_ptr_array_unref);
      g_object_unref (task);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a;
  gint64 other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

void
bright_payments_read_async (BrightSync *sync,
                            GPtrArray *actives,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  PaymentsReading *reading = g_new0 (PaymentsReading, 1);

  g_task_set_source_tag (task, bright_payments_read_async);
  reading->sync = sync;
  reading->actives = g_ptr_array_ref (actives);
  reading->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading->parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading->after = G_MAXINT64;
  reading->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading->found = bright_record_list_new (&brightpearl_payments_type);
  g_task_set_task_data (task, reading, payments_reading_free);
  for (guint i = 0; i < actives->len; i++)
    add_active (reading, actives->pdata[i]);
  g_array_sort (reading->orders, compare_ids);
  read_payments (task);
}

GPtrArray *
bright_payments_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
