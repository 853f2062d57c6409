/* Discover: the custom fields of open sales orders, read again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit of a custom field need not move any date, so the fields are read
 * whenever open sales orders were read again in this sync. Several sales orders
 * of one order share the notes of the first, which has the lowest number unless
 * it is known otherwise. After a change of the settings that matter to notes
 * all of these orders are decided again.
 */
#include "bright-notes-flow.h"

#include "brightpearl-fields.h"

#include <string.h>

#define CHECKPOINT_SETTINGS "notes:settings"

typedef struct
{
  gint64 order;
  gint64 sales_order_id;
} Target;

typedef struct
{
  BrightSync *sync;
  GArray *targets; /* of Target, by the number of the order */
  guint offset;
  GHashTable *known; /* order -> BrightpearlFieldTexts, of the targets that are being read */
  char *settings; /* what matters to notes */
  gboolean decides_all;
} Discovery;

static void read_some (GTask *task);

static void
discovery_free (gpointer data)
{
  Discovery *discovery = data;

  g_array_unref (discovery->targets);
  g_hash_table_unref (discovery->known);
  g_free (discovery->settings);
  g_free (discovery);
}

static guint
get_end (const Discovery *discovery)
{
  return MIN (discovery->offset + BRIGHTPEARL_ID_SET_SIZE, discovery->targets->len);
}

static gboolean
are_equal (const BrightpearlFieldTexts *one, const BrightpearlFieldTexts *other)
{
  return one->sales_order_id == other->sales_order_id
         && strcmp (one->customer_field, other->customer_field) == 0
         && strcmp (one->customer, other->customer) == 0
         && strcmp (one->staff_field, other->staff_field) == 0
         && strcmp (one->staff, other->staff) == 0;
}

static gboolean
are_blank (const BrightpearlFieldTexts *texts)
{
  return texts->customer[0] == '\0' && texts->staff[0] == '\0';
}

static void
keep_changed (Discovery *discovery, BrightJournalBatch *batch, BrightpearlFieldTexts *texts)
{
  BrightSync *sync = discovery->sync;
  const BrightpearlFieldTexts *known = g_hash_table_lookup (discovery->known, &texts->order);
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  if (discovery->decides_all)
    bright_sync_add_undecided (sync, texts->order);
  if (known != NULL ? are_equal (known, texts) : are_blank (texts))
    return;
  texts->read_at = bright_clock_get_seconds (sync->clock);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, texts->order);
  text = bright_record_to_string (&brightpearl_field_texts_type, texts);
  bright_journal_batch_put_fact (batch, bright_order_fact_kinds[BRIGHT_ORDER_FACT_FIELDS].kind,
                                 key, text, "", bright_sync_get_time (sync));
  bright_sync_add_undecided (sync, texts->order);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @task. */
static void
finish (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();

  sync->fields_read_at = sync->reread_at;
  bright_sync_set_checkpoint (sync, batch, CHECKPOINT_SETTINGS, discovery->settings);
  bright_journal_commit_async (sync->journal, g_steal_pointer (&batch), NULL, finished_cb, task);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    read_some (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
fields_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) orders = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) read
      = brightpearl_client_read_fields_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (read == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = discovery->offset; i < get_end (discovery); i++)
    {
      Target *target = &g_array_index (discovery->targets, Target, i);

      g_hash_table_insert (orders, &target->sales_order_id, target);
    }
  for (guint i = 0; i < read->len; i++)
    {
      BrightpearlFieldTexts *texts = read->pdata[i];
      const Target *target = g_hash_table_lookup (orders, &texts->sales_order_id);

      if (target == NULL)
        continue;
      texts->order = target->order;
      keep_changed (discovery, batch, texts);
    }
  discovery->offset = get_end (discovery);
  bright_sync_save_undecided (discovery->sync, batch);
  bright_journal_commit_async (discovery->sync->journal, g_steal_pointer (&batch), NULL,
                               committed_cb, g_steal_pointer (&task));
}

/* Reads the fields of the next targets; takes @task. */
static void
read_fields (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *set = NULL;

  for (guint i = discovery->offset; i < get_end (discovery); i++)
    {
      Target *target = &g_array_index (discovery->targets, Target, i);
      const BrightpearlFieldTexts *known = g_hash_table_lookup (discovery->known, &target->order);

      if (known != NULL && known->sales_order_id > 0)
        target->sales_order_id = known->sales_order_id;
      g_array_append_val (ids, target->sales_order_id);
    }
  set = brightpearl_format_id_set (ids, 0, ids->len);
  brightpearl_client_read_fields_async (sync->brightpearl, set, &sync->settings->notes,
                                        sync->cancellable, fields_read_cb, task);
}

static void
known_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) known
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (known == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_hash_table_remove_all (discovery->known);
  while (known->len > 0)
    {
      BrightpearlFieldTexts *texts = g_ptr_array_steal_index (known, known->len - 1);

      g_hash_table_replace (discovery->known, &texts->order, texts);
    }
  read_fields (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_some (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  BrightSync *sync = discovery->sync;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  if (discovery->offset == discovery->targets->len)
    {
      finish (task);
      return;
    }
  for (guint i = discovery->offset; i < get_end (discovery); i++)
    {
      g_autofree char *key = g_strdup_printf (
          "%" G_GINT64_FORMAT, g_array_index (discovery->targets, Target, i).order);

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  bright_journal_load_facts_async (sync->journal,
                                   bright_order_fact_kinds[BRIGHT_ORDER_FACT_FIELDS].kind,
                                   (const char *const *) keys, &brightpearl_field_texts_type,
                                   sync->cancellable, known_loaded_cb, task);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const Target *one = a;
  const Target *other = b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  return one->sales_order_id < other->sales_order_id ? -1
                                                     : one->sales_order_id > other->sales_order_id;
}

/* Leaves the first sales order of each order. */
static void
drop_further_parts (GArray *targets)
{
  guint kept = 0;

  g_array_sort (targets, compare_targets);
  for (guint i = 0; i < targets->len; i++)
    {
      Target target = g_array_index (targets, Target, i);

      if (kept == 0 || g_array_index (targets, Target, kept - 1).order != target.order)
        g_array_index (targets, Target, kept++) = target;
    }
  g_array_set_size (targets, kept);
}

static void
digests_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Discovery *discovery = g_task_get_task_data (task);
  GError *error = NULL;
  GHashTableIter iter;
  gpointer key;
  gpointer digest;
  g_autoptr (GHashTable) digests
      = bright_journal_load_digests_finish (BRIGHT_JOURNAL (source), result, &error);

  if (digests == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &key, &digest))
    {
      Target target = { bright_sales_order_digest_get_open (digest),
                        g_ascii_strtoll (key, NULL, 10) };

      if (target.order != 0)
        g_array_append_val (discovery->targets, target);
    }
  drop_further_parts (discovery->targets);
  read_some (g_steal_pointer (&task));
}

/* Which fields, and which statuses let notes through to the store. */
static char *
describe_settings (const BrightSettingsSnapshot *settings)
{
  const GArray *statuses = settings->orders.brightpearl_statuses;
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %s %" G_GINT64_FORMAT, settings->notes.customer_field,
                   settings->notes.staff_field, settings->fulfillment.trigger_status_id);
  for (guint i = 0; i < statuses->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (statuses, gint64, i));
  return g_string_free (text, FALSE);
}

void
bright_notes_discover_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);

  g_task_set_source_tag (task, bright_notes_discover_async);
  discovery->sync = sync;
  discovery->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  discovery->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                            (GDestroyNotify) brightpearl_field_texts_free);
  g_task_set_task_data (task, discovery, discovery_free);
  discovery->settings = describe_settings (sync->settings);
  discovery->decides_all
      = g_strcmp0 (bright_sync_get_checkpoint (sync, CHECKPOINT_SETTINGS), discovery->settings)
        != 0;
  if (sync->fields_read_at == sync->reread_at && !discovery->decides_all)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  bright_journal_load_digests_async (sync->journal, BRIGHT_FACT_SALES_ORDER, sync->cancellable,
                                     digests_loaded_cb, task);
}

gboolean
bright_notes_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
