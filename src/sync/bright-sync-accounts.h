/* Accounts and the settings file, for the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens go from here to the vault and never come back. The settings file is
 * written a moment after a setting changes, and read again when another
 * program changes it.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightTokenState:
 * @BRIGHT_TOKEN_PRESENT: the vault has the token
 * @BRIGHT_TOKEN_MISSING: it has none for this account
 * @BRIGHT_TOKEN_LOCKED: the keyring is locked
 * @BRIGHT_TOKEN_NO_KEYRING: there is no keyring, and no credential file
 * @BRIGHT_TOKEN_READ_ONLY: the token comes from a credential file or the practice store, which
 *   the window cannot change
 */
typedef enum
{
  BRIGHT_TOKEN_PRESENT,
  BRIGHT_TOKEN_MISSING,
  BRIGHT_TOKEN_LOCKED,
  BRIGHT_TOKEN_NO_KEYRING,
  BRIGHT_TOKEN_READ_ONLY,
} BrightTokenState;

/* Where the token of a platform's configured account is. */
void bright_sync_service_find_token_async (BrightSyncService *self,
                                           BrightPlatform platform,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean bright_sync_service_find_token_finish (BrightSyncService *self,
                                                GAsyncResult *result,
                                                BrightTokenState *state,
                                                GError **error);

/* Has the keyring ask for its password; only when a person wants it. */
void bright_sync_service_unlock_async (BrightSyncService *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
bright_sync_service_unlock_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/**
 * bright_sync_service_store_token_async:
 * @self: the service
 * @platform: whose token
 * @token: the token, for the account that the settings name
 *
 * Puts a token into the keyring in place of the one before. Errors as for
 * bright_vault_store_finish().
 */
void bright_sync_service_store_token_async (BrightSyncService *self,
                                            BrightPlatform platform,
                                            const char *token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean bright_sync_service_store_token_finish (BrightSyncService *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/* Forgets the token of the configured account. */
void bright_sync_service_forget_token_async (BrightSyncService *self,
                                             BrightPlatform platform,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean bright_sync_service_forget_token_finish (BrightSyncService *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * BrightAccountTest:
 * @is_good: whether the account can be used
 * @name: (nullable): the store's name, or the account's time zone and currency in words
 * @field: the key in `connection` that is wrong, `token`, or "" if none can be named
 * @missing_scopes: (nullable): the permissions that the token lacks, in the platform's own words
 * @message: one sentence for the person
 */
typedef struct
{
  gboolean is_good;
  char *name;
  char *field;
  char *missing_scopes;
  char *message;
} BrightAccountTest;

void bright_account_test_free (BrightAccountTest *test);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightAccountTest, bright_account_test_free)

/**
 * bright_sync_service_test_account_async:
 * @self: the service
 * @platform: which
 * @connection: (transfer none): settings of the group `connection` to try; they need not be saved
 * @token: (nullable): the token to try; %NULL for the one in the vault
 *
 * Asks a platform whether it would let us in, with GETs only, and for each permission that the
 * enabled tabs need. Fails only if it was cancelled; anything else is in the answer.
 */
void bright_sync_service_test_account_async (BrightSyncService *self,
                                             BrightPlatform platform,
                                             BrightSettingsGroup *connection,
                                             const char *token,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
BrightAccountTest *bright_sync_service_test_account_finish (BrightSyncService *self,
                                                            GAsyncResult *result,
                                                            GError **error);

/* Whether both platforms' accounts are named in the settings. */
gboolean bright_sync_service_is_configured (BrightSyncService *self);

/* Why the settings file could not be written or read again, as one sentence; "" if it could. The
 * service's property `settings-problem` (string) is the same, with notification. */
const char *bright_sync_service_get_settings_problem (BrightSyncService *self);

/* Writes the settings file now if a change waits for it. */
void bright_sync_service_flush_settings (BrightSyncService *self);

/**
 * bright_sync_service_read_import:
 * @self: the service
 * @text: the text of a settings file
 * @error: names every wrong value
 *
 * Returns: (transfer full) (nullable): what bright_sync_service_import_settings() would make of
 *   the settings; %NULL with %BRIGHT_ERROR_SETTINGS if there is a wrong value
 */
BrightSettings *
bright_sync_service_read_import (BrightSyncService *self, const char *text, GError **error);

/**
 * bright_sync_service_import_settings:
 * @self: the service
 * @text: the text of a settings file
 * @error: names every wrong value
 *
 * Takes over all settings but those of `connection`, which belong to the accounts. All or none.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_SETTINGS if there is a wrong value
 */
gboolean
bright_sync_service_import_settings (BrightSyncService *self, const char *text, GError **error);

G_END_DECLS
