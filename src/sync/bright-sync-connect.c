/* The sync service: tokens and clients.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>

typedef struct
{
  BrightSyncService *service; /* (unowned): the task's source */
  BrightSettingsSnapshot *settings;
  gint64 digest;
} Connection;

static void
connection_free (gpointer data)
{
  Connection *connection = data;

  bright_settings_snapshot_unref (connection->settings);
  g_free (connection);
}

/* What the clients are made from, tokens included. */
static gint64
digest_connection (BrightSyncService *self, const BrightConnectionValues *values)
{
  g_autofree char *text = g_strdup_printf (
      "%s\n%s\n%s\n%s\n%s\n%d\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT, values->bigcommerce_url,
      values->bigcommerce_store_hash, values->brightpearl_url, values->brightpearl_account,
      values->brightpearl_app_ref, (int)values->brightpearl_token_kind,
      values->brightpearl_requests_per_minute, values->patience_seconds);

  return (gint64)self->token_changes << 32 | g_str_hash (text);
}

/* The platform that wants to be left alone for longer decides. */
static void
throttling_changed_cb (BrightSyncService *self)
{
  gint64 of_store = 0;
  gint64 of_account = 0;

  if (self->sync != NULL && self->sync->bigcommerce != NULL)
    g_object_get (self->sync->bigcommerce, "throttled-until", &of_store, NULL);
  if (self->sync != NULL && self->sync->brightpearl != NULL)
    g_object_get (self->sync->brightpearl, "throttled-until", &of_account, NULL);
  bright_sync_service_set_throttled_until (self, MAX (of_store, of_account));
}

static void
follow_throttling (BrightSyncService *self, gpointer client)
{
  if (client != NULL)
    g_signal_connect_object (client, "notify::throttled-until", G_CALLBACK (throttling_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

static void
brightpearl_token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connection *connection = g_task_get_task_data (task);
  BrightSyncService *self = connection->service;
  const BrightConnectionValues *values = &connection->settings->connection;
  GError *error = NULL;
  char *token = bright_vault_lookup_finish (BRIGHT_VAULT (source), result, &error);

  if (token != NULL)
    self->sync->brightpearl = brightpearl_client_new (
        values->brightpearl_url, values->brightpearl_account, values->brightpearl_app_ref, token,
        values->brightpearl_token_kind == BRIGHT_TOKEN_KIND_STAFF,
        (guint)values->brightpearl_requests_per_minute, (guint)values->patience_seconds,
        self->clock, &error);
  bright_vault_free_token (token);
  follow_throttling (self, self->sync->brightpearl);
  if (self->sync->brightpearl == NULL)
    {
      g_prefix_error (&error, "Brightpearl: ");
      g_task_return_error (task, error);
      return;
    }
  self->connected_for = connection->digest;
  g_task_return_boolean (task, TRUE);
}

static void
bigcommerce_token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connection *connection = g_task_get_task_data (task);
  BrightSyncService *self = connection->service;
  const BrightConnectionValues *values = &connection->settings->connection;
  GError *error = NULL;
  char *token = bright_vault_lookup_finish (BRIGHT_VAULT (source), result, &error);

  if (token != NULL)
    self->sync->bigcommerce
        = bigcommerce_client_new (values->bigcommerce_url, values->bigcommerce_store_hash, token,
                                  (guint)values->patience_seconds, self->clock, &error);
  bright_vault_free_token (token);
  follow_throttling (self, self->sync->bigcommerce);
  if (self->sync->bigcommerce == NULL)
    {
      g_prefix_error (&error, "BigCommerce: ");
      g_task_return_error (task, error);
      return;
    }
  bright_vault_lookup_async (self->vault, BRIGHT_PLATFORM_BRIGHTPEARL, values->brightpearl_account,
                             g_task_get_cancellable (task), brightpearl_token_cb,
                             g_object_ref (task));
}

/* What they sent still counts. */
static void
forget_clients (BrightSyncService *self)
{
  BrightSync *sync = self->sync;

  if (sync->bigcommerce != NULL)
    self->sent_before[BRIGHT_PLATFORM_BIGCOMMERCE]
        += bigcommerce_client_get_requests (sync->bigcommerce);
  if (sync->brightpearl != NULL)
    self->sent_before[BRIGHT_PLATFORM_BRIGHTPEARL]
        += brightpearl_client_get_requests (sync->brightpearl);
  g_clear_object (&sync->bigcommerce);
  g_clear_object (&sync->brightpearl);
}

const char *
bright_sync_service_find_missing (const BrightConnectionValues *values)
{
  const struct
  {
    const char *key;
    const char *value;
  } needed[] = {
    { "connection.bigcommerce-store-hash", values->bigcommerce_store_hash },
    { "connection.brightpearl-account", values->brightpearl_account },
    { "connection.brightpearl-app-ref", values->brightpearl_app_ref },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i].value[0] == '\0')
      return needed[i].key;
  return NULL;
}

/* Finds the tokens, unless the clients were made with them already; takes @task. */
static void
connect_platforms (GTask *task)
{
  Connection *connection = g_task_get_task_data (task);
  BrightSyncService *self = connection->service;

  if (self->sync->brightpearl != NULL && self->connected_for == connection->digest)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  forget_clients (self);
  bright_vault_lookup_async (self->vault, BRIGHT_PLATFORM_BIGCOMMERCE,
                             connection->settings->connection.bigcommerce_store_hash,
                             g_task_get_cancellable (task), bigcommerce_token_cb, task);
}

static void
journal_moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!bright_journal_move_finish (BRIGHT_JOURNAL (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->is_untouched = FALSE;
  connect_platforms (g_steal_pointer (&task));
}

/* Nothing is asked of a platform before there is a file to remember the answers. */
static void
begin (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  g_autofree char *path = g_build_filename (self->data_directory, "journal.db", NULL);

  if (self->is_untouched)
    bright_journal_move_async (self->journal, path, journal_moved_cb, task);
  else
    connect_platforms (task);
}

void
bright_sync_service_connect_async (BrightSyncService *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Connection *connection = g_new0 (Connection, 1);
  const BrightConnectionValues *values;
  const char *missing;

  g_task_set_source_tag (task, bright_sync_service_connect_async);
  connection->service = self;
  connection->settings = bright_settings_snapshot (self->settings);
  g_task_set_task_data (task, connection, connection_free);
  values = &connection->settings->connection;
  connection->digest = digest_connection (self, values);
  missing = bright_sync_service_find_missing (values);
  if (missing != NULL)
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                               _ ("%s: is not filled in"), missing);
      g_object_unref (task);
      return;
    }
  begin (task);
}

gboolean
bright_sync_service_connect_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
