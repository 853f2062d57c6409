/* One operation on the keyring, which ends once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-vault-operation.h"

#include "bright-error.h"
#include "bright-vault-private.h"

#include <libsecret/secret.h>

#define PATIENCE (10 * G_USEC_PER_SEC)
#define PATIENCE_WITH_A_PERSON (120 * G_USEC_PER_SEC)

static void
clear_timer (BrightVaultOperation *self)
{
  if (self->timer == 0)
    return;
  bright_clock_cancel_call (self->clock, self->timer);
  self->timer = 0;
  bright_vault_operation_unref (self);
}

/* Ends the operation and hands over its task, so that it can only be returned once. */
static GTask *
end (BrightVaultOperation *self)
{
  g_assert (self->task != NULL);

  clear_timer (self);
  if (self->cancel_source != NULL)
    {
      g_source_destroy (self->cancel_source);
      g_clear_pointer (&self->cancel_source, g_source_unref);
    }
  g_clear_object (&self->clock);
  g_clear_pointer (&self->token, bright_vault_free_token);
  return g_steal_pointer (&self->task);
}

/* A question on the screen is left alone: cancelled, the library never comes back from it. */
static void
stop_library (BrightVaultOperation *self)
{
  if (!self->prompting)
    g_cancellable_cancel (self->cancellable);
}

static void
on_time_is_up (gpointer user_data)
{
  g_autoptr (BrightVaultOperation) self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  task = end (self);
  stop_library (self);
  if (self->prompting)
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_LOCKED,
                             "the keyring was not unlocked in time");
  else
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_ABSENT,
                             "the keyring does not answer");
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (BrightVaultOperation) self = bright_vault_operation_ref (user_data);
  g_autoptr (GTask) task = end (self);

  stop_library (self);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static void
start_timer (BrightVaultOperation *self, gint64 microseconds)
{
  clear_timer (self);
  self->timer = bright_clock_call_after (self->clock, microseconds, on_time_is_up,
                                         bright_vault_operation_ref (self));
}

BrightVaultOperation *
bright_vault_operation_new (BrightVaultVerb verb, GTask *task, BrightClock *clock)
{
  BrightVaultOperation *self = g_rc_box_new0 (BrightVaultOperation);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->verb = verb;
  self->task = g_object_ref (task);
  self->clock = g_object_ref (clock);
  self->cancellable = g_cancellable_new ();
  start_timer (self, PATIENCE);
  if (cancellable != NULL)
    {
      self->cancel_source = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (on_cancelled),
                             bright_vault_operation_ref (self),
                             (GDestroyNotify)bright_vault_operation_unref);
      g_source_attach (self->cancel_source, g_task_get_context (task));
    }
  return self;
}

BrightVaultOperation *
bright_vault_operation_ref (BrightVaultOperation *self)
{
  return g_rc_box_acquire (self);
}

static void
operation_clear (gpointer data)
{
  BrightVaultOperation *self = data;

  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->token, bright_vault_free_token);
  g_clear_object (&self->cancellable);
}

void
bright_vault_operation_unref (BrightVaultOperation *self)
{
  g_rc_box_release_full (self, operation_clear);
}

gboolean
bright_vault_operation_is_over (BrightVaultOperation *self)
{
  return self->task == NULL;
}

void
bright_vault_operation_wait_for_person (BrightVaultOperation *self)
{
  self->prompting = TRUE;
  start_timer (self, PATIENCE_WITH_A_PERSON);
}

void
bright_vault_operation_succeed (BrightVaultOperation *self)
{
  g_autoptr (GTask) task = end (self);

  g_task_return_boolean (task, TRUE);
}

void
bright_vault_operation_return_token (BrightVaultOperation *self, const char *token)
{
  g_autoptr (GTask) task = end (self);

  bright_vault_return_token (task, token);
}

void
bright_vault_operation_return_missing (BrightVaultOperation *self)
{
  g_autoptr (GTask) task = end (self);

  bright_vault_return_missing (task, self->platform, self->account);
}

void
bright_vault_operation_return_locked (BrightVaultOperation *self)
{
  g_autoptr (GTask) task = end (self);

  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_LOCKED,
                           "the keyring is locked");
}

void
bright_vault_operation_fail (BrightVaultOperation *self, GError *error)
{
  g_autoptr (GError) failure = error;
  g_autoptr (GTask) task = NULL;

  if (g_error_matches (failure, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    {
      bright_vault_operation_return_locked (self);
      return;
    }
  g_dbus_error_strip_remote_error (failure);
  task = end (self);
  g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_KEYRING_ABSENT,
                           "the keyring cannot be used: %s", failure->message);
}
