/* The sync service: the proof that nothing is missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's orders since go-live are listed anew, without looking at what is
 * known of them.
 */
#include "bright-proof.h"
#include "bright-sync-insight.h"
#include "bright-sync-service-private.h"

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  BrightProof *proof = bright_proof_make_finish (result, &error);

  if (proof != NULL)
    g_task_return_pointer (task, proof, (GDestroyNotify)bright_proof_free);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (BrightStoreListing) listing = bright_store_listing_finish (result, &error);

  if (listing == NULL)
    g_task_return_error (task, error);
  else
    bright_proof_make_async (self->sync, listing->heads, g_task_get_cancellable (task), made_cb,
                             g_object_ref (task));
}

static void
reference_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (bright_reference_load_finish (result, &error))
    bright_store_listing_async (self->sync, listed_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (source);
  g_autoptr (BrightSettingsSnapshot) settings = NULL;
  GError *error = NULL;

  if (!bright_sync_service_connect_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  settings = bright_settings_snapshot (self->settings);
  bright_sync_begin (self->sync, settings, NULL, TRUE, g_task_get_cancellable (task));
  bright_reference_load_async (self->sync, FALSE, reference_loaded_cb, g_steal_pointer (&task));
}

void
bright_sync_service_prove_async (BrightSyncService *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_sync_service_prove_async);
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

/* ---- What was proved last ---- */

typedef struct
{
  BrightProof *proof; /* (nullable): the task's, until it goes to whoever asked */
  gint64 proved_at;
} Stored;

static void
stored_free (gpointer data)
{
  Stored *stored = data;

  bright_proof_free (stored->proof);
  g_free (stored);
}

static void
time_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Stored *stored = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) checkpoints
      = bright_journal_load_checkpoints_finish (BRIGHT_JOURNAL (source), result, &error);
  const char *time;

  if (checkpoints == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  time = g_hash_table_lookup (checkpoints, BRIGHT_CHECKPOINT_PROVED);
  stored->proved_at = time != NULL ? g_ascii_strtoll (time, NULL, 10) : 0;
  g_task_return_boolean (task, TRUE);
}

static void
days_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Stored *stored = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) days
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (days == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  stored->proof = bright_proof_restore (days);
  bright_journal_load_checkpoints_async (BRIGHT_JOURNAL (source), g_task_get_cancellable (task),
                                         time_loaded_cb, g_object_ref (task));
}

void
bright_sync_service_load_proof_async (BrightSyncService *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_load_proof_async);
  g_task_set_task_data (task, g_new0 (Stored, 1), stored_free);
  bright_journal_load_facts_async (self->journal, BRIGHT_FACT_PROOF, NULL, &bright_proof_day_type,
                                   cancellable, days_loaded_cb, task);
}

BrightProof *
bright_sync_service_load_proof_finish (BrightSyncService *self,
                                       GAsyncResult *result,
                                       gint64 *proved_at,
                                       GError **error)
{
  Stored *stored = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (proved_at != NULL)
    *proved_at = stored->proved_at;
  return g_steal_pointer (&stored->proof);
}
