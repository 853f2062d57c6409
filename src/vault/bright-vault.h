/* Where the tokens of both platforms are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A token is looked up when it is needed and wiped when it was used. It never
 * stands in a property, a setting, an error or a log line. Nothing here asks a
 * person anything, save bright_vault_unlock_async(), and nothing waits for
 * ever: a keyring that does not answer counts as absent after ten seconds.
 * Belongs to the main thread.
 */
#pragma once

#include "bright-clock.h"
#include "bright-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_VAULT (bright_vault_get_type ())
G_DECLARE_DERIVABLE_TYPE (BrightVault, bright_vault, BRIGHT, VAULT, GObject)

/**
 * BrightVaultClass:
 * @is_writable: whether tokens can be stored and cleared
 * @lookup: returns the token through the task, with bright_vault_free_token() as its free function
 * @store: returns %TRUE through the task
 * @clear: returns %TRUE through the task, also if there was nothing
 * @unlock: returns %TRUE through the task
 *
 * What a place for tokens provides. The task's callbacks must not come from within the call.
 */
struct _BrightVaultClass
{
  GObjectClass parent_class;

  gboolean is_writable;
  void (*lookup) (BrightVault *self, BrightPlatform platform, const char *account, GTask *task);
  void (*store) (BrightVault *self,
                 BrightPlatform platform,
                 const char *account,
                 const char *token,
                 GTask *task);
  void (*clear) (BrightVault *self, BrightPlatform platform, const char *account, GTask *task);
  void (*unlock) (BrightVault *self, GTask *task);
};

/**
 * bright_vault_new_for_machine:
 *
 * Returns: (transfer full): the credential files if `CREDENTIALS_DIRECTORY` is set, and then only
 *   those; otherwise the keyring
 */
BrightVault *bright_vault_new_for_machine (void);

/**
 * bright_vault_new_keyring:
 * @clock: what measures how long the keyring may take
 *
 * Returns: (transfer full): tokens in the Secret Service
 */
BrightVault *bright_vault_new_keyring (BrightClock *clock);

/**
 * bright_vault_new_files:
 * @folder: the folder with the files `bigcommerce-token` and `brightpearl-token`
 *
 * Returns: (transfer full): tokens in files that somebody else provides
 */
BrightVault *bright_vault_new_files (const char *folder);

/**
 * bright_vault_new_memory:
 *
 * Returns: (transfer full): tokens that are forgotten with it, for the demo and for tests
 */
BrightVault *bright_vault_new_memory (void);

/**
 * bright_vault_free_token:
 * @token: (nullable) (transfer full): a token, which is wiped
 */
void bright_vault_free_token (char *token);

/**
 * bright_vault_is_writable:
 * @self: a vault
 *
 * Returns: whether tokens can be stored and cleared here
 */
gboolean bright_vault_is_writable (BrightVault *self);

/**
 * bright_vault_lookup_async:
 * @self: a vault
 * @platform: whose token
 * @account: the store hash, or Brightpearl's account code
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is done
 * @user_data: given to @callback
 *
 * Looks a token up, without asking a person to unlock anything.
 */
void bright_vault_lookup_async (BrightVault *self,
                                BrightPlatform platform,
                                const char *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * bright_vault_lookup_finish:
 * @self: a vault
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the token, to be freed with bright_vault_free_token(), or %NULL with
 *   %BRIGHT_ERROR_TOKEN_MISSING, %BRIGHT_ERROR_KEYRING_LOCKED, %BRIGHT_ERROR_KEYRING_ABSENT,
 *   or %BRIGHT_ERROR_TOKEN_REFUSED if a token file is not safe
 */
char *bright_vault_lookup_finish (BrightVault *self, GAsyncResult *result, GError **error);

/**
 * bright_vault_store_async:
 * @self: a vault
 * @platform: whose token
 * @account: the store hash, or Brightpearl's account code
 * @token: printable characters without spaces
 * @cancellable: (nullable): stops it; the token may be stored nevertheless
 * @callback: (scope async): called when it is done
 * @user_data: given to @callback
 *
 * Stores a token in the place of the one that was there.
 */
void bright_vault_store_async (BrightVault *self,
                               BrightPlatform platform,
                               const char *account,
                               const char *token,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * bright_vault_store_finish:
 * @self: a vault
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with %BRIGHT_ERROR_KEYRING_LOCKED, %BRIGHT_ERROR_KEYRING_ABSENT, or
 *   %BRIGHT_ERROR_SETTINGS if @self is not writable or the token cannot be one
 */
gboolean bright_vault_store_finish (BrightVault *self, GAsyncResult *result, GError **error);

/**
 * bright_vault_clear_async:
 * @self: a vault
 * @platform: whose token
 * @account: the store hash, or Brightpearl's account code
 * @cancellable: (nullable): stops it; the token may be gone nevertheless
 * @callback: (scope async): called when it is done
 * @user_data: given to @callback
 *
 * Forgets a token.
 */
void bright_vault_clear_async (BrightVault *self,
                               BrightPlatform platform,
                               const char *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * bright_vault_clear_finish:
 * @self: a vault
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with an error as for bright_vault_store_finish(); a token that was not there
 *   is no error
 */
gboolean bright_vault_clear_finish (BrightVault *self, GAsyncResult *result, GError **error);

/**
 * bright_vault_unlock_async:
 * @self: a vault
 * @cancellable: (nullable): stops waiting; the question stays on the screen
 * @callback: (scope async): called when it is done
 * @user_data: given to @callback
 *
 * Has the keyring ask for its password, so call it only when a person wants it. Gives up waiting
 * after two minutes.
 */
void bright_vault_unlock_async (BrightVault *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * bright_vault_unlock_finish:
 * @self: a vault
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with %BRIGHT_ERROR_KEYRING_LOCKED if it is still locked, or
 *   %BRIGHT_ERROR_KEYRING_ABSENT
 */
gboolean bright_vault_unlock_finish (BrightVault *self, GAsyncResult *result, GError **error);

G_END_DECLS
