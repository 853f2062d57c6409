/* The sync service: opening and closing a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

static void
choices_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (source);
  GError *error = NULL;

  if (!bright_sync_service_load_choices_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  bright_sync_service_set_state (self, "idle", "");
  g_task_return_boolean (task, TRUE);
}

static void
checkpoints_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GHashTable) checkpoints
      = bright_journal_load_checkpoints_finish (BRIGHT_JOURNAL (source), result, &error);

  if (checkpoints == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bright_sync_service_take_checkpoints (self, checkpoints);
  bright_sync_service_load_choices_async (self, g_task_get_cancellable (task), choices_loaded_cb,
                                          g_object_ref (task));
}

static void
journal_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->journal = bright_journal_open_finish (result, &error);
  if (self->journal == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->sync = bright_sync_new (self->journal, self->clock);
  bright_journal_load_checkpoints_async (self->journal, g_task_get_cancellable (task),
                                         checkpoints_loaded_cb, g_object_ref (task));
}

static void
settings_problem_changed_cb (BrightSyncService *self)
{
  g_object_notify (G_OBJECT (self), "settings-problem");
}

static gboolean
open_settings (BrightSyncService *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->configuration_directory, "settings.json", NULL);
  g_autoptr (GPtrArray) warnings = NULL;

  self->file = bright_settings_file_open (path, self->clock, &warnings, error);
  if (self->file == NULL)
    return FALSE;
  self->settings = g_object_ref (bright_settings_file_get_settings (self->file));
  g_signal_connect_object (self->file, "notify::problem", G_CALLBACK (settings_problem_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_ptr_array_unref (self->warnings);
  self->warnings = g_steal_pointer (&warnings);
  return TRUE;
}

/* A profile with which nothing was done yet gets no files for being looked at. */
void
bright_sync_service_open_async (BrightSyncService *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *journal_path = g_build_filename (self->data_directory, "journal.db", NULL);
  GError *error = NULL;

  g_task_set_source_tag (task, bright_sync_service_open_async);
  if (!open_settings (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  if (self->vault == NULL)
    self->vault = bright_vault_new_for_machine ();
  self->is_untouched = !bright_settings_file_exists (self->file)
                       && !g_file_test (journal_path, G_FILE_TEST_EXISTS);
  bright_journal_open_async (self->is_untouched ? ":memory:" : journal_path, cancellable,
                             journal_opened_cb, task);
}

gboolean
bright_sync_service_open_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
journal_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean success = bright_journal_close_finish (BRIGHT_JOURNAL (source), result, &error);

  g_clear_object (&self->journal);
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
close_journal (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);

  g_clear_pointer (&self->sync, bright_sync_free);
  bright_sync_service_set_state (self, "off", "");
  if (self->file != NULL)
    bright_settings_file_close (self->file);
  if (self->journal != NULL)
    {
      bright_journal_close_async (self->journal, journal_closed_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* The run that is under way ends first: its outcomes belong into the journal. */
static void
state_changed_cb (BrightSyncService *self, GParamSpec *pspec, gpointer user_data)
{
  if (self->is_running)
    return;
  g_signal_handlers_disconnect_by_func (self, state_changed_cb, user_data);
  close_journal (user_data);
}

void
bright_sync_service_close_async (BrightSyncService *self,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, bright_sync_service_close_async);
  bright_sync_service_stop (self);
  bright_sync_service_forget_pause_timer (self);
  if (!self->is_running)
    {
      close_journal (task);
      return;
    }
  g_signal_connect (self, "notify::state", G_CALLBACK (state_changed_cb), task);
  g_cancellable_cancel (self->run_cancellable);
}

gboolean
bright_sync_service_close_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
