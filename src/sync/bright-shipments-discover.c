/* Discover: goods-out notes that were shipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One search each time tells which notes were shipped since the last one; which
 * of them belong to orders of the store is looked up in the journal. Their
 * orders are announced: decide then asks for all notes of the order, many
 * orders at a time.
 */
#include "bright-shipments-private.h"
#include "brightpearl-goods-out.h"

#include <string.h>

#define CHECKPOINT_SINCE "shipments:since"
#define CHECKPOINT_SEEN "shipments:seen"
#define CHECKPOINT_TRIGGER "shipments:trigger"
/* Rows may reach the search index late. */
#define OVERLAP_SECONDS 600

typedef struct
{
  BrightSync *sync;
  gint64 started;
  guint first;
  GHashTable *seen; /* notes (as text) that the last search gave */
  GPtrArray *notes; /* of BrightpearlShippedNote */
  BrightJournalBatch *batch;
} Discovery;

/* What matters of a sales order here. */
typedef struct
{
  gint64 id;
  char *external_ref;
} Owner;

static const BrightField owner_fields[] = {
  BRIGHT_FIELD (Owner, INTEGER, id, "id"),
  BRIGHT_FIELD (Owner, STRING, external_ref, "externalRef"),
  {},
};

static const BrightRecordType owner_type = { "sales order", sizeof (Owner), owner_fields };

static void search (GTask *task);

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_hash_table_unref (discovery->seen);
  g_ptr_array_unref (discovery->notes);
  g_clear_pointer (&discovery->batch, bright_journal_batch_free);
  g_free (discovery);
}

/* Asks for all notes of an order to be read, and for it to be decided. */
static void
announce (Discovery *discovery, gint64 order_id)
{
  g_autoptr (BrightpearlGoodsNotes) record = bright_record_new (&brightpearl_goods_notes_type);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);
  g_autofree char *text = NULL;

  if (order_id == 0)
    return;
  record->order = order_id;
  record->is_announced = TRUE;
  text = bright_record_to_string (&brightpearl_goods_notes_type, record);
  bright_journal_batch_put_fact (discovery->batch,
                                 bright_order_fact_kinds[BRIGHT_ORDER_FACT_GOODS_OUT].kind, key,
                                 text, "", bright_sync_get_time (discovery->sync));
  bright_sync_add_undecided (discovery->sync, order_id);
}

static void
return_done (GTask *task)
{
  const Discovery *discovery = g_task_get_task_data (task);

  discovery->sync->shipped_read_at = discovery->sync->reread_at;
  g_task_return_boolean (task, TRUE);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    return_done (task);
  else
    g_task_return_error (task, error);
}

/* With the re-read of open orders: those whose notes may have changed. Takes @task. */
static void
finish (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;

  if (sync->shipped_read_at != sync->reread_at)
    {
      g_autoptr (GArray) orders = bright_recent_notes_list (sync, discovery->batch);

      for (guint i = 0; i < orders->len; i++)
        announce (discovery, g_array_index (orders, gint64, i));
    }
  if (bright_journal_batch_is_empty (discovery->batch))
    {
      return_done (task);
      g_object_unref (task);
      return;
    }
  bright_sync_save_undecided (sync, discovery->batch);
  bright_journal_commit_async (sync->journal, g_steal_pointer (&discovery->batch), NULL,
                               committed_cb, task);
}

static void
remember (Discovery *discovery)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  const char *before = bright_sync_get_checkpoint (discovery->sync, CHECKPOINT_SEEN);

  for (guint i = 0; i < discovery->notes->len; i++)
    g_string_append_printf (seen, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            ((BrightpearlShippedNote *) discovery->notes->pdata[i])->id);
  if (g_strcmp0 (before, seen->str) != 0)
    bright_sync_set_checkpoint (discovery->sync, discovery->batch, CHECKPOINT_SEEN, seen->str);
  bright_sync_set_checkpoint_number (discovery->sync, discovery->batch, CHECKPOINT_SINCE,
                                     discovery->started);
}

static void
owners_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) owners
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (owners == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < owners->len; i++)
    announce (discovery,
              bright_parse_external_reference (((Owner *) owners->pdata[i])->external_ref));
  remember (discovery);
  finish (g_steal_pointer (&task));
}

/* Takes @task. */
static void
find_owners (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **list = NULL;

  for (guint i = 0; i < discovery->notes->len; i++)
    {
      const BrightpearlShippedNote *note = discovery->notes->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, note->id);

      /* A transfer between warehouses is nobody's. */
      if (note->sales_order_id != 0 && !g_hash_table_contains (discovery->seen, id))
        g_hash_table_add (keys, g_strdup_printf ("%" G_GINT64_FORMAT, note->sales_order_id));
    }
  if (g_hash_table_size (keys) == 0)
    {
      remember (discovery);
      finish (task);
      return;
    }
  list = (const char **) g_hash_table_get_keys_as_array (keys, NULL);
  bright_journal_load_facts_async (discovery->sync->journal, BRIGHT_FACT_SALES_ORDER, list,
                                   &owner_type, discovery->sync->cancellable, owners_loaded_cb,
                                   task);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  gboolean more = FALSE;
  GError *error = NULL;
  GPtrArray *notes = brightpearl_client_search_shipped_finish (BRIGHTPEARL_CLIENT (source), result,
                                                               &more, &error);

  if (notes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  more = more && notes->len > 0;
  discovery->first += notes->len;
  g_ptr_array_extend_and_steal (discovery->notes, notes);
  if (more)
    search (g_steal_pointer (&task));
  else
    find_owners (g_steal_pointer (&task));
}

/* Takes @task. */
static void
search (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  gint64 since = bright_sync_get_checkpoint_number (discovery->sync, CHECKPOINT_SINCE);

  if (discovery->sync->settings->fulfillment.trigger != BRIGHT_SHIPMENT_TRIGGER_GOODS_OUT_NOTE)
    {
      finish (task);
      return;
    }
  brightpearl_client_search_shipped_async (
      discovery->sync->brightpearl, (since != 0 ? since : discovery->started) - OVERLAP_SECONDS,
      discovery->first, discovery->sync->cancellable, searched_cb, task);
}

static char *
describe_trigger (const BrightFulfillmentValues *fulfillment)
{
  if (fulfillment->trigger == BRIGHT_SHIPMENT_TRIGGER_GOODS_OUT_NOTE)
    return g_strdup ("goods-out-note");
  return g_strdup_printf ("order-status %" G_GINT64_FORMAT, fulfillment->trigger_status_id);
}

/* Shipments were switched on: each linked order gets its first look. */
static void
linked_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  g_autofree char *trigger = describe_trigger (&sync->settings->fulfillment);
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < subjects->len; i++)
    bright_sync_add_undecided (sync, ((BrightSubject *) subjects->pdata[i])->number);
  bright_sync_set_checkpoint (sync, discovery->batch, CHECKPOINT_TRIGGER, trigger);
  search (g_steal_pointer (&task));
}

/* Notes that the last search gave come again, for the searches overlap. */
static void
load_seen (Discovery *discovery)
{
  const char *text = bright_sync_get_checkpoint (discovery->sync, CHECKPOINT_SEEN);
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : "", ",", -1);

  for (char **id = ids; *id != NULL; id++)
    g_hash_table_add (discovery->seen, g_strdup (*id));
}

void
bright_shipments_discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);
  g_autofree char *trigger = describe_trigger (&sync->settings->fulfillment);
  BrightSubjectQuery linked = { .flow = "orders", .state = "linked" };

  g_task_set_source_tag (task, bright_shipments_discover_async);
  discovery->sync = sync;
  discovery->started = bright_sync_get_time (sync);
  discovery->first = 1;
  discovery->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  discovery->notes = bright_record_list_new (&brightpearl_shipped_note_type);
  discovery->batch = bright_journal_batch_new ();
  g_task_set_task_data (task, discovery, discovery_free);
  load_seen (discovery);
  if (g_strcmp0 (bright_sync_get_checkpoint (sync, CHECKPOINT_TRIGGER), trigger) == 0)
    search (task);
  else
    bright_journal_load_subjects_async (sync->journal, &linked, sync->cancellable,
                                        linked_loaded_cb, task);
}

gboolean
bright_shipments_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
