/* The sync service: one order whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One read of the journal after another: where it is, the order, its sales
 * orders, and what else is known about it.
 */
#include "bright-order-flows.h"
#include "bright-order-sides.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static const BrightField answer_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightRawAnswer, STRING, title, "title"),
  BRIGHT_FIELD_NEEDED (BrightRawAnswer, STRING, text, "text"),
  {},
};

const BrightRecordType bright_raw_answer_type
    = { "answer", sizeof (BrightRawAnswer), answer_fields };

void
bright_order_detail_free (BrightOrderDetail *detail)
{
  if (detail == NULL)
    return;
  bright_explanation_free (detail->explanation);
  g_ptr_array_unref (detail->sides);
  g_ptr_array_unref (detail->answers);
  g_free (detail);
}

typedef struct
{
  char *key;                 /* the order's number */
  BrightOrderDetail *detail; /* (nullable): the task's, until it goes to whoever asked */
  BigcommerceOrder *order;   /* (nullable) */
  BrightOrderLink *link;     /* (nullable) */
  GPtrArray *sales_orders;
  GPtrArray *facts[BRIGHT_N_ORDER_FACTS]; /* (nullable): of one record, or empty */
  guint fact;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_free (loading->key);
  bright_order_detail_free (loading->detail);
  bigcommerce_order_free (loading->order);
  bright_order_link_free (loading->link);
  g_clear_pointer (&loading->sales_orders, g_ptr_array_unref);
  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    g_clear_pointer (&loading->facts[i], g_ptr_array_unref);
  g_free (loading);
}

/* Takes @title. */
static void
add_answer (Loading *loading, char *title, const BrightRecordType *type, gconstpointer record)
{
  BrightRawAnswer *answer = bright_record_new (&bright_raw_answer_type);
  g_autoptr (JsonNode) node = bright_record_write (type, record);

  g_free (answer->title);
  answer->title = title;
  g_free (answer->text);
  answer->text = json_to_string (node, TRUE);
  g_ptr_array_add (loading->detail->answers, answer);
}

static const char *
get_fact_title (BrightOrderFact fact)
{
  switch (fact)
    {
    case BRIGHT_ORDER_FACT_TRANSACTIONS:
      return _ ("Transactions in BigCommerce");
    case BRIGHT_ORDER_FACT_SHIPMENTS:
      return _ ("Shipments in BigCommerce");
    case BRIGHT_ORDER_FACT_REFUNDS:
      return _ ("Refunds in BigCommerce");
    case BRIGHT_ORDER_FACT_FIELDS:
      return _ ("Custom fields in Brightpearl");
    case BRIGHT_ORDER_FACT_GOODS_OUT:
      return _ ("Goods-out notes in Brightpearl");
    case BRIGHT_ORDER_FACT_PAYMENTS:
      return _ ("Payments in Brightpearl");
    case BRIGHT_ORDER_FACT_ORDER:
    default:
      return NULL; /* it only says that the order was read again */
    }
}

static void
add_answers (Loading *loading)
{
  add_answer (loading, g_strdup_printf (_ ("Order %s in BigCommerce"), loading->key),
              &bigcommerce_order_type, loading->order);
  for (guint i = 0; i < loading->sales_orders->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = loading->sales_orders->pdata[i];

      add_answer (loading,
                  g_strdup_printf (_ ("Sales order %" PRId64 " in Brightpearl"), sales_order->id),
                  &brightpearl_sales_order_type, sales_order);
    }
  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    if (get_fact_title (i) != NULL && loading->facts[i] != NULL && loading->facts[i]->len > 0)
      add_answer (loading, g_strdup (get_fact_title (i)), bright_order_fact_kinds[i].type,
                  loading->facts[i]->pdata[0]);
}

static void
finish (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (BrightSettingsSnapshot) settings = bright_settings_snapshot (self->settings);
  BrightOrderSidesCase sides_case = {
    .order = loading->order,
    .link = loading->link,
    .sales_orders = loading->sales_orders,
    .settings = settings,
    .choices = self->choices,
  };

  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    if (loading->facts[i] != NULL && loading->facts[i]->len > 0)
      sides_case.facts[i] = loading->facts[i]->pdata[0];
  g_ptr_array_unref (loading->detail->sides);
  loading->detail->sides = bright_order_sides_make (&sides_case);
  add_answers (loading);
  g_task_return_pointer (task, g_steal_pointer (&loading->detail),
                         (GDestroyNotify)bright_order_detail_free);
}

static void load_next (GTask *task);

static void
fact_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->facts[loading->fact]
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (loading->facts[loading->fact] == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  loading->fact++;
  load_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
load_next (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  const char *keys[] = { loading->key, NULL };

  while (loading->fact < BRIGHT_N_ORDER_FACTS && get_fact_title (loading->fact) == NULL)
    loading->fact++;
  if (loading->fact < BRIGHT_N_ORDER_FACTS && self->journal != NULL)
    {
      const BrightOrderFactKind *kind = &bright_order_fact_kinds[loading->fact];

      bright_journal_load_facts_async (self->journal, kind->kind, keys, kind->type,
                                       g_task_get_cancellable (task), fact_loaded_cb, task);
      return;
    }
  finish (task);
  g_object_unref (task);
}

static void
sales_orders_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->sales_orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (loading->sales_orders != NULL)
    load_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
load_sales_orders (GTask *task, BrightJournal *journal)
{
  const Loading *loading = g_task_get_task_data (task);
  GArray *ids = loading->detail->explanation->sales_orders;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  bright_journal_load_facts_async (journal, BRIGHT_FACT_SALES_ORDER, (const char *const *)keys,
                                   &brightpearl_sales_order_type, g_task_get_cancellable (task),
                                   sales_orders_loaded_cb, g_object_ref (task));
}

static gboolean
read_link (Loading *loading, GError **error)
{
  const char *text = loading->detail->explanation->subject->link;

  loading->link = text[0] != '\0' ? bright_record_read_text (&bright_order_link_type, text, error)
                                  : bright_record_new (&bright_order_link_type);
  return loading->link != NULL;
}

static void
order_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (orders == NULL || !read_link (loading, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (orders->len == 0)
    {
      g_task_return_pointer (task, g_steal_pointer (&loading->detail),
                             (GDestroyNotify)bright_order_detail_free);
      return;
    }
  loading->order = g_ptr_array_steal_index (orders, 0);
  load_sales_orders (task, BRIGHT_JOURNAL (source));
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (source);
  Loading *loading = g_task_get_task_data (task);
  const char *keys[] = { loading->key, NULL };
  GError *error = NULL;

  loading->detail->explanation = bright_sync_service_explain_finish (self, result, &error);
  if (loading->detail->explanation == NULL)
    g_task_return_error (task, error);
  else if (self->journal == NULL)
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "the journal is closed");
  else
    bright_journal_load_facts_async (self->journal, BRIGHT_FACT_ORDER, keys,
                                     &bigcommerce_order_type, g_task_get_cancellable (task),
                                     order_loaded_cb, g_object_ref (task));
}

void
bright_sync_service_load_order_async (BrightSyncService *self,
                                      gint64 order_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  Loading *loading;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  loading = g_new0 (Loading, 1);
  g_task_set_source_tag (task, bright_sync_service_load_order_async);
  loading->key = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);
  loading->detail = g_new0 (BrightOrderDetail, 1);
  loading->detail->sides = bright_record_list_new (&bright_order_side_type);
  loading->detail->answers = bright_record_list_new (&bright_raw_answer_type);
  g_task_set_task_data (task, loading, loading_free);
  bright_sync_service_explain_async (self, order_id, cancellable, explained_cb, task);
}

BrightOrderDetail *
bright_sync_service_load_order_finish (BrightSyncService *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
