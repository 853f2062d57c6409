/* The orders flow: taking orders from the journal into the working set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three reads: the store's orders, where they are, and the sales orders that
 * they are linked to. Orders whose stock was short are looked at with what can
 * be sold now, so that a reservation is asked for again only when it helps.
 */
#include "bright-order-flow.h"

#include "bright-steps.h"
#include "bright-sync-pauses.h"

#include <string.h>

typedef struct
{
  GTask *task; /* the flow's (owned) */
  BrightOrderFlow *flow;
  GStrv keys;
  GStrv names;
  GPtrArray *orders;  /* of BigcommerceOrder */
  GPtrArray *actives; /* (unowned elements) */
  GStrv sales_orders;
} Loading;

static void
loading_free (Loading *loading)
{
  g_strfreev (loading->keys);
  g_strfreev (loading->names);
  g_strfreev (loading->sales_orders);
  g_clear_pointer (&loading->orders, g_ptr_array_unref);
  g_clear_pointer (&loading->actives, g_ptr_array_unref);
  g_object_unref (loading->task);
  g_free (loading);
}

static void
finish (Loading *loading, GError *error)
{
  BrightOrderFlow *flow = loading->flow;

  flow->is_loading = FALSE;
  flow->under_way--;
  if (error != NULL)
    bright_order_flow_fail (flow, error);
  else
    for (guint i = 0; i < loading->actives->len; i++)
      bright_order_flow_make_ready (flow, loading->actives->pdata[i]);
  bright_order_flow_schedule (flow);
  loading_free (loading);
}

static void
facts_loaded (gpointer user_data, GError *error)
{
  finish (user_data, error);
}

/* The last of the reads: what else is known about the orders. */
static void
load_facts (Loading *loading)
{
  bright_order_flow_load_facts (loading->flow, loading->actives, facts_loaded, loading);
}

static gboolean
is_short (const BrightOrderPart *part)
{
  return strcmp (part->reservation, "part") == 0 || strcmp (part->reservation, "none") == 0;
}

/* Asks again where one of the products that are short can be sold now. */
static void
reconsider_stock (BrightActiveOrder *active, GHashTable *availability)
{
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      BrightOrderPart *part = active->link->parts->pdata[i];
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      if (!is_short (part) || sales_order == NULL)
        continue;
      for (guint j = 0; j < sales_order->rows->len; j++)
        {
          const BrightpearlRow *row = sales_order->rows->pdata[j];
          const gint64 *units = g_hash_table_lookup (availability, &row->product_id);

          if (units != NULL && *units > 0)
            part->retry_reservation = TRUE;
        }
    }
}

static void
availability_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  GError *error = NULL;
  g_autoptr (GHashTable) availability = brightpearl_client_read_availability_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);

  if (availability != NULL)
    for (guint i = 0; i < loading->actives->len; i++)
      reconsider_stock (loading->actives->pdata[i], availability);
  if (error != NULL)
    finish (loading, error);
  else
    load_facts (loading);
}

/* Products of rows that may be short, and are tracked as far as known. */
static void
collect_short_products (const BrightActiveOrder *active, BrightWorld *world, GHashTable *products)
{
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[i];

      if (sales_order == NULL || !is_short (active->link->parts->pdata[i]))
        continue;
      for (guint j = 0; j < sales_order->rows->len; j++)
        {
          BrightpearlRow *row = sales_order->rows->pdata[j];

          if (row->product_id != BRIGHTPEARL_FREE_TEXT_PRODUCT && !row->is_bundle_parent)
            g_hash_table_add (products, &row->product_id);
        }
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
check_stock (Loading *loading)
{
  BrightSync *sync = loading->flow->sync;
  g_autoptr (GHashTable) products = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < loading->actives->len; i++)
    collect_short_products (loading->actives->pdata[i], sync->world, products);
  g_hash_table_iter_init (&iter, products);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  if (ids->len == 0)
    {
      load_facts (loading);
      return;
    }
  g_array_sort (ids, compare_ids);
  brightpearl_client_read_availability_async (sync->brightpearl, ids,
                                              sync->settings->orders.warehouse_id,
                                              sync->cancellable, availability_read_cb, loading);
}

static void
place_sales_order (BrightOrderFlow *flow, BrightpearlSalesOrder *sales_order)
{
  gint64 id = bright_parse_external_reference (sales_order->external_ref);
  BrightActiveOrder *active = g_hash_table_lookup (flow->active, &id);

  for (guint i = 0; active != NULL && i < active->link->parts->len; i++)
    {
      const BrightOrderPart *part = active->link->parts->pdata[i];

      if (part->sales_order_id == sales_order->id)
        {
          gboolean is_stale = part->is_stale;

          bright_active_order_take_sales_order (active, i, sales_order);
          ((BrightOrderPart *) active->link->parts->pdata[i])->is_stale = is_stale;
          return;
        }
    }
  brightpearl_sales_order_free (sales_order);
}

static void
sales_orders_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) sales_orders
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (sales_orders == NULL)
    {
      finish (loading, error);
      return;
    }
  while (sales_orders->len > 0)
    place_sales_order (loading->flow,
                       g_ptr_array_steal_index (sales_orders, sales_orders->len - 1));
  check_stock (loading);
}

/* What was refused is tried again now, save a cancellation about which nothing has changed. */
static void
forget_refusal (BrightOrderFlow *flow, BrightActiveOrder *active)
{
  BrightOrderLink *link = active->link;

  if (bright_order_link_get_refusal (link, BRIGHT_STEP_CANCEL_SALES_ORDER) != NULL
      && !g_hash_table_contains (flow->sync->undecided, &active->order->id)
      && !bright_sync_is_approved (flow->sync, "orders", active->subject->subject))
    return;
  bright_order_link_forgive (link, NULL);
}

/* While orders are paused, those that are not in Brightpearl as a whole stay as they are. */
static gboolean
must_wait (const BrightSync *sync, const BrightActiveOrder *active)
{
  if ((sync->left_out & (1u << BRIGHT_PAUSABLE_ORDERS)) == 0)
    return FALSE;
  for (guint i = 0; i < active->link->parts->len; i++)
    if (((BrightOrderPart *) active->link->parts->pdata[i])->sales_order_id == 0)
      return TRUE;
  return active->link->parts->len == 0;
}

static gboolean
activate (Loading *loading, GPtrArray *subjects, GError **error)
{
  BrightOrderFlow *flow = loading->flow;
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < subjects->len; i++)
    g_hash_table_insert (by_number, &((BrightSubject *) subjects->pdata[i])->number,
                         subjects->pdata[i]);
  g_ptr_array_set_free_func (subjects, NULL);
  while (loading->orders->len > 0)
    {
      BigcommerceOrder *order
          = g_ptr_array_steal_index (loading->orders, loading->orders->len - 1);
      BrightSubject *subject = g_hash_table_lookup (by_number, &order->id);
      BrightActiveOrder *active;

      g_hash_table_remove (by_number, &order->id);
      active = bright_active_order_new (flow->sync, order, subject, error);
      if (active == NULL)
        return FALSE;
      if (must_wait (flow->sync, active))
        {
          bright_sync_add_undecided (flow->sync, active->order->id);
          bright_active_order_free (active);
          continue;
        }
      forget_refusal (flow, active);
      g_hash_table_replace (flow->active, &active->order->id, active);
      g_ptr_array_insert (loading->actives, 0, active);
    }
  return TRUE;
}

static void
collect_sales_orders (Loading *loading)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < loading->actives->len; i++)
    {
      const BrightActiveOrder *active = loading->actives->pdata[i];

      for (guint j = 0; j < active->link->parts->len; j++)
        {
          const BrightOrderPart *part = active->link->parts->pdata[j];
          g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, part->sales_order_id);

          if (part->sales_order_id != 0)
            g_strv_builder_add (builder, key);
        }
    }
  loading->sales_orders = g_strv_builder_end (builder);
}

static void
subjects_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL || !activate (loading, subjects, &error))
    {
      finish (loading, error);
      return;
    }
  collect_sales_orders (loading);
  if (loading->sales_orders[0] == NULL)
    finish (loading, NULL);
  else
    bright_journal_load_facts_async (
        loading->flow->sync->journal, BRIGHT_FACT_SALES_ORDER,
        (const char *const *) loading->sales_orders, &brightpearl_sales_order_type,
        loading->flow->sync->cancellable, sales_orders_loaded_cb, loading);
}

static void
orders_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  BrightSync *sync = loading->flow->sync;
  BrightSubjectQuery query = { .names = (const char *const *) loading->names };
  GError *error = NULL;

  loading->orders = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);
  if (loading->orders == NULL)
    finish (loading, error);
  else
    bright_journal_load_subjects_async (sync->journal, &query, sync->cancellable,
                                        subjects_loaded_cb, loading);
}

void
bright_order_flow_load (BrightOrderFlow *flow, guint count)
{
  Loading *loading = g_new0 (Loading, 1);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint end = MIN (flow->next_work + count, flow->work->len);

  for (; flow->next_work < end; flow->next_work++)
    {
      gint64 id = g_array_index (flow->work, gint64, flow->next_work);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *name = g_strdup_printf ("order %" G_GINT64_FORMAT, id);

      g_strv_builder_add (keys, key);
      g_strv_builder_add (names, name);
    }
  loading->flow = flow;
  loading->task = g_object_ref (flow->task);
  loading->actives = g_ptr_array_new ();
  loading->keys = g_strv_builder_end (keys);
  loading->names = g_strv_builder_end (names);
  flow->is_loading = TRUE;
  flow->under_way++;
  bright_journal_load_facts_async (flow->sync->journal, BRIGHT_FACT_ORDER,
                                   (const char *const *) loading->keys, &bigcommerce_order_type,
                                   flow->sync->cancellable, orders_loaded_cb, loading);
}
