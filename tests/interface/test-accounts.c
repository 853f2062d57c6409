/* Tests of the accounts dialog against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-accounts-dialog.h"
#include "locked-vault.h"
#include "setup-support.h"

static void
open_dialog (Setup *setup)
{
  setup_present (setup, bright_accounts_dialog_new (NULL, setup->place->service));
}

static void
show_brightpearl (Setup *setup)
{
  GtkWidget *pages = interface_get (GTK_WIDGET (setup->window), GTK_TYPE_STACK, NULL);

  gtk_stack_set_visible_child_name (GTK_STACK (pages), "brightpearl");
  interface_settle (&setup->profile);
}

static gboolean
is_marked (Setup *setup, const char *name)
{
  return gtk_widget_has_css_class (setup_find (setup, name), "error");
}

static void
assert_setting (Setup *setup, const char *key, const char *expected)
{
  g_autofree char *text = place_dup (setup->place, "connection", key);

  g_assert_cmpstr (text, ==, expected);
}

/* From empty fields to a token in the keyring. */
static void
test_connect (Setup *setup, gconstpointer unused)
{
  const char *hash = "connection.bigcommerce-store-hash";
  GtkWidget *token_row;

  open_dialog (setup);
  interface_assert_accessible (GTK_WIDGET (setup->window));
  interface_shoot (setup->window, "accounts-empty");
  setup_type (setup, hash, "wrong");
  token_row = setup_find (setup, "token");
  setup_type (setup, "token", setup->practice->bigcommerce_token);
  setup_wait_for_text (setup, "BigCommerce knows no store");
  g_assert_true (is_marked (setup, hash));
  g_assert_false (is_marked (setup, "token"));
  interface_shoot (setup->window, "accounts-wrong");
  /* Nothing is saved while it is typed. */
  assert_setting (setup, "bigcommerce-store-hash", "");
  setup_type (setup, hash, setup->practice->store_hash);
  setup_type (setup, "token", "wrong-token");
  setup_wait_for_text (setup, "BigCommerce refuses the token");
  g_assert_true (is_marked (setup, "token"));
  g_assert_false (is_marked (setup, hash));
  /* What is pasted may have the end of a line with it. */
  setup_type (setup, "token", "  practice-bigcommerce-token ");
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  g_assert_false (is_marked (setup, "token"));
  setup_press (setup, "Connect");
  setup_wait_for_text (setup, "The token is in the keyring");
  assert_setting (setup, "bigcommerce-store-hash", setup->practice->store_hash);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (token_row)), ==, "");
  g_assert_null (setup_find (setup, "token"));
  interface_assert_accessible (GTK_WIDGET (setup->window));
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  interface_shoot (setup->window, "accounts-connected");
}

/* Newer typing takes the place of a test that has not begun. */
static void
test_typing (Setup *setup, gconstpointer unused)
{
  static const char *const typed[] = { "k", "k3", "k3x", "k3x9", "k3x9demo1" };

  open_dialog (setup);
  setup_type (setup, "token", setup->practice->bigcommerce_token);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      setup_type (setup, "connection.bigcommerce-store-hash", typed[i]);
      interface_settle (&setup->profile);
    }
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  g_assert_cmpint (practice_get_route_count (setup->practice, "bigcommerce GET v2/store"), ==, 1);
}

static void
test_permissions (Setup *setup, gconstpointer unused)
{
  practice_do (setup->practice, "bigcommerce/scopes",
               "{'scopes':['store_v2_information_read_only']}");
  open_dialog (setup);
  setup_type (setup, "connection.bigcommerce-store-hash", setup->practice->store_hash);
  setup_type (setup, "token", setup->practice->bigcommerce_token);
  setup_wait_for_text (setup, "The token lacks permissions: Orders, Customers");
  g_assert_true (is_marked (setup, "token"));
}

static void
test_brightpearl (Setup *setup, gconstpointer unused)
{
  open_dialog (setup);
  show_brightpearl (setup);
  interface_assert_accessible (GTK_WIDGET (setup->window));
  g_assert_nonnull (setup_find (setup, "connection.brightpearl-url"));
  setup_type (setup, "connection.brightpearl-account", setup->practice->account);
  setup_type (setup, "connection.brightpearl-app-ref", "harbourlane_other");
  setup_type (setup, "token", setup->practice->brightpearl_token);
  setup_wait_for_text (setup, "Brightpearl refuses the app reference");
  g_assert_true (is_marked (setup, "connection.brightpearl-app-ref"));
  setup_type (setup, "connection.brightpearl-app-ref", setup->practice->app_reference);
  setup_type (setup, "connection.brightpearl-url", "http://example.com");
  setup_wait_for_text (setup, "Write an address");
  g_assert_true (is_marked (setup, "connection.brightpearl-url"));
  interface_shoot (setup->window, "accounts-brightpearl");
  setup_type (setup, "connection.brightpearl-url", setup->practice->brightpearl_url);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (setup_find (setup, "connection.brightpearl-token-kind")), 1);
  /* Enter in a field does what the button does. */
  setup_wait_for_button (setup, "Connect");
  g_signal_emit_by_name (setup_find (setup, "token"), "entry-activated");
  setup_wait_for_text (setup, "The token is in the keyring");
  assert_setting (setup, "brightpearl-account", setup->practice->account);
  assert_setting (setup, "brightpearl-token-kind", "staff");
  setup_wait_for_text (setup, "“harbourlane” can be used");
  /* A known data centre takes the place of the address. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (setup_find (setup, "data-centre")), 0);
  interface_settle (&setup->profile);
  g_assert_null (setup_find (setup, "connection.brightpearl-url"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (setup_find (setup, "data-centre")), 2);
}

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        found = window;
    }
  return found;
}

static void
answer (Setup *setup, const char *response)
{
  GtkWindow *question;

  interface_settle (&setup->profile);
  question = find_question ();
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_close (question);
  interface_settle (&setup->profile);
}

static void
test_replace (Setup *setup, gconstpointer unused)
{
  setup_connect (setup);
  open_dialog (setup);
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  setup_press (setup, "Replace Token…");
  interface_settle (&setup->profile);
  setup_type (setup, "token", "half-typed");
  setup_press (setup, "Keep the Stored Token");
  interface_settle (&setup->profile);
  g_assert_null (setup_find (setup, "token"));
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  setup_press (setup, "Replace Token…");
  interface_settle (&setup->profile);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (setup_find (setup, "token"))), ==, "");
  setup_type (setup, "token", "wrong-token");
  setup_wait_for_text (setup, "BigCommerce refuses the token");
  setup_type (setup, "token", setup->practice->bigcommerce_token);
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  setup_press (setup, "Connect");
  setup_press (setup, "Forget Token…");
  answer (setup, "cancel");
  setup_wait_for_text (setup, "The token is in the keyring");
}

static void
test_forgotten (Setup *setup, gconstpointer unused)
{
  setup_connect (setup);
  open_dialog (setup);
  setup_press (setup, "Forget Token…");
  answer (setup, "forget");
  g_assert_nonnull (setup_find (setup, "token"));
  g_assert_null (interface_find (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Forget Token…"));
  /* The account stays. */
  assert_setting (setup, "bigcommerce-store-hash", setup->practice->store_hash);
}

static void
test_given_tokens (Setup *setup, gconstpointer unused)
{
  place_connect (setup->place, setup->practice);
  bright_sync_service_use_tokens (setup->place->service, setup->practice->bigcommerce_token,
                                  setup->practice->brightpearl_token);
  open_dialog (setup);
  setup_wait_for_text (setup, "The token is provided from outside");
  setup_wait_for_text (setup, "“Harbour Lane Teas” can be used");
  g_assert_null (setup_find (setup, "token"));
  g_assert_null (interface_find (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Forget Token…"));
}

static void
test_no_keyring (Setup *setup, gconstpointer unused)
{
  g_setenv ("CREDENTIALS_DIRECTORY", setup->place->folder, TRUE);
  place_close (setup->place);
  place_open (setup->place);
  g_unsetenv ("CREDENTIALS_DIRECTORY");
  setup->profile.service = setup->place->service;
  open_dialog (setup);
  setup_wait_for_text (setup, "There is no keyring on this machine");
  g_assert_null (setup_find (setup, "token"));
  interface_assert_accessible (GTK_WIDGET (setup->window));
  interface_shoot (setup->window, "accounts-no-keyring");
  /* The account can be named; the token comes from elsewhere. */
  setup_type (setup, "connection.bigcommerce-store-hash", setup->practice->store_hash);
  setup_press (setup, "Save Changes");
  interface_settle (&setup->profile);
  assert_setting (setup, "bigcommerce-store-hash", setup->practice->store_hash);
}

/* The question for the password is the keyring's; the token is asked for once it is open. */
static void
test_locked (Setup *setup, gconstpointer unused)
{
  locked_vault_use (setup->place->service);
  place_connect (setup->place, setup->practice);
  open_dialog (setup);
  setup_wait_for_text (setup, "The keyring is locked");
  g_assert_null (setup_find (setup, "token"));
  interface_assert_accessible (GTK_WIDGET (setup->window));
  interface_shoot (setup->window, "accounts-locked");
  setup_press (setup, "Unlock");
  setup_wait_for_text (setup, "The keyring is locked.");
  setup_press (setup, "Unlock");
  interface_settle (&setup->profile);
  g_assert_nonnull (setup_find (setup, "token"));
  g_assert_null (interface_find (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, "Unlock"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Setup *setup, gconstpointer unused);
  } tests[] = {
    { "/accounts/connect", test_connect },
    { "/accounts/typing", test_typing },
    { "/accounts/permissions", test_permissions },
    { "/accounts/brightpearl", test_brightpearl },
    { "/accounts/replace", test_replace },
    { "/accounts/forgotten", test_forgotten },
    { "/accounts/given-tokens", test_given_tokens },
    { "/accounts/no-keyring", test_no_keyring },
    { "/accounts/locked", test_locked },
  };

  interface_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Setup, NULL, setup_begin, tests[i].test, setup_end);
  return g_test_run ();
}
