/* Tests of tokens, and of trying an account, against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyring is the library's own file in a folder of the test.
 */
#include "account-support.h"
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

static Practice *
start (void)
{
  return practice_start ("--orders", "3", "--limits", "off", NULL);
}

static BrightTokenState
find_token (Place *place, BrightPlatform platform)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightTokenState state = BRIGHT_TOKEN_PRESENT;

  bright_sync_service_find_token_async (place->service, platform, NULL, test_keep_result, &result);
  place_wait (place, &result);
  bright_sync_service_find_token_finish (place->service, result, &state, &error);
  g_assert_no_error (error);
  return state;
}

static gboolean
store_token (Place *place, BrightPlatform platform, const char *token, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_sync_service_store_token_async (place->service, platform, token, NULL, test_keep_result,
                                         &result);
  place_wait (place, &result);
  return bright_sync_service_store_token_finish (place->service, result, error);
}

static void
store_good_token (Place *place, BrightPlatform platform, const char *token)
{
  g_autoptr (GError) error = NULL;

  store_token (place, platform, token, &error);
  g_assert_no_error (error);
}

static gboolean
forget_token (Place *place, BrightPlatform platform, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_sync_service_forget_token_async (place->service, platform, NULL, test_keep_result,
                                          &result);
  place_wait (place, &result);
  return bright_sync_service_forget_token_finish (place->service, result, error);
}

static gboolean
check (Place *place, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (BrightCheck) found = NULL;

  bright_sync_service_check_async (place->service, NULL, test_keep_result, &result);
  place_wait (place, &result);
  found = bright_sync_service_check_finish (place->service, result, error);
  return found != NULL && found->store_name != NULL && found->account_currency != NULL;
}

static void
assert_check_fails (Place *place, BrightError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (check (place, &error));
  g_assert_error (error, BRIGHT_ERROR, (int)code);
}

static void
assert_check_works (Place *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (check (place, &error));
  g_assert_no_error (error);
}

/* A token is there for the next sync, and gone for it, with no program started anew. */
static void
test_tokens (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;

  place_open (place);
  place_connect (place, practice);
  g_assert_true (bright_sync_service_is_configured (place->service));
  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BIGCOMMERCE), ==, BRIGHT_TOKEN_MISSING);
  assert_check_fails (place, BRIGHT_ERROR_TOKEN_MISSING);
  store_good_token (place, BRIGHT_PLATFORM_BIGCOMMERCE, practice->bigcommerce_token);
  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BIGCOMMERCE), ==, BRIGHT_TOKEN_PRESENT);
  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BRIGHTPEARL), ==, BRIGHT_TOKEN_MISSING);
  store_good_token (place, BRIGHT_PLATFORM_BRIGHTPEARL, practice->brightpearl_token);
  assert_check_works (place);
  g_assert_true (g_file_test (place->journal_path, G_FILE_TEST_EXISTS));
  store_good_token (place, BRIGHT_PLATFORM_BIGCOMMERCE, "wrong-token");
  g_assert_false (check (place, &error));
  g_assert_no_error (error);
  store_good_token (place, BRIGHT_PLATFORM_BIGCOMMERCE, practice->bigcommerce_token);
  assert_check_works (place);
  g_assert_true (forget_token (place, BRIGHT_PLATFORM_BRIGHTPEARL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BRIGHTPEARL), ==, BRIGHT_TOKEN_MISSING);
  assert_check_fails (place, BRIGHT_ERROR_TOKEN_MISSING);
}

static void
test_token_needs_account (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;

  place_open (place);
  g_assert_false (store_token (place, BRIGHT_PLATFORM_BRIGHTPEARL, "token", &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_assert_nonnull (strstr (error->message, "connection.brightpearl-account"));
}

static void
assert_read_only (Place *place)
{
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) forget_error = NULL;

  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BIGCOMMERCE), ==, BRIGHT_TOKEN_READ_ONLY);
  g_assert_false (store_token (place, BRIGHT_PLATFORM_BIGCOMMERCE, "other", &store_error));
  g_assert_error (store_error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_assert_false (forget_token (place, BRIGHT_PLATFORM_BIGCOMMERCE, &forget_error));
  g_assert_error (forget_error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
}

static void
test_given_tokens (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();

  place_open (place);
  place_connect (place, practice);
  bright_sync_service_use_tokens (place->service, practice->bigcommerce_token,
                                  practice->brightpearl_token);
  assert_read_only (place);
  assert_check_works (place);
}

static void
test_credential_files (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = g_build_filename (place->folder, "bigcommerce-token", NULL);

  g_assert_true (g_file_set_contents_full (path, practice->bigcommerce_token, -1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_setenv ("CREDENTIALS_DIRECTORY", place->folder, TRUE);
  place_open (place);
  g_unsetenv ("CREDENTIALS_DIRECTORY");
  place_connect (place, practice);
  assert_read_only (place);
  g_assert_cmpint (find_token (place, BRIGHT_PLATFORM_BRIGHTPEARL), ==, BRIGHT_TOKEN_NO_KEYRING);
}

/* ---- Trying an account ---- */

static BrightAccountTest *
try (Place *place, BrightPlatform platform, const char *key, const char *value, const char *token)
{
  g_autoptr (BrightSettingsGroup) copy = g_object_new (BRIGHT_TYPE_CONNECTION_SETTINGS, NULL);
  static const char *const keys[]
      = { "bigcommerce-url", "bigcommerce-store-hash", "brightpearl-url", "brightpearl-account",
          "brightpearl-app-ref" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightAccountTest *test;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = place_dup (place, "connection", keys[i]);

      g_object_set (copy, keys[i], text, NULL);
    }
  if (key != NULL)
    g_object_set (copy, key, value, NULL);
  bright_sync_service_test_account_async (place->service, platform, copy, token, NULL,
                                          test_keep_result, &result);
  place_wait (place, &result);
  test = bright_sync_service_test_account_finish (place->service, result, &error);
  g_assert_no_error (error);
  return test;
}

static void
assert_field (Place *place,
              BrightPlatform platform,
              const char *key,
              const char *value,
              const char *token,
              const char *field)
{
  g_autoptr (BrightAccountTest) test = try (place, platform, key, value, token);

  g_test_message ("%s", test->message);
  g_assert_false (test->is_good);
  g_assert_cmpstr (test->field, ==, field);
  g_assert_cmpuint (strlen (test->message), >, 0);
  g_assert_null (strstr (test->message, token != NULL && token[0] != '\0' ? token : "?!"));
}

static void
test_store_account (void)
{
  const BrightPlatform store = BRIGHT_PLATFORM_BIGCOMMERCE;
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  const char *token = practice->bigcommerce_token;
  g_autofree char *elsewhere = g_strconcat (practice->bigcommerce_url, "/elsewhere", NULL);
  g_autoptr (BrightAccountTest) good = NULL;

  place_open (place);
  place_connect (place, practice);
  good = try (place, store, NULL, NULL, token);
  g_assert_true (good->is_good);
  g_assert_cmpuint (strlen (good->name), >, 0);
  g_assert_nonnull (strstr (good->message, good->name));
  g_assert_null (good->missing_scopes);
  assert_field (place, store, "bigcommerce-store-hash", "", token, "bigcommerce-store-hash");
  assert_field (place, store, "bigcommerce-store-hash", "other", token, "bigcommerce-store-hash");
  assert_field (place, store, "bigcommerce-url", elsewhere, token, "bigcommerce-url");
  assert_field (place, store, "bigcommerce-url", "http://127.0.0.1:1", token, "bigcommerce-url");
  assert_field (place, store, NULL, NULL, "wrong-token", "token");
  assert_field (place, store, NULL, NULL, "with a space", "token");
  assert_field (place, store, NULL, NULL, "", "token");
  /* There is none in the keyring. */
  assert_field (place, store, NULL, NULL, NULL, "token");
  g_assert_false (g_file_test (place->journal_path, G_FILE_TEST_EXISTS));
}

static void
test_account (void)
{
  const BrightPlatform account = BRIGHT_PLATFORM_BRIGHTPEARL;
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  const char *token = practice->brightpearl_token;
  g_autofree char *elsewhere = g_strconcat (practice->brightpearl_url, "/elsewhere", NULL);
  g_autoptr (BrightAccountTest) good = NULL;
  g_autoptr (BrightAccountTest) stored = NULL;

  place_open (place);
  place_connect (place, practice);
  good = try (place, account, NULL, NULL, token);
  g_assert_true (good->is_good);
  g_assert_nonnull (strstr (good->name, "GBP"));
  assert_field (place, account, "brightpearl-account", "", token, "brightpearl-account");
  assert_field (place, account, "brightpearl-account", "other", token, "brightpearl-account");
  assert_field (place, account, "brightpearl-app-ref", "", token, "brightpearl-app-ref");
  assert_field (place, account, "brightpearl-app-ref", "other", token, "brightpearl-app-ref");
  assert_field (place, account, "brightpearl-app-ref", "harbourlane_other", token,
                "brightpearl-app-ref");
  assert_field (place, account, "brightpearl-url", elsewhere, token, "brightpearl-url");
  assert_field (place, account, "brightpearl-url", "http://127.0.0.1:1", token, "brightpearl-url");
  assert_field (place, account, NULL, NULL, "wrong-token", "token");
  store_good_token (place, account, token);
  stored = try (place, account, NULL, NULL, NULL);
  g_assert_true (stored->is_good);
}

/* A permission counts when a tab that needs it is on. */
static void
test_permissions (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  g_autoptr (BrightAccountTest) before = NULL;
  g_autoptr (BrightAccountTest) after = NULL;
  g_autoptr (BrightAccountTest) staff = NULL;

  place_open (place);
  place_connect (place, practice);
  practice_do (practice, "bigcommerce/scopes",
               "{'scopes':['store_v2_orders','store_v2_customers_read_only',"
               "'store_v2_products_read_only','store_v2_information_read_only']}");
  before = try (place, BRIGHT_PLATFORM_BIGCOMMERCE, NULL, NULL, practice->bigcommerce_token);
  g_assert_true (before->is_good);
  g_assert_null (before->missing_scopes);
  g_assert_nonnull (strstr (before->message, "Order Transactions"));
  g_object_set (place_get_group (place, "payments"), "enabled", TRUE, NULL);
  g_object_set (place_get_group (place, "inventory"), "enabled", TRUE, NULL);
  after = try (place, BRIGHT_PLATFORM_BIGCOMMERCE, NULL, NULL, practice->bigcommerce_token);
  g_assert_false (after->is_good);
  g_assert_cmpstr (after->missing_scopes, ==,
                   "Order Transactions, Store Inventory, Store Locations");
  g_assert_cmpstr (after->field, ==, "token");
  practice_do (practice, "brightpearl/services",
               "{'services':['integration-service','order-service','contact-service',"
               "'product-service','warehouse-service']}");
  staff = try (place, BRIGHT_PLATFORM_BRIGHTPEARL, NULL, NULL, practice->brightpearl_token);
  g_assert_false (staff->is_good);
  g_assert_cmpstr (staff->missing_scopes, ==, "accounting-service");
}

static void
test_cancel (void)
{
  g_autoptr (Practice) practice = start ();
  g_autoptr (Place) place = place_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  place_open (place);
  place_connect (place, practice);
  bright_sync_service_test_account_async (
      place->service, BRIGHT_PLATFORM_BIGCOMMERCE, place_get_group (place, "connection"),
      practice->bigcommerce_token, cancellable, test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  place_wait (place, &result);
  g_assert_null (bright_sync_service_test_account_finish (place->service, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
use_keyring_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.keyring", NULL);

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "password", TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("brightconnect-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.keyring", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  use_keyring_file (folder);
  g_test_add_func ("/accounts/store-account", test_store_account);
  g_test_add_func ("/accounts/tokens", test_tokens);
  g_test_add_func ("/accounts/token-needs-account", test_token_needs_account);
  g_test_add_func ("/accounts/given-tokens", test_given_tokens);
  g_test_add_func ("/accounts/credential-files", test_credential_files);
  g_test_add_func ("/accounts/account", test_account);
  g_test_add_func ("/accounts/permissions", test_permissions);
  g_test_add_func ("/accounts/cancel", test_cancel);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  return status;
}
