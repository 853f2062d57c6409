/* The orders flow: facts about orders, from the journal and from the platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flow.h"

#include <string.h>

/* ---- From the journal ---- */

typedef struct
{
  GTask *task; /* the flow's (owned) */
  BrightOrderFlow *flow;
  GPtrArray *actives;
  guint fact;
  void (*ended) (gpointer user_data, GError *error);
  gpointer user_data;
} Loading;

static void load_next (Loading *loading);

static void
end_loading (Loading *loading, GError *error)
{
  loading->ended (loading->user_data, error);
  g_ptr_array_unref (loading->actives);
  g_object_unref (loading->task);
  g_free (loading);
}

/* Every record begins with the order's number. */
static void
place (BrightOrderFlow *flow, guint fact, gpointer record)
{
  BrightActiveOrder *active = g_hash_table_lookup (flow->active, record);

  if (active == NULL)
    {
      bright_record_free (bright_order_fact_kinds[fact].type, record);
      return;
    }
  bright_record_free (bright_order_fact_kinds[fact].type, active->facts[fact]);
  active->facts[fact] = record;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (records == NULL)
    {
      end_loading (loading, error);
      return;
    }
  while (records->len > 0)
    place (loading->flow, loading->fact, g_ptr_array_steal_index (records, records->len - 1));
  loading->fact++;
  load_next (loading);
}

static GStrv
collect_keys (GPtrArray *actives)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < actives->len; i++)
    {
      const BrightActiveOrder *active = actives->pdata[i];
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, active->order->id);

      if (active->link->parts->len > 0)
        g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

static gboolean
any_flow_is_enabled (const BrightSettingsSnapshot *settings)
{
  for (guint i = 0; bright_flows[i] != NULL; i++)
    if (bright_flows[i]->decide != NULL && bright_flows[i]->is_enabled (settings))
      return TRUE;
  return FALSE;
}

static void
load_next (Loading *loading)
{
  BrightSync *sync = loading->flow->sync;
  g_auto (GStrv) keys = collect_keys (loading->actives);

  while (loading->fact < BRIGHT_N_ORDER_FACTS
         && bright_order_fact_kinds[loading->fact].kind == NULL)
    loading->fact++;
  if (loading->fact == BRIGHT_N_ORDER_FACTS || keys[0] == NULL
      || !any_flow_is_enabled (sync->settings))
    {
      end_loading (loading, NULL);
      return;
    }
  bright_journal_load_facts_async (sync->journal, bright_order_fact_kinds[loading->fact].kind,
                                   (const char *const *) keys,
                                   bright_order_fact_kinds[loading->fact].type, sync->cancellable,
                                   loaded_cb, loading);
}

void
bright_order_flow_load_facts (BrightOrderFlow *flow,
                              GPtrArray *actives,
                              void (*ended) (gpointer user_data, GError *error),
                              gpointer user_data)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->flow = flow;
  loading->task = g_object_ref (flow->task);
  loading->actives = g_ptr_array_ref (actives);
  loading->ended = ended;
  loading->user_data = user_data;
  load_next (loading);
}

/* ---- From the platforms ---- */

typedef struct
{
  GTask *task; /* the flow's (owned) */
  BrightOrderFlow *flow;
  GPtrArray *actives; /* (unowned elements) */
  guint fact;
} Reading;

/* An order for which nothing came back is asked for again only when somebody wants it to be. */
static void
keep (BrightOrderFlow *flow, guint fact, gpointer record)
{
  const BrightOrderFactKind *kind = &bright_order_fact_kinds[fact];
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) record);
  g_autofree char *text = bright_record_to_string (kind->type, record);

  bright_journal_batch_put_fact (bright_order_flow_get_batch (flow), kind->kind, key, text, "",
                                 bright_sync_get_time (flow->sync));
  place (flow, fact, record);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  BrightOrderFlow *flow = reading->flow;
  GError *error = NULL;
  g_autoptr (GPtrArray) records
      = bright_order_fact_kinds[reading->fact].read_finish (result, &error);

  flow->under_way--;
  while (records != NULL && records->len > 0)
    keep (flow, reading->fact, g_ptr_array_steal_index (records, records->len - 1));
  for (guint i = 0; records != NULL && i < reading->actives->len; i++)
    {
      BrightActiveOrder *active = reading->actives->pdata[i];

      active->link->stale_facts &= ~(G_GINT64_CONSTANT (1) << reading->fact);
      bright_active_order_keep (active, bright_order_flow_get_batch (flow));
      bright_order_flow_make_ready (flow, active);
    }
  if (records == NULL)
    bright_order_flow_fail (flow, error);
  bright_order_flow_schedule (flow);
  g_ptr_array_unref (reading->actives);
  g_object_unref (reading->task);
  g_free (reading);
}

static void
read_fact (BrightOrderFlow *flow, guint fact)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->flow = flow;
  reading->task = g_object_ref (flow->task);
  reading->actives = g_ptr_array_new ();
  reading->fact = fact;
  while (flow->facts[fact].length > 0
         && reading->actives->len < bright_order_fact_kinds[fact].batch)
    g_ptr_array_add (reading->actives, g_queue_pop_head (&flow->facts[fact]));
  flow->under_way++;
  bright_order_fact_kinds[fact].read_async (flow->sync, reading->actives, read_cb, reading);
}

void
bright_order_flow_read_facts (BrightOrderFlow *flow, gboolean partial)
{
  for (guint fact = 0; fact < BRIGHT_N_ORDER_FACTS; fact++)
    while (flow->facts[fact].length > 0
           && (partial || flow->facts[fact].length >= bright_order_fact_kinds[fact].batch))
      read_fact (flow, fact);
}
