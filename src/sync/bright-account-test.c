/* The sync service: trying an account before it is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clients are made for the test alone, so that nothing of what is typed
 * reaches a sync. An answer is told by the field that a person has to look at.
 */
#include "bright-account-test-private.h"

#include <glib/gi18n.h>

/* Somebody waits in front of the screen. */
#define PATIENCE_SECONDS 5

/* What each of Brightpearl's services is asked for, to see whether a staff member may. */
static const struct
{
  const char *name;
  const char *kind;
} services[] = {
  { "order-service", "order-status" },  { "product-service", "channel" },
  { "warehouse-service", "warehouse" }, { "contact-service", "lead-source" },
  { "accounting-service", "tax-code" },
};

void
bright_account_test_free (BrightAccountTest *test)
{
  if (test == NULL)
    return;
  g_free (test->name);
  g_free (test->field);
  g_free (test->missing_scopes);
  g_free (test->message);
  g_free (test);
}

static void
testing_free (gpointer data)
{
  BrightAccountTesting *testing = data;

  bright_settings_snapshot_unref (testing->settings);
  g_free (testing->url);
  g_free (testing->account);
  g_free (testing->app_reference);
  bright_vault_free_token (testing->token);
  g_clear_pointer (&testing->configuration, brightpearl_configuration_free);
  g_string_free (testing->missing, TRUE);
  g_free (testing);
}

/* Ends the test; takes @task and @message. */
static void
answer (GTask *task, gboolean is_good, const char *name, const char *field, char *message)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);
  BrightAccountTest *test = g_new0 (BrightAccountTest, 1);

  test->is_good = is_good;
  test->name = g_strdup (name);
  test->field = g_strdup (field);
  if (!is_good && testing->missing->len > 0)
    test->missing_scopes = g_strdup (testing->missing->str);
  test->message = message;
  g_task_return_pointer (task, test, (GDestroyNotify)bright_account_test_free);
  g_object_unref (task);
}

void
bright_account_test_refuse (GTask *task, const char *field, char *message)
{
  answer (task, FALSE, NULL, field, message);
}

static void
add_missing (GString *list, const char *permission)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", permission);
}

static void
refuse_for_missing (GTask *task, const char *name)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);

  /* Translators: the placeholder is a list of permissions, in the platform's own words. */
  answer (task, FALSE, name, TOKEN,
          g_strdup_printf (_ ("The token lacks permissions: %s."), testing->missing->str));
}

/* ---- BigCommerce ---- */

/* Whether what is switched on needs a permission. */
static gboolean
is_needed (const BrightSettingsSnapshot *settings, const char *scope)
{
  if (g_str_equal (scope, "Order Transactions"))
    return settings->payments.enabled;
  if (g_str_equal (scope, "Store Inventory") || g_str_equal (scope, "Store Locations"))
    return settings->inventory.enabled;
  if (g_str_equal (scope, "Products"))
    return settings->inventory.enabled || settings->orders.create_in_bigcommerce
           || settings->items.bigcommerce_field != BRIGHT_BIGCOMMERCE_FIELD_SKU;
  /* Names of channels are only looked at. */
  return !g_str_equal (scope, "Channel Settings");
}

static void
store_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightAccountTesting *testing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BigcommerceCheck) store
      = bigcommerce_client_check_finish (BIGCOMMERCE_CLIENT (source), result, &error);
  g_autoptr (GString) later = g_string_new (NULL);

  if (store == NULL)
    {
      bright_account_test_refuse_for_error (task, error);
      return;
    }
  for (char **scope = store->missing_scopes; *scope != NULL; scope++)
    add_missing (is_needed (testing->settings, *scope) ? testing->missing : later, *scope);
  if (testing->missing->len > 0)
    refuse_for_missing (task, store->name);
  else if (later->len > 0)
    answer (task, TRUE, store->name, "",
            /* Translators: the first is a store's name, the second a list of permissions. */
            g_strdup_printf (_ ("“%s” can be used. What is switched off would need further "
                                "permissions: %s."),
                             store->name, later->str));
  else
    answer (task, TRUE, store->name, "", g_strdup_printf (_ ("“%s” can be used."), store->name));
}

/* Takes @task. */
static void
test_store (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  BrightAccountTesting *testing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BigcommerceClient) client = bigcommerce_client_new (
      testing->url, testing->account, testing->token, PATIENCE_SECONDS, self->clock, &error);

  if (client == NULL)
    bright_account_test_refuse_for_error (task, error);
  else
    bigcommerce_client_check_async (client, g_task_get_cancellable (task), store_checked_cb, task);
}

/* ---- Brightpearl ---- */

static void ask_service (GTask *task, BrightpearlClient *client);

static void
service_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightAccountTesting *testing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) items
      = brightpearl_client_load_reference_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (items == NULL && !g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_REFUSED))
    {
      bright_account_test_refuse_for_error (task, error);
      return;
    }
  if (items == NULL)
    add_missing (testing->missing, services[testing->service].name);
  g_clear_error (&error);
  testing->service++;
  ask_service (task, BRIGHTPEARL_CLIENT (source));
}

/* Asks the next service, or ends the test; takes @task. */
static void
ask_service (GTask *task, BrightpearlClient *client)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);
  const BrightpearlConfiguration *configuration = testing->configuration;
  g_autofree char *name = NULL;

  if (testing->service < G_N_ELEMENTS (services))
    {
      brightpearl_client_load_reference_async (client, services[testing->service].kind,
                                               g_task_get_cancellable (task), service_asked_cb,
                                               task);
      return;
    }
  /* Translators: a time zone and a currency, for example "Europe/London, GBP". */
  name = g_strdup_printf (_ ("%s, %s"), configuration->time_zone, configuration->base_currency);
  if (testing->missing->len > 0)
    refuse_for_missing (task, name);
  else
    answer (task, TRUE, name, "",
            g_strdup_printf (_ ("“%s” can be used: its time zone is %s and its currency %s."),
                             testing->account, configuration->time_zone,
                             configuration->base_currency));
}

static void
configuration_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightAccountTesting *testing = g_task_get_task_data (task);
  BrightpearlClient *client = BRIGHTPEARL_CLIENT (source);
  GError *error = NULL;

  testing->configuration = brightpearl_client_load_configuration_finish (client, result, &error);
  if (testing->configuration == NULL)
    bright_account_test_refuse_for_error (task, error);
  else
    ask_service (task, client);
}

/* Takes @task. */
static void
test_brightpearl (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  BrightAccountTesting *testing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BrightpearlClient) client = brightpearl_client_new (
      testing->url, testing->account, testing->app_reference, testing->token,
      testing->is_staff_token, testing->requests_per_minute, PATIENCE_SECONDS, self->clock, &error);

  if (client == NULL)
    bright_account_test_refuse_for_error (task, error);
  else
    brightpearl_client_load_configuration_async (client, g_task_get_cancellable (task),
                                                 configuration_loaded_cb, task);
}

/* ---- The test ---- */

/* Takes @task. */
static void
begin (GTask *task)
{
  BrightAccountTesting *testing = g_task_get_task_data (task);

  if (testing->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    test_store (task);
  else
    test_brightpearl (task);
}

static void
token_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrightAccountTesting *testing = g_task_get_task_data (task);
  GError *error = NULL;

  testing->token = bright_vault_lookup_finish (BRIGHT_VAULT (source), result, &error);
  if (testing->token != NULL)
    begin (task);
  else if (bright_error_is_cancelled (error) || error->domain != BRIGHT_ERROR)
    bright_account_test_refuse_for_error (task, error);
  else
    {
      bright_account_test_refuse (task, TOKEN,
                                  g_strdup (bright_error_sentence ((BrightError)error->code)));
      g_error_free (error);
    }
}

static gboolean
is_header_text (const char *text)
{
  while (g_ascii_isgraph (*text))
    text++;
  return *text == '\0';
}

/* What can be said without asking; FALSE, having taken @task, if that is all. */
static gboolean
check_fields (GTask *task, const BrightAccountTesting *testing)
{
  gboolean is_store = testing->platform == BRIGHT_PLATFORM_BIGCOMMERCE;

  if (testing->account[0] == '\0')
    bright_account_test_refuse (
        task, is_store ? STORE_HASH : ACCOUNT,
        g_strdup (is_store ? _ ("Fill in the store hash.") : _ ("Fill in the account code.")));
  else if (!is_store && testing->app_reference[0] == '\0')
    bright_account_test_refuse (task, APP_REFERENCE, g_strdup (_ ("Fill in the app reference.")));
  else if (testing->token != NULL && testing->token[0] == '\0')
    bright_account_test_refuse (task, TOKEN, g_strdup (_ ("Fill in the token.")));
  else if (testing->token != NULL && !is_header_text (testing->token))
    bright_account_test_refuse (
        task, TOKEN, g_strdup (_ ("A token has no spaces, and only plain letters and signs.")));
  else
    return TRUE;
  return FALSE;
}

static BrightAccountTesting *
testing_new (BrightSyncService *self,
             BrightPlatform platform,
             BrightSettingsGroup *connection,
             const char *token)
{
  gboolean is_store = platform == BRIGHT_PLATFORM_BIGCOMMERCE;
  g_autofree char *kind = bright_settings_group_dup_text (connection, "brightpearl-token-kind");
  BrightAccountTesting *testing = g_new0 (BrightAccountTesting, 1);

  testing->platform = platform;
  testing->settings = bright_settings_snapshot (self->settings);
  testing->url = bright_settings_group_dup_text (connection, is_store ? STORE_URL : ACCOUNT_URL);
  testing->account = bright_settings_group_dup_text (connection, is_store ? STORE_HASH : ACCOUNT);
  testing->app_reference = bright_settings_group_dup_text (connection, APP_REFERENCE);
  testing->is_staff_token = g_str_equal (kind, "staff");
  testing->requests_per_minute
      = (guint)bright_settings_group_get_integer (connection, "brightpearl-requests-per-minute");
  testing->token = g_strdup (token);
  testing->missing = g_string_new (NULL);
  return testing;
}

void
bright_sync_service_test_account_async (BrightSyncService *self,
                                        BrightPlatform platform,
                                        BrightSettingsGroup *connection,
                                        const char *token,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  BrightAccountTesting *testing;
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (connection, BRIGHT_TYPE_CONNECTION_SETTINGS));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_test_account_async);
  testing = testing_new (self, platform, connection, token);
  g_task_set_task_data (task, testing, testing_free);
  if (!check_fields (task, testing))
    return;
  if (testing->token != NULL)
    begin (task);
  else
    bright_vault_lookup_async (self->vault, platform, testing->account, cancellable, token_found_cb,
                               task);
}

BrightAccountTest *
bright_sync_service_test_account_finish (BrightSyncService *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
