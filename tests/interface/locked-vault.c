/* A keyring that is locked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "locked-vault.h"

#include "bright-sync-service-private.h"

#define LOCKED_TYPE_VAULT (locked_vault_get_type ())
G_DECLARE_FINAL_TYPE (LockedVault, locked_vault, LOCKED, VAULT, BrightVault)

struct _LockedVault
{
  BrightVault parent_instance;

  guint n_attempts;
};

G_DEFINE_FINAL_TYPE (LockedVault, locked_vault, BRIGHT_TYPE_VAULT)

/* The second attempt opens it. */
static gboolean
is_locked (BrightVault *vault)
{
  return LOCKED_VAULT (vault)->n_attempts < 2;
}

static void
return_locked (GTask *task)
{
  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_LOCKED,
                           "the keyring is locked");
}

static void
look_up (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  if (is_locked (vault))
    return_locked (task);
  else
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING, "there is no token");
}

static void
unlock (BrightVault *vault, GTask *task)
{
  LOCKED_VAULT (vault)->n_attempts++;
  if (is_locked (vault))
    return_locked (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
locked_vault_class_init (LockedVaultClass *klass)
{
  BRIGHT_VAULT_CLASS (klass)->is_writable = TRUE;
  BRIGHT_VAULT_CLASS (klass)->lookup = look_up;
  BRIGHT_VAULT_CLASS (klass)->unlock = unlock;
}

static void
locked_vault_init (LockedVault *self)
{
}

void
locked_vault_use (BrightSyncService *service)
{
  g_clear_object (&service->vault);
  service->vault = g_object_new (LOCKED_TYPE_VAULT, NULL);
}
