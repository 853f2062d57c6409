/* One operation on the keyring, which ends once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the vault. The library below may answer late or never: after its
 * time is up, or when its caller cancels, an operation is over, and what still
 * comes in is dropped. So each callback asks first whether it is over.
 */
#pragma once

#include "bright-vault.h"

G_BEGIN_DECLS

typedef struct _BrightVaultOperation BrightVaultOperation;

typedef enum
{
  BRIGHT_VAULT_LOOKUP,
  BRIGHT_VAULT_STORE,
  BRIGHT_VAULT_CLEAR,
  BRIGHT_VAULT_UNLOCK,
} BrightVaultVerb;

struct _BrightVaultOperation
{
  BrightVaultVerb verb;
  BrightPlatform platform;
  char *account;             /* (owned) (nullable) */
  char *token;               /* (owned) (nullable): what is stored */
  GCancellable *cancellable; /* (owned): for the library; fires when it is over */
  gboolean prompting;        /* the library must not be cancelled any more */
  GTask *task;               /* (owned) (nullable): NULL when it is over */
  BrightClock *clock;        /* (owned) (nullable): NULL when it is over */
  guint timer;               /* 0: none */
  GSource *cancel_source;    /* (owned) (nullable) */
};

BrightVaultOperation *
bright_vault_operation_new (BrightVaultVerb verb, GTask *task, BrightClock *clock);
BrightVaultOperation *bright_vault_operation_ref (BrightVaultOperation *self);
void bright_vault_operation_unref (BrightVaultOperation *self);
gboolean bright_vault_operation_is_over (BrightVaultOperation *self);
/* A question goes on the screen: from here on there is more time, and no cancelling below. */
void bright_vault_operation_wait_for_person (BrightVaultOperation *self);
/* Each of these ends an operation that is not over yet. */
void bright_vault_operation_succeed (BrightVaultOperation *self);
void bright_vault_operation_return_token (BrightVaultOperation *self, const char *token);
void bright_vault_operation_return_missing (BrightVaultOperation *self);
void bright_vault_operation_return_locked (BrightVaultOperation *self);
/* Takes an error of the library. */
void bright_vault_operation_fail (BrightVaultOperation *self, GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightVaultOperation, bright_vault_operation_unref)

G_END_DECLS
