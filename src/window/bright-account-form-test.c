/* The fields of one platform's account: trying what is typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-account-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOMENT 700 /* milliseconds without typing */

void
bright_account_form_stop_test (BrightAccountForm *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_result (BrightAccountForm *self, const BrightAccountTest *test)
{
  self->is_good = test->is_good;
  bright_account_form_show_verdict (self, test->is_good ? BRIGHT_VERDICT_GOOD : BRIGHT_VERDICT_BAD,
                                    test->field, test->message);
  bright_account_form_update (self);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightAccountTest) test
      = bright_sync_service_test_account_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  /* Newer typing has cancelled it. */
  if (self->service == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->cancellable);
  if (test != NULL)
    show_result (self, test);
  else
    bright_account_form_show_verdict (self, BRIGHT_VERDICT_BAD, "", error->message);
}

static void
test (gpointer user_data)
{
  BrightAccountForm *self = user_data;
  char *token = bright_account_form_dup_token (self);

  self->timer = 0;
  self->cancellable = g_cancellable_new ();
  bright_account_form_show_verdict (self, BRIGHT_VERDICT_TESTING, "", _ ("Trying…"));
  bright_sync_service_test_account_async (self->service, self->platform, self->draft, token,
                                          self->cancellable, tested_cb, g_object_ref (self));
  bright_account_form_free_token (token);
}

/* Half-filled fields are no mistake yet. */
static gboolean
is_complete (BrightAccountForm *self)
{
  const char *const *keys = bright_account_form_get_keys (self);
  char *token = bright_account_form_dup_token (self);
  gboolean is_complete = self->is_valid && (token == NULL || token[0] != '\0');

  bright_account_form_free_token (token);
  for (; *keys != NULL; keys++)
    {
      g_autofree char *text = bright_settings_group_dup_text (self->draft, *keys);

      is_complete = is_complete && text[0] != '\0';
    }
  return is_complete;
}

/* Whether there is a token to try it with. */
static gboolean
has_token (BrightAccountForm *self)
{
  return bright_account_form_needs_token (self) || self->token_state == BRIGHT_TOKEN_PRESENT
         || self->token_state == BRIGHT_TOKEN_READ_ONLY;
}

void
bright_account_form_test_later (BrightAccountForm *self)
{
  bright_account_form_stop_test (self);
  self->is_good = FALSE;
  if (self->is_valid)
    bright_account_form_show_verdict (self, BRIGHT_VERDICT_NONE, "", "");
  if (self->knows_token_state && is_complete (self) && has_token (self))
    self->timer = g_timeout_add_once (MOMENT, test, self);
}
