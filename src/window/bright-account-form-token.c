/* The fields of one platform's account: the token and where it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-account-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
bright_account_form_needs_token (BrightAccountForm *self)
{
  if (!self->knows_token_state)
    return FALSE;
  switch (self->token_state)
    {
    case BRIGHT_TOKEN_MISSING:
      return TRUE;
    case BRIGHT_TOKEN_PRESENT:
      return self->is_replacing || bright_account_form_is_other_account (self);
    case BRIGHT_TOKEN_LOCKED:
    case BRIGHT_TOKEN_NO_KEYRING:
    case BRIGHT_TOKEN_READ_ONLY:
    default:
      return FALSE;
    }
}

/* What is pasted often has a blank or the end of a line with it. */
char *
bright_account_form_dup_token (BrightAccountForm *self)
{
  if (!bright_account_form_needs_token (self))
    return NULL;
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->token_row))));
}

void
bright_account_form_free_token (char *token)
{
  if (token != NULL)
    explicit_bzero (token, strlen (token));
  g_free (token);
}

void
bright_account_form_clear_token (BrightAccountForm *self)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->token_row), "");
  self->is_filling = FALSE;
}

static void
token_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->service == NULL)
    return;
  self->is_busy = FALSE;
  self->knows_token_state = bright_sync_service_find_token_finish (
      BRIGHT_SYNC_SERVICE (source), result, &self->token_state, &error);
  if (self->knows_token_state)
    bright_account_form_test_later (self);
  else
    bright_account_form_show_verdict (self, BRIGHT_VERDICT_BAD, "token", error->message);
  bright_account_form_update (self);
}

void
bright_account_form_find_token (BrightAccountForm *self)
{
  self->is_busy = TRUE;
  bright_account_form_update (self);
  bright_sync_service_find_token_async (self->service, self->platform, NULL, token_found_cb,
                                        g_object_ref (self));
}

/* Shows why the keyring did not do what it was to. */
static void
show_failure (BrightAccountForm *self, const GError *error)
{
  self->is_busy = FALSE;
  bright_account_form_show_verdict (self, BRIGHT_VERDICT_BAD, "",
                                    error->domain == BRIGHT_ERROR
                                            && error->code != BRIGHT_ERROR_SETTINGS
                                        ? bright_error_sentence ((BrightError)error->code)
                                        : error->message);
  bright_account_form_update (self);
}

static void
token_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success
      = bright_sync_service_store_token_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  if (!success)
    {
      show_failure (self, error);
      return;
    }
  self->is_replacing = FALSE;
  bright_account_form_clear_token (self);
  bright_account_form_find_token (self);
}

static void
save_fields (BrightAccountForm *self)
{
  BrightSettingsGroup *connection
      = bright_settings_get_group (bright_sync_service_get_settings (self->service), "connection");

  for (const char *const *keys = bright_account_form_get_keys (self); *keys != NULL; keys++)
    {
      g_autoptr (JsonNode) node = bright_settings_group_dup_json (self->draft, *keys);

      /* The draft has accepted it already. */
      bright_settings_group_set_json (connection, *keys, node, NULL);
    }
}

void
bright_account_form_connect_account (BrightAccountForm *self)
{
  char *token = bright_account_form_dup_token (self);

  save_fields (self);
  if (token == NULL)
    {
      bright_account_form_find_token (self);
      return;
    }
  self->is_busy = TRUE;
  bright_account_form_update (self);
  bright_sync_service_store_token_async (self->service, self->platform, token, NULL,
                                         token_stored_cb, g_object_ref (self));
  bright_account_form_free_token (token);
}

static void
token_forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success
      = bright_sync_service_forget_token_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  if (success)
    bright_account_form_find_token (self);
  else
    show_failure (self, error);
}

static void
forget_answered_cb (BrightAccountForm *self, const char *response)
{
  if (g_strcmp0 (response, "forget") != 0 || self->service == NULL)
    return;
  self->is_busy = TRUE;
  bright_account_form_stop_test (self);
  bright_account_form_update (self);
  bright_sync_service_forget_token_async (self->service, self->platform, NULL, token_forgotten_cb,
                                          g_object_ref (self));
}

void
bright_account_form_forget (BrightAccountForm *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Forget the Token?"), NULL);

  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("It is removed from the keyring, and nothing is synced until there is a new one. The "
         "platform itself still accepts it until you revoke it there."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "forget",
                                    _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (forget_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success
      = bright_sync_service_unlock_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  if (success)
    bright_account_form_find_token (self);
  else
    show_failure (self, error);
}

void
bright_account_form_unlock (BrightAccountForm *self)
{
  self->is_busy = TRUE;
  bright_account_form_update (self);
  bright_sync_service_unlock_async (self->service, NULL, unlocked_cb, g_object_ref (self));
}
