/* Tokens in the Secret Service.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every operation begins with a search that unlocks nothing, since the library
 * itself cannot tell a locked token from one that is not there. Only then it
 * goes on, and only unlocking may put a question on the screen.
 */
#include "bright-vault-operation.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#define BRIGHT_TYPE_VAULT_KEYRING (bright_vault_keyring_get_type ())
G_DECLARE_FINAL_TYPE (BrightVaultKeyring, bright_vault_keyring, BRIGHT, VAULT_KEYRING, BrightVault)

struct _BrightVaultKeyring
{
  BrightVault parent_instance;

  BrightClock *clock; /* (owned) */
};

G_DEFINE_FINAL_TYPE (BrightVaultKeyring, bright_vault_keyring, BRIGHT_TYPE_VAULT)

static const SecretSchema schema = {
  .name = "com.example.BrightConnect.Token",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "platform", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

static GHashTable *
make_attributes (BrightVaultOperation *operation)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  /* Unlocking is for all tokens. */
  if (operation->account != NULL)
    {
      g_hash_table_insert (attributes, (gpointer) "platform",
                           (gpointer)bright_platform_name (operation->platform));
      g_hash_table_insert (attributes, (gpointer) "account", operation->account);
    }
  return attributes;
}

static gboolean
is_locked (gpointer item)
{
  /* A token file of the library's own, as in a sandbox, is never locked. */
  return SECRET_IS_ITEM (item) && secret_item_get_locked (item);
}

/* Looking a token up. */

static void
on_retrieved (GObject *item, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  SecretValue *value
      = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (item), result, &error);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else if (value == NULL || secret_value_get_text (value) == NULL)
    bright_vault_operation_return_missing (operation);
  else
    bright_vault_operation_return_token (operation, secret_value_get_text (value));
  g_clear_pointer (&value, secret_value_unref);
}

static void
retrieve (BrightVaultOperation *operation, GList *items)
{
  for (GList *link = items; link != NULL; link = link->next)
    if (!is_locked (link->data))
      {
        secret_retrievable_retrieve_secret (link->data, operation->cancellable, on_retrieved,
                                            bright_vault_operation_ref (operation));
        return;
      }
  if (items != NULL)
    bright_vault_operation_return_locked (operation);
  else
    bright_vault_operation_return_missing (operation);
}

/* Storing and clearing. */

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (!stored)
    bright_vault_operation_fail (operation, error);
  else
    bright_vault_operation_succeed (operation);
}

static void
store (BrightVaultOperation *operation)
{
  g_autoptr (GHashTable) attributes = make_attributes (operation);
  /* Translators: what the keyring calls a token; the first is a platform, the second an account. */
  g_autofree char *label = g_strdup_printf (
      _ ("BrightConnect: %s token for %s"),
      operation->platform == BRIGHT_PLATFORM_BIGCOMMERCE ? "BigCommerce" : "Brightpearl",
      operation->account);

  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, operation->token,
                          operation->cancellable, on_stored,
                          bright_vault_operation_ref (operation));
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else
    bright_vault_operation_succeed (operation);
}

static void
clear (BrightVaultOperation *operation, GList *items)
{
  g_autoptr (GHashTable) attributes = NULL;

  if (items == NULL)
    {
      bright_vault_operation_succeed (operation);
      return;
    }
  attributes = make_attributes (operation);
  secret_password_clearv (&schema, attributes, operation->cancellable, on_cleared,
                          bright_vault_operation_ref (operation));
}

/* Unlocking. */

static void
on_unlocked (GObject *service, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  int n_unlocked = secret_service_unlock_finish (SECRET_SERVICE (service), result, NULL, &error);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else if (n_unlocked <= 0)
    bright_vault_operation_return_locked (operation);
  else
    bright_vault_operation_succeed (operation);
}

static void
unlock (BrightVaultOperation *operation, SecretService *service, GList *objects)
{
  bright_vault_operation_wait_for_person (operation);
  secret_service_unlock (service, objects, NULL, on_unlocked,
                         bright_vault_operation_ref (operation));
}

static void
on_collection_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  g_autoptr (SecretCollection) collection = secret_collection_create_finish (result, &error);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else if (collection == NULL)
    bright_vault_operation_return_locked (operation);
  else
    bright_vault_operation_succeed (operation);
}

/* A new keyring needs a password from a person, just as a locked one does. */
static void
make_collection (BrightVaultOperation *operation)
{
  bright_vault_operation_wait_for_person (operation);
  secret_collection_create (NULL, _ ("Default keyring"), SECRET_COLLECTION_DEFAULT,
                            SECRET_COLLECTION_CREATE_NONE, NULL, on_collection_made,
                            bright_vault_operation_ref (operation));
}

static void
on_collection (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_finish (result, &error);
  gboolean is_open = collection != NULL && !secret_collection_get_locked (collection);
  g_autoptr (GList) objects = g_list_append (NULL, collection);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (operation->verb == BRIGHT_VAULT_STORE)
    {
      /* The search found a place for tokens; if that is no service, storing will tell. */
      if (is_open || error != NULL)
        store (operation);
      else
        bright_vault_operation_return_locked (operation);
      g_clear_error (&error);
    }
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else if (is_open)
    bright_vault_operation_succeed (operation);
  else if (collection == NULL)
    make_collection (operation);
  else
    unlock (operation, secret_collection_get_service (collection), objects);
}

static void
find_collection (BrightVaultOperation *operation)
{
  secret_collection_for_alias (NULL, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                               operation->cancellable, on_collection,
                               bright_vault_operation_ref (operation));
}

/* The search that comes first. */

static void
go_on (BrightVaultOperation *operation, GList *items)
{
  g_autoptr (GList) locked = NULL;

  for (GList *link = items; link != NULL; link = link->next)
    if (is_locked (link->data))
      locked = g_list_prepend (locked, link->data);
  if (operation->verb == BRIGHT_VAULT_LOOKUP)
    retrieve (operation, items);
  else if (operation->verb == BRIGHT_VAULT_UNLOCK && locked != NULL)
    unlock (operation, secret_item_get_service (locked->data), locked);
  else if (locked != NULL)
    bright_vault_operation_return_locked (operation);
  else if (operation->verb == BRIGHT_VAULT_CLEAR)
    clear (operation, items);
  else
    find_collection (operation);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) operation = user_data;
  GError *error = NULL;
  g_autolist (GObject) items = secret_password_search_finish (result, &error);

  if (bright_vault_operation_is_over (operation))
    g_clear_error (&error);
  else if (error != NULL)
    bright_vault_operation_fail (operation, error);
  else
    go_on (operation, items);
}

static void
begin (BrightVault *vault,
       BrightVaultVerb verb,
       BrightPlatform platform,
       const char *account,
       const char *token,
       GTask *task)
{
  g_autoptr (BrightVaultOperation) operation
      = bright_vault_operation_new (verb, task, BRIGHT_VAULT_KEYRING (vault)->clock);
  g_autoptr (GHashTable) attributes = NULL;

  operation->platform = platform;
  operation->account = g_strdup (account);
  operation->token = g_strdup (token);
  attributes = make_attributes (operation);
  secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL, operation->cancellable, on_found,
                           bright_vault_operation_ref (operation));
}

static void
keyring_lookup (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  begin (vault, BRIGHT_VAULT_LOOKUP, platform, account, NULL, task);
}

static void
keyring_store (BrightVault *vault,
               BrightPlatform platform,
               const char *account,
               const char *token,
               GTask *task)
{
  begin (vault, BRIGHT_VAULT_STORE, platform, account, token, task);
}

static void
keyring_clear (BrightVault *vault, BrightPlatform platform, const char *account, GTask *task)
{
  begin (vault, BRIGHT_VAULT_CLEAR, platform, account, NULL, task);
}

static void
keyring_unlock (BrightVault *vault, GTask *task)
{
  begin (vault, BRIGHT_VAULT_UNLOCK, BRIGHT_PLATFORM_BIGCOMMERCE, NULL, NULL, task);
}

static void
bright_vault_keyring_finalize (GObject *object)
{
  g_object_unref (BRIGHT_VAULT_KEYRING (object)->clock);
  G_OBJECT_CLASS (bright_vault_keyring_parent_class)->finalize (object);
}

static void
bright_vault_keyring_class_init (BrightVaultKeyringClass *klass)
{
  BrightVaultClass *vault_class = BRIGHT_VAULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bright_vault_keyring_finalize;
  vault_class->is_writable = TRUE;
  vault_class->lookup = keyring_lookup;
  vault_class->store = keyring_store;
  vault_class->clear = keyring_clear;
  vault_class->unlock = keyring_unlock;
}

static void
bright_vault_keyring_init (BrightVaultKeyring *self)
{
}

BrightVault *
bright_vault_new_keyring (BrightClock *clock)
{
  BrightVaultKeyring *self;

  g_return_val_if_fail (BRIGHT_IS_CLOCK (clock), NULL);

  self = g_object_new (BRIGHT_TYPE_VAULT_KEYRING, NULL);
  self->clock = g_object_ref (clock);
  return BRIGHT_VAULT (self);
}
