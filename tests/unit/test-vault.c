/* Tests of the vaults that need no keyring: memory and credential files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-vault.h"
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
look_up (BrightVault *vault, BrightPlatform platform, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_lookup_async (vault, platform, account, NULL, test_keep_result, &result);
  g_assert_null (result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_lookup_finish (vault, result, error);
}

static gboolean
store (BrightVault *vault, const char *token, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_store_async (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", token, NULL,
                            test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_store_finish (vault, result, error);
}

static gboolean
clear (BrightVault *vault, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_clear_async (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", NULL, test_keep_result,
                            &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_clear_finish (vault, result, error);
}

static void
assert_token (BrightVault *vault, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *token = look_up (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
  bright_vault_free_token (token);
}

static void
assert_no_token (BrightVault *vault, BrightPlatform platform, const char *account, BrightError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (look_up (vault, platform, account, &error));
  g_assert_error (error, BRIGHT_ERROR, (int)code);
}

static void
test_memory (void)
{
  g_autoptr (BrightVault) vault = bright_vault_new_memory ();
  g_autoptr (GAsyncResult) unlocked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bright_vault_is_writable (vault));
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_MISSING);
  g_assert_true (store (vault, "first", &error));
  g_assert_true (store (vault, "second", &error));
  g_assert_no_error (error);
  assert_token (vault, "second");
  assert_no_token (vault, BRIGHT_PLATFORM_BRIGHTPEARL, "k3x9", BRIGHT_ERROR_TOKEN_MISSING);
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "other", BRIGHT_ERROR_TOKEN_MISSING);
  bright_vault_unlock_async (vault, NULL, test_keep_result, &unlocked);
  test_wait_for_result (&unlocked, "the vault");
  g_assert_true (bright_vault_unlock_finish (vault, unlocked, &error));
  g_assert_true (clear (vault, &error));
  g_assert_true (clear (vault, &error));
  g_assert_no_error (error);
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_MISSING);
}

static void
test_no_tokens (void)
{
  static const char *const texts[] = { "", "two words", "line\nbreak", "caf\xc3\xa9", " x" };
  g_autoptr (BrightVault) vault = bright_vault_new_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (store (vault, texts[i], &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
      g_assert_true (*texts[i] == '\0' || strstr (error->message, texts[i]) == NULL);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (BrightVault) vault = bright_vault_new_memory ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (store (vault, "token", NULL));
  g_cancellable_cancel (cancellable);
  bright_vault_lookup_async (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", cancellable,
                             test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  g_assert_null (bright_vault_lookup_finish (vault, result, &error));
  g_assert_true (bright_error_is_cancelled (error));
}

static const struct
{
  const char *content;
  int mode;
  const char *token; /* NULL: refused */
} files[] = {
  { "abc123\n", 0400, "abc123" },
  { "abc123", 0600, "abc123" },
  { "abc123\r\n", 0600, "abc123" },
  { "abc123\n", 0640, NULL },
  { "abc123\n", 0604, NULL },
  { "abc123\n", 0620, NULL },
  { "abc123\n", 0644, NULL },
  { "abc\n123\n", 0600, NULL },
  { "\n", 0600, NULL },
  { "", 0600, NULL },
};

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bright-vault-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bigcommerce-token", NULL);
  g_autoptr (BrightVault) vault = bright_vault_new_files (folder);

  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_MISSING);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
      g_assert_cmpint (g_chmod (path, files[i].mode), ==, 0);
      if (files[i].token != NULL)
        assert_token (vault, files[i].token);
      else
        assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_REFUSED);
      assert_no_token (vault, BRIGHT_PLATFORM_BRIGHTPEARL, "k3x9", BRIGHT_ERROR_TOKEN_MISSING);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_odd_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bright-vault-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bigcommerce-token", NULL);
  g_autofree char *large = g_strnfill (20000, 'x');
  g_autoptr (BrightVault) vault = bright_vault_new_files (folder);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents_full (path, large, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  assert_no_token (vault, BRIGHT_PLATFORM_BIGCOMMERCE, "k3x9", BRIGHT_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_files_are_read_only (void)
{
  g_autoptr (BrightVault) vault = bright_vault_new_files ("/nowhere");
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) clear_error = NULL;

  g_assert_false (bright_vault_is_writable (vault));
  g_assert_false (store (vault, "token", &store_error));
  g_assert_error (store_error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_assert_false (clear (vault, &clear_error));
  g_assert_error (clear_error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
}

static void
test_for_machine (void)
{
  g_autoptr (BrightVault) files_vault = NULL;
  g_autoptr (BrightVault) keyring_vault = NULL;

  g_setenv ("CREDENTIALS_DIRECTORY", "/nowhere", TRUE);
  files_vault = bright_vault_new_for_machine ();
  g_assert_false (bright_vault_is_writable (files_vault));
  assert_no_token (files_vault, BRIGHT_PLATFORM_BRIGHTPEARL, "x", BRIGHT_ERROR_TOKEN_MISSING);
  g_unsetenv ("CREDENTIALS_DIRECTORY");
  keyring_vault = bright_vault_new_for_machine ();
  g_assert_true (bright_vault_is_writable (keyring_vault));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/memory", test_memory);
  g_test_add_func ("/vault/no-tokens", test_no_tokens);
  g_test_add_func ("/vault/cancelled", test_cancelled);
  g_test_add_func ("/vault/files", test_files);
  g_test_add_func ("/vault/odd-files", test_odd_files);
  g_test_add_func ("/vault/files-are-read-only", test_files_are_read_only);
  g_test_add_func ("/vault/for-machine", test_for_machine);
  return g_test_run ();
}
