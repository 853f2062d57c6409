/* Discover: reference data of Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statuses, channels, warehouses and the like, and the account's own
 * configuration, live in the journal as one fact per kind. They are read anew
 * once a day and on demand.
 */
#include "bright-reference.h"
#include "bright-sync.h"

#define KEY_CONFIGURATION "configuration"
#define CHECKPOINT_TIME "reference:time"
#define MAXIMUM_AGE (24 * 3600)

static const BrightField kind_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightReferenceKind, STRING, kind, "kind"),
  BRIGHT_FIELD_OF (BrightReferenceKind, RECORDS, items, "items", &bright_reference_item_type),
  BRIGHT_FIELD_OF (BrightReferenceKind,
                   RECORD,
                   configuration,
                   "configuration",
                   &brightpearl_configuration_type),
  {},
};

const BrightRecordType bright_reference_kind_type
    = { "reference data", sizeof (BrightReferenceKind), kind_fields };

typedef struct
{
  BrightSync *sync;
  guint kind;                /* index into the kinds; the configuration comes after the last */
  BrightJournalBatch *batch; /* (owned) (nullable) */
} Load;

static void load_next (GTask *task);

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->batch, bright_journal_batch_free);
  g_free (load);
}

void
bright_reference_kind_keep (const BrightReferenceKind *kind,
                            BrightJournalBatch *batch,
                            const char *fact,
                            gint64 time)
{
  g_autofree char *text = bright_record_to_string (&bright_reference_kind_type, kind);

  bright_journal_batch_put_fact (batch, fact, kind->kind, text, "", time);
}

/* Hands one kind to the world; empties @kind. */
static void
give_to_world (BrightSync *sync, BrightReferenceKind *kind)
{
  if (kind->configuration != NULL)
    bright_world_take_configuration (sync->world, g_steal_pointer (&kind->configuration));
  else
    {
      bright_world_take_reference (sync->world, kind->kind, kind->items);
      kind->items = bright_record_list_new (&bright_reference_item_type);
    }
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_kind (GTask *task, const char *name, GPtrArray *items, BrightpearlConfiguration *configuration)
{
  Load *load = g_task_get_task_data (task);
  BrightReferenceKind *kind = bright_record_new (&bright_reference_kind_type);

  g_free (kind->kind);
  kind->kind = g_strdup (name);
  if (items != NULL)
    {
      g_ptr_array_unref (kind->items);
      kind->items = items;
    }
  kind->configuration = configuration;
  bright_reference_kind_keep (kind, load->batch, BRIGHT_FACT_BRIGHTPEARL_REFERENCE,
                              bright_sync_get_time (load->sync));
  give_to_world (load->sync, kind);
  bright_reference_kind_free (kind);
  load->kind++;
  load_next (task);
}

static void
kind_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *items
      = brightpearl_client_load_reference_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (items != NULL)
    {
      take_kind (task, brightpearl_client_get_reference_kinds ()[load->kind], items, NULL);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
configuration_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  BrightpearlConfiguration *configuration
      = brightpearl_client_load_configuration_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (configuration != NULL)
    {
      take_kind (task, KEY_CONFIGURATION, NULL, configuration);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Takes @task. */
static void
load_next (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  BrightSync *sync = load->sync;
  const char *const *kinds = brightpearl_client_get_reference_kinds ();
  guint n_kinds = g_strv_length ((char **)kinds);

  if (load->kind < n_kinds)
    brightpearl_client_load_reference_async (sync->brightpearl, kinds[load->kind],
                                             sync->cancellable, kind_loaded_cb, task);
  else if (load->kind == n_kinds)
    brightpearl_client_load_configuration_async (sync->brightpearl, sync->cancellable,
                                                 configuration_loaded_cb, task);
  else
    {
      bright_sync_set_checkpoint_number (sync, load->batch, CHECKPOINT_TIME,
                                         bright_clock_get_seconds (sync->clock));
      bright_journal_commit_async (sync->journal, g_steal_pointer (&load->batch), NULL,
                                   committed_cb, task);
    }
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) kinds
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (kinds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < kinds->len; i++)
    give_to_world (load->sync, kinds->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

void
bright_reference_load_async (BrightSync *sync,
                             gboolean anew,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);
  gint64 time = bright_sync_get_checkpoint_number (sync, CHECKPOINT_TIME);
  gint64 age = bright_clock_get_seconds (sync->clock) - time;

  g_task_set_source_tag (task, bright_reference_load_async);
  load->sync = sync;
  g_task_set_task_data (task, load, load_free);
  if (!anew && time != 0 && age >= 0 && age < MAXIMUM_AGE)
    {
      bright_journal_load_facts_async (sync->journal, BRIGHT_FACT_BRIGHTPEARL_REFERENCE, NULL,
                                       &bright_reference_kind_type, sync->cancellable,
                                       facts_loaded_cb, task);
      return;
    }
  load->batch = bright_journal_batch_new ();
  load_next (task);
}

gboolean
bright_reference_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
