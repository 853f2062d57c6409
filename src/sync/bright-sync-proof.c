/* The sync service: the proof that nothing is missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's orders since go-live are listed anew, without looking at what is
 * known of them, and each is looked for in the journal. Days are those of the
 * account's zone. Money is compared for orders that are linked: the store's
 * total with the sum of their sales orders.
 */
#include "bright-order-link.h"
#include "bright-sync-service-private.h"

#include "bright-time.h"

#include <string.h>

typedef struct
{
  BrightSyncService *service; /* (unowned): the task's source */
  BrightSettingsSnapshot *settings;
  BigcommerceOrderQuery query;
  GPtrArray *orders;        /* of BigcommerceOrder: heads */
  GHashTable *seen;         /* order ids */
  GHashTable *subjects;     /* order id -> BrightSubject */
  GHashTable *sales_orders; /* sales order id -> BrightpearlSalesOrder */
  GTimeZone *zone;
} Proving;

static void read_page (GTask *task);

static void
proving_free (gpointer data)
{
  Proving *proving = data;

  bright_settings_snapshot_unref (proving->settings);
  g_ptr_array_unref (proving->orders);
  g_hash_table_unref (proving->seen);
  g_clear_pointer (&proving->subjects, g_hash_table_unref);
  g_clear_pointer (&proving->sales_orders, g_hash_table_unref);
  g_clear_pointer (&proving->zone, g_time_zone_unref);
  g_free (proving);
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
  day = g_new0 (BrightProofDay, 1);
  day->day = name;
  day->money = g_ptr_array_new_with_free_func (money_free);
  g_ptr_array_add (proof->days, day);
  return day;
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
sum_sales_orders (Proving *proving, const BrightSubject *subject, BrightMoney *sum)
{
  g_autoptr (BrightOrderLink) link
      = bright_record_read_text (&bright_order_link_type, subject->link, NULL);

  *sum = 0;
  for (guint i = 0; link != NULL && i < link->parts->len; i++)
    {
      const BrightOrderPart *part = link->parts->pdata[i];
      const BrightpearlSalesOrder *sales_order
          = g_hash_table_lookup (proving->sales_orders, &part->sales_order_id);

      if (sales_order == NULL || !bright_money_add (sum, sales_order->total_gross))
        return FALSE;
    }
  return link != NULL && link->parts->len > 0;
}

static gboolean
prove_order (Proving *proving, BrightProofDay *day, const BigcommerceOrder *order)
{
  const BrightSubject *subject = g_hash_table_lookup (proving->subjects, &order->id);
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
  money = get_money (day, order->currency);
  if (!sum_sales_orders (proving, subject, &sum))
    return FALSE;
  return bright_money_add (&money->store, order->total_inc_tax)
         && bright_money_add (&money->brightpearl, sum) && sum == order->total_inc_tax;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const BrightProofDay *one = *(BrightProofDay *const *)a;
  const BrightProofDay *other = *(BrightProofDay *const *)b;

  return strcmp (one->day, other->day);
}

static void
finish (GTask *task)
{
  Proving *proving = g_task_get_task_data (task);
  BrightProof *proof = g_new0 (BrightProof, 1);

  proof->days = g_ptr_array_new_with_free_func (day_free);
  proof->is_complete = TRUE;
  for (guint i = 0; i < proving->orders->len; i++)
    {
      const BigcommerceOrder *order = proving->orders->pdata[i];
      BrightProofDay *day
          = get_day (proof, bright_time_format_date (order->date_created, proving->zone));

      proof->is_complete = prove_order (proving, day, order) && proof->is_complete;
    }
  g_ptr_array_sort (proof->days, compare_days);
  g_task_return_pointer (task, proof, (GDestroyNotify)bright_proof_free);
  g_object_unref (task);
}

static void
sales_orders_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proving *proving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) sales_orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (sales_orders == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  proving->sales_orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                 (GDestroyNotify)brightpearl_sales_order_free);
  while (sales_orders->len > 0)
    {
      BrightpearlSalesOrder *sales_order
          = g_ptr_array_steal_index (sales_orders, sales_orders->len - 1);

      g_hash_table_replace (proving->sales_orders, &sales_order->id, sales_order);
    }
  finish (task);
}

static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proving *proving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  proving->subjects = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify)bright_subject_free);
  while (subjects->len > 0)
    {
      BrightSubject *subject = g_ptr_array_steal_index (subjects, subjects->len - 1);

      g_hash_table_replace (proving->subjects, &subject->number, subject);
    }
  bright_journal_load_facts_async (BRIGHT_JOURNAL (source), BRIGHT_FACT_SALES_ORDER, NULL,
                                   &brightpearl_sales_order_type, g_task_get_cancellable (task),
                                   sales_orders_loaded_cb, task);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proving *proving = g_task_get_task_data (task);
  BrightSubjectQuery query = { .flow = "orders" };
  gboolean more = FALSE;
  gint64 server_time;
  g_auto (GStrv) broken = NULL;
  GError *error = NULL;
  gint64 last = proving->query.minimum_id;
  g_autoptr (GPtrArray) orders = bigcommerce_client_list_orders_finish (
      BIGCOMMERCE_CLIENT (source), result, &more, &server_time, &broken, &error);

  if (orders == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_ptr_array_set_free_func (orders, NULL);
  for (guint i = 0; i < orders->len; i++)
    {
      BigcommerceOrder *order = orders->pdata[i];

      last = MAX (last, order->id);
      if (g_hash_table_add (proving->seen, &order->id))
        g_ptr_array_add (proving->orders, order);
      else
        bigcommerce_order_free (order);
    }
  if (more && last > proving->query.minimum_id)
    {
      proving->query.minimum_id = last;
      read_page (task);
    }
  else
    bright_journal_load_subjects_async (proving->service->journal, &query,
                                        g_task_get_cancellable (task), subjects_loaded_cb, task);
}

static void
read_page (GTask *task)
{
  Proving *proving = g_task_get_task_data (task);

  bigcommerce_client_list_orders_async (proving->service->sync->bigcommerce, &proving->query,
                                        g_task_get_cancellable (task), page_read_cb, task);
}

static void
reference_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proving *proving = g_task_get_task_data (task);
  const BrightpearlConfiguration *configuration;
  GError *error = NULL;

  if (!bright_reference_load_finish (result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  configuration = bright_world_get_configuration (proving->service->sync->world);
  if (configuration != NULL)
    proving->zone = g_time_zone_new_identifier (configuration->time_zone);
  read_page (task);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proving *proving = g_task_get_task_data (task);
  BrightSync *sync = proving->service->sync;
  GError *error = NULL;

  if (!bright_sync_service_connect_finish (BRIGHT_SYNC_SERVICE (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  bright_sync_begin (sync, proving->settings, NULL, TRUE, g_task_get_cancellable (task));
  bright_reference_load_async (sync, FALSE, reference_loaded_cb, task);
}

void
bright_sync_service_prove_async (BrightSyncService *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Proving *proving = g_new0 (Proving, 1);

  g_task_set_source_tag (task, bright_sync_service_prove_async);
  proving->service = self;
  proving->settings = bright_settings_snapshot (self->settings);
  proving->orders = bright_record_list_new (&bigcommerce_order_type);
  proving->seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  proving->query.created_since = proving->settings->schedule.go_live;
  proving->query.page = 1;
  proving->query.heads_only = TRUE;
  g_task_set_task_data (task, proving, proving_free);
  if (self->is_running)
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY,
                               "A sync is under way.");
      g_object_unref (task);
      return;
    }
  bright_sync_service_connect_async (self, cancellable, connected_cb, task);
}

BrightProof *
bright_sync_service_prove_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
