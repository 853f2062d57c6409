/* Where the tokens of both platforms are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-vault-private.h"

#include "bright-error.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (BrightVault, bright_vault, G_TYPE_OBJECT)

static void
bright_vault_class_init (BrightVaultClass *klass)
{
}

static void
bright_vault_init (BrightVault *self)
{
}

BrightVault *
bright_vault_new_for_machine (void)
{
  const char *folder = g_getenv ("CREDENTIALS_DIRECTORY");
  g_autoptr (BrightClock) clock = NULL;

  if (folder != NULL && *folder != '\0')
    return bright_vault_new_files (folder);
  clock = bright_clock_new_system ();
  return bright_vault_new_keyring (clock);
}

void
bright_vault_free_token (char *token)
{
  if (token == NULL)
    return;
  explicit_bzero (token, strlen (token));
  g_free (token);
}

gboolean
bright_vault_is_token (const char *text)
{
  const char *end = text;

  while (g_ascii_isgraph (*end))
    end++;
  return end > text && *end == '\0';
}

void
bright_vault_return_token (GTask *task, const char *token)
{
  g_task_return_pointer (task, g_strdup (token), (GDestroyNotify)bright_vault_free_token);
}

void
bright_vault_return_missing (GTask *task, BrightPlatform platform, const char *account)
{
  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING,
                           "there is no %s token for the account '%s'",
                           bright_platform_name (platform), account);
}

gboolean
bright_vault_is_writable (BrightVault *self)
{
  g_return_val_if_fail (BRIGHT_IS_VAULT (self), FALSE);

  return BRIGHT_VAULT_GET_CLASS (self)->is_writable;
}

void
bright_vault_lookup_async (BrightVault *self,
                           BrightPlatform platform,
                           const char *account,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_VAULT (self) && account != NULL);
  g_return_if_fail ((guint)platform < BRIGHT_N_PLATFORMS);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_vault_lookup_async);
  BRIGHT_VAULT_GET_CLASS (self)->lookup (self, platform, account, task);
}

char *
bright_vault_lookup_finish (BrightVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns FALSE, having said so through the task, if nothing can be changed here. */
static gboolean
check_writable (BrightVault *self, GTask *task)
{
  if (bright_vault_is_writable (self))
    return TRUE;
  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                           "tokens come from credential files and can only be changed there");
  return FALSE;
}

void
bright_vault_store_async (BrightVault *self,
                          BrightPlatform platform,
                          const char *account,
                          const char *token,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_VAULT (self) && account != NULL && token != NULL);
  g_return_if_fail ((guint)platform < BRIGHT_N_PLATFORMS);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_vault_store_async);
  if (!check_writable (self, task))
    return;
  if (!bright_vault_is_token (token))
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                               "a token has printable characters only, and no spaces");
      return;
    }
  BRIGHT_VAULT_GET_CLASS (self)->store (self, platform, account, token, task);
}

static gboolean
finish_boolean (BrightVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bright_vault_store_finish (BrightVault *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

void
bright_vault_clear_async (BrightVault *self,
                          BrightPlatform platform,
                          const char *account,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_VAULT (self) && account != NULL);
  g_return_if_fail ((guint)platform < BRIGHT_N_PLATFORMS);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_vault_clear_async);
  if (check_writable (self, task))
    BRIGHT_VAULT_GET_CLASS (self)->clear (self, platform, account, task);
}

gboolean
bright_vault_clear_finish (BrightVault *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}

void
bright_vault_unlock_async (BrightVault *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIGHT_IS_VAULT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_vault_unlock_async);
  /* What cannot be locked needs no unlocking. */
  if (BRIGHT_VAULT_GET_CLASS (self)->unlock == NULL)
    g_task_return_boolean (task, TRUE);
  else
    BRIGHT_VAULT_GET_CLASS (self)->unlock (self, task);
}

gboolean
bright_vault_unlock_finish (BrightVault *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, error);
}
