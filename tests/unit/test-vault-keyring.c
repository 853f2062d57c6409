/* Tests of the vault on a real keyring, and on buses without one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * run-with-keyring.sh starts this on a private bus; each state of the keyring
 * has its own set of tests there.
 */
#include "bright-error.h"
#include "bright-vault.h"
#include "test-util.h"

#include <libsecret/secret.h>

#define SECRETS "org.freedesktop.secrets"
#define PROMPTER "org.gnome.keyring.SystemPrompter"

typedef struct
{
  BrightClock *clock;
  BrightVault *vault;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->clock = bright_clock_new_system ();
  fixture->vault = bright_vault_new_keyring (fixture->clock);
}

static void
set_up_with_manual_clock (Fixture *fixture, gconstpointer unused)
{
  fixture->clock = bright_clock_new_manual (0);
  fixture->vault = bright_vault_new_keyring (fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->vault);
  g_assert_finalize_object (fixture->clock);
}

static char *
look_up (Fixture *fixture, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_lookup_async (fixture->vault, BRIGHT_PLATFORM_BRIGHTPEARL, account, NULL,
                             test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_lookup_finish (fixture->vault, result, error);
}

static gboolean
store (Fixture *fixture, const char *account, const char *token, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_store_async (fixture->vault, BRIGHT_PLATFORM_BRIGHTPEARL, account, token, NULL,
                            test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_store_finish (fixture->vault, result, error);
}

static gboolean
clear (Fixture *fixture, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_clear_async (fixture->vault, BRIGHT_PLATFORM_BRIGHTPEARL, account, NULL,
                            test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_clear_finish (fixture->vault, result, error);
}

static gboolean
unlock (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_vault_unlock_async (fixture->vault, NULL, test_keep_result, &result);
  test_wait_for_result (&result, "the vault");
  return bright_vault_unlock_finish (fixture->vault, result, error);
}

static void
assert_token (Fixture *fixture, const char *account, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *token = look_up (fixture, account, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
  bright_vault_free_token (token);
}

/* Every operation fails, each with the same cause. */
static void
assert_all_fail (Fixture *fixture, BrightError code)
{
  g_autoptr (GError) look_up_error = NULL;
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) clear_error = NULL;
  g_autoptr (GError) unlock_error = NULL;

  g_assert_null (look_up (fixture, "harbour", &look_up_error));
  g_assert_error (look_up_error, BRIGHT_ERROR, (int)code);
  g_assert_false (store (fixture, "harbour", "another", &store_error));
  g_assert_error (store_error, BRIGHT_ERROR, (int)code);
  g_assert_false (clear (fixture, "harbour", &clear_error));
  g_assert_error (clear_error, BRIGHT_ERROR, (int)code);
  g_assert_false (unlock (fixture, &unlock_error));
  g_assert_error (unlock_error, BRIGHT_ERROR, (int)code);
}

static void
test_unlocked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) cleared = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (look_up (fixture, "harbour", &missing));
  g_assert_error (missing, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING);
  g_assert_true (clear (fixture, "harbour", &error));
  g_assert_true (store (fixture, "harbour", "first", &error));
  g_assert_true (store (fixture, "other", "third", &error));
  g_assert_true (store (fixture, "harbour", "second", &error));
  g_assert_no_error (error);
  assert_token (fixture, "harbour", "second");
  assert_token (fixture, "other", "third");
  g_assert_true (unlock (fixture, &error));
  g_assert_true (clear (fixture, "harbour", &error));
  g_assert_no_error (error);
  g_assert_null (look_up (fixture, "harbour", &cleared));
  g_assert_error (cleared, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING);
  assert_token (fixture, "other", "third");
}

/* What other programs, and people, see of a token. */
static void
test_attributes (Fixture *fixture, gconstpointer unused)
{
  static const SecretSchema schema = {
    "com.example.BrightConnect.Token",
    SECRET_SCHEMA_NONE,
    { { "platform", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "account", SECRET_SCHEMA_ATTRIBUTE_STRING } },
  };
  g_autoptr (GError) error = NULL;
  char *token;

  g_assert_true (store (fixture, "seen", "from-outside", &error));
  token = secret_password_lookup_sync (&schema, NULL, &error, "platform", "brightpearl", "account",
                                       "seen", NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, "from-outside");
  secret_password_free (token);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bright_vault_lookup_async (fixture->vault, BRIGHT_PLATFORM_BRIGHTPEARL, "other", cancellable,
                             test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result, "the vault");
  g_assert_null (bright_vault_lookup_finish (fixture->vault, result, &error));
  g_assert_true (bright_error_is_cancelled (error));
}

static void
lock_keyring (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, SECRETS, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "Lock",
      g_variant_new_parsed ("([objectpath '/org/freedesktop/secrets/collection/login'],)"), NULL,
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/* Nobody is there to answer the question, so it stays locked. */
static void
test_locked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  g_assert_true (store (fixture, "harbour", "secret", &error));
  lock_keyring ();
  assert_all_fail (fixture, BRIGHT_ERROR_KEYRING_LOCKED);
  g_assert_null (look_up (fixture, "never-stored", &other_error));
  g_assert_error (other_error, BRIGHT_ERROR, BRIGHT_ERROR_TOKEN_MISSING);
}

static void
test_absent (Fixture *fixture, gconstpointer unused)
{
  assert_all_fail (fixture, BRIGHT_ERROR_KEYRING_ABSENT);
}

/* Somebody who has a name on the bus and never says a word. */
typedef struct
{
  GDBusConnection *bus;
  guint name;
  int is_named;  /* atomic, as is the next */
  int is_called; /* with whatever was asked */
} Mute;

static GDBusMessage *
swallow (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer user_data)
{
  Mute *mute = user_data;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  g_atomic_int_set (&mute->is_called, TRUE);
  g_main_context_wakeup (NULL);
  g_object_unref (message);
  return NULL;
}

static void
note_name (GDBusConnection *bus, const char *name, gpointer user_data)
{
  g_atomic_int_set (&((Mute *)user_data)->is_named, TRUE);
}

static gboolean
is_set (gpointer flag)
{
  return g_atomic_int_get ((int *)flag);
}

static void
mute_begin (Mute *mute, const char *name)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  mute->bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (mute->bus, swallow, mute, NULL);
  mute->name = g_bus_own_name_on_connection (mute->bus, name, G_BUS_NAME_OWNER_FLAGS_NONE,
                                             note_name, NULL, mute, NULL);
  test_wait_until (is_set, NULL, &mute->is_named, "a name on the bus");
}

static void
mute_end (Mute *mute)
{
  g_bus_unown_name (mute->name);
  g_dbus_connection_close_sync (mute->bus, NULL, NULL);
  g_clear_object (&mute->bus);
}

static void
advance (Fixture *fixture, int seconds)
{
  bright_clock_advance (fixture->clock, seconds * G_USEC_PER_SEC);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The question is on the screen and nobody answers it. */
static void
test_unanswered (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Mute prompter = { 0 };

  mute_begin (&prompter, PROMPTER);
  bright_vault_unlock_async (fixture->vault, NULL, test_keep_result, &result);
  test_wait_until (is_set, NULL, &prompter.is_called, "a call");
  advance (fixture, 119);
  g_assert_null (result);
  advance (fixture, 1);
  test_wait_for_result (&result, "the vault");
  g_assert_false (bright_vault_unlock_finish (fixture->vault, result, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_LOCKED);
  mute_end (&prompter);
}

/* The same, but whoever asked does not want to know any more. */
static void
test_given_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Mute prompter = { 0 };

  mute_begin (&prompter, PROMPTER);
  bright_vault_unlock_async (fixture->vault, cancellable, test_keep_result, &result);
  test_wait_until (is_set, NULL, &prompter.is_called, "a call");
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result, "the vault");
  g_assert_false (bright_vault_unlock_finish (fixture->vault, result, &error));
  g_assert_true (bright_error_is_cancelled (error));
  mute_end (&prompter);
}

static void
test_silent (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Mute keyring = { 0 };

  mute_begin (&keyring, SECRETS);
  bright_vault_lookup_async (fixture->vault, BRIGHT_PLATFORM_BRIGHTPEARL, "harbour", NULL,
                             test_keep_result, &result);
  test_wait_until (is_set, NULL, &keyring.is_called, "a call");
  advance (fixture, 9);
  g_assert_null (result);
  advance (fixture, 1);
  test_wait_for_result (&result, "the vault");
  g_assert_null (bright_vault_lookup_finish (fixture->vault, result, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_ABSENT);
  mute_end (&keyring);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/open/unlocked", Fixture, NULL, set_up, test_unlocked, tear_down);
  g_test_add ("/open/attributes", Fixture, NULL, set_up, test_attributes, tear_down);
  g_test_add ("/open/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/open/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/open/unanswered", Fixture, NULL, set_up_with_manual_clock, test_unanswered,
              tear_down);
  g_test_add ("/open/given-up", Fixture, NULL, set_up_with_manual_clock, test_given_up, tear_down);
  g_test_add ("/absent/absent", Fixture, NULL, set_up, test_absent, tear_down);
  g_test_add ("/absent/silent", Fixture, NULL, set_up_with_manual_clock, test_silent, tear_down);
  return g_test_run ();
}
