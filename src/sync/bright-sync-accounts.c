/* The sync service: tokens and the settings file, for the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

#include "bright-json.h"

#include <glib/gi18n.h>

const char *
bright_sync_service_get_account (const BrightConnectionValues *values, BrightPlatform platform)
{
  return platform == BRIGHT_PLATFORM_BIGCOMMERCE ? values->bigcommerce_store_hash
                                                 : values->brightpearl_account;
}

static GTask *
create_task (BrightSyncService *self,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static gboolean
finish_boolean (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- Where a token is ---- */

/* What an error says about the place of a token; FALSE if it is a mistake of its own. */
static gboolean
read_state (BrightSyncService *self, const GError *error, BrightTokenState *state)
{
  gboolean is_writable = bright_vault_is_writable (self->vault);

  if (self->has_given_tokens)
    *state = BRIGHT_TOKEN_READ_ONLY;
  else if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING))
    *state = is_writable ? BRIGHT_TOKEN_MISSING : BRIGHT_TOKEN_NO_KEYRING;
  else if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_LOCKED))
    *state = BRIGHT_TOKEN_LOCKED;
  else if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_ABSENT))
    *state = BRIGHT_TOKEN_NO_KEYRING;
  else
    return FALSE;
  return TRUE;
}

static void
token_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  char *token = bright_vault_lookup_finish (BRIGHT_VAULT (source), result, &error);
  BrightTokenState state = BRIGHT_TOKEN_PRESENT;

  if (token != NULL && (self->has_given_tokens || !bright_vault_is_writable (self->vault)))
    state = BRIGHT_TOKEN_READ_ONLY;
  bright_vault_free_token (token);
  if (error == NULL || read_state (self, error, &state))
    g_task_return_int (task, (gssize)state);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
bright_sync_service_find_token_async (BrightSyncService *self,
                                      BrightPlatform platform,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (BrightSettingsSnapshot) settings = NULL;
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL);

  settings = bright_settings_snapshot (self->settings);
  task = create_task (self, bright_sync_service_find_token_async, cancellable, callback, user_data);
  bright_vault_lookup_async (self->vault, platform,
                             bright_sync_service_get_account (&settings->connection, platform),
                             cancellable, token_found_cb, task);
}

gboolean
bright_sync_service_find_token_finish (BrightSyncService *self,
                                       GAsyncResult *result,
                                       BrightTokenState *state,
                                       GError **error)
{
  gssize found;

  g_return_val_if_fail (g_task_is_valid (result, self) && state != NULL, FALSE);

  found = g_task_propagate_int (G_TASK (result), error);
  if (found < 0)
    return FALSE;
  *state = (BrightTokenState)found;
  return TRUE;
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_vault_unlock_finish (BRIGHT_VAULT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bright_sync_service_unlock_async (BrightSyncService *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->vault != NULL);

  bright_vault_unlock_async (
      self->vault, cancellable, unlocked_cb,
      create_task (self, bright_sync_service_unlock_async, cancellable, callback, user_data));
}

gboolean
bright_sync_service_unlock_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

/* ---- Changing a token ---- */

/* The account whose token may be changed (transfer full); NULL, having said so through the task, if
 * there is none. */
static char *
find_account (BrightSyncService *self, BrightPlatform platform, GTask *task)
{
  g_autoptr (BrightSettingsSnapshot) settings = bright_settings_snapshot (self->settings);
  const char *account = bright_sync_service_get_account (&settings->connection, platform);

  if (self->has_given_tokens)
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, "%s",
                             _ ("The practice store has tokens of its own."));
  else if (account[0] == '\0')
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, _ ("%s: is not filled in"),
                             platform == BRIGHT_PLATFORM_BIGCOMMERCE
                                 ? "connection.bigcommerce-store-hash"
                                 : "connection.brightpearl-account");
  else
    return g_strdup (account);
  return NULL;
}

static void
token_changed (GTask *task, gboolean success, GError *error)
{
  BrightSyncService *self = g_task_get_source_object (task);

  /* The next sync looks the token up again. */
  self->token_changes++;
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
token_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean success = bright_vault_store_finish (BRIGHT_VAULT (source), result, &error);

  token_changed (task, success, error);
}

static void
token_forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean success = bright_vault_clear_finish (BRIGHT_VAULT (source), result, &error);

  token_changed (task, success, error);
}

void
bright_sync_service_store_token_async (BrightSyncService *self,
                                       BrightPlatform platform,
                                       const char *token,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *account = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL && token != NULL);

  task
      = create_task (self, bright_sync_service_store_token_async, cancellable, callback, user_data);
  account = find_account (self, platform, task);
  if (account != NULL)
    bright_vault_store_async (self->vault, platform, account, token, cancellable, token_stored_cb,
                              g_object_ref (task));
}

gboolean
bright_sync_service_store_token_finish (BrightSyncService *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  return finish_boolean (self, result, error);
}

void
bright_sync_service_forget_token_async (BrightSyncService *self,
                                        BrightPlatform platform,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autofree char *account = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL);

  task = create_task (self, bright_sync_service_forget_token_async, cancellable, callback,
                      user_data);
  account = find_account (self, platform, task);
  if (account != NULL)
    bright_vault_clear_async (self->vault, platform, account, cancellable, token_forgotten_cb,
                              g_object_ref (task));
}

gboolean
bright_sync_service_forget_token_finish (BrightSyncService *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return finish_boolean (self, result, error);
}

/* ---- The settings file ---- */

gboolean
bright_sync_service_is_configured (BrightSyncService *self)
{
  g_autoptr (BrightSettingsSnapshot) settings = NULL;

  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), FALSE);

  if (self->settings == NULL)
    return FALSE;
  settings = bright_settings_snapshot (self->settings);
  return bright_sync_service_find_missing (&settings->connection) == NULL;
}

const char *
bright_sync_service_get_settings_problem (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), "");

  return self->file != NULL ? bright_settings_file_get_problem (self->file) : "";
}

void
bright_sync_service_flush_settings (BrightSyncService *self)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->file != NULL);

  bright_settings_file_flush (self->file);
}

static void
lay_over (JsonObject *settings, const char *name, JsonNode *group)
{
  JsonObject *target = json_object_has_member (settings, name)
                               && JSON_NODE_HOLDS_OBJECT (json_object_get_member (settings, name))
                           ? json_object_get_object_member (settings, name)
                           : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (target == NULL || !JSON_NODE_HOLDS_OBJECT (group))
    {
      json_object_set_member (settings, name, json_node_copy (group));
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (group));
  while (json_object_iter_next (&iter, &key, &value))
    json_object_set_member (target, key, json_node_copy (value));
}

/* The settings with what another text says, save for the accounts; NULL if it is no settings. */
static JsonNode *
merge (BrightSettings *settings, const char *text, GError **error)
{
  g_autofree char *own_text = bright_settings_dup_text (settings);
  g_autoptr (JsonNode) merged = bright_json_parse (own_text, -1, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonNode) root = bright_json_parse (text, -1, &failure);
  JsonObjectIter iter;
  const char *name;
  JsonNode *group;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                           root == NULL ? failure->message : _ ("the settings must be an object"));
      return NULL;
    }
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &group))
    if (!g_str_equal (name, "connection"))
      lay_over (json_node_get_object (merged), name, group);
  return g_steal_pointer (&merged);
}

BrightSettings *
bright_sync_service_read_import (BrightSyncService *self, const char *text, GError **error)
{
  g_autoptr (JsonNode) merged = NULL;
  g_autofree char *merged_text = NULL;

  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  merged = merge (self->settings, text, error);
  if (merged == NULL)
    return NULL;
  merged_text = bright_json_to_string (merged);
  return bright_settings_load_text (merged_text, NULL, error);
}

gboolean
bright_sync_service_import_settings (BrightSyncService *self, const char *text, GError **error)
{
  g_autoptr (BrightSettings) imported = bright_sync_service_read_import (self, text, error);

  if (imported == NULL)
    return FALSE;
  bright_settings_take_over (self->settings, imported, NULL);
  return TRUE;
}
