/* Tokens that are forgotten with the vault, for the demo and for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-vault-private.h"

#include "bright-error.h"

#define BRIGHT_TYPE_VAULT_MEMORY (bright_vault_memory_get_type ())
G_DECLARE_FINAL_TYPE (BrightVaultMemory, bright_vault_memory, BRIGHT, VAULT_MEMORY, BrightVault)

struct _BrightVaultMemory
{
  BrightVault parent_instance;

  GHashTable *tokens; /* (owned): platform/account to token */
};

G_DEFINE_FINAL_TYPE (BrightVaultMemory, bright_vault_memory, BRIGHT_TYPE_VAULT)

static char *
make_key (BrightPlatform platform, const char *account)
{
  return g_strdup_printf ("%s/%s", bright_platform_name (platform), account);
}

static void
memory_lookup (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  g_autofree char *key = make_key (platform, account);
  const char *token = g_hash_table_lookup (BRIGHT_VAULT_MEMORY (vault)->tokens, key);

  if (token == NULL)
    bright_vault_return_missing (task, platform, account);
  else
    bright_vault_return_token (task, token);
}

static void
memory_store (BrightVault *vault,
              BrightPlatform platform,
              const char *account,
              const char *token,
              GTask *task)
{
  g_hash_table_insert (BRIGHT_VAULT_MEMORY (vault)->tokens, make_key (platform, account),
                       g_strdup (token));
  g_task_return_boolean (task, TRUE);
}

static void
memory_clear (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  g_autofree char *key = make_key (platform, account);

  g_hash_table_remove (BRIGHT_VAULT_MEMORY (vault)->tokens, key);
  g_task_return_boolean (task, TRUE);
}

static void
bright_vault_memory_finalize (GObject *object)
{
  g_hash_table_unref (BRIGHT_VAULT_MEMORY (object)->tokens);
  G_OBJECT_CLASS (bright_vault_memory_parent_class)->finalize (object);
}

static void
bright_vault_memory_class_init (BrightVaultMemoryClass *klass)
{
  BrightVaultClass *vault_class = BRIGHT_VAULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bright_vault_memory_finalize;
  vault_class->is_writable = TRUE;
  vault_class->lookup = memory_lookup;
  vault_class->store = memory_store;
  vault_class->clear = memory_clear;
}

static void
bright_vault_memory_init (BrightVaultMemory *self)
{
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify)bright_vault_free_token);
}

BrightVault *
bright_vault_new_memory (void)
{
  return g_object_new (BRIGHT_TYPE_VAULT_MEMORY, NULL);
}
